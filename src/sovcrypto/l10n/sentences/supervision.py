"""Who supervises virtual assets, and who may do business with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model import Licence, LicenceStatus, Regulator, RegulatorRole, Stage
from ..catalogs import Message, message
from ..phrases import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..phrases import Part, Phrase
    from .teller import Teller

_ROLES: Final[Mapping[RegulatorRole, Message]] = {
    RegulatorRole.LICENSING: message("responsible for", "licensing"),
    RegulatorRole.REGISTRATION: message("responsible for", "registration"),
    RegulatorRole.CONDUCT: message("responsible for", "conduct of business"),
    RegulatorRole.PRUDENTIAL: message("responsible for", "prudential supervision"),
    RegulatorRole.MARKET: message("responsible for", "market supervision"),
    RegulatorRole.AML_CFT_SUPERVISION: message(
        "responsible for", "the fight against money laundering"
    ),
    RegulatorRole.FIU: message("responsible for", "financial intelligence"),
    RegulatorRole.CENTRAL_BANK: message("responsible for", "central banking"),
    RegulatorRole.ENFORCEMENT: message("responsible for", "enforcement"),
    RegulatorRole.REGISTER_KEEPING: message("responsible for", "the public register"),
    RegulatorRole.ADVISORY: message("responsible for", "advice"),
    RegulatorRole.SUPERVISION: message("responsible for", "supervision"),
}
_LICENCES: Final[Mapping[LicenceStatus, Message]] = {
    LicenceStatus.APPLIED: message(
        "licence",
        "{holder:the} has applied for a licence[ from {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:in}]",
    ),
    LicenceStatus.NOT_OBTAINED: message(
        "licence",
        "{holder:the} has no licence[ from {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:as_of}]",
    ),
    LicenceStatus.IN_PRINCIPLE: message(
        "licence",
        "{holder:the} has approval in principle[ from {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:as_of}]",
    ),
    LicenceStatus.NO_OBJECTION: message(
        "licence",
        "{holder:the} has a certificate of no objection[ from {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:as_of}]",
    ),
    LicenceStatus.AUTHORISED: message(
        "licence",
        "{holder:the} is licensed[ by {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:as_of}]",
    ),
    LicenceStatus.RESTRICTED: message(
        "licence",
        "{holder:the} has a restricted licence[ from {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:as_of}]",
    ),
    LicenceStatus.SUSPENDED: message(
        "licence",
        "the licence of {holder:of}[ from {regulator:the}]"
        "[ in {place:in}][ ({regime})] is suspended[ {period:as_of}]",
    ),
    LicenceStatus.REFUSED: message(
        "licence",
        "{holder:the} was refused a licence[ by {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:in}]",
    ),
    LicenceStatus.REVOKED: message(
        "licence",
        "the licence of {holder:of}[ in {place:in}][ ({regime})]"
        " was revoked[ by {regulator:the}][ {period:in}]",
    ),
    LicenceStatus.WITHDRAWN: message(
        "licence",
        "{holder:the} has given up its licence[ from {regulator:the}]"
        "[ in {place:in}][ ({regime})][ {period:in}]",
    ),
    LicenceStatus.NOT_ON_REGISTER: message(
        "licence",
        "{holder:the} is not on the register[ of {regulator:of}]"
        "[ in {place:in}][ ({regime})][ {period:as_of}]",
    ),
}


def regulator(tell: Teller, fact: Regulator) -> str:
    """Say who supervises virtual assets in a country."""
    place = tell.place(fact.country, fact.subdivision)
    parts = _regulator_parts(tell, fact, place)
    if fact.stage is Stage.ENDED:
        return tell.say(
            "regulator",
            "{name:the}[ ({abbreviation})] no longer supervises cryptocurrency in"
            " {place:in}[ ({period})]",
            **parts,
        )
    if fact.stage is not Stage.IN_EFFECT:
        act = tell.act(
            "regulator, plan",
            "to set up {name:the}[ ({abbreviation})] to supervise cryptocurrency",
            **parts,
        )
        return tell.intended(fact, act, place=place)
    if fact.roles:
        return tell.say(
            "regulator",
            "{name:the}[ ({abbreviation})][, set up {founded:in},]"
            "[ has taken over from {predecessor:the} and]"
            " is responsible for {roles:the} in the crypto sector in {place:in}"
            "[ {period:as_of}]",
            **parts,
        )
    return tell.say(
        "regulator",
        "{name:the}[ ({abbreviation})][, set up {founded:in},]"
        "[ has taken over from {predecessor:the} and]"
        " supervises cryptocurrency in {place:in}[ {period:as_of}]",
        **parts,
    )


def _regulator_parts(tell: Teller, fact: Regulator, place: Phrase) -> dict[str, Part]:
    return {
        "name": tell.firm(fact.name),
        "abbreviation": tell.name(fact.abbreviation),
        "place": place,
        "founded": tell.period(fact.founded),
        "predecessor": tell.firm(fact.predecessor),
        "roles": tell.words(_ROLES, fact.roles),
        "period": tell.period(fact.period),
    }


def licence(tell: Teller, fact: Licence) -> str:
    """Say whether a firm may do business under a regulator."""
    parts = _licence_parts(tell, fact)
    if fact.stage is Stage.IN_EFFECT:
        return tell.told(_LICENCES[fact.status], **parts)
    if fact.stage is Stage.ENDED:
        return tell.say(
            "licence",
            "the licence of {holder:of}[ from {regulator:the}][ in {place:in}]"
            "[ ({regime})] has ended[ ({period})]",
            **parts,
        )
    act = tell.act(
        "licence, plan",
        "to license {holder:the}[ under the supervision of {regulator:the}]"
        "[ ({regime})]",
        **parts,
    )
    place = NOTHING if fact.country is None else tell.country(fact.country)
    return tell.intended(fact, act, place=place)


def _licence_parts(tell: Teller, fact: Licence) -> Mapping[str, Part]:
    return {
        "holder": tell.firm(fact.holder),
        "regulator": tell.firm(fact.regulator),
        "place": NOTHING if fact.country is None else tell.country(fact.country),
        "regime": tell.name(fact.regime),
        "period": tell.period(fact.period),
    }
