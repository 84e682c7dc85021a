"""Regions by which texts speak of a state: "the Central American country"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from .. import _data
from .folding import fold
from .language import words

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _members() -> Mapping[str, frozenset[str]]:
    """Return the codes of the states of each region."""
    content = (
        resources.files("sovcrypto.reading").joinpath("regions.toml").read_text("utf-8")
    )
    listed: Mapping[str, list[str]] = tomllib.loads(content)
    return {
        name: frozenset(
            code
            for code, row in _data.countries().items()
            if not {code, row.region, row.subregion}.isdisjoint(members)
        )
        for name, members in listed.items()
    }


@cache
def _said(language: str) -> tuple[tuple[bytes, str], ...]:
    """Return what a language calls regions, the longest first, with their names."""
    pairs = [
        (fold(word), name)
        for name in _members()
        for word in words(language, "text", "regions", name)
    ]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def states_meant(said: bytes, language: str) -> frozenset[str] | None:
    """Return the states of the region in a phrase, None if it names no region.

    >>> sorted(states_meant(b"the himalayan kingdom", "en"))
    ['BT', 'NP']
    """
    name = next((name for word, name in _said(language) if word in said), None)
    return _members()[name] if name is not None else None
