"""CLDR's number data, of the locales that are asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from .._data.archive import Archive, Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Sections: TypeAlias = "Mapping[str, Mapping[str, Entry]]"

_ARCHIVE: Final = Archive("l10n/cldr")


@cache
def plurals() -> Mapping[str, Mapping[str, str]]:
    """Return the plural rules by language and category, in CLDR's notation."""
    return cast("Mapping[str, Mapping[str, str]]", _ARCHIVE.shared["plurals"])


def plural_ranges(language: str) -> Mapping[str, str]:
    """Return the plural form of a range by those of its ends, as in "one other".

    A pair that isn't there has the form of its second end.
    """
    rows = cast("Mapping[str, Mapping[str, str]]", _ARCHIVE.shared["plural_ranges"])
    return rows.get(language, {})


def currency_digits(code: str) -> int:
    """Return how many fraction digits a currency is written with.

    >>> currency_digits("USD"), currency_digits("JPY")
    (2, 0)
    """
    rows = cast("Mapping[str, int]", _ARCHIVE.shared["currency_digits"])
    return rows.get(code, 2)


def digits() -> Mapping[str, str]:
    """Return the ten digits of each numbering system."""
    return cast("Mapping[str, str]", _ARCHIVE.shared["digits"])


def locales() -> Iterable[str]:
    """Return all locales of CLDR."""
    return cast("Iterable[str]", _ARCHIVE.shared["locales"])


def parents() -> Mapping[str, str]:
    """Return the parents of the locales that don't inherit by truncation."""
    return cast("Mapping[str, str]", _ARCHIVE.shared["parents"])


def aliases() -> Mapping[str, str]:
    """Return what CLDR calls a language of another name: `iw` is `he`."""
    return cast("Mapping[str, str]", _ARCHIVE.shared["aliases"])


def likely_scripts() -> Mapping[str, str]:
    """Return the usual script of a language, and of a language in a region."""
    return cast("Mapping[str, str]", _ARCHIVE.shared["scripts"])


def likely_languages() -> Mapping[str, str]:
    """Return the language that is most likely meant by the code of a region."""
    return cast("Mapping[str, str]", _ARCHIVE.shared["languages"])


def merged(part: str, chain: tuple[str, ...]) -> Sections:
    """Return one part of a locale's data, with all that it inherits.

    Args:
        part: `numbers`, `money`, `units`, `regions` or `lists`.
        chain: the locale and those from which it inherits, the root last.
    """
    result: dict[str, dict[str, Entry]] = {}
    languages = {
        language: _ARCHIVE.language(part, language)
        for language in {locale.partition("-")[0] for locale in chain}
    }
    for locale in reversed(chain):
        own = languages[locale.partition("-")[0]].get(locale, {})
        for section, entries in own.items():
            target = result.setdefault(section, {})
            for key, entry in entries.items():
                if entry is None:
                    target.pop(key, None)
                else:
                    target[key] = entry
    return result


@cache
def units() -> frozenset[str]:
    """Return the units that CLDR has patterns for, by its names."""
    return frozenset(merged("units", ("und",))["long"])
