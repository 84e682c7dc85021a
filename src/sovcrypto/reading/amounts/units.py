"""What an amount may count, in the words and signs of a language."""

from __future__ import annotations

import tomllib
from enum import Enum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import attrs

from ... import _data
from ...codes import Unit, unit
from ..language import expand, words
from ..phrases import Ahead, section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class UnitKind(Enum):
    """What sort of thing a unit is; rules differ by it."""

    MONEY = "money"
    ASSET = "asset"
    MEASURE = "measure"
    PEOPLE = "people"
    COINS = "coins"
    """Coins of an asset that another sentence names."""
    NONE = "none"
    """A phrase that only begins like a unit: percentage points."""


def _is_sure(word: UnitWord) -> bool:
    return not (word.printed or word.noun or word.kind is UnitKind.NONE)


def _code(text: str) -> Unit:
    return unit(text) if text else Unit("")


@attrs.frozen
class UnitWord:
    """One word for a unit.

    Attributes:
        unit: the code of the unit, empty for coins.
        kind: what sort of unit it is.
        printed: how it must be printed, empty for any way, `^` for a capital letter.
        shift: power of ten that the word adds: a cent is a dollar of -2.
        noun: it may qualify the noun after it: "bitcoin ATMs".
        grouping: marks that group the digits of what it counts in any language, where
            three digits follow: there are no thousandths of people, and hardly of
            bitcoins ("5,689 BTC" in Spanish).
        sure: it is this unit wherever it stands, however it is printed.
    """

    unit: Unit = attrs.field(converter=_code)
    kind: UnitKind
    printed: str = ""
    shift: int = 0
    noun: bool = False
    grouping: bytes = b""
    sure: bool = attrs.field(
        init=False, default=attrs.Factory(_is_sure, takes_self=True)
    )

    def fits(self, printed: str) -> bool:
        """Whether the word is printed as this unit must be."""
        if not self.printed:
            return True
        if self.printed == "^":
            return printed[:1].isupper()
        return printed == self.printed or (
            " " in self.printed and printed.replace("\u00a0", " ") == self.printed
        )


@cache
def _marks(name: str) -> Mapping[str, tuple[str, ...]]:
    """Read a table of `units.toml`: by unit, the ways in which it is printed."""
    file = resources.files("sovcrypto.reading.amounts").joinpath("units.toml")
    content: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
        file.read_text("utf-8")
    )
    return {
        unit: tuple(way for entry in ways for way in expand(entry))
        for unit, ways in content[name].items()
    }


def _kind(code: str) -> UnitKind:
    return UnitKind.MONEY if code in _data.currencies() else UnitKind.ASSET


def _measures(language: str) -> Iterator[tuple[str, UnitWord]]:
    for code, ways in _marks("measures").items():
        for way in ways:
            yield way, UnitWord(code, UnitKind.MEASURE, way)
    for code, listed in section(language, "quantities", "measures").items():
        for word in listed:
            yield word, UnitWord(code, UnitKind.MEASURE)


def _money(language: str) -> Iterator[tuple[str, UnitWord]]:
    for code in _data.currencies():
        yield code, UnitWord(code, UnitKind.MONEY, code)
    for code, signs in (*_marks("signs").items(), *_marks("suffixes").items()):
        for sign in signs:
            yield sign, UnitWord(code, _kind(code), sign)
    for code, signs in _marks("hundredths").items():
        for sign in signs:
            yield sign, UnitWord(code, UnitKind.MONEY, sign, shift=-2)
    for code, listed in section(language, "quantities", "currencies").items():
        for word in listed:
            yield word, UnitWord(code, UnitKind.MONEY)
    for code, listed in section(language, "quantities", "hundredths").items():
        for word in listed:
            yield word, UnitWord(code, UnitKind.MONEY, shift=-2)


def _assets(language: str) -> Iterator[tuple[str, UnitWord]]:
    # "474 unidades de BTC"
    pieces = words(language, "quantities", "joins", "pieces")
    for ticker, row in _data.assets().items():
        for name in (ticker, *row.aliases) if pieces else ():
            for piece in pieces:
                yield f"{piece} {name}", UnitWord(ticker, UnitKind.ASSET)
        yield ticker, UnitWord(ticker, UnitKind.ASSET, ticker, grouping=b",")
        for alias in row.aliases:
            yield alias, UnitWord(ticker, UnitKind.ASSET, noun=True, grouping=b",")
        for word, shift in row.subunits.items():
            yield word, UnitWord(ticker, UnitKind.ASSET, shift=shift)
    for ticker, names in section(language, "names", "assets").items():
        for name in names:
            yield name, UnitWord(ticker, UnitKind.ASSET, noun=True, grouping=b",")


def _people(language: str) -> Iterator[tuple[str, UnitWord]]:
    for word in words(language, "quantities", "people", "words"):
        yield word, UnitWord("persons", UnitKind.PEOPLE, grouping=b".,")
    for row in _data.territory_names(language).values():
        for word in row.inhabitants:
            noun = word in row.adjectives
            printed = "^" if word[:1].isupper() else ""
            yield word, UnitWord("persons", UnitKind.PEOPLE, printed, 0, noun, b".,")
    for word in words(language, "quantities", "coins", "words"):
        yield word, UnitWord("", UnitKind.COINS, grouping=b".,")
    for word in words(language, "quantities", "not_units", "words"):
        yield word, UnitWord("", UnitKind.NONE)


@cache
def units(language: str) -> Ahead[UnitWord]:
    """Return the words and signs that may follow a number in a language.

    >>> [word.unit for word, _ in units("fr").at(b"745 dollars canadiens", 4)]
    ['CAD', 'USD']
    """
    return Ahead(
        (
            *_measures(language),
            *_money(language),
            *_assets(language),
            *_people(language),
        )
    )


@attrs.frozen
class Prefixes:
    """The signs and codes that may stand before a number.

    >>> word, start = prefixes().at("about HK$ 5", 10)
    >>> word.unit, start
    ('HKD', 6)
    """

    signs: Mapping[str, UnitWord]
    longest: int
    last: frozenset[str]

    def at(self, plain: str, place: int) -> tuple[UnitWord, int] | None:
        """Return the longest sign that ends at a place, with its start."""
        if place > 0 and plain[place - 1] in _SPACES:
            place -= 1
        if place <= 0 or plain[place - 1] not in self.last:
            return None
        for start in range(max(0, place - self.longest), place):
            word = self.signs.get(plain[start:place])
            if word is None:
                continue
            if not (start and plain[start].isalpha() and plain[start - 1].isalnum()):
                return word, start
        return None


_SPACES: Final = frozenset(" \n\u00a0\u202f\u2009")


@cache
def prefixes() -> Prefixes:
    """Return the signs and codes that may stand before a number, in any language."""
    wordy = _marks("wordy")["codes"]
    codes = {code: (code,) for code in _data.currencies() if code not in wordy}
    signs: dict[str, UnitWord] = {}
    for table in (codes, _marks("prefixes"), _marks("signs")):
        for code, ways in table.items():
            # "$5,689" follows English, whatever the language around it
            grouping = b"" if code == "EUR" else b","
            for way in ways:
                signs[way] = UnitWord(code, _kind(code), way, grouping=grouping)
    last = frozenset(sign[-1] for sign in signs)
    return Prefixes(signs, max(map(len, signs)), last)
