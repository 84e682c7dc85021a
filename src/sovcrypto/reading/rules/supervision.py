"""Regulators, and the licences that they give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Licence, LicenceStatus, Regulator, RegulatorRole
from ...values import Period
from ..bodies import known_bodies
from ..folding import fold
from ..lexicon import Event, Kind
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene


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
        if any(a < end and start < b for a, b in known) or not (supervises or telling):
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
    Rule("regulator", _WATCHES | _AUTHORITIES, regulators),
    Rule("licence", frozenset({"licence"}), licences),
)
