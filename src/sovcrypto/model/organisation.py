"""Bodies and firms that are neither regulators nor exchanges."""

from __future__ import annotations

from enum import StrEnum

from ..codes import CountryCode
from ..fields import Field, field, record
from ..values import Period
from .fact import Fact


class OrganisationKind(StrEnum):
    """What an organisation does or is."""

    MARKET_MAKER = "market_maker"
    TRADING_FIRM = "trading_firm"
    DEVELOPER = "developer"
    INFRASTRUCTURE = "infrastructure"
    MINER = "miner"
    MINISTRY = "ministry"
    CENTRAL_BANK = "central_bank"
    PUBLIC_BODY = "public_body"
    ZONE = "zone"
    FUND = "fund"
    INTERNATIONAL_BODY = "international_body"
    COMPANY = "company"


@record
class Organisation(Fact):
    """A body or a firm that plays a part.

    "Cumberland, an arm of DRW in Chicago, is a market maker active since 2014."

    Attributes:
        name: its usual name.
        kind: what it does or is.
        country: where it belongs.
        seat: the town from which it works.
        parent: the organisation of which it is a part.
        affiliated_with: an organisation or zone to which it is tied.
        founded: since when it exists or is active.
    """

    name: Field[str]
    kind: Field[OrganisationKind | None] = field(default=None)
    country: Field[CountryCode | None] = field(default=None)
    seat: Field[str | None] = field(default=None)
    parent: Field[str | None] = field(default=None)
    affiliated_with: Field[str | None] = field(default=None)
    founded: Field[Period | None] = field(default=None)
