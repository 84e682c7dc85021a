"""What all ways to write a number have in common: digits, signs, what is counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, cast

import attrs

from .digits import Digits, Figure, precision
from .options import ROUNDINGS
from .parts import Affixes, affixes
from .patterns import Pattern, pattern

if TYPE_CHECKING:
    from .numbers import Numbers, PatternName
    from .options import Options, SignDisplay
    from .parts import PartKind


class Written(NamedTuple):
    """A number as it is written.

    Attributes:
        digits: the digits with their separators.
        inner: the sign, the currency, the word of a compact form.
        outer: the name of a unit or currency.
        category: the plural form of that name, "" where nothing depends on it.
        shown: the number that the digits show.
        exponent: the power of ten of the word beside them.
    """

    digits: str
    inner: Affixes
    outer: Affixes
    category: str
    shown: Decimal
    exponent: int

    @property
    def text(self) -> str:
        """The whole."""
        inner, outer = self.inner, self.outer
        return f"{outer.prefix}{inner.prefix}{self.digits}{inner.suffix}{outer.suffix}"


def _no_names() -> Mapping[str, Affixes]:
    return {}


def _no_own() -> Mapping[str, str]:
    return {}


def _no_affixes() -> dict[str, Affixes]:
    return {}


@attrs.frozen
class Counted:
    """What a number counts, as it is written beside it.

    Attributes:
        symbol: the symbol or code of a currency, "" for none.
        names: its name around the number, by plural category; empty for none.
        usual: the least and the largest number of fraction digits without options.
        scale: the power of ten by which a number is multiplied first.
        percent: whether a percent sign stands beside it.
        money: whether it is money, which may have separators of its own.
        own: the pattern and separators that this currency has for itself.
    """

    symbol: str = ""
    names: Mapping[str, Affixes] = attrs.field(factory=_no_names)
    usual: tuple[int, int] = (0, 3)
    scale: int = 0
    percent: bool = False
    money: bool = False
    own: Mapping[str, str] = attrs.field(factory=_no_own)


PLAIN: Final = Counted()
"""Nothing is counted: a bare number."""


@attrs.frozen
class Layout:
    """What stands around the digits, for each sign.

    Attributes:
        pattern: where CLDR puts signs and symbols.
        numbers: the locale.
        symbol: the currency.
        word: the kind of other text.
        made: what has been asked for.
    """

    pattern: Pattern
    numbers: Numbers
    symbol: str
    word: PartKind
    made: dict[str, Affixes] = attrs.field(factory=_no_affixes, init=False, eq=False)

    def affixes(self, signs: str) -> Affixes:
        """Make what stands around the digits of a number with signs such as "-"."""
        found = self.made[signs] = affixes(
            self.pattern.affixes(signs),
            self.numbers.signs,
            self.symbol,
            self.word,
            spaced=self.numbers.digits.isdecimal(),  # UTS 35: next to [:digit:]
        )
        return found


def signed(display: SignDisplay, shown: Decimal) -> str:
    """Return the sign of a number as it is shown: "-", "+" or nothing.

    >>> signed("auto", Decimal("-5")), signed("exceptZero", Decimal("5"))
    ('-', '+')
    """
    if display == "auto":
        return "-" if shown.is_signed() else ""
    if display == "never" or (display in {"exceptZero", "negative"} and not shown):
        return ""
    plus = "" if display == "negative" else "+"
    return "-" if shown.is_signed() else plus


@attrs.frozen(eq=False)
class Frame:
    """What all notations have in common.

    Attributes:
        numbers: the locale.
        sign: when a sign is written.
        symbol: the currency, "" for none.
        names: the name of what is counted, by plural category; empty for none.
        scale: the power of ten by which a number is multiplied first.
        write: what rounds to them and writes them.
        digits: how they are written.
        layout: what stands around them.
    """

    numbers: Numbers
    sign: SignDisplay
    symbol: str
    names: Mapping[str, Affixes]
    scale: int
    write: Callable[[Decimal], Figure]
    digits: Digits
    layout: Layout

    @classmethod
    def of(cls, numbers: Numbers, options: Options, counted: Counted) -> Frame:
        """Return what options and what is counted come to in a locale."""
        usual = _pattern(numbers, options, counted)
        separators = _separators(numbers, counted)
        digits = Digits.of(numbers, options, usual.grouping, separators)
        exact, mode = precision(options, counted.usual), options.rounding_mode
        return cls(
            numbers=numbers,
            sign=options.sign_display,
            symbol=counted.symbol,
            names=counted.names,
            scale=counted.scale,
            write=digits.writer(exact, ROUNDINGS[mode]),
            digits=digits,
            layout=Layout(usual, numbers, counted.symbol, "literal"),
        )


def _separators(numbers: Numbers, counted: Counted) -> tuple[str, str]:
    """Return the group sign and the decimal sign; money may have others."""
    signs = numbers.signs
    group, point = signs["group"], signs["decimal"]
    if not counted.money:
        return group, point
    own = counted.own
    return (
        own.get("group") or signs.get("currency_group", group),
        own.get("decimal") or signs.get("currency_decimal", point),
    )


def _pattern(numbers: Numbers, options: Options, counted: Counted) -> Pattern:
    own = counted.own.get("pattern")
    return pattern(own) if own else numbers.pattern(_name(numbers, options, counted))


def _name(numbers: Numbers, options: Options, counted: Counted) -> PatternName:
    if counted.percent:
        return "percent"
    if not counted.symbol:
        return "decimal"
    accounting = options.currency_sign == "accounting"
    name: PatternName = "accounting" if accounting else "currency"
    beside = _letter_beside(numbers.pattern(name), counted.symbol)
    return cast("PatternName", f"{name}_alpha") if beside else name


def _letter_beside(layout: Pattern, symbol: str) -> bool:
    """Whether the side of the symbol that faces the number is a letter."""
    return symbol[-1 if "¤" in layout.positive[0] else 0].isalpha()
