"""Agreements between states and others; later sentences of a story add to them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Agreement, AgreementForm, Party, PartyRole, Stage, Subject
from ...values import Amount, Period
from ..bodies import known_bodies
from ..folding import fold
from ..language import between_spaces, words
from ..lexicon import Event, Kind
from . import organisations
from .figures import between, followed
from .parties import joined, lenders, partner, states
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..bodies import Body
    from ..scene import Scene
    from .parties import State

_FORMS: Final = {
    "mou": AgreementForm.MOU,
    "letter_of_intent": AgreementForm.LETTER_OF_INTENT,
    "joint_statement": AgreementForm.JOINT_STATEMENT,
    "treaty": AgreementForm.TREATY,
    "partnership": AgreementForm.PARTNERSHIP,
    "agreement_noun": AgreementForm.OTHER,
}
_SIDES: Final = 2
# What stands right before a verb whose deed is still to come: "will soon sign".
_MODALS: Final = ("plan", "will", "propose")
_MODAL: Final = 16
# As long as " of understanding on crypto between ".
_PAIRING: Final = 40
# As long as "'s finance ministry and the ".
_JOINED: Final = 40
_TO_COME: Final = frozenset({Stage.PLANNED, Stage.PROPOSED})
# "Multi-year" says no more than that it is longer than one year.
_MULTI_YEAR: Final = Amount.more_than(1, "years")


def agreements(scene: Scene) -> Iterator[Agreement]:
    """States, or a state and an organisation, agree: two at least are named."""
    forms = scene.find(*_FORMS) or _spoken_again(scene)
    deeds = scene.find("sign", "agree", "partner", "build", "end", "talks", "announce")
    # What a central bank does jointly with somebody, it does on terms.
    allies = [*scene.find("ally"), *(scene.find("jointly") if _bank(scene) else ())]
    told = deeds or any(_between(scene, form) for form in forms)
    if not (forms and told) and not allies:
        return
    if scene.find("loan", "loan_agreement", "aid", "lend") and lenders(scene):
        return  # told as a loan
    order = list(_FORMS)
    ranked = sorted(forms, key=lambda e: order.index(_form(scene, e)))
    trigger = next(iter((*ranked, *allies)))
    deed = _deed(scene, trigger)
    parties = list(_parties(scene, trigger)) or list(_remembered(scene))
    if len(parties) < _SIDES or not any(party.country for party in parties):
        return
    if any(scene.negated(event.start) for event in (trigger, deed)):
        return
    yield Agreement(
        parties=tuple(parties),
        form=_FORMS.get(_form(scene, trigger), AgreementForm.PARTNERSHIP),
        binding=binding(scene),
        subjects=subjects(scene),
        duration=_MULTI_YEAR if "multi_year" in scene.concepts else None,
        signed=_signed(scene),
        stage=_stage(scene, trigger, deed),
    )


def _spoken_again(scene: Scene) -> list[Event]:
    """Return "the agreement" where it is told between whom it is, or signed by whom."""
    return [
        spoken
        for spoken in scene.find("agreement")
        if _between(scene, spoken)
        or any(
            followed(scene, verb.end, "by")
            or (scene.free_order and between(scene, spoken.end, verb.start, "by"))
            for verb in scene.find("sign")
        )
    ]


def _between(scene: Scene, form: Event) -> bool:
    """Whether a form stands with its parties: "the memorandum between X and Y"."""
    end = min(form.end + _PAIRING, scene.sentence.end)
    return between(scene, form.end, end, "pairing")


def _form(scene: Scene, event: Event) -> str:
    """Return the concept of a form, which "the memorandum" names as well."""
    if event.value != "agreement":
        return event.value
    said = scene.folded[event.start : event.end]
    named = _named(scene.section.language)
    return next((form for form, word in named if word in said), "agreement_noun")


@cache
def _named(language: str) -> tuple[tuple[str, bytes], ...]:
    """Return the words for each form, in the order of the forms."""
    return tuple(
        (form, fold(word.strip("-")))
        for form in _FORMS
        for word in words(language, "facts", "nouns", form)
    )


def _deed(scene: Scene, trigger: Event) -> Event:
    """Return what is done with an agreement: the verb nearest to it."""
    verbs = scene.find("sign", "agree") or scene.find("ally", "partner", "end")
    return scene.nearest(verbs, trigger.start) or trigger


def _stage(scene: Scene, trigger: Event, deed: Event) -> Stage:
    """Return how far it has come: "signed a memorandum to build" is signed.

    Talks are none yet, and what was ended was once.
    """
    stage = scene.stage(trigger.start)
    done = deed.value in {"sign", "agree", "ally"}
    if stage is Stage.IN_EFFECT or (done and stage is Stage.PLANNED):
        before = scene.stage(deed.start)
        low = deed.start - _MODAL
        modals = scene.find(*_MODALS)
        modal = scene.free_order or any(low <= e.end <= deed.start for e in modals)
        asked = deed.value not in {"sign", "agree"} and bool(scene.find("talks"))
        to_come = asked or (modal and before in _TO_COME)
        return Stage.PLANNED if to_come else Stage.IN_EFFECT
    return stage


def _signed(scene: Scene) -> Period | None:
    if not scene.find("sign", "agree", "partner", "ally"):
        return None
    return next(iter(scene.periods("in", "since")), None)


def _parties(scene: Scene, trigger: Event) -> Iterator[Party]:
    """Yield the states, then the organisation that the agreement is made with."""
    start, end = scene.clause(trigger.start)
    found = states(scene, start, end)
    everywhere = states(scene, scene.sentence.start, scene.sentence.end)
    if len(found) < _SIDES:
        found = everywhere
    if trigger.value == "ally":
        # "The exchange works with the authorities": that is no partnership with them.
        found = [
            s
            for s in found
            if s.event.kind is not Kind.ANAPHOR or s.event.start < trigger.start
        ]
    found = _without_described(scene, trigger, found)
    bank = _bank(scene) if trigger.value in {"ally", "jointly"} else None
    if bank is not None and (not found or scene.opens_with_pronoun):
        yield Party(country=bank.country, name=bank.name)
        official = _official(scene, trigger.end)
        names = _partners(scene, trigger, []) or [official or bank.name]
        yield from (Party(name=name) for name in names if name != bank.name)
        return
    for state in found[:4]:
        yield Party(country=state.country)
    if not found and (spoken := _spoken(scene)) is not None:
        yield Party(country=spoken)
    if len(found) < _SIDES:
        for name in _partners(scene, trigger, found):
            yield Party(name=name)


def _without_described(scene: Scene, trigger: Event, found: list[State]) -> list[State]:
    """Leave out what only describes the partner: "with Ledger, a French firm"."""
    link = _with(scene, trigger)
    named = partner(scene, link, scene.sentence.end) if link is not None else None
    if named is None:
        return found
    return [
        state
        for state in found
        if state.event.kind is not Kind.ADJECTIVE or state.event.start < named.end
    ]


def _official(scene: Scene, start: int) -> str | None:
    """Return the official body that is named after a place, by its shape."""
    for head in scene.of_kind(Kind.HEAD):
        if head.start >= start:
            return scene.text(*scene.body_at(head, scene.sentence.end))
    return None


def _bank(scene: Scene) -> Body | None:
    """Return the central bank that was spoken of before."""
    name = scene.memory.body
    return known_bodies()[name] if name is not None else None


def _spoken(scene: Scene) -> CountryCode | None:
    """Return the state that was spoken of before and that a pronoun stands for."""
    return scene.subject if scene.opens_with_pronoun else None


def _remembered(scene: Scene) -> Iterator[Party]:
    """Yield those who were spoken of right before: "a memorandum has been signed"."""
    if scene.memory.country is not None and scene.memory.organisation is not None:
        yield Party(country=scene.memory.country)
        yield Party(name=scene.memory.organisation)


def _partners(scene: Scene, trigger: Event, found: list[State]) -> list[str]:
    """Return who stands after "with", or beside the state: "X and Kenya sign"."""
    link, end = _with(scene, trigger), scene.sentence.end
    named = partner(scene, link, end) if link is not None else None
    if named is not None:
        return [each.name for each in joined(scene, named, end)]
    if not found:
        return []
    state = found[0].event
    before = partner(scene, scene.sentence.start, state.start)
    if before and (link is not None or _joined(scene, before.end, state.start)):
        return [before.name]
    # "Die Regierung von Kenia und Ripple": the name goes on with its country.
    own = [e for e in scene.of_kind(Kind.COUNTRY) if e.value == found[0].country]
    low = max((e.end for e in own if e.start - state.end < _MODAL), default=state.end)
    low = max(low, state.end)
    after = partner(scene, low, end)
    if after is None or not _joined(scene, low, after.start):
        return []
    return [each.name for each in joined(scene, after, end)]


def _joined(scene: Scene, start: int, end: int) -> bool:
    """Whether "and" stands between two names, and little else.

    What stands between commas only describes the first: "Ripple, a payments firm, and".
    """
    if scene.folded[start : start + 1] == b",":
        start = scene.folded.rfind(b",", start, end)
    links = between_spaces(scene.section.language, "coordinators")
    near = end - start < _JOINED
    return near and any(scene.folded.find(x, start, end) >= 0 for x in links)


def _with(scene: Scene, trigger: Event) -> int | None:
    """Return where "with" stands after the word for the agreement, if it does."""
    if trigger.value in {"ally", "jointly"}:
        return trigger.end
    low, end = scene.clause(trigger.start)[0], scene.sentence.end
    # "ha firmato con Ledger un protocollo": after the verb, if that comes first.
    verbs = [e.start for e in scene.find("sign", "partner", "ally") if e.start >= low]
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


def spoken_of(former: Agreement | None, found: Agreement) -> Agreement:
    """Return which of two a story goes on about: the first, unless it has no form.

    "Kenya signs a deal with Binance" in the headline is the memorandum of the text.
    """
    if former is None:
        return found
    plain = former.form is AgreementForm.OTHER and former.parties == found.parties
    return found if plain else former


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


RULES: Final = (
    Rule("agreement", frozenset(_FORMS) | {"ally", "jointly", "agreement"}, agreements),
)
