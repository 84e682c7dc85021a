"""Mining in a country, its power and its energy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import EnergySource, Mining, Stage
from ...values import Amount
from ..lexicon import Event, Kind
from ..scene import measures
from .rule import Rule, asset_near, body_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene


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
    stage: Stage | None = scene.stage(trigger.start)
    crypto = any(e.kind is Kind.ASSET for e in inside)
    if trigger.value == "mine_done":
        ended = Stage.ENDED if stage is Stage.ENDED else Stage.IN_EFFECT
        return ended if crypto else None
    if "allocate" in values:
        return None if scene.negated(trigger.start) else Stage.PLANNED
    if trigger.value == "mine_to":
        if stage is not Stage.ENDED:  # "dejó de minar" ended it
            aims = any(e.value == "purpose" for e in inside if e.start < trigger.start)
            planned = stage is Stage.PLANNED or aims
            stage = Stage.PLANNED if planned else None
        return stage if crypto else None
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
        if not measures(found, "share"):
            continue
        states = scene.of_kind(Kind.COUNTRY)
        named = [e for e in states if e.end <= found.start][-1:]
        if scene.free_order and not named:
            # "14 Prozent der Hashrate entfallen auf China"
            named = [*states[:1]]
        for state in named:
            # "from 4% to 35%": the last figure is the one that holds.
            latest[CountryCode(state.value)] = found.amount
    for country, share in latest.items():
        period = scene.when(scene.sentence.start)
        yield Mining(country=country, hashrate_share=share, period=period)


RULES: Final = (
    Rule(
        "mining",
        frozenset({"mining", "mine_done", "mine_to", "hashrate", "reject"}),
        mining,
    ),
)
