"""Facts merged, asked, and seen at a time."""

from __future__ import annotations

import pickle
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any, cast, get_args

import attrs
import pytest

from sovcrypto.codes import asset_code, country_code
from sovcrypto.dataset import Dataset
from sovcrypto.errors import InvalidCode
from sovcrypto.model import (
    FACTS,
    Agreement,
    AgreementForm,
    AnyFact,
    Country,
    Exchange,
    Financing,
    LegalStatus,
    Organisation,
    Party,
    Reserve,
    Stage,
    Status,
    Token,
    TradingVolume,
)
from sovcrypto.provenance import Citation, Source
from sovcrypto.query import Query
from sovcrypto.values import Amount, Period

SV, BT, PK, SC = (country_code(code) for code in ("SV", "BT", "PK", "SC"))
BTC = asset_code("BTC")


def cited(*published: str | None) -> tuple[Citation, ...]:
    """Citations of sources published at these dates."""
    return tuple(
        Citation(source=Source(title="undated"))
        if day is None
        else Citation(source=Source(title=f"of {day}", published=Period(day)))
        for day in published
    )


def tender(period: str | None, stage: Stage = Stage.IN_EFFECT) -> LegalStatus:
    """A legal status of a date."""
    return LegalStatus(
        country=SV,
        asset=BTC,
        status=Status.LEGAL_TENDER,
        stage=stage,
        period=None if period is None else Period(period),
    )


HELD = Reserve(holder=SV, asset=BTC, quantity=Amount.more_than(6200, "BTC"))


# --- facts ---------------------------------------------------------------------------


def test_the_same_claim_from_two_papers_is_one_fact() -> None:
    """With both citations, in the order in which they were first seen."""
    one, two, three = cited("2025-05", "2025-06", "2025-07")
    first = attrs.evolve(cast("Any", HELD), citations=(two, one))
    second = attrs.evolve(cast("Any", HELD), citations=(one, three, one))
    (fact,) = Dataset([first, second])
    assert fact == HELD
    assert fact.citations == (two, one, three)
    assert Dataset.of(first) | Dataset.of(second) == Dataset.of(first, second)


def test_figures_that_disagree_stay_two() -> None:
    """Nothing is decided behind the caller's back."""
    other = attrs.evolve(cast("Any", HELD), quantity=Amount.exactly(6370, "BTC"))
    assert Dataset.of(HELD, other).facts == (HELD, other)


def test_a_dataset_is_a_value() -> None:
    """Equal by its facts and their citations, in any order; hashable, pickled."""
    known = attrs.evolve(cast("Any", HELD), citations=cited("2025"))
    one, other = Dataset.of(known, tender("2021")), Dataset.of(tender("2021"), known)
    assert one == other
    assert hash(one) == hash(other)
    assert one != Dataset.of(HELD, tender("2021"))
    assert one != cast("Any", one.facts)
    restored = pickle.loads(pickle.dumps(one))  # noqa: S301 -- our own
    assert restored == one
    assert restored.facts == one.facts
    assert restored.facts[0].citations == cited("2025")
    frozen: Any = one
    with pytest.raises(AttributeError):
        frozen.facts = ()
    with pytest.raises(AttributeError):
        frozen.note = "x"


def test_a_dataset_is_a_collection() -> None:
    """Sized, iterated in order, and shown as what it holds."""
    data = Dataset(fact for fact in (HELD, tender("2021"), HELD))
    assert len(data) == 2
    assert list(data) == list(data.facts) == [HELD, tender("2021")]
    assert HELD in data
    assert repr(data) == "<Dataset of 1 reserve, 1 legal_status>"
    assert repr(Dataset()) == "<Dataset of no facts>"
    assert not Dataset()


@pytest.mark.parametrize(
    "wrong", [None, "x", 5, Country, Reserve, Party(name="IMF"), cited("2025")[0]]
)
def test_only_facts_get_in(wrong: object) -> None:
    """Neither countries nor parts of facts."""
    with pytest.raises(TypeError, match="a dataset holds facts, not"):
        Dataset([cast("Any", wrong)])
    with pytest.raises(TypeError, match="a dataset holds facts, not"):
        Dataset([cast("Any", Country.of("BT"))])


