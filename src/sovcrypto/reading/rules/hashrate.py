"""Shares of the network's hash rate, and who ranks among those that mine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Mining, Stage
from ..actors import actors
from ..lexicon import Event, Kind
from ..scene import measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..amounts import FoundAmount
    from ..scene import Scene

MINED: Final = ("mine_done", "mine_to", "mining")
"""Words of mining itself."""
# How far after a share the coins stand of which it is one.
_BESIDE: Final = 24


def shares(scene: Scene) -> Iterator[Mining]:
    """Shares of the network's hash rate, each with the country beside it."""
    if not ("hashrate" in scene.concepts or _of_mining(scene) or _of_coins(scene)):
        return
    if "pool" in scene.concepts:
        return  # the share of a pool is none of its country
    latest: dict[CountryCode, FoundAmount] = {}
    states = [*scene.of_kind(Kind.COUNTRY), *scene.find("country")]
    for miners in scene.find("miners"):
        states += adjectives(scene, miners)
    states.sort(key=lambda event: event.start)
    for found in scene.amounts:
        named = [e for e in states if e.end <= found.start]
        start, end = scene.clause(found.start)
        named = named or [e for e in states if start <= e.start < end][:1]
        if measures(found, "share") and named:
            # "from 4% to 35%": the last figure is the one that holds.
            country = scene.country(named[-1].start)
            if country is not None:
                latest[country] = found
    for country, found in latest.items():
        once = _was_so(scene, found, states)
        yield Mining(
            country=country,
            hashrate_share=found.amount,
            period=None if once else scene.when(scene.sentence.start),
            stage=Stage.ENDED if once else Stage.IN_EFFECT,
        )


def _of_mining(scene: Scene) -> bool:
    """Whether a share is one of mining in the world, and not one of those who mine."""
    miners = {event.start for event in scene.find("miners")}
    acts = [event for event in scene.find("mining") if event.start not in miners]
    return bool(acts and scene.find("world"))


def _of_coins(scene: Scene) -> bool:
    """Whether a share is one of the coins that are mined: "40% of all bitcoin"."""
    ends = [found.end for found in scene.amounts if measures(found, "share")]
    spoken = scene.find("mine_done", "miners")
    if any(
        0 <= e.start - c.end <= 1 for e in spoken for c in scene.of_kind(Kind.ASSET)
    ):
        return False  # "18% of bitcoin miners" is a share of them
    return bool(spoken) and any(
        0 < coin.start - end <= _BESIDE
        for coin in scene.of_kind(Kind.ASSET)
        for end in ends
    )


def _was_so(scene: Scene, found: FoundAmount, states: Sequence[Event]) -> bool:
    """Whether a share is one of the past: `alors que la Chine représentait 75 %`."""
    start, end = scene.clause(found.start)
    after = min([end, *(e.start for e in states if e.start > found.start)])
    if scene.periods(within=(found.end, after)):
        return False  # the figure of a year that is told
    return any(
        start <= mark.start < found.start
        and not any(mark.end <= e.start < found.start for e in states)
        for mark in scene.find("formerly")
    )


def ranked(scene: Scene) -> Iterator[Mining]:
    """States that rank among those that mine: "ranks third by hash rate"."""
    about = scene.find("hashrate", *MINED) or scene.memory.mining
    for trigger in scene.find("rank") if about else ():
        for state in actors(scene, trigger):
            if state.part is None and not scene.negated(trigger.start):
                yield Mining(country=state.country)


def adjectives(scene: Scene, trigger: Event) -> list[Event]:
    """Return the adjectives beside miners: "Russian miners", "mineurs russes"."""
    return [
        e
        for e in scene.of_kind(Kind.ADJECTIVE)
        if 0 <= trigger.start - e.end <= len("'s ") or 0 <= e.start - trigger.end <= 1
    ]
