"""Legal status: legal tender, payment, bans, and their end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, AssetCode, CountryCode, asset_code
from ...model import LegalStatus, Sector, Stage, Status
from ...values import Period
from ..actors import acting, actors, listed
from ..lexicon import Event, Kind
from .figures import between, preceded
from .mining import unlawful
from .rule import Rule, asset_near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

# The sectors that qualify an acceptance, and those that qualify a ban.
_PAID: Final = frozenset({"tourism", "merchants", "arms", "taxes", "foreign_trade"})
# A ban that is decided or in force.
_BANNING: Final = frozenset({Stage.IN_EFFECT, Stage.PLANNED})
# Who takes payment for himself and not for the state.
_FIRMS: Final = frozenset({"company_holder", "exchange_noun", "exchange"})
# What a state decides on, even where firms pay.
_OF_STATES: Final = frozenset(
    {"sector.tourism", "sector.taxes", "sector.foreign_trade"}
)
# How far "transactions in crypto" may stand apart, and from the verb that permits them.
_BESIDE: Final = 12
_REACH: Final = 60


def legal_tender(scene: Scene) -> Iterator[LegalStatus]:
    """An asset is made legal tender, or stops being it."""
    triggers = [
        *scene.find("legal_tender"),
        *(_adopts(scene) if "legal_tender" not in scene.concepts else ()),
    ]
    for trigger in triggers:
        asset = _tender(scene, trigger)
        country, part = scene.place(trigger.start)
        if asset is None or country is None or scene.negated(trigger.start):
            continue
        if preceded(scene, trigger.start, "as_word"):
            continue  # "retained the term 'legal tender'"
        stage = scene.stage(trigger.start)
        if stage is Stage.PLANNED and scene.find("first"):
            stage = Stage.IN_EFFECT
        if _repealed(scene, trigger):
            stage = Stage.ENDED
        status = LegalStatus(
            country=country,
            subdivision=part,
            asset=asset,
            status=Status.LEGAL_TENDER,
            period=_since(scene, trigger),
            first=True if "first" in scene.concepts else None,
            stage=stage,
        )
        yield from _until_dropped(scene, trigger, status)
        return
    if not triggers:
        yield from _dropped(scene)


def _repealed(scene: Scene, trigger: Event) -> bool:
    """Whether the law that made it so is gone: `a abrogé la loi qui faisait de`."""
    start, _ = scene.clause(trigger.start)
    laws = [e.start for e in scene.find("law") if e.start < start]
    over = [e.start for e in scene.find("end") if not scene.negated(e.start)]
    return any(place < law for place in over for law in laws[-1:])


def _tender(scene: Scene, trigger: Event) -> AssetCode | None:
    """Return what is legal tender: named, or spoken of before ("the currency")."""
    assets = [e for e in scene.of_kind(Kind.ASSET) if e.value != CRYPTO]
    named = scene.nearest(assets, trigger.start)
    if named is not None:
        return asset_near(scene, named.start)
    spoken = scene.memory.asset
    refers = scene.of_kind(Kind.ASSET) or scene.find("adopt", "asset", "pronoun")
    if not refers or spoken is None or spoken == CRYPTO:
        return None
    return asset_code(spoken)


def _adopts(scene: Scene) -> list[Event]:
    """Return verbs of adopting it, where it is known what for: "adopted the coin"."""
    if scene.memory.tender is None and not scene.find("first"):
        return []
    things = [*scene.of_kind(Kind.ASSET), *scene.find("asset")]
    return [
        verb
        for verb in scene.find("adopt")
        if any(0 < thing.start - verb.end <= _BESIDE for thing in things)
        and acting(scene, verb.start) is not None
    ]


def _until_dropped(
    scene: Scene, trigger: Event, status: LegalStatus
) -> Iterator[LegalStatus]:
    """Yield a status, and its end where a later clause tells of it.

    "made bitcoin legal tender in 2021 before dropping that status in 2025"
    """
    _, end = scene.clause(trigger.start)
    over = [e for e in scene.find("end") if e.start >= end]
    if not over or status.stage is not Stage.IN_EFFECT or scene.negated(over[0].start):
        yield status
        return
    lasting, ended = _over(scene, status, over[0])
    yield lasting
    yield ended.evolve(first=None)


def _dropped(scene: Scene) -> Iterator[LegalStatus]:
    """The law that made it legal tender, or "that status", is given up."""
    country, asset = scene.memory.tender, scene.memory.asset
    if country is None or asset in {None, CRYPTO}:
        return
    for over in scene.find("end"):
        start, end = scene.clause(over.start)
        named = [e for e in scene.find("law", "status") if start <= e.start < end]
        if named and not scene.negated(over.start) and not scene.find("propose"):
            yield LegalStatus(
                country=scene.country(over.start) or country,
                asset=asset_code(asset or CRYPTO),
                status=Status.LEGAL_TENDER,
                period=next(iter(scene.periods(within=(start, end))), None),
                stage=Stage.ENDED,
            )
            return


def tender_of(scene: Scene) -> CountryCode | None:
    """Return the state whose legal tender a sentence is about."""
    if "legal_tender" not in scene.concepts:
        return None
    return scene.country(scene.find("legal_tender")[0].start)


def _since(scene: Scene, trigger: Event) -> Period | None:
    """Return since when a status holds: the one date of its clause or sentence."""
    dates = scene.periods(within=scene.clause(trigger.start)) or scene.periods()
    if len(dates) != 1 or scene.periods("until"):
        return None
    period = dates[0]
    if not period.resolved or "/" in period.edtf:
        return period
    return Period.between(period, None)


def _decided(scene: Scene, trigger: Event, period: Period | None) -> Stage:
    """Say how far a law has come: what will hold from a stated day is decided."""
    stage = scene.stage(trigger.start)
    due = period is not None and bool(scene.find("will")) and stage is Stage.PLANNED
    return Stage.IN_EFFECT if due else stage


def acceptance(scene: Scene) -> Iterator[LegalStatus]:
    """A state, or a body of it, takes or allows payment in virtual assets."""
    for trigger in scene.find("pay_in", "accept", "permit"):
        clause = scene.clause(trigger.start)
        inside = {e.value for e in scene.events if clause[0] <= e.start < clause[1]}
        country, part = scene.place(trigger.start)
        asset = asset_near(scene, trigger.start, within=clause)
        if asset is None and scene.memory.asset is not None:
            # "les accepte en paiement": the pronoun stands for what was spoken of.
            asset = asset_code(scene.memory.asset)
        if not inside & {"payment", "pay_in"} or asset is None or country is None:
            continue
        private = inside & _FIRMS and not inside & _OF_STATES
        if scene.negated(trigger.start) or "ban" in inside or private:
            continue
        sectors = [s for s in scene.vocabulary("sector.", clause) if s in _PAID]
        yield LegalStatus(
            country=country,
            subdivision=part,
            asset=asset,
            status=Status.PAYMENT_ACCEPTED,
            sectors=tuple(Sector(s) for s in sectors),
            body=_acting_body(scene, trigger),
            stage=scene.stage(trigger.start),
        )
        return


def _acting_body(scene: Scene, trigger: Event) -> str | None:
    """Return the public body that is the subject of a verb, by its shape."""
    heads = [e for e in scene.of_kind(Kind.HEAD) if e.start < trigger.start]
    if not heads:
        return None
    start, end = scene.body_at(heads[0], trigger.start)
    name = scene.text(start, end)
    return name if " " in name else None


def bans(scene: Scene) -> Iterator[LegalStatus]:
    """Virtual assets, or something done with them, are forbidden in a country."""
    for trigger in scene.find("ban", "expel"):
        start, end = scene.clause(trigger.start)
        inside = {e.value for e in scene.events if start <= e.start < end}
        mined = _mines(scene, trigger, inside)
        asset = _banned(scene, trigger)
        over = _lifted_later(scene, trigger)
        undone = inside & {"lift_ban", "lift"} and over is None
        spared = inside & {"consider", "unlicensed", "other_mining"}
        if scene.negated(trigger.start) or undone or spared:
            continue
        if trigger.value == "expel" and not _expels_miners(scene, trigger):
            continue
        stage = scene.stage(trigger.start)
        served = {"sector.banking", "exchange_noun"} <= inside
        about = asset or mined or served or trigger.value == "expel"
        asked = any(start <= e.start < trigger.start for e in scene.find("asker"))
        if asked and stage is Stage.PLANNED:
            continue  # "lawmakers want a ban": nobody has decided
        if stage not in _BANNING or not about:
            continue
        period = _since(scene, trigger)
        sectors, restricts = _forbidden(inside, trigger, mined=mined)
        for country, part in _where(scene, trigger):
            status = LegalStatus(
                country=country,
                subdivision=part,
                asset=CRYPTO if mined or asset is None else asset,
                status=Status.RESTRICTED if restricts else Status.BANNED,
                sectors=sectors,
                period=period,
                stage=stage,
            )
            yield from (status,) if over is None else _over(scene, status, over)
        return


def _banned(scene: Scene, trigger: Event) -> AssetCode | None:
    """Return what is forbidden: not what a later clause, or a film, is about."""
    event = scene.nearest(scene.of_kind(Kind.ASSET), trigger.start)
    low = scene.clause(trigger.start)[0] if scene.free_order else trigger.end
    if event is None or between(scene, low, event.start, "about"):
        return None
    start, _ = scene.clause(event.start)
    inside = (e for e in scene.events if e.start >= start and e.kind is not Kind.BREAK)
    opening = next(inside, event)
    coin = opening.kind is Kind.ASSET or opening.value == "mining"
    if start > trigger.start and coin:
        return None  # "banned exports of ore, and miners of bitcoin do not care"
    return asset_near(scene, trigger.start)


def _mines(scene: Scene, trigger: Event, inside: set[str]) -> bool:
    """Whether mining is forbidden: named, "the farms", or "China, which banned it"."""
    if inside & {"mining", "mine_to"}:
        return True
    # "…, which banned trading, still mines": after a comma, it is what is done.
    for deed in scene.find("mine_done") if "mine_done" in inside else ():
        low, high = sorted((trigger.end, deed.start))
        if b"," not in scene.folded[low:high]:
            return True
    if "site" in inside and scene.find("mining", "coin_mining"):
        return True
    start, end = scene.clause(trigger.start)
    objects = [
        e for e in scene.of_kind(Kind.NOUN, Kind.ASSET) if start <= e.start < end
    ]
    relative = any(
        e.start == start and e.value in scene.words("relatives")
        for e in scene.of_kind(Kind.BREAK)
    )
    told = scene.memory.mining is not None and not scene.of_kind(Kind.ASSET)
    return told and relative and not objects


def _lifted_later(scene: Scene, trigger: Event) -> Event | None:
    """Return what ends a ban right after it is told: "a restriction lifted in 2023"."""
    named = [e for e in scene.find("measure", "ban") if e.start >= trigger.end]
    for over in scene.find("lift", "lift_ban", "end"):
        if any(abs(e.start - over.start) <= _REACH for e in named):
            return over if over.start > trigger.end else None
    return None


def _over(scene: Scene, status: LegalStatus, over: Event) -> Iterator[LegalStatus]:
    """Yield a status with the time for which it held, and its end."""
    since = scene.periods(within=(scene.sentence.start, over.start))[:1]
    stopped = scene.periods(within=(over.start, scene.sentence.end))[:1]
    lasted = since[0] if since else None
    if lasted and stopped and lasted.resolved and stopped[0].resolved:
        lasted = Period.between(lasted, stopped[0])
    yield status.evolve(period=lasted)
    end = stopped[0] if stopped else None
    yield status.evolve(period=end, stage=Stage.ENDED)


def _forbidden(
    inside: set[str], trigger: Event, *, mined: bool
) -> tuple[tuple[Sector, ...], bool]:
    """Return what is forbidden, and whether that only restricts the asset itself.

    "banned banks from …" restricts banks; payments may be banned, and trading not.
    """
    if mined or trigger.value == "expel":
        trading = (Sector.TRADING,) if "sector.trading" in inside else ()
        return (*trading, Sector.MINING), False
    if "sector.banking" in inside:
        return (Sector.BANKING,), True
    dealing = inside & {"sector.trading", "buy", "sell", "hold"}
    if inside & {"payment", "pay_in"} and not dealing:
        return (Sector.PAYMENTS,), True
    return (Sector.TRADING,) if "sector.trading" in inside else (), False


def _where(scene: Scene, trigger: Event) -> list[tuple[CountryCode, str | None]]:
    """Return where something is forbidden, all of "in Algeria, Egypt and Morocco"."""
    left = _expelled_from(scene, trigger) if trigger.value == "expel" else None
    if left is not None:
        return [(left, None)]
    spoken = actors(scene, trigger) if trigger.value == "ban" else []
    country, part = scene.place(trigger.start)
    if len(spoken) > 1 and country in {actor.country for actor in spoken}:
        return [(actor.country, actor.part) for actor in spoken]
    _, end = scene.clause(trigger.start)
    named = [e for e in scene.of_kind(Kind.COUNTRY) if trigger.end <= e.start < end]
    if preceded(scene, trigger.start, "former"):
        # "moved to Kazakhstan after the ban in China", and there is none there
        own = [e for e in named if "," not in scene.plain[trigger.end : e.start]][:1]
        return [(CountryCode(e.value), None) for e in own]
    several = listed(scene, named[0]) if named and not spoken else []
    if len(several) > 1:
        return [(CountryCode(event.value), None) for event in several]
    return [(country, part)] if country is not None else []


def _expels_miners(scene: Scene, trigger: Event) -> bool:
    """Whether miners, and nobody else, are driven out: `chasser les mineurs`."""
    _, end = scene.clause(trigger.start)
    driven = [e for e in scene.find("mining") if trigger.end <= e.start < end]
    miners = bool(driven) and not any(unlawful(scene, event) for event in driven)
    return miners or (_expelled_from(scene, trigger) is not None)


def _expelled_from(scene: Scene, trigger: Event) -> CountryCode | None:
    """Return what miners had to leave: `les machines chassées de Chine`."""
    about = scene.find("mining", "site") or scene.memory.mining
    for event in scene.of_kind(Kind.COUNTRY):
        near = 0 < event.start - trigger.end <= _BESIDE
        if about and near and preceded(scene, event.start, "out_of"):
            return CountryCode(event.value)
    return None


def lifted(scene: Scene) -> Iterator[LegalStatus]:
    """A ban is lifted, or virtual assets, or trading in them, are made legal."""
    told = [_lifted_later(scene, ban) for ban in scene.find("ban")]
    undone = [over for over in scene.find("lift") if told and over not in told]
    lawful = scene.find("lift_ban", "legalise")
    for trigger in (*lawful, *undone, *_trade_permits(scene)):
        country, part = scene.place(trigger.start)
        asset = asset_near(scene, trigger.start, within=scene.clause(trigger.start))
        period = _since(scene, trigger)
        stage = _decided(scene, trigger, period)
        if country is None or asset is None or scene.negated(trigger.start):
            continue
        yield LegalStatus(
            country=country,
            subdivision=part,
            asset=asset,
            status=Status.PERMITTED,
            period=period if stage is Stage.IN_EFFECT else None,
            stage=stage,
        )
        return


def _trade_permits(scene: Scene) -> list[Event]:
    """Return the verbs that permit it: "authorised transactions in crypto"."""
    traded = [
        deed.start
        for deed in scene.find("trading_act", "sector.trading")
        for asset in scene.of_kind(Kind.ASSET)
        if 0 < asset.start - deed.end <= _BESIDE
    ]
    return [
        verb
        for verb in scene.find("permit")
        if any(0 < start - verb.end <= _REACH for start in traded)
    ]


RULES: Final = (
    Rule("legal-tender", frozenset({"legal_tender", "adopt", "end"}), legal_tender),
    Rule("acceptance", frozenset({"accept", "permit", "pay_in"}), acceptance),
    Rule("ban", frozenset({"ban", "expel"}), bans),
    Rule("ban-lifted", frozenset({"lift_ban", "lift", "legalise", "permit"}), lifted),
)
