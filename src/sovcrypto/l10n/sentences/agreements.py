"""Agreements and the parties to them, and loans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from ...model import (
    Agreement,
    AgreementForm,
    Condition,
    Financing,
    Party,
    PartyRole,
    Stage,
    Subject,
)
from ...values import Amount
from .. import labels
from ..catalogs import Message, message
from ..phrases import NOTHING, Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..phrases import Part
    from .teller import Teller

_FORMS: Final[Mapping[AgreementForm, Message]] = {
    AgreementForm.TREATY: message("agreement", "a treaty"),
    AgreementForm.MOU: message("agreement", "a memorandum of understanding"),
    AgreementForm.LETTER_OF_INTENT: message("agreement", "a letter of intent"),
    AgreementForm.JOINT_STATEMENT: message("agreement", "a joint statement"),
    AgreementForm.PARTNERSHIP: message("agreement", "a partnership"),
    AgreementForm.CONTRACT: message("agreement", "a contract"),
    AgreementForm.PILOT: message("agreement", "a pilot project"),
    AgreementForm.LOAN: message("agreement", "a loan"),
    AgreementForm.LICENCE: message("agreement", "a licence"),
    AgreementForm.OTHER: message("agreement", "an agreement"),
}
_SUBJECTS: Final[Mapping[Subject, Message]] = {
    Subject.RESERVE_MANAGEMENT: message("agreement on", "reserve management"),
    Subject.MINING: message("agreement on", "mining"),
    Subject.SUSTAINABLE_MINING: message("agreement on", "sustainable mining"),
    Subject.AI_COMPUTING: message("agreement on", "AI computing"),
    Subject.YIELD: message("agreement on", "yield generation"),
    Subject.STABLECOINS: message("agreement on", "stablecoin infrastructure"),
    Subject.TOKENISATION: message("agreement on", "tokenisation"),
    Subject.PAYMENTS: message("agreement on", "payments"),
    Subject.REGULATION: message("agreement on", "regulation"),
    Subject.TRAINING: message("agreement on", "training"),
    Subject.KNOWLEDGE_SHARING: message("agreement on", "knowledge sharing"),
    Subject.INFRASTRUCTURE: message("agreement on", "digital infrastructure"),
    Subject.CBDC: message("agreement on", "a central bank digital currency"),
}
_CONDITIONS: Final[Mapping[Condition, Message]] = {
    Condition.FISCAL_REFORM: message("on condition of", "fiscal reform"),
    Condition.LIMIT_PURCHASES: message("on condition of", "limits on purchases"),
    Condition.VOLUNTARY_ACCEPTANCE: message(
        "on condition of", "voluntary acceptance of crypto payments"
    ),
    Condition.NO_SUBSIDIES: message("on condition of", "an end to subsidies"),
    Condition.WALLET_EXIT: message("on condition of", "an exit from the state wallet"),
    Condition.TRANSPARENCY: message("on condition of", "transparency"),
    Condition.SCALE_BACK: message("on condition of", "scaled-back crypto projects"),
}
_DEEDS: Final[Mapping[AgreementForm, Message]] = {
    AgreementForm.TREATY: message(
        "agreement", "{who:the} signed {what}[ {when:in}]{terms}"
    ),
    AgreementForm.MOU: message(
        "agreement", "{who:the} signed {what}[ {when:in}]{terms}"
    ),
    AgreementForm.LETTER_OF_INTENT: message(
        "agreement", "{who:the} signed {what}[ {when:in}]{terms}"
    ),
    AgreementForm.JOINT_STATEMENT: message(
        "agreement", "{who:the} issued {what}[ {when:in}]{terms}"
    ),
    AgreementForm.PARTNERSHIP: message(
        "agreement", "{who:the} formed {what}[ {when:in}]{terms}"
    ),
    AgreementForm.CONTRACT: message(
        "agreement", "{who:the} signed {what}[ {when:in}]{terms}"
    ),
    AgreementForm.PILOT: message(
        "agreement", "{who:the} launched {what}[ {when:in}]{terms}"
    ),
    AgreementForm.LOAN: message(
        "agreement", "{who:the} agreed on {what}[ {when:in}]{terms}"
    ),
    AgreementForm.LICENCE: message(
        "agreement", "{who:the} agreed on {what}[ {when:in}]{terms}"
    ),
    AgreementForm.OTHER: message(
        "agreement", "{who:the} reached {what}[ {when:in}]{terms}"
    ),
}


def party(tell: Teller, member: Party) -> Phrase:
    """Return who takes part."""
    if member.country is None:
        return tell.firm(member.name)
    return tell.actor(member.country, member.name)


def parties(tell: Teller, members: Sequence[Party]) -> Phrase:
    """Return those who take part, as a list."""
    return tell.listed([party(tell, member) for member in members])


def agreement(tell: Teller, fact: Agreement) -> str:
    """Say who agreed on what."""
    who = _signatories(tell, fact)
    what, terms = _paper(tell, fact), _terms(tell, fact)
    when = tell.period(fact.signed or fact.period)
    if fact.stage is Stage.IN_EFFECT:
        deed = _DEEDS[fact.form]
        return tell.told(deed, who=who, what=what, when=when, terms=terms)
    if who.choice:
        parties_to_it = tell.say("agreement", "between {who:the}", who=who)
    else:
        parties_to_it = tell.say("agreement", "with {who:the}", who=who)
    if fact.stage is Stage.ENDED:
        return tell.say(
            "agreement",
            "{what} {parties}{terms:closed} has ended[ ({when})]",
            what=what,
            parties=parties_to_it,
            terms=terms,
            when=when,
        )
    act = tell.act(
        "agreement, plan",
        "to conclude {what} {parties}{terms}",
        what=what,
        parties=parties_to_it,
        terms=terms,
    )
    return tell.intended(fact, act)


def _signatories(tell: Teller, fact: Agreement) -> Phrase:
    signatories = [p for p in fact.parties if p.role is PartyRole.SIGNATORY]
    return parties(tell, signatories or fact.parties)


def _paper(tell: Teller, fact: Agreement) -> Phrase:
    """Return what the paper is, with its force in law."""
    form = tell.word(_FORMS, fact.form)
    if fact.binding is None:
        return form
    bare = labels.label(tell.voice, fact.form)
    named = attrs.evolve(form, forms={**form.forms, "bare": bare})
    if fact.binding:
        text = tell.say("agreement", "a legally binding {form:bare}", form=named)
    else:
        text = tell.say("agreement", "a non-binding {form:bare}", form=named)
    return tell.noun(text)


def _terms(tell: Teller, fact: Agreement) -> Phrase:
    def role(wanted: PartyRole) -> Phrase:
        if all(p.role is PartyRole.SIGNATORY for p in fact.parties):
            return NOTHING
        return parties(tell, [p for p in fact.parties if p.role is wanted])

    return tell.act(
        "agreement, terms",
        "[ for {site:the}][ on {subjects:the}][, led by {lead:the}]"
        "[, for the benefit of {beneficiary:the}][, to run for {duration}]"
        "[, valid {until:until}]",
        site=role(PartyRole.SITE),
        lead=role(PartyRole.LEAD),
        beneficiary=role(PartyRole.BENEFICIARY),
        subjects=tell.words(_SUBJECTS, fact.subjects),
        duration=_duration(tell, fact.duration),
        until=tell.period(fact.until),
    )


def _duration(tell: Teller, duration: Amount | None) -> Phrase:
    """Say "several years" for a term of which just that is known."""
    if duration == Amount.more_than(1, "years"):
        return tell.noun(tell.voice.words.text("agreement, terms", "several years"))
    return tell.amount(duration)


def financing(tell: Teller, fact: Financing) -> str:
    """Say who lends how much to whom."""
    terms = _loan_terms(tell, fact)
    parts: dict[str, Part] = {
        "lender": tell.body(fact.lender),
        "borrower": tell.country(fact.borrower),
        "amount": tell.amount(fact.amount),
        "facility": tell.name(fact.facility),
        "terms": terms,
        "period": tell.period(fact.period),
    }
    if fact.stage is Stage.ENDED:
        return tell.say(
            "financing",
            "{lender:the} no longer lends[ {amount}] to {borrower:the}"
            "[ under the {facility} programme][ ({period})]",
            **parts,
        )
    if fact.stage is not Stage.IN_EFFECT:
        money = tell.voice.words.text("financing, plan", "money")
        act = tell.act(
            "financing, plan",
            "to borrow {amount} from {lender:the}[ under the {facility} programme]"
            "[, {terms}]",
            **{**parts, "amount": parts["amount"] or tell.noun(money)},
        )
        return tell.intended(fact, act, place=tell.country(fact.borrower))
    if fact.amount is None:
        return tell.say(
            "financing",
            "{lender:the} lends to {borrower:the}[ ({period})]"
            "[ under the {facility} programme][, {terms}]",
            **parts,
        )
    return tell.say(
        "financing",
        "{lender:the} lends {borrower:the} {amount}[ ({period})]"
        "[ under the {facility} programme][, {terms}]",
        **parts,
    )


def _loan_terms(tell: Teller, fact: Financing) -> str:
    conditions = tell.words(_CONDITIONS, fact.conditions)
    until = tell.period(fact.until)
    if conditions:
        return tell.say(
            "financing, terms",
            "on condition of {conditions:the}[, {until:until}]",
            conditions=conditions,
            until=until,
        )
    if until:
        return tell.say(
            "financing, terms", "with conditions {until:until}", until=until
        )
    return ""
