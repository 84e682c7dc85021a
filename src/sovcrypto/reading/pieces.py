"""The pieces of a scene: what each says by itself, and what is left without it.

A piece is a word with all that it means, an amount or a date. What it gave to a fact is
found by leaving it out and asking the rule once more: no rule has to keep accounts, and
reading itself pays nothing.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs

from ..model import Agreement, PartyRole
from ..provenance import Standing
from ..values import Period
from .amounts import FoundAmount
from .bodies import known_bodies
from .dates import FoundPeriod, resolve
from .lexicon import Event, Kind
from .memory import Memory
from .rules import RULES, Rule, agreements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import AnyFact
    from .scene import Scene

Found: TypeAlias = "Event | FoundAmount | FoundPeriod"

Piece: TypeAlias = "tuple[Found, ...]"
"""All that one span means: several events, or one amount, or one date."""

Claim: TypeAlias = "tuple[str, object]"
"""A field with its value, one item at a time."""

Find: TypeAlias = "dict[Claim, str]"
"""What a rule states of a scene: each claim with its path in the fact."""

_GOES_ON: Final = "agreement/goes-on"
NAMES: Final = frozenset(
    {Kind.COUNTRY, Kind.ADJECTIVE, Kind.MONEY, Kind.ASSET, Kind.BODY, Kind.HEAD}
)
"""Kinds of words that name something; the values of others are concepts."""

# No sentence of a newspaper has so many pieces; a made one shall not cost hours.
_TRIED: Final = 60
# What has no meaning any more may still be where a clause begins.
_KEPT: Final = frozenset({Kind.VERB, Kind.NOUN, Kind.MARK, Kind.VOICE})
_RULES: Final = {rule.name: rule for rule in RULES}


class How(StrEnum):
    """How a part of a text came to give something to a fact."""

    CALLED = "called"
    """It called the rule."""
    NEEDED = "needed"
    """Without it the rule would have been silent."""
    NAMED = "named"
    """It says the value itself."""
    ADJECTIVE = "adjective"
    """It names a country by its adjective, its inhabitants or its money."""
    KNOWN = "known"
    """It names a body of which the value is known."""
    DECIDED = "decided"
    """Without it the value would have been another one."""
    DATED = "dated"
    """It says the value together with the date of the document."""
    SPOKEN_OF = "spoken_of"
    """The story spoke of it elsewhere."""


def _pieces(scene: Scene) -> list[Piece]:
    """Return the words, amounts and dates of a scene that may give something."""
    words: dict[tuple[int, int], list[Found]] = {}
    for event in scene.events:
        if event.kind is not Kind.BREAK:
            words.setdefault((event.start, event.end), []).append(event)
    amounts = ((found,) for found in scene.amounts)
    dates = ((found,) for found in scene.dates)
    return [*map(tuple, words.values()), *amounts, *dates]


def _without(scene: Scene, pieces: Sequence[Piece]) -> Scene:
    """Return a scene as if some pieces meant nothing; its clauses stay as they are."""
    gone = {found for piece in pieces for found in piece}
    return attrs.evolve(
        scene,
        events=[
            event._replace(value="") if event in gone else event
            for event in scene.events
            if event not in gone or event.kind in _KEPT
        ],
        amounts=[found for found in scene.amounts if found not in gone],
        dates=[found for found in scene.dates if found not in gone],
    )


def says(found: Found, value: object, published: Period | None) -> How | None:
    """Tell how something found says a value by itself, None if it does not."""
    if isinstance(found, FoundAmount):
        # An amount of a rate carries the time that it is for.
        says_it = value in (found.amount, found.per) and value is not None
        return How.NAMED if says_it else None
    if isinstance(found, FoundPeriod):
        period = resolve(found, published)
        # A date may tell since when: "2021" says "2021/..".
        told = period is not None and value in {period, _since(period)}
        return (How.NAMED if period == found.period else How.DATED) if told else None
    if found.kind is Kind.BODY and found.value != value:
        body = known_bodies()[found.value]
        known = body.country, body.abbreviation, body.kind
        return How.KNOWN if value is not None and value in known else None
    if value not in {found.value, found.value.partition(".")[2] or None}:
        return None
    names = found.kind not in {Kind.ADJECTIVE, Kind.MONEY}
    return How.NAMED if names else How.ADJECTIVE


def _since(period: Period) -> Period | None:
    plain = period.resolved and "/" not in period.edtf
    return Period.between(period, None) if plain else None


def _rule_of(name: str | None, fact: AnyFact) -> Rule | None:
    """Return the rule that a citation of a fact names, None if there is none."""
    if name == _GOES_ON and isinstance(fact, Agreement):
        signed = (p for p in fact.parties if p.role is PartyRole.SIGNATORY)
        bare = fact.evolve(
            parties=tuple(signed), subjects=(), binding=None, duration=None
        )
        triggers = _RULES["agreement"].triggers | {"agreement"}
        return Rule(_GOES_ON, triggers, partial(_added, bare))
    return _RULES.get(name or "")


def _added(bare: Agreement, scene: Scene) -> Iterator[AnyFact]:
    """Yield what a later sentence adds to an agreement, and nothing else of it."""
    fuller = agreements.extended(bare, scene)
    more = fuller.parties[len(bare.parties) :]
    yield fuller.evolve(parties=more, signed=None, until=None, period=None)


@attrs.frozen(slots=False, eq=False)
class Trial:
    """What a rule found of a fact in a scene, to be asked what hangs on which piece.

    Attributes:
        rule: the rule.
        fact: the fact, as the document tells it in all.
        scene: the sentence.
        find: what the rule found of the fact here.
        others: what else it found.
        pieces: what the sentence is made of.
    """

    rule: Rule
    fact: AnyFact
    scene: Scene
    find: Find
    others: Sequence[Find]
    pieces: Sequence[Piece]

    def lost(self, *gone: Piece) -> frozenset[Claim] | None:
        """Return what the find loses without some pieces, None for all of it."""
        again = _made(self.rule, _without(self.scene, gone), self.fact)
        # What the rule found besides is no other form of this find.
        fresh = [found for found in again if found not in self.others]
        near = max(fresh, key=lambda f: len(f.keys() & self.find.keys()), default=None)
        return None if near is None else frozenset(self.find.keys() - near.keys())

    @cached_property
    def alone(self) -> dict[Piece, frozenset[Claim] | None]:
        """What the find loses without each of the pieces, None for all of it."""
        tried = self.pieces[:_TRIED]
        rest = dict.fromkeys(self.pieces, frozenset[Claim]())
        return rest | {piece: self.lost(piece) for piece in tried}

    def needs(self, claim: Claim, *gone: Piece) -> bool:
        """Whether a claim would not be there without some pieces."""
        lost = self.alone[gone[0]] if len(gone) == 1 else self.lost(*gone)
        return lost is None or claim in lost

    @cached_property
    def _worn(self) -> list[tuple[tuple[Piece, ...], frozenset[Claim]]]:
        """What goes and what is lost as piece after piece is left out."""
        worn: list[tuple[tuple[Piece, ...], frozenset[Claim]]] = []
        gone: tuple[Piece, ...] = ()
        for piece in self.pieces[:_TRIED]:
            lost = self.lost(*gone, piece)
            if lost is not None:
                gone = (*gone, piece)
                worn.append((gone, lost))
        return worn

    def together(self, claim: Claim) -> tuple[Piece, ...]:
        """Return the fewest pieces without which a claim would not be there.

        None of them alone decides it: "plans to set up" plans twice over.
        """
        gone = next((gone for gone, lost in self._worn if claim in lost), ())
        for piece in gone[:-1]:
            rest = tuple(each for each in gone if each is not piece)
            lost = self.lost(*rest)
            if lost is not None and claim in lost:
                gone = rest
        return gone


def trial(name: str | None, scene: Scene, fact: AnyFact) -> Trial | None:
    """Ask the rule of a citation once more, None if it finds nothing of a fact.

    What the story told before is forgotten as far as the find does not need it.
    """
    rule = _rule_of(name, fact)
    finds = [] if rule is None else _made(rule, scene, fact)
    if rule is None or not finds:
        return None
    stated = _claims(fact).keys()
    find = max(finds, key=lambda found: len(found.keys() & stated))
    memory = scene.memory
    for less in (
        Memory(published=memory.published),
        attrs.evolve(memory, main_country=None),
    ):
        dull = attrs.evolve(scene, memory=less)
        again = _made(rule, dull, fact)
        if find in again:
            scene, finds = dull, again
            break
    others = [found for found in finds if found != find]
    return Trial(rule, fact, scene, find, others, _pieces(scene))


def _made(rule: Rule, scene: Scene, fact: AnyFact) -> list[Find]:
    """Return what a rule makes of a scene, find by find, told by the paths of a fact.

    Who says so, and how sure he is, is claimed with each.
    """
    if rule.name != _GOES_ON and not rule.triggers & scene.concepts:
        return []
    voice = {
        ("standing", scene.standing): "standing",
        ("attributed_to", scene.attributed_to): "attributed_to",
    }
    voice.pop(("standing", Standing.REPORTED), None)
    voice.pop(("attributed_to", None), None)
    paths = _claims(fact)
    return [
        {claim: paths.get(claim, claim[0]) for claim in _claims(find)} | voice
        for find in rule.make(scene)
        if type(find) is type(fact)
    ]


def _claims(fact: AnyFact) -> Find:
    claims: Find = {}
    for attribute in attrs.fields(cast("Any", type(fact))):
        name: str = attribute.name
        value: object = getattr(fact, name)
        if not attribute.init or name == "citations" or value is None:
            continue
        if isinstance(value, tuple):
            for index, item in enumerate(cast("tuple[object, ...]", value)):
                claims[name, item] = f"{name}[{index}]"
        else:
            claims[name, value] = name
    return claims
