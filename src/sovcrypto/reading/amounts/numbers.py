"""Numbers as newspapers print them, in digits and in words.

Digits are found by one pattern anchored on `[0-9]`, which the engine scans for fast.
Which mark groups and which one begins the decimals follows from the language, and where
a text writes against its language, from what the number counts.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs

from ..folding import fold
from ..language import words
from ..phrases import LETTERS, section, trie

if TYPE_CHECKING:
    from collections.abc import Mapping

# "6 200", "1,234.5", "1'200", "12": groups of a space have three digits, and a year
# groups with nothing ("2025 150 MW"). What stands between is judged by `plain`.
REST: Final = (
    rb"(?>[0-9]*)(?:(?<![0-9]{4})(?: [0-9]{3}(?![0-9])){1,12}(?:[.,][0-9]+)?"
    rb"|(?:[.,'][0-9]+){0,20})"
)
"""What follows the first digit of a number; its parts are bounded, and so is time."""

NUMBER: Final = re.compile(rb"[0-9]%b" % REST)
# How long a number may be when it is written out.
_LONGEST: Final = 40
_GROUP: Final = 3
# How far back the words of one number are looked for.
_REACH: Final = 80
_GROUPED: Final = re.compile(rb"[0-9]{1,3}(?:([.,'])[0-9]{3})(?:\1[0-9]{3})*")
# Lakhs and crores group by two: 1,50,000.
_INDIAN: Final = re.compile(rb"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}")


def plain(
    digits: bytes, decimal: str, *, grouping: bytes = b"", power: int = 0
) -> Decimal | None:
    """Read a number of a text, None for what is none (`1.2.3`, `16.07.2025`).

    >>> plain(b"6 200,5", ","), plain(b"1.850", ","), plain(b"1.850", ".")
    (Decimal('6200.5'), Decimal('1850'), Decimal('1.850'))

    A mark followed by three digits begins decimals in its own language, unless what is
    counted says that this mark is `grouping`.

    >>> plain(b"5,689", ","), plain(b"5,689", ",", grouping=b",")
    (Decimal('5.689'), Decimal('5689'))

    Scale words multiply by a power of ten.

    >>> plain(b"1,25", ",", power=12)
    Decimal('1.25E+12')
    """
    if len(digits) + power > _LONGEST:
        return None
    bare = digits
    if not bare.isdigit() and not (bare := digits.replace(b" ", b"")).isdigit():
        place = max(bare.rfind(b"."), bare.rfind(b","), bare.rfind(b"'"))
        head, mark, tail = bare[:place], bare[place : place + 1], bare[place + 1 :]
        if len(tail) != _GROUP and mark != b"'" and head.isdigit():
            return _decimal(head, tail, power)
        single = head.isdigit() and b" " not in digits
        # "1,400 millones": nobody writes so long a decimal that ends in nothing
        if power and mark == b"," and bare.endswith(b"0"):
            grouping += mark
        grouped = _groups(bare, mark, decimal, grouping) if single else mark in head
        if not grouped:
            return _decimal(head, tail, power)
        if not (_GROUPED.fullmatch(bare) or _INDIAN.fullmatch(bare)):
            return None
        bare = bare.translate(None, b".,'")
    return Decimal(f"{bare.decode()}E{power}")


def _groups(bare: bytes, mark: bytes, decimal: str, grouping: bytes) -> bool:
    """Whether the only mark of a number groups its digits."""
    if mark == b"'":
        return True
    if not _GROUPED.fullmatch(bare) or bare.startswith(b"0"):
        return False
    return mark in grouping or mark != decimal.encode()


def _decimal(head: bytes, tail: bytes, power: int) -> Decimal | None:
    if not head.isdigit():
        if not _GROUPED.fullmatch(head):
            return None
        head = head.translate(None, b".,'")
    return Decimal(f"{head.decode()}.{tail.decode()}E{power}")


@attrs.frozen
class NumberWords:
    """The number words of a language.

    >>> number_words("en").ending(b"about twenty-five ", 18)
    (Decimal('25'), 6)
    """

    values: Mapping[bytes, Decimal]
    forward: re.Pattern[bytes]
    backward: re.Pattern[bytes]

    def ending(self, text: bytes, place: int) -> tuple[Decimal, int] | None:
        """Return the number whose words end at a place, with its start."""
        match = self.backward.match(text[max(0, place - _REACH) : place][::-1])
        if match is None:
            return None
        parts: list[Decimal] = []
        start = place
        found = list(self.forward.finditer(text, place - match.end(), place))
        for word in reversed(found):
            value = self.values[word[0].replace(b"\n", b" ")]
            linked = start - word.end() > 1 and start < place
            if parts and not _goes_before(value, parts[0], linked=linked):
                break
            parts.insert(0, value)
            start = word.start()
        return _composed(parts), start


def _goes_before(left: Decimal, right: Decimal, *, linked: bool) -> bool:
    """Whether two number words are one number: "two hundred", not "two, three"."""
    hundred, thousand = 100, 1000
    if linked and left < hundred:  # treinta y cinco, vingt et un, soixante et onze
        return left >= 20 and left % 10 == 0 and (right < 10 or right == 11)  # noqa: PLR2004
    if left >= hundred:  # cent vingt, doscientos mil, two thousand five hundred
        return right < left or left < thousand <= right
    if right >= hundred:  # deux cents, forty thousand
        return left == int(left)
    # twenty-five, soixante-dix, quatre-vingt-dix-sept; but not "ten five"
    teens = 20 if left in {60, 80} else 10
    return left >= 10 and left % 10 == 0 and right < teens  # noqa: PLR2004


def _composed(parts: list[Decimal]) -> Decimal:
    """Put number words together: [2, 100, 50] is 250."""
    total = current = Decimal(0)
    for part in parts:
        if part == 100:  # noqa: PLR2004 -- "deux cents" multiplies within its group
            current = (current or 1) * part
        elif part >= 1000:  # noqa: PLR2004 -- and this closes the group
            total += (current or 1) * part
            current = Decimal(0)
        else:
            current += part
    return total + current


@cache
def number_words(language: str) -> NumberWords | None:
    """Return the number words of a language, None if its file has none.

    >>> number_words("fr").ending(b"soixante-dix-sept", 17)
    (Decimal('77'), 0)
    """
    values = {
        fold(word): Decimal(value)
        for value, listed in section(language, "quantities", "numbers").items()
        for word in listed
    }
    if not values:
        return None
    links = [fold(link) for link in words(language, "quantities", "joins", "numbers")]
    word = trie(phrase[::-1] for phrase in values)
    edge = rb"(?![%b])" % LETTERS
    gap = b"(?:%b)" % b"|".join(
        (b"[ \n-]", *(b"[ \n-]%b[ \n-]" % ln[::-1] for ln in links))
    )
    return NumberWords(
        values,
        re.compile(rb"(?:%b)%b" % (trie(values), edge)),
        re.compile(rb"[ \n-]?%b(?:%b%b)*%b" % (word, gap, word, edge)),
    )
