"""CLDR's number data, read once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from .. import _data

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def _table() -> Mapping[str, object]:
    return _data.table("l10n/numbers")


def parents() -> Mapping[str, str]:
    """Return the parents of the locales that don't inherit by truncation."""
    return cast("Mapping[str, str]", _table()["parents"])


def plurals() -> Mapping[str, Mapping[str, str]]:
    """Return the plural rules by language and category, in CLDR's notation."""
    return cast("Mapping[str, Mapping[str, str]]", _table()["plurals"])


def currency_digits() -> Mapping[str, int]:
    """Return the fraction digits of the currencies that are not written with two."""
    return cast("Mapping[str, int]", _table()["currency_digits"])


def locales() -> Mapping[str, Mapping[str, object]]:
    """Return what each locale has that differs from its parent."""
    return cast("Mapping[str, Mapping[str, object]]", _table()["locales"])
