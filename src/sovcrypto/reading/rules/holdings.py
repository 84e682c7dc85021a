"""Reserves, what moves in and out of them, and mining."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, AssetCode, CountryCode
from ...model import (
    Acquisition,
    Action,
    EnergySource,
    HolderKind,
    Mining,
    Reserve,
    ReserveKind,
    ReserveMovement,
    Stage,
)
from ...values import Amount
from ..actors import acting, state_body
from ..language import between_spaces
from ..lexicon import Event, Kind
from ..scene import measures
from . import organisations
from .rule import Rule, asset_near, body_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

# How far from the word "reserve" its asset may stand, in characters.
_REACH: Final = 80
_MOVES: Final = {
    "buy": Action.PURCHASE,
    "sell": Action.SALE,
    "seize": Action.SEIZURE,
    "transfer": Action.TRANSFER,
}


def reserves(scene: Scene) -> Iterator[Reserve]:
    """A reserve of an asset, or a state that holds one."""
    for trigger in scene.find("reserve", "hold"):
        asset = _held_asset(scene, trigger)
        holder = scene.country(trigger.start)
        if asset is None or holder is None or scene.negated(trigger.start):
            continue
        clause = scene.clause(trigger.start)
        if trigger.value == "hold" and not _state_holds(scene, trigger, clause):
            continue
        quantity = _of(scene, asset, trigger.start)
        priced = scene.amount("currency", trigger.start, within=clause)
        body, kind = _holding_body(scene, trigger)
        stage = _reserve_stage(scene, trigger)
        yield Reserve(
            holder=holder,
            body=body,
            asset=asset,
            quantity=quantity,
            value=priced.amount if priced and quantity else None,
            acquisition=_acquired(scene),
            kind=_purpose(scene, trigger),
            holder_kind=kind,
            stage=stage,
            period=scene.when(trigger.start) if stage is Stage.IN_EFFECT else None,
        )


def _held_asset(scene: Scene, trigger: Event) -> AssetCode | None:
    """Return what is held: named near the word, as the clause allows."""
    start, end = scene.clause(trigger.start)
    near = max(start, trigger.start - _REACH), min(end, trigger.end + _REACH)
    if trigger.value == "hold" and not scene.free_order:
        near = trigger.end, near[1]
    return asset_near(scene, trigger.start, within=near)


def _of(scene: Scene, asset: AssetCode, position: int) -> Amount | None:
    start, end = scene.clause(position)
    fitting = [
        found
        for found in scene.amounts
        if found.amount.unit == asset and start <= found.start < end and not found.per
    ]
    # "From 13,000 to 6,000", "by 500 to 6,000": what it came to is what is held.
    ends = between_spaces(scene.section.language, "to")
    reached = [f for f in fitting[1:] if scene.folded.endswith(ends, 0, f.start)]
    nearest = min(fitting, key=lambda f: abs(f.start - position), default=None)
    chosen = reached[-1] if reached else nearest
    return chosen.amount if chosen else None


def _state_holds(scene: Scene, trigger: Event, clause: tuple[int, int]) -> bool:
    """Whether the verb's subject is a state, and neither people nor a company."""
    people = scene.amount("people", trigger.start, within=clause)
    others = scene.find(
        "company_holder", "organisation", "people_hold", "users", "exchange"
    )
    reach = clause[1] if scene.free_order else trigger.start
    private = any(e.start < reach for e in others)
    return people is None and not private and acting(scene, trigger.start) is not None


def _acquired(scene: Scene) -> tuple[Acquisition, ...]:
    if "mine_done" in scene.concepts:
        return (Acquisition.MINING,)
    return (Acquisition.SEIZURE,) if "seize" in scene.concepts else ()


def _purpose(scene: Scene, trigger: Event) -> ReserveKind | None:
    near = trigger.start - 30, trigger.end + 30
    if scene.nearest(scene.find("strategic"), trigger.start, within=near):
        return ReserveKind.STRATEGIC_RESERVE
    if scene.nearest(scene.find("stockpile"), trigger.start, within=near):
        return ReserveKind.STOCKPILE
    return None


