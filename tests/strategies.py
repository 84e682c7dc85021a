"""Hypothesis strategies for every value and record, vague and partial ones included."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from sovcrypto import _data
from sovcrypto.codes import (
    AssetCode,
    CountryCode,
    CurrencyCode,
    LanguageTag,
    Unit,
    asset_code,
    country_code,
    currency_code,
    language_tag,
    unit,
)
from sovcrypto.dataset import Dataset
from sovcrypto.model import FACTS, Agreement, AnyFact, Party, Reserve, ReserveMovement
from sovcrypto.provenance import Citation, Source, Standing
from sovcrypto.values import Amount, Period

M = TypeVar("M")

# A busy machine is slow, and that is no fault of a law.
settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")

# Few codes, so that rows agree often enough for a query to find some.
COUNTRIES = tuple(country_code(code) for code in ("BT", "SV", "PK", "CF", "US"))
ASSETS = tuple(asset_code(code) for code in ("BTC", "ETH", "crypto"))
CURRENCIES = tuple(currency_code(code) for code in ("USD", "EUR", "BTN"))
LANGUAGES = tuple(language_tag(tag) for tag in ("en", "fr", "pt-BR"))
NAMES = ("Druk Holding", "GMC", "Green Digital", "été", "ビットコイン", "a'); --")
_UNITS: Mapping[str, tuple[str, ...]] = {
    "asset": ("BTC", "ETH"),
    "currency": CURRENCIES,
    "power": ("kW", "MW", "GW"),
    "share": ("%",),
    "people": ("persons",),
    "duration": ("months", "years"),
}

country_codes = st.sampled_from(COUNTRIES)
any_country_code = st.sampled_from(sorted(_data.countries())).map(country_code)
asset_codes = st.sampled_from(ASSETS)
currency_codes = st.sampled_from(CURRENCIES)
units = st.sampled_from([u for group in _UNITS.values() for u in group]).map(unit)
names = st.sampled_from(NAMES)


# Numbers of a size that sources state, with up to eight decimals.
sizes = st.one_of(
    st.integers(0, 20).map(Decimal),
    st.integers(0, 10**15).map(Decimal),
    st.decimals(0, 1000, places=2),
    st.integers(0, 10**20).map(lambda n: Decimal(n).scaleb(-8)),
)


@st.composite
def amounts(
    draw: st.DrawFn,
    of: SearchStrategy[Unit] | SearchStrategy[str] = units,
    bounds: SearchStrategy[Decimal] = sizes,
) -> Amount:
    """Amounts of every shape: points, intervals, open ends, hedged or not."""
    low, high = sorted((draw(bounds), draw(bounds)))
    shape = draw(st.sampled_from(["point", "both", "low", "high"]))
    if low == high or shape == "point":
        return Amount(low=low, high=low, unit=draw(of), approximate=draw(st.booleans()))
    return Amount(
        low=None if shape == "high" else low,
        high=None if shape == "low" else high,
        unit=draw(of),
        low_open=shape != "high" and draw(st.booleans()),
        high_open=shape != "low" and draw(st.booleans()),
        approximate=draw(st.booleans()),
    )


def amounts_of(dimension: str) -> SearchStrategy[Amount]:
    """Amounts in the units of one field of a record."""
    return amounts(st.sampled_from(_UNITS[dimension]))


_DAYS = st.dates(date(2019, 1, 1), date(2027, 12, 31))
points = st.one_of(
    _DAYS.map(lambda day: Period(f"{day}")),
    _DAYS.map(lambda day: Period(f"{day:%Y-%m}")),
    _DAYS.map(lambda day: Period(f"{day:%Y}-Q{(day.month + 2) // 3}")),
    _DAYS.map(lambda day: Period(f"{day:%Y}")),
)


resolved_periods = st.one_of(
    points,
    points.map(lambda p: Period(f"{p}~")),
    st.tuples(points, points).map(lambda two: _interval(*two)),
    points.map(lambda p: Period.between(p, None)),
    points.map(lambda p: Period.between(None, p)),
)
unresolved_periods = st.integers(1, 12).map(lambda month: Period(f"XXXX-{month:02}"))
periods = st.one_of(resolved_periods, resolved_periods, unresolved_periods)


def _interval(one: Period, other: Period) -> Period:
    first, last = sorted((one, other))
    if first.end is not None and last.end is not None and first.end > last.end:
        return first
    return Period.between(first, last)


sources = st.builds(
    Source,
    publisher=st.none() | names,
    title=st.none() | names,
    published=st.none() | resolved_periods,
    language=st.none() | st.sampled_from(LANGUAGES),
)
citations = st.builds(
    Citation,
    source=sources,
    span=st.none() | st.tuples(st.integers(0, 9), st.integers(10, 20)),
    standing=st.sampled_from(Standing),
    originator=st.none() | names,
)
parties = st.one_of(
    st.builds(Party, country=country_codes, name=st.none() | names),
    st.builds(Party, name=names),
)

_OF_TYPE: Mapping[object, SearchStrategy[Any]] = {
    str: names,
    bool: st.booleans(),
    CountryCode: country_codes,
    AssetCode: asset_codes,
    CurrencyCode: currency_codes,
    LanguageTag: st.sampled_from(LANGUAGES),
    Period: periods,
    Party: parties,
}


def _field_values(column: Any) -> SearchStrategy[Any]:  # noqa: ANN401 -- any column
    kind = column.kind
    if column.dimension:
        one: SearchStrategy[Any] = amounts_of(column.dimension)
    elif kind.is_enum:
        one = st.sampled_from(list[Enum](kind.of))
    else:
        one = _OF_TYPE[kind.of]
    if kind.many:
        return st.lists(one, max_size=3, unique=True).map(tuple)
    return st.none() | one if kind.optional else one


_ASSET_SHARE = (Reserve, ReserveMovement)


def records(model: type[M]) -> SearchStrategy[M]:
    """Records of a model, each field filled as its declaration allows."""
    columns: dict[str, Any] = getattr(model, "__columns__")  # noqa: B009 -- of any model
    fields = {
        name: _field_values(column)
        for name, column in columns.items()
        if name not in {"citations", "countries"}
    }
    if "citations" in columns:
        fields["citations"] = st.lists(citations, max_size=2).map(tuple)
    if model is Agreement:
        fields["parties"] = st.lists(parties, min_size=1, max_size=3).map(tuple)
    make: Callable[..., M] = model
    if model in _ASSET_SHARE:
        return st.fixed_dictionaries(fields).map(lambda row: make(**_one_asset(row)))
    return st.builds(make, **fields)


def _one_asset(row: dict[str, Any]) -> dict[str, Any]:
    """Make the asset of a record what its quantity counts."""
    quantity: Amount | None = row["quantity"]
    asset = row["asset"] if quantity is None else asset_code(quantity.unit)
    return {**row, "asset": asset}


facts: SearchStrategy[AnyFact] = st.sampled_from(sorted(FACTS.items())).flatmap(
    lambda item: records(item[1])
)
datasets = st.lists(facts, max_size=8).map(Dataset)
reserves = st.lists(records(Reserve), max_size=8)
