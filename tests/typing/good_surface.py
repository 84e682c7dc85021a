"""The types of the whole surface, as mypy and pyright must see them.

`make check` reads this file; that it can be imported shows that the names exist.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_type

from sovcrypto.codes import AssetCode, CountryCode, CurrencyCode
from sovcrypto.dataset import Dataset
from sovcrypto.fields import Col, Many, Order, Pred, asc, desc
from sovcrypto.model import (
    Acquisition,
    Adoption,
    Agreement,
    AgreementForm,
    AnyFact,
    Country,
    Exchange,
    Financing,
    LegalStatus,
    Licence,
    Mining,
    Organisation,
    Party,
    Regulator,
    Reserve,
    ReserveMovement,
    Stage,
    Token,
    TradingVolume,
)
from sovcrypto.provenance import Citation, Source
from sovcrypto.query import (
    Agg,
    Grouped,
    Query,
    Table,
    Tables,
    count,
    earliest,
    latest,
    maximum,
    minimum,
    total,
)
from sovcrypto.values import Amount, Period, Truth


def columns_and_values(held: Reserve, deal: Agreement, country: Country) -> None:
    """A field is a column on the class, a plain value on an instance."""
    assert_type(Reserve.holder, Col[Reserve, CountryCode])
    assert_type(Reserve.asset, Col[Reserve, AssetCode])
    assert_type(Reserve.body, Col[Reserve, str | None])
    assert_type(Reserve.quantity, Col[Reserve, Amount | None])
    assert_type(Reserve.acquisition, Col[Reserve, tuple[Acquisition, ...]])
    assert_type(Agreement.countries, Col[Agreement, tuple[CountryCode, ...]])
    assert_type(LegalStatus.first, Col[LegalStatus, bool | None])
    assert_type(held.holder, CountryCode)
    assert_type(held.body, str | None)
    assert_type(held.quantity, Amount | None)
    assert_type(held.acquisition, tuple[Acquisition, ...])
    assert_type(deal.parties, tuple[Party, ...])
    assert_type(deal.countries, tuple[CountryCode, ...])
    assert_type(deal.form, AgreementForm)
    assert_type(country.currencies, tuple[CurrencyCode, ...])


def inherited_fields(held: Reserve, token: Token) -> None:
    """A column of a base class belongs to the class that it is read from."""
    assert_type(Reserve.stage, Col[Reserve, Stage])
    assert_type(Token.stage, Col[Token, Stage])
    assert_type(Reserve.period, Col[Reserve, Period | None])
    assert_type(held.stage, Stage)
    assert_type(token.period, Period | None)
    assert_type(held.citations, tuple[Citation, ...])


def conditions() -> None:
    """Every way to make one."""
    assert_type(Reserve.asset == "BTC", Pred[Reserve])
    assert_type(Reserve.body != "Druk Holding", Pred[Reserve])
    assert_type(Reserve.quantity > 5000, Pred[Reserve])
    assert_type(Reserve.value >= Amount.exactly(1, "USD"), Pred[Reserve])
    assert_type(Reserve.period < Period("2025"), Pred[Reserve])
    assert_type(Reserve.body <= "M", Pred[Reserve])
    assert_type(Reserve.quantity.between(1, 5), Pred[Reserve])
    assert_type(Reserve.holder.is_in(["SV", "BT"]), Pred[Reserve])
    assert_type(Reserve.stage.is_in({Stage.PLANNED}), Pred[Reserve])
    assert_type(Reserve.body.is_null(), Pred[Reserve])
    assert_type(Reserve.body.startswith("D"), Pred[Reserve])
    assert_type(Token.name.contains("E"), Pred[Token])
    assert_type(Agreement.countries.has("SV"), Pred[Agreement])
    assert_type(Reserve.acquisition.has(Acquisition.MINING), Pred[Reserve])
    assert_type(Reserve.period.overlaps(Period("2025")), Pred[Reserve])
    either = (Reserve.asset == "BTC") | ~(Reserve.asset == "ETH")
    assert_type(either & Reserve.body.is_null(), Pred[Reserve])


def relations() -> None:
    """A condition at one end makes one at the other."""
    assert_type(Country.reserves, Many[Country, Reserve])
    assert_type(Country.reserves.any(Reserve.asset == "BTC"), Pred[Country])
    assert_type(Country.agreements.of(Country.region == "142"), Pred[Agreement])


def orders() -> None:
    """Of any column."""
    assert_type(asc(Reserve.body), Order[Reserve])
    assert_type(desc(Reserve.period), Order[Reserve])


def queries(data: Dataset) -> None:
    """Each named query is of its model."""
    assert_type(data.countries, Query[Country])
    assert_type(data.reserves, Query[Reserve])
    assert_type(data.movements, Query[ReserveMovement])
    assert_type(data.agreements, Query[Agreement])
    assert_type(data.legal_statuses, Query[LegalStatus])
    assert_type(data.regulators, Query[Regulator])
    assert_type(data.licences, Query[Licence])
    assert_type(data.exchanges, Query[Exchange])
    assert_type(data.volumes, Query[TradingVolume])
    assert_type(data.mining, Query[Mining])
    assert_type(data.tokens, Query[Token])
    assert_type(data.adoption, Query[Adoption])
    assert_type(data.financing, Query[Financing])
    assert_type(data.organisations, Query[Organisation])
    assert_type(data.query(Reserve), Query[Reserve])
    assert_type(data.table(Reserve), Table[Reserve])
    source: Tables = data
    assert_type(source.table(Country), Table[Country])


def steps(data: Dataset) -> None:
    """Each gives a query of the same model."""
    query = data.reserves
    assert_type(query.where(Reserve.asset == "BTC"), Query[Reserve])
    assert_type(query.maybe(), Query[Reserve])
    assert_type(query.filter(lambda held: held.body), Query[Reserve])
    assert_type(query.order_by(Reserve.asset, desc(Reserve.body)), Query[Reserve])
    assert_type(query.limit(3).offset(1), Query[Reserve])
    assert_type(
        query.latest_per(Reserve.holder, Reserve.asset, by=Reserve.period),
        Query[Reserve],
    )


def endings(data: Dataset) -> None:
    """Rows, one row, a number, a column, pairs."""
    query = data.reserves
    assert_type(query.all(), list[Reserve])
    assert_type(query.first(), Reserve | None)
    assert_type(query.one(), Reserve)
    assert_type(query.one_or_none(), Reserve | None)
    assert_type(query.count(), int)
    assert_type(query.exists(), bool)
    assert_type(query.values(Reserve.holder), list[CountryCode])
    assert_type(query.values(Reserve.quantity), list[Amount | None])
    two = query.select(Reserve.holder, Reserve.quantity)
    assert_type(two, list[tuple[CountryCode, Amount | None]])
    assert_type(
        query.select(
            Reserve.holder,
            Reserve.asset,
            Reserve.body,
            Reserve.stage,
            Reserve.period,
            Reserve.acquisition,
        ),
        list[
            tuple[
                CountryCode,
                AssetCode,
                str | None,
                Stage,
                Period | None,
                tuple[Acquisition, ...],
            ]
        ],
    )
    assert_type(iter(query), Iterator[Reserve])
    assert_type([held.holder for held in query], list[CountryCode])
    assert_type(data.countries.pairs(Country.tokens), list[tuple[Country, Token]])
    assert_type(query.explain(), str)
    assert_type(query.to_dict(), dict[str, object])
    assert_type(Query.from_dict(query.to_dict(), data, Reserve), Query[Reserve])


def aggregates() -> None:
    """What is said of a group, None where its rows may state nothing."""
    assert_type(total(Reserve.quantity), Agg[Reserve, Amount | None])
    assert_type(earliest(Reserve.period), Agg[Reserve, Period | None])
    assert_type(latest(Reserve.period), Agg[Reserve, Period | None])
    assert_type(minimum(Reserve.holder), Agg[Reserve, CountryCode])
    assert_type(maximum(Reserve.body), Agg[Reserve, str | None])


def groups(data: Dataset) -> None:
    """Up to two keys, up to four aggregates."""
    by_asset = data.reserves.group_by(Reserve.asset)
    assert_type(by_asset, Grouped[Reserve, AssetCode])
    assert_type(by_asset.agg(count()), dict[AssetCode, int])
    assert_type(
        by_asset.agg(count(), total(Reserve.quantity)),
        dict[AssetCode, tuple[int, Amount | None]],
    )
    assert_type(
        by_asset.agg(count(), latest(Reserve.period), minimum(Reserve.holder)),
        dict[AssetCode, tuple[int, Period | None, CountryCode]],
    )
    two = data.reserves.group_by(Reserve.holder, Reserve.body)
    assert_type(two, Grouped[Reserve, tuple[CountryCode, str | None]])
    assert_type(
        two.agg(
            count(),
            total(Reserve.value),
            earliest(Reserve.period),
            maximum(Reserve.body),
        ),
        dict[
            tuple[CountryCode, str | None],
            tuple[int, Amount | None, Period | None, str | None],
        ],
    )


def datasets(data: Dataset, country: Country, fact: AnyFact) -> None:
    """Merged, seen at a time, taken apart."""
    assert_type(Dataset.of(fact), Dataset)
    assert_type(Dataset([fact]), Dataset)
    assert_type(data | data, Dataset)
    assert_type(data.merge(data, data), Dataset)
    assert_type(data.as_of(date(2025, 1, 1)), Dataset)
    assert_type(data.known_by(date(2025, 1, 1)), Dataset)
    assert_type(data.facts, tuple[AnyFact, ...])
    assert_type(data.about("SV"), tuple[AnyFact, ...])
    assert_type(data.about(country.code), tuple[AnyFact, ...])
    assert_type(data.sources, tuple[Source, ...])
    assert_type(data.related(country, Country.mining), Query[Mining])
    assert_type(data.related(country, Country.agreements), Query[Agreement])
    assert_type({fact}, set[AnyFact])


def vague_answers(held: Reserve) -> None:
    """None is not stated, and must be looked at first."""
    if held.quantity is not None:
        assert_type(held.quantity.gt(5000), Truth)
        assert_type(held.quantity.gt(5000).must, bool)
