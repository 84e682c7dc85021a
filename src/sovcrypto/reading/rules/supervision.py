"""Regulators, by name or by shape, and what they do."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Regulator, RegulatorRole, Stage
from ...values import Period
from ..bodies import known_bodies
from ..language import folded_words, languages, words
from ..lexicon import Event, Kind
from ..naming import SHORT, either
from .figures import preceded
from .organisations import name_beside
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..bodies import Body
    from ..scene import Scene

# How far "the market watchdog" may stand from the name.
_BESIDE: Final = 24
# What a body does, and what may stand before that: "will supervise", "has licensed".
_DEEDS: Final = frozenset({Kind.VERB, Kind.MARK})
_PASSED: Final = frozenset({"will", "plan", "done", "purpose", "jointly", "begin"})
# How an apposition goes on to its comma: " bancario peruano,", " des marchés,".
_APPOSED: Final = re.compile(r"(?:\s+[a-zß-ÿ'’-]+){0,4},")
# What is a name of something else.
_KNOWN: Final = (Kind.BODY, Kind.HEAD, Kind.COUNTRY, Kind.ASSET, Kind.NOUN)
_FOUNDING: Final = ("build", "found", "launch", "active_since")
_SUPERVISING: Final = frozenset({"supervise", "license", "role.supervision"})
_GRANTING: Final = frozenset({"hand_out", "obtain"})


@cache
def _telling() -> re.Pattern[str]:
    """Return what tells a supervisor by its name, in whichever language it has one."""
    listed = (word for tag in languages() for word in words(tag, "names", "regulators"))
    return re.compile("|".join(re.escape(word) for word in sorted(set(listed))))


def regulators(scene: Scene) -> Iterator[Regulator]:
    """A body that supervises, known by name or told by its shape and its work."""
    for event in scene.of_kind(Kind.BODY):
        body = known_bodies()[event.value]
        country = _country_of(scene, event, body)
        if _common(scene, event, body):
            continue
        if body.kind == "regulator" and country is not None:
            yield Regulator(
                name=body.name,
                country=country,
                abbreviation=body.abbreviation,
                founded=_founded(scene),
                roles=_roles(scene),
                stage=_stage(scene, event.start),
            )
    yield from _by_shape(scene)
    yield from _by_noun(scene)


def _common(scene: Scene, event: Event, body: Body) -> bool:
    """Whether a name of one word is rather a noun: "the Dutch Finanzmarktaufsicht"."""
    word = scene.text(event.start, event.end)
    owner = _owner(scene, event.start, event.end)
    known = owner is None or owner == body.country or owner in body.elsewhere
    return not known and word.isalpha() and word[1:].islower()


def _country_of(scene: Scene, event: Event, body: Body) -> CountryCode | None:
    """Return whose body it is: "Nigeria's SEC" is not that of the United States."""
    owner = _owner(scene, event.start, event.end)
    if owner is not None or not body.elsewhere:
        founder = _founder(scene, event)
        return owner or founder or body.country
    memory = scene.memory
    spoken = (scene.subject, memory.heading, memory.country, memory.main_country)
    told = (*spoken, *memory.states)
    return next((code for code in told if code in body.elsewhere), body.country)


def _founder(scene: Scene, event: Event) -> CountryCode | None:
    """Return the state that sets up a body of a known name: "Kenya will create a …"."""
    clause = scene.clause(event.start)
    acts = [e for e in scene.find(*_FOUNDING) if clause[0] <= e.start < event.start]
    states = scene.countries(clause) if acts else []
    return states[0] if len(states) == 1 else None


def _owner(scene: Scene, start: int, end: int) -> CountryCode | None:
    """Return the country beside a name: "Kenya's …", "… du Kenya", "… kenyane"."""
    short = SHORT.match(scene.plain, end)
    end = short.end() if short else end
    for place in scene.of_kind(Kind.COUNTRY, Kind.ADJECTIVE, Kind.CAPITAL):
        after = scene.folded[end : place.start].strip() if place.start >= end else None
        before = 0 < start - place.end <= len("'s ")
        of = after in folded_words(scene.section.language, "text", "of")
        if before or after == b"" or (of and place.kind is not Kind.ADJECTIVE):
            return CountryCode(place.value)
    return None


def _by_shape(scene: Scene) -> Iterator[Regulator]:
    """Yield the bodies that no list knows: a head word, and what they watch over."""
    known = [(e.start, e.end) for e in scene.of_kind(Kind.BODY)]
    for head in scene.find("body_head"):
        start, end = scene.body_at(head, scene.sentence.end)
        if any(a < end and start < b for a, b in known):
            continue
        if any(start <= e.start < end for e in scene.find("law", "bill")):
            continue  # "the Virtual Asset Service Providers Act"
        known.append((start, end))
        short = SHORT.match(scene.plain, end)
        if short and any(a == short.start(1) for a, _ in known):
            continue  # "Comisión Nacional de Valores (CNV)": known by its short form
        name = scene.text(start, end)
        # One word is a name where its short form follows: "Finanzmarktaufsicht (FMA)".
        if not (" " in name or scene.shortened(end)) or not _watches(
            scene, head, (start, end)
        ):
            continue
        places = scene.of_kind(Kind.COUNTRY, Kind.ADJECTIVE)
        within = [e for e in places if start <= e.start < end]
        inside = CountryCode(within[0].value) if within else None
        country = inside or _owner(scene, start, end) or scene.country(start)
        if country is not None:
            yield Regulator(
                name=name,
                country=country,
                founded=_founded(scene),
                roles=_roles(scene),
                stage=_stage(scene, head.start),
            )


def _by_noun(scene: Scene) -> Iterator[Regulator]:
    """Yield who is called a regulator: "SBS, the Peruvian regulator"."""
    for noun in scene.find("regulator_noun"):
        beside = name_beside(scene, noun)
        span = beside or _apposed(scene, noun)
        if span is None or not _free(scene, span):
            continue
        # "The former regulator Gensler" is a person, "AUSTRAC" is none.
        if beside and sum(map(str.isupper, scene.text(*span))) == 1:
            continue
        # "The watchdog of the region" is nobody's, whichever country comes after it.
        before = any(e.end <= noun.start for e in scene.of_kind(Kind.COUNTRY))
        spoken = scene.country(noun.start) if before else None
        country = _owner(scene, noun.start, noun.end) or spoken
        if country is not None:
            yield Regulator(
                name=scene.text(*span),
                country=country,
                roles=_roles(scene),
                stage=_stage(scene, span[0]),
            )


def _apposed(scene: Scene, noun: Event) -> tuple[int, int] | None:
    """Return a subject in apposition: "La SBS, el regulador bancario peruano, …"."""
    language = scene.section.language
    if not _APPOSED.match(scene.plain, noun.end, scene.sentence.end):
        return None
    articles = folded_words(language, "text", "articles")
    for start, end in scene.names_in(scene.sentence.start, noun.start):
        before = scene.folded[scene.sentence.start : start].split(b",")[-1].strip()
        if _article(language).fullmatch(scene.plain, end, noun.start) and (
            not before or before in articles
        ):
            return start, end
    return None


@cache
def _article(language: str) -> re.Pattern[str]:
    """Return what stands between a name and the noun in apposition to it."""
    articles = either(words(language, "text", "articles"))
    return re.compile(rf",\s+(?:(?:{articles})\s*)(?:[a-zß-ÿ-]+\s+){{0,2}}")


def _free(scene: Scene, span: tuple[int, int]) -> bool:
    """Whether a name is one word that no list knows: "SBS", "Cosob"."""
    taken = any(e.start < span[1] and span[0] < e.end for e in scene.of_kind(*_KNOWN))
    return not taken and scene.text(*span).isalpha()


def _watches(scene: Scene, head: Event, span: tuple[int, int]) -> bool:
    """Whether a body is said to watch over a market, by its name or beside it.

    A council, a committee or a ministry has to be said to do so.
    """
    start, end = span
    name = scene.plain[start:end]
    weak = scene.folded[head.start : head.end].endswith(
        folded_words(scene.section.language, "names", "weak_heads")
    )
    if not weak and _telling().search(name):
        return True
    if any(
        -_BESIDE < start - noun.end < _BESIDE or 0 <= noun.start - end < _BESIDE
        for noun in scene.find("regulator_noun")
        if not start <= noun.start < end
    ):
        return True
    if _entrusted(scene, start) or _gives(scene, start):
        return True
    deeds = [
        e
        for e in scene.events
        if e.start >= end
        and (e.kind in _DEEDS or e.value in {"hand_out", "role.supervision"})
    ]
    deed = next((e for e in deeds if e.value not in _PASSED), None)
    if deed is not None and deed.value in _GRANTING and scene.find("licence"):
        return True  # "the Central Bank of Bahrain awarded Binance a licence"
    if deed is None or deed.value in _SUPERVISING:
        return deed is not None or _licenses(scene, end)
    return False


def _entrusted(scene: Scene, position: int) -> bool:
    """Whether supervision falls to a body: "oversight rests with the Bank of Ghana"."""
    clause = scene.clause(position)[0]
    tasks = [e.start for e in scene.find("supervise", "regulator_noun")]
    tasks += [e.start for e in scene.events if e.value.startswith("role.")]
    if scene.free_order:
        # "In Ghana obliegt die Aufsicht der Zentralbank"
        told = any(clause <= e.start < position for e in scene.find("falls_to"))
        return told and any(clause <= task < position for task in tasks)
    return any(
        0 <= position - event.end <= len(" the ")
        for event in scene.find("falls_to")
        if any(clause <= task < event.start for task in tasks)
    )


def _gives(scene: Scene, position: int) -> bool:
    """Whether a licence is got from a body: "a licence from the Bank of Ghana"."""
    got = scene.find("licence") and scene.find("get", "obtain", "hand_out")
    return bool(got) and preceded(scene, position, "giver")


def _licenses(scene: Scene, position: int) -> bool:
    """Whether "license" is a verb: "will license exchanges"."""
    return any(
        0 <= noun.start - mark.end <= len(" jointly ")
        for noun in scene.find("licence")
        for mark in scene.find("will")
        if mark.start >= position
    )


def _stage(scene: Scene, position: int) -> Stage:
    """Return whether a body is there: only one that is to be set up is not."""
    to_be = scene.find(*_FOUNDING, "planned", "proposed")
    if not to_be:
        return Stage.IN_EFFECT
    stage = scene.stage(position)
    # "The Digital Assets Commission will be set up by July."
    verbs = (*scene.of_kind(Kind.VERB), *scene.find("active_since"))
    starts = [verb.start for verb in verbs if verb.start > position]
    founded = {verb.start for verb in scene.find(*_FOUNDING)}
    if stage is not Stage.IN_EFFECT or not starts or min(starts) not in founded:
        return stage
    return scene.stage(min(starts))


def _founded(scene: Scene) -> Period | None:
    """Return when it was set up: the date in the clause of the founding verb."""
    for verb in scene.find("found"):
        dates = scene.periods(within=scene.clause(verb.start)) or scene.periods()
        if len(dates) == 1:
            return dates[0]
    return None


def _roles(scene: Scene) -> tuple[RegulatorRole, ...]:
    return tuple(RegulatorRole(role) for role in scene.vocabulary("role."))


_AUTHORITIES: Final = frozenset(
    body.name for body in known_bodies().values() if body.kind == "regulator"
)


RULES: Final = (
    Rule("regulator", _AUTHORITIES | {"body_head", "regulator_noun"}, regulators),
)
