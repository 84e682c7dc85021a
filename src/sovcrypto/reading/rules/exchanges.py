"""Exchanges: which one is meant, and how many use it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from ...model import Exchange, ExchangeKind, Stage
from ..bodies import known_bodies
from ..language import words
from ..lexicon import Event, Kind
from ..scene import measures
from . import organisations
from .figures import announced, between, followed, preceded
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..amounts import FoundAmount
    from ..scene import Scene

# What is no name of a firm, and words for firms that are no exchanges.
_NO_FIRM: Final = (Kind.COUNTRY, Kind.CAPITAL, Kind.PART, Kind.ASSET, Kind.BODY)
_FIRMS: Final = ("company_holder", "fund")
# As long as " de ", and no longer than one space where nothing comes between.
_LINK: Final = 4


# The rules and the memory ask the same of a scene, one right after the other.
@lru_cache(maxsize=1)
def named_exchanges(scene: Scene) -> tuple[tuple[int, str], ...]:
    """Return the exchanges that a sentence names, with their places, in order.

    Known ones, those that stand in a list with one ("Bybit and Gate each"), and those
    of which the text says that they are one ("Paribu, the biggest local exchange").
    """
    found = {
        event.start: event.value
        for event in scene.of_kind(Kind.BODY)
        if known_bodies()[event.value].kind == "exchange"
    }
    if found:
        for start, end in _runs(scene):
            inside = [place for place in found if start <= place < end]
            for place, name in _parts(scene, start, end) if inside else ():
                known = any(place <= other < place + len(name) for other in found)
                if not known:
                    found[place] = name
    for noun in () if found else scene.find("exchange_noun", "exchange"):
        span = _name_of(scene, noun)
        if span is not None:
            found[span[0]] = scene.text(*span)
    return tuple(sorted(found.items()))


def _name_of(scene: Scene, noun: Event) -> tuple[int, int] | None:
    """Return the name of which a noun says that it is an exchange, if it does.

    Before a noun with a capital ("Wiener Handelsplattform") a comma has to part them;
    after it, what it trades in or where it is may come: "el exchange mexicano Zenbit".
    """
    before = organisations.name_beside(scene, noun)
    if before is not None and before[0] < noun.start:
        verbs = [v.start for v in scene.of_kind(Kind.VERB)]
        joined = not any(before[1] <= verb < noun.start for verb in verbs)
        parted = not scene.free_order or scene.plain[before[1]] == ","
        if joined and parted and _is_firm(scene, before):
            return before
    after = next(scene.names_in(noun.end, scene.sentence.end), None)
    if after is None or not _is_firm(scene, after):
        return None
    told = [
        e.start
        for e in scene.of_kind(Kind.ADJECTIVE, Kind.ASSET)
        if e.end + 1 == after[0] and noun.end < e.start
    ]
    start = min(told, default=after[0])
    return after if start - noun.end <= _LINK else None


def _is_firm(scene: Scene, span: tuple[int, int]) -> bool:
    return not any(span[0] <= e.start < span[1] for e in scene.of_kind(*_NO_FIRM))


def _runs(scene: Scene) -> Iterator[tuple[int, int]]:
    yield from scene.names_in(scene.sentence.start, scene.sentence.end)


def _parts(scene: Scene, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the members of a list of names: "Upbit, Bithumb and Coinone"."""
    place = start
    for part in _listing(scene.section.language).split(scene.plain[start:end]):
        place = scene.plain.index(part, place) if part else place
        if part:
            yield place, part


@cache
def _listing(language: str) -> re.Pattern[str]:
    links = "|".join(
        re.escape(word) for word in words(language, "text", "coordinators")
    )
    return re.compile(rf",\s+|\s+(?:{links})\s+")


def exchange_of(scene: Scene) -> str | None:
    """Return the exchange that a sentence is about: named, or spoken of before."""
    named = named_exchanges(scene)
    return named[0][1] if named else scene.memory.exchange


