"""Mining of virtual assets, and the power behind it."""

from __future__ import annotations

from enum import StrEnum

from ..codes import AssetCode, CountryCode
from ..fields import Field, field, record
from ..values import Amount
from .fact import Fact


class EnergySource(StrEnum):
    """Where the power comes from."""

    HYDRO = "hydro"
    COAL = "coal"
    GAS = "gas"
    GEOTHERMAL = "geothermal"
    NUCLEAR = "nuclear"
    SOLAR = "solar"
    WIND = "wind"
    RENEWABLE = "renewable"


@record
class Mining(Fact):
    """Virtual assets are mined in a country, or it is planned that they will be.

    "Pakistan allocated 2,000 MW of surplus coal power to mining."

    Attributes:
        country: where.
        subdivision: ISO 3166-2 code or name of the part of the country.
        operator: who mines, where the source names somebody.
        asset: what is mined.
        power: how much power is used or allocated.
        energy: where the power comes from.
        surplus: whether it is power that nobody else uses.
        subsidised: whether the power is sold below its price.
        hashrate_share: its part of the network's hash rate, in percent.
    """

    country: Field[CountryCode]
    subdivision: Field[str | None] = field(default=None)
    operator: Field[str | None] = field(default=None)
    asset: Field[AssetCode | None] = field(default=None)
    power: Field[Amount | None] = field(default=None, dimension="power")
    energy: Field[tuple[EnergySource, ...]] = field(default=())
    surplus: Field[bool | None] = field(default=None)
    subsidised: Field[bool | None] = field(default=None)
    hashrate_share: Field[Amount | None] = field(default=None, dimension="share")
