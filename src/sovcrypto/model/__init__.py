"""The nouns: countries and the facts that are told of them."""

from typing import TypeAlias

from .adoption import Adoption, AdoptionMeasure
from .agreement import Agreement, AgreementForm, Party, PartyRole, Subject
from .country import Country
from .fact import Fact, Stage
from .financing import Condition, Financing
from .law import (
    LegalStatus,
    Licence,
    LicenceStatus,
    Regulator,
    RegulatorRole,
    Sector,
    Status,
)
from .market import Exchange, ExchangeKind, Market, Per, TradingVolume
from .mining import EnergySource, Mining
from .organisation import Organisation, OrganisationKind
from .reserve import (
    Acquisition,
    Action,
    HolderKind,
    Reserve,
    ReserveKind,
    ReserveMovement,
)
from .token import Backing, Token, TokenKind

AnyFact: TypeAlias = (
    Reserve
    | ReserveMovement
    | Agreement
    | LegalStatus
    | Regulator
    | Licence
    | Exchange
    | TradingVolume
    | Mining
    | Token
    | Adoption
    | Financing
    | Organisation
)
"""Any of the facts; `match` over it with `assert_never` covers them all."""

FACTS: dict[str, type[AnyFact]] = {
    "reserve": Reserve,
    "reserve_movement": ReserveMovement,
    "agreement": Agreement,
    "legal_status": LegalStatus,
    "regulator": Regulator,
    "licence": Licence,
    "exchange": Exchange,
    "trading_volume": TradingVolume,
    "mining": Mining,
    "token": Token,
    "adoption": Adoption,
    "financing": Financing,
    "organisation": Organisation,
}
"""Every kind of fact by the name that records give it."""

__all__ = [
    "FACTS",
    "Acquisition",
    "Action",
    "Adoption",
    "AdoptionMeasure",
    "Agreement",
    "AgreementForm",
    "AnyFact",
    "Backing",
    "Condition",
    "Country",
    "EnergySource",
    "Exchange",
    "ExchangeKind",
    "Fact",
    "Financing",
    "HolderKind",
    "LegalStatus",
    "Licence",
    "LicenceStatus",
    "Market",
    "Mining",
    "Organisation",
    "OrganisationKind",
    "Party",
    "PartyRole",
    "Per",
    "Regulator",
    "RegulatorRole",
    "Reserve",
    "ReserveKind",
    "ReserveMovement",
    "Sector",
    "Stage",
    "Status",
    "Subject",
    "Token",
    "TokenKind",
    "TradingVolume",
]
