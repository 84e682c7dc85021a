"""Bodies and firms that are known by name, with the aliases that texts use."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

import attrs

from ..codes import CountryCode, country_code


@attrs.frozen(kw_only=True)
class Body:
    """A known body or firm.

    >>> known_bodies()["IMF"].kind
    'international_body'

    Attributes:
        name: how facts call it.
        kind: `regulator`, `exchange`, or a value of `OrganisationKind`.
        aliases: how texts call it.
        country: where it belongs, None for international ones.
        abbreviation: its usual short form.
        lends: whether it lends to states.
        state_company: whether the state owns it.
        elsewhere: other countries that have a body of the same name.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = attrs.field(converter=tuple)
    country: CountryCode | None = attrs.field(
        default=None, converter=attrs.converters.optional(country_code)
    )
    abbreviation: str | None = None
    lends: bool = False
    state_company: bool = False
    elsewhere: tuple[str, ...] = attrs.field(default=(), converter=tuple)


@cache
def known_bodies() -> dict[str, Body]:
    """Return the known bodies by name."""
    path = resources.files("sovcrypto.reading").joinpath("bodies.toml")
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text("utf-8"))["body"]
    return {row["name"]: Body(**row) for row in rows}


@cache
def digital_money() -> dict[str, list[str]]:
    """Return the names of central banks' digital money by the country that issues it.

    >>> "enaira" in digital_money()["NG"]
    True
    """
    path = resources.files("sovcrypto.reading").joinpath("digital_money.toml")
    return tomllib.loads(path.read_text("utf-8"))


@cache
def state_tokens() -> dict[str, dict[str, list[str]]]:
    """Return the names of states' tokens by issuer, sure ones and others apart.

    >>> state_tokens()["told"]["CF"]
    ['Sango']
    """
    path = resources.files("sovcrypto.reading").joinpath("state_tokens.toml")
    return tomllib.loads(path.read_text("utf-8"))
