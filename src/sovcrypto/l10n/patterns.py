"""Number patterns of CLDR, and the digits that they lay out."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Final

import attrs

# Any number that may get in, at any number of fraction digits that is asked for.
EXACT: Final = Context(prec=300, rounding=ROUND_HALF_UP)
# UTS 35, part 3, "Number Format Patterns": prefix, number, suffix, as in `¤#,##0.00`.
_PATTERN = re.compile(
    r"(?P<prefix>[^#0]*)(?P<number>[#,0.]+)?(?P<suffix>.*)", re.DOTALL
)


@attrs.frozen
class Pattern:
    """A pattern of CLDR, taken apart.

    >>> pattern("#,##,##0.00 ¤").grouping
    (3, 2)

    Attributes:
        positive: what stands before and after the number.
        negative: the same for a negative number.
        grouping: size of the group before the decimal sign, and of those before it; 0
            where digits are not grouped.
        zeros: how many digits stand before the decimal sign at least.
        fraction: the least and the largest number of fraction digits.
    """

    positive: tuple[str, str]
    negative: tuple[str, str]
    grouping: tuple[int, int]
    zeros: int
    fraction: tuple[int, int]

    def with_affixes(self, other: Pattern) -> Pattern:
        """Return this pattern's number between the affixes of another."""
        return attrs.evolve(self, positive=other.positive, negative=other.negative)


@lru_cache(maxsize=4096)
def pattern(text: str) -> Pattern:
    """Take a pattern apart."""
    plus, _, minus = text.partition(";")
    prefix, number, suffix = _split(plus)
    whole, _, fraction = number.partition(".")
    groups = [len(group) for group in whole.split(",")[1:]]
    primary = groups[-1] if groups else 0
    secondary = groups[-2] if len(groups) > 1 else primary
    before, _, after = _split(minus) if minus else (f"-{prefix}", "", suffix)
    return Pattern(
        positive=(prefix, suffix),
        negative=(before, after),
        grouping=(primary, secondary),
        zeros=whole.count("0"),
        fraction=(fraction.count("0"), len(fraction)),
    )


def _split(text: str) -> tuple[str, str, str]:
    # A quoted text is literal (`0 Mio'.'`); no quoted one holds a sign or a digit.
    match = _PATTERN.fullmatch(text.replace("'.'", "\0"))
    if match is None:
        message = f"{text!r} is not a number pattern"
        raise ValueError(message)
    prefix, number, suffix = match["prefix"], match["number"] or "", match["suffix"]
    return _unquoted(prefix), number, _unquoted(suffix)


def _unquoted(affix: str) -> str:
    return affix.replace("\0", ".").replace("'", "")


def rounded(value: Decimal, fraction: int) -> Decimal:
    """Round half up, as Intl does, to a number of fraction digits.

    >>> rounded(Decimal("0.125"), 2)
    Decimal('0.13')
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -fraction:
        return value
    return value.quantize(Decimal(1).scaleb(-fraction), context=EXACT)


def trimmed(value: Decimal) -> Decimal:
    """Drop the zeros at the end of the fraction.

    >>> trimmed(Decimal("6200.50")), trimmed(Decimal("6200.00"))
    (Decimal('6200.5'), Decimal('6200'))
    """
    short = value.normalize(EXACT)
    exponent = short.as_tuple().exponent
    whole = isinstance(exponent, int) and exponent > 0
    return short.quantize(Decimal(1), context=EXACT) if whole else short


def plain(value: Decimal, fraction: tuple[int, int | None]) -> tuple[str, str]:
    """Return the digits before and after the decimal sign, without sign.

    >>> plain(Decimal("-6200.50"), (0, None))
    ('6200', '5')
    """
    least, most = fraction
    shown = value if most is None else rounded(value, most)
    whole, _, part = f"{shown.copy_abs():f}".partition(".")
    return whole, part.rstrip("0").ljust(least, "0")


def grouped(whole: str, grouping: tuple[int, int], at_least: int, sign: str) -> str:
    """Put group signs between digits.

    >>> grouped("1234567", (3, 2), 1, ",")
    '12,34,567'

    Args:
        whole: the digits.
        grouping: size of the last group, and of the others.
        at_least: how many digits must stand before the first group sign.
        sign: the group sign.
    """
    primary, secondary = grouping
    if not primary or len(whole) < primary + at_least:
        return whole
    groups = [whole[-primary:]]
    rest = whole[:-primary]
    while rest:
        groups.append(rest[-secondary:])
        rest = rest[:-secondary]
    return sign.join(reversed(groups))
