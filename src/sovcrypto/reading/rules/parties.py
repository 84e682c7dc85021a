"""The states that take part in something, and who else does."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ...codes import CountryCode
from ..actors import PRIVATE, is_organ, listed, qualifies
from ..bodies import known_bodies
from ..language import folded_words, words
from ..lexicon import Event, Kind
from ..naming import either
from .figures import preceded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

# As long as "'s ".
_BESIDE: Final = 3
_PUBLIC: Final = frozenset({"regulator", "central_bank", "public_body", "ministry"})
_LINKING: Final = frozenset({Kind.COUNTRY, Kind.CAPITAL})
# What is the name of nobody who could take part.
_TAKEN: Final = frozenset(
    {Kind.COUNTRY, Kind.ADJECTIVE, Kind.CAPITAL, Kind.PART, Kind.ASSET, Kind.MONEY}
)


class State(NamedTuple):
    """A state that takes part, and the body that stands for it."""

    country: CountryCode
    event: Event


class Partner(NamedTuple):
    """An organisation that takes part, and where it is named."""

    name: str
    start: int
    end: int


def states(scene: Scene, start: int, end: int) -> list[State]:
    """Return the states that act or are dealt with in a stretch, each once.

    "In Kenya", "Kenya's banks" and "citizens of Kenya" are none; its ministries are.
    """
    found: dict[CountryCode, State] = {}
    for event in scene.events:
        if start <= event.start < end:
            for country in _meant(scene, event):
                found.setdefault(country, State(country, event))
    return list(found.values())


def _meant(scene: Scene, event: Event) -> Iterator[CountryCode]:
    """Yield the states that a name, an adjective or a stand-in means as parties."""
    if event.kind in _LINKING and not _dateline(scene, event):
        # "in Mexico and Colombia": the first of a list has the preposition.
        places = (event, listed(scene, event)[0])
        inside = not preceded(scene, event.start, "by") and any(
            preceded(scene, e.start, "located") for e in places
        )
        if not inside and (_owns_body(scene, event) or not _other(scene, event)):
            yield CountryCode(event.value)
    elif event.kind is Kind.ADJECTIVE:
        # "Los gobiernos boliviano y salvadoreño": one noun for all of a list.
        run = listed(scene, event)
        organ = any(_official_beside(scene, e) or is_organ(scene, e) for e in run)
        if organ or _owns_body(scene, event):
            yield CountryCode(event.value)
    elif event.kind is Kind.BODY:
        body = known_bodies()[event.value]
        if body.country and (body.kind in _PUBLIC or body.state_company):
            yield body.country
    elif event.value == "country":
        country = scene.country(event.start)
        if country is not None:
            yield country
    elif event.kind is Kind.ANAPHOR and event.value == "both":
        yield from scene.memory.pair


def _dateline(scene: Scene, event: Event) -> bool:
    """Whether a place only says where a story was written: "Nairobi - Ripple and"."""
    opens = event.start == scene.sentence.start
    return opens and scene.folded[event.end : event.end + 3] == b" - "


def _other(scene: Scene, event: Event) -> bool:
    """Whether a name only tells whose others are: "firms of Kenya", "Kenya's firms"."""
    if qualifies(scene, event) and not _official_beside(scene, event):
        return True
    return private(scene, event)


def private(scene: Scene, event: Event) -> bool:
    """Whether a name is that of a country somebody is in: "a bank in Kenya"."""
    of = folded_words(scene.section.language, "text", "of")
    officials = folded_words(scene.section.language, "text", "officials")
    return any(
        scene.folded[noun.end : event.start].strip() in of
        and scene.folded[noun.start : noun.end] not in officials
        for noun in scene.find(*PRIVATE)
        if noun.end < event.start
    )


def _official_beside(scene: Scene, event: Event) -> bool:
    """Whether an adjective is that of who acts for a state: "le ministre kenyan"."""
    officials = folded_words(scene.section.language, "text", "officials")
    before = scene.folded[scene.sentence.start : event.start].rstrip()
    after = scene.folded[event.end : scene.sentence.end].removeprefix(b"'s").lstrip()
    return before.endswith(officials) or after.startswith(officials)


def _owns_body(scene: Scene, event: Event) -> bool:
    """Whether a public body follows: "Kenya's Capital Markets Authority"."""
    for head in scene.of_kind(Kind.HEAD):
        start, end = scene.body_at(head, scene.sentence.end)
        if 0 <= start - event.end <= _BESIDE or start <= event.start < end:
            return True
    return False


def partner(scene: Scene, low: int, high: int) -> Partner | None:
    """Return the organisation that is named first in a stretch, known or not."""
    found = [
        Partner(known_bodies()[event.value].name, event.start, event.end)
        for event in scene.of_kind(Kind.BODY)
        if low <= event.start < high and known_bodies()[event.value].kind not in _PUBLIC
    ]
    end = scene.sentence.end
    taken = [scene.body_at(head, end) for head in scene.of_kind(Kind.HEAD)]
    taken += [(e.start, e.end) for e in scene.events if e.kind in _TAKEN]
    taken += [(date.start, date.end) for date in scene.dates]
    for left, right in scene.names_in(low, high):
        if not any(a < right and left < b for a, b in taken) and not _opener(
            scene, left, right
        ):
            found.append(Partner(scene.text(left, right), left, right))
            break
    return min(found, key=lambda each: each.start, default=None)


def joined(scene: Scene, first: Partner, high: int) -> list[Partner]:
    """Return an organisation with those that "and" joins to it, each by its name."""
    links = _links(scene.section.language)
    found = [
        Partner(scene.text(left, right), left, right)
        for left, right in _split(scene, first, links)
    ]
    following = partner(scene, first.end, high)
    between = scene.plain[first.end : following.start] if following else ""
    if following is not None and links.fullmatch(between):
        return [*found, *joined(scene, following, high)]
    return found


def _split(
    scene: Scene, named: Partner, links: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield the names of a run: "Ledger and Cumberland" are two, unless known."""
    known = any(e.start == named.start for e in scene.of_kind(Kind.BODY))
    start = named.start
    for link in () if known else links.finditer(scene.plain, start, named.end):
        yield start, link.start()
        start = link.end()
    yield start, named.end


@cache
def _links(language: str) -> re.Pattern[str]:
    """Return what joins two names: " and ", " e la "."""
    coordinators, definite = (
        either(words(language, "text", name)) for name in ("coordinators", "definite")
    )
    return re.compile(rf"\s(?:{coordinators})\s(?:(?:{definite})\s*)?")


def _opener(scene: Scene, left: int, right: int) -> bool:
    """Whether a capital only begins the sentence: "De plus, …", "Asked, it …"."""
    if left != scene.sentence.start or b" " in scene.folded[left:right]:
        return False
    word = scene.folded[left:right]
    known = folded_words(scene.section.language, "text", "function_words")
    return word in known or scene.folded[right : right + 1] == b","


def lenders(scene: Scene) -> list[Event]:
    """Return the bodies that lend to states: the IMF, the World Bank."""
    bodies = scene.of_kind(Kind.BODY)
    return [event for event in bodies if known_bodies()[event.value].lends]
