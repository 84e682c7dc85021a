"""Tokens that states issue, and the digital money of central banks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from babel.core import UnknownLocaleError
from babel.numbers import get_currency_name, get_territory_currencies

from ...codes import CRYPTO, CountryCode
from ...model import Backing, Stage, Token, TokenKind
from ...values import Period
from ..actors import actors
from ..bodies import known_bodies, state_tokens
from ..folding import fold
from ..language import folded_words, words
from ..lexicon import Event, Kind
from ..naming import either
from .figures import preceded
from .organisations import name_beside
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..scene import Scene

_MONEY: Final = "cbdc."
_ISSUED: Final = "issued."
# What a state does with a token of its own.
_ISSUING: Final = ("launch", "found", "sell")
# Of these words a name is sure only beside what backs a thing or who issues it.
_VAGUE: Final = frozenset({"cbdc", "digital_coin"})
# Money of several countries, such as the digital euro.
_SHARED: Final = "XX"
_WORDS: Final = re.compile(rb"[a-z]{3,}")
# How far from "a digital currency" it is said what backs it.
_REACH: Final = 80
# As long as " no plans to issue a ".
_DENIED: Final = 24
# What is no name of somebody who issues.
_NO_ISSUER: Final = frozenset(
    {Kind.COUNTRY, Kind.ADJECTIVE, Kind.CAPITAL, Kind.ASSET, Kind.NOUN, Kind.ANAPHOR}
)


def tokens(scene: Scene) -> Iterator[Token]:
    """A token that a state issues: "Bhutan launched TER, a token backed by gold"."""
    backed = scene.find("backed")
    coins = scene.find("token", "stablecoin", "digital_coin")
    for trigger in (*coins, *_backed_money(scene)):
        if not (_marked(scene, trigger) or _by_state(scene) is not None):
            continue
        if _of_a_firm(scene) or _denied(scene, trigger) or _in_a_body(scene, trigger):
            continue
        name = _named(scene, trigger) or _plain_name(scene, trigger)
        own = scene.country(trigger.start) or _by_state(scene)
        spoken = own or scene.memory.country
        issuer = _issuers(scene).get(name or "", spoken)
        if issuer is None or name is None:
            continue
        backing = scene.vocabulary("backing.")
        yield Token(
            issuer=issuer,
            name=name,
            kind=_kind(trigger, bool(backed)),
            backing=Backing(backing[0]) if backed and backing else None,
            stage=_stage(scene, trigger),
            period=_launched(scene, trigger),
        )


def _in_a_body(scene: Scene, trigger: Event) -> bool:
    """Whether a word is part of a name: "the National Virtual Assets Office"."""
    bodies = (scene.body_at(e, scene.sentence.end) for e in scene.of_kind(Kind.HEAD))
    return any(start <= trigger.start < end for start, end in bodies)


def _marked(scene: Scene, trigger: Event) -> bool:
    """Whether something is said to be a state's or backed, near a vague word for it."""
    marks = scene.find("backed", "sovereign")
    if trigger.value not in _VAGUE:
        return bool(marks)
    low, high = trigger.start - _REACH, trigger.end + _REACH
    return any(low <= mark.start < high for mark in marks)


def _by_state(scene: Scene) -> CountryCode | None:
    """Return the state that issues something: "a token that the government sold".

    Its president may have one of his own.
    """
    for verb in scene.find(*_ISSUING):
        start, end = scene.clause(verb.start)
        own = any(
            start <= e.start < verb.start
            or (e.start < end and preceded(scene, e.start, "by"))
            for e in scene.find("private")
        )
        states = [] if own else actors(scene, verb)
        if states:
            return states[0].country
    return None


def _issuers(scene: Scene) -> dict[str, CountryCode]:
    """Return whose the tokens are that are known by their name."""
    return {
        scene.text(event.start, event.end): CountryCode(event.value.split(".")[-1])
        for event in scene.events
        if event.value.startswith(_ISSUED)
    }


def known_tokens(scene: Scene) -> Iterator[Token]:
    """A token that is known by its name, where the story is about its issuer.

    Beside "token" or "digital currency" a name says enough, too.
    """
    coins = bool(scene.find("token", "digital_coin", "stablecoin", "backed"))
    memory = scene.memory
    about = {memory.country, memory.heading, memory.main_country, *memory.states}
    about |= {*scene.countries(), scene.subject}
    told = {token.name for token in tokens(scene)}
    for event in scene.events:
        if not event.value.startswith(_ISSUED):
            continue
        certainty, issuer = event.value.split(".")[1:]
        name = scene.text(event.start, event.end)
        sure = coins or certainty == "sure" or issuer in about
        if name in told or not sure:
            continue
        if _of_a_person(scene, event, state_tokens()[certainty][issuer]):
            continue
        told.add(name)
        stage = _stage(scene, event)
        yield Token(issuer=CountryCode(issuer), name=name, stage=stage)


