"""Mining in a country, its power and its energy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import AssetCode, CountryCode
from ...model import EnergySource, Mining, Stage
from ..actors import actors, listed
from ..language import folded_words
from ..lexicon import Event, Kind
from ..scene import measures
from .figures import between, followed, preceded
from .hashrate import MINED, adjectives, ranked, shares
from .rule import Rule, asset_near, body_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..amounts import FoundAmount
    from ..scene import Scene

# What is about mining in a story of mining.
_SITES: Final = ("capacity", "site", "machines")
# Where mining is spoken of and nothing said of how far it has come.
_OTHERWISE: Final = frozenset(
    {"ban", "expel", "reject", "supervise", "subsidy", "legalise", "lift_ban"}
)
_TOLD: Final = frozenset({Stage.IN_EFFECT, Stage.PLANNED})
# As long as " des ".
_ARTICLE: Final = 5
# How far after "extract" the coins stand that have been mined.
_BESIDE: Final = 24


def mining(scene: Scene) -> Iterator[Mining]:
    """Mining in a country, planned or under way, with its power and its energy."""
    if "reject" in scene.concepts and _subsidy(scene):
        yield from _refused_subsidy(scene)
        return
    told = list(shares(scene)) or list(ranked(scene))
    yield from told
    if told:
        return
    for trigger in _triggers(scene):
        stage = _mining_stage(scene, trigger)
        if stage is None:
            continue
        for country, part in _where(scene, trigger):
            yield _mined(scene, trigger, country, part, stage)
            if stage is Stage.IN_EFFECT:
                yield from _to_come(scene, trigger, country)
        return
    yield from _on_site(scene)


def _triggers(scene: Scene) -> list[Event]:
    """Return words of mining, else of coins: "produces bitcoin", "bitcoin farms"."""
    coins = scene.of_kind(Kind.ASSET)
    made = [
        event
        for event in scene.find("produce")
        if any(0 < coin.start - event.end <= _ARTICLE for coin in coins)
    ]
    sites = [
        event
        for event in scene.find(*_SITES)
        if any(
            0 < coin.start - event.end <= _ARTICLE or 0 <= event.start - coin.end <= 1
            for coin in coins
        )
    ]
    powered = any(measures(found, "power") for found in scene.amounts)
    return [*scene.find(*MINED)] or made or (sites if powered else [])


def _where(scene: Scene, trigger: Event) -> list[tuple[CountryCode, str | None]]:
    """Return where mining goes on: all states that mine, or where it is placed."""
    if trigger.kind is Kind.VERB:
        states = actors(scene, trigger)
        if len(states) > 1:
            return [(state.country, state.part) for state in states]
    after = [e for e in scene.of_kind(Kind.COUNTRY) if e.start > trigger.end]
    several = listed(scene, after[0]) if after else []
    country, part = scene.place(trigger.start)
    if len(several) > 1 and country == several[0].value:
        return [(CountryCode(event.value), None) for event in several]
    if country is not None and _compared(scene, country):
        country = None if scene.find("world") else scene.memory.mining
    elif country is not None and _owned(scene, country):
        country = _told_of(scene) or country
    elif country is None and _power(scene, trigger) is not None:
        country = _told_of(scene)
    return [(country, part)] if country is not None else []


def _told_of(scene: Scene) -> CountryCode | None:
    """Return the state whose mining the story speaks of, if none else is named."""
    memory = scene.memory
    coins = memory.asset or scene.of_kind(Kind.ASSET)
    spoken = memory.mining or (coins and scene.find("machines"))
    if not spoken or scene.first_named is not None:
        return None
    return memory.heading or memory.mining


def _owned(scene: Scene, country: CountryCode) -> bool:
    """Whether a state only owns those who mine elsewhere: "Chinese-owned firms"."""
    firms = [e.start for e in scene.find("company_holder")]
    ends = [e.end for e in scene.find("company_holder")]
    adjectives = [e for e in scene.of_kind(Kind.ADJECTIVE) if e.value == country]
    named = scene.of_kind(Kind.COUNTRY, Kind.CAPITAL, Kind.PART)
    return (
        not named
        and bool(adjectives)
        and all(
            scene.folded[e.end : e.end + 1] == b"-"
            or e.end + 1 in firms
            or e.start - 1 in ends
            for e in adjectives
        )
    )


def _compared(scene: Scene, country: CountryCode) -> bool:
    """Whether a state is only named for its size: "as much power as Argentina"."""
    named = [e for e in scene.of_kind(Kind.COUNTRY) if e.value == country]
    return bool(named) and all(
        preceded(scene, event.start, "like")
        and between(scene, scene.clause(event.start)[0], event.start, "as_much")
        for event in named
    )


def unlawful(scene: Scene, trigger: Event) -> bool:
    """Whether those who mine do so in secret: "illegal miners", not "is illegal"."""
    of = folded_words(scene.section.language, "text", "of")
    coins = {scene.folded[e.start : e.end] for e in scene.of_kind(Kind.ASSET)}
    links = {b"", *of, *coins}
    return any(
        scene.folded[low:high].strip() in links
        for event in scene.find("unlawful")
        for low, high in [_gap(event, trigger)]
        if 0 <= high - low <= _BESIDE
    )


def _gap(event: Event, other: Event) -> tuple[int, int]:
    first, last = sorted((event, other))
    return first.end, last.start


def _mined(
    scene: Scene, trigger: Event, country: CountryCode, part: str | None, stage: Stage
) -> Mining:
    clause = scene.clause(trigger.start)
    power = _power(scene, trigger)
    energy = scene.vocabulary("energy.", clause) or scene.vocabulary("energy.")
    return Mining(
        country=country,
        subdivision=part,
        asset=asset_near(scene, trigger.start, within=clause),
        power=power.amount if power else None,
        energy=tuple(EnergySource(e) for e in _specific(energy)),
        surplus=bool(scene.find("surplus")) or None,
        stage=stage,
    )


def _to_come(scene: Scene, trigger: Event, country: CountryCode) -> Iterator[Mining]:
    """Yield what those who mine will draw: "mines since 2019, and wants 600 MW"."""
    _, end = scene.clause(trigger.start)
    for found in scene.amounts:
        later = found.start >= end and measures(found, "power")
        if later and scene.stage(found.start) is Stage.PLANNED:
            yield Mining(country=country, power=found.amount, stage=Stage.PLANNED)


def _power(scene: Scene, trigger: Event) -> FoundAmount | None:
    """Return the power that a clause tells of, else the only one of the sentence."""
    clause = scene.clause(trigger.start)
    inside = scene.amount("power", trigger.start, within=clause)
    every = [found for found in scene.amounts if measures(found, "power")]
    if inside is not None or len(every) != 1:
        return inside
    # "mines with hydropower and wants to draw 600 MW": not yet.
    together = scene.stage(every[0].start) is scene.stage(trigger.start)
    return every[0] if together else None


def _specific(energy: list[str]) -> list[str]:
    """Drop "renewable" where the source itself is named."""
    named = [source for source in energy if source != "renewable"]
    return named or energy


def _mining_stage(scene: Scene, trigger: Event) -> Stage | None:
    """Say whether mining goes on or is planned; None where it is only spoken of."""
    start, end = scene.clause(trigger.start)
    inside = [e for e in scene.events if start <= e.start < end]
    values = {e.value for e in inside}
    if unlawful(scene, trigger):
        values.discard("ban")
    stage = scene.stage(trigger.start)
    if stage is Stage.IN_EFFECT and _to_build(scene, start, trigger):
        stage = Stage.PLANNED
    spoken = scene.memory.asset is not None and scene.vocabulary("energy.")
    told = scene.memory.mining is not None and trigger.value == "mine_to"
    told = told or (scene.memory.asset is not None and _alone(scene, trigger))
    crypto = told or bool(spoken) or any(e.kind is Kind.ASSET for e in inside)
    if trigger.value in {"mine_done", "mine_to"} and stage is Stage.ENDED:
        return stage if crypto else None
    if values & _OTHERWISE or scene.negated(trigger.start) or _banned(scene, trigger):
        return None
    done = trigger.value in {"mine_done", "produce"}
    if done and "allocate" not in values:
        return stage if crypto and stage in _TOLD else None
    if trigger.value == "mine_to" and "allocate" not in values:
        return _mine_to_stage(scene, trigger, values, stage) if crypto else None
    offered = "offer" in values and _power(scene, trigger) is not None
    if "allocate" in values or offered or stage is Stage.PLANNED:
        return None if "levy" in values else Stage.PLANNED
    goes_on = stage is Stage.IN_EFFECT and _goes_on(scene, trigger, values)
    return Stage.IN_EFFECT if goes_on else None


def _banned(scene: Scene, trigger: Event) -> bool:
    """Whether a ban goes on to it: "illegal to own, trade or mine"."""
    aims = {e.start for e in scene.find("purpose")}
    bans = [e for e in scene.find("ban") if e.end + 1 in aims]
    named = [*scene.of_kind(Kind.COUNTRY), *scene.find("pronoun", "country")]
    return any(
        ban.start < trigger.start
        and not any(ban.end < e.start < trigger.start for e in named)
        for ban in bans
    )


def _alone(scene: Scene, trigger: Event) -> bool:
    """Whether a state mines, and the verb has no object: "it took up mining, …"."""
    if trigger.kind is not Kind.VERB or not actors(scene, trigger):
        return False
    end = trigger.end
    dates = any(0 < date.start - end <= _BESIDE // 2 for date in scene.dates)
    done = any(0 < e.start - end <= 1 for e in scene.find("done"))
    power = _power(scene, trigger) is not None
    closed = scene.folded[end : end + 1] in {b"", b".", b",", b";", b":", b"\n"}
    return closed or dates or done or power or followed(scene, end, "with")


def _goes_on(scene: Scene, trigger: Event, values: set[str]) -> bool:
    """Whether miners do something, or draw power, or have their share."""
    powered = _power(scene, trigger) is not None
    about = (
        powered
        or scene.memory.mining is not None
        or scene.memory.asset is not None
        or bool(scene.of_kind(Kind.ASSET) or scene.find("coin_mining"))
    )
    site = powered and trigger.value in _SITES
    # "has opened a mining facility"
    site = site or ("found" in values and bool(scene.find("done")))
    runs = site or ("use" in values and powered) or ("operate" in values and about)
    agents = trigger.start in {e.start for e in scene.find("miners")}
    there = agents and ("license" in values or _settled(scene, trigger))
    return runs or there or "hashrate" in values


def _to_build(scene: Scene, start: int, trigger: Event) -> bool:
    """Whether something is to be built: "a deal to build a 200 MW mine"."""
    aims = {e.end + 1 for e in scene.find("purpose")}
    built = [e.start for e in scene.find("build") if e.start in aims]
    return any(start <= place < trigger.start for place in built)


def _settled(scene: Scene, trigger: Event) -> bool:
    """Whether miners are those of a state: "miners in Ethiopia", "Russian miners"."""
    language = scene.section.language
    within = {w for key in ("in", "of") for w in folded_words(language, "text", key)}
    return bool(adjectives(scene, trigger)) or any(
        scene.folded[trigger.end : e.start].strip() in within
        for e in scene.of_kind(Kind.COUNTRY)
        if 0 < e.start - trigger.end <= _BESIDE
    )


def _mine_to_stage(
    scene: Scene, trigger: Event, values: set[str], stage: Stage
) -> Stage | None:
    coins = [
        found
        for found in scene.amounts
        if measures(found, "asset") and 0 < found.start - trigger.end < _BESIDE
    ]
    if "begin" in values or (coins and stage is Stage.IN_EFFECT):
        return Stage.IN_EFFECT
    aims = [e for e in scene.find("purpose", "permit") if e.start < trigger.start]
    used = [e.start for e in scene.find("use") if e.start < trigger.start]
    energy = scene.vocabulary("energy.") or scene.find("energy_noun")
    if used and energy and stage is Stage.IN_EFFECT:
        # "uses hydropower to mine", and not "a law to use it to mine"
        early = any(e.start < used[0] for e in aims)
        return None if early or scene.negated(used[0]) else stage
    aims = [e for e in aims if not scene.negated(e.start)]
    return Stage.PLANNED if stage is Stage.PLANNED or aims else None


def _on_site(scene: Scene) -> Iterator[Mining]:
    """In a story of mining, what a site draws now and will draw.

    "wants to raise capacity to 600 MW, from 100 MW at present"
    """
    triggers = scene.find(*_SITES, "mining")
    powers = [found for found in scene.amounts if measures(found, "power")]
    country = _told_of(scene) or scene.memory.mining
    told = (
        scene.memory.mining is not None
        or bool(scene.find("mining") or scene.of_kind(Kind.ASSET))
        or (scene.memory.asset is not None and bool(scene.find("machines")))
    )
    if not triggers or not powers or not told or _power_alone(scene):
        return
    named = scene.first_named
    if named is not None or country is None:
        country, part = scene.place(triggers[0].start)
        if country is None or part is not None or _owned(scene, country):
            return
    for found in powers[:2]:
        now = followed(scene, found.end, "at_present")
        past = preceded(scene, found.start, "former") and not now
        stage = Stage.IN_EFFECT if now else scene.stage(found.start)
        energy = scene.vocabulary("energy.", scene.clause(found.start))
        if not past and stage in {Stage.IN_EFFECT, Stage.PLANNED}:
            yield Mining(
                country=country,
                asset=_coin(scene, triggers[0]),
                power=found.amount,
                energy=tuple(EnergySource(e) for e in _specific(energy)),
                stage=stage,
            )


def _power_alone(scene: Scene) -> bool:
    """Whether power is that of a dam or of other computers: nobody mines with it."""
    other = scene.vocabulary("energy.") or scene.find("subject.ai_computing", "plant")
    return bool(other) and not scene.find(*MINED, "miners", "site", "machines")


def _coin(scene: Scene, trigger: Event) -> AssetCode | None:
    if trigger.value != "mining":
        return None
    return asset_near(scene, trigger.start, within=scene.clause(trigger.start))


def mining_of(scene: Scene) -> CountryCode | None:
    """Return the state whose mining a sentence speaks of."""
    spoken = scene.find(*MINED, "hashrate")
    return scene.country(spoken[0].start) if spoken else None


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


RULES: Final = (
    Rule(
        "mining",
        frozenset({*MINED, *_SITES, "produce", "hashrate", "reject", "rank"}),
        mining,
    ),
)
