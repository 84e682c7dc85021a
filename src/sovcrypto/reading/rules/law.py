"""Legal status, regulators and licences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, CountryCode, asset_code
from ...model import (
    LegalStatus,
    Licence,
    LicenceStatus,
    Regulator,
    RegulatorRole,
    Sector,
    Stage,
    Status,
)
from ...values import Period
from ..bodies import known_bodies
from ..folding import fold
from ..lexicon import Event, Kind
from .rule import Rule, asset_near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

# The sectors that qualify an acceptance, and those that qualify a ban.
_PAID: Final = frozenset({"tourism", "merchants", "arms", "taxes", "foreign_trade"})
# How far "transactions in crypto" may stand apart, and from the verb that permits them.
_BESIDE: Final = 12
_REACH: Final = 60


def legal_tender(scene: Scene) -> Iterator[LegalStatus]:
    """An asset is made, or stops being, legal tender."""
    for trigger in scene.find("legal_tender"):
        assets = [e for e in scene.of_kind(Kind.ASSET) if e.value != CRYPTO]
        asset = scene.nearest(assets, trigger.start)
        country = scene.country(trigger.start) or scene.subject
        if asset is None or country is None or scene.negated(trigger.start):
            continue
        stage = scene.stage(trigger.start)
        adopted = scene.find("first")
        if stage is Stage.PLANNED and adopted:
            stage = Stage.IN_EFFECT
        yield LegalStatus(
            country=country,
            asset=asset_near(scene, asset.start) or CRYPTO,
            status=Status.LEGAL_TENDER,
            period=_since(scene),
            first=True if "first" in scene.concepts else None,
            stage=stage,
        )
        return


def _since(scene: Scene) -> Period | None:
    """Return since when a status holds: the one date that the sentence gives."""
    dates = scene.periods()
    if len(dates) != 1 or scene.periods("until"):
        return None
    period = dates[0]
    if not period.resolved or "/" in period.edtf:
        return period
    return Period.between(period, None)


def acceptance(scene: Scene) -> Iterator[LegalStatus]:
    """A state, or a body of it, takes or allows payment in virtual assets."""
    for trigger in scene.find("accept", "permit"):
        clause = scene.clause(trigger.start)
        inside = {e.value for e in scene.events if clause[0] <= e.start < clause[1]}
        country = scene.country(trigger.start)
        asset = asset_near(scene, trigger.start, within=clause)
        if asset is None and scene.memory.asset is not None:
            # "les accepte en paiement": the pronoun stands for what was spoken of.
            asset = asset_code(scene.memory.asset)
        if "payment" not in inside or asset is None or country is None:
            continue
        if scene.negated(trigger.start):
            continue
        sectors = [s for s in scene.vocabulary("sector.", clause) if s in _PAID]
        yield LegalStatus(
            country=country,
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
    """Virtual assets, or mining them, are forbidden in a country."""
    for trigger in scene.find("ban", "expel"):
        clause = scene.clause(trigger.start)
        country = scene.country(trigger.start) or scene.subject
        inside = {e.value for e in scene.events if clause[0] <= e.start < clause[1]}
        asset = asset_near(scene, trigger.start)
        stage = scene.stage(trigger.start)
        of_mining = "mining" in inside
        if country is None or scene.negated(trigger.start):
            continue
        lifts = "lift_ban" in inside
        if lifts or (trigger.value == "expel" and not of_mining):
            continue
        if stage is not Stage.IN_EFFECT or not (asset or of_mining):
            continue
        # "banned banks from …" restricts banks; it does not ban the asset.
        of_banks = "sector.banking" in inside and not of_mining
        yield LegalStatus(
            country=country,
            asset=CRYPTO if of_mining or asset is None else asset,
            status=Status.RESTRICTED if of_banks else Status.BANNED,
            sectors=(
                (Sector.MINING,) if of_mining else (Sector.BANKING,) if of_banks else ()
            ),
            period=_since(scene),
            stage=stage,
        )
        return


def lifted(scene: Scene) -> Iterator[LegalStatus]:
    """A ban is lifted, or virtual assets, or trading in them, are made legal."""
    for trigger in (*scene.find("lift_ban", "legalise"), *_trade_permits(scene)):
        country = scene.country(trigger.start)
        asset = asset_near(scene, trigger.start, within=scene.clause(trigger.start))
        stage = scene.stage(trigger.start)
        if country is None or asset is None or scene.negated(trigger.start):
            continue
        yield LegalStatus(
            country=country,
            asset=asset,
            status=Status.PERMITTED,
            period=_since(scene) if stage is Stage.IN_EFFECT else None,
            stage=stage,
        )
        return


def _trade_permits(scene: Scene) -> list[Event]:
    """Return the verbs that permit it: "authorised transactions in crypto"."""
    traded = [
        deed.start
        for deed in scene.find("trading_act")
        for asset in scene.of_kind(Kind.ASSET)
        if 0 < asset.start - deed.end <= _BESIDE
    ]
    return [
        verb
        for verb in scene.find("permit")
        if any(0 < start - verb.end <= _REACH for start in traded)
    ]


def regulators(scene: Scene) -> Iterator[Regulator]:
    """A body that supervises, known by name or told by its shape and its work."""
    for event in scene.of_kind(Kind.BODY):
        body = known_bodies()[event.value]
        owners = [
            CountryCode(e.value)
            for e in scene.of_kind(Kind.COUNTRY)
            if 0 < event.start - e.end <= len("'s ") or _owns(scene, e, event)
        ]
        if body.kind == "regulator" and body.country is not None:
            yield Regulator(
                name=body.name,
                # "Nigeria's SEC", "la SEC du Nigeria" is not that of the United States.
                country=owners[0] if owners else body.country,
                abbreviation=body.abbreviation,
                founded=_founded(scene),
                roles=_roles(scene),
                stage=scene.stage(event.start),
            )
    yield from _by_shape(scene)


def _owns(scene: Scene, country: Event, body: Event) -> bool:
    between = scene.folded[body.end : country.start].strip()
    return between in {fold(word) for word in scene.words("of")}


def _by_shape(scene: Scene) -> Iterator[Regulator]:
    known = [(e.start, e.end) for e in scene.of_kind(Kind.BODY)]
    supervises = scene.find("regulator_noun", "supervise")
    for head in scene.of_kind(Kind.HEAD):
        start, end = scene.body_at(head, scene.sentence.end)
        telling = any(w in scene.plain[start:end] for w in scene.names("regulators"))
        if any(a <= head.start < b for a, b in known) or not (supervises or telling):
            continue
        within = [
            e
            for e in scene.of_kind(Kind.COUNTRY, Kind.ADJECTIVE)
            if start <= e.start < end
        ]
        country = CountryCode(within[0].value) if within else scene.country(start)
        name = scene.text(start, end)
        # One word is a name where its short form follows: "Finanzmarktaufsicht (FMA)".
        if country is not None and (" " in name or scene.shortened(end)):
            yield Regulator(
                name=name,
                country=country,
                founded=_founded(scene),
                roles=_roles(scene),
                stage=scene.stage(head.start),
            )


def _founded(scene: Scene) -> Period | None:
    """Return when it was set up: the date in the clause of the founding verb."""
    for verb in scene.find("found"):
        dates = scene.periods(within=scene.clause(verb.start)) or scene.periods()
        if len(dates) == 1:
            return dates[0]
    return None


def _roles(scene: Scene) -> tuple[RegulatorRole, ...]:
    return tuple(RegulatorRole(role) for role in scene.vocabulary("role."))


def licences(scene: Scene) -> Iterator[Licence]:
    """An exchange gets, or does not get, an authorisation in a country."""
    nouns = scene.find("licence")
    if not nouns or not scene.find("obtain", "license"):
        return
    trigger = nouns[0]
    named = [
        e
        for e in scene.of_kind(Kind.BODY)
        if known_bodies()[e.value].kind == "exchange"
    ]
    stands_in = scene.find("organisation", "exchange")
    holder = named[0].value if named else scene.memory.exchange if stands_in else None
    countries = scene.of_kind(Kind.COUNTRY)
    country = scene.nearest(countries, trigger.end)
    regulator = next(
        (
            e.value
            for e in scene.of_kind(Kind.BODY)
            if known_bodies()[e.value].kind == "regulator"
        ),
        None,
    )
    if holder is None or (country is None and regulator is None):
        return
    body = known_bodies().get(regulator or "")
    code = CountryCode(country.value) if country else (body.country if body else None)
    yield Licence(
        holder=holder,
        country=code,
        regulator=regulator,
        status=(
            LicenceStatus.NOT_OBTAINED
            if scene.negated(trigger.start)
            else LicenceStatus.AUTHORISED
        ),
    )


_AUTHORITIES: Final = frozenset(
    body.name for body in known_bodies().values() if body.kind == "regulator"
)

_WATCHES: Final = frozenset({"regulator_noun", "supervise", "found", "build"})

RULES: Final = (
    Rule("legal-tender", frozenset({"legal_tender"}), legal_tender),
    Rule("acceptance", frozenset({"accept", "permit"}), acceptance),
    Rule("ban", frozenset({"ban", "expel"}), bans),
    Rule("ban-lifted", frozenset({"lift_ban", "legalise", "permit"}), lifted),
    Rule("regulator", _WATCHES | _AUTHORITIES, regulators),
    Rule("licence", frozenset({"licence"}), licences),
)
