"""What a story has told so far, for the sentences that build on it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from ..codes import CountryCode
from .bodies import known_bodies
from .lexicon import Event, Kind
from .naming import short_forms
from .rules import exchanges, holdings, law, licences, mining, organisations
from .rules.figures import followed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Reserve
    from ..values import Period
    from .scene import Scene

# What a sentence ends in, and a headline does not.
_CLOSING: Final = frozenset(".!?…:\"'»”’)")
_TWO: Final = 2
# How soon the subject of a sentence stands.
_HEAD: Final = 16
# The share of all mentions of countries that makes one the main country of a story.
_MOST: Final = 0.75


@attrs.frozen
class Memory:
    """What a story has told so far; a new story begins with an empty one.

    Attributes:
        country: the state that was spoken of last.
        country_is_subject: whether it was the subject of the last sentence.
        heading: the state whose name alone heads what follows: "Pakistan. …".
        main_country: the state that most of the story is about.
        states: the states that were named last, all of one sentence.
        named: the states that the story has named, the last one first.
        asset: the asset that was spoken of last.
        zones: zones that the text has introduced, with the state they belong to.
        subsidy_asked: whether the last sentence told of cheap power for mining.
        holdings_told: whether the last sentence told who holds how much.
        asked: the reserve that was asked for or planned last.
        asked_last: whether the last sentence told of it.
        bill: whether a bill was spoken of that nobody has passed.
        tender: the state whose legal tender was spoken of last.
        mining: the state whose mining was spoken of last.
        licence_told: whether the last sentence told of a licence, or of another.
        shares_told: whether the last sentence told the market share of an exchange.
        pair: the two states that a sentence named together.
        body: the central bank or public body that was spoken of last.
        exchange: the exchange that was spoken of last.
        lender: who lends to states and was spoken of last.
        organisation: the organisation that was introduced last.
        year: the year that was spoken of last.
        published: the date of the document, against which dates are resolved.
        short_forms: long forms of the short ones that the text has introduced.
    """

    country: CountryCode | None = None
    country_is_subject: bool = False
    heading: CountryCode | None = None
    main_country: CountryCode | None = None
    states: tuple[CountryCode, ...] = ()
    named: tuple[CountryCode, ...] = ()
    asset: str | None = None
    zones: dict[str, CountryCode] = attrs.field(factory=dict[str, CountryCode])
    subsidy_asked: bool = False
    holdings_told: bool = False
    asked: Reserve | None = None
    asked_last: bool = False
    bill: bool = False
    tender: CountryCode | None = None
    mining: CountryCode | None = None
    licence_told: bool = False
    shares_told: bool = False
    pair: tuple[CountryCode, ...] = ()
    body: str | None = None
    exchange: str | None = None
    lender: str | None = None
    organisation: str | None = None
    year: Period | None = None
    published: Period | None = None
    short_forms: dict[str, str] = attrs.field(factory=dict[str, str])

    def introducing(self, plain: str, start: int, end: int, language: str) -> Memory:
        """Return the memory with the short forms that a sentence brings in brackets."""
        if plain.find("(", start, end) < 0:
            return self
        forms = dict(short_forms(plain, start, end, language))
        known = {**self.short_forms, **forms}
        return attrs.evolve(self, short_forms=known) if forms else self


def remembered(scene: Scene) -> Memory:
    """Return the memory after a scene."""
    memory, concepts = scene.memory, scene.concepts
    opens = scene.opens_with_country and not _defines_body(scene)
    topic = scene.subject if opens or scene.by_anaphor else None
    assets = scene.of_kind(Kind.ASSET)
    asset = assets[0].value if assets else memory.asset
    named = organisations.introduced(scene)
    asked = holdings.asked_for(scene)
    return Memory(
        country=topic or (None if _of_a_part(scene) else memory.country),
        country_is_subject=topic is not None or _says_nothing(scene),
        heading=_heading(scene),
        main_country=memory.main_country,
        states=tuple(scene.countries()) or memory.states,
        named=_named(scene),
        # Money of a central bank is no asset that a later "it" could mean.
        asset=None if "cbdc" in concepts else asset,
        zones={**memory.zones, **dict(organisations.zones(scene))}
        if named
        else memory.zones,
        subsidy_asked="subsidy" in concepts and "mining" in concepts,
        holdings_told=holdings.tells_holdings(scene),
        asked=asked or memory.asked,
        asked_last=asked is not None,
        bill=_bill(scene),
        tender=law.tender_of(scene) or memory.tender,
        mining=mining.mining_of(scene) or memory.mining,
        licence_told="licence" in concepts
        or (memory.licence_told and not concepts.isdisjoint({"get", "hand_out"})),
        shares_told=_tells_share(scene),
        pair=_pair(scene) or memory.pair,
        body=_body(scene) or memory.body,
        exchange=licences.firm_of(scene) or memory.exchange,
        lender=_lender(scene) or memory.lender,
        organisation=named[0] if named else memory.organisation,
        year=_year(scene) or memory.year,
        published=memory.published,
        short_forms=memory.short_forms,
    )


def _heading(scene: Scene) -> CountryCode | None:
    """Return the state that heads what follows; another headline puts an end to it."""
    start, end = scene.sentence.start, scene.sentence.end
    for event in scene.of_kind(Kind.COUNTRY)[:1]:
        if not scene.plain[event.end : end].strip(" .:") and event.start == start:
            return CountryCode(event.value)
    closed = scene.plain[end - 1] in _CLOSING
    return scene.memory.heading if closed else None


def _named(scene: Scene) -> tuple[CountryCode, ...]:
    """Return the states named so far, each once, the last one first."""
    latest = reversed(scene.countries())
    return tuple(dict.fromkeys((*latest, *scene.memory.named)))


def _defines_body(scene: Scene) -> bool:
    """Whether it only says what a body is: "The FCA is the regulator of …".

    That turns no story to another state.
    """
    if scene.memory.country is None:
        return False
    return any(
        event.start - scene.sentence.start <= _HEAD
        and followed(scene, event.end, "copulas")
        for event in scene.of_kind(Kind.BODY)
    )


def _says_nothing(scene: Scene) -> bool:
    """Whether a sentence leaves what was spoken of: "Yes, and rightly so."."""
    return scene.memory.country_is_subject and not scene.events


def _bill(scene: Scene) -> bool:
    goes_on = scene.memory.bill and scene.opens_with_pronoun
    debated = scene.find("propose", "asker") and scene.find("proposal", "law")
    told = bool(scene.find("bill")) or bool(debated) or goes_on
    return told and not scene.find("enact")


def _of_a_part(scene: Scene) -> bool:
    """Whether a sentence is about Texas, of which no later "it" may forget that.

    A part that is named after the verb is only where something happened.
    """
    first = scene.first_named
    verbs = [e.start for e in scene.of_kind(Kind.VERB)]
    acts = first is not None and (
        scene.free_order or first.start < min(verbs, default=first.end)
    )
    return first is not None and first.kind is Kind.PART and acts


def _tells_share(scene: Scene) -> bool:
    told = scene.find("share", "trade") and bool(exchanges.named_exchanges(scene))
    return bool(told) and any(found.amount.unit == "%" for found in scene.amounts)


def _pair(scene: Scene) -> tuple[CountryCode, ...]:
    states = tuple(scene.countries())
    return states if len(states) == _TWO else ()


def _body(scene: Scene) -> str | None:
    """Return the public body that a sentence begins with."""
    for event in scene.of_kind(Kind.BODY)[:1]:
        body = known_bodies()[event.value]
        early = event.start - scene.sentence.start < _HEAD
        if early and body.country and body.kind in {"central_bank", "public_body"}:
            return body.name
    return None


def _lender(scene: Scene) -> str | None:
    for event in scene.of_kind(Kind.BODY):
        if known_bodies()[event.value].lends:
            return event.value
    return None


def _year(scene: Scene) -> Period | None:
    for period in scene.periods() if scene.dates else ():
        if period.edtf.isdigit():
            return period
    return None


def main_country(events: Sequence[Event]) -> CountryCode | None:
    """Return the state that most of a story is about, None if there are several."""
    named = Counter(e.value for e in events if e.kind in {Kind.COUNTRY, Kind.ADJECTIVE})
    if not named:
        return None
    code, times = named.most_common(1)[0]
    return CountryCode(code) if times >= _MOST * named.total() else None
