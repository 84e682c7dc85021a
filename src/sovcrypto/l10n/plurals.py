"""Which plural form of a word goes with a number, by the rules of CLDR."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from . import tables
from .patterns import EXACT

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

Operands: TypeAlias = "Mapping[str, Decimal | int]"


@attrs.frozen
class _Relation:
    operand: str
    modulus: int | None
    wanted: bool
    ranges: tuple[tuple[int, int], ...]

    def holds(self, operands: Operands) -> bool:
        value = operands[self.operand]
        if self.modulus is not None:
            value = EXACT.remainder(Decimal(value), self.modulus)
        whole = value == int(value)
        inside = whole and any(low <= value <= high for low, high in self.ranges)
        return inside is self.wanted


def _relation(text: str) -> _Relation:
    match = _RELATION.fullmatch(text.strip())
    if match is None:
        message = f"{text!r} is not a relation of CLDR's plural rules"
        raise ValueError(message)
    ranges = (item.strip().partition("..") for item in match["ranges"].split(","))
    return _Relation(
        operand=match["operand"],
        modulus=int(match["modulus"]) if match["modulus"] else None,
        wanted=not match["unequal"],
        ranges=tuple((int(low), int(high or low)) for low, _, high in ranges),
    )


@attrs.frozen
class PluralRules:
    """The rules of one language.

    >>> from decimal import Decimal
    >>> french = plural_rules("fr")
    >>> french.category(Decimal("1.5")), french.category(Decimal(2))
    ('one', 'other')
    >>> french.category(Decimal("1.5"), exponent=6)  # as in "1,5 million de …"
    'many'

    Attributes:
        categories: the forms that the language has, in CLDR's order.
        rules: when each of them is right: any of several lists of conditions.
    """

    categories: tuple[str, ...]
    rules: tuple[tuple[str, tuple[tuple[_Relation, ...], ...]], ...]

    def category(self, shown: Decimal, *, exponent: int = 0) -> str:
        """Return the form that goes with a number as it is shown.

        Args:
            shown: the number with just the digits that are shown.
            exponent: the power of ten that a word such as "million" stands for.
        """
        operands = _operands(shown, exponent)
        for name, alternatives in self.rules:
            if any(all(r.holds(operands) for r in every) for every in alternatives):
                return name
        return "other"


def _operands(shown: Decimal, exponent: int) -> Operands:
    value = EXACT.scaleb(shown.copy_abs(), exponent)
    whole, _, fraction = f"{value:f}".partition(".")
    trimmed = fraction.rstrip("0")
    return {
        "n": value,
        "i": int(whole),
        "v": len(fraction),
        "w": len(trimmed),
        "f": int(fraction or 0),
        "t": int(trimmed or 0),
        "c": exponent,
        "e": exponent,
    }


@cache
def plural_rules(locale: str) -> PluralRules:
    """Return the rules of a locale's language; one form for all where CLDR has none."""
    table = tables.plurals()
    texts = table.get(locale) or table.get(locale.partition("-")[0]) or {}
    rules = tuple(
        (name, tuple(_alternatives(texts[name])))
        for name in CATEGORIES
        if name in texts
    )
    return PluralRules((*(name for name, _ in rules), "other"), rules)


def _alternatives(text: str) -> list[tuple[_Relation, ...]]:
    return [
        tuple(_relation(part) for part in every.split(" and "))
        for every in text.split(" or ")
    ]
