"""What is allowed, who watches over it, and who may do what."""

from __future__ import annotations

from enum import StrEnum

from ..codes import AssetCode, CountryCode
from ..fields import Field, field, record
from ..values import Period
from .fact import Fact


class Status(StrEnum):
    """Where a virtual asset stands in the law of a country."""

    LEGAL_TENDER = "legal_tender"
    PAYMENT_ACCEPTED = "payment_accepted"
    PERMITTED = "permitted"
    REGULATED = "regulated"
    RESTRICTED = "restricted"
    BANNED = "banned"


class Sector(StrEnum):
    """The part of life that a legal status is about."""

    TOURISM = "tourism"
    MERCHANTS = "merchants"
    ARMS = "arms"
    TAXES = "taxes"
    FOREIGN_TRADE = "foreign_trade"
    BANKING = "banking"
    TRADING = "trading"
    PAYMENTS = "payments"
    MINING = "mining"
    ADVERTISING = "advertising"


class RegulatorRole(StrEnum):
    """What a competent authority does (FATF Recommendations 15, 26 and 29)."""

    LICENSING = "licensing"
    REGISTRATION = "registration"
    CONDUCT = "conduct"
    PRUDENTIAL = "prudential"
    MARKET = "market"
    AML_CFT_SUPERVISION = "aml_cft_supervision"
    FIU = "fiu"
    CENTRAL_BANK = "central_bank"
    ENFORCEMENT = "enforcement"
    REGISTER_KEEPING = "register_keeping"
    ADVISORY = "advisory"
    SUPERVISION = "supervision"


class LicenceStatus(StrEnum):
    """How far an authorisation has come."""

    APPLIED = "applied"
    NOT_OBTAINED = "not_obtained"
    IN_PRINCIPLE = "in_principle"
    NO_OBJECTION = "no_objection"
    AUTHORISED = "authorised"
    RESTRICTED = "restricted"
    SUSPENDED = "suspended"
    REFUSED = "refused"
    REVOKED = "revoked"
    WITHDRAWN = "withdrawn"
    NOT_ON_REGISTER = "not_on_register"


@record
class LegalStatus(Fact):
    """A virtual asset has a standing in the law or the practice of a country.

    "Bitcoin is legal tender in El Salvador since 2021."

    Attributes:
        country: the country.
        subdivision: ISO 3166-2 code or name, where it holds in a part of it only.
        asset: which asset; `crypto` for virtual assets in general.
        status: where it stands.
        sectors: the parts of life it is about; none for all.
        body: the public body that acts, where it is not the state as a whole.
        instrument: the law or decision, by its name.
        first: whether the source calls it the first of its kind.
    """

    country: Field[CountryCode]
    asset: Field[AssetCode]
    status: Field[Status]
    subdivision: Field[str | None] = field(default=None)
    sectors: Field[tuple[Sector, ...]] = field(default=())
    body: Field[str | None] = field(default=None)
    instrument: Field[str | None] = field(default=None)
    first: Field[bool | None] = field(default=None)


@record
class Regulator(Fact):
    """A public body supervises virtual assets: a competent authority.

    "Pakistan set up the Pakistan Digital Assets Authority in May 2025."

    Attributes:
        name: its name in English, or as the source gives it.
        native_name: its name in a language of the country.
        abbreviation: its usual short form.
        country: the country.
        subdivision: ISO 3166-2 code or name of the part it is responsible for.
        founded: when it was set up.
        roles: what it does.
        predecessor: the body whose work it took over.
    """

    name: Field[str]
    country: Field[CountryCode]
    native_name: Field[str | None] = field(default=None)
    abbreviation: Field[str | None] = field(default=None)
    subdivision: Field[str | None] = field(default=None)
    founded: Field[Period | None] = field(default=None)
    roles: Field[tuple[RegulatorRole, ...]] = field(default=())
    predecessor: Field[str | None] = field(default=None)


@record
class Licence(Fact):
    """An exchange or a firm may, or may not, do business under a regulator.

    "The Monetary Authority of Singapore licensed Coinbase."

    Attributes:
        holder: the exchange or firm.
        regulator: who decides.
        country: where it holds.
        regime: the kind of authorisation, by its name.
        status: how far it has come.
    """

    holder: Field[str]
    status: Field[LicenceStatus]
    country: Field[CountryCode | None] = field(default=None)
    regulator: Field[str | None] = field(default=None)
    regime: Field[str | None] = field(default=None)
