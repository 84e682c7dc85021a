"""Digits and signs of a locale, read back."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from ..values import number
from .digits import WIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .folding import Fold
    from .lexicon import Sides
    from .numbers import Numbers, PatternName

# What else than the sign of the locale may stand between groups, if not strictly read.
_GAPS: Final = " '"
_PATTERNS: Final[tuple[PatternName, ...]] = (
    "decimal",
    "percent",
    "currency",
    "currency_alpha",
    "accounting",
    "accounting_alpha",
)
# No exponent that may get in has more digits.
_POWER: Final = re.compile(r"[0-9]{1,3}", re.ASCII)


class Signs(NamedTuple):
    """The signs that stood beside a number."""

    negative: bool
    about: bool


@attrs.frozen
class Numerals:
    """How the digits and signs of a locale are read.

    Attributes:
        shapes: what digits look like: with the groups and the decimal sign of numbers,
            then with those of money.
        own: the same of currencies with separators for themselves.
        minus: the signs of a negative number.
        plus: the signs of a positive one.
        about: the signs for "about".
        exponential: what stands before a power of ten.
    """

    shapes: tuple[re.Pattern[str], ...]
    own: Mapping[str, re.Pattern[str]]
    minus: tuple[str, ...]
    plus: tuple[str, ...]
    about: tuple[str, ...]
    exponential: str

    @classmethod
    def of(cls, numbers: Numbers, fold: Fold, *, strict: bool) -> Numerals:
        """Return how a locale is read; strictly, with no other signs than its own."""
        signs = numbers.signs
        group, point = signs["group"], signs["decimal"]
        of_money = (
            signs.get("currency_group", group),
            signs.get("currency_decimal", point),
        )
        sizes = {numbers.pattern(name).grouping for name in _PATTERNS}
        if not strict:
            sizes.add((3, 3))

        def either(name: str, others: str) -> tuple[str, ...]:
            return (fold(signs[name]), *("" if strict else others))

        def shape(group: str, point: str) -> re.Pattern[str]:
            gaps = {group} if strict else {fold(group), *_GAPS}
            return _shape(sizes, gaps, fold(point))

        return cls(
            shapes=tuple(
                shape(*pair) for pair in dict.fromkeys([(group, point), of_money])
            ),
            own={
                code: shape(
                    own.get("group", of_money[0]), own.get("decimal", of_money[1])
                )
                for code, own in numbers.all_own_money().items()
            },
            minus=either("minus", "-"),
            plus=either("plus", "+"),
            about=either("approximately", "~≈"),
            exponential=fold(signs["exponential"]),
        )

    def value(self, text: str, counted: str | None) -> Decimal | None:
        """Return the number that digits stand for, None if their groups are wrong.

        Args:
            text: the digits.
            counted: the currency beside them, if there is one.
        """
        mantissa, power, exponent = text.partition(self.exponential)
        own = self.own.get(counted or "")
        for shape in self.shapes if own is None else (own,):
            match = shape.fullmatch(mantissa)
            if match is not None:
                break
        else:
            return None
        whole = "".join(char for char in match["whole"] if char.isdecimal())
        value = number(f"{whole}.{match['part']}" if match["part"] else whole)
        if not power:
            return value
        negative = exponent.startswith(self.minus)
        digits = exponent.lstrip("".join(self.minus))
        if not _POWER.fullmatch(digits):
            return None
        return value.scaleb(-int(digits) if negative else int(digits), WIDE)

    def signs(self, before: str, after: str) -> tuple[Signs, Sides]:
        """Take the signs off what stands beside digits.

        They stand at one end of what is before it, or at the end of what follows: there
        is none in "kilowatt-hours".
        """
        before, after, negative = _without(self.minus, before, after)
        before, after, about = _without(self.about, before, after)
        if not negative:
            before, after, _ = _without(self.plus, before, after)
        if about and not negative:  # "-~5" or "~-5"
            before, after, negative = _without(self.minus, before, after)
        if "(" in before and ")" in after:
            before, after = before.replace("(", "", 1), after.replace(")", "", 1)
            negative = True
        return Signs(negative, about), (before.strip(), after.strip())


def _without(signs: Iterable[str], before: str, after: str) -> tuple[str, str, bool]:
    before, after = before.strip(), after.strip()
    for sign in signs:
        if before.startswith(sign):
            return before.removeprefix(sign), after, True
        if before.endswith(sign):
            return before.removesuffix(sign), after, True
        if after.endswith(sign):
            return before, after.removesuffix(sign), True
    return before, after, False


def _shape(sizes: set[tuple[int, int]], gaps: set[str], point: str) -> re.Pattern[str]:
    """Return what digits look like: in groups of these sizes, or without groups."""
    forms = [
        rf"[0-9]{{1,{rest}}}(?:{gap}[0-9]{{{rest}}})*{gap}[0-9]{{{last}}}"
        for gap in sorted(re.escape(gap) for gap in gaps - {point, ""})
        for last, rest in sorted(sizes)
        if last
    ]
    whole = "|".join([*forms, "[0-9]+"])
    return re.compile(
        rf"(?P<whole>{whole})(?:{re.escape(point)}(?P<part>[0-9]+))?", re.ASCII
    )
