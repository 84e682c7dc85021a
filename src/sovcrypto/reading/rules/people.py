"""Adoption by people, and money lent to states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, AssetCode, CountryCode, asset_code
from ...model import (
    Adoption,
    AdoptionMeasure,
    Agreement,
    AgreementForm,
    Condition,
    Financing,
    Party,
)
from ..bodies import known_bodies
from ..lexicon import Event, Kind
from ..scene import measures
from .figures import preceded
from .rule import Rule, asset_near

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..amounts import FoundAmount
    from ..scene import Scene


# As long as " of the ", " des ".
_OF: Final = 8


def adoption(scene: Scene) -> Iterator[Adoption]:
    """So many people of a country, or such a share of them, hold or use assets."""
    verbs = scene.find("hold", "use", "users", "people_hold")
    rates = _rates(scene) or (verbs and _population(scene))
    asset = _asset(scene, verbs or rates)
    if asset is None:
        return
    # "Use or own" is the wider of the two.
    used = any(e.value in {"use", "users"} for e in verbs)
    measure = AdoptionMeasure.USERS if used or not verbs else AdoptionMeasure.HOLDERS
    people = [found for found in scene.amounts if measures(found, "people")]
    for found in people if verbs else ():
        country = _people_of(scene, found)
        if country is not None:
            yield Adoption(
                country=country,
                asset=asset,
                measure=measure,
                quantity=found.amount,
                period=scene.when(found.start),
            )
    for found in scene.amounts if rates and not people else ():
        country = _share_of(scene, found)
        denied = bool(scene.find("negation"))
        denied = denied or not scene.of_kind(Kind.ASSET, Kind.COUNTRY)
        # "8% of Salvadorans, down from 26%": what it was before is no claim of today.
        former = preceded(scene, found.start, "former")
        if measures(found, "share") and country is not None and not (denied or former):
            yield Adoption(
                country=country, asset=asset, measure=measure, share=found.amount
            )


def _population(scene: Scene) -> Sequence[Event]:
    """Return what a share is of: "of the population", "of Nigerians"."""
    ends = [found.end for found in scene.amounts if measures(found, "share")]
    people = [
        event
        for event in scene.of_kind(Kind.ADJECTIVE)
        if any(0 < event.start - end <= _OF for end in ends)
    ]
    return scene.find("population") or people


def _rates(scene: Scene) -> Sequence[Event]:
    """Return what names a rate of adoption: "adoption rate", "27% adoption"."""
    ends = {found.end for found in scene.amounts}
    beside = [e for e in scene.find("adoption") if {e.start, e.start - 1} & ends]
    return scene.find("adoption_rate") or beside


def _asset(scene: Scene, triggers: Sequence[Event]) -> AssetCode | None:
    """Return what is held: named, or spoken of before ("en détiennent", "users")."""
    if not triggers:
        return None
    named = asset_near(scene, triggers[0].start)
    if named is not None:
        return named
    if scene.find("stablecoin"):
        return CRYPTO
    remembered = scene.memory.asset
    return asset_code(remembered) if remembered is not None else None


def _share_of(scene: Scene, found: FoundAmount) -> CountryCode | None:
    """Return whose people the share is of: named right after it, else before."""
    for event in scene.of_kind(Kind.ADJECTIVE):
        if 0 < event.start - found.end <= _OF:
            return CountryCode(event.value)
    before = [e for e in scene.of_kind(Kind.COUNTRY) if e.end <= found.start]
    return CountryCode(before[-1].value) if before else scene.country(found.start)


def _people_of(scene: Scene, found: FoundAmount) -> CountryCode | None:
    """Return whose people they are: named within the amount, else by the sentence."""
    inside = [
        e for e in scene.of_kind(Kind.ADJECTIVE) if found.start <= e.start < found.end
    ]
    if inside:
        return CountryCode(inside[-1].value)
    firms = [e for e in scene.of_kind(Kind.BODY) if e.start < found.start]
    named = any(known_bodies()[e.value].kind == "exchange" for e in firms)
    if named or scene.find("exchange_noun", "exchange", "organisation"):
        return None  # the users of a firm: "the platform has 6 million users"
    return scene.country(found.start) or scene.subject


def financing(scene: Scene) -> Iterator[Financing]:
    """A lender lends to a state."""
    loans = scene.find("loan", "loan_agreement", "lend")
    lenders = [e for e in scene.of_kind(Kind.BODY) if known_bodies()[e.value].lends]
    spoken = scene.memory.lender if scene.find("lender") else None
    lender = lenders[0].value if lenders else spoken
    if not loans or lender is None:
        return
    trigger = loans[0]
    borrower = scene.country(trigger.start) or scene.subject
    money = scene.amount("currency", trigger.start)
    if borrower is None or (money is None and not scene.find("obtain")):
        return
    granted = scene.find("obtain")
    if any(scene.negated(event.start) for event in (*granted, trigger)):
        return
    until = scene.periods("until")
    yield Financing(
        lender=lender,
        borrower=borrower,
        amount=money.amount if money else None,
        until=until[0] if until else None,
        period=scene.when(trigger.start),
        conditions=tuple(Condition(c) for c in scene.vocabulary("condition.")),
        stage=scene.stage(trigger.start),
    )


def loan_agreements(scene: Scene) -> Iterator[Agreement]:
    """A loan that is agreed on is an agreement of the lender and the state, too."""
    if not scene.find("agreement_noun", "loan_agreement", "agree"):
        return
    for loan in financing(scene):
        yield Agreement(
            parties=(Party(country=loan.borrower), Party(name=loan.lender)),
            form=AgreementForm.LOAN,
            signed=next(iter(scene.periods("in")), None),
            stage=loan.stage,
        )


RULES: Final = (
    Rule(
        "adoption",
        frozenset(
            {
                "hold",
                "use",
                "users",
                "people_hold",
                "adoption_rate",
                "adoption",
                "population",
            }
        ),
        adoption,
    ),
    Rule("financing", frozenset({"loan", "loan_agreement", "lend"}), financing),
    Rule("loan-agreement", frozenset({"loan", "loan_agreement"}), loan_agreements),
)