def traders(scene: Scene, found: FoundAmount) -> list[str]:
    """Return the exchanges that a figure belongs to: those named right before it."""
    named = named_exchanges(scene)
    before = [(place, name) for place, name in named if place < found.start]
    if not named:
        spoken = _spoken_of(scene)
        return [spoken] if spoken else []
    if not before:
        spoken = _spoken_of(scene) if _stands_in(scene, found.start) else None
        return [spoken] if spoken else _named_after(scene, found, named)
    last = before[-1][0]
    for start, end in _runs(scene):
        if start <= last < end:
            return [name for place, name in before if start <= place < end]
    return [before[-1][1]]


def _named_after(
    scene: Scene, found: FoundAmount, named: Sequence[tuple[int, str]]
) -> list[str]:
    """Return the exchange named after its figure: "with $12bn traded, Kraken had".

    "Of the $9tn traded, Binance took a third" gives it no figure of its own, and
    "$1tn: that is what Bybit traded" does.
    """
    start, end = scene.clause(found.start)
    own = preceded(scene, found.start, "with")
    if announced(scene, found.end):
        own, end = True, scene.sentence.end
    return [
        name
        for place, name in named[:1]
        if start <= place < end and (own or "," not in scene.plain[found.end : place])
    ]


def _stands_in(scene: Scene, position: int) -> bool:
    """Whether words for the exchange spoken of stand before a position."""
    return any(
        event.start < position for event in scene.find("exchange", "organisation")
    )


def _spoken_of(scene: Scene) -> str | None:
    """Return the exchange of the story, if a sentence can be about it.

    "The exchange", "its volume", the company's clients and a volume that is nobody
    else's are; the money of a fund or a firm is not.
    """
    if scene.find("all_exchanges"):
        return None
    if scene.find("exchange", "exchange_noun") or scene.opens_with_pronoun:
        return scene.memory.exchange
    if scene.find("organisation") and scene.find("customers", "share", "volume"):
        return scene.memory.exchange
    figures = scene.find("volume", "share", "spot", "derivatives", "customers")
    if any(preceded(scene, e.start, "its") for e in figures):
        return scene.memory.exchange
    others = scene.of_kind(Kind.COUNTRY, Kind.BODY) or scene.find("etf", *_FIRMS)
    return scene.memory.exchange if figures and not others else None


def users(scene: Scene) -> Iterator[Exchange]:
    """So many people use an exchange: "serves 15 million clients"."""
    for found in scene.amounts:
        if not measures(found, "people") or scene.negated(found.start):
            continue
        people = scene.find("customers", "users")
        # "Bitvavo en a 1,5 million": the noun is that of the figure before.
        shared = found.rule.startswith("figure/implicit")
        counted = [
            e
            for e in people
            if (shared or found.start <= e.start) and e.start <= found.end + 1
        ]
        # "supera los 9 millones": the verb is the hedge, too
        serving = preceded(scene, found.start, "serving")
        serving = serving or followed(scene, found.start, "serving")
        if scene.free_order and not serving:
            # "Nach eigenen Angaben hat die Plattform sieben Millionen Kunden"
            serving = between(scene, *scene.clause(found.start), "serving")
        if not counted or not serving or followed(scene, found.end, "change_after"):
            continue
        if scene.stage(found.start) is not Stage.IN_EFFECT:
            continue
        for exchange in traders(scene, found)[-1:]:
            period = scene.when(found.start)
            yield Exchange(name=exchange, users=found.amount, period=period)


def exchanges(scene: Scene) -> Iterator[Exchange]:
    """An exchange, with its kind where the sentence says it."""
    name = exchange_of(scene)
    if name is None:
        return
    kind = None
    if scene.find("centralised"):
        kind = ExchangeKind.CENTRALISED
    elif scene.find("decentralised"):
        kind = ExchangeKind.DECENTRALISED
    if kind or scene.find("exchange_noun"):
        yield Exchange(name=name, kind=kind)


RULES: Final = (
    Rule("exchange-users", frozenset({"users", "customers"}), users),
    Rule(
        "exchange",
        frozenset({"exchange_noun", "centralised", "decentralised"}),
        exchanges,
    ),
)
