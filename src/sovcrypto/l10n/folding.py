"""Texts made alike where readers take them for the same: spaces, signs, digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from .. import _data

if TYPE_CHECKING:
    from collections.abc import Mapping

Fold: TypeAlias = Callable[[str], str]
"""What makes alike texts that mean the same."""

# Marks that say in which direction a text runs, and are not seen (UAX 9).
_UNSEEN: Final = (
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_MINUSES: Final = "\u2010\u2011\u2012\u2212\ufe63\uff0d"
_APOSTROPHES: Final = "\u2019\u02bc\uff07"
_SIGNS: Final = 0xF000  # of Unicode's private use
_MILLI: Final = re.compile(r"\bm(?=[WH])")
_SPACES: Final = re.compile(r"\s+")


def folded(text: str, digits: str) -> str:
    """Return a text as `parse` compares it where it is lenient.

    >>> folded("−1\u202f234,5\u00a0€", "0123456789")
    '-1 234,5 €'

    Args:
        text: the text.
        digits: those of the locale, which may be none of Unicode's decimal digits.
    """
    return _SPACES.sub(" ", text.translate(_table(digits))).strip()


def caseless(text: str) -> str:
    """Return a text without its case, unless "mW" and the like would become "MW".

    >>> caseless("More than 5 KWH"), caseless("5 mW") == caseless("5 MW")
    ('more than 5 kwh', False)
    """
    return _MILLI.sub("\ufffd", text).casefold()


def exact(text: str, digits: str) -> str:
    """Return a text as `parse` compares it where it is strict.

    Marks that are not seen fall away. The digits of the locale become those of ASCII,
    which themselves are no digits where the locale has others.
    """
    return text.translate(_exact_table(digits)).strip()


def masked(text: str) -> str:
    """Put a sign for each ticker with a digit in it, which is no part of a number.

    "USD1 500" is an amount of USD1, and not of dollars.
    """
    pattern, signs = _tickers()
    return pattern.sub(lambda found: signs[found[0]], text)


@cache
def _tickers() -> tuple[re.Pattern[str], Mapping[str, str]]:
    codes = [code for code in _data.assets() if not code.isalpha()]
    texts = sorted({*codes, *(code.casefold() for code in codes)})
    signs = {text: chr(_SIGNS + place) for place, text in enumerate(texts)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(texts)})(?!\w)"), signs


@cache
def _exact_table(digits: str) -> Mapping[int, str | None]:
    table: dict[int, str | None] = {ord(char): None for char in _UNSEEN}
    if digits.isascii():
        return table
    table |= {ord("0") + value: "\ufffd" for value in range(10)}
    return table | {ord(char): str(value) for value, char in enumerate(digits)}


@cache
def _table(digits: str) -> Mapping[int, str | None]:
    table: dict[int, str | None] = {ord(char): None for char in _UNSEEN}
    table |= {ord(char): "-" for char in _MINUSES}
    table |= {ord(char): "'" for char in _APOSTROPHES}
    table |= {
        point: str(value)
        for point in range(0x80, 0x1FBFA)
        if (value := unicodedata.decimal(chr(point), None)) is not None
    }
    return table | {ord(char): str(value) for value, char in enumerate(digits)}
