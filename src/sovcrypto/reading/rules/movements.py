"""What moves in and out of reserves: bought, sold, seized, sent elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, AssetCode, asset_code
from ...model import Action, Reserve, ReserveMovement, Stage
from ..actors import PRIVATE, Actor, actors
from ..language import folded_words
from ..lexicon import Kind
from ..scene import measures
from .figures import dated, moved, worth
from .progress import asked_of, asked_stage
from .rule import Rule, asset_near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..amounts import FoundAmount
    from ..lexicon import Event
    from ..scene import Scene, Spanned

# How far from its verb an asset may stand, in characters.
_REACH: Final = 80
_MOVES: Final = {
    "buy": Action.PURCHASE,
    "sell": Action.SALE,
    "seize": Action.SEIZURE,
    "transfer": Action.TRANSFER,
}


def movements(scene: Scene) -> Iterator[ReserveMovement | Reserve]:
    """A state that buys, sells, seizes or moves an asset."""
    for trigger in scene.find(*_MOVES):
        yield from _of_parts(scene, trigger)
        who = _movers(scene, trigger)
        object_ = _moved(scene, trigger)
        if object_ is None or len(who) != 1 or scene.negated(trigger.start):
            continue
        asset, found = object_
        if trigger.value == "seize" and _told_of_held(scene, trigger):
            continue
        stage = asked_stage(scene, trigger)
        bought = trigger.value == "buy" and stage is Stage.PROPOSED
        if bought and scene.find("bill", "law"):
            # A bill to buy coins asks for a reserve.
            quantity = found.amount if found else None
            value = worth(scene, trigger, found)
            yield Reserve(
                holder=who[0].country,
                asset=asset,
                quantity=quantity,
                value=value,
                stage=stage,
            )
            continue
        yield ReserveMovement(
            holder=who[0].country,
            asset=asset,
            action=_MOVES[trigger.value],
            quantity=found.amount if found else None,
            value=worth(scene, trigger, found),
            stage=stage,
            period=dated(scene, trigger),
        )


def _movers(scene: Scene, trigger: Event) -> list[Actor]:
    """Return the states that act; a part of one may act for it."""
    found = actors(scene, trigger) or asked_of(scene, trigger)
    if scene.find("acting_for"):
        return [Actor(actor.country, None, actor.event) for actor in found]
    return [actor for actor in found if actor.part is None]


def _of_parts(scene: Scene, trigger: Event) -> Iterator[Reserve]:
    """Yield what a part of a state holds because it bought it: "Texas bought"."""
    parts = [actor for actor in actors(scene, trigger) if actor.part is not None]
    object_ = _moved(scene, trigger) if trigger.value == "buy" and parts else None
    stage = asked_stage(scene, trigger)
    if object_ is None or len(parts) != 1 or scene.negated(trigger.start):
        return
    if stage is Stage.IN_EFFECT:
        yield Reserve(
            holder=parts[0].country,
            subdivision=parts[0].part,
            asset=object_[0],
            quantity=object_[1].amount if object_[1] else None,
            value=worth(scene, trigger, object_[1]),
        )


def _told_of_held(scene: Scene, trigger: Event) -> bool:
    """Whether it is said in passing how coins were come by: "50,000 BTC seized in"."""
    coins: list[Spanned] = [*scene.of_kind(Kind.ASSET), *scene.amounts]
    beside = not scene.free_order and any(
        0 <= trigger.start - found.end <= 1 for found in coins
    )
    return beside or bool(scene.find("hold", "reserve"))


def _moved(scene: Scene, trigger: Event) -> tuple[AssetCode, FoundAmount | None] | None:
    """Return what is moved: an amount after the verb, or before a passive one."""
    start, end = scene.clause(trigger.start)
    held_ = scene.find("reserve", "hold")
    nouns = [e.start for e in held_ if e.start > trigger.start]
    groups = moved(scene, trigger)
    for unit, found in groups.items():
        low = start if scene.free_order else trigger.start
        right = [f for f in found if low <= f.start < min(nouns, default=end)]
        if right:
            return unit, right[0]
    before = _REACH if scene.free_order else 20
    near = max(start, trigger.start - before), min(end, trigger.end + _REACH)
    if _of_people(scene, near):
        return None
    asset = asset_near(scene, trigger.start, within=near)
    # "sold its entire stash": of what was spoken of.
    named = scene.find("asset", "holdings")
    spoken = scene.nearest(named, trigger.start, within=near)
    if asset is None and spoken is not None and scene.memory.asset is not None:
        asset = asset_code(scene.memory.asset)
    if asset is None or asset == CRYPTO or _of_power(scene, trigger):
        return None
    left = [f for f in groups.get(asset, ()) if f.start < trigger.start]
    return asset, left[-1] if left and not nouns else None


def _of_people(scene: Scene, within: tuple[int, int]) -> bool:
    """Whether the asset only tells which people are meant: "to bitcoin miners"."""
    assets = [e for e in scene.of_kind(Kind.ASSET) if within[0] <= e.start < within[1]]
    people = scene.find("mining", *PRIVATE)
    of = folded_words(scene.section.language, "text", "of")
    return bool(assets) and all(
        any(
            e.start - asset.end in {0, 1}
            or scene.folded[e.end : asset.start].strip() in of
            for e in people
        )
        for asset in assets
    )


def _of_power(scene: Scene, trigger: Event) -> bool:
    """Whether power is the object: "sells 600 MW to firms that mine bitcoin"."""
    return any(
        0 < found.start - trigger.end <= 1
        for found in scene.amounts
        if measures(found, "power") or measures(found, "energy")
    )


RULES: Final = (Rule("movement", frozenset(_MOVES), movements),)
