"""The words with which a language states dates, compiled for looking them up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs
from ahocorasick_rs import BytesAhoCorasick

from ...errors import UnknownLocale
from ..folding import fold
from ..language import languages, words
from ..phrases import Ahead, Behind, section, setting

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE: Final = "dates"


@attrs.frozen
class DateWords:
    """How a language states dates.

    Attributes:
        order: order of day, month and year in digits, empty if it is not certain.
        capital: whether months need a capital letter.
        month_first: whether the day may come after the month.
        capital_nouns: whether every noun has a capital letter.
        months: names of months.
        quarters: names of quarters.
        halves: names of half years.
        relative: words for a date seen from the day of publication.
        last: words after a month that make it the last of its name.
        next: words after a month that make it the next.
        roles: prepositions.
        fillers: what may stand before a date, `about` if it blurs the date.
        open: words before the first of two dates.
        pair: words between two dates that need one of `open`.
        range: words between two dates.
        plural: words before a number that is then no year.
        stops: words that are no noun.
        day_before: the day at the end of what stands before a month.
        day_after: the day after a month.
        year_after: the year after a month.
        links: what may stand between a month and `last year`.
        triggers: all names and relative words.
    """

    order: str
    capital: bool
    month_first: bool
    capital_nouns: bool
    months: Ahead[int]
    quarters: Ahead[int]
    halves: Ahead[int]
    relative: Ahead[str]
    last: Ahead[None]
    next: Ahead[None]
    roles: Behind[str]
    fillers: Behind[str]
    open: Behind[None]
    pair: frozenset[bytes]
    range: frozenset[bytes]
    plural: Behind[None]
    stops: frozenset[bytes]
    day_before: re.Pattern[bytes]
    day_after: re.Pattern[bytes]
    year_after: re.Pattern[bytes]
    links: tuple[bytes, ...]
    triggers: BytesAhoCorasick


def _listed(language: str, name: str) -> list[tuple[str, None]]:
    return [(word, None) for word in words(language, FILE, "words", name)]


def _folded(language: str, name: str) -> frozenset[bytes]:
    return frozenset(fold(word) for word in words(language, FILE, "words", name))


def _numbered(language: str, name: str) -> list[tuple[str, int]]:
    return [(word, int(key)) for word, key in _named(language, name)]


def _named(language: str, name: str) -> list[tuple[str, str]]:
    return [
        (word, key)
        for key, listed in section(language, FILE, name).items()
        for word in listed
    ]


def _fillers(language: str) -> Iterator[tuple[str, str]]:
    for word in words(language, FILE, "words", "fillers"):
        yield word, ""
    for word in words(language, FILE, "words", "about"):
        yield word, "about"


@cache
def date_words(language: str) -> DateWords:
    """Return how a language states dates.

    >>> date_words("en").months.first(b"may 2025", 0)
    (5, 3)

    Raises:
        UnknownLocale: no such language can be read.
    """
    if language not in languages():
        expected = f"a language that can be read ({', '.join(languages())})"
        raise UnknownLocale(language, expected)
    linking = words(language, FILE, "words", "links")
    listed = sorted(map(re.escape, map(fold, linking)), key=len, reverse=True)
    link = b"(?:%b)" % b"|".join(
        word + (b"" if word.endswith(b"'") else b" ") for word in listed
    )
    triggers = [
        word
        for name in ("months", "quarters", "halves", "relative")
        for word, _ in _named(language, name)
    ]
    return DateWords(
        order=setting(language, FILE, "order"),
        capital=setting(language, FILE, "capital") == "yes",
        month_first=setting(language, FILE, "month_first") == "yes",
        capital_nouns=setting(language, FILE, "nouns") == "capital",
        months=Ahead(_numbered(language, "months")),
        quarters=Ahead(_numbered(language, "quarters")),
        halves=Ahead(_numbered(language, "halves")),
        relative=Ahead(_named(language, "relative")),
        last=Ahead(_listed(language, "last")),
        next=Ahead(_listed(language, "next")),
        roles=Behind(_named(language, "roles")),
        fillers=Behind(_fillers(language)),
        open=Behind(_listed(language, "open")),
        pair=_folded(language, "pair"),
        range=_folded(language, "range"),
        plural=Behind(_listed(language, "plural")),
        stops=frozenset(map(fold, words(language, "quantities", "stops", "words"))),
        day_before=re.compile(
            rb"(?<![0-9])([0-3]?[0-9])(?:er|st|nd|rd|th|\.|\xb0|\xba)? (?:%b)?$" % link
        ),
        day_after=re.compile(rb" ([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9]|[.,:/-][0-9])"),
        year_after=re.compile(
            rb",? (?:%b)?([12][0-9]{3})(?![0-9]|[.,:/-][0-9])" % link
        ),
        links=(b" ", b", ", *(b" " + fold(word) + b" " for word in linking)),
        triggers=BytesAhoCorasick(sorted({fold(word) for word in triggers})),
    )
