"""Tokens that states issue, and the digital money of central banks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from ...codes import CRYPTO, CountryCode
from ...model import Backing, Stage, Token, TokenKind
from ...values import Period
from ..actors import actors
from ..bodies import known_bodies
from ..language import folded_words, words
from ..lexicon import Event, Kind
from ..naming import either
from .figures import preceded
from .organisations import name_beside
from .rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..scene import Scene

_MONEY: Final = "cbdc."
# Money of several countries, such as the digital euro.
_SHARED: Final = "XX"
# As long as " no plans to issue a ".
_DENIED: Final = 24
# What is no name of somebody who issues.
_NO_ISSUER: Final = frozenset(
    {Kind.COUNTRY, Kind.ADJECTIVE, Kind.CAPITAL, Kind.ASSET, Kind.NOUN, Kind.ANAPHOR}
)


def tokens(scene: Scene) -> Iterator[Token]:
    """A token that a state issues: "Bhutan launched TER, a token backed by gold"."""
    backed = scene.find("backed")
    for trigger in (*scene.find("token", "stablecoin"), *_backed_money(scene)):
        if not (backed or scene.find("sovereign")) or _of_a_firm(scene):
            continue
        name = _named(scene, trigger) or _plain_name(scene, trigger)
        issuer = scene.country(trigger.start) or scene.memory.country
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
    if trigger.value == "cbdc" and span[0] > trigger.end:
        # "digital currencies in March" names none, "a digital currency called X" does.
        between = scene.plain[trigger.end : span[0]].strip(' «"“')
        if between not in scene.words("called"):
            return None
    start, end = span
    while scene.plain[start - 1].isalpha():
        start -= 1  # "eNaira"
    return scene.text(start, end)


def _enclosed(scene: Scene, trigger: Event) -> tuple[int, int] | None:
    """Return a name between two marks after the noun: `a gold-backed token, ZiG.`."""
    taken = {e.start for e in scene.events if e.kind in _NO_ISSUER}
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
    return None if any(e.start == start for e in scene.events) else match["name"]


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
            subject = name < verb.start and not scene.find("body_head")
            if preceded(scene, name, "by") or (subject and _opens(scene, start, name)):
                return True
    return bool(scene.find("company_holder")) and not scene.find("sovereign")


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
        issuer = CountryCode(fixed) if fixed else scene.country(trigger.start)
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


def _denied(scene: Scene, trigger: Event) -> bool:
    """Whether a negation stands right before a name: "no plans for a digital peso"."""
    low = max(scene.clause(trigger.start)[0], trigger.start - _DENIED)
    return any(low <= e.start < trigger.start for e in scene.find("negation"))


def _launched(scene: Scene, trigger: Event) -> Period | None:
    """Return since when there is a token: the date in the clause of its launch."""
    start = scene.when(trigger.start) if scene.find("launch", "found") else None
    if start is None or not start.resolved:
        return start
    return start if "/" in start.edtf else Period.between(start, None)


RULES: Final = (
    Rule("token", frozenset({"token", "stablecoin", "backed", "sovereign"}), tokens),
    Rule("token/central-bank", frozenset({"cbdc"}), central_bank_money),
)
