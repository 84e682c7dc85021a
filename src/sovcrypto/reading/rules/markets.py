"""What is traded on exchanges, and their shares of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model import Market, Per, TradingVolume
from ...values import Period
from ..lexicon import Event
from ..scene import measures
from .exchanges import named_exchanges, traders
from .figures import announced, followed, preceded
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..amounts import FoundAmount
    from ..scene import Scene

# What tells of trading by itself.
_TRADED: Final = ("volume", "traded", "spot", "derivatives")
_NO_VOLUME: Final = frozenset({"not_volume", "etf", "all_exchanges"})
# As long as " avec ".
_BESIDE: Final = 7
# How far after a share it may be told what it is of.
_FAR: Final = 60


def volumes(scene: Scene) -> Iterator[TradingVolume]:
    """So much was traded, in all or on one market, in a period or on average."""
    money = [
        found
        for found in scene.amounts
        if measures(found, "currency") and not _dates(scene, found)
    ]
    if not money or not scene.find(*_TRADED, "trade", "trading_act"):
        return
    plainly = bool(scene.find(*_TRADED))
    for found in money:
        # "handled $20m a day" tells of trading, "handled $20m" does not.
        if not plainly and (not found.per or not named_exchanges(scene)):
            continue
        if not _is_volume(scene, found) or _changed(scene, found):
            continue
        if _joint(scene, found):
            continue
        for exchange in traders(scene, found):
            for market in _markets(scene, found, money):
                yield TradingVolume(
                    exchange=exchange,
                    market=market,
                    amount=found.amount,
                    per=_per(scene, found),
                    period=_period(scene),
                )


def _joint(scene: Scene, found: FoundAmount) -> bool:
    """Whether a figure is that of several: "the five exchanges together traded"."""
    return any(
        e.end <= found.start and ";" not in scene.plain[e.end : found.start]
        for e in scene.find("all_exchanges")
    )


def _dates(scene: Scene, found: FoundAmount) -> bool:
    """Whether a figure is rather a year: "rose in 2024 to 1.4 billion"."""
    return any(date.start <= found.start < date.end for date in scene.dates)


def _is_volume(scene: Scene, found: FoundAmount) -> bool:
    """Whether money is what was traded, and no fine, fee, price or loss.

    What is named last before it decides, else what is named first after it.
    """
    if found.per and found.per not in set(Per):
        return False
    start, end = scene.clause(found.start)
    told = scene.find(*_TRADED, "not_volume", "etf", "all_exchanges")
    before = [e for e in told if start <= e.start < found.start]
    after = [e for e in told if found.end <= e.start < end]
    nearest = before[-1] if before else after[0] if after else None
    return nearest is None or nearest.value not in _NO_VOLUME


def _changed(scene: Scene, found: FoundAmount) -> bool:
    """Whether a figure is one of before, or by how much another has changed."""
    if preceded(scene, found.start, "former"):
        return True  # "frente a 432.000 millones"
    if preceded(scene, found.start, "to") or followed(scene, found.start, "to"):
        return False  # "cayó al 5,8 %", "hasta el 41 %": where it came to
    # "clocked up $8 billion" is no change: the word belongs to the verb.
    verbal = any(e.end + 1 == found.start for e in scene.find("trade"))
    changed = preceded(scene, found.start, "change") and not verbal
    return changed or followed(scene, found.end, "change_after")


def _per(scene: Scene, found: FoundAmount) -> Per | None:
    """Return the time of an average: "$4bn a day", "the 24-hour volume"."""
    if found.per:
        return Per(found.per)
    start, end = scene.clause(found.start)
    if any(start <= e.start < end for e in scene.find("daily")):
        return Per.DAY
    monthly = any(
        _adjoins(scene, event, found) and start <= event.start < end
        for event in scene.find("monthly")
    )
    return Per.MONTH if monthly else None


def _adjoins(scene: Scene, event: Event, found: FoundAmount) -> bool:
    """Whether a word stands right after a figure, or before it and after no other."""
    low, high = event.end, found.start
    between_them = any(low <= other.start < high for other in scene.amounts)
    return event.start == found.end + 1 or (low <= high and not between_them)


def _markets(
    scene: Scene, found: FoundAmount, figures: Sequence[FoundAmount]
) -> list[Market]:
    """Return the markets a figure counts; "each" gives it to all that are named.

    Where each market has a figure of its own, they come in one order: "$698 billion in
    spot and $2.5 trillion in derivatives".
    """
    told = [
        e
        for e in scene.find("spot", "derivatives")
        # "139 billion, derivatives included" is all that was traded.
        if not followed(scene, e.end, "included")
        and not preceded(scene, e.start, "including")
    ]
    every = [Market(e.value) for e in told]
    if len(every) > 1 and len(dict.fromkeys(every)) == len(figures):
        return [list(dict.fromkeys(every))[figures.index(found)]]
    start, end = scene.clause(found.start)
    end = scene.sentence.end if announced(scene, found.end) else end
    named = [
        Market(e.value) for e in told if start <= e.start < end or e.start < found.start
    ]
    return list(dict.fromkeys(named)) or [Market.TOTAL]


def _period(scene: Scene, within: tuple[int, int] | None = None) -> Period | None:
    """Return the period of the figures: the sentence's own, else the story's.

    What was traded since January was not traded in January.
    """
    own = scene.periods(within=within)
    if not own:
        return None if within else scene.memory.year
    return None if own[0] in scene.periods("since") else own[0]


def shares(scene: Scene) -> Iterator[TradingVolume]:
    """An exchange has such a share of a market: "its share rose to 39.8%"."""
    if scene.find("hashrate"):
        return
    told = bool(scene.find("share", "traded")) or scene.memory.shares_told
    fitting = [found for found in scene.amounts if measures(found, "share")]
    named = scene.find("spot", "derivatives")
    told_of: dict[tuple[str, Market], list[FoundAmount]] = {}
    for found in fitting:
        start, end = scene.clause(found.start)
        near = any(start <= e.start < end for e in scene.find("share"))
        near = near or _on_market(scene, found)
        told = told or _of_market(scene, found)
        told_before = {e.value for e in scene.events if start <= e.start < found.start}
        linked = told_before & {"trade", "hold", "have"}
        bought = "buy" in told_before and not scene.find("market", "volume")
        if _changed(scene, found) or bought or _joint(scene, found):
            continue  # "bought a share of 20% in a bank"
        if near or (told and (linked or _beside_name(scene, found))):
            for exchange in traders(scene, found)[-1:]:
                # "fell to 32% in March and is back at 41.1%": the last one holds.
                market, *others = _markets(scene, found, fitting)
                if others and not any(start <= e.start < end for e in named):
                    market = Market.TOTAL  # several markets were told of before
                told_of.setdefault((exchange, market), []).append(found)
    for (exchange, market), figures in told_of.items():
        after = (figures[-1].end, scene.sentence.end) if figures[1:] else None
        yield TradingVolume(
            exchange=exchange,
            market=market,
            share=figures[-1].amount,
            period=_period(scene, after),
        )


def _of_market(scene: Scene, found: FoundAmount) -> bool:
    """Whether a share is one of what is traded: "71% of won-denominated trading"."""
    traded = scene.find("volume", "sector.trading", "trading_act", "market")
    return any(0 < event.start - found.end < _FAR for event in traded)


def _on_market(scene: Scene, found: FoundAmount) -> bool:
    """Whether a share is where somebody stands: "kommt am Spotmarkt auf 11 Prozent"."""
    markets = scene.find("spot", "derivatives")
    before = any(0 < found.start - event.end < _FAR for event in markets)
    return before and scene.free_order and preceded(scene, found.start, "to")


def _beside_name(scene: Scene, found: FoundAmount) -> bool:
    """Whether a share stands right after its exchange: "Bybit (12%)", "OKX 8%"."""
    ends = [place + len(name) for place, name in named_exchanges(scene)]
    return any(0 < found.start - end <= _BESIDE for end in ends)


_SHARED: Final = frozenset(
    {"share", "trade", "market", "volume", "spot", "derivatives"}
)

RULES: Final = (
    Rule("volume", frozenset({*_TRADED, "trade", "trading_act"}), volumes),
    Rule("market-share", _SHARED, shares),
)
