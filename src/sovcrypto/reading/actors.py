"""Who acts: a state itself, or somebody in it.

"Citizens of Bhutan", "Tether, based in El Salvador" and "the UAE's Royal Group" name a
state and are none. What makes a genitive the state again is a word for its organs:
"the government of Bhutan", "Germany's central bank".
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .bodies import known_bodies
from .folding import fold
from .language import words
from .lexicon import Event, Kind

if TYPE_CHECKING:
    from .bodies import Body
    from .scene import Scene


@cache
def _genitive(language: str) -> re.Pattern[bytes]:
    """Return what stands before a country that only qualifies another noun."""
    links = b"|".join(re.escape(fold(w)) for w in words(language, "text", "of"))
    organs = b"|".join(re.escape(fold(w)) for w in words(language, "text", "organs"))
    return re.compile(rb"(?P<organ>\b(?:%b)\s+)?\b(?:%b)\s*$" % (organs, links))


@cache
def _organs(language: str) -> tuple[bytes, ...]:
    return tuple(fold(word) for word in words(language, "text", "organs"))


def acting(scene: Scene, position: int) -> Event | None:
    """Return the name of a state, or what stands for it, that acts at a position."""
    clause = scene.clause(position)
    named = [
        event
        for event in scene.events
        if event.start < position
        and (event.kind is Kind.COUNTRY or event.value in {"country", "pronoun"})
    ]
    if scene.drops_pronoun and not named:
        return scene.find("dropped")[0]
    inside = [event for event in named if event.start >= clause[0]]
    if not named:
        return None
    event = (inside or named)[-1]
    if event.kind is not Kind.COUNTRY:
        return event
    language = scene.section.language
    before = _genitive(language).search(
        scene.folded, max(scene.sentence.start, event.start - 40), event.start
    )
    if before is not None and before["organ"] is None:
        return None
    after = scene.folded[event.end : event.end + 40]
    if after.startswith(b"'s ") and not after[3:].startswith(_organs(language)):
        return event if state_body(scene, event.end) else None
    return event


def state_body(scene: Scene, position: int) -> Body | None:
    """Return the body of a state that is named right after a position."""
    for event in scene.of_kind(Kind.BODY):
        if 0 <= event.start - position <= len("'s "):
            body = known_bodies()[event.value]
            return body if body.state_company else None
    return None
