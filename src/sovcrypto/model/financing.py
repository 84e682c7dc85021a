"""Loans to states, and what they are made to promise for them."""

from __future__ import annotations

from enum import StrEnum

from ..codes import CountryCode
from ..fields import Field, field, record
from ..values import Amount, Period
from .fact import Fact


class Condition(StrEnum):
    """What a borrower has to do or to leave."""

    FISCAL_REFORM = "fiscal_reform"
    LIMIT_PURCHASES = "limit_purchases"
    VOLUNTARY_ACCEPTANCE = "voluntary_acceptance"
    NO_SUBSIDIES = "no_subsidies"
    WALLET_EXIT = "wallet_exit"
    TRANSPARENCY = "transparency"
    SCALE_BACK = "scale_back"


@record
class Financing(Fact):
    """An international body or a state lends to a state.

    "The IMF lends Pakistan 7 billion US dollars, with conditions until 2027."

    Attributes:
        lender: who lends.
        borrower: the country that borrows.
        amount: how much.
        facility: the programme, by its name.
        until: when the programme or its conditions end.
        conditions: what the borrower has to do, as far as this package cares.
    """

    lender: Field[str]
    borrower: Field[CountryCode]
    amount: Field[Amount | None] = field(default=None, dimension="currency")
    facility: Field[str | None] = field(default=None)
    until: Field[Period | None] = field(default=None)
    conditions: Field[tuple[Condition, ...]] = field(default=())
