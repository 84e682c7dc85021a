"""Whether a text can be about virtual assets at all.

Of the millions of articles in an archive hardly one in a hundred is. The others are
told by one pass: no virtual asset, no exchange and nothing that is mined or issued is
named in any of the languages. A text that passes need not state anything; one that does
not pass states nothing that this library has a word for.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from .automaton import Automaton
from .bodies import known_bodies
from .language import languages
from .lexicon import Entry, Kind, entries

if TYPE_CHECKING:
    from .folding import Shadow

# Concepts that are about virtual assets by themselves.
_TELLING: Final = frozenset(
    {"topic", "cbdc", "stablecoin", "hashrate", "mining", "mine_done", "mine_to"}
)


def on_topic(shadow: Shadow) -> bool:
    """Whether a word of the topic stands in a text.

    >>> from sovcrypto.reading.folding import Shadow
    >>> on_topic(Shadow.of("Bhutan hält Bitcoin."))
    True
    >>> on_topic(Shadow.of("Together they won 3-0."))
    False
    """
    return bool(_topic().find(shadow.folded))


@cache
def _topic() -> Automaton:
    return Automaton(
        word
        for language in languages()
        for word, entry in entries(language)
        if entry is not None and _tells(entry)
    )


def _tells(entry: Entry) -> bool:
    if entry.kind is Kind.BODY:
        return known_bodies()[entry.value].kind == "exchange"
    return entry.kind is Kind.ASSET or entry.value in _TELLING