def _of_a_person(scene: Scene, event: Event, names: Sequence[str]) -> bool:
    """Whether a name is rather somebody's: "Presidente Petro", and not "den Petro"."""
    name = scene.text(event.start, event.end)
    common = name[0].isupper() and name not in names
    return common and not preceded(scene, event.start, "definite")


def _stage(scene: Scene, trigger: Event) -> Stage:
    """Return how far it has come: "X will be launched" is a plan, too."""
    stage = scene.stage(trigger.start)
    end = scene.clause(trigger.start)[1]
    later = [e for e in scene.find("launch", "found") if trigger.end <= e.start < end]
    if stage is not Stage.IN_EFFECT or not later:
        return stage
    return scene.stage(later[0].start)


def _backed_money(scene: Scene) -> list[Event]:
    """Return words for virtual assets beside what backs them: "oil-backed crypto"."""
    marks = scene.find("backed", "sovereign")
    return [
        asset
        for asset in scene.of_kind(Kind.ASSET)
        if asset.value == CRYPTO
        and any(
            -1 <= asset.start - e.end <= 1 or 0 <= e.start - asset.end <= 1
            for e in marks
        )
    ]


def _kind(trigger: Event, backed: bool) -> TokenKind:  # noqa: FBT001
    if trigger.value == "stablecoin":
        return TokenKind.STATE_STABLECOIN
    return TokenKind.ASSET_BACKED if backed else TokenKind.SOVEREIGN


def _named(scene: Scene, trigger: Event) -> str | None:
    span = name_beside(scene, trigger) or _enclosed(scene, trigger)
    if span is None:
        return None
    if trigger.value in _VAGUE and span[0] > trigger.end:
        # "digital currencies in March" names none, "a digital currency called X" does.
        between = scene.plain[trigger.end : span[0]].strip(' «"“')
        if between not in scene.words("called"):
            return None
    start, end = span
    if end + 1 == trigger.start and scene.plain[trigger.start].isupper():
        end = trigger.end  # "Sango Coin"
    while scene.plain[start - 1].isalpha():
        start -= 1  # "eNaira"
    return scene.text(start, end)


def _enclosed(scene: Scene, trigger: Event) -> tuple[int, int] | None:
    """Return a name between two marks after the noun: `a gold-backed token, ZiG.`."""
    taken = {
        e.start
        for e in scene.events
        if e.kind in _NO_ISSUER and not e.value.startswith(_ISSUED)
    }
    for start, end in scene.names_in(trigger.end, scene.clause(trigger.end)[1]):
        opened = _opened(scene.section.language).search(scene.plain, trigger.end, start)
        closed = not scene.plain[end : end + 1].strip("».,;)\n")
        if opened and closed and start not in taken:
            return start, end
    return None


@cache
def _opened(language: str) -> re.Pattern[str]:
    """Return what stands before a name in apposition, at the end."""
    definite = either(words(language, "text", "definite"))
    return re.compile(rf",\s*(?:(?:{definite})\s*)?[«\"“]?\s*\Z", re.IGNORECASE)


@cache
def _apposition(language: str) -> re.Pattern[str]:
    """Return what stands between a word and the noun that tells what it is.

    `Venezuela's petro, a token`; a name without a capital follows an article or `'s`.
    """
    articles, definite, copulas = (
        either(words(language, "text", name))
        for name in ("articles", "definite", "copulas")
    )
    return re.compile(
        rf"(?:^|\s)(?:(?:{definite})\s*|[\w-]+['’]s\s+)(?P<name>[a-zà-ÿ-]+)\s*"
        rf"(?:,|\s(?:{copulas}))\s+(?:{articles})\s*$",
        re.IGNORECASE,
    )


def _plain_name(scene: Scene, trigger: Event) -> str | None:
    """Return a name without a capital in apposition: `le petro, un jeton`."""
    low = scene.clause(trigger.start)[0]
    text = scene.plain[low : trigger.start]
    match = _apposition(scene.section.language).search(text)
    if match is None or not match["name"].islower():
        return None
    start = low + match.start("name")
    known = (e for e in scene.events if e.start == start)
    others = any(not e.value.startswith(_ISSUED) for e in known)
    return None if others else match["name"]


def _of_a_firm(scene: Scene) -> bool:
    """Whether a firm launches it: "Tether launched", "issued by Circle"."""
    for event in scene.of_kind(Kind.BODY):
        if known_bodies()[event.value].kind in {"exchange", "company"}:
            return True
    taken = {e.start for e in scene.events if e.kind in _NO_ISSUER}
    for verb in scene.find("launch", "found"):
        if actors(scene, verb):
            return False
        start, end = scene.clause(verb.start)
        names = [a for a, _ in scene.names_in(start, end) if a not in taken]
        for name in names:
            subject = name < verb.start and not _official(scene, name)
            if preceded(scene, name, "by") or (subject and _opens(scene, start, name)):
                return True
    return bool(scene.find("company_holder")) and not scene.find("sovereign")


