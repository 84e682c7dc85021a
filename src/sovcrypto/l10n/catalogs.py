"""The words of a language: gettext catalogues, read from their .po files.

A message of the code is its own English text. `locales/fr/LC_MESSAGES/sovcrypto.po`
holds the French. Where a plural is asked for, `msgstr[0]`, `msgstr[1]`, … are the
plural categories of the language in CLDR's order. Beside it `pt-PT.po` holds what a
region says in another way, and nothing else.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from .phrases import Part, filled
from .plurals import PluralRules, plural_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PACKAGE: Final = "sovcrypto.l10n"

SOURCE: Final = "en"
"""The language of the messages in the code."""

DOMAIN: Final = "sovcrypto"

Message: TypeAlias = tuple[str, str]
"""A message that is looked up later: its context and its English text."""


def message(context: str, text: str) -> Message:
    """Mark a message for the catalogues; `Catalog.text` looks it up."""
    return context, text


Plural: TypeAlias = tuple[str, str, str]
"""A message with a number in it: its context, its singular and its plural."""


def plural(context: str, one: str, other: str) -> Plural:
    """Mark a message with a plural for the catalogues; `Catalog.count` looks it up."""
    return context, one, other


@attrs.frozen
class Catalog:
    """The words of one language.

    Attributes:
        language: which language.
        rules: its plural rules.
        messages: what it says for each message, one text for each plural category.
    """

    language: str
    rules: PluralRules
    messages: Mapping[Message, tuple[str, ...]]

    def text(self, context: str, text: str) -> str:
        """Return a message in this language."""
        return self.messages.get((context, text), (text,))[0]

    def say(self, context: str, text: str, /, **parts: Part) -> str:
        """Return a message in this language with its parts put in."""
        return filled(self.text(context, text), parts)

    def count(
        self, context: str, one: str, other: str, /, *, category: str, **parts: Part
    ) -> str:
        """Return the plural form of a message with its parts put in.

        Args:
            context: tells apart messages that are equal in English.
            one: the English singular.
            other: the English plural.
            category: the plural category in this language.
            parts: what is put in.
        """
        forms = self.messages.get((context, one), (one, other))
        index = self.rules.categories.index(category)
        return filled(forms[min(index, len(forms) - 1)], parts)


@cache
def languages() -> frozenset[str]:
    """Return the languages that have words."""
    folder = resources.files(_PACKAGE).joinpath("locales")
    return frozenset(
        {SOURCE, *(entry.name for entry in folder.iterdir() if entry.is_dir())}
    )


@cache
def catalog(language: str, regions: tuple[str, ...] = ()) -> Catalog:
    """Return the words of a language, those of English where it has none.

    Args:
        language: the language.
        regions: tags of a region and of what it inherits from, the nearest first; each
            may say some things in another way.
    """
    known = language if language in languages() else SOURCE
    if known == SOURCE:
        return Catalog(SOURCE, plural_rules(SOURCE), {})
    folder = resources.files(_PACKAGE).joinpath("locales", known, "LC_MESSAGES")
    said: dict[Message, tuple[str, ...]] = {}
    for name in (DOMAIN, *reversed(regions)):
        path = folder.joinpath(f"{name}.po")
        if path.is_file():
            said.update(messages(path.read_text("utf-8")))
    return Catalog(known, plural_rules(known), said)


def messages(po: str) -> Iterator[tuple[Message, tuple[str, ...]]]:
    r"""Yield the translated messages of a .po file.

    >>> list(messages('msgctxt "stage"\nmsgid "planned"\nmsgstr "prévu"'))
    [(('stage', 'planned'), ('prévu',))]
    """
    for block in po.split("\n\n"):
        entry = _entry(block)
        key = entry.get("msgctxt", ""), entry.get("msgid", "")
        texts = tuple(text for name, text in entry.items() if name.startswith("msgstr"))
        if key[1] and all(texts):
            yield key, texts


def _entry(block: str) -> dict[str, str]:
    """Return the keywords of one entry with their texts; fuzzy ones are left out."""
    entry: dict[str, str] = {}
    keyword = ""
    for line in block.splitlines():
        if line.startswith("#"):
            if line.startswith("#,") and "fuzzy" in line:
                return {}
            continue
        if not line.startswith('"'):
            keyword, _, line = line.partition(" ")  # noqa: PLW2901 -- the rest is the text
        # The escapes of a .po text are those of JSON.
        entry[keyword] = entry.get(keyword, "") + json.loads(line)
    return entry
