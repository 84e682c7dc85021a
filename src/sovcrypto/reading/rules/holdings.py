"""Reserves: who holds what, plans to, or will not."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, AssetCode, CountryCode, asset_code
from ...model import (
    Acquisition,
    HolderKind,
    Reserve,
    ReserveKind,
    Stage,
)
from ..actors import (
    PRIVATE,
    Actor,
    acting,
    actors,
    qualifies,
    state_body,
)
from ..bodies import known_bodies
from ..lexicon import Event, Kind
from ..scene import measures
from . import organisations
from .figures import (
    between,
    chosen,
    coins,
    counted,
    dated,
    followed,
    held,
    preceded,
    worth,
)
from .owners import others_own
from .progress import asked_of, planned_one, refused, reserve_stage
from .rule import Rule, asset_near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..amounts import FoundAmount
    from ..scene import Scene

# What stands between the cells of a list, and what says what it lists.
_CELLS: Final = frozenset({b":", b"(", b"", b",", b"-", b"'s"})
_GAP: Final = 5
_LISTED: Final = ("reserve", "holdings", "people_hold", "hold")
# How far from the word "reserve" its asset may stand, in characters.
_REACH: Final = 80
_NEAR: Final = 25
# Closer than any verb between them.
_BESIDE: Final = 2
_NOUNS: Final = frozenset({"reserve", "holdings"})
# What tells of a holding only where its figure follows: `elle compte 6 313 BTC`.
_COUNTING: Final = frozenset({"count", "have", "peak", "leave"})
_HOLDING: Final = ("reserve", "holdings", "hold", "invest", *sorted(_COUNTING))


def reserves(scene: Scene) -> Iterator[Reserve]:
    """A reserve of an asset, or a state that holds one."""
    yield from _told(scene)


# The rule and the memory ask the same of a scene, one right after the other.
@lru_cache(maxsize=1)
def _told(scene: Scene) -> tuple[Reserve, ...]:
    return tuple(_reserves(scene))


def _reserves(scene: Scene) -> Iterator[Reserve]:
    for trigger in scene.find(*_HOLDING):
        assets = _assets(scene, trigger)
        if not assets or _denied(scene, trigger):
            continue
        owners = _owners(scene, trigger)
        for asset, found in assets.items():
            for index, owner in enumerate(owners):
                # "hold 12,000 BTC and 6,200 BTC respectively": to each its own.
                each = len(found) == len(owners)
                if len(owners) == 1:
                    quantity = chosen(found, trigger.start)
                else:
                    quantity = found[index] if each else None
                yield _reserve(scene, trigger, owner, asset, quantity)


def _denied(scene: Scene, trigger: Event) -> bool:
    """Whether there is none, and nobody refuses to have one."""
    if scene.find("indirect", "unfounded"):
        return True
    return (
        scene.negated(trigger.start)
        and not planned_one(scene, trigger)
        and not refused(scene, trigger)
    )


def _reserve(
    scene: Scene,
    trigger: Event,
    owner: Actor,
    asset: AssetCode,
    found: FoundAmount | None,
) -> Reserve:
    body, kind = _holding_body(scene, trigger, owner)
    stage = reserve_stage(scene, trigger)
    number = None if found else counted(scene, trigger)
    return Reserve(
        holder=owner.country,
        subdivision=owner.part,
        body=body,
        asset=asset,
        quantity=found.amount if found else number[1] if number else None,
        value=worth(scene, trigger, found),
        acquisition=_acquired(scene),
        kind=_purpose(scene, trigger),
        holder_kind=kind,
        stage=stage,
        period=dated(scene, trigger) if stage is Stage.IN_EFFECT else None,
    )


def _owners(scene: Scene, trigger: Event) -> list[Actor]:
    """Return whose it is: who holds, or whose reserve is spoken of."""
    if trigger.value in {"hold", "have", "invest", "count"}:
        forbidden = [e for e in scene.find("ban") if e.start < trigger.start]
        return [] if forbidden else actors(scene, trigger) or asked_of(scene, trigger)
    if trigger.value == "holdings" and not _possessed(scene, trigger):
        return []
    if trigger.value in _NOUNS and others_own(scene, trigger):
        return []
    # "The sales leave the country with 5,600 BTC": the object is who holds.
    place = trigger.end + 1 if trigger.value == "leave" else trigger.start
    country, part = scene.place(place)
    if country is None and part is None:
        country = _of_bank(scene)
    if country is None and part is None and _spoken_of(scene, trigger):
        country = scene.memory.country
    return [Actor(country, part, trigger)] if country is not None else []


def _of_bank(scene: Scene) -> CountryCode | None:
    """Return the state whose central bank is named: "the Bundesbank"."""
    bodies = [known_bodies()[event.value] for event in scene.of_kind(Kind.BODY)]
    banks = [body.country for body in bodies if body.kind == "central_bank"]
    return next((country for country in banks if country is not None), None)


def _spoken_of(scene: Scene, noun: Event) -> bool:
    """Whether a reserve is that of the state spoken of before, which is not named."""
    told = noun.value == "peak" or scene.memory.country_is_subject
    return told or planned_one(scene, noun) or _purpose(scene, noun) is not None


def _possessed(scene: Scene, noun: Event) -> bool:
    """Whether somebody's holdings are meant: "Bhutan's bitcoin holdings", "its"."""
    owners = [
        e
        for e in scene.events
        if e.kind in {Kind.COUNTRY, Kind.ADJECTIVE} or e.value in {"country", "pronoun"}
    ]
    # "3 million Salvadorans use the wallet": people are no owner of holdings.
    people = [(found.start, found.end) for found in scene.amounts]
    owners = [e for e in owners if not any(a <= e.start < b for a, b in people)]
    if preceded(scene, noun.start, "its"):
        # "With 7,000 BTC in its coffers, El Salvador": of the state that is named.
        first = scene.first_named
        if first is None or not qualifies(scene, first):
            return not scene.find(*PRIVATE)
    verbs = [e.start for e in scene.of_kind(Kind.VERB)]
    before = any(
        0 <= noun.start - e.end <= _NEAR
        and not any(e.end <= verb < noun.start for verb in verbs)
        for e in owners
    )
    # "Le magot du Bhoutan", "le magot bhoutanais"
    after = any(
        0 <= e.start - noun.end <= _NEAR
        and (preceded(scene, e.start, "of") or e.start == noun.end + 1)
        and b"," not in scene.folded[noun.end : e.start]
        for e in owners
    )
    return before or after


