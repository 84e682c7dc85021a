"""Who acts: a state itself, or somebody in it.

"Citizens of Bhutan", "Tether, based in El Salvador" and "the UAE's Royal Group" name a
state and are none. What makes a genitive the state again is a word for its organs:
"the government of Bhutan", "Germany's central bank", "Czech police".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from ..codes import CountryCode
from .bodies import known_bodies
from .folding import fold
from .language import words
from .lexicon import Event, Kind

if TYPE_CHECKING:
    from .bodies import Body
    from .scene import Scene

PRIVATE: Final = frozenset(
    {
        "company_holder",
        "private",
        "organisation",
        "users",
        "exchange_noun",
        "exchange",
        "local",
    }
)
"""Nouns of those who are in a state and are not the state."""
_NAMED: Final = frozenset({Kind.COUNTRY, Kind.PART, Kind.CAPITAL})
# How far before a country the organ may stand, and how far after "by" the actor.
_REACH: Final = 40
_OF_THE_STATE: Final = frozenset({"central_bank", "public_body"})
# As long as ", ".
_GAP: Final = 2
_PUBLIC: Final = frozenset({Kind.HEAD, Kind.BODY, Kind.ADJECTIVE, Kind.ANAPHOR})


class Actor(NamedTuple):
    """A state that does something, or a part of it."""

    country: CountryCode
    part: str | None
    event: Event


@cache
def _either(language: str, name: str) -> bytes:
    """Return a pattern for the words of a list; `-ministerium` ends longer ones."""
    listed = sorted(words(language, "text", name), key=len, reverse=True)
    return b"|".join(
        rb"[\w-]*" * word.startswith("-") + re.escape(fold(word.strip("-")))
        for word in listed
    )


@cache
def _genitive(language: str) -> re.Pattern[bytes]:
    """Return what stands before a country that only qualifies another noun."""
    organs, links = _either(language, "organs"), _either(language, "of")
    return re.compile(
        rb"(?P<organ>\b(?:%b)\s+(?:[a-z]{5,}\s+)?)?\b(?:%b)\s*$" % (organs, links)
    )


@cache
def _organ_beside(language: str) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """Return what stands before and after an adjective that is a state's.

    `la police fédérale allemande`, `the Czech National Bank`.
    """
    organs = _either(language, "organs")
    return (
        re.compile(rb"\b(?:%b)(?: [a-z]+)? $" % organs),
        re.compile(rb" (?:[a-z]+ )?(?:%b)\b" % organs),
    )


@cache
def _possessive(language: str) -> re.Pattern[bytes]:
    """Return what stands after a country that does so: `'s firms`, `-based`."""
    organs, endings = _either(language, "organs"), _either(language, "possessives")
    return re.compile(
        rb"(?:-|(?P<owner>%b)? )(?:(?:[a-z]+ )?(?P<organ>%b)\b)?"
        % (endings or b"(?!)", organs)
    )


@cache
def _object(language: str) -> re.Pattern[bytes]:
    """Return a preposition as it stands before its noun: `an eine`."""
    links, articles = _either(language, "of"), _either(language, "articles")
    return re.compile(rb"\b(?:%b) (?:(?:%b) )?$" % (links, articles))


@cache
def _organ_before(language: str) -> re.Pattern[bytes]:
    """Return an organ of the state as it stands before a name: `die Regierung`."""
    return re.compile(rb"\b(?:%b) $" % _either(language, "organs"))


@cache
def _listed(language: str) -> re.Pattern[bytes]:
    """Return what stands between the members of a list: ", ", " and the "."""
    links, articles, of = (
        _either(language, name) for name in ("coordinators", "articles", "of")
    )
    return re.compile(
        rb"\s*,?\s*(?:\b(?:%b)\s+)?(?:(?:%b|%b)\s*)?" % (links, articles, of)
    )


@cache
def _agent(language: str) -> re.Pattern[bytes]:
    """Return what stands between a participle and who acts: "by", "by police in"."""
    by, articles, organs, links = (
        _either(language, name) for name in ("by", "articles", "organs", "of")
    )
    return re.compile(
        rb"\s*(?:%b)\s+(?:(?:%b)\s*)?(?:(?:[a-z]+ )?(?:%b)\s+(?:%b)?\s*)?"
        % (by or b"(?!)", articles, organs, links)
    )


def actors(scene: Scene, trigger: Event) -> list[Actor]:
    """Return the states that do what a verb says, all of "Bhutan and Ethiopia"."""
    event = _by_agent(scene, trigger) or acting(scene, trigger.start)
    if event is None:
        return _company(scene, trigger)
    if event.kind is Kind.ANAPHOR:
        by_name = event.value == "country"
        state = scene.country(event.start) if by_name else _by_pronoun(scene, event)
        return [Actor(state, None, event)] if state is not None else []
    if event.value == "central_bank":
        state = scene.country(event.start) or scene.memory.country
        return [Actor(state, None, event)] if state is not None else []
    found: list[Actor] = []
    for member in listed(scene, event):
        code, _, name = member.value.partition("/")
        if scene.place(member.start)[0] is not None:
            found.append(Actor(CountryCode(code), name or None, member))
    return found


def _company(scene: Scene, trigger: Event) -> list[Actor]:
    """Return the state whose company acts: "its fund Druk Holding holds 11,000 BTC"."""
    for event in reversed(scene.of_kind(Kind.BODY)):
        body = known_bodies()[event.value]
        public = body.state_company or body.kind in _OF_THE_STATE
        if not public or event.start > trigger.start:
            continue
        if body.country is not None and not _others_act(scene, event, trigger.start):
            return [Actor(body.country, None, event)]
    return []


def _by_pronoun(scene: Scene, pronoun: Event) -> CountryCode | None:
    """Return the state that "it" stands for: of this sentence, or spoken of before.

    "The reserve keeps growing: it holds 6,313 BTC" speaks of the state of the reserve.
    """
    owned = any(e.start < pronoun.start for e in scene.find("reserve", "holdings"))
    named = scene.first_named
    if owned or (named is not None and named.start < pronoun.start):
        return scene.subject or scene.memory.country
    return scene.memory.country if scene.memory.country_is_subject else None


def listed(scene: Scene, event: Event) -> list[Event]:
    """Return the states of a list that a name belongs to, in order."""
    between = _listed(scene.section.language)
    runs: list[list[Event]] = []
    kinds = _NAMED if event.kind in _NAMED else {event.kind}
    for named in scene.of_kind(*kinds):
        last = runs[-1][-1] if runs else None
        if last and between.fullmatch(scene.folded, last.end, named.start):
            runs[-1].append(named)
        else:
            runs.append([named])
    return next((run for run in runs if event in run), [event])


def _by_agent(scene: Scene, trigger: Event) -> Event | None:
    """Return the state after "by": "held by the government of Bhutan"."""
    link = _agent(scene.section.language).match(scene.folded, trigger.end)
    if link is None:
        return None
    agents = [e for e in scene.events if trigger.end < e.start <= link.end()]
    named = [e for e in agents if e.kind in _NAMED and e.start == link.end()]
    others = [
        e
        for e in agents
        if e.value == "country" or (e.kind is Kind.ADJECTIVE and is_organ(scene, e))
    ]
    return next(iter((*named, *others)), None)


def acting(scene: Scene, position: int) -> Event | None:
    """Return the name of a state, or what stands for it, that acts at a position."""
    start, end = scene.clause(position)
    states = _states(scene)
    named = [
        event
        for event in states
        if event.start < position and not _aside(scene, event, start)
    ]
    if scene.drops_pronoun and not named:
        return scene.find("dropped")[0]
    inside = [event for event in named if event.start >= start]
    if scene.free_order and not inside:
        # "Im Juli verkaufte Deutschland": the subject follows its verb.
        inside = [event for event in states if position < event.start < end][:1]
    if not named and not inside:
        return None
    event = (inside or named)[-1]
    if event.kind in _NAMED and not _is_state(scene, event):
        return None
    return None if _others_act(scene, event, position) else event


def _aside(scene: Scene, event: Event, start: int) -> bool:
    """Whether a state stands in a relative clause that is over: "X, which left it,"."""
    low, _ = scene.clause(event.start)
    return low < start and _relative(scene, low)


def _relative(scene: Scene, start: int) -> bool:
    """Whether a clause goes on about what stands before it."""
    relatives = scene.words("relatives")
    breaks = scene.of_kind(Kind.BREAK)
    return any(e.start == start and e.value in relatives for e in breaks)


# Every verb of a sentence asks, one right after the other.
@lru_cache(maxsize=1)
def _states(scene: Scene) -> tuple[Event, ...]:
    return tuple(event for event in scene.events if _names_state(scene, event))


def _names_state(scene: Scene, event: Event) -> bool:
    """Whether an event names a state or stands for it: "the Salvadoran government"."""
    if event.kind is Kind.ADJECTIVE:
        return is_organ(scene, event)
    return event.kind in _NAMED or event.value in {"country", "pronoun", "central_bank"}


def _others_act(scene: Scene, event: Event, position: int) -> bool:
    """Whether people or a firm stand between a state and the verb."""
    people = any(
        found.amount.unit == "persons" and event.start <= found.start < position
        for found in scene.amounts
    )
    others = [e for e in scene.find(*PRIVATE) if event.end <= e.start < position]
    if scene.free_order:
        # "Bhutan hat 300 BTC an eine Börse verkauft": after a preposition nobody acts.
        link = _object(scene.section.language)
        others = [
            e for e in others if not link.search(scene.folded, event.end, e.start)
        ]
    return people or bool(others) or _of_another(scene, event, position)


def _of_another(scene: Scene, event: Event, position: int) -> bool:
    """Whether a relative clause is about a name: "it owns shares in X, which holds"."""
    start, _ = scene.clause(position)
    if event.end >= start or not _relative(scene, start):
        return False
    for low, high in scene.names_in(event.end, start):
        official = any(
            low <= e.start < high and (e.kind in _PUBLIC or e.kind in _NAMED)
            for e in scene.events
        )
        if start - high <= _GAP and not official:
            return True
    return False


def is_organ(scene: Scene, event: Event) -> bool:
    """Whether an adjective is that of an organ: "German police", "police allemande"."""
    before, after = _organ_beside(scene.section.language)
    low = max(scene.sentence.start, event.start - _REACH)
    return bool(
        after.match(scene.folded, event.end)
        or before.search(scene.folded, low, event.start)
    )


def _is_state(scene: Scene, event: Event) -> bool:
    """Whether a name stands for the state and does not qualify somebody in it."""
    language = scene.section.language
    low = max(scene.sentence.start, event.start - _REACH)
    before = _genitive(language).search(scene.folded, low, event.start)
    if before is not None and before["organ"] is None:
        return False
    return not qualifies(scene, event)


def qualifies(scene: Scene, event: Event) -> bool:
    """Whether a name only tells whose it is what stands after it: "Kenya's banks"."""
    language = scene.section.language
    low = max(scene.sentence.start, event.start - _REACH)
    after = _possessive(language).match(scene.folded, event.end)
    if after is None or after["organ"] is not None:
        return False
    organ = _organ_before(language).search(scene.folded, low, event.start)
    if organ is not None or state_body(scene, event.end) is not None:
        return False
    if after["owner"] is not None or after[0].startswith(b"-"):
        return True
    # "US miner", "El Salvador President": what stands right beside it is meant.
    return scene.plain[event.end + 1 : event.end + 2].isupper() or any(
        other.start == event.end + 1 and other.value in {"mining", *PRIVATE}
        for other in scene.events
    )


def state_body(scene: Scene, position: int) -> Body | None:
    """Return the body of a state that is named right after a position."""
    for event in scene.of_kind(Kind.BODY):
        if 0 <= event.start - position <= len("'s "):
            body = known_bodies()[event.value]
            return body if body.state_company else None
    return None
