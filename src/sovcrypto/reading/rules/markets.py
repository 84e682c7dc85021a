"""Exchanges and what is traded on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model import Exchange, ExchangeKind, Market, Per, TradingVolume
from ...values import Period
from ..bodies import known_bodies
from ..lexicon import Kind
from ..scene import measures
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..amounts import FoundAmount
    from ..scene import Scene


def exchange_of(scene: Scene) -> str | None:
    """Return the exchange that a sentence is about: named, or spoken of before."""
    for event in scene.of_kind(Kind.BODY):
        if known_bodies()[event.value].kind == "exchange":
            return event.value
    return scene.memory.exchange


def volumes(scene: Scene) -> Iterator[TradingVolume]:
    """So much was traded, in all or on one market, in a period or on average."""
    exchange = exchange_of(scene)
    money = [found for found in scene.amounts if measures(found, "currency")]
    if exchange is None or not money or not scene.find("volume", "trade"):
        return
    if not scene.find("volume", "spot", "derivatives") and not _trades(scene):
        return
    for found in money:
        for market in _markets(scene, found, len(money)):
            yield TradingVolume(
                exchange=exchange,
                market=market,
                amount=found.amount,
                per=Per(found.per) if found.per else None,
                period=_period(scene),
            )


def _trades(scene: Scene) -> bool:
    """Whether the verb is one of trading itself and not merely of reaching a figure."""
    return bool(scene.find("traded"))


def _markets(scene: Scene, found: FoundAmount, figures: int) -> list[Market]:
    """Return the markets a figure counts; "each" gives it to all that are named.

    Where each market has a figure of its own, the nearer one is meant: "$698 billion
    in spot and $2.5 trillion in derivatives".
    """
    start, end = scene.clause(found.start)
    named = [
        e
        for e in scene.find("spot", "derivatives")
        if start <= e.start < end or e.start < found.start
    ]
    markets = list(dict.fromkeys(Market(e.value) for e in named))
    if 1 < len(markets) <= figures:
        nearest = min(
            named, key=lambda e: max(e.start - found.end, found.start - e.end)
        )
        return [Market(nearest.value)]
    return markets or [Market.TOTAL]


def _period(scene: Scene) -> Period | None:
    """Return the period of the figures: the sentence's own, else the story's."""
    own = scene.periods()
    return own[0] if own else scene.memory.year


def exchanges(scene: Scene) -> Iterator[Exchange]:
    """An exchange, with its kind where the sentence says it."""
    name = exchange_of(scene)
    if name is None:
        return
    kind = None
    if scene.find("centralised"):
        kind = ExchangeKind.CENTRALISED
    elif scene.find("decentralised"):
        kind = ExchangeKind.DECENTRALISED
    if kind or scene.find("exchange_noun"):
        yield Exchange(name=name, kind=kind)


RULES: Final = (
    Rule("volume", frozenset({"volume", "trade", "spot", "derivatives"}), volumes),
    Rule(
        "exchange",
        frozenset({"exchange_noun", "centralised", "decentralised"}),
        exchanges,
    ),
)
