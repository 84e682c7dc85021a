"""Why a fact was read: which words called the rule, and which gave what.

The sentence of a citation is read once more. What gave a field says its value, stands
for something spoken of before, or has shown to matter: without it, the rule would have
stated something else.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from ..model import AnyFact, Party
from ..provenance import Citation
from .amounts import FoundAmount
from .dates import FoundPeriod
from .lexicon import Event, Kind
from .pieces import NAMES, Claim, Found, How, Trial, says, trial
from .reader import scenes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .document import Document
    from .scene import Scene

Span: TypeAlias = tuple[int, int]

TRIGGER: Final = "trigger"
"""What a part gives that calls the rule, or that the rule asks for besides."""

# What may stand for a state, and what for a body, an asset or an agreement.
_STATES: Final = frozenset({"pronoun", "country", "place"})
_OTHERS: Final = frozenset({"pronoun", "exchange", "organisation", "agreement"})


@attrs.frozen
class Part:
    """A stretch of a text that gave something to a fact.

    Attributes:
        start: where it begins in the text.
        end: where it ends, exclusive.
        text: `document.text[start:end]`.
        gives: the path of what it gave: a field of the fact (`quantity`, `parties[0]`),
            `standing` or `attributed_to` of the citation, or `trigger` for what called
            the rule and what the rule asked for besides.
        how: how it came to give it.
        rule: what found it there: `figure/unit`, `country`, `verb/hold`, `date`.
        antecedent: for what was spoken of elsewhere, the span where it was named.
    """

    start: int
    end: int
    text: str
    gives: str
    how: How
    rule: str
    antecedent: Span | None = None


@attrs.frozen
class Explanation:
    """Why a document was read to state a fact at one place.

    Attributes:
        fact: what is stated.
        citation: where; its `rule` is the one that found it.
        parts: the words that it rests on, in the order of the text.
    """

    fact: AnyFact
    citation: Citation
    parts: tuple[Part, ...]


def explain(document: Document, *facts: AnyFact) -> tuple[Explanation, ...]:
    """Say of facts which words of a document they rest on, citation by citation.

    Citations of other documents are left out.

    >>> from sovcrypto.reading import Document, read
    >>> document = Document("Bhutan plans to hold about 12,000 BTC.")
    >>> (told,) = explain(document, *read(document))
    >>> for part in told.parts:
    ...     print(part.text, "→", part.gives, part.how.value, part.rule)
    Bhutan → holder named country
    plans → stage decided mark/plan
    hold → trigger called verb/hold
    about 12,000 BTC → quantity named figure/unit+about
    BTC → asset named asset
    """
    cited = [
        (fact, citation)
        for fact in facts
        for citation in fact.citations
        if citation.source.sha256 == document.cited.sha256
    ]
    places = {citation.span for _, citation in cited if citation.span is not None}
    stories = _stories(document, places)
    return tuple(
        Explanation(fact, citation, stories[citation.span].parts(fact, citation))
        for fact, citation in cited
        if citation.span in stories
    )


def _stories(document: Document, places: set[Span]) -> dict[Span | None, _Story]:
    """Return the sentences at some places, each within its story."""
    found: dict[Span | None, _Story] = {}
    for section in document.sections:
        start, end = document.shadow.origin(section.start, section.end)
        if any(start <= place[0] < end for place in places):
            told = tuple(scenes(document, section))
            for index, scene in enumerate(told):
                sentence = scene.sentence
                span = document.shadow.origin(sentence.start, sentence.end)
                if span in places:
                    found[span] = _Story(document, told, index)
    return found


@attrs.frozen
class _Story:
    """A sentence of a document, and those before and after it."""

    document: Document
    scenes: Sequence[Scene]
    index: int

    @property
    def scene(self) -> Scene:
        """The sentence."""
        return self.scenes[self.index]

    def parts(self, fact: AnyFact, citation: Citation) -> tuple[Part, ...]:
        """Return what gave something to a fact that is cited from here."""
        tried = trial(citation.rule, self.scene, fact)
        if tried is None:
            return ()
        told = [*self._calls(tried)]
        for claim, path in tried.find.items():
            told += self._gives(tried, claim, path)
        known = {(part.start, part.end) for part in told}
        needed = (
            self._part(piece[0], TRIGGER, How.NEEDED)
            for piece, lost in tried.alone.items()
            if lost is None
        )
        told += [part for part in needed if (part.start, part.end) not in known]
        # A word may say a value twice: "mining" is an act, a subject and a sector.
        once = {(part.start, part.end, part.gives): part for part in reversed(told)}
        return tuple(sorted(once.values(), key=lambda p: (p.start, -p.end, p.gives)))

    def _calls(self, tried: Trial) -> Iterator[Part]:
        """Yield what called the rule: of several words, those that it needs."""
        calls = [
            (found, lost is None)
            for piece, lost in tried.alone.items()
            for found in piece
            if isinstance(found, Event) and found.value in tried.rule.triggers
        ]
        some = any(needed for _, needed in calls)
        for found, needed in calls:
            if needed or not some:
                yield self._part(found, TRIGGER, How.CALLED)

    def _gives(self, tried: Trial, claim: Claim, path: str) -> list[Part]:
        """Return what gave a value: what says it, or else what it hangs on."""
        value, published = _said(claim), self.scene.memory.published
        sayers = [
            (piece, self._part(found, path, how))
            for piece in tried.pieces
            for found in piece
            if (how := says(found, value, published))
        ]
        matter = [part for piece, part in sayers if tried.needs(claim, piece)]
        every = [part for _, part in sayers]
        if matter or tried.needs(claim, *(piece for piece, _ in sayers)):
            return matter or every
        elsewhere = self._spelled_or_spoken_of(tried, claim, path)
        if elsewhere is not None and not sayers:
            return [elsewhere]
        hangs = [piece for piece, lost in tried.alone.items() if lost and claim in lost]
        return [
            self._part(piece[0], path, How.DECIDED)
            for piece in hangs or tried.together(claim)
        ] or every

    def _spelled_or_spoken_of(
        self, tried: Trial, claim: Claim, path: str
    ) -> Part | None:
        spelled = self._spelled(self.scene, _said(claim))
        if spelled is not None:
            return self._at(spelled, path, How.NAMED, "name")
        return self._spoken_of(tried, claim, path)

    def _spoken_of(self, tried: Trial, claim: Claim, path: str) -> Part | None:
        """Return what stands for something that the story names elsewhere."""
        memory, value = self.scene.memory, _said(claim)
        states = {memory.country, memory.main_country, *memory.zones.values()}
        others = {memory.asset, memory.exchange, memory.organisation, memory.year}
        short = [key for key, name in memory.short_forms.items() if name == value]
        if value not in states | others and not short:
            return None
        antecedent = self._elsewhere(value)
        if antecedent is None:
            return None
        for form in short:
            spelled = self._spelled(self.scene, form)
            if spelled is not None:
                return self._at(spelled, path, How.SPOKEN_OF, "name", antecedent)
        fitting = _STATES if value in states else _OTHERS
        stand_ins = [
            (tried.needs(claim, piece), found)
            for piece in tried.pieces
            for found in piece
            if isinstance(found, Event)
            and found.kind is Kind.ANAPHOR
            and found.value in fitting
        ]
        if stand_ins:
            _, found = max(stand_ins, key=lambda each: each[0])
            return self._part(found, path, How.SPOKEN_OF, antecedent)
        return self._at(antecedent, path, How.SPOKEN_OF, "memory", antecedent)

    def _elsewhere(self, value: object) -> Span | None:
        """Return where the story names a value: last before here, else first."""
        before, after = self.scenes[: self.index], self.scenes[self.index + 1 :]
        for scene in (*reversed(before), *after):
            candidates: list[Found] = [*scene.events, *scene.dates]
            found = [e for e in candidates if says(e, value, scene.memory.published)]
            if found:
                return found[-1].start, found[-1].end
            spelled = self._spelled(scene, value)
            if spelled is not None:
                return spelled
        return None

    def _spelled(self, scene: Scene, value: object) -> Span | None:
        """Return where a sentence has a name in so many words, the offsets shadowed."""
        if not isinstance(value, str) or isinstance(value, StrEnum) or not value:
            return None
        words = r"\s+".join(re.escape(word) for word in value.split())
        pattern = re.compile(rf"(?<!\w){words}(?!\w)")
        match = pattern.search(scene.plain, scene.sentence.start, scene.sentence.end)
        return match.span() if match else None

    def _part(
        self, found: Found, gives: str, how: How, antecedent: Span | None = None
    ) -> Part:
        span = found.start, found.end
        return self._at(span, gives, how, _rule(found), antecedent)

    def _at(
        self,
        span: Span,
        gives: str,
        how: How,
        rule: str,
        antecedent: Span | None = None,
    ) -> Part:
        """Return a part, its offsets led back from the shadow to the text."""
        origin = self.document.shadow.origin
        start, end = origin(*span)
        named = None if antecedent is None else origin(*antecedent)
        text = self.document.text[start:end]
        return Part(start, end, text, gives, how, rule, named)


def _said(claim: Claim) -> object:
    """Return what a text would say of a claim: of a party, who it is."""
    value = claim[1]
    return value.country or value.name if isinstance(value, Party) else value


def _rule(found: Found) -> str:
    if isinstance(found, FoundAmount):
        return found.rule
    if isinstance(found, FoundPeriod):
        return found.role or "date"
    named = found.kind in NAMES
    return found.kind.value if named else f"{found.kind}/{found.value}"