def _assets(scene: Scene, trigger: Event) -> dict[AssetCode, list[FoundAmount]]:
    """Return what is held, with its figures: counted, or named near the word."""
    figures = held(scene, trigger)
    if trigger.value in _COUNTING:
        first = min((f.start for fs in figures.values() for f in fs), default=-1)
        # "has 500 BTC" tells what one has, "has sold 500 BTC" does not, nor does
        # "hat 500 BTC verkauft".
        having = 0 if scene.free_order else _BESIDE
        reach = having if trigger.value == "have" else _NEAR
        return figures if 0 < first - trigger.end < reach else {}
    if figures and trigger.value == "hold":
        return figures
    start, end = scene.clause(trigger.start)
    reach = 2 * _REACH if trigger.value == "invest" else _REACH
    near = max(start, trigger.start - reach), min(end, trigger.end + reach)
    turned = scene.free_order or followed(scene, trigger.end, "by")
    if trigger.value in {"hold", "invest"} and not turned:
        near = trigger.end, near[1]
    asset = asset_near(scene, trigger.start, within=near)
    if asset is None and trigger.value != "hold":
        spoken = scene.nearest(scene.find("asset"), trigger.start, within=near)
        if spoken is not None and scene.memory.asset not in {None, CRYPTO}:
            asset = asset_code(scene.memory.asset or CRYPTO)
        elif scene.memory.asset is not None and _new_one(scene, trigger):
            asset = asset_code(scene.memory.asset)
    if asset is None:
        number = counted(scene, trigger) if trigger.value == "hold" else None
        return {number[0]: []} if number else {}
    named = scene.nearest(scene.of_kind(Kind.ASSET), trigger.start, within=near)
    done = reserve_stage(scene, trigger) is Stage.IN_EFFECT
    money = trigger.value == "invest" and done
    if money and not _puts_money(scene, trigger, named):
        return {}  # "placed crypto under supervision"
    apart = named is not None and between(scene, trigger.end, named.start, "apart")
    if trigger.value == "hold" and apart:
        return {}  # "holds talks on bitcoin"
    return figures if asset in figures else {asset: []}


def _new_one(scene: Scene, noun: Event) -> bool:
    """Whether a national reserve is asked for or refused: of what was spoken of."""
    low, high = noun.start - _NEAR, noun.end + _NEAR
    kinds = scene.find("sovereign", "strategic")
    near = any(low <= e.start < high and e.start != noun.start for e in kinds)
    return near and reserve_stage(scene, noun) is not Stage.IN_EFFECT


