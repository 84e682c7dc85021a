"""Which plural form of a word goes with a number, by the rules of CLDR."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, reduce
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from . import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
"""The names of the plural forms, in the order in which catalogues list them."""

# UTS 35, part 3, "Plural rules syntax": `i % 10 = 2..4`, `n != 0,1`.
_RELATION = re.compile(
    r"(?P<operand>[nivftwce])(?:\s*%\s*(?P<modulus>\d+))?"
    r"\s*(?P<unequal>!)?=\s*(?P<ranges>[\d.,\s]+)",
    re.ASCII,
)

Operands: TypeAlias = tuple[int, ...]
"""The operands n, i, v, w, f, t, e of a number; n is -1 where it is no whole number."""

Test: TypeAlias = Callable[[Operands], bool]

_PLACES: Final = {"n": 0, "i": 1, "v": 2, "w": 3, "f": 4, "t": 5, "e": 6, "c": 6}


def _relation(text: str) -> Test:
    match = _RELATION.fullmatch(text.strip())
    if match is None:
        message = f"{text!r} is not a relation of CLDR's plural rules"
        raise ValueError(message)
    place = _PLACES[match["operand"]]
    modulus = int(match["modulus"] or 0)
    wanted = not match["unequal"]
    bounds = (item.strip().partition("..") for item in match["ranges"].split(","))
    values = frozenset(
        value
        for low, _, high in bounds
        for value in range(int(low), int(high or low) + 1)
    )

    def plain(operands: Operands) -> bool:
        return (operands[place] in values) is wanted

    def remainder(operands: Operands) -> bool:
        value = operands[place]
        return (value >= 0 and value % modulus in values) is wanted

    return remainder if modulus else plain


def _both(first: Test, second: Test) -> Test:
    return lambda operands: first(operands) and second(operands)


def _either(first: Test, second: Test) -> Test:
    return lambda operands: first(operands) or second(operands)


@attrs.frozen
class PluralRules:
    """The rules of one language.

    >>> french = plural_rules("fr")
    >>> french.category("1.5"), french.category("2")
    ('one', 'other')
    >>> french.category("1.5", exponent=6)  # as in "1,5 million de …"
    'many'

    Attributes:
        categories: the forms that the language has, in CLDR's order.
        rules: when each of them is right.
        ranges: the form of a range by those of its ends, where it isn't the second's.
    """

    categories: tuple[str, ...]
    rules: tuple[tuple[str, Test], ...]
    ranges: Mapping[str, str]

    def category(self, plain: str, exponent: int = 0) -> str:
        """Return the form that goes with a number as it is shown.

        Args:
            plain: its digits, with "," between groups and "." before the fraction.
            exponent: the power of ten that a word such as "million" stands for.
        """
        if not self.rules:
            return "other"
        if exponent or "." in plain:
            operands = _operands(plain, exponent)
        else:
            integer = int(plain.replace(",", ""))
            operands = (integer, integer, 0, 0, 0, 0, 0)
        for name, holds in self.rules:
            if holds(operands):
                return name
        return "other"

    def of_range(self, low: str, high: str) -> str:
        """Return the form that goes with a range, by the forms of its two ends."""
        return self.ranges.get(f"{low} {high}", high)


def _operands(plain: str, exponent: int) -> Operands:
    whole, _, fraction = plain.replace(",", "").partition(".")
    if exponent:
        whole += fraction[:exponent].ljust(exponent, "0")
        fraction = fraction[exponent:]
    integer = int(whole)
    short = fraction.rstrip("0")
    return (
        -1 if short else integer,
        integer,
        len(fraction),
        len(short),
        int(fraction or 0),
        int(short or 0),
        exponent,
    )


@cache
def plural_rules(locale: str) -> PluralRules:
    """Return the rules of a locale's language; one form for all where CLDR has none."""
    table = tables.plurals()
    language = locale.partition("-")[0]
    texts = table.get(locale) or table.get(language) or {}
    rules = tuple(
        (name, reduce(_either, _alternatives(texts[name])))
        for name in CATEGORIES
        if name in texts
    )
    names = (*(name for name, _ in rules), "other")
    return PluralRules(names, rules, tables.plural_ranges(language))


def _alternatives(text: str) -> list[Test]:
    return [
        reduce(_both, map(_relation, every.split(" and ")))
        for every in text.split(" or ")
    ]
