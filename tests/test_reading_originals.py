"""The two original documents, where they are at hand: every system they tell of."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from sovcrypto.codes import country_code
from sovcrypto.model import (
    Acquisition,
    Adoption,
    Agreement,
    AgreementForm,
    AnyFact,
    Backing,
    EnergySource,
    Exchange,
    Financing,
    HolderKind,
    LegalStatus,
    Market,
    Mining,
    Organisation,
    OrganisationKind,
    PartyRole,
    Per,
    Regulator,
    Reserve,
    Sector,
    Stage,
    Status,
    Subject,
    Token,
    TradingVolume,
)
from sovcrypto.provenance import Source
from sovcrypto.reading import Document, read
from sovcrypto.values import Amount, Period

F = TypeVar("F")
ORIGINALS = Path(__file__).parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not ORIGINALS.is_dir(), reason="the original documents are not at hand"
)


@cache
def document(number: int) -> Document:
    """One of the two documents, as it lies there."""
    (path,) = ORIGINALS.glob(f"{number:03}_*.txt")
    return Document(path.read_text("utf-8"), Source(title=path.name))


@cache
def facts(number: int) -> tuple[AnyFact, ...]:
    """What is read in it."""
    return read(document(number))


def all_of(model: type[F], number: int) -> list[F]:
    """The facts of one kind."""
    return [fact for fact in facts(number) if isinstance(fact, model)]


def the(model: type[F], number: int, **wanted: object) -> F:
    """The one fact of a kind that has these values."""
    (found,) = (
        fact
        for fact in all_of(model, number)
        if all(getattr(fact, key) == value for key, value in wanted.items())
    )
    return found


def test_bhutan_agreement() -> None:
    """The memorandum with Cumberland: several years, not binding, six subjects."""
    memorandum = the(Agreement, 0)
    assert memorandum.form is AgreementForm.MOU
    assert memorandum.binding is False
    assert memorandum.countries == ("BT",)
    named = {party.name: party.role for party in memorandum.parties if party.name}
    assert named["Cumberland DRW"] is PartyRole.SIGNATORY
    assert named["Gelephu Mindfulness City"] is PartyRole.SITE
    assert named["Green Digital"] is PartyRole.LEAD
    assert memorandum.duration is not None
    assert memorandum.duration.gt(Amount.exactly(1, "years")).must
    assert set(memorandum.subjects) >= {
        Subject.RESERVE_MANAGEMENT,
        Subject.SUSTAINABLE_MINING,
        Subject.AI_COMPUTING,
        Subject.YIELD,
        Subject.STABLECOINS,
        Subject.TRAINING,
    }


def test_bhutan_reserves() -> None:
    """Bitcoin mined by the state, undisclosed; digital assets of the zone."""
    bitcoin = the(Reserve, 0, asset="BTC")
    assert bitcoin.holder == "BT"
    assert bitcoin.quantity is None
    assert bitcoin.acquisition == (Acquisition.MINING,)
    assert bitcoin.stage is Stage.IN_EFFECT
    zone = the(Reserve, 0, asset="crypto")
    assert zone.holder == "BT"
    assert zone.body == "Gelephu Mindfulness City"
    assert zone.holder_kind is HolderKind.ZONE


def test_bhutan_mining_payments_and_token() -> None:
    """Surplus hydropower, payments for tourists and at merchants, a token on gold."""
    mining = the(Mining, 0)
    assert mining.country == "BT"
    assert mining.stage is Stage.IN_EFFECT
    assert mining.energy == (EnergySource.HYDRO,)
    assert mining.surplus is True
    status = the(LegalStatus, 0)
    assert (status.country, status.status) == ("BT", Status.PAYMENT_ACCEPTED)
    assert set(status.sectors) == {Sector.TOURISM, Sector.MERCHANTS}
    token = the(Token, 0)
    assert (token.issuer, token.name, token.backing) == ("BT", "TER", Backing.GOLD)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Cumberland", OrganisationKind.MARKET_MAKER),
        ("DRW", OrganisationKind.TRADING_FIRM),
        ("Green Digital", OrganisationKind.INFRASTRUCTURE),
        ("Gelephu Mindfulness City", OrganisationKind.ZONE),
    ],
)
def test_bhutan_bodies(name: str, kind: OrganisationKind) -> None:
    """Who takes part, and what they are."""
    assert the(Organisation, 0, name=name).kind is kind


def test_bhutan_bodies_in_detail() -> None:
    """Whose arm, from where, since when, tied to what."""
    cumberland = the(Organisation, 0, name="Cumberland")
    assert cumberland.parent == "DRW"
    assert cumberland.seat == "Chicago"
    assert cumberland.founded == Period("2014")
    green = the(Organisation, 0, name="Green Digital")
    assert green.affiliated_with == "Gelephu Mindfulness City"
    zone = the(Organisation, 0, name="Gelephu Mindfulness City")
    assert zone == Organisation(
        name="Gelephu Mindfulness City",
        kind=OrganisationKind.ZONE,
        country=country_code("BT"),
    )


def test_partnership_of_two_states() -> None:
    """Pakistan and El Salvador share what they know."""
    partnership = the(Agreement, 1)
    assert partnership.form is AgreementForm.PARTNERSHIP
    assert set(partnership.countries) == {"PK", "SV"}
    assert Subject.KNOWLEDGE_SHARING in partnership.subjects


def test_pakistan() -> None:
    """A reserve planned, power allocated, a regulator in May, holders by Saqib."""
    assert the(Reserve, 1, holder="PK").stage is Stage.PLANNED
    assert the(Reserve, 1, holder="PK").asset == "BTC"
    planned = [m for m in all_of(Mining, 1) if m.stage is Stage.PLANNED]
    assert {m.country for m in planned} == {"PK"}
    assert Amount.exactly(2000, "MW") in [m.power for m in planned]
    assert (EnergySource.COAL,) in [m.energy for m in planned]
    regulator = the(Regulator, 1)
    assert regulator.name == "Pakistan Digital Assets Authority"
    assert (regulator.country, regulator.founded) == ("PK", Period("XXXX-05"))
    holders = the(Adoption, 1)
    assert holders.quantity == Amount.between(15_000_000, 20_000_000, "persons")
    assert holders.citations[0].attributed_to == "Saqib"


def test_pakistan_and_the_imf() -> None:
    """Seven billion dollars with conditions until 2027, and no cheap power."""
    loan = the(Financing, 1)
    assert (loan.lender, loan.borrower) == ("IMF", "PK")
    assert loan.amount == Amount.exactly(7_000_000_000, "USD")
    assert loan.until == Period("2027")
    refused = the(Mining, 1, stage=Stage.REJECTED)
    assert refused.subsidised is True
    assert refused.decided_by == "IMF"
    assert the(Organisation, 1).kind is OrganisationKind.INTERNATIONAL_BODY


def test_el_salvador() -> None:
    """First country with bitcoin as legal tender; more than 6,200 BTC."""
    tender = the(LegalStatus, 1, country="SV")
    assert tender.status is Status.LEGAL_TENDER
    assert tender.period == Period("2021/..")
    assert tender.first is True
    held = the(Reserve, 1, holder="SV")
    assert held.quantity == Amount.more_than(6200, "BTC")
    assert held.value == Amount.about(745_000_000, "USD")


def test_kucoin() -> None:
    """Volumes of 2025 in all, a month, and on both markets; billions are English."""
    every = {(v.market, v.per): v for v in all_of(TradingVolume, 1)}
    assert {v.exchange for v in every.values()} == {"KuCoin"}
    assert {str(v.period) for v in every.values()} == {"2025"}
    assert {key: str(volume.amount) for key, volume in every.items()} == {
        (Market.TOTAL, None): ">1250000000000 USD",
        (Market.TOTAL, Per.MONTH): "~114000000000 USD",
        (Market.SPOT, None): ">500000000000 USD",
        (Market.DERIVATIVES, None): ">500000000000 USD",
    }
    assert the(Exchange, 1).name == "KuCoin"


def test_iran() -> None:
    """The defence ministry's export centre takes crypto for arms."""
    status = the(LegalStatus, 1, country="IR")
    assert status.status is Status.PAYMENT_ACCEPTED
    assert status.sectors == (Sector.ARMS,)
    assert status.body is not None
    assert "Défense" in status.body


@pytest.mark.parametrize("number", [0, 1])
def test_nothing_else_is_claimed(number: int) -> None:
    """No country is told of that the stories do not tell of, and nothing leaks."""
    told = {0: {"BT"}, 1: {"PK", "SV", "IR"}}[number]
    keys = ("country", "holder", "borrower", "issuer")
    assert {
        code
        for fact in facts(number)
        for key in keys
        if (code := getattr(fact, key, None)) is not None
    } <= told


@pytest.mark.parametrize("number", [0, 1])
def test_every_fact_is_cited(number: int) -> None:
    """Each citation points at a sentence of the text, by its digest and its span."""
    given = document(number)
    for fact in facts(number):
        assert fact.citations
        for citation in fact.citations:
            assert citation.span is not None
            assert citation.source == given.cited
            start, end = citation.span
            assert given.text[start:end] == given.text[start:end].strip() != ""
            assert citation.rule


def test_stories_and_languages() -> None:
    """Three stories in two languages are three sections."""
    assert [section.language for section in document(0).sections] == ["fr"]
    assert [section.language for section in document(1).sections] == ["fr", "en", "fr"]
