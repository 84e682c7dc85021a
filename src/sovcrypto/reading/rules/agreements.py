"""Agreements between states and others; later sentences of a story add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Agreement, AgreementForm, Party, PartyRole, Stage, Subject
from ...values import Amount, Period
from ..actors import listed
from ..bodies import known_bodies
from ..language import between_spaces
from ..lexicon import Event, Kind
from . import organisations
from .figures import preceded
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

_FORMS: Final = {
    "mou": AgreementForm.MOU,
    "letter_of_intent": AgreementForm.LETTER_OF_INTENT,
    "joint_statement": AgreementForm.JOINT_STATEMENT,
    "treaty": AgreementForm.TREATY,
    "partnership": AgreementForm.PARTNERSHIP,
    "agreement_noun": AgreementForm.OTHER,
}
_SIDES: Final = 2
# "Multi-year" says no more than that it is longer than one year.
_MULTI_YEAR: Final = Amount.more_than(1, "years")


def agreements(scene: Scene) -> Iterator[Agreement]:
    """States, or a state and an organisation, agree: two at least are named."""
    forms = scene.find(*_FORMS)
    if not forms or not scene.find("sign", "partner", "build"):
        return
    trigger = min(forms, key=lambda event: list(_FORMS).index(event.value))
    parties = list(_parties(scene, trigger)) or list(_remembered(scene))
    if len(parties) < _SIDES or not any(party.country for party in parties):
        return
    yield Agreement(
        parties=tuple(parties),
        form=_FORMS[trigger.value],
        binding=binding(scene),
        subjects=subjects(scene),
        duration=_MULTI_YEAR if "multi_year" in scene.concepts else None,
        signed=_signed(scene),
        stage=_stage(scene, trigger),
    )


def _stage(scene: Scene, trigger: Event) -> Stage:
    stage = scene.stage(trigger.start)
    return Stage.IN_EFFECT if scene.find("sign") and stage is Stage.PLANNED else stage


def _signed(scene: Scene) -> Period | None:
    if not scene.find("sign", "partner"):
        return None
    return next(iter(scene.periods("in", "since")), None)


def _parties(scene: Scene, trigger: Event) -> Iterator[Party]:
    """Yield the states, then the organisations that the agreement is made with."""
    # "will offer it in Mexico and Colombia": a place is no party.
    sites = {
        site
        for e in scene.of_kind(Kind.COUNTRY)
        if e.start > trigger.end and preceded(scene, e.start, "in")
        for site in listed(scene, e)
    }
    states = [e for e in scene.of_kind(Kind.COUNTRY) if e not in sites]
    codes = list(dict.fromkeys(CountryCode(e.value) for e in states))
    adjectives = [CountryCode(e.value) for e in scene.of_kind(Kind.ADJECTIVE)]
    name = _partner(scene, trigger) if len(codes) < _SIDES else None
    if len(codes) < _SIDES and not (codes and name):
        # In "Kenya signed with the French firm Ledger", France is no party.
        codes = list(dict.fromkeys((*adjectives, *codes)))
    if not codes and (spoken := scene.country(trigger.start)) is not None:
        codes = [spoken]
    for code in codes[:4]:
        yield Party(country=code)
    if len(codes) < _SIDES and name is not None:
        yield Party(name=name)


def _remembered(scene: Scene) -> Iterator[Party]:
    """Yield those who were spoken of right before: "a memorandum has been signed"."""
    if scene.memory.country is not None and scene.memory.organisation is not None:
        yield Party(country=scene.memory.country)
        yield Party(name=scene.memory.organisation)


def _partner(scene: Scene, trigger: Event) -> str | None:
    """Return the organisation after "with", known or a capitalised name."""
    link = _with(scene, trigger)
    if link is None:
        return None
    for event in scene.of_kind(Kind.BODY):
        if event.start >= link:
            return known_bodies()[event.value].name
    taken = {
        e.start
        for e in scene.events
        if e.kind in {Kind.COUNTRY, Kind.ADJECTIVE, Kind.ASSET}
    }
    for start, end in scene.names_in(link, scene.sentence.end):
        if start not in taken:
            return scene.text(start, end)
    return None


def _with(scene: Scene, trigger: Event) -> int | None:
    """Return where "with" stands after the word for the agreement, if it does."""
    low, end = scene.clause(trigger.start)[0], scene.sentence.end
    # "ha firmato con Ledger un protocollo": after the verb, if that comes first.
    verbs = [e.start for e in scene.find("sign", "partner") if e.start >= low]
    start = min([trigger.start, *verbs])
    if scene.free_order:
        # "Kenia schloss mit Ledger ein Abkommen"
        start = low
    links = between_spaces(scene.section.language, "with")
    places = [scene.folded.find(link, start, end) for link in links]
    return min((place for place in places if place >= 0), default=None)


def binding(scene: Scene) -> bool | None:
    """Say whether a sentence calls an agreement binding, None if it does not say."""
    if "non_binding" in scene.concepts:
        return False
    if "binding" in scene.concepts:
        return not any(scene.negated(e.start) for e in scene.find("binding"))
    return None


def subjects(scene: Scene) -> tuple[Subject, ...]:
    """Return what an agreement is about, as far as the sentence says."""
    found = [Subject(value) for value in scene.vocabulary("subject.")]
    if Subject.SUSTAINABLE_MINING in found:
        found = [s for s in found if s is not Subject.MINING]
    return tuple(found)


def extended(agreement: Agreement, scene: Scene) -> Agreement:
    """Return an agreement with what a later sentence adds to it.

    To add subjects, the sentence has to speak of it ("this agreement", "the MoU"), of
    one of the organisations that made it, or to list several.
    """
    named = subjects(scene)
    # Whoever lists several of these things in such a story lists what was agreed on.
    added = named if len(named) >= _SIDES or _spoken_of(agreement, scene) else ()
    about = dict.fromkeys((*agreement.subjects, *added))
    force = agreement.binding if agreement.binding is not None else binding(scene)
    known = {party.name for party in agreement.parties}
    more = [
        party for party in (*_sites(scene), *_leads(scene)) if party.name not in known
    ]
    duration = _MULTI_YEAR if "multi_year" in scene.concepts else agreement.duration
    new = len(about) > len(agreement.subjects) or bool(more)
    if not new and (force, duration) == (agreement.binding, agreement.duration):
        return agreement
    return agreement.evolve(
        subjects=tuple(about),
        binding=force,
        duration=duration,
        parties=(*agreement.parties, *more),
    )


def _spoken_of(agreement: Agreement, scene: Scene) -> bool:
    if scene.find("agreement", *_FORMS):
        return True
    text = scene.plain[scene.sentence.start : scene.sentence.end]
    named = (party.name for party in agreement.parties if party.name)
    return any(name.split()[0] in text for name in named)


def _sites(scene: Scene) -> Iterator[Party]:
    """Yield the zone in which an agreement is carried out: `dans …`, `in …`."""
    text = scene.plain[scene.sentence.start : scene.sentence.end]
    zones = dict(organisations.zones(scene))
    known = (*scene.memory.short_forms.values(), *scene.memory.zones, *zones)
    for name in dict.fromkeys(known):
        if any(f"{word} {name}" in text for word in scene.words("in")):
            yield Party(name=name, role=PartyRole.SITE)


def _leads(scene: Scene) -> Iterator[Party]:
    """Yield who carries an agreement out: `piloté par …`, `led by …`."""
    for event in scene.find("lead"):
        for start, end in scene.names_in(event.end, scene.sentence.end):
            if start - event.end <= len(" the "):
                yield Party(name=scene.text(start, end), role=PartyRole.LEAD)
            break


RULES: Final = (Rule("agreement", frozenset(_FORMS), agreements),)
