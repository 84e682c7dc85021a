"""What a text mentions: spans that mean something by themselves."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import attrs

from .. import _data
from ..values import Amount, Period
from .bodies import known_bodies
from .lexicon import Event, Kind
from .reader import scenes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .document import Document
    from .scene import Scene


class MentionKind(StrEnum):
    """What a mention names."""

    AMOUNT = "amount"
    PERIOD = "period"
    COUNTRY = "country"
    ASSET = "asset"
    BODY = "body"


@attrs.frozen
class Mention:
    """A span of a text that means something by itself.

    Attributes:
        start: where it begins in the text.
        end: where it ends, exclusive; `document.text[start:end]` is what stands there.
        kind: what it names.
        value: the amount, the period, or the code or name.
        rule: what found it.
    """

    start: int
    end: int
    kind: MentionKind
    value: Amount | Period | str
    rule: str


def mentions(document: Document) -> tuple[Mention, ...]:
    """Return what a document mentions: amounts, dates, countries, assets and bodies.

    >>> from sovcrypto.reading import Document
    >>> [(m.kind.value, str(m.value)) for m in mentions(Document("Oman has 5 MW."))]
    [('country', 'OM'), ('amount', '5 MW')]
    """
    found = (
        mention
        for section in document.sections
        for scene in scenes(document, section)
        for mention in _mentions(scene)
    )
    origin = document.shadow.origin
    placed = [
        attrs.evolve(mention, start=start, end=end)
        for mention in found
        for start, end in [origin(mention.start, mention.end)]
    ]
    return tuple(sorted(placed, key=lambda mention: (mention.start, mention.end)))


_KINDS = {
    Kind.COUNTRY: MentionKind.COUNTRY,
    Kind.ADJECTIVE: MentionKind.COUNTRY,
    Kind.MONEY: MentionKind.COUNTRY,
    Kind.ASSET: MentionKind.ASSET,
    Kind.BODY: MentionKind.BODY,
}


def _mentions(scene: Scene) -> Iterator[Mention]:
    for amount in scene.amounts:
        yield Mention(
            amount.start, amount.end, MentionKind.AMOUNT, amount.amount, amount.rule
        )
    for date in scene.dates:
        if date.period is not None:
            yield Mention(
                date.start,
                date.end,
                MentionKind.PERIOD,
                date.period,
                date.role or "date",
            )
    known: list[tuple[int, int]] = []
    for event in scene.events:
        if event.kind in _KINDS:
            kind = _KINDS[event.kind]
            yield Mention(event.start, event.end, kind, event.value, event.kind)
            known.append((event.start, event.end))
        if event.kind is Kind.BODY:
            yield from _country_within(scene, event)
    yield from _bodies_by_shape(scene, known)


def _country_within(scene: Scene, event: Event) -> Iterator[Mention]:
    """Yield the country in the name of a known body: `Banque de France`."""
    country = known_bodies()[event.value].country
    names = _data.territory_names(scene.section.language).get(country or "")
    for name in names.names if names is not None else ():
        start = scene.plain.find(name, event.start, event.end)
        if country is not None and start >= 0:
            end = start + len(name)
            yield Mention(start, end, MentionKind.COUNTRY, country, event.kind)
            return


def _bodies_by_shape(scene: Scene, known: list[tuple[int, int]]) -> Iterator[Mention]:
    """Yield bodies that no list knows: capitalised words around a word like "Board"."""
    reach = 0
    for head in scene.of_kind(Kind.HEAD):
        start, end = scene.body_at(head, scene.sentence.end)
        named = any(a <= head.start < b for a, b in known)
        name = scene.text(start, end)
        if not named and start >= reach and " " in name:
            yield Mention(start, end, MentionKind.BODY, name, "shape")
            reach = end