def _holding_body(scene: Scene, trigger: Event) -> tuple[str | None, HolderKind | None]:
    """Return whose reserve it is, where a zone or a central bank is named after it."""
    actor = acting(scene, trigger.start)
    company = state_body(scene, actor.end) if actor is not None else None
    if company is not None:
        return company.name, HolderKind.STATE_COMPANY
    around = scene.plain[scene.sentence.start : trigger.end + 60]
    zones = (*scene.memory.zones, *dict(organisations.zones(scene)))
    for name in (*zones, *_short_zones(scene)):
        if name in around:
            return scene.memory.short_forms.get(name, name), HolderKind.ZONE
    start, end = scene.clause(trigger.start)
    near = max(start, trigger.start - 40), min(end, trigger.end + 40)
    if scene.nearest(scene.find("central_bank"), trigger.start, within=near):
        return None, HolderKind.CENTRAL_BANK
    public = scene.nearest(
        scene.find("sovereign", "public"), trigger.start, within=near
    )
    return None, HolderKind.STATE if public else None


def _short_zones(scene: Scene) -> list[str]:
    forms = scene.memory.short_forms.items()
    return [short for short, name in forms if name in scene.memory.zones]


def _reserve_stage(scene: Scene, trigger: Event) -> Stage:
    """A reserve to be built is planned, unless what fills it is done already."""
    stage = scene.stage(trigger.start)
    if stage is not Stage.IN_EFFECT:
        return stage
    start, _ = scene.clause(trigger.start)
    builds = [e for e in scene.find("build") if start <= e.start < trigger.start]
    aims = [e for e in scene.find("purpose") if start <= e.start < trigger.start]
    filled = scene.find("mine_done", "done")
    return Stage.PLANNED if builds and aims and not filled else stage


def movements(scene: Scene) -> Iterator[ReserveMovement]:
    """A state that buys, sells, seizes or moves an asset."""
    for trigger in scene.find(*_MOVES):
        clause = scene.clause(trigger.start)
        before = _REACH if scene.free_order else 20
        low = max(clause[0], trigger.start - before)
        near = low, min(clause[1], trigger.end + _REACH)
        asset = asset_near(scene, trigger.start, within=near)
        actor = acting(scene, trigger.start)
        private = scene.find(
            "company_holder", "people_hold", "users", "exchange_noun", "mining"
        )
        if asset is None or asset == CRYPTO or actor is None or private:
            continue
        holder = scene.country(trigger.start)
        if holder is None or scene.negated(trigger.start):
            continue
        if trigger.value == "seize" and scene.find("hold", "reserve"):
            continue  # how a holding was come by, told as such
        paid = scene.amount("currency", trigger.start, within=clause)
        yield ReserveMovement(
            holder=holder,
            asset=asset,
            action=_MOVES[trigger.value],
            quantity=_bought(scene, asset, trigger),
            value=paid.amount if paid and "reserve" not in scene.concepts else None,
            stage=scene.stage(trigger.start),
            period=scene.when(trigger.start),
        )


def _bought(scene: Scene, asset: AssetCode, trigger: Event) -> Amount | None:
    """Return how much is moved: an amount right after the verb, before any reserve."""
    start, end = scene.clause(trigger.start)
    later = [e.start for e in scene.find("reserve") if e.start > trigger.start]
    low = start if scene.free_order else trigger.start
    limit = min(later, default=end)
    fitting = [
        f for f in scene.amounts if f.amount.unit == asset and low <= f.start < limit
    ]
    return fitting[0].amount if fitting else None


