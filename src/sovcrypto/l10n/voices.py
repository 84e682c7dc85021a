"""All that one locale needs to speak, each part loaded when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs

from .catalogs import SOURCE, Catalog, catalog, languages
from .grammars import Grammar, grammar
from .numbers import Numbers, numbers
from .tags import ROOT, babel_locale

if TYPE_CHECKING:
    from babel import Locale

    from .tags import Chain


@attrs.frozen(slots=False)
class Voice:
    """What speaks for a locale.

    Attributes:
        chain: the locale and what it inherits from.
        system: its numbering system, None for the usual one.
    """

    chain: Chain
    system: str | None = None

    @property
    def language(self) -> str:
        """The language of the locale."""
        return self.chain[0].partition("-")[0]

    @property
    def has_words(self) -> bool:
        """Whether there is a catalogue in the locale's own language."""
        return self.language in languages()

    @cached_property
    def numbers(self) -> Numbers:
        """How numbers are written."""
        return numbers(self.chain, self.system)

    @cached_property
    def locale(self) -> Locale:
        """Babel's data: names, dates, lists and units."""
        return babel_locale(self.chain)

    @cached_property
    def speaker(self) -> Voice:
        """What says whole sentences: English, where the language has no words."""
        return self if self.has_words else ENGLISH

    @cached_property
    def words(self) -> Catalog:
        """The words of its region and language, or those of English."""
        return catalog(self.language, tuple(tag for tag in self.chain if "-" in tag))

    @cached_property
    def grammar(self) -> Grammar:
        """How its language speaks of names."""
        return grammar(self.language)


ENGLISH: Final = Voice((SOURCE, ROOT))
"""Speaks where a language has no words."""
