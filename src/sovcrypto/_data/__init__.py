"""Generated reference tables, and typed readers for them.

Never edited by hand: each JSON file names its generator in `tools/` and its sources
with their licences under `_meta`. A table is read when it is first asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TypedDict

import attrs


@attrs.frozen
class CountryRow:
    """One country of ISO 3166-1, with its legal tender and its place in UN M49."""

    alpha3: str
    numeric: str
    currencies: tuple[str, ...]
    region: str | None
    subregion: str | None


@attrs.frozen
class CurrencyRow:
    """One currency of ISO 4217; `digits` is None where it has no minor unit."""

    numeric: str
    digits: int | None


@attrs.frozen
class AssetRow:
    """One virtual asset of the registry.

    `aliases` are lower-case words that mean it alone, `ambiguous` says that the ticker
    means other things too, `subunits` are powers of ten by name (`sat` is -8).
    """

    name: str
    kind: str
    decimals: int | None
    dti: str | None
    aliases: tuple[str, ...]
    ambiguous: bool
    subunits: Mapping[str, int]


@attrs.frozen
class TerritoryNames:
    """How one country is called in one language; CLDR's name comes first."""

    names: tuple[str, ...]
    capital: str | None
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]


def table(name: str) -> Mapping[str, object]:
    """Read a table of this folder by name.

    >>> sorted(table("currencies"))
    ['_meta', 'currencies', 'withdrawn']
    """
    content: dict[str, object] = json.loads(_text(name))
    return content


@cache
def countries() -> Mapping[str, CountryRow]:
    """Return ISO 3166-1 by alpha-2 code.

    >>> countries()["BT"].currencies
    ('BTN', 'INR')
    """
    content: _Countries = json.loads(_text("countries"))
    return {
        code: CountryRow(
            alpha3=row["alpha_3"],
            numeric=row["numeric"],
            currencies=tuple(row["currencies"]),
            region=row["region"],
            subregion=row["subregion"],
        )
        for code, row in content["countries"].items()
    }


@cache
def country_hints() -> Mapping[str, str]:
    """Return the one country that is meant by a code which isn't assigned to it.

    >>> country_hints()["UK"], country_hints()["ZR"], country_hints().get("YU")
    ('GB', 'CD', None)
    """
    content: _Countries = json.loads(_text("countries"))
    successors = {
        code: codes[0]
        for code, codes in withdrawn_countries().items()
        if len(codes) == 1
    }
    return {**successors, **content["hints"]}


@cache
def withdrawn_countries() -> Mapping[str, tuple[str, ...]]:
    """Return the successors of each alpha-2 code that ISO 3166-1 has withdrawn.

    >>> withdrawn_countries()["YU"]
    ('RS', 'ME')
    """
    content: _Countries = json.loads(_text("countries"))
    return {code: tuple(codes) for code, codes in content["withdrawn"].items()}


@cache
def reserved_codes() -> Mapping[str, str]:
    """Return alpha-2 codes in use that are no country of ISO 3166-1: `EU`, `XK`."""
    content: _Countries = json.loads(_text("countries"))
    return content["reserved"]


@cache
def currencies() -> Mapping[str, CurrencyRow]:
    """Return the currencies of ISO 4217 in use by their alphabetic code.

    >>> currencies()["BHD"].digits
    3
    """
    content: _Currencies = json.loads(_text("currencies"))
    return {
        code: CurrencyRow(row["numeric"], row["minor_units"])
        for code, row in content["currencies"].items()
    }


@cache
def withdrawn_currencies() -> frozenset[str]:
    """Return the codes that ISO 4217 has withdrawn.

    >>> "BGN" in withdrawn_currencies()
    True
    """
    content: _Currencies = json.loads(_text("currencies"))
    return frozenset(content["withdrawn"]["codes"])


@cache
def assets() -> Mapping[str, AssetRow]:
    """Return the registry of virtual assets by ticker.

    >>> assets()["BTC"].aliases
    ('bitcoin', 'bitcoins', 'xbt')
    """
    content: _Assets = json.loads(_text("assets"))
    return {
        ticker: AssetRow(
            name=row["name"],
            kind=row["kind"],
            decimals=row["decimals"],
            dti=row.get("dti"),
            aliases=tuple(row.get("aliases", ())),
            ambiguous=row.get("ambiguous", False),
            subunits=row.get("subunits", {}),
        )
        for ticker, row in content["assets"].items()
    }


@cache
def territory_names(language: str) -> Mapping[str, TerritoryNames]:
    """Return how the countries are called in a language, by alpha-2 code.

    >>> territory_names("fr")["PK"].adjectives
    ('pakistanais', 'pakistanaise', 'pakistanaises')
    """
    content: _Names = json.loads(_text(f"names/{language}"))
    return {code: _names(row) for code, row in content["territories"].items()}


@cache
def reserved_names(language: str) -> Mapping[str, TerritoryNames]:
    """Return how the Union and Kosovo are called, which ISO 3166-1 doesn't list.

    >>> reserved_names("fr")["EU"].names
    ('Union européenne',)
    """
    content: _Names = json.loads(_text(f"names/{language}"))
    return {code: _names(row) for code, row in content["reserved"].items()}


def _names(row: _NamesRow) -> TerritoryNames:
    return TerritoryNames(
        names=tuple(row["names"]),
        capital=row["capital"],
        adjectives=tuple(row["adjectives"]),
        inhabitants=tuple(row["inhabitants"]),
    )


def _text(name: str) -> str:
    return resources.files(__name__).joinpath(f"{name}.json").read_text("utf-8")


class _CountryRow(TypedDict):
    alpha_3: str
    numeric: str
    currencies: list[str]
    region: str | None
    subregion: str | None


class _Countries(TypedDict):
    countries: dict[str, _CountryRow]
    withdrawn: dict[str, list[str]]
    hints: dict[str, str]
    reserved: dict[str, str]


class _CurrencyRow(TypedDict):
    numeric: str
    minor_units: int | None


class _Currencies(TypedDict):
    currencies: dict[str, _CurrencyRow]
    withdrawn: dict[str, list[str]]


class _AssetDetails(TypedDict, total=False):
    dti: str
    aliases: list[str]
    ambiguous: bool
    subunits: dict[str, int]


class _AssetRow(_AssetDetails):
    name: str
    kind: str
    decimals: int | None


class _Assets(TypedDict):
    assets: dict[str, _AssetRow]


class _NamesRow(TypedDict):
    names: list[str]
    capital: str | None
    adjectives: list[str]
    inhabitants: list[str]


class _Names(TypedDict):
    territories: dict[str, _NamesRow]
    reserved: dict[str, _NamesRow]
