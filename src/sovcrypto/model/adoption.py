"""How many people have to do with virtual assets."""

from __future__ import annotations

from enum import StrEnum

from ..codes import AssetCode, CountryCode
from ..fields import Field, field, record
from ..values import Amount
from .fact import Fact


class AdoptionMeasure(StrEnum):
    """What is counted; figures of different measures do not contradict each other."""

    HOLDERS = "holders"
    USERS = "users"
    WALLETS = "wallets"


@record
class Adoption(Fact):
    """So many people of a country hold or use virtual assets.

    "Between 15 and 20 million Pakistanis hold virtual assets, says Saqib."

    Attributes:
        country: the country.
        asset: which asset, `crypto` for virtual assets in general.
        measure: what is counted.
        quantity: how many.
        share: their part of the population, in percent.
    """

    country: Field[CountryCode]
    measure: Field[AdoptionMeasure]
    asset: Field[AssetCode | None] = field(default=None)
    quantity: Field[Amount | None] = field(default=None, dimension="people")
    share: Field[Amount | None] = field(default=None, dimension="share")
