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
def _either(language: str, name: str) -> bytes:
    """Return a pattern for the words of a list; `-ministerium` ends longer ones."""
    listed = words(language, "text", name)
    return b"|".join(
        rb"[\w-]*" * word.startswith("-") + re.escape(fold(word.strip("-")))
        for word in listed
    )


@cache
def _genitive(language: str) -> re.Pattern[bytes]:
    """Return what stands before a country that only qualifies another noun."""
    organs, links = _either(language, "organs"), _either(language, "of")
    return re.compile(rb"(?P<organ>\b(?:%b)\s+)?\b(?:%b)\s*$" % (organs, links))


@cache
def _possessive(language: str) -> re.Pattern[bytes]:
    """Return what stands after a country that does so: `'s firms`, `-based`."""
    organs, endings = _either(language, "organs"), _either(language, "possessives")
    return re.compile(rb"(?:-|(?:%b) )(?P<organ>%b)?" % (endings or b"(?!)", organs))


@cache
def _organ(language: str) -> re.Pattern[bytes]:
    """Return an organ of the state as it stands beside an adjective."""
    return re.compile(rb" (?:%b)\b" % _either(language, "organs"))


@cache
def _organ_before(language: str) -> re.Pattern[bytes]:
    """Return an organ of the state as it stands before a name: `die Regierung`."""
    return re.compile(rb"\b(?:%b) $" % _either(language, "organs"))


def acting(scene: Scene, position: int) -> Event | None:
    """Return the name of a state, or what stands for it, that acts at a position."""
    start, end = scene.clause(position)
    states = [event for event in scene.events if _state(scene, event)]
    named = [event for event in states if event.start < position]
    if scene.drops_pronoun and not named:
        return scene.find("dropped")[0]
    inside = [event for event in named if event.start >= start]
    if scene.free_order and not inside:
        # "Im Juli verkaufte Deutschland": the subject follows its verb.
        inside = [event for event in states if position < event.start < end][:1]
    if not named and not inside:
        return None
    event = (inside or named)[-1]
    return event if event.kind is not Kind.COUNTRY or _acts(scene, event) else None


def _state(scene: Scene, event: Event) -> bool:
    """Whether an event names a state or stands for it: "the Salvadoran government"."""
    if event.kind is Kind.ADJECTIVE:
        organ = _organ(scene.section.language)
        return organ.match(scene.folded, event.end) is not None
    return event.kind is Kind.COUNTRY or event.value in {"country", "pronoun"}


def _acts(scene: Scene, event: Event) -> bool:
    """Whether the name of a state means the state and not somebody in it."""
    language, low = scene.section.language, max(scene.sentence.start, event.start - 40)
    before = _genitive(language).search(scene.folded, low, event.start)
    if before is not None and before["organ"] is None:
        return False
    after = _possessive(language).match(scene.folded, event.end)
    if after is None or after["organ"] is not None:
        return True
    organ = _organ_before(language).search(scene.folded, low, event.start)
    return organ is not None or state_body(scene, event.end) is not None


def state_body(scene: Scene, position: int) -> Body | None:
    """Return the body of a state that is named right after a position."""
    for event in scene.of_kind(Kind.BODY):
        if 0 <= event.start - position <= len("'s "):
            body = known_bodies()[event.value]
            return body if body.state_company else None
    return None
