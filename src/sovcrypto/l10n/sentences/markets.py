"""Exchanges, what is traded on them, mining, and how many people take part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO
from ...model import (
    Adoption,
    AdoptionMeasure,
    EnergySource,
    Exchange,
    ExchangeKind,
    Market,
    Mining,
    Per,
    Stage,
    TradingVolume,
)
from ..catalogs import Message, message
from ..phrases import NOTHING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..phrases import Part, Phrase
    from .teller import Teller

_EXCHANGES: Final[Mapping[ExchangeKind, Message]] = {
    ExchangeKind.CENTRALISED: message("exchange", "a centralised crypto exchange"),
    ExchangeKind.DECENTRALISED: message("exchange", "a decentralised crypto exchange"),
}
_VOLUMES: Final[Mapping[Market, Message]] = {
    Market.TOTAL: message(
        "trading volume",
        "{exchange:the} recorded a trading volume of {amount:of}[, {share}]"
        "[ {period:in}]",
    ),
    Market.SPOT: message(
        "trading volume",
        "{exchange:the} recorded a spot trading volume of {amount:of}[, {share}]"
        "[ {period:in}]",
    ),
    Market.DERIVATIVES: message(
        "trading volume",
        "{exchange:the} recorded a derivatives trading volume of {amount:of}"
        "[, {share}][ {period:in}]",
    ),
}
_AVERAGES: Final[Mapping[Market, Message]] = {
    Market.TOTAL: message(
        "trading volume",
        "{exchange:the} recorded an average trading volume of {amount:of} {per}"
        "[, {share}][ {period:in}]",
    ),
    Market.SPOT: message(
        "trading volume",
        "{exchange:the} recorded an average spot trading volume of {amount:of} {per}"
        "[, {share}][ {period:in}]",
    ),
    Market.DERIVATIVES: message(
        "trading volume",
        "{exchange:the} recorded an average derivatives trading volume of"
        " {amount:of} {per}[, {share}][ {period:in}]",
    ),
}
_SHARES: Final[Mapping[Market, Message]] = {
    Market.TOTAL: message(
        "trading volume", "{exchange:the} accounted for {share}[ {period:in}]"
    ),
    Market.SPOT: message(
        "trading volume",
        "{exchange:the} accounted for {share} in spot trading[ {period:in}]",
    ),
    Market.DERIVATIVES: message(
        "trading volume",
        "{exchange:the} accounted for {share} in derivatives trading[ {period:in}]",
    ),
}
_UNSTATED: Final[Mapping[Market, Message]] = {
    Market.TOTAL: message(
        "trading volume",
        "the trading volume of {exchange:of}[ {period:in}] is not stated",
    ),
    Market.SPOT: message(
        "trading volume",
        "the spot trading volume of {exchange:of}[ {period:in}] is not stated",
    ),
    Market.DERIVATIVES: message(
        "trading volume",
        "the derivatives trading volume of {exchange:of}[ {period:in}] is not stated",
    ),
}
_PER: Final[Mapping[Per, Message]] = {
    Per.DAY: message("average", "per day"),
    Per.MONTH: message("average", "per month"),
    Per.YEAR: message("average", "per year"),
}
_ENERGY: Final[Mapping[EnergySource, Message]] = {
    EnergySource.HYDRO: message("energy used", "hydropower"),
    EnergySource.COAL: message("energy used", "coal power"),
    EnergySource.GAS: message("energy used", "gas power"),
    EnergySource.GEOTHERMAL: message("energy used", "geothermal power"),
    EnergySource.NUCLEAR: message("energy used", "nuclear power"),
    EnergySource.SOLAR: message("energy used", "solar power"),
    EnergySource.WIND: message("energy used", "wind power"),
    EnergySource.RENEWABLE: message("energy used", "renewable energy"),
}
# Surplus or not, subsidised or not.
_SOURCES: Final[Mapping[tuple[bool, bool], Message]] = {
    (True, True): message("power", "with subsidised surplus {energy:of}"),
    (True, False): message("power", "with surplus {energy:of}"),
    (False, True): message("power", "with subsidised {energy:of}"),
    (False, False): message("power", "with {energy:of}"),
}
_UNNAMED_SOURCES: Final[Mapping[tuple[bool, bool], Message]] = {
    (True, True): message("power", "with subsidised surplus power"),
    (True, False): message("power", "with surplus power"),
    (False, True): message("power", "with subsidised power"),
}
_PEOPLE: Final[Mapping[AdoptionMeasure, Message]] = {
    AdoptionMeasure.HOLDERS: message(
        "adoption",
        "{people} {people:holds|hold} {asset:some} in {place:in}[ ({share})]"
        "[ {period:as_of}]",
    ),
    AdoptionMeasure.USERS: message(
        "adoption",
        "{people} {people:uses|use} {asset:some} in {place:in}[ ({share})]"
        "[ {period:as_of}]",
    ),
    AdoptionMeasure.WALLETS: message(
        "adoption",
        "{people} {people:has|have} a {asset:of} wallet in {place:in}[ ({share})]"
        "[ {period:as_of}]",
    ),
}
_NUMBERS: Final[Mapping[AdoptionMeasure, Message]] = {
    AdoptionMeasure.HOLDERS: message(
        "adoption, plan",
        "to bring the number of holders of {asset:of} to {people:to}[ ({share})]",
    ),
    AdoptionMeasure.USERS: message(
        "adoption, plan",
        "to bring the number of users of {asset:of} to {people:to}[ ({share})]",
    ),
    AdoptionMeasure.WALLETS: message(
        "adoption, plan",
        "to bring the number of {asset:of} wallets to {people:to}[ ({share})]",
    ),
}


def exchange(tell: Teller, fact: Exchange) -> str:
    """Say what an exchange is."""
    plain = tell.noun(tell.voice.words.text("exchange", "a crypto exchange"))
    parts: dict[str, Part] = {
        "name": tell.firm(fact.name),
        "kind": tell.word(_EXCHANGES, fact.kind) or plain,
        "home": NOTHING if fact.home is None else tell.country(fact.home),
        "founded": tell.period(fact.founded),
        "users": tell.amount(fact.users),
        "period": tell.period(fact.period),
    }
    if fact.stage is Stage.IN_EFFECT:
        return tell.say(
            "exchange",
            "{name:the} is {kind}[ based in {home:in}][, founded {founded:in}]"
            "[, used by {users}][ ({period})]",
            **parts,
        )
    if fact.stage is Stage.ENDED:
        return tell.say(
            "exchange",
            "{name:the}, {kind}[ based in {home:in}][, founded {founded:in}]"
            "[, used by {users}], has closed[ ({period})]",
            **parts,
        )
    act = tell.act(
        "exchange, plan",
        "to open {name:the}, {kind}[ based in {home:in}][, used by {users}]",
        **parts,
    )
    return tell.intended(fact, act)


def trading_volume(tell: Teller, fact: TradingVolume) -> str:
    """Say how much was traded on an exchange."""
    share = tell.amount(fact.share)
    market = tell.voice.words.text("trading volume, share", "the market")
    parts: dict[str, Part] = {
        "exchange": tell.firm(fact.exchange),
        "amount": tell.amount(fact.amount),
        "per": tell.word(_PER, fact.per),
        "period": tell.period(fact.period),
        "share": tell.say(
            "trading volume, share",
            "{share} of {market}",
            share=share,
            market=tell.noun(fact.denominator or market),
        )
        if share
        else None,
    }
    if fact.stage in {Stage.PROPOSED, Stage.PLANNED, Stage.REJECTED}:
        amount = tell.noun(tell.voice.words.text("trading volume", "another level"))
        act = tell.act(
            "trading volume, plan",
            "to bring the trading volume of {exchange:of} to {amount:to}",
            exchange=parts["exchange"],
            amount=tell.amount(fact.amount) or amount,
        )
        return tell.intended(fact, act)
    if fact.amount is None:
        table = _SHARES if share else _UNSTATED
    else:
        table = _VOLUMES if fact.per is None else _AVERAGES
    return tell.over(fact, tell.told(table[fact.market], **parts))


def mining(tell: Teller, fact: Mining) -> str:
    """Say what is mined in a country, and with what power."""
    place = tell.place(fact.country, fact.subdivision)
    period = tell.period(fact.period)
    parts: dict[str, Part] = {
        "place": tell.then(place, period),
        "operator": tell.then(tell.firm(fact.operator), period),
        "asset": tell.then(tell.asset(fact.asset or CRYPTO), period),
        "power": tell.amount(fact.power),
        "source": _source(tell, fact),
        "share": tell.amount(fact.hashrate_share),
        "period": period,
    }
    if fact.stage is Stage.ENDED:
        if fact.operator is not None:
            return tell.say(
                "mining",
                "{operator:the} no longer mines {asset:of} in {place:in}[ ({period})]",
                **parts,
            )
        return tell.say(
            "mining",
            "{asset:some} is no longer mined in {place:in}[ ({period})]",
            **parts,
        )
    if fact.stage is not Stage.IN_EFFECT:
        return tell.intended(fact, _mining_act(tell, fact, parts), place=place)
    return _mined(tell, fact, parts)


def _mined(tell: Teller, fact: Mining, parts: Mapping[str, Part]) -> str:
    if fact.power is not None:
        return tell.say(
            "mining",
            "[{period:as_of}, ]{place:the} devotes {power} to mining {asset:some}"
            "[, {source}]"
            "[, with {operator:the} as the operator]"
            "[, accounting for {share} of the network’s hash rate]",
            **parts,
        )
    if fact.operator is not None:
        return tell.say(
            "mining",
            "[{period:as_of}, ]{operator:the} mines {asset:some} in {place:in}"
            "[, {source}]"
            "[, accounting for {share} of the network’s hash rate]",
            **parts,
        )
    return tell.say(
        "mining",
        "[{period:as_of}, ]{asset:some} {period:is|has been|was} mined in {place:in}"
        "[, {source}]"
        "[, accounting for {share} of the network’s hash rate]",
        **parts,
    )


def _mining_act(tell: Teller, fact: Mining, parts: Mapping[str, Part]) -> Phrase:
    if fact.subsidised:
        energy = tell.words(_ENERGY, fact.energy)
        return tell.act(
            "mining, plan",
            "to subsidise power[ ({energy})] for mining {asset:some}[: {power}]",
            **parts,
            energy=energy,
        )
    if fact.power is not None:
        return tell.act(
            "mining, plan",
            "to devote {power} to mining {asset:some}[, {source}]"
            "[, with {operator:the} as the operator]",
            **parts,
        )
    return tell.act(
        "mining, plan",
        "to mine {asset:some}[, {source}][, with {operator:the} as the operator]",
        **parts,
    )


def _source(tell: Teller, fact: Mining) -> str | None:
    """Return where the power comes from and at what price."""
    energy = tell.words(_ENERGY, fact.energy)
    table = _SOURCES if energy else _UNNAMED_SOURCES
    found = table.get((bool(fact.surplus), bool(fact.subsidised)))
    return None if found is None else tell.told(found, energy=energy)


def adoption(tell: Teller, fact: Adoption) -> str:
    """Say how many people hold or use virtual assets."""
    share = tell.amount(fact.share)
    part = tell.say("adoption", "{share} of the population", share=share)
    people = tell.amount(fact.quantity)
    parts: dict[str, Part] = {
        "people": people or tell.noun(part),
        "asset": tell.asset(fact.asset or CRYPTO),
        "place": tell.country(fact.country),
        "share": part if share and people else None,
        "period": tell.period(fact.period),
    }
    if not people and not share:
        some = tell.voice.words.text("adoption", "an unknown number of people")
        parts["people"] = tell.noun(some)
    if fact.stage in {Stage.IN_EFFECT, Stage.ENDED}:
        return tell.over(fact, tell.told(_PEOPLE[fact.measure], **parts))
    act = tell.act(*_NUMBERS[fact.measure], **parts)
    return tell.intended(fact, act, place=tell.country(fact.country))
