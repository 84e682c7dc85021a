"""From whatever a caller calls a locale to one that CLDR has, and to its parents."""

from __future__ import annotations

import difflib
import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from babel import Locale
from babel.localedata import exists

from ..errors import UnknownLocale
from . import tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Chain: TypeAlias = tuple[str, ...]
"""A locale and those it inherits from, the root last: `("fr-CA", "fr", "und")`."""

ROOT: Final = "und"

# UTS 35, "Unicode locale identifier", with either separator. Of extensions `-u-nu-…` is
# read; others, an encoding (`.UTF-8`) and a modifier (`@euro`) are passed over.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3}|root)(?:[-_](?P<script>[a-z]{4}))?"
    r"(?:[-_](?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(?:[-_][a-z\d]{5,8}|[-_]\d[a-z\d]{3})*)"
    r"(?:[-_][a-z\d](?:[-_](?:nu[-_](?P<numbering>[a-z\d]{3,8})|[a-z\d]{2,8}))+)*"
    r"(?:\.[\w-]{1,20})?(?:@[a-z]{1,20})?",
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
    match = _matched(text)
    if match is None:
        raise UnknownLocale(text, _EXPECTED, hint=_hint(text))
    parts = match["language"], match["script"], match["region"], match["variants"]
    known = _locales()
    for candidate in _candidates(*parts):
        if candidate in known:
            return tuple(_inherited(candidate))
    raise UnknownLocale(text, _EXPECTED, hint=_hint(match["language"]))


def numbering(text: str) -> str | None:
    """Return the numbering system that a tag asks for, None for the locale's own.

    >>> numbering("zh-Hant-HK-u-nu-hanidec"), numbering("zh-Hant-HK")
    ('hanidec', None)
    """
    match = _matched(text)
    return match["numbering"].lower() if match and match["numbering"] else None


def _matched(text: str) -> re.Match[str] | None:
    return _TAG.fullmatch(text) if len(text) < 100 else None  # noqa: PLR2004 -- no tag is longer


def _candidates(
    language: str, script: str | None, region: str | None, variants: str
) -> Iterator[str]:
    """Yield CLDR's names for what may be meant, the most exact first."""
    language = language.lower()
    language = ROOT if language == "root" else language
    if language not in _locales():
        language, _, usual = tables.aliases().get(language, language).partition("-")
        script = script or usual or None
    script = script.title() if script else None
    region = region.upper() if region else None
    stated = "-".join(filter(None, (language, script, region)))
    yield stated + variants.replace("_", "-").lower()
    yield stated
    scripts = tables.likely_scripts()
    if region and not script:
        script = scripts.get(stated) or scripts.get(language)
        yield f"{language}-{script}-{region}"
    if script:
        yield f"{language}-{script}"
        if script not in {scripts.get(language), scripts.get(f"{language}-{region}")}:
            return
    yield language


def _inherited(locale: str) -> Iterator[str]:
    """Yield a locale and its parents."""
    parents = tables.parents()
    while locale and locale != ROOT:
        yield locale
        locale = parents.get(locale) or locale.rpartition("-")[0]
    yield ROOT


@cache
def _locales() -> frozenset[str]:
    return frozenset(tables.locales())


def babel_locale(of: Chain) -> Locale:
    """Return Babel's locale for a chain: the nearest that it has."""
    names = (name.replace("-", "_") for name in of[:-1])
    return Locale.parse(next(filter(exists, names), "root"))


def _hint(text: str) -> str | None:
    """Say what may have been meant: `jp` is a country, "French" a name."""
    meant = tables.likely_languages().get(text.upper()[:3], "")
    if len(text) > 3:  # noqa: PLR2004 -- longer than any code
        named = {
            name.lower(): code
            for language in ("en", "fr")
            for code, name in _language_names(language).items()
        }
        word = re.split(r"[-_.@]", text[:40])[0].lower()
        near = difflib.get_close_matches(word, named, n=1, cutoff=0.7)
        # "pt_BRR" begins like a tag, "frech" like a name
        meant = word if word in _locales() else named[near[0]] if near else ""
    return f"did you mean {meant!r}?" if meant in _locales() else None


def _language_names(language: str) -> Mapping[str, str]:
    return cast("Mapping[str, str]", Locale.parse(language).languages)
