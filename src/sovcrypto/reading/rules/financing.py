"""Money lent to states by the IMF, the World Bank and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CountryCode
from ...model import Agreement, AgreementForm, Condition, Financing, Party, Stage
from ..bodies import known_bodies
from ..lexicon import Event, Kind
from ..scene import measures
from .figures import preceded
from .parties import lenders, private
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..amounts import FoundAmount
    from ..scene import Scene

# How near the lender "programme" stands, a word for much else: "its IMF programme".
_NEAR: Final = 24
# As long as " of up to ".
_OF: Final = 10
_STATES: Final = (Kind.COUNTRY, Kind.CAPITAL, Kind.ADJECTIVE)
_LENT: Final = frozenset({"obtain", "lend", "agree", "sign"})


def financing(scene: Scene) -> Iterator[Financing]:
    """A lender lends to a state: "Pakistan secured a $7 billion loan from the IMF"."""
    lender = _lender(scene)
    trigger = _trigger(scene) if lender is not None else None
    if lender is None or trigger is None:
        return
    borrower = _borrower(scene, trigger)
    money = _money(scene, trigger)
    granted = scene.find("obtain", "lend")
    if borrower is None or (money is None and not granted):
        return
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
        stage=_stage(scene, trigger),
    )


def _lender(scene: Scene) -> str | None:
    named = lenders(scene)
    if named:
        return named[0].value
    memory = scene.memory
    # "The IMF is watching. It approved a loan": a pronoun that is no state's.
    named_states = scene.of_kind(Kind.COUNTRY, Kind.CAPITAL)
    given = any(preceded(scene, e.start, "recipient") for e in named_states)
    meant = scene.opens_with_pronoun and (given or not memory.country_is_subject)
    lent = scene.find("obtain", "lend") and scene.find("loan", "loan_agreement")
    return memory.lender if scene.find("lender") or (meant and lent) else None


def _trigger(scene: Scene) -> Event | None:
    """Return the word for a loan, or the verb by which money is lent.

    "The programme of the IMF" is one, "a $425 million bitcoin programme" is not;
    "received $1 billion from the IMF" does without a noun.
    """
    loans = scene.find("loan", "loan_agreement")
    if loans:
        return loans[0]
    bodies = lenders(scene)
    aid = scene.find("aid", "agreement_noun", "agreement")
    done = any(e.value in _LENT for e in scene.find(*_LENT))
    for noun in aid:
        near = any(
            noun.start - _NEAR < body.end and body.start < noun.end + _NEAR
            for body in bodies
        )
        money = scene.amount("currency", noun.start)
        paid = money is not None
        # "Its $7 billion programme", "un programme de 7 milliards"
        near = near or (money is not None and _of_money(noun, money))
        if paid and (near or (done and noun.value == "aid")):
            return noun
    money = scene.amount("currency", scene.sentence.start)
    if money is None:
        return None
    lent = scene.find("lend")
    given = any(preceded(scene, body.start, "giver") for body in bodies)
    return next(iter(lent or (scene.find("obtain") if given else ())), None)


def _of_money(noun: Event, money: FoundAmount) -> bool:
    """Whether a noun and a sum are one phrase."""
    return 0 <= noun.start - money.end <= 1 or 0 <= money.start - noun.end <= _OF


def _money(scene: Scene, trigger: Event) -> FoundAmount | None:
    """Return the sum: in the clause of the loan, else anywhere."""
    within = scene.clause(trigger.start)
    return scene.amount("currency", trigger.start, within=within) or scene.amount(
        "currency", trigger.start
    )


def _borrower(scene: Scene, trigger: Event) -> CountryCode | None:
    """Return the state that borrows, and nobody in it: "banks in Kenya got a loan"."""
    start, end = scene.clause(trigger.start)
    money = [found for found in scene.amounts if measures(found, "currency")]
    named = [
        event
        for event in scene.of_kind(*_STATES)
        if not any(found.start <= event.start < found.end for found in money)
    ]
    inside = [event for event in named if start <= event.start < end]
    fitting = [event for event in inside if not private(scene, event)]
    if inside and not fitting:
        return None
    states = [e for e in fitting if e.kind is not Kind.ADJECTIVE] or fitting
    if len({event.value for event in states}) == 1:
        return CountryCode(states[0].value)
    return scene.country(trigger.start) or scene.subject


def _stage(scene: Scene, trigger: Event) -> Stage:
    """Return how far a loan has come: what is talked about is not lent."""
    stage = scene.stage(trigger.start)
    sought = scene.find("talks") and not scene.find("lend", "agree", "sign")
    return Stage.PROPOSED if sought and stage is Stage.IN_EFFECT else stage


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


_LENDERS: Final = frozenset(
    body.name for body in known_bodies().values() if body.lends
) | {"lender", "pronoun", "dropped"}

RULES: Final = (
    Rule("financing", _LENDERS, financing),
    Rule("loan-agreement", _LENDERS, loan_agreements),
)
