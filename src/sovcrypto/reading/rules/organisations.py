"""Bodies and firms that a text introduces."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Organisation, OrganisationKind
from ...values import Period
from ..bodies import known_bodies
from ..language import words
from ..lexicon import Event, Kind
from ..naming import either
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

# Up to two lower-case words, such as adjectives.
_ADJECTIVES = re.compile(r"(?:[a-zß-ÿ-]+\s+){0,2}")
_KINDS: Final = frozenset(f"kind.{kind}" for kind in OrganisationKind)
_NAMING: Final = _KINDS | {"parent"}


@cache
def _copula(language: str) -> re.Pattern[str]:
    """Return what stands between a name and what it is: a comma, "is a", an article."""
    # "ZiG, its gold-backed token"
    verbs, articles = (
        either(word for name in names for word in words(language, "text", name))
        for names in (("copulas",), ("articles", "its"))
    )
    return re.compile(
        r"[\s,«»\"“”'’]*(?:\([^)]{1,20}\)[\s,]*)?"
        rf"(?:(?:{verbs})\s+)?(?:{articles})?\s*",
        re.IGNORECASE,
    )


@cache
def _definite(language: str) -> re.Pattern[str]:
    """Return a definite article after a comma, at the end."""
    articles = either(words(language, "text", "definite"))
    return re.compile(rf",\s*(?:{articles})\s*$", re.IGNORECASE)


@cache
def _closed(language: str) -> re.Pattern[str]:
    """Return how an apposition ends or goes on; what has a verb is a new clause."""
    links = either(words(language, "text", "goes_on"))
    return re.compile(rf"\s*(?:[,.;)]|$|(?:{links}))")


@cache
def _beside(language: str) -> re.Pattern[str]:
    """Return what may stand in "jeton souverain, le TER", "market maker crypto DRW"."""
    articles = either(words(language, "text", "definite"))
    return re.compile(rf"(?:\s+[a-zß-ÿ-]+)?(?:,\s*(?:{articles}))?\s+[«\"“]?\s*")


def organisations(scene: Scene) -> Iterator[Organisation]:
    """What a text says an organisation is: in apposition, by a copula, or before it."""
    for event in scene.of_kind(Kind.BODY):
        body = known_bodies()[event.value]
        if body.kind in set(OrganisationKind):
            yield Organisation(
                name=body.name, kind=OrganisationKind(body.kind), country=body.country
            )
    named = _named(scene)
    for name, trigger in named:
        yield _described(scene, name, trigger)
    spoken = None if named else scene.memory.organisation
    if spoken is not None and (scene.find("organisation") or scene.opens_with_pronoun):
        since = active_since(scene, scene.sentence.start)
        if since is None and scene.opens_with_pronoun:
            since = next(iter(scene.periods("since")), None)
        seat = _after(scene, "based", scene.sentence.start, scene.sentence.end)
        if since is not None or seat is not None:
            yield Organisation(name=spoken, founded=since, seat=seat)


def zones(scene: Scene) -> Iterator[tuple[str, CountryCode]]:
    """Yield the zones that a sentence introduces, with the state they belong to."""
    for name, trigger in _named(scene):
        state = scene.country(trigger.end)
        if trigger.value == "kind.zone" and state is not None:
            yield name, state


def introduced(scene: Scene) -> tuple[str, ...]:
    """Return the organisations that a sentence says something of, in order."""
    return tuple(name for name, _ in _named(scene))


# The rules and the memory ask the same of a scene, one right after the other.
@lru_cache(maxsize=1)
def _named(scene: Scene) -> tuple[tuple[str, Event], ...]:
    """Return each name with the noun that says what it is, the first noun winning."""
    if _NAMING.isdisjoint(scene.concepts):
        return ()
    found: dict[str, Event] = {}
    for trigger in scene.events:
        if trigger.value in _NAMING:
            name = _beside_name(scene, trigger)
            if name:
                found.setdefault(name, trigger)
    return tuple(found.items())


def name_beside(scene: Scene, trigger: Event) -> tuple[int, int] | None:
    """Return the span of the name of which a noun says what it is."""
    return _span_before(scene, trigger) or _span_after(scene, trigger)


def _beside_name(scene: Scene, trigger: Event) -> str | None:
    span = name_beside(scene, trigger)
    return scene.text(*span) if span else None


def _span_before(scene: Scene, trigger: Event) -> tuple[int, int] | None:
    """`Green Digital, une société d'infrastructures`, `GMC est une région …`."""
    language = scene.section.language
    for start, end in scene.names_in(scene.sentence.start, trigger.start):
        match = _copula(language).match(scene.plain, end, trigger.start)
        seat = any(0 <= start - e.end <= 1 for e in scene.find("based"))
        if not match or seat or _is_country(scene, start):
            continue
        # "TER, a sovereign token": adjectives may stand before the noun.
        between = scene.plain[match.end() : trigger.start]
        adjectives = scene.of_kind(Kind.ADJECTIVE)
        if any(match.end() <= e.start < trigger.start for e in adjectives):
            between = between.lower()  # "a Polish exchange"
        if match.end() == end or not _ADJECTIVES.fullmatch(between):
            continue
        # "Tether said its stablecoin": nothing says that they are one.
        if between and not match[0].strip():
            continue
        # "…, the region said": after a comma a definite noun may be a new subject, so
        # the name has to open the sentence; "X, a company" is an apposition anywhere.
        closed = _closed(language).match(scene.plain, trigger.end, scene.sentence.end)
        opens = start == scene.sentence.start
        if opens or closed or not _definite(language).search(match[0]):
            return start, end
    return None


def _span_after(scene: Scene, trigger: Event) -> tuple[int, int] | None:
    """`le market maker crypto Cumberland DRW`, `société de trading DRW`."""
    beside = _beside(scene.section.language)
    for start, end in scene.names_in(trigger.end, scene.sentence.end):
        between = scene.plain[trigger.end : start]
        if beside.fullmatch(between) and not _is_country(scene, start):
            return start, end
        return None
    return None


def _is_country(scene: Scene, start: int) -> bool:
    kinds = {Kind.COUNTRY, Kind.ADJECTIVE, Kind.ASSET}
    # "Eine durch Gold gedeckte Währung": German nouns have a capital, too.
    return any(
        e.start <= start < e.end
        and (e.kind in kinds or (e.start == start and e.value.startswith("backing.")))
        for e in scene.events
    )


def _described(scene: Scene, name: str, trigger: Event) -> Organisation:
    end = scene.sentence.end
    kinds = [
        e
        for e in scene.events
        if e.value in _KINDS and e.start >= trigger.start and _fits(scene, e, name)
    ]
    kind = kinds[0].value if kinds else None
    countries = [
        e
        for e in scene.of_kind(Kind.COUNTRY, Kind.ADJECTIVE)
        if trigger.end <= e.start < trigger.end + 30
    ]
    parent = _parent(scene, trigger) if trigger.value == "parent" else None
    return Organisation(
        name=name,
        kind=OrganisationKind(kind.removeprefix("kind.")) if kind else None,
        country=_belongs(scene, trigger, countries),
        seat=_after(scene, "based", trigger.start, end),
        parent=parent,
        affiliated_with=_long(scene, _after(scene, "tied", trigger.start, end)),
        founded=active_since(scene, trigger.start),
    )


def _belongs(
    scene: Scene, trigger: Event, countries: list[Event]
) -> CountryCode | None:
    if countries:
        return CountryCode(countries[0].value)
    return scene.country(trigger.end) if trigger.value == "kind.zone" else None


def _fits(scene: Scene, kind: Event, name: str) -> bool:
    """Whether a noun tells of this name and not of another one beside it."""
    beside = _span_after(scene, kind)
    return beside is None or scene.text(*beside) == name


def _parent(scene: Scene, trigger: Event) -> str | None:
    """Return whose arm it is: the next name that stands after `of` or `de`."""
    for start, end in scene.names_in(trigger.end, scene.sentence.end):
        if not _is_country(scene, start):
            return scene.text(start, end)
    return None


def _after(scene: Scene, concept: str, start: int, end: int) -> str | None:
    for event in scene.find(concept):
        if not start <= event.start < end:
            continue
        for left, right in scene.names_in(event.end, end):
            if left - event.end <= len(" the "):
                return scene.text(left, right)
    return None


def _long(scene: Scene, name: str | None) -> str | None:
    return scene.memory.short_forms.get(name, name) if name else None


def active_since(scene: Scene, position: int) -> Period | None:
    """Return since when an organisation is active, where the sentence says so."""
    for event in scene.find("active_since"):
        for period in scene.periods(within=(event.start, event.end + 20)):
            if event.start >= position:
                return period
    return None


RULES: Final = (
    Rule(
        "organisation",
        _KINDS
        | {"parent", "active_since", "based", "pronoun"}
        | frozenset(
            b.name for b in known_bodies().values() if b.kind in set(OrganisationKind)
        ),
        organisations,
    ),
)
