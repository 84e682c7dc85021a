"""What an amount may count, in the words and signs of a language."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs

from .. import _data
from .language import words
from .phrases import Ahead, section

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


@attrs.frozen
class UnitWord:
    """One word for a unit.

    Attributes:
        unit: the code of the unit, empty for coins.
        kind: what sort of unit it is.
        printed: how it must be printed, empty for any way, `^` for a capital letter.
        shift: power of ten that the word adds: a cent is a dollar of -2.
        noun: it may qualify the noun after it: "bitcoin ATMs".
    """

    unit: str
    kind: UnitKind
    printed: str = ""
    shift: int = 0
    noun: bool = False

    def fits(self, printed: str) -> bool:
        """Whether the word is printed as this unit must be."""
        if not self.printed:
            return True
        if self.printed == "^":
            return printed[:1].isupper()
        return printed == self.printed


# Signs of currencies by ISO 4217 code. Those that Windows-1252 lacks are looked up in
# the text itself, since its shadow has one byte for all of them.
SIGNS: Final[Mapping[str, str]] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW",
    "₺": "TRY", "₴": "UAH", "₦": "NGN", "₫": "VND", "₱": "PHP", "₪": "ILS", "฿": "THB",
    "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₾": "GEL", "₼": "AZN", "֏": "AMD",
    "₿": "BTC", "Ξ": "ETH",
}  # fmt: skip
# Signs with letters before them, and abbreviations that come before the number.
PREFIXES: Final[Mapping[str, str]] = {
    "US$": "USD", "U.S.$": "USD", "$US": "USD", "USD$": "USD", "HK$": "HKD", "A$": "AUD", "AU$": "AUD",
    "AUD$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD",
    "NT$": "TWD", "R$": "BRL", "RD$": "DOP", "Mex$": "MXN", "MX$": "MXN", "AR$": "ARS", "CN¥": "CNY", "RMB": "CNY",
    "JP¥": "JPY", "Rs": "INR", "Rs.": "INR", "Tk": "BDT", "Rp": "IDR", "RM": "MYR", "J$": "JMD", "TT$": "TTD",
    "Bs": "VES", "Bs.": "VES", "B/.": "PAB", "S/": "PEN", "S/.": "PEN", "Fr.": "CHF", "SFr": "CHF", "kr": "SEK",
    "EC$": "XCD", "BZ$": "BZD", "B$": "BSD", "GH₵": "GHS", "KSh": "KES", "Ksh": "KES", "N$": "NAD", "Z$": "ZWG", "CUC": "CUP",
}  # fmt: skip
# Codes that are words or names as well ("TOP 10", "COP 28", "ALL 50 states").
_WORDS: Final = frozenset(
    ("ALL", "TOP", "COP", "TRY", "CUP", "PEN", "SOS", "MAD", "BAM", "MOP", "GEL", "LAK")
)
# Measures whose letters another capital would change: mW is no MW. Beside them stand
# the careless spellings that mean nothing else.
_MEASURES: Final[Mapping[str, tuple[str, ...]]] = {
    "W": ("W",), "kW": ("kW", "KW", "Kw", "kw"), "MW": ("MW", "Mw"), "GW": ("GW", "Gw", "gw"),
    "TW": ("TW",), "Wh": ("Wh",), "kWh": ("kWh", "KWh", "kwh", "KWH", "Kwh"), "MWh": ("MWh", "MWH", "Mwh"),
    "GWh": ("GWh", "GWH", "Gwh"), "TWh": ("TWh", "TWH", "Twh"), "H/s": ("H/s",), "kH/s": ("kH/s", "KH/s"),
    "MH/s": ("MH/s",), "GH/s": ("GH/s", "Gh/s"), "TH/s": ("TH/s", "Th/s"), "PH/s": ("PH/s", "Ph/s"),
    "EH/s": ("EH/s", "Eh/s", "EHs", "EH"),
}  # fmt: skip


def _kind(code: str) -> UnitKind:
    return UnitKind.MONEY if code in _data.currencies() else UnitKind.ASSET


def _measures(language: str) -> Iterator[tuple[str, UnitWord]]:
    for code, ways in _MEASURES.items():
        for way in ways:
            yield way, UnitWord(code, UnitKind.MEASURE, way)
    for code, listed in section(language, "quantities", "measures").items():
        for word in listed:
            yield word, UnitWord(code, UnitKind.MEASURE)


def _money(language: str) -> Iterator[tuple[str, UnitWord]]:
    for code in _data.currencies():
        yield code, UnitWord(code, UnitKind.MONEY, code)
    for sign, code in (*SIGNS.items(), *PREFIXES.items()):
        yield sign, UnitWord(code, _kind(code), sign)
    for code, listed in section(language, "quantities", "currencies").items():
        for word in listed:
            yield word, UnitWord(code, UnitKind.MONEY)
    for code, listed in section(language, "quantities", "hundredths").items():
        for word in listed:
            yield word, UnitWord(code, UnitKind.MONEY, shift=-2)


def _assets() -> Iterator[tuple[str, UnitWord]]:
    for ticker, row in _data.assets().items():
        yield ticker, UnitWord(ticker, UnitKind.ASSET, ticker)
        for alias in row.aliases:
            yield alias, UnitWord(ticker, UnitKind.ASSET, noun=True)
        for word, shift in row.subunits.items():
            yield word, UnitWord(ticker, UnitKind.ASSET, shift=shift)


def _people(language: str) -> Iterator[tuple[str, UnitWord]]:
    for word in words(language, "quantities", "people", "words"):
        yield word, UnitWord("persons", UnitKind.PEOPLE)
    for row in _data.territory_names(language).values():
        for word in row.inhabitants:
            yield word, UnitWord("persons", UnitKind.PEOPLE, "^", noun=True)
    for word in words(language, "quantities", "coins", "words"):
        yield word, UnitWord("", UnitKind.COINS)


@cache
def units(language: str) -> Ahead[UnitWord]:
    """Return the words and signs that may follow a number in a language.

    >>> [word.unit for word, _ in units("fr").at(b"745 dollars canadiens", 4)]
    ['CAD', 'USD']
    """
    return Ahead(
        (*_measures(language), *_money(language), *_assets(), *_people(language))
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
        """Return the longest of what ends at a place, one space aside, with its start."""
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
    codes = {code: code for code in _data.currencies() if code not in _WORDS}
    signs = {
        sign: UnitWord(code, _kind(code), sign)
        for sign, code in {**codes, **PREFIXES, **SIGNS}.items()
    }
    last = frozenset(sign[-1] for sign in signs)
    return Prefixes(signs, max(map(len, signs)), last)