def test_sources_are_named_once() -> None:
    """In the order in which the facts cite them."""
    known = attrs.evolve(cast("Any", HELD), citations=cited("2025-07", "2025-05"))
    later = attrs.evolve(cast("Any", tender("2021")), citations=cited("2025-05", None))
    titles = [source.title for source in Dataset.of(known, later).sources]
    assert titles == ["of 2025-07", "of 2025-05", "undated"]


# --- questions -----------------------------------------------------------------------


def test_each_kind_of_fact_has_its_query() -> None:
    """Named queries and `query` are the same."""
    data = _sample()
    named: dict[str, Query[Any]] = {
        name: value
        for name in dir(Dataset)
        if isinstance(value := getattr(data, name), Query)
    }
    first: dict[str, object] = {name: query.all()[0] for name, query in named.items()}
    assert {type(row) for row in first.values()} == {*FACTS.values(), Country}
    for name, row in first.items():
        model: type[Any] = type(row)
        assert data.query(model).all() == named[name].all()


def _sample() -> Dataset:
    """One fact of each kind."""
    texts: dict[str, Any] = {
        "holder": "BT",
        "asset": BTC,
        "action": "sale",
        "parties": (Party(name="IMF"),),
        "form": AgreementForm.LOAN,
        "country": BT,
        "issuer": BT,
        "borrower": BT,
        "lender": "IMF",
        "name": "x",
        "exchange": "x",
        "status": None,
        "measure": None,
    }
    facts: list[AnyFact] = []
    for model in FACTS.values():
        fields: dict[str, Any] = {}
        for attribute in attrs.fields(cast("Any", model)):
            if attribute.init and attribute.default is attrs.NOTHING:
                kind = model.__columns__[attribute.name].kind
                value = next(iter(kind.of)) if kind.is_enum else texts[attribute.name]
                fields[attribute.name] = value
        facts.append(cast("Any", model)(**fields))
    assert len(facts) == len(get_args(AnyFact))
    return Dataset(facts)


def test_all_countries_are_asked_whatever_the_facts() -> None:
    """An empty dataset knows them too."""
    assert Dataset().countries.count() == 249
    assert Dataset().countries.where(Country.code == "BT").one() is Country.of("BT")


@pytest.mark.parametrize("model", [Party, str, Source, None, "Reserve"])
def test_what_is_no_model_has_no_rows(model: object) -> None:
    """Not everything that has columns is a fact."""
    with pytest.raises(TypeError, match="has no rows of"):
        Dataset().query(cast("Any", model))


def test_related_rows() -> None:
    """From one row along a relation, of one key or of several."""
    deal = Agreement(
        parties=(Party(country=PK), Party(country=SV)), form=AgreementForm.PARTNERSHIP
    )
    data = Dataset.of(HELD, deal, Token(issuer=BT, name="TER"))
    salvador = Country.of("SV")
    assert data.related(salvador, Country.reserves).all() == [HELD]
    assert data.related(salvador, Country.agreements).one() == deal
    assert data.related(Country.of("BT"), Country.agreements).count() == 0
    untyped: Any = data
    for row in (HELD, "SV", None):
        with pytest.raises(TypeError, match="starts from Country and not from"):
            untyped.related(row, Country.reserves)
    with pytest.raises(TypeError, match="is not a relation"):
        untyped.related(salvador, Reserve.holder)


def test_what_is_about_a_country() -> None:
    """All that its relations lead to, and what is traded on its exchanges."""
    kucoin = Exchange(name="KuCoin", home=SC)
    volume = TradingVolume(exchange="KuCoin", amount=Amount.more_than(500, "USD"))
    loan = Financing(lender="IMF", borrower=PK)
    zone = Organisation(name="Gelephu Mindfulness City", country=BT)
    data = Dataset.of(volume, HELD, kucoin, loan, zone)
    assert data.about("SC") == (volume, kucoin)
    assert data.about(PK) == (loan,)
    assert data.about("BT") == (zone,)
    assert data.about("SV") == (HELD,)
    assert data.about("FR") == ()
    with pytest.raises(InvalidCode, match="did you mean 'GB'"):
        data.about("UK")


def test_every_fact_of_the_sample_is_about_bhutan() -> None:
    """Unless nothing in it names a country."""
    names = {type(fact).__name__ for fact in _sample().about("BT")}
    assert {model.__name__ for model in FACTS.values()} - names == {
        "Agreement",
        "Exchange",
        "Licence",
        "Organisation",
        "TradingVolume",
    }


