"""Reading: the events of a text, sentence by sentence, and what rules make of them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

from ..model import Agreement, AnyFact, Fact
from ..provenance import Citation
from .amounts import find_amounts
from .claims import settle
from .dates import find_periods
from .lexicon import lexicon
from .memory import Memory, main_country, remembered
from .rules import agreements, rules_for
from .scene import Scene, Spanned
from .topic import topic_places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .document import Document, Section, Sentence

S = TypeVar("S", bound=Spanned)
F = TypeVar("F", bound=Fact)


def read(document: Document) -> tuple[AnyFact, ...]:
    """Return the facts that a document states, each with its citations.

    An article without a fact is no error: nothing is found, nothing is guessed.

    >>> from sovcrypto.reading import Document
    >>> (fact,) = read(Document("Bhutan holds about 12,000 BTC."))
    >>> fact.holder, str(fact.quantity), fact.citations[0].span
    ('BT', '~12000 BTC', (0, 30))
    """
    places = topic_places(document.shadow.folded)
    if not places:
        return ()  # before the work of telling its stories apart
    return tuple(
        fact
        for section in document.sections
        if bisect_left(places, section.start) < bisect_left(places, section.end)
        for fact in settle(_finds(document, section))
    )


def scenes(document: Document, section: Section) -> Iterator[Scene]:
    """Yield the sentences of a story with all that was found in them."""
    shadow = document.shadow
    start, end, language = section.start, section.end, section.language
    events = lexicon(language).events(shadow, start, end)
    amounts = find_amounts(shadow, language, start, end)
    taken = [(found.start, found.end) for found in amounts]
    periods = find_periods(shadow, language, start, end, taken=taken)
    memory = Memory(
        published=document.source.published, main_country=main_country(events)
    )
    sentences = section.sentences
    parts = zip(
        sentences,
        _parted(events, sentences),
        _parted(amounts, sentences),
        _parted(periods, sentences),
        strict=True,
    )
    for sentence, within, measured, dated in parts:
        memory = memory.introducing(shadow.plain, *sentence, language)
        scene = Scene(
            section=section,
            sentence=sentence,
            plain=shadow.plain,
            folded=shadow.folded,
            events=within,
            amounts=measured,
            dates=dated,
            memory=memory,
        )
        yield scene
        memory = remembered(scene)


def _parted(found: Sequence[S], sentences: Sequence[Sentence]) -> Iterator[Sequence[S]]:
    """Yield what begins in each sentence, out of what is sorted by its start."""
    place, total = 0, len(found)
    for start, end in sentences:
        while place < total and found[place].start < start:
            place += 1
        first = place
        while place < total and found[place].start < end:
            place += 1
        yield found[first:place]


def _finds(document: Document, section: Section) -> Iterator[AnyFact]:
    """Yield what each sentence states; what adds to an agreement goes into it."""
    agreement: Agreement | None = None
    for scene in scenes(document, section):
        for rule in () if scene.open_question else rules_for(scene.concepts):
            for fact in rule.make(scene):
                cited = _cited(document, scene, fact, rule.name)
                if isinstance(cited, Agreement):
                    agreement = agreements.spoken_of(agreement, cited)
                yield cited
        if agreement is not None:
            fuller = agreements.extended(agreement, scene)
            if fuller is not agreement:
                agreement = _cited(document, scene, fuller, "agreement/goes-on")
                yield agreement


def _cited(document: Document, scene: Scene, fact: F, rule: str) -> F:
    """Add the sentence as a citation to those that a fact has already."""
    start, end = scene.sentence.start, scene.sentence.end
    citation = Citation(
        source=document.cited,
        span=document.shadow.origin(start, end),
        standing=scene.standing,
        attributed_to=scene.attributed_to,
        rule=rule,
    )
    return fact.cited(*fact.citations, citation)