def _official(scene: Scene, name: int) -> bool:
    """Whether a name is that of a public body: no "Banco Santander"."""
    marks = scene.of_kind(Kind.COUNTRY, Kind.ADJECTIVE, Kind.CAPITAL)
    marks = [*marks, *scene.find("central_bank", "sovereign")]
    for head in scene.of_kind(Kind.HEAD):
        start, end = scene.body_at(head, scene.sentence.end)
        if start <= name < end and any(start <= e.start <= end + 1 for e in marks):
            return True
    return False


def _opens(scene: Scene, start: int, name: int) -> bool:
    """Whether a name stands at the head of its clause, after an article at most."""
    before = scene.folded[start:name].split()
    articles = folded_words(scene.section.language, "text", "articles")
    return all(word.rstrip(b"'") in articles or word in articles for word in before)


def central_bank_money(scene: Scene) -> Iterator[Token]:
    """`le yuan numérique de la Chine`: a named currency, not the abstract noun."""
    issuers = {
        (e.start, e.end): e.value.removeprefix(_MONEY)
        for e in scene.events
        if e.value.startswith(_MONEY)
    }
    seen: set[tuple[str, str]] = set()
    found = scene.find("cbdc")
    for trigger in sorted(found, key=lambda e: (e.start, e.end) not in issuers):
        name = scene.text(trigger.start, trigger.end)
        if any(word in name.lower() for word in scene.words("abstract_money")):
            beside = _named(scene, trigger)
            if beside is None:
                continue
            name = beside
        fixed = issuers.get((trigger.start, trigger.end))
        issuer = CountryCode(fixed) if fixed else _issuer(scene, trigger, name)
        stage = _stage(scene, trigger)
        if issuer is None or issuer == _SHARED or _denied(scene, trigger):
            continue
        key = (issuer, name.lower())
        if key in seen:
            continue
        seen.add(key)
        yield Token(
            issuer=issuer,
            name=name,
            kind=TokenKind.CBDC,
            stage=stage,
            period=None if stage is Stage.REJECTED else _launched(scene, trigger),
        )


def _issuer(scene: Scene, trigger: Event, name: str) -> CountryCode | None:
    """Return whose money it is: who is spoken of, if its own money is called so."""
    memory = scene.memory
    own = scene.country(trigger.start)
    if scene.text(trigger.start, trigger.end) != name:
        return own
    language = scene.section.language
    for country in (own, memory.country, memory.main_country):
        if country is not None and _is_money(name, country, language):
            return country
    return None


@cache
def _is_money(name: str, country: CountryCode, language: str) -> bool:
    """Whether the money of a country has a word of a name: no "dollar" in Bolivia."""
    said = set(_WORDS.findall(fold(name)))
    try:
        called = [
            fold(get_currency_name(code, locale=locale))
            for code in get_territory_currencies(country)
            for locale in (language, "en")
        ]
    except UnknownLocaleError:
        return True
    return any(said & set(_WORDS.findall(each)) for each in called)


def _denied(scene: Scene, trigger: Event) -> bool:
    """Whether there is to be none: "no plans for a digital peso", "bars it to issue".

    In a language that puts its verb last, what is forbidden follows the ban anyway.
    """
    low = scene.clause(trigger.start)[0]
    near = max(low, trigger.start - _DENIED)
    if any(near <= e.start < trigger.start for e in scene.find("negation", "ban")):
        return True
    if scene.free_order:
        low = scene.sentence.start
    start = trigger.start
    bans = [e.end for e in scene.find("ban") if low <= e.start < start]
    deeds = [e.start for e in scene.find("launch", "found", "build")]
    high = scene.clause(start)[1] if scene.free_order else start
    return any(ban <= deed < high for ban in bans for deed in deeds)


def _launched(scene: Scene, trigger: Event) -> Period | None:
    """Return since when there is a token: the date in the clause of its launch."""
    start = scene.when(trigger.start) if scene.find("launch", "found") else None
    if start is None or not start.resolved:
        return start
    return start if "/" in start.edtf else Period.between(start, None)


_KNOWN: Final = frozenset(
    f"{_ISSUED}{certainty}.{code}"
    for certainty, issuers in state_tokens().items()
    for code in issuers
)

RULES: Final = (
    Rule(
        "token",
        frozenset({"token", "stablecoin", "digital_coin", "backed", "sovereign"}),
        tokens,
    ),
    Rule("token/known", _KNOWN, known_tokens),
    Rule("token/central-bank", frozenset({"cbdc"}), central_bank_money),
)
