"""Generated reference tables, and typed readers for them.

Never edited by hand: each JSON file names its generator in `tools/` and its sources
with their licences under `_meta`. A table is read when it is first asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import attrs


@attrs.frozen
class CountryRow:
    """One country of ISO 3166-1."""

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
    """One virtual asset of the registry."""

    name: str
    decimals: int | None
    dti: str | None
    kind: str
    aliases: tuple[str, ...]
    ambiguous: bool


@attrs.frozen
class TerritoryNames:
    """How one country is called in one language."""

    names: tuple[str, ...]
    capital: str | None
    adjectives: tuple[str, ...]
    inhabitants: tuple[str, ...]


def table(name: str) -> Mapping[str, Any]:
    """Read a table of this folder: `countries`, `names/fr`, …"""
    path = resources.files(__name__).joinpath(f"{name}.json")
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


@cache
def countries() -> Mapping[str, CountryRow]:
    """Return ISO 3166-1 by alpha-2 code."""
    return {
        code: CountryRow(
            alpha3=row["alpha_3"],
            numeric=row["numeric"],
            currencies=tuple(row["currencies"]),
            region=row["region"],
            subregion=row["subregion"],
        )
        for code, row in table("countries")["countries"].items()
    }


@cache
def country_hints() -> Mapping[str, str]:
    """Return what is meant by a code that is not, or no longer, one of ISO 3166-1."""
    content = table("countries")
    return {**content["withdrawn"], **content["hints"]}


@cache
def currencies() -> Mapping[str, CurrencyRow]:
    """Return the currencies of ISO 4217 in use by their alphabetic code."""
    return {
        code: CurrencyRow(row["numeric"], row["minor_units"])
        for code, row in table("currencies")["currencies"].items()
    }


@cache
def assets() -> Mapping[str, AssetRow]:
    """Return the registry of virtual assets by ticker."""
    return {
        ticker: AssetRow(
            name=row["name"],
            decimals=row["decimals"],
            dti=row.get("dti"),
            kind=row["kind"],
            aliases=tuple(row.get("aliases", ())),
            ambiguous=row.get("ambiguous", False),
        )
        for ticker, row in table("assets")["assets"].items()
    }


@cache
def territory_names(language: str) -> Mapping[str, TerritoryNames]:
    """Return how the countries are called in a language, by alpha-2 code."""
    return {
        code: TerritoryNames(
            names=tuple(row["names"]),
            capital=row.get("capital"),
            adjectives=tuple(row.get("adjectives", ())),
            inhabitants=tuple(row.get("inhabitants", ())),
        )
        for code, row in table(f"names/{language}")["territories"].items()
    }
