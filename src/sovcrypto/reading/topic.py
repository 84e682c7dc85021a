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
from .bodies import digital_money, known_bodies, state_tokens
from .language import languages, words
from .lexicon import assets

if TYPE_CHECKING:
    from collections.abc import Iterator

# Concepts that are about virtual assets by themselves.
_TELLING: Final = frozenset(
    {
        "topic",
        "cbdc",
        "stablecoin",
        "hashrate",
        "mica",
        "mining",
        "mine_done",
        "mine_to",
    }
)


def topic_places(folded: bytes) -> list[int]:
    """Return where words of the topic stand in a folded text, in order.

    >>> topic_places(b"bhutan halt bitcoin.")[0], topic_places(b"together they won.")
    (12, [])
    """
    return [start for start, _, _ in _topic().find(folded)]


@cache
def _topic() -> Automaton:
    return Automaton(_words(), quick=True)


def _words() -> Iterator[str]:
    for body in known_bodies().values():
        if body.kind == "exchange":
            yield from body.aliases
    for names in (*digital_money().values(), *state_tokens()["sure"].values()):
        yield from names
    for language in languages():
        yield from (word for word, _ in assets(language))
        for part in ("verbs", "nouns"):
            for concept in _TELLING:
                yield from words(language, "facts", part, concept)
