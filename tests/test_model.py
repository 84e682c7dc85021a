"""Records of the model: what they refuse, and what they have in common."""

from __future__ import annotations

import inspect
from typing import Any, cast, get_args

import attrs
import pytest
from hypothesis import given

from sovcrypto.codes import asset_code, country_code
from sovcrypto.errors import InvalidCode, InvalidRecord
from sovcrypto.fields import kind_of
from sovcrypto.model import (
    FACTS,
    Action,
    Agreement,
    AgreementForm,
    AnyFact,
    Country,
    Fact,
    Mining,
    Party,
    Reserve,
    ReserveMovement,
    Stage,
    TradingVolume,
)
from sovcrypto.provenance import Citation, Source
from sovcrypto.values import Amount, Period
from tests.strategies import facts

SV, BT, PK = (country_code(code) for code in ("SV", "BT", "PK"))
BTC, CRYPTO = asset_code("BTC"), asset_code("crypto")


# --- facts ---------------------------------------------------------------------------


def test_every_kind_of_fact_has_one_name() -> None:
    """`FACTS` and the union `AnyFact` are the same list."""
    assert list(FACTS.values()) == list(get_args(AnyFact))
    for name, model in FACTS.items():
        assert issubclass(model, Fact)
        words = name.split("_")
        assert "".join(word.capitalize() for word in words) == model.__name__


@pytest.mark.parametrize("model", FACTS.values(), ids=list(FACTS))
def test_a_record_is_said_as_a_sentence(model: type[AnyFact]) -> None:
    """The docstring gives an English reading, and names every own field."""
    doc = inspect.getdoc(model) or ""
    assert '."' in doc
    own = set(model.__columns__) - set(Fact.__columns__)
    assert own == {name for name in own if f"    {name}: " in doc}


@given(facts)
def test_facts_are_values(fact: AnyFact) -> None:
    """Evolved by nothing they are equal, and hash alike."""
    again = attrs.evolve(cast("Any", fact))
    assert again == fact
    assert hash(again) == hash(fact)


@given(facts)
def test_who_says_so_does_not_make_a_fact_another(fact: AnyFact) -> None:
    """Citations stand outside equality."""
    citation = Citation(source=Source(title="elsewhere"))
    cited = attrs.evolve(cast("Any", fact), citations=(*fact.citations, citation))
    assert cited == fact
    assert cited.citations != fact.citations


def test_a_fact_is_in_effect_unless_said_otherwise() -> None:
    """And nothing else is taken for granted."""
    held = Reserve(holder=SV, asset=BTC)
    assert held.stage is Stage.IN_EFFECT
    unsaid = (held.period, held.decided_by, held.quantity, held.value)
    assert unsaid == (None,) * 4
    assert not held.citations
    assert not held.acquisition


def test_figures_that_disagree_are_two_facts() -> None:
    """So are the same figure at two dates, and a plan and its fulfilment."""
    one = Reserve(holder=SV, asset=BTC, quantity=Amount.exactly(6200, "BTC"))
    for changes in (
        {"quantity": Amount.more_than(6200, "BTC")},
        {"period": Period("2025")},
        {"stage": Stage.PLANNED},
    ):
        assert attrs.evolve(cast("Any", one), **changes) != one


@pytest.mark.parametrize("model", FACTS.values(), ids=list(FACTS))
def test_each_amount_says_what_it_measures(model: type[AnyFact]) -> None:
    """A bare number in a condition then has a meaning, or is refused."""
    for column in model.__columns__.values():
        assert (column.kind.of is Amount) is (column.dimension is not None)


# --- single records ------------------------------------------------------------------


def test_a_quantity_counts_the_asset_of_its_record() -> None:
    """Of `crypto` in general any asset may be counted."""
    ether = Amount.exactly(1, "ETH")
    with pytest.raises(InvalidRecord, match=r"does not count BTC @ \$.quantity"):
        Reserve(holder=SV, asset=BTC, quantity=ether)
    with pytest.raises(InvalidRecord, match=r"does not count BTC @ \$.quantity"):
        ReserveMovement(holder=SV, asset=BTC, action=Action.SALE, quantity=ether)
    assert Reserve(holder=SV, asset=CRYPTO, quantity=ether).quantity == ether


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (
            lambda: Reserve(holder=SV, asset=BTC, value=Amount.exactly(1, "BTC")),
            "'1 BTC' is not an amount of currency @ $.value",
        ),
        (
            lambda: Mining(country=PK, power=Amount.exactly(1, "MWh")),
            "'1 MWh' is not an amount of power @ $.power",
        ),
        (
            lambda: TradingVolume(exchange="KuCoin", share=Amount.exactly(1, "USD")),
            "'1 USD' is not an amount of share @ $.share",
        ),
    ],
)
def test_an_amount_measures_what_its_field_is_about(make: Any, fault: str) -> None:  # noqa: ANN401 -- a lambda
    """Energy is not power, and a coin is no currency."""
    with pytest.raises(InvalidRecord) as caught:
        make()
    assert caught.value.faults == (fault,)


def test_somebody_takes_part() -> None:
    """A party is a state or an organisation."""
    with pytest.raises(InvalidRecord, match=r"a country or a name is required"):
        Party()
    assert Party(name="IMF").country is None


def test_an_agreement_knows_its_countries() -> None:
    """Each once, in the order of the parties."""
    parties = (
        Party(country=PK),
        Party(name="IMF"),
        Party(country=SV),
        Party(country=PK),
    )
    deal = Agreement(parties=parties, form=AgreementForm.PARTNERSHIP)
    assert deal.countries == (PK, SV)
    assert attrs.evolve(cast("Any", deal), parties=(Party(country=BT),)).countries == (
        BT,
    )


# --- countries -----------------------------------------------------------------------


def test_all_countries_are_there() -> None:
    """By code, and the same objects each time."""
    countries = Country.all()
    assert len(countries) == 249
    assert [country.code for country in countries] == sorted(c.code for c in countries)
    assert Country.of("BT") is next(c for c in countries if c.code == "BT")
    assert set(Country.of("BT").currencies) == {"BTN", "INR"}


def test_an_unknown_country_is_an_error() -> None:
    """With the hint of its parser."""
    with pytest.raises(InvalidCode, match="did you mean 'GB'"):
        Country.of("UK")


def test_the_kinds_of_fields_are_known() -> None:
    """Every field of every record holds something that can be checked and compared."""
    for model in (*FACTS.values(), Country, Party):
        for column in model.__columns__.values():
            assert column.kind == kind_of(_hint(column.kind))


def _hint(kind: Any) -> object:  # noqa: ANN401 -- rebuilds what was read
    one = tuple[kind.of, ...] if kind.many else kind.of
    return one | None if kind.optional else one