def _puts_money(scene: Scene, trigger: Event, asset: Event | None) -> bool:
    """Whether money, or a share of it, stands between a verb and an asset."""
    end = asset.start if asset is not None else scene.sentence.end
    return any(
        trigger.end <= found.start < end
        for found in scene.amounts
        if measures(found, "currency") or measures(found, "share")
    )


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


def _holding_body(
    scene: Scene, trigger: Event, owner: Actor
) -> tuple[str | None, HolderKind | None]:
    """Return whose reserve it is, where a zone or a central bank is named after it."""
    if owner.event.kind is Kind.BODY:
        return owner.event.value, HolderKind.STATE_COMPANY
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


def tables(scene: Scene) -> Iterator[Reserve]:
    """A list of who holds how much: "Bhutan: 11,924 BTC", "China (190,000 BTC)".

    It is one of holdings if the sentence says so, or the one before it did.
    """
    context = scene.find(*_LISTED) or scene.memory.holdings_told
    amounts = [found for found in scene.amounts if measures(found, "asset")]
    if not context or not amounts or scene.negated(amounts[0].start):
        return
    ends = {
        event.end: event
        for event in scene.of_kind(Kind.COUNTRY)
        if scene.place(event.start) == (event.value, None)
    }
    for found in amounts:
        for gap in range(1, _GAP):
            event = ends.get(found.start - gap)
            between_them = scene.folded[found.start - gap : found.start].strip()
            if event is not None and between_them in _CELLS:
                yield Reserve(
                    holder=CountryCode(event.value),
                    asset=asset_code(found.amount.unit),
                    quantity=found.amount,
                )


def leaders(scene: Scene) -> Iterator[Reserve]:
    """Who holds most: "with 207,189 coins, Bhutan is the largest state holder"."""
    for trigger in scene.find("top_holder"):
        country = scene.country(trigger.start)
        named = scene.of_kind(Kind.COUNTRY, Kind.ADJECTIVE) or scene.find("country")
        asset = asset_near(scene, trigger.start)
        known = asset_code(scene.memory.asset) if scene.memory.asset else None
        asset = asset or known
        if country is None or asset is None or not named or scene.find(*PRIVATE):
            continue
        counted_ = [f for f in scene.amounts if f.amount.unit == asset]
        if not scene.negated(trigger.start):
            yield Reserve(
                holder=country,
                asset=asset,
                quantity=counted_[0].amount if counted_ else coins(scene, asset),
            )
            return


def tells_holdings(scene: Scene) -> bool:
    """Whether a sentence lists holdings, so that the next one may go on."""
    told = scene.find(*_LISTED) or scene.memory.holdings_told
    return bool(told) and any(measures(found, "asset") for found in scene.amounts)


def asked_for(scene: Scene) -> Reserve | None:
    """Return the reserve that a sentence asks for or plans."""
    if scene.concepts.isdisjoint(_NOUNS) or scene.open_question:
        return None
    asked = [r for r in _told(scene) if r.stage in {Stage.PROPOSED, Stage.PLANNED}]
    return asked[-1] if asked else None


def refusals(scene: Scene) -> Iterator[Reserve]:
    """What was asked for is refused: "The government rejected the proposal."."""
    asked = scene.memory.asked
    if asked is None or not scene.concepts.isdisjoint(_NOUNS):
        return
    for noun in _refused_words(scene):
        if scene.stage(noun.start) is Stage.REJECTED and not scene.of_kind(Kind.ASSET):
            named = scene.country(noun.start) if scene.of_kind(Kind.COUNTRY) else None
            yield Reserve(
                holder=named or asked.holder,
                subdivision=None if named else asked.subdivision,
                asset=asked.asset,
                kind=asked.kind,
                stage=Stage.REJECTED,
            )
            return


def _refused_words(scene: Scene) -> list[Event]:
    """Return what stands for what was asked: "the proposal", "it was voted down"."""
    named = list(scene.find("proposal"))
    short = scene.sentence.end - scene.sentence.start < _REACH
    if named or not short or not scene.memory.asked_last:
        return named
    return list(scene.find("reject")) if scene.opens_with_pronoun else []


RULES: Final = (
    Rule("reserve", frozenset(_HOLDING), reserves),
    Rule("reserve-rank", frozenset({"top_holder"}), leaders),
    Rule("refusal", frozenset({"proposal", "reject"}), refusals),
    Rule("reserve-list", frozenset({*_LISTED, "BTC", "ETH"}), tables),
)
