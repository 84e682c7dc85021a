"""Reserves and what moves in and out of them, and tokens that states issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model import (
    Acquisition,
    Action,
    Backing,
    HolderKind,
    Reserve,
    ReserveKind,
    ReserveMovement,
    Stage,
    Token,
    TokenKind,
)
from ..catalogs import Message, message
from ..periods import OVER
from ..phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .teller import Teller

_ACQUISITIONS: Final[Mapping[Acquisition, Message]] = {
    Acquisition.PURCHASE: message("acquired by", "purchase"),
    Acquisition.MINING: message("acquired by", "mining"),
    Acquisition.SEIZURE: message("acquired by", "seizure"),
    Acquisition.FORFEITURE: message("acquired by", "forfeiture"),
    Acquisition.DONATION: message("acquired by", "donation"),
    Acquisition.THEFT: message("acquired by", "theft"),
    Acquisition.TRANSFER: message("acquired by", "transfer"),
    Acquisition.TAX: message("acquired by", "taxation"),
}
_WHERE: Final[Mapping[ReserveKind, Message]] = {
    ReserveKind.STRATEGIC_RESERVE: message("held", "in a strategic reserve"),
    ReserveKind.STOCKPILE: message("held", "in a stockpile"),
    ReserveKind.SOVEREIGN_WEALTH_FUND: message("held", "in a sovereign wealth fund"),
    ReserveKind.CENTRAL_BANK_RESERVE: message("held", "in central bank reserves"),
    ReserveKind.TEST_PORTFOLIO: message("held", "in a test portfolio"),
    ReserveKind.SEIZED_PENDING: message("held", "seized and awaiting forfeiture"),
    ReserveKind.TREASURY: message("held", "in the treasury"),
}
_TOKENS: Final[Mapping[TokenKind, Message]] = {
    TokenKind.CBDC: message("token", "a central bank digital currency"),
    TokenKind.STATE_STABLECOIN: message("token", "a state stablecoin"),
    TokenKind.SUPERVISED_STABLECOIN: message("token", "a supervised stablecoin"),
    TokenKind.ASSET_BACKED: message("token", "an asset-backed token"),
    TokenKind.SOVEREIGN: message("token", "a sovereign token"),
}
_BACKINGS: Final[Mapping[Backing, Message]] = {
    Backing.GOLD: message("backed by", "gold"),
    Backing.FIAT: message("backed by", "an official currency"),
    Backing.OIL: message("backed by", "oil"),
    Backing.SECURITIES: message("backed by", "securities"),
    Backing.REAL_ESTATE: message("backed by", "real estate"),
}
_DONE: Final[Mapping[Action, Message]] = {
    Action.PURCHASE: message(
        "movement",
        "{who:the} bought {what:some}[ from {other:the}][ for {value}][ {period:in}]",
    ),
    Action.SALE: message(
        "movement",
        "{who:the} sold {what:some}[ to {other:the}][ for {value}][ {period:in}]",
    ),
    Action.SEIZURE: message(
        "movement",
        "{who:the} seized {what:some}[ (worth {value:of})][ from {other:the}]"
        "[ {period:in}]",
    ),
    Action.TRANSFER: message(
        "movement",
        "{who:the} transferred {what:some}[ (worth {value:of})]"
        "[ to {other:the}][ {period:in}]",
    ),
    Action.PLEDGE: message(
        "movement",
        "{who:the} pledged {what:some}[ (worth {value:of})][ to {other:the}]"
        "[ {period:in}]",
    ),
}
_DEEDS: Final[Mapping[Action, Message]] = {
    Action.PURCHASE: message(
        "movement, plan", "to buy {what:some}[ from {other:the}][ for {value}]"
    ),
    Action.SALE: message(
        "movement, plan", "to sell {what:some}[ to {other:the}][ for {value}]"
    ),
    Action.SEIZURE: message(
        "movement, plan", "to seize {what:some}[ (worth {value:of})][ from {other:the}]"
    ),
    Action.TRANSFER: message(
        "movement, plan",
        "to transfer {what:some}[ (worth {value:of})][ to {other:the}]",
    ),
    Action.PLEDGE: message(
        "movement, plan", "to pledge {what:some}[ (worth {value:of})][ to {other:the}]"
    ),
}


def reserve(tell: Teller, fact: Reserve) -> str:
    """Say what a state holds, or means to hold."""
    who, what = _holder(tell, fact), _holding(tell, fact)
    period = tell.period(fact.period)
    if fact.stage is Stage.IN_EFFECT:
        return _held(tell, fact, who, what, period)
    if fact.stage is Stage.ENDED:
        if fact.quantity is None:
            return tell.say(
                "reserve",
                "{who:the} no longer {who:holds|hold} {asset:of}[ ({period})]",
                who=who,
                asset=tell.asset(fact.asset),
                period=period,
            )
        return tell.say(
            "reserve",
            "{who:the} formerly held {what}[ ({period})]",
            who=who,
            what=what,
            period=period,
        )
    act = _reserve_act(tell, fact, what)
    place = tell.place(fact.holder, fact.subdivision)
    return tell.intended(fact, act, place=place, who=who)


def _held(
    tell: Teller, fact: Reserve, who: Phrase, what: Phrase, period: Phrase
) -> str:
    if fact.holder_kind is HolderKind.ALLEGED:
        return tell.say(
            "reserve",
            "[{period:as_of}, ]{who:the} is said to hold {what}",
            who=who,
            what=what,
            period=period,
        )
    if fact.holder_kind is HolderKind.OFFICIALS_PRIVATE:
        return tell.say(
            "reserve",
            "[{period:as_of}, ]officials of {who:of} privately hold {what}",
            who=who,
            what=what,
            period=period,
        )
    if period.choice == OVER:
        return tell.say(
            "reserve",
            "[{period:as_of}, ]{who:the} held {what}",
            who=who,
            what=what,
            period=period,
        )
    return tell.say(
        "reserve",
        "[{period:as_of}, ]{who:the} {period:holds|has held} {what}",
        who=who,
        what=what,
        period=period,
    )


def _holder(tell: Teller, fact: Reserve) -> Phrase:
    """Return who holds; a country stands for its state."""
    country = tell.country(fact.holder)
    if fact.body is not None or fact.subdivision is not None:
        return tell.actor(fact.holder, fact.body, fact.subdivision)
    say = tell.say
    match fact.holder_kind:
        case HolderKind.CENTRAL_BANK:
            text = say("holder", "the central bank of {country:of}", country=country)
        case HolderKind.STATE_COMPANY:
            text = say("holder", "a state company of {country:of}", country=country)
        case HolderKind.LAW_ENFORCEMENT:
            text = say("holder", "law enforcement in {country:in}", country=country)
        case HolderKind.COMPANY:
            text = say("holder", "a company in {country:in}", country=country)
        case _:
            return country
    return Phrase(text, tell.noun(text).forms)


def _holding(tell: Teller, fact: Reserve) -> Phrase:
    quantity = tell.amount(fact.quantity)
    return tell.act(
        "reserve, what is held",
        "{what:some}[ {where}][, worth {value:of}][, acquired by {acquisition}]"
        "[, kept by {custodian:the}]",
        what=quantity or tell.asset(fact.asset),
        where=tell.word(_WHERE, fact.kind),
        value=tell.amount(fact.value),
        acquisition=tell.words(_ACQUISITIONS, fact.acquisition),
        custodian=tell.firm(fact.custodian),
    )


def _reserve_act(tell: Teller, fact: Reserve, what: Phrase) -> Phrase:
    asset = tell.asset(fact.asset)
    acquisition = tell.words(_ACQUISITIONS, fact.acquisition)
    bare = fact.quantity is None and fact.value is None and fact.custodian is None
    if bare and fact.kind is ReserveKind.STRATEGIC_RESERVE:
        return tell.act(
            "reserve, plan",
            "to build up a strategic reserve of {asset:of}[ by {acquisition}]",
            asset=asset,
            acquisition=acquisition,
        )
    if bare and fact.kind is None:
        return tell.act(
            "reserve, plan",
            "to build up a reserve of {asset:of}[ by {acquisition}]",
            asset=asset,
            acquisition=acquisition,
        )
    return tell.act("reserve, plan", "to hold {what}", what=what)


def movement(tell: Teller, fact: ReserveMovement) -> str:
    """Say what a state bought, sold, seized, moved or pledged."""
    parts = _movement_parts(tell, fact)
    if fact.stage is Stage.IN_EFFECT:
        return tell.told(_DONE[fact.action], **parts)
    act = tell.act(*_DEEDS[fact.action], **parts)
    if fact.stage is Stage.ENDED:
        return tell.say(
            "movement",
            "{who:the} has given up its plan {act}[ ({period})]",
            who=parts["who"],
            act=act,
            period=tell.period(fact.period),
        )
    place = tell.country(fact.holder)
    return tell.intended(fact, act, place=place, who=parts["who"])


def _movement_parts(tell: Teller, fact: ReserveMovement) -> dict[str, Phrase]:
    return {
        "who": tell.actor(fact.holder, fact.body),
        "what": tell.amount(fact.quantity) or tell.asset(fact.asset),
        "value": tell.amount(fact.value),
        "other": tell.firm(fact.counterparty),
        "period": tell.period(fact.period),
    }


def token(tell: Teller, fact: Token) -> str:
    """Say what token a state issues."""
    who = tell.actor(fact.issuer, fact.body)
    period = tell.period(fact.period)
    what = _token(tell, fact)
    if fact.stage is Stage.IN_EFFECT:
        return tell.say(
            "token",
            "[{period:as_of}, ]{who:the} {period:issues|has issued|issued} {what}",
            who=tell.then(who, period),
            what=what,
            period=period,
        )
    if fact.stage is Stage.ENDED:
        return tell.say(
            "token",
            "{who:the} no longer issues {what}[ ({period})]",
            who=who,
            what=what,
            period=period,
        )
    act = tell.act("token, plan", "to issue {what}", what=what)
    return tell.intended(fact, act, place=tell.country(fact.issuer), who=who)


def _token(tell: Teller, fact: Token) -> Phrase:
    # "an asset-backed token backed by gold" says it twice
    redundant = fact.kind is TokenKind.ASSET_BACKED and fact.backing is not None
    plain = tell.noun(tell.voice.words.text("token", "a token"))
    bare = fact.kind is None or redundant
    return tell.act(
        "token, what is issued",
        "{name}, {kind}[ backed by {backing:to}][ (peg: {peg})]",
        name=tell.name(fact.name),
        kind=plain if bare else tell.word(_TOKENS, fact.kind),
        backing=tell.word(_BACKINGS, fact.backing),
        peg=None if fact.peg is None else tell.currency(fact.peg),
    )
