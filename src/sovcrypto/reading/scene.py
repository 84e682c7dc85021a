"""What a sentence says: about whom, how far a thing has come, and who says so.

Rules ask a scene these questions. The answers follow from the position of events and
from what went before, never from a parse.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from ..codes import CountryCode
from ..model import Stage
from ..provenance import Standing
from .findings import Findings, Spanned, measures
from .language import folded_words
from .laziness import lazy
from .lexicon import Event, Kind
from .naming import openers
from .regions import states_meant

if TYPE_CHECKING:
    from collections.abc import Sequence

_STAGES: Final = {
    "plan": Stage.PLANNED,
    "planned": Stage.PLANNED,
    "will": Stage.PLANNED,
    "propose": Stage.PROPOSED,
    "proposed": Stage.PROPOSED,
    "proposal": Stage.PROPOSED,
    "reject": Stage.REJECTED,
    "end": Stage.ENDED,
    "done": Stage.IN_EFFECT,
}
_ASKED: Final = frozenset({"propose", "proposed", "proposal"})
_PARTICIPLES: Final = frozenset({"planned", "proposed"})
_NAMED: Final = (Kind.COUNTRY, Kind.PART, Kind.CAPITAL)
_PLACES: Final = frozenset({*_NAMED, Kind.ANAPHOR})
_OTHER_ANAPHORA: Final = frozenset(
    {
        "pronoun",
        "dropped",
        "exchange",
        "organisation",
        "agreement",
        "lender",
        "site",
        "both",
    }
)
# The code of parts whose country is not known: "the city of …".
_SOMEWHERE: Final = "XX"
_WORD = re.compile(r"[\w-]+")
# A speaker without a name: "the central bank", "un site web gouvernemental".
_SPEAKER = re.compile(r"\s*((?:[\w’'-]+\s+){1,5}?[\w’'-]+)(?=[,.;]|$)")
# After what the verb of saying stands before who says so.
_TURNED: Final = frozenset({b", ", b'" ', b'",'})
# How far a negation reaches forward and back, in characters.
_REACH: Final = 40
# As long as " of the ".
_BESIDE: Final = 8
_AFTER: Final = 16
# How far after a noun a participle may stand that says how far it has come.
_NEAR: Final = 30


@attrs.define(slots=False, eq=False)
class Scene(Findings):
    """A sentence with what was found in it, read in the light of what went before."""

    # -- who

    @lazy
    def subject(self) -> CountryCode | None:
        """The country that the sentence as a whole is about, None where it is none."""
        pronoun = self._by_pronoun
        if pronoun is not None:
            return pronoun
        first = self.first_named
        if first is None:
            adjective = next(iter(self.of_kind(Kind.ADJECTIVE)), None)
            return CountryCode(adjective.value) if adjective is not None else None
        return None if first.kind is Kind.PART else self._meant(first)

    @lazy
    def first_named(self) -> Event | None:
        """The first state, part of one, or stand-in for one that is named."""
        named = self.of_kind(*_NAMED)
        stands_in = [e for e in self.of_kind(Kind.ANAPHOR) if e.value == "country"]
        return min((*named, *stands_in), default=None, key=lambda e: e.start)

    def _meant(self, event: Event) -> CountryCode | None:
        """Return the country that a name or a stand-in means.

        "Les autorités iraniennes" say whose they are; "the authorities" are those of
        the state named before in the sentence, else of the one spoken of last.
        """
        if event.kind is not Kind.ANAPHOR:
            return CountryCode(event.value)
        of = folded_words(self.section.language, "text", "of")
        for own in self.of_kind(Kind.ADJECTIVE, Kind.COUNTRY, Kind.CAPITAL):
            # "Les autorités iraniennes", "das Königreich Bhutan"
            link = self.folded[event.end : own.start].strip()
            owned = not link or (own.kind is not Kind.ADJECTIVE and link in of)
            if owned and event.start < own.start <= event.end + _BESIDE:
                return CountryCode(own.value)
        states = self.of_kind(Kind.COUNTRY)
        named = [e for e in states if e.end <= event.start]
        said = self.folded[event.start : event.end]
        region = states_meant(said, self.section.language)
        if region is not None:
            # "The Himalayan kingdom": the last of that region, and no other state.
            codes = [e.value for e in reversed(named)]
            spoken = (self.memory.country or "", *codes, *self.memory.named)
            return next((CountryCode(c) for c in spoken if c in region), None)
        if not named:
            # "Le voisin kirghize", and after a colon "l'État": that of the neighbour.
            start, _ = self.clause(event.start)
            whose = [e for e in self.of_kind(Kind.ADJECTIVE) if e.end <= start]
            named = whose if event.start > start else named
        if not named and self.memory.country is None:
            # "Wie das Ministerium mitteilte, will Pakistan": spoken of right after.
            adjectives = self.of_kind(Kind.ADJECTIVE)
            named = [e for e in adjectives if e.end <= event.start] or [*states[:1]]
        if not named and self.memory.country is None:
            # No other state has been named: it can only be that one.
            return self.memory.named[0] if len(self.memory.named) == 1 else None
        return CountryCode(named[-1].value) if named else self.memory.country

    @lazy
    def _by_pronoun(self) -> CountryCode | None:
        subject = self.memory.country_is_subject
        return self.memory.country if self.opens_with_pronoun and subject else None

    @lazy
    def opens_with_pronoun(self) -> bool:
        """Whether the sentence begins with "it", "il" or "elle", or soon has one.

        Spanish and Portuguese drop it: "Posee 6.135 BTC".
        """
        pronoun = next(iter(self.find("pronoun")), None)
        soon = pronoun is not None and pronoun.start - self.sentence.start < _REACH
        return soon or self.drops_pronoun

    @lazy
    def drops_pronoun(self) -> bool:
        """Whether the sentence begins with a verb whose subject is left out."""
        return any(e.start == self.sentence.start for e in self.find("dropped"))

    def country(self, position: int) -> CountryCode | None:
        """Return the country that a word at a position is about, as a whole.

        Its clause decides first, then the subject of the sentence; a country in general
        ("un pays") means none, and so does a part of one ("Texas").
        """
        country, part = self.place(position)
        return country if part is None else None

    @lazy
    def _places(self) -> list[Event]:
        """What names a country or a part of one, or stands for one."""
        # "special administrative region of": a zone is not a region in general
        zones = self.find("kind.zone")
        return [
            event
            for event in self.events
            if event.kind in _PLACES
            and event.value not in _OTHER_ANAPHORA
            and not any(zone.start < event.start < zone.end for zone in zones)
            # "a Singapore-based partner"
            and self.folded[event.end : event.end + 1] != b"-"
        ]

    def place(self, position: int) -> tuple[CountryCode | None, str | None]:
        """Return the country that a word is about, and the part of it if it is one."""
        clause = self.clause(position)
        candidates = self._places
        inside = [e for e in candidates if clause[0] <= e.start < clause[1]]
        before = [e for e in inside if e.start <= position]
        relative = any(
            e.value in self.words("relatives")
            for e in self.of_kind(Kind.BREAK)
            if e.start == clause[0]
        )
        if relative and not before:
            # "Bhutan, which holds": a relative clause is about what stands before it.
            before = [e for e in candidates if e.start < clause[0]]
        chosen = before[-1] if before else (inside[0] if inside else None)
        if chosen is None:
            adjectives = self.of_kind(Kind.ADJECTIVE)
            chosen = self.nearest(adjectives, position, within=clause)
        first = self.first_named
        if chosen is None and first is not None and first.kind is Kind.PART:
            chosen = first
        if chosen is None:
            told = self.memory.heading or self.memory.main_country
            return self.subject or self._by_zone or told, None
        if chosen.value == "indefinite":
            return None, None
        part = self._part_of(chosen, candidates)
        if part is not None:
            code, _, name = part.value.partition("/")
            return None if code == _SOMEWHERE else CountryCode(code), name
        return self._meant(chosen), None

    def _part_of(self, chosen: Event, candidates: Sequence[Event]) -> Event | None:
        """Return the part that is meant: named itself, or "Lugano, in Switzerland"."""
        if chosen.kind is Kind.PART:
            return chosen
        before = [e for e in candidates if e.end < chosen.start]
        if chosen.kind is not Kind.COUNTRY or not before:
            return None
        link = self.folded[before[-1].end : chosen.start].strip(b" ,\n")
        of = folded_words(self.section.language, "text", "of")
        within = not link or link in of
        return before[-1] if before[-1].kind is Kind.PART and within else None

    @lazy
    def _by_zone(self) -> CountryCode | None:
        text = self.plain[self.sentence.start : self.sentence.end]
        zones = self.memory.zones.items()
        return next((state for name, state in zones if name in text), None)

    @lazy
    def by_anaphor(self) -> bool:
        """Whether the sentence speaks of the state spoken of before."""
        return bool(self.find("country")) or self._by_pronoun is not None

    @lazy
    def opens_with_country(self) -> bool:
        """Whether a country stands before the first verb: only then is it the topic."""
        verbs = [e.start for e in self.of_kind(Kind.VERB)]
        states = self.of_kind(Kind.COUNTRY, Kind.ADJECTIVE)
        first = self.free_order or not verbs
        return bool(states) and (first or states[0].start < min(verbs))

    def countries(self, within: tuple[int, int] | None = None) -> list[CountryCode]:
        """Return the countries that are named, in order, without repetition."""
        low, high = within or (self.sentence.start, self.sentence.end)
        codes = (
            CountryCode(e.value)
            for e in self.of_kind(Kind.COUNTRY, Kind.ADJECTIVE)
            if low <= e.start < high
        )
        return list(dict.fromkeys(codes))

    # -- how far, and who says so

    def stage(self, position: int, default: Stage = Stage.IN_EFFECT) -> Stage:
        """Say how far a thing has come: by the last mark before it in its clause.

        A refusal governs what was asked for: "rejected the proposal to" is rejected; so
        does a proposal: "a bill plans". Whoever is urged to drop a thing has it still.
        """
        _, end = self.clause(position)
        before = self._marks_before(position)
        if any(e.value == "reject" for e in before):
            return Stage.REJECTED
        marks = [e for e in self.of_kind(Kind.MARK) if e.value in _STAGES]
        after = [e for e in marks if position < e.start < end]
        if self.free_order and not before:
            # "weil Bhutan eine Reserve aufbauen will"
            before = after
        if before:
            return self._stage_of(before, position, default)
        for event in after:
            beside = event.value in _PARTICIPLES and event.start - position < _NEAR
            if beside or event.value in {"reject", "end"}:
                return _STAGES[event.value]
        return default

    def _marks_before(self, position: int) -> list[Event]:
        """Return the marks that govern a position, in order."""
        start, _ = self.clause(position)
        low = self.main_clause(start)
        before = [
            e
            for e in self.of_kind(Kind.MARK)
            if e.value in _STAGES
            and (
                start <= e.start <= position
                or (low <= e.start < start and self._asks(e))
            )
        ]
        # "No longer has": what follows an end at once does not begin it anew.
        ends = {e.end + 1 for e in before if e.value == "end"}
        return [e for e in before if e.value != "done" or e.start not in ends]

    def _stage_of(self, before: list[Event], position: int, default: Stage) -> Stage:
        last = before[-1].value
        # "Son projet de réserve" is a plan of his own, "ce projet" what was asked.
        own = [e for e in before if e.value == "plan"]
        asked = [
            e
            for e in before
            if e.value in _ASKED
            and not any(e.start < plan.start < e.end for plan in own)
        ]
        # "Den Plan, Bitcoin zu kaufen, lehnte sie ab": the verb comes after all.
        _, end = self.clause(position)
        reach = end + len(", ") + 1 if self.free_order else end
        refusals = [e for e in self.find("reject") if position < e.start < reach]
        if refusals and last in _ASKED | {"plan"}:
            return Stage.REJECTED
        if asked and last == "end":
            over = any(e.start == before[-1].start for e in self.find("no_longer"))
            return Stage.ENDED if over else default
        return Stage.PROPOSED if asked else _STAGES[last]

    def _asks(self, mark: Event) -> bool:
        """Whether a mark asks for what follows: "a senator wants the state to"."""
        wanted = mark.value == "plan" and bool(self.find("asker"))
        return mark.value in _ASKED or wanted

    def main_clause(self, start: int) -> int:
        """Return where that begins which a clause completes: "asks … that it build"."""
        opening = next((e for e in self.of_kind(Kind.BREAK) if e.start == start), None)
        if opening is None or opening.value not in self.words("complements"):
            return start
        return self.clause(start - 1)[0]

    @lazy
    def open_question(self) -> bool:
        """Whether nothing is claimed: a question is asked, or a condition made."""
        asked = self.plain[self.sentence.start : self.sentence.end].rstrip("»”\"' ")
        # "Rumours that Qatar had bought some were denied."
        told, denials = self.find("gossip"), self.find("denial", "unfounded")
        denied = bool(told) and any(e.start > told[0].start for e in denials)
        return asked.endswith("?") or denied or bool(self.find("hypothetical"))

    def negated(self, position: int) -> bool:
        """Whether a negation stands close to a position, in its clause.

        It comes before the word ("ne détient pas") or right after it ("holds no").
        """
        low, high = self.clause(position)
        marks = [e.start for e in self.find("plan") if low <= e.start <= position]
        if not self.free_order:
            low, high = max(low, position - _REACH), position + _AFTER
        denied = any(e.start < position for e in self.find("denial"))
        # "has no plans to …": a plan may be denied far from what was planned.
        planless = any(
            0 < mark - e.start <= _AFTER
            for e in self.find("negation")
            for mark in marks
        )
        return (
            denied
            or planless
            or any(low <= e.start < high for e in self.find("negation"))
        )

    @lazy
    def attributed_to(self) -> str | None:
        """The person or body in whose words the sentence is told."""
        for event in self.find("attribution_after"):
            for start, end in self.names_in(self.sentence.start, event.start):
                if event.start - end == 1:
                    return self.text(start, end)
        for event in self.find("attribution"):
            opens = openers(self.section.language).fullmatch
            for start, end in self.names_in(event.end, self.sentence.end):
                if all(map(opens, _WORD.findall(self.plain, event.end, start))):
                    return self.text(start, end)
            speaker = _SPEAKER.match(self.plain, event.end, self.sentence.end)
            if speaker:
                return self.text(*speaker.span(1))
        return self._said_by

    @property
    def _said_by(self) -> str | None:
        """Who says so by name: ", Arkham said", ", says the analytics firm Arkham"."""
        for event in self.find("saying"):
            for start, end in self.names_in(self.sentence.start, event.start):
                if event.start - end == 1:
                    return self.text(start, end)
            turned = self.folded[event.start - 2 : event.start] in _TURNED
            for start, end in self.names_in(event.end, self.sentence.end):
                between = self.plain[event.end : start]
                if turned and not set(between) & set(",;:.") and between.islower():
                    return self.text(start, end)
                if turned and start == event.end + 1:
                    return self.text(start, end)
                break
        return None

    @lazy
    def standing(self) -> Standing:
        """What kind of statement the sentence is."""
        if self.find("rumour"):
            return Standing.RUMOURED
        return Standing.ESTIMATED if self.find("estimate") else Standing.REPORTED


__all__ = ["Scene", "Spanned", "measures"]
