"""What the members of closed vocabularies are called, by themselves, as in a table."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from ..model import (
    Acquisition,
    Action,
    AdoptionMeasure,
    AgreementForm,
    Backing,
    Condition,
    EnergySource,
    ExchangeKind,
    HolderKind,
    LicenceStatus,
    Market,
    OrganisationKind,
    PartyRole,
    Per,
    RegulatorRole,
    ReserveKind,
    Sector,
    Stage,
    Status,
    Subject,
    TokenKind,
)
from ..provenance import Standing
from .catalogs import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .voices import Voice

LABELS: Final[Mapping[type[StrEnum], Mapping[str, Message]]] = {
    Stage: {
        Stage.PROPOSED: message("stage", "proposed"),
        Stage.PLANNED: message("stage", "planned"),
        Stage.IN_EFFECT: message("stage", "in effect"),
        Stage.REJECTED: message("stage", "rejected"),
        Stage.ENDED: message("stage", "ended"),
    },
    Standing: {
        Standing.OFFICIAL: message("standing", "official"),
        Standing.REPORTED: message("standing", "reported"),
        Standing.ESTIMATED: message("standing", "estimated"),
        Standing.RUMOURED: message("standing", "rumoured"),
    },
    Acquisition: {
        Acquisition.PURCHASE: message("acquisition", "purchase"),
        Acquisition.MINING: message("acquisition", "mining"),
        Acquisition.SEIZURE: message("acquisition", "seizure"),
        Acquisition.FORFEITURE: message("acquisition", "forfeiture"),
        Acquisition.DONATION: message("acquisition", "donation"),
        Acquisition.THEFT: message("acquisition", "theft"),
        Acquisition.TRANSFER: message("acquisition", "transfer"),
        Acquisition.TAX: message("acquisition", "tax"),
    },
    ReserveKind: {
        ReserveKind.STRATEGIC_RESERVE: message("reserve kind", "strategic reserve"),
        ReserveKind.STOCKPILE: message("reserve kind", "stockpile"),
        ReserveKind.SOVEREIGN_WEALTH_FUND: message(
            "reserve kind", "sovereign wealth fund"
        ),
        ReserveKind.CENTRAL_BANK_RESERVE: message(
            "reserve kind", "central bank reserve"
        ),
        ReserveKind.TEST_PORTFOLIO: message("reserve kind", "test portfolio"),
        ReserveKind.SEIZED_PENDING: message(
            "reserve kind", "seized, forfeiture pending"
        ),
        ReserveKind.TREASURY: message("reserve kind", "treasury"),
    },
    HolderKind: {
        HolderKind.STATE: message("holder kind", "state"),
        HolderKind.CENTRAL_BANK: message("holder kind", "central bank"),
        HolderKind.STATE_COMPANY: message("holder kind", "state company"),
        HolderKind.LAW_ENFORCEMENT: message("holder kind", "law enforcement"),
        HolderKind.SUBDIVISION: message("holder kind", "subdivision"),
        HolderKind.ZONE: message("holder kind", "special zone"),
        HolderKind.OFFICIALS_PRIVATE: message("holder kind", "officials, privately"),
        HolderKind.COMPANY: message("holder kind", "company"),
        HolderKind.ALLEGED: message("holder kind", "alleged"),
    },
    Action: {
        Action.PURCHASE: message("action", "purchase"),
        Action.SALE: message("action", "sale"),
        Action.SEIZURE: message("action", "seizure"),
        Action.TRANSFER: message("action", "transfer"),
        Action.PLEDGE: message("action", "pledge"),
    },
    AgreementForm: {
        AgreementForm.TREATY: message("agreement form", "treaty"),
        AgreementForm.MOU: message("agreement form", "memorandum of understanding"),
        AgreementForm.LETTER_OF_INTENT: message("agreement form", "letter of intent"),
        AgreementForm.JOINT_STATEMENT: message("agreement form", "joint statement"),
        AgreementForm.PARTNERSHIP: message("agreement form", "partnership"),
        AgreementForm.CONTRACT: message("agreement form", "contract"),
        AgreementForm.PILOT: message("agreement form", "pilot project"),
        AgreementForm.LOAN: message("agreement form", "loan"),
        AgreementForm.LICENCE: message("agreement form", "licence"),
        AgreementForm.OTHER: message("agreement form", "other agreement"),
    },
    PartyRole: {
        PartyRole.SIGNATORY: message("party role", "signatory"),
        PartyRole.SITE: message("party role", "site"),
        PartyRole.LEAD: message("party role", "lead"),
        PartyRole.BENEFICIARY: message("party role", "beneficiary"),
    },
    Subject: {
        Subject.RESERVE_MANAGEMENT: message("subject", "reserve management"),
        Subject.MINING: message("subject", "mining"),
        Subject.SUSTAINABLE_MINING: message("subject", "sustainable mining"),
        Subject.AI_COMPUTING: message(
            "subject", "computing for artificial intelligence"
        ),
        Subject.YIELD: message("subject", "yield generation"),
        Subject.STABLECOINS: message("subject", "stablecoins"),
        Subject.TOKENISATION: message("subject", "tokenisation"),
        Subject.PAYMENTS: message("subject", "payments"),
        Subject.REGULATION: message("subject", "regulation"),
        Subject.TRAINING: message("subject", "training"),
        Subject.KNOWLEDGE_SHARING: message("subject", "knowledge sharing"),
        Subject.INFRASTRUCTURE: message("subject", "digital infrastructure"),
        Subject.CBDC: message("subject", "central bank digital currency"),
    },
    Status: {
        Status.LEGAL_TENDER: message("legal status", "legal tender"),
        Status.PAYMENT_ACCEPTED: message("legal status", "accepted as payment"),
        Status.PERMITTED: message("legal status", "permitted"),
        Status.REGULATED: message("legal status", "regulated"),
        Status.RESTRICTED: message("legal status", "restricted"),
        Status.BANNED: message("legal status", "banned"),
    },
    Sector: {
        Sector.TOURISM: message("sector", "tourism"),
        Sector.MERCHANTS: message("sector", "merchants"),
        Sector.ARMS: message("sector", "arms"),
        Sector.TAXES: message("sector", "taxes"),
        Sector.FOREIGN_TRADE: message("sector", "foreign trade"),
        Sector.BANKING: message("sector", "banking"),
        Sector.TRADING: message("sector", "trading"),
        Sector.PAYMENTS: message("sector", "payments"),
        Sector.MINING: message("sector", "mining"),
        Sector.ADVERTISING: message("sector", "advertising"),
    },
    RegulatorRole: {
        RegulatorRole.LICENSING: message("regulator role", "licensing"),
        RegulatorRole.REGISTRATION: message("regulator role", "registration"),
        RegulatorRole.CONDUCT: message("regulator role", "conduct of business"),
        RegulatorRole.PRUDENTIAL: message("regulator role", "prudential supervision"),
        RegulatorRole.MARKET: message("regulator role", "market supervision"),
        RegulatorRole.AML_CFT_SUPERVISION: message(
            "regulator role", "supervision against money laundering"
        ),
        RegulatorRole.FIU: message("regulator role", "financial intelligence"),
        RegulatorRole.CENTRAL_BANK: message("regulator role", "central banking"),
        RegulatorRole.ENFORCEMENT: message("regulator role", "enforcement"),
        RegulatorRole.REGISTER_KEEPING: message(
            "regulator role", "keeping of registers"
        ),
        RegulatorRole.ADVISORY: message("regulator role", "advice"),
        RegulatorRole.SUPERVISION: message("regulator role", "supervision"),
    },
    LicenceStatus: {
        LicenceStatus.APPLIED: message("licence status", "applied for"),
        LicenceStatus.NOT_OBTAINED: message("licence status", "not obtained"),
        LicenceStatus.IN_PRINCIPLE: message("licence status", "approved in principle"),
        LicenceStatus.NO_OBJECTION: message("licence status", "no objection"),
        LicenceStatus.AUTHORISED: message("licence status", "authorised"),
        LicenceStatus.RESTRICTED: message("licence status", "restricted"),
        LicenceStatus.SUSPENDED: message("licence status", "suspended"),
        LicenceStatus.REFUSED: message("licence status", "refused"),
        LicenceStatus.REVOKED: message("licence status", "revoked"),
        LicenceStatus.WITHDRAWN: message("licence status", "withdrawn"),
        LicenceStatus.NOT_ON_REGISTER: message("licence status", "not on the register"),
    },
    ExchangeKind: {
        ExchangeKind.CENTRALISED: message("exchange kind", "centralised"),
        ExchangeKind.DECENTRALISED: message("exchange kind", "decentralised"),
    },
    Market: {
        Market.TOTAL: message("market", "all trades"),
        Market.SPOT: message("market", "spot"),
        Market.DERIVATIVES: message("market", "derivatives"),
    },
    Per: {
        Per.DAY: message("per", "day"),
        Per.MONTH: message("per", "month"),
        Per.YEAR: message("per", "year"),
    },
    EnergySource: {
        EnergySource.HYDRO: message("energy source", "hydropower"),
        EnergySource.COAL: message("energy source", "coal power"),
        EnergySource.GAS: message("energy source", "gas power"),
        EnergySource.GEOTHERMAL: message("energy source", "geothermal power"),
        EnergySource.NUCLEAR: message("energy source", "nuclear power"),
        EnergySource.SOLAR: message("energy source", "solar power"),
        EnergySource.WIND: message("energy source", "wind power"),
        EnergySource.RENEWABLE: message("energy source", "renewable energy"),
    },
    TokenKind: {
        TokenKind.CBDC: message("token kind", "central bank digital currency"),
        TokenKind.STATE_STABLECOIN: message("token kind", "state stablecoin"),
        TokenKind.SUPERVISED_STABLECOIN: message("token kind", "supervised stablecoin"),
        TokenKind.ASSET_BACKED: message("token kind", "asset-backed token"),
        TokenKind.SOVEREIGN: message("token kind", "sovereign token"),
    },
    Backing: {
        Backing.GOLD: message("backing", "gold"),
        Backing.FIAT: message("backing", "official currency"),
        Backing.OIL: message("backing", "oil"),
        Backing.SECURITIES: message("backing", "securities"),
        Backing.REAL_ESTATE: message("backing", "real estate"),
    },
    AdoptionMeasure: {
        AdoptionMeasure.HOLDERS: message("adoption measure", "holders"),
        AdoptionMeasure.USERS: message("adoption measure", "users"),
        AdoptionMeasure.WALLETS: message("adoption measure", "wallets"),
    },
    Condition: {
        Condition.FISCAL_REFORM: message("loan condition", "fiscal reform"),
        Condition.LIMIT_PURCHASES: message("loan condition", "limits on purchases"),
        Condition.VOLUNTARY_ACCEPTANCE: message(
            "loan condition", "voluntary acceptance"
        ),
        Condition.NO_SUBSIDIES: message("loan condition", "no subsidies"),
        Condition.WALLET_EXIT: message("loan condition", "exit from the state wallet"),
        Condition.TRANSPARENCY: message("loan condition", "transparency"),
        Condition.SCALE_BACK: message(
            "loan condition", "scaling back of crypto projects"
        ),
    },
    OrganisationKind: {
        OrganisationKind.MARKET_MAKER: message("organisation kind", "market maker"),
        OrganisationKind.TRADING_FIRM: message("organisation kind", "trading firm"),
        OrganisationKind.DEVELOPER: message("organisation kind", "developer"),
        OrganisationKind.INFRASTRUCTURE: message(
            "organisation kind", "digital infrastructure company"
        ),
        OrganisationKind.MINER: message("organisation kind", "mining company"),
        OrganisationKind.MINISTRY: message("organisation kind", "ministry"),
        OrganisationKind.CENTRAL_BANK: message("organisation kind", "central bank"),
        OrganisationKind.PUBLIC_BODY: message("organisation kind", "public body"),
        OrganisationKind.ZONE: message(
            "organisation kind", "special administrative zone"
        ),
        OrganisationKind.FUND: message("organisation kind", "fund"),
        OrganisationKind.INTERNATIONAL_BODY: message(
            "organisation kind", "international body"
        ),
        OrganisationKind.COMPANY: message("organisation kind", "company"),
    },
}
"""Vocabulary by vocabulary: members of two of them may have the same value."""


def label(voice: Voice, member: StrEnum) -> str:
    """Return what a member of a vocabulary is called in a table."""
    context, text = LABELS[type(member)][member]
    return voice.words.text(context, text)
