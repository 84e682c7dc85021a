"""Where virtual assets stand in the law of countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model import LegalStatus, Sector, Stage, Status
from ..catalogs import Message, message
from ..phrases import NOTHING, Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .teller import Teller

_SECTORS: Final[Mapping[Sector, Message]] = {
    Sector.TOURISM: message("where something holds", "in tourism"),
    Sector.MERCHANTS: message("where something holds", "at merchants"),
    Sector.ARMS: message("where something holds", "for arms"),
    Sector.TAXES: message("where something holds", "for taxes"),
    Sector.FOREIGN_TRADE: message("where something holds", "in foreign trade"),
    Sector.BANKING: message("where something holds", "in banking"),
    Sector.TRADING: message("where something holds", "for trading"),
    Sector.PAYMENTS: message("where something holds", "for payments"),
    Sector.MINING: message("where something holds", "for mining"),
    Sector.ADVERTISING: message("where something holds", "in advertising"),
}
_ACCEPTED_BY: Final = message(
    "legal status",
    "{body:the} {period:accepts|has accepted|accepted} {asset:the} as payment"
    "[ {sectors}][ {period:as_of}][ ({instrument})][, {first}]",
)
_IN_FORCE: Final[Mapping[Status, Message]] = {
    Status.LEGAL_TENDER: message(
        "legal status",
        "{asset:the} {period:is|has been|was} legal tender in {place:in}"
        "[ {sectors}][ {period:as_of}][ ({instrument})][, {first}]",
    ),
    Status.PAYMENT_ACCEPTED: message(
        "legal status",
        "{asset:the} {period:is|has been|was} accepted as payment in {place:in}"
        "[ {sectors}][ {period:as_of}][ ({instrument})][, {first}]",
    ),
    Status.PERMITTED: message(
        "legal status",
        "{asset:the} {period:is|has been|was} permitted in {place:in}"
        "[ {sectors}][ {period:as_of}][ ({instrument})][, {first}]",
    ),
    Status.REGULATED: message(
        "legal status",
        "{asset:the} {period:is|has been|was} regulated in {place:in}"
        "[ {sectors}][ {period:as_of}][ ({instrument})][, {first}]",
    ),
    Status.RESTRICTED: message(
        "legal status",
        "{asset:the} {period:is|has been|was} restricted in {place:in}"
        "[ {sectors}][ {period:as_of}][ ({instrument})][, {first}]",
    ),
    Status.BANNED: message(
        "legal status",
        "{asset:the} {period:is|has been|was} banned in {place:in}"
        "[ {sectors}][ {period:as_of}][ ({instrument})][, {first}]",
    ),
}
_NO_LONGER: Final[Mapping[Status, Message]] = {
    Status.LEGAL_TENDER: message(
        "legal status",
        "{asset:the} is no longer legal tender in {place:in}[ {sectors}][ ({period})]",
    ),
    Status.PAYMENT_ACCEPTED: message(
        "legal status",
        "{asset:the} is no longer accepted as payment in {place:in}[ {sectors}]"
        "[ ({period})]",
    ),
    Status.PERMITTED: message(
        "legal status",
        "{asset:the} is no longer permitted in {place:in}[ {sectors}][ ({period})]",
    ),
    Status.REGULATED: message(
        "legal status",
        "{asset:the} is no longer regulated in {place:in}[ {sectors}][ ({period})]",
    ),
    Status.RESTRICTED: message(
        "legal status",
        "{asset:the} is no longer restricted in {place:in}[ {sectors}][ ({period})]",
    ),
    Status.BANNED: message(
        "legal status",
        "{asset:the} is no longer banned in {place:in}[ {sectors}][ ({period})]",
    ),
}
_ACTS: Final[Mapping[Status, Message]] = {
    Status.LEGAL_TENDER: message(
        "legal status, plan", "to make {asset:the} legal tender"
    ),
    Status.PAYMENT_ACCEPTED: message(
        "legal status, plan", "to accept {asset:the} as payment[ {sectors}]"
    ),
    Status.PERMITTED: message(
        "legal status, plan", "to permit {asset:the}[ {sectors}]"
    ),
    Status.REGULATED: message(
        "legal status, plan", "to regulate {asset:the}[ {sectors}]"
    ),
    Status.RESTRICTED: message(
        "legal status, plan", "to restrict {asset:the}[ {sectors}]"
    ),
    Status.BANNED: message("legal status, plan", "to ban {asset:the}[ {sectors}]"),
}


def legal_status(tell: Teller, fact: LegalStatus) -> str:
    """Say where an asset stands in the law of a country."""
    place = tell.place(fact.country, fact.subdivision)
    period = tell.period(fact.period)
    body = NOTHING if fact.body is None else tell.actor(fact.country, fact.body)
    parts: dict[str, Phrase] = {
        "asset": tell.then(tell.asset(fact.asset), period),
        "place": place,
        "sectors": tell.words(_SECTORS, fact.sectors),
        "body": tell.then(body, period),
        "instrument": tell.body(fact.instrument),
        "period": period,
        "first": NOTHING,
    }
    if fact.first:
        parts["first"] = Phrase(tell.voice.words.text("legal status", "a world first"))
    if fact.stage is Stage.IN_EFFECT:
        if fact.status is Status.PAYMENT_ACCEPTED and parts["body"]:
            return tell.told(_ACCEPTED_BY, **parts)
        return tell.told(_IN_FORCE[fact.status], **parts)
    if fact.stage is Stage.ENDED:
        return tell.told(_NO_LONGER[fact.status], **parts)
    act = tell.act(*_ACTS[fact.status], **parts)
    return tell.intended(fact, act, place=place)