def mining(scene: Scene) -> Iterator[Mining]:
    """Mining in a country, planned or under way, with its power and its energy."""
    if "reject" in scene.concepts and _subsidy(scene):
        yield from _refused_subsidy(scene)
        return
    shares = list(_shares(scene))
    yield from shares
    if shares:
        return
    for trigger in scene.find("mine_done", "mine_to", "mining"):
        country = scene.country(trigger.start)
        stage = _mining_stage(scene, trigger)
        if country is None or stage is None:
            continue
        clause = scene.clause(trigger.start)
        power = scene.amount("power", trigger.start, within=clause)
        energy = scene.vocabulary("energy.", clause) or scene.vocabulary("energy.")
        yield Mining(
            country=country,
            asset=asset_near(scene, trigger.start, within=clause),
            power=power.amount if power else None,
            energy=tuple(EnergySource(e) for e in _specific(energy)),
            surplus=bool(scene.find("surplus")) or None,
            stage=stage,
        )
        return


def _specific(energy: list[str]) -> list[str]:
    """Drop "renewable" where the source itself is named."""
    named = [source for source in energy if source != "renewable"]
    return named or energy


def _mining_stage(scene: Scene, trigger: Event) -> Stage | None:
    """Say whether mining goes on or is planned; None where it is only spoken of."""
    clause = scene.clause(trigger.start)
    inside = [e for e in scene.events if clause[0] <= e.start < clause[1]]
    values = {e.value for e in inside}
    if values & {"ban", "expel", "reject", "supervise", "subsidy"}:
        return None
    stage = scene.stage(trigger.start)
    if trigger.value == "mine_done":
        crypto = any(e.kind is Kind.ASSET for e in inside)
        ended = Stage.ENDED if stage is Stage.ENDED else Stage.IN_EFFECT
        return ended if crypto else None
    if "allocate" in values:
        return Stage.PLANNED
    if trigger.value == "mine_to":
        crypto = any(e.kind is Kind.ASSET for e in inside)
        aims = any(e.value == "purpose" for e in inside if e.start < trigger.start)
        planned = stage is Stage.PLANNED or aims
        return Stage.PLANNED if crypto and planned else None
    if stage is Stage.PLANNED and not scene.negated(trigger.start):
        return stage
    powered = "use" in values and scene.amount("power", trigger.start, within=clause)
    return Stage.IN_EFFECT if powered or "hashrate" in values else None


def _subsidy(scene: Scene) -> bool:
    """Whether cheap power for mining is spoken of, here or right before."""
    here = {"subsidy", "mining"} <= scene.concepts
    return here or (scene.memory.subsidy_asked and "propose" in scene.concepts)


def _refused_subsidy(scene: Scene) -> Iterator[Mining]:
    """Cheap power for mining was asked for, and somebody said no."""
    refusal = scene.find("reject")[0]
    country = scene.subject
    asset = asset_near(scene, refusal.start)
    if country is None or scene.memory.subsidy_asked:
        country = country or scene.memory.country
    if country is not None:
        yield Mining(
            country=country,
            asset=asset,
            subsidised=True,
            stage=Stage.REJECTED,
            decided_by=body_before(scene, refusal.start),
        )


def _shares(scene: Scene) -> Iterator[Mining]:
    """Shares of the network's hash rate, each with the country beside it."""
    if "hashrate" not in scene.concepts:
        return
    latest: dict[CountryCode, Amount] = {}
    for found in scene.amounts:
        named = [e for e in scene.of_kind(Kind.COUNTRY) if e.end <= found.start]
        if measures(found, "share") and named:
            # "from 4% to 35%": the last figure is the one that holds.
            latest[CountryCode(named[-1].value)] = found.amount
    for country, share in latest.items():
        period = scene.when(scene.sentence.start)
        yield Mining(country=country, hashrate_share=share, period=period)


RULES: Final = (
    Rule("reserve", frozenset({"reserve", "hold"}), reserves),
    Rule("movement", frozenset(_MOVES), movements),
    Rule(
        "mining",
        frozenset({"mining", "mine_done", "mine_to", "hashrate", "reject"}),
        mining,
    ),
)
