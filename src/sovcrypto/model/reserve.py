"""What a state holds, and what moves in and out of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ..codes import CRYPTO, AssetCode, CountryCode
from ..fields import Field, field, record
from ..values import Amount
from .fact import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator


class Acquisition(StrEnum):
    """How holdings were come by."""

    PURCHASE = "purchase"
    MINING = "mining"
    SEIZURE = "seizure"
    FORFEITURE = "forfeiture"
    DONATION = "donation"
    THEFT = "theft"
    TRANSFER = "transfer"
    TAX = "tax"


class ReserveKind(StrEnum):
    """What a holding is for; Executive Order 14233 separates the first two."""

    STRATEGIC_RESERVE = "strategic_reserve"
    STOCKPILE = "stockpile"
    SOVEREIGN_WEALTH_FUND = "sovereign_wealth_fund"
    CENTRAL_BANK_RESERVE = "central_bank_reserve"
    TEST_PORTFOLIO = "test_portfolio"
    SEIZED_PENDING = "seized_pending"
    TREASURY = "treasury"


class HolderKind(StrEnum):
    """Who in a country holds: by far not every coin "of a country" is the state's."""

    STATE = "state"
    CENTRAL_BANK = "central_bank"
    STATE_COMPANY = "state_company"
    LAW_ENFORCEMENT = "law_enforcement"
    SUBDIVISION = "subdivision"
    ZONE = "zone"
    OFFICIALS_PRIVATE = "officials_private"
    COMPANY = "company"
    ALLEGED = "alleged"


class Action(StrEnum):
    """What is done with a holding."""

    PURCHASE = "purchase"
    SALE = "sale"
    SEIZURE = "seizure"
    TRANSFER = "transfer"
    PLEDGE = "pledge"


def unlike_units(asset: AssetCode, quantity: Amount | None) -> Iterator[str]:
    """Yield a fault where a quantity counts another asset than the record's."""
    if quantity is not None and asset not in {CRYPTO, quantity.unit}:
        yield f"{str(quantity)!r} does not count {asset} @ $.quantity"


@record
class Reserve(Fact):
    """A state, or a body of it, holds a virtual asset.

    "El Salvador holds more than 6,200 BTC, worth about 745 million US dollars."

    >>> from sovcrypto.codes import asset_code, country_code
    >>> held = Reserve(
    ...     holder=country_code("SV"),
    ...     asset=asset_code("BTC"),
    ...     quantity=Amount.more_than(6200, "BTC"),
    ... )
    >>> held.quantity.gt(6000).must
    True

    Attributes:
        holder: the country.
        body: the holding body, where the source names one.
        subdivision: ISO 3166-2 code or name of the zone or region that holds.
        asset: what is held; `crypto` for virtual assets in general.
        quantity: how much; None where it is undisclosed.
        value: what it is worth, as the source states it.
        acquisition: how it was come by.
        kind: what it is for.
        holder_kind: whether the state itself holds.
        custodian: who keeps it.

    Raises:
        InvalidRecord: a field does not fit, or the quantity counts another asset.
    """

    holder: Field[CountryCode]
    asset: Field[AssetCode]
    body: Field[str | None] = field(default=None)
    subdivision: Field[str | None] = field(default=None)
    quantity: Field[Amount | None] = field(default=None, dimension="asset")
    value: Field[Amount | None] = field(default=None, dimension="currency")
    acquisition: Field[tuple[Acquisition, ...]] = field(default=())
    kind: Field[ReserveKind | None] = field(default=None)
    holder_kind: Field[HolderKind | None] = field(default=None)
    custodian: Field[str | None] = field(default=None)

    def __faults__(self) -> Iterator[str]:
        """A quantity counts the asset of the reserve."""
        return unlike_units(self.asset, self.quantity)


@record
class ReserveMovement(Fact):
    """A holding grows, shrinks or is moved.

    "Germany sold about 50,000 BTC between June and July 2024."

    Attributes:
        holder: the country.
        body: the body that acts.
        asset: what is moved.
        action: what is done.
        quantity: how much.
        value: what was paid or got for it.
        counterparty: who is on the other side.
    """

    holder: Field[CountryCode]
    asset: Field[AssetCode]
    action: Field[Action]
    body: Field[str | None] = field(default=None)
    quantity: Field[Amount | None] = field(default=None, dimension="asset")
    value: Field[Amount | None] = field(default=None, dimension="currency")
    counterparty: Field[str | None] = field(default=None)

    def __faults__(self) -> Iterator[str]:
        """A quantity counts the asset that is moved."""
        return unlike_units(self.asset, self.quantity)
