"""Exchanges, and how much is traded on them."""

from __future__ import annotations

from enum import StrEnum

from ..codes import CountryCode
from ..fields import Field, field, record
from ..values import Amount, Period
from .fact import Fact


class ExchangeKind(StrEnum):
    """Who keeps the coins while they are traded."""

    CENTRALISED = "centralised"
    DECENTRALISED = "decentralised"


class Market(StrEnum):
    """Which trades a volume counts."""

    TOTAL = "total"
    SPOT = "spot"
    DERIVATIVES = "derivatives"


class Per(StrEnum):
    """The time over which an average is taken."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@record
class Exchange(Fact):
    """A trading platform: a virtual asset service provider (FATF), a CASP (EU).

    "KuCoin is a centralised exchange."

    Attributes:
        name: the name it trades under.
        home: where it is domiciled.
        founded: since when it exists.
        kind: who keeps the coins.
        users: how many people use it.
    """

    name: Field[str]
    home: Field[CountryCode | None] = field(default=None)
    founded: Field[Period | None] = field(default=None)
    kind: Field[ExchangeKind | None] = field(default=None)
    users: Field[Amount | None] = field(default=None, dimension="people")


@record
class TradingVolume(Fact):
    """So much was traded on an exchange in a period.

    "KuCoin traded more than 1.25 trillion US dollars in 2025."

    Attributes:
        exchange: the name of the exchange.
        market: which trades are counted.
        amount: how much was traded.
        per: the unit of time of an average; None for the whole of the period.
        share: its part of a market, in percent.
        denominator: the market of which it is a part.
    """

    exchange: Field[str]
    market: Field[Market] = field(default=Market.TOTAL)
    amount: Field[Amount | None] = field(default=None, dimension="currency")
    per: Field[Per | None] = field(default=None)
    share: Field[Amount | None] = field(default=None, dimension="share")
    denominator: Field[str | None] = field(default=None)
