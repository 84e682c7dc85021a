"""Numbers as a locale writes them: digits, signs, short forms, currencies beside."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

import attrs

from . import tables
from .patterns import EXACT, Pattern, grouped, pattern, plain, rounded, trimmed
from .plurals import PluralRules, plural_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .tags import Chain

Fraction: TypeAlias = "tuple[int, int | None]"
"""The least and the largest number of fraction digits; None for all there are."""

Width: TypeAlias = Literal["short", "long"]

ALL_DIGITS: Final[Fraction] = (0, None)
_NBSP: Final = "\u00a0"
_LATIN: Final = "0123456789"
# Below this many integer digits a compact number keeps two significant ones (ECMA-402).
_ROUGH_DIGITS: Final = 2


@attrs.frozen
class Written:
    """A number as it is written.

    Attributes:
        prefix: what stands before the digits.
        digits: the digits with their separators.
        suffix: what stands after them.
    """

    prefix: str
    digits: str
    suffix: str

    @property
    def text(self) -> str:
        """The whole."""
        return self.prefix + self.digits + self.suffix


@attrs.frozen
class Compact:
    """A number cut down to a magnitude, such as 1.25 and "trillion".

    Attributes:
        mantissa: the number that is shown.
        exponent: the power of ten that the word or sign beside it stands for.
        patterns: the pattern of the word or sign, by plural category.
    """

    mantissa: Decimal
    exponent: int
    patterns: str | Mapping[str, str]


@attrs.frozen(slots=False)
class Numbers:
    """How one locale writes numbers.

    Attributes:
        rules: the plural rules of its language.
        range: its pattern for a range, `{0}–{1}`.
        at_least: its pattern for a lower bound.
        at_most: its pattern for an upper bound.
        currency_unit: its pattern for a number and the name of a currency.
        symbols: its signs: decimal, group, minus, percent, approximately.
        digits: its ten digits.
        min_grouping: how many digits stand before the first group sign at least.
        patterns: its patterns of numbers, percentages and money.
        compacts: its patterns of short forms, by magnitude and plural category.
    """

    rules: PluralRules
    range: str
    at_least: str
    at_most: str
    currency_unit: str | Mapping[str, str]
    symbols: Mapping[str, str]
    digits: str
    min_grouping: int
    patterns: Mapping[str, str]
    compacts: Mapping[str, Mapping[str, str | Mapping[str, str]]]

    @property
    def approximately(self) -> str:
        """The sign that says "about"."""
        return self.symbols["approximately"]

    @cached_property
    def _translation(self) -> Mapping[int, int] | None:
        native = self.digits != _LATIN
        return str.maketrans(_LATIN, self.digits) if native else None

    def decimal(
        self, value: Decimal, fraction: Fraction = ALL_DIGITS, sign: str = ""
    ) -> Written:
        """Write a plain number, with all its digits unless told otherwise."""
        return self._write(value, pattern(self.patterns["standard"]), fraction, sign)

    def percent(
        self, value: Decimal, fraction: Fraction = ALL_DIGITS, sign: str = ""
    ) -> Written:
        """Write a number of percent: 12 is twelve percent."""
        return self._write(value, pattern(self.patterns["percent"]), fraction, sign)

    def currency(
        self, value: Decimal, symbol: str, fraction: Fraction, sign: str = ""
    ) -> Written:
        """Write a sum of money with the symbol or code where the locale puts it."""
        layout = self._currency_layout(symbol)
        return self._write(value, layout, fraction, sign, symbol)

    def _currency_layout(self, symbol: str) -> Pattern:
        usual = pattern(self.patterns["currency"])
        beside = _letter_beside(usual, symbol)
        return pattern(self.patterns["currency_alpha"]) if beside else usual

    def cut(
        self,
        value: Decimal,
        width: Width,
        *,
        symbol: str | None = None,
        most: int | None = None,
    ) -> Compact:
        """Cut a number down to its magnitude, and round it.

        Args:
            value: the number.
            width: whether with a word or with a sign.
            symbol: the currency that will stand beside it.
            most: how many fraction digits are kept; None for what ECMA-402 does, two
                significant digits.
        """
        table = self.compacts[width if symbol is None else "short_currency"]
        compact = _cut(value, table, most)
        if symbol is None or not _letter_beside(_any_pattern(compact), symbol):
            return compact
        return _cut(value, self.compacts["short_currency_alpha"], most)

    def compact(
        self,
        compact: Compact,
        *,
        symbol: str | None = None,
        least: int = 0,
        sign: str = "",
    ) -> Written:
        """Write a number that has been cut down."""
        shown = compact.mantissa
        if compact.exponent == 0 and symbol is not None:
            layout = self._currency_layout(symbol)
        elif compact.exponent == 0:
            layout = pattern(self.patterns["standard"])
        else:
            affixes = pattern(_chosen(compact.patterns, shown, self.rules))
            usual = pattern(self.patterns["standard"])
            layout = usual.with_affixes(affixes)
            if not affixes.zeros:  # "mille" says the number as well
                return Written("", affixes.positive[0], "")
        two = max(self.min_grouping, 2)
        return self._write(shown, layout, (least, None), sign, symbol or "", two)

    def span(self, low: Written, high: Written) -> str:
        """Write a range; what both have before or after them is written once.

        A single sign is repeated ("$5.00 – $7.00"), as Intl does.
        """
        affixes = low.prefix + low.suffix
        same = low.prefix == high.prefix and low.suffix == high.suffix
        once = same and len(affixes) != 1
        left = Written(low.prefix, low.digits, "" if once else low.suffix).text
        right = Written("" if once else high.prefix, high.digits, high.suffix).text
        separator = self.range.format("", "")
        if not once and separator == separator.strip():
            return f"{left} {separator} {right}"
        return self.range.format(left, right)

    def category(self, shown: Decimal, exponent: int = 0) -> str:
        """Return the plural form that goes with a number."""
        return self.rules.category(shown, exponent=exponent)

    def _write(
        self,
        value: Decimal,
        layout: Pattern,
        fraction: Fraction,
        sign: str = "",
        symbol: str = "",
        min_grouping: int | None = None,
    ) -> Written:
        money = "currency_" if symbol else ""
        group, point = (
            self.symbols.get(money + name) or self.symbols[name]
            for name in ("group", "decimal")
        )
        whole, part = plain(value, fraction)
        least = self.min_grouping if min_grouping is None else min_grouping
        number = grouped(whole, layout.grouping, least, group)
        if part:
            number += point + part
        if self._translation is not None:
            number = number.translate(self._translation)
        signed = f"{sign}-" if value.is_signed() else sign
        prefix, suffix = layout.negative if signed else layout.positive
        if signed:
            prefix, suffix = prefix.replace("-", signed), suffix.replace("-", signed)
        before, after = self._affix(prefix, symbol, 0), self._affix(suffix, symbol, 1)
        return Written(before, number, after)

    def _affix(self, text: str, symbol: str, side: int) -> str:
        if not text:
            return text
        text = text.replace("-", self.symbols["minus"])
        text = text.replace("%", self.symbols["percent"])
        if "¤" not in text:
            return text
        touching = text.endswith("¤") if side == 0 else text.startswith("¤")
        beside = symbol[-1 if side == 0 else 0]
        apart = touching and unicodedata.category(beside)[0] not in "SZ"
        space = _NBSP if apart else ""
        named = symbol + space if side == 0 else space + symbol
        return text.replace("¤", named)


def _letter_beside(layout: Pattern, symbol: str) -> bool:
    """Whether the side of the symbol that faces the number is a letter."""
    return symbol[-1 if "¤" in layout.positive[0] else 0].isalpha()


def _any_pattern(compact: Compact) -> Pattern:
    texts = compact.patterns
    return pattern(texts if isinstance(texts, str) else texts["other"])


def _chosen(texts: str | Mapping[str, str], shown: Decimal, rules: PluralRules) -> str:
    if isinstance(texts, str):
        return texts
    if shown == 1 and "1" in texts:
        return texts["1"]
    return texts.get(rules.category(shown)) or texts["other"]


def _cut(
    value: Decimal, table: Mapping[str, str | Mapping[str, str]], most: int | None
) -> Compact:
    compact = _cut_once(value, table)
    mantissa = (
        _rough(compact.mantissa) if most is None else rounded(compact.mantissa, most)
    )
    if mantissa and mantissa.adjusted() > compact.mantissa.adjusted():
        # 999,999 has become 1,000 thousand, which is a million.
        return _cut_once(mantissa.scaleb(compact.exponent, EXACT), table)
    return attrs.evolve(compact, mantissa=trimmed(mantissa))


def _cut_once(value: Decimal, table: Mapping[str, str | Mapping[str, str]]) -> Compact:
    size = min(value.adjusted(), max(len(key) for key in table) - 1)
    texts = table.get("1" + "0" * size, "0") if value else "0"
    usual = texts if isinstance(texts, str) else texts["other"]
    bare = not usual.strip("0¤\u00a0\u200e\u200f ")  # "0": this size has no word
    exponent = 0 if bare else size - max(pattern(usual).zeros, 1) + 1
    return Compact(trimmed(value.scaleb(-exponent, EXACT)), exponent, texts)


def _rough(mantissa: Decimal) -> Decimal:
    if not mantissa:
        return Decimal(0)
    return rounded(mantissa, max(0, _ROUGH_DIGITS - 1 - mantissa.adjusted()))


_COMPACTS: Final = ("short", "long", "short_currency", "short_currency_alpha")
_PATTERNS: Final = ("standard", "percent", "currency", "currency_alpha")


@cache
def numbers(chain: Chain) -> Numbers:
    """Return how a locale writes numbers.

    Args:
        chain: the locale and those from which it inherits, the root last.
    """
    locales = tables.locales()
    merged: dict[str, object] = {}
    for locale in reversed(chain):
        merged |= locales.get(locale, {})
    texts = cast("dict[str, str]", merged)
    compacts = cast("dict[str, Mapping[str, str | Mapping[str, str]]]", merged)
    return Numbers(
        rules=plural_rules(chain[0]),
        range=texts["range"],
        at_least=texts["at_least"],
        at_most=texts["at_most"],
        currency_unit=cast("str | Mapping[str, str]", merged["currency_unit"]),
        symbols=cast("Mapping[str, str]", merged["symbols"]),
        digits=texts["digits"],
        min_grouping=cast("int", merged["min_grouping"]),
        patterns={name: texts[name] for name in _PATTERNS},
        compacts={name: compacts[name] for name in _COMPACTS},
    )
