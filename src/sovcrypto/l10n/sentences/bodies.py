"""What organisations are, and to whom they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model import Organisation, OrganisationKind, Stage
from ..catalogs import Message, message
from ..phrases import NOTHING, Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..phrases import Part
    from .teller import Teller

_KINDS: Final[Mapping[OrganisationKind, Message]] = {
    OrganisationKind.MARKET_MAKER: message("organisation", "a market maker"),
    OrganisationKind.TRADING_FIRM: message("organisation", "a trading firm"),
    OrganisationKind.DEVELOPER: message("organisation", "a developer"),
    OrganisationKind.INFRASTRUCTURE: message(
        "organisation", "a digital infrastructure company"
    ),
    OrganisationKind.MINER: message("organisation", "a mining company"),
    OrganisationKind.MINISTRY: message("organisation", "a ministry"),
    OrganisationKind.CENTRAL_BANK: message("organisation", "a central bank"),
    OrganisationKind.PUBLIC_BODY: message("organisation", "a public body"),
    OrganisationKind.ZONE: message("organisation", "a special administrative zone"),
    OrganisationKind.FUND: message("organisation", "a fund"),
    OrganisationKind.INTERNATIONAL_BODY: message(
        "organisation", "an international body"
    ),
    OrganisationKind.COMPANY: message("organisation", "a company"),
}


def organisation(tell: Teller, fact: Organisation) -> str:
    """Say what an organisation is."""
    plain = tell.noun(tell.voice.words.text("organisation", "an organisation"))
    parts: dict[str, Part] = {
        "name": tell.firm(fact.name),
        "kind": tell.word(_KINDS, fact.kind) or plain,
        "place": _place(tell, fact),
        "parent": tell.firm(fact.parent),
        "affiliate": tell.firm(fact.affiliated_with),
        "founded": tell.period(fact.founded),
        "period": tell.period(fact.period),
    }
    if fact.stage is Stage.IN_EFFECT:
        return tell.say(
            "organisation",
            "{name:the} is {kind}[ {place}][, an arm of {parent:of}]"
            "[, affiliated with {affiliate:the}][, active {founded:since}]"
            "[ ({period})]",
            **parts,
        )
    if fact.stage is Stage.ENDED:
        return tell.say(
            "organisation",
            "{name:the}, {kind}[ {place}][, an arm of {parent:of}], no longer exists"
            "[ ({period})]",
            **parts,
        )
    act = tell.act(
        "organisation, plan",
        "to create {name:the}, {kind}[ {place}][, an arm of {parent:of}]",
        **parts,
    )
    return tell.intended(fact, act)


def _place(tell: Teller, fact: Organisation) -> Phrase:
    """Return where it works or belongs."""
    if fact.country is None and fact.seat is None:
        return NOTHING
    if fact.country is None:
        text = tell.say(
            "organisation, place", "based in {seat}", seat=tell.name(fact.seat)
        )
        return Phrase(text)
    country = tell.country(fact.country)
    if fact.seat is None:
        return Phrase(
            tell.say("organisation, place", "in {country:in}", country=country)
        )
    return Phrase(
        tell.say(
            "organisation, place",
            "based in {seat}, {country}",
            seat=tell.name(fact.seat),
            country=country,
        )
    )
