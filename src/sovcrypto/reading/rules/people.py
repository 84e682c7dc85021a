"""Adoption by people, and money lent to states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, CountryCode
from ...model import Adoption, AdoptionMeasure, Condition, Financing
from ...values import Period
from ..bodies import known_bodies
from ..lexicon import Kind
from ..scene import measures
from .rule import Rule, asset_near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..quantities import FoundAmount
    from ..scene import Scene


def adoption(scene: Scene) -> Iterator[Adoption]:
    """So many people of a country hold or use virtual assets."""
    verbs = scene.find("hold", "use", "users", "people_hold")
    asset = asset_near(scene, verbs[0].start) if verbs else None
    if not verbs or (asset is None and "users" not in scene.concepts):
        return
    for found in scene.amounts:
        if not measures(found, "people"):
            continue
        country = _people_of(scene, found)
        if country is not None:
            held = any(e.value in {"hold", "people_hold"} for e in verbs)
            yield Adoption(
                country=country,
                asset=asset or CRYPTO,
                measure=AdoptionMeasure.HOLDERS if held else AdoptionMeasure.USERS,
                quantity=found.amount,
                period=_in(scene),
            )


def _people_of(scene: Scene, found: FoundAmount) -> CountryCode | None:
    """Return whose people they are: named within the amount, else by the sentence."""
    inside = [
        e for e in scene.of_kind(Kind.ADJECTIVE) if found.start <= e.start < found.end
    ]
    if inside:
        return CountryCode(inside[-1].value)
    return scene.country(found.start) or scene.subject


def _in(scene: Scene) -> Period | None:
    dates = scene.periods()
    return dates[0] if len(dates) == 1 else None


def financing(scene: Scene) -> Iterator[Financing]:
    """A lender lends to a state."""
    loans = scene.find("loan")
    lenders = [e for e in scene.of_kind(Kind.BODY) if known_bodies()[e.value].lends]
    if not loans or not lenders:
        return
    trigger = loans[0]
    borrower = scene.country(trigger.start) or scene.subject
    money = scene.amount("currency", trigger.start)
    if borrower is None or (money is None and not scene.find("obtain")):
        return
    until = scene.periods("until")
    yield Financing(
        lender=lenders[0].value,
        borrower=borrower,
        amount=money.amount if money else None,
        until=until[0] if until else None,
        conditions=tuple(Condition(c) for c in scene.vocabulary("condition.")),
        stage=scene.stage(trigger.start),
    )


RULES: Final = (
    Rule("adoption", frozenset({"hold", "use", "users", "people_hold"}), adoption),
    Rule("financing", frozenset({"loan"}), financing),
)
