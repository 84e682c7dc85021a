"""From whatever a caller calls a locale to one that CLDR has, and to its parents."""

from __future__ import annotations

import difflib
import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from babel import Locale
from babel.core import get_global
from babel.localedata import exists, locale_identifiers

from ..errors import UnknownLocale
from . import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Chain: TypeAlias = tuple[str, ...]
"""A locale and those it inherits from, the root last: `("fr-CA", "fr", "und")`."""

ROOT: Final = "und"

# UTS 35, "Unicode locale identifier", with either separator; what follows a singleton
# (`-u-nu-latn`), an encoding (`.UTF-8`) or a modifier (`@euro`) is passed over.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}|root)(?:[-_](?P<script>[a-z]{4}))?"
    r"(?:[-_](?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:[-_][a-z\d]{5,8}|[-_]\d[a-z\d]{3})*)"
    r"(?:[-_][a-z\d](?:[-_][a-z\d]{2,8})+)*(?:\.[\w-]{1,20})?(?:@[a-z]{1,20})?",
    re.ASCII | re.IGNORECASE,
)
_EXPECTED: Final = "a locale whose language CLDR has, such as 'fr' or 'pt-BR'"


@cache
def chain(text: str) -> Chain:
    """Find the locale that is meant, and all that it inherits from.

    >>> chain("fr_CA.UTF-8")
    ('fr-CA', 'fr', 'und')
    >>> chain("zh-HK")
    ('zh-Hant-HK', 'zh-Hant', 'und')
    >>> chain("pt-FR")  # no such locale in CLDR, but the language is there
    ('pt', 'und')

    Raises:
        UnknownLocale: CLDR has no such language.
    """
    match = _TAG.fullmatch(text) if len(text) < 100 else None  # noqa: PLR2004 -- no tag is longer
    if match is None:
        raise UnknownLocale(text, _EXPECTED, hint=_hint(text))
    parts = match["language"], match["script"], match["region"], match["variants"]
    for candidate in _candidates(*parts):
        if exists(candidate):
            return tuple(_inherited(candidate))
    raise UnknownLocale(text, _EXPECTED, hint=_hint(match["language"]))


def _candidates(
    language: str, script: str | None, region: str | None, variants: str
) -> Iterator[str]:
    """Yield Babel's names for what may be meant, the most exact first."""
    aliases: Mapping[str, str] = get_global("language_aliases")
    language = language.lower()
    language = "root" if language == ROOT else language
    if not exists(language):
        language = aliases.get(language, language)
    script = script.title() if script else None
    region = region.upper() if region else None
    variant = variants.replace("-", "_").upper()
    stated = "_".join(filter(None, (language, script, region)))
    likely: Mapping[str, str] = get_global("likely_subtags")
    yield stated + variant
    yield stated
    if region and not script:
        full = likely.get(stated) or likely.get(language, "")
        if full.count("_") > 1:
            script = full.split("_")[1]
            yield f"{language}_{script}_{region}"
    if script:
        usual = likely.get(language, "").split("_")
        yield f"{language}_{script}"
        if script not in usual:
            return
    yield language


def _inherited(identifier: str) -> Iterator[str]:
    """Yield a locale and its parents."""
    parents = tables.parents()
    locale = identifier.replace("_", "-")
    while locale and locale not in {ROOT, "root"}:
        yield locale
        locale = parents.get(locale) or locale.rpartition("-")[0]
    yield ROOT


def babel_locale(of: Chain) -> Locale:
    """Return Babel's locale for a chain."""
    name = "root" if of[0] == ROOT else of[0].replace("-", "_")
    return Locale.parse(name)


def _hint(text: str) -> str | None:
    """Say what may have been meant: `jp` is a country, "French" a name."""
    likely: Mapping[str, str] = get_global("likely_subtags")
    meant = likely.get(f"und_{text.upper()[:3]}", "").partition("_")[0]
    if len(text) > 3:  # noqa: PLR2004 -- longer than any code
        named = {
            name.lower(): code
            for language in ("en", "fr")
            for code, name in _language_names(language).items()
        }
        word = re.split(r"[-_.@]", text[:40])[0].lower()
        near = difflib.get_close_matches(word, named, n=1, cutoff=0.8)
        meant = named[near[0]] if near else ""
    return f"did you mean {meant!r}?" if meant in _languages() else None


def _language_names(language: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", Locale.parse(language).languages)


@cache
def _languages() -> frozenset[str]:
    return frozenset(name for name in locale_identifiers() if "_" not in name)
