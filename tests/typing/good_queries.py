"""Correct questions, none of which a checker may complain about.

The test runs them as well: a question that is well-typed is answered.
"""

from __future__ import annotations

from decimal import Decimal

from sovcrypto.codes import CountryCode, asset_code, country_code
from sovcrypto.dataset import Dataset
from sovcrypto.fields import Pred, asc, desc
from sovcrypto.model import (
    Acquisition,
    Action,
    Adoption,
    AdoptionMeasure,
    Agreement,
    AgreementForm,
    Backing,
    Country,
    EnergySource,
    Exchange,
    Financing,
    HolderKind,
    LegalStatus,
    Licence,
    LicenceStatus,
    Market,
    Mining,
    Organisation,
    OrganisationKind,
    Regulator,
    RegulatorRole,
    Reserve,
    ReserveKind,
    ReserveMovement,
    Sector,
    Stage,
    Status,
    Subject,
    Token,
    TradingVolume,
)
from sovcrypto.query import count, earliest, latest, maximum, minimum, total
from sovcrypto.values import Amount, Period


def big(country: CountryCode) -> Pred[Reserve]:
    """Conditions are values that functions make and return."""
    return (Reserve.holder == country) & (Reserve.quantity > 5000)


def ask(data: Dataset) -> list[object]:
    """Ask one question after the other, and return the answers."""
    usd = Amount.exactly(10**9, "USD")
    wanted = [Reserve.asset == "BTC", Reserve.stage == Stage.IN_EFFECT]
    salvador = Country.of("SV")
    return [
        data.reserves.where(Reserve.asset == "BTC", Reserve.quantity > 5000)
        .order_by(desc(Reserve.period))
        .first(),
        data.reserves.where(Reserve.asset == asset_code("BTC")).count(),
        data.reserves.where(Reserve.holder == country_code("SV")).exists(),
        data.reserves.where(big(salvador.code)).all(),
        data.reserves.where(*wanted).all(),
        data.reserves.where(Reserve.quantity > Decimal("0.5")).maybe().all(),
        data.reserves.where(Reserve.quantity == Amount.exactly(5, "BTC")).all(),
        data.reserves.where(~(Reserve.quantity > 7000)).all(),
        data.reserves.where(Reserve.quantity.between(1, Decimal(9))).all(),
        data.reserves.where(Reserve.value < usd).all(),
        data.reserves.where(Reserve.value.is_null()).all(),
        data.reserves.where(Reserve.kind == ReserveKind.STRATEGIC_RESERVE).all(),
        data.reserves.where(Reserve.kind != ReserveKind.STOCKPILE).all(),
        data.reserves.where(Reserve.kind.is_in(list(ReserveKind))).all(),
        data.reserves.where(Reserve.holder_kind == HolderKind.STATE).all(),
        data.reserves.where(Reserve.acquisition.has(Acquisition.MINING)).all(),
        data.reserves.where(
            Reserve.body.startswith("D") | Reserve.body.is_null()
        ).all(),
        data.reserves.where(Reserve.holder.is_in({"SV", "BT"})).all(),
        data.reserves.where(Reserve.body.between("A", "M")).all(),
        data.reserves.where(Reserve.custodian == None).all(),  # noqa: E711 -- SQL's own spelling
        data.reserves.where(Country.reserves.of(Country.region == "142")).all(),
        data.reserves.order_by(Reserve.asset, desc(Reserve.holder)).values(
            Reserve.body
        ),
        data.reserves.where(big(salvador.code)).select(Reserve.asset, Reserve.quantity),
        [
            f"{holder}: {quantity or 'not stated'}"
            for holder, body, quantity in data.reserves.select(
                Reserve.holder, Reserve.body, Reserve.quantity
            )
            if body is None
        ],
        data.reserves.order_by(asc(Reserve.period)).limit(10).offset(2).all(),
        data.reserves.filter(lambda held: held.quantity is not None).count(),
        data.reserves.latest_per(Reserve.holder, by=Reserve.period).all(),
        data.reserves.group_by(Reserve.asset).agg(total(Reserve.quantity), count()),
        data.reserves.group_by(Reserve.holder).agg(earliest(Reserve.period)),
        data.reserves.group_by(Reserve.holder, Reserve.asset).agg(
            latest(Reserve.period)
        ),
        data.movements.where(ReserveMovement.action == Action.SALE).all(),
        data.movements.where(ReserveMovement.quantity >= 50_000).all(),
        data.agreements.where(Agreement.countries.has("BT")).all(),
        data.agreements.where(Agreement.form == AgreementForm.MOU).all(),
        data.agreements.where(Agreement.subjects.has(Subject.TRAINING)).all(),
        data.agreements.where(Agreement.binding == False).all(),  # noqa: E712 -- None is neither
        data.agreements.where(Agreement.signed > Period("2024")).all(),
        data.agreements.where(Agreement.duration >= 2).all(),
        data.legal_statuses.where(LegalStatus.status == Status.BANNED).all(),
        data.legal_statuses.where(LegalStatus.sectors.has(Sector.TOURISM)).all(),
        data.legal_statuses.where(LegalStatus.period.overlaps(Period("2021"))).all(),
        data.regulators.where(Regulator.roles.has(RegulatorRole.FIU)).all(),
        data.regulators.where(Regulator.founded >= Period("2025-05")).all(),
        data.licences.where(Licence.status == LicenceStatus.AUTHORISED).all(),
        data.exchanges.where(Exchange.home != "US").all(),
        data.volumes.where(TradingVolume.market == Market.SPOT).all(),
        data.volumes.where(TradingVolume.amount > Amount.exactly("5e11", "USD")).all(),
        data.volumes.where(TradingVolume.share > 10).all(),
        data.mining.where(Mining.power > Amount.exactly(1, "GW")).all(),
        data.mining.where(Mining.energy.has(EnergySource.HYDRO)).all(),
        data.tokens.where(Token.backing == Backing.GOLD).all(),
        data.tokens.where(Token.peg == "USD").all(),
        data.tokens.group_by(Token.issuer).agg(
            minimum(Token.name), maximum(Token.name)
        ),
        data.adoption.where(Adoption.quantity.between(10**6, 10**8)).all(),
        data.adoption.where(Adoption.measure == AdoptionMeasure.HOLDERS).all(),
        data.financing.where(Financing.lender.contains("IMF")).all(),
        data.organisations.where(Organisation.kind == OrganisationKind.ZONE).all(),
        data.countries.where(Country.currencies.has("USD")).values(Country.code),
        data.countries.where(Country.reserves.any()).pairs(Country.reserves),
        data.countries.where(Country.mining.any() & ~Country.tokens.any()).all(),
        data.related(salvador, Country.legal_statuses).one_or_none(),
    ]