# --- time ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "holds"),
    [
        # on 2025-07-16
        (None, True),
        ("2021", True),
        ("2025", True),  # it has begun
        ("2025-07-16", True),
        ("2025-07-17", False),
        ("2025-08", False),
        ("2026~", False),
        ("2025~", True),
        ("XXXX-12", True),  # no year: it cannot be told
        ("2021/2024", False),
        ("2021/2025-07-15", False),
        ("2021/2025-07-16", True),
        ("2021/2025-07", True),
        ("2021/..", True),
        ("2026/..", False),
        ("../2024", False),
        ("../2027", True),
    ],
)
def test_what_holds_on_a_day(period: str | None, *, holds: bool) -> None:
    """A date says since when, an interval until when as well."""
    data = Dataset.of(tender(period))
    assert len(data.as_of(date(2025, 7, 16))) == holds


def test_an_end_is_a_fact_like_any_other() -> None:
    """It appears with its date, and what it ended stays to be seen."""
    since, ended = tender("2021"), tender("2025-01", Stage.ENDED)
    data = Dataset.of(since, ended)
    assert data.as_of(date(2024, 12, 31)).facts == (since,)
    assert data.as_of(date(2025, 1, 1)).facts == (since, ended)
    now = data.as_of(date(2026, 1, 1)).legal_statuses
    latest = now.latest_per(LegalStatus.country, by=LegalStatus.period)
    assert latest.where(LegalStatus.stage != Stage.ENDED).all() == []


@pytest.mark.parametrize(
    ("published", "known"),
    [
        # by 2025-07-16
        ("2025-07-16", True),
        ("2025-07-17", False),
        ("2025-06", True),
        ("2025-07", False),  # it may have come out on the 31st
        ("2025", False),
        ("2024", True),
        ("2024~", False),
        ("2025-07-01/2025-07-16", True),
        ("2021/..", False),
        ("../2024", True),
        ("XXXX-05", False),
        (None, False),
    ],
)
def test_what_was_known_by_a_day(published: str | None, *, known: bool) -> None:
    """Only what had certainly been published."""
    fact = attrs.evolve(cast("Any", HELD), citations=cited(published))
    assert len(Dataset.of(fact).known_by(date(2025, 7, 16))) == known


def test_only_the_citations_that_were_out_are_kept() -> None:
    """A fact without any is left out, one that never had any as well."""
    fact = attrs.evolve(cast("Any", HELD), citations=cited("2024", "2025", None))
    data = Dataset.of(fact, tender("2021"))
    (known,) = data.known_by(date(2025, 7, 16))
    assert known.citations == cited("2024")
    assert data.known_by(date(2023, 1, 1)) == Dataset()
    assert data.known_by(date.max).facts[0].citations == cited("2024", "2025")
    assert data.known_by(date.min) == Dataset()


@pytest.mark.parametrize(
    "day", [None, "2025-07-16", 2025, Period("2025"), datetime(2025, 7, 16, tzinfo=UTC)]
)
def test_a_day_is_a_date(day: object) -> None:
    """A `datetime` is a moment, and would compare with dates by accident."""
    data: Any = Dataset()
    for view in (data.as_of, data.known_by):
        with pytest.raises(TypeError, match=r"is not a day; give a datetime\.date"):
            view(day)


def test_views_are_datasets() -> None:
    """Asked and merged like any other, with all countries."""
    data = Dataset.of(HELD, tender("2021"), tender("2030"))
    now = data.as_of(date(2025, 7, 16))
    assert now.legal_statuses.count() == 1
    assert now.countries.where(Country.legal_statuses.any()).count() == 1
    assert now | data == data


def test_merging_takes_datasets() -> None:
    """Any number of them, and nothing else."""
    assert Dataset().merge() == Dataset().merge(Dataset(), Dataset()) == Dataset()
    data: Any = Dataset.of(HELD)
    with pytest.raises(TypeError):
        assert data | [HELD]
    with pytest.raises(TypeError):
        data.merge([HELD, None])


def test_countries_cost_nothing_at_import() -> None:
    """The table is read when it is first asked for."""
    script = (
        "import sys; from sovcrypto import _data, model; import sovcrypto.dataset\n"
        "assert _data.countries.cache_info().currsize == 0\n"
        "data = sovcrypto.dataset.Dataset()\n"
        "assert _data.countries.cache_info().currsize == 0\n"
        "assert data.countries.count() == 249\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
