"""The digits of a number: rounded as asked, grouped and written as a locale does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import attrs

from .options import MAX_DIGITS
from .parts import Part

if TYPE_CHECKING:
    from .numbers import Numbers
    from .options import Options

# Room for any number that may get in, at any number of digits that may be asked for.
WIDE: Final = Context(prec=320)

Rounding: TypeAlias = Callable[[Decimal], Decimal]

# Compact forms keep so many significant digits where the integer has fewer (ECMA-402).
_ROUGH_DIGITS: Final = 2
_THREES: Final = (3, 3)


@attrs.frozen
class Precision:
    """Where a number is rounded, and how many digits are shown at least.

    Attributes:
        least: fraction digits, or significant digits, at least.
        most: the same, at most.
        significant: which of the two.
        rough: two significant digits where the integer has fewer, as compact forms do.
    """

    least: int
    most: int
    significant: bool = False
    rough: bool = False

    def rounding(self, mode: str) -> Rounding:
        """Return what rounds a number."""
        context = Context(prec=WIDE.prec, rounding=mode)
        quanta = [Decimal(1).scaleb(-places) for places in range(MAX_DIGITS + 1)]
        if self.significant:
            return Context(prec=self.most, rounding=mode).create_decimal
        if self.rough:

            def rough(value: Decimal) -> Decimal:
                places = _ROUGH_DIGITS - 1 - value.adjusted() if value else 0
                return value.quantize(quanta[max(places, 0)], None, context)

            return rough
        if self.most == MAX_DIGITS:  # no number that may get in has more
            return lambda value: value
        quantum = quanta[self.most]
        return lambda value: value.quantize(quantum, None, context)

    def fraction(self, shown: Decimal) -> int:
        """Return how many fraction digits a rounded number is shown with at least."""
        if not self.significant:
            return self.least
        return max(0, self.least - 1 - (shown.adjusted() if shown else 0))


def precision(options: Options, usual: tuple[int, int]) -> Precision:
    """Return what options say of digits (ECMA-402, SetNumberFormatDigitOptions).

    Args:
        options: the options.
        usual: the least and the largest number of fraction digits without them.
    """
    low, high = options.minimum_significant_digits, options.maximum_significant_digits
    if low is not None or high is not None:
        return Precision(low or 1, high or MAX_DIGITS, significant=True)
    low, high = options.minimum_fraction_digits, options.maximum_fraction_digits
    if options.notation == "compact":
        if low is None and high is None:
            return Precision(0, 0, rough=True)
        usual = (0, 0)
    least, most = usual
    if low is None:
        low = least if high is None else min(least, high)
    return Precision(low, max(most, low) if high is None else high)


class Numeral(NamedTuple):
    """A number as its digits are written.

    Attributes:
        text: as the locale writes it.
        whole: the plain digits before the decimal sign.
        part: those after it.
    """

    text: str
    whole: str
    part: str


@attrs.frozen
class Digits:
    """How digits are written.

    Attributes:
        group: the group sign.
        point: the decimal sign.
        grouping: size of the last group, and of the others; 0 for no groups.
        min_grouping: how many digits stand before the first group sign at least.
        translation: from ASCII digits to those of the numbering system.
        exponential: what stands before a power of ten.
        minus: the sign of a negative power.
    """

    group: str
    point: str
    grouping: tuple[int, int]
    min_grouping: int
    translation: Mapping[int, int] | None
    exponential: str
    minus: str

    @classmethod
    def of(
        cls,
        numbers: Numbers,
        options: Options,
        grouping: tuple[int, int],
        *,
        money: bool,
    ) -> Digits:
        """Return how a locale writes digits.

        Args:
            numbers: the locale.
            options: which say whether there are groups.
            grouping: the groups of the pattern.
            money: whether the separators are those of money.
        """
        signs = numbers.signs
        group, point = signs["group"], signs["decimal"]
        if money:
            group = signs.get("currency_group", group)
            point = signs.get("currency_decimal", point)
        wanted = options.use_grouping
        if wanted is None:
            wanted = "min2" if options.notation == "compact" else "auto"
        least = {"auto": numbers.min_grouping, "min2": max(2, numbers.min_grouping)}
        if wanted is False or options.notation == "scientific":
            grouping = (0, 0)
        elif wanted in {True, "always"} and not grouping[0]:
            grouping = _THREES
        return cls(
            group=group,
            point=point,
            grouping=grouping,
            min_grouping=least.get(str(wanted), 1),
            translation=numbers.translation,
            exponential=signs["exponential"],
            minus=signs["minus"],
        )

    def write(self, shown: Decimal, least: int) -> Numeral:
        """Write a number without its sign.

        Args:
            shown: the number, rounded.
            least: how many fraction digits it has at least.
        """
        whole, _, part = f"{shown:f}".partition(".")
        if whole[0] == "-":
            whole = whole[1:]
        if len(part) > least:
            part = part.rstrip("0")
        if len(part) < least:
            part = part.ljust(least, "0")
        text = whole
        primary = self.grouping[0]
        if primary and len(whole) >= primary + self.min_grouping:
            text = self._grouped(whole)
        if part:
            text = f"{text}{self.point}{part}"
        if self.translation is not None:
            text = text.translate(self.translation)
        return Numeral(text, whole, part)

    def _grouped(self, whole: str) -> str:
        if self.grouping == _THREES:
            text = f"{int(whole):,}"
            return text if self.group == "," else text.replace(",", self.group)
        primary, secondary = self.grouping
        groups = [whole[-primary:]]
        rest = whole[:-primary]
        while rest:
            groups.append(rest[-secondary:])
            rest = rest[:-secondary]
        return self.group.join(reversed(groups))

    def power(self, exponent: int) -> str:
        """Write the power of ten of scientific notation.

        >>> from .numbers import numbers
        >>> from .options import Options
        >>> english = numbers(("en", "und"))
        >>> Digits.of(english, Options(), (3, 3), money=False).power(-4)
        'E-4'
        """
        text = str(abs(exponent))
        if self.translation is not None:
            text = text.translate(self.translation)
        return f"{self.exponential}{self.minus if exponent < 0 else ''}{text}"

    def parts(self, text: str) -> Iterator[Part]:
        """Yield the parts of digits that `write` and `power` wrote."""
        mantissa, exponential, power = text.partition(self.exponential)
        whole, point, fraction = mantissa.partition(self.point)
        for index, group in enumerate(whole.split(self.group)):
            if index:
                yield Part("group", self.group)
            yield Part("integer", group)
        if point:
            yield Part("decimal", point)
            yield Part("fraction", fraction)
        if exponential:
            yield Part("exponentSeparator", exponential)
            if power.startswith(self.minus):
                yield Part("exponentMinusSign", self.minus)
            yield Part("exponentInteger", power.removeprefix(self.minus))
