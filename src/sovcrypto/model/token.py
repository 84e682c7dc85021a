"""Tokens that a state issues or stands behind."""

from __future__ import annotations

from enum import StrEnum

from ..codes import CountryCode, CurrencyCode
from ..fields import Field, field, record
from .fact import Fact


class TokenKind(StrEnum):
    """What kind of token it is."""

    CBDC = "cbdc"
    STATE_STABLECOIN = "state_stablecoin"
    SUPERVISED_STABLECOIN = "supervised_stablecoin"
    ASSET_BACKED = "asset_backed"
    SOVEREIGN = "sovereign"


class Backing(StrEnum):
    """What stands behind a token."""

    GOLD = "gold"
    FIAT = "fiat"
    OIL = "oil"
    SECURITIES = "securities"
    REAL_ESTATE = "real_estate"


@record
class Token(Fact):
    """A state, or a body of it, issues a token.

    "Bhutan issued TER, a sovereign token backed by physical gold."

    Attributes:
        issuer: the country.
        body: the issuing body, where the source names one.
        name: the name of the token.
        kind: what kind of token it is.
        backing: what stands behind it.
        peg: the currency to which its value is tied.
    """

    issuer: Field[CountryCode]
    name: Field[str]
    body: Field[str | None] = field(default=None)
    kind: Field[TokenKind | None] = field(default=None)
    backing: Field[Backing | None] = field(default=None)
    peg: Field[CurrencyCode | None] = field(default=None)
