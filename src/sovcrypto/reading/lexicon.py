"""Everything a language knows, as one automaton.

All words that mean something go into a single Aho-Corasick automaton over the folded
text, so that a text is passed over once, however many words there are. What comes out
are events: spans with a kind and a value.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from .. import _data
from ..codes import CRYPTO
from .automaton import Automaton
from .bodies import digital_money, known_bodies, state_tokens
from .folding import fold
from .language import words
from .phrases import section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .folding import Shadow


class Kind(StrEnum):
    """What an event is."""

    COUNTRY = "country"
    """A country by name; the value is its code."""
    ADJECTIVE = "adjective"
    """A country by its adjective or its inhabitants."""
    PART = "part"
    """A state of a federation, a region or a city; the value is `US/Texas`."""
    CAPITAL = "capital"
    """The capital of a country, which may stand for it: "Beijing banned"."""
    MONEY = "money"
    """A currency named after a country; nothing is said of the country."""
    ASSET = "asset"
    BODY = "body"
    HEAD = "head"
    """A word at the head of an official body's name."""
    VERB = "verb"
    NOUN = "noun"
    MARK = "mark"
    ANAPHOR = "anaphor"
    """A phrase that stands for something spoken of before."""
    VOICE = "voice"
    BREAK = "break"
    """A word with which a clause begins."""


class Event(NamedTuple):
    """A span of the shadow that means something."""

    start: int
    end: int
    kind: Kind
    value: str


class Entry(NamedTuple):
    """One reading of a word.

    `capital` is where it needs a capital letter (its last one, so that `La réunion` is
    not `La Réunion`), or None; `exact` is the word where its accents matter, which they
    do in common words (`a` is not `à`) but not in names; `rest` finds the second half
    of a parted verb after the first; `ending` is how much of a name is its ending.
    """

    kind: Kind
    value: str
    capital: int | None = None
    exact: str | None = None
    rest: re.Pattern[bytes] | None = None
    ending: int = 0


def _capital(word: str) -> int | None:
    return max((i for i, char in enumerate(word) if char.isupper()), default=None)


def _countries(language: str) -> Iterator[tuple[str, Entry | None]]:
    endings = ("", *words(language, "names", "endings"))
    blocked = words(language, "names", "block")
    for code, names in _data.territory_names(language).items():
        for name in names.names:
            if name in blocked:
                continue
            entry = Entry(Kind.COUNTRY, code, _capital(name))
            for ending in endings:
                yield f"{name}{ending}", entry._replace(ending=len(ending))
        for word in (*names.adjectives, *names.inhabitants):
            # French writes `pakistanais` and `les Pakistanais`.
            lower = any(adjective[:1].islower() for adjective in names.adjectives)
            yield word, Entry(Kind.ADJECTIVE, code, None if lower else _capital(word))
        if names.capital:
            # It may hold the name of a country, too: Mexico City, San Salvador.
            entry = Entry(
                Kind.CAPITAL, code, _capital(names.capital), names.capital.lower()
            )
            yield names.capital, entry
    yield from _aliases(language)


def _aliases(language: str) -> Iterator[tuple[str, Entry | None]]:
    for code, aliases in section(language, "names", "aliases").items():
        for alias in aliases:
            kind = Kind.COUNTRY if alias[:1].isupper() else Kind.ADJECTIVE
            yield alias, Entry(kind, code, _capital(alias))
    for code, seats in section(language, "names", "seats").items():
        for seat in seats:
            yield seat, Entry(Kind.CAPITAL, code, _capital(seat))
    for code, parts in section(language, "names", "parts").items():
        for part in parts:
            yield part, Entry(Kind.PART, f"{code}/{part}", _capital(part))
    for code, names_of_money in section(language, "names", "money").items():
        for name in names_of_money:
            yield name, Entry(Kind.MONEY, code)
    for phrase in words(language, "names", "block"):
        yield phrase, None


def assets(language: str) -> Iterator[tuple[str, Entry | None]]:
    """Yield the names of virtual assets, and the words for them in general."""
    for ticker, row in _data.assets().items():
        if not row.ambiguous:
            yield ticker, Entry(Kind.ASSET, ticker, _capital(ticker))
            for alias in row.aliases:
                yield alias, Entry(Kind.ASSET, ticker)
    for ticker, names in section(language, "names", "assets").items():
        for name in names:
            yield name, Entry(Kind.ASSET, ticker)
    for phrase in words(language, "names", "crypto"):
        yield phrase, Entry(Kind.ASSET, CRYPTO)


def _bodies(language: str) -> Iterator[tuple[str, Entry | None]]:
    for body in known_bodies().values():
        for alias in body.aliases:
            yield alias, Entry(Kind.BODY, body.name, _capital(alias))
    for word in words(language, "names", "body_heads"):
        yield word, Entry(Kind.HEAD, "body_head", capital=0)
    for code, names in digital_money().items():
        for name in names:
            yield name, Entry(Kind.NOUN, "cbdc")
            yield name, Entry(Kind.NOUN, f"cbdc.{code}")
    for certainty, issuers in state_tokens().items():
        for code, names in issuers.items():
            for name in names:
                entry = Entry(Kind.NOUN, f"issued.{certainty}.{code}", _capital(name))
                yield name, entry


_SECTIONS: Final = (
    ("facts", "verbs", Kind.VERB),
    ("facts", "nouns", Kind.NOUN),
    ("facts", "marks", Kind.MARK),
    ("text", "anaphora", Kind.ANAPHOR),
    ("text", "voice", Kind.VOICE),
)


# Between the halves of a verb: `hob … auf` finds "hob das Verbot im Mai auf".
_GAP: Final = " … "


@cache
def _parted(language: str, last: str) -> re.Pattern[bytes]:
    """Return what finds the second half of a verb: it ends the clause of the first."""
    links = (fold(word) for word in words(language, "text", "coordinators"))
    return re.compile(
        rb"(?:[^.;:!?\n]|[.:](?=[0-9])){0,160}? %b(?=[^\w ]|\Z| (?:%b) )"
        % (re.escape(fold(last)), b"|".join(map(re.escape, links)))
    )


def _concepts(language: str) -> Iterator[tuple[str, Entry | None]]:
    for file, part, kind in _SECTIONS:
        for concept, listed in section(language, file, part).items():
            for word in listed:
                first, _, last = word.partition(_GAP)
                rest = _parted(language, last) if last else None
                yield first, Entry(kind, concept, exact=first.strip("-"), rest=rest)
    for word in words(language, "text", "clause_breaks"):
        yield word, Entry(Kind.BREAK, word, exact=word)


# How far a list of places reaches, in events and in characters.
_AROUND: Final = 12
_REACH: Final = 100
# What follows a first name: `Jordan Smith`.
_SURNAME = re.compile(r" [A-ZÀ-Þ][a-zß-ÿ]+")


class Lexicon:
    """The automaton of one language."""

    def __init__(
        self, entries: Iterable[tuple[str, Entry | None]], persons: Iterable[str] = ()
    ) -> None:
        self._persons = frozenset(persons)
        listed = list(entries)
        self._automaton = Automaton(word for word, _ in listed)
        meanings: list[dict[Entry, None]] = [{} for _ in self._automaton.words]
        for word, entry in listed:
            number = self._automaton.number(word)
            if number is not None and entry is not None:
                meanings[number][entry] = None
        # A verb with its second half says more than the first one alone.
        self._meanings = [
            tuple(sorted(known, key=lambda entry: entry.rest is None))
            for known in meanings
        ]
        # The head of a name counts within a longer word: `Regulatory Authority`.
        self._heads = frozenset(
            number
            for number, entries in enumerate(self._meanings)
            if any(entry.kind is Kind.HEAD for entry in entries)
        )
        # "Ha vendido" may lack its subject, and is a verb like others where it has one.
        self._open = frozenset(
            number
            for number, entries in enumerate(self._meanings)
            if entries and all(entry.value == "dropped" for entry in entries)
        )
        # Names that a country shares with a part of another one: Georgia.
        self._shared = frozenset(
            number
            for number, entries in enumerate(self._meanings)
            if {Kind.COUNTRY, Kind.PART} <= {entry.kind for entry in entries}
        )

    def events(self, shadow: Shadow, start: int, end: int) -> list[Event]:
        """Return what means something between two offsets, in order.

        A word within a longer one gives way (`Salvador` in `San Salvador`); words that
        merely overlap both count (`la société`, `société de trading`).
        """
        events: list[Event] = []
        shared: list[int] = []
        reach = (-1, -1)
        for left, right, number in self._automaton.find(shadow.folded[start:end]):
            inner = right <= reach[1] and (left, right) != reach
            if inner and number not in self._heads:
                continue
            if number in self._shared:
                shared.append(len(events))
            counts = self._mean(shadow, start + left, start + right, number, events)
            if counts and not inner and number not in self._open:
                reach = left, right
        return _told_apart(events, shared) if shared else events

    def _mean(
        self, shadow: Shadow, start: int, end: int, number: int, events: list[Event]
    ) -> bool:
        """Add what a word means here; say whether it counts, if only as a blocker."""
        plain = shadow.plain
        shown = plain[start:end]
        meanings = self._meanings[number]
        counts = not meanings
        if shown in self._persons and _SURNAME.match(plain, end):
            return False
        plainly, parted = shown.isascii(), False
        for kind, value, capital, exact, rest, ending in meanings:
            if capital is not None and not plain[start + capital].isupper():
                continue
            plain_exact = exact is None or (plainly and exact.isascii())
            if not plain_exact and not _spelled(shown, exact or shown):
                continue
            if rest is None and parted:
                break
            if rest is not None:
                if not rest.match(shadow.folded, end):
                    continue
                parted = True
            events.append(Event(start, end - ending, kind, value))
            counts = True
        return counts


def _told_apart(events: list[Event], shared: list[int]) -> list[Event]:
    """Keep one meaning of each name that a country shares with a part of another.

    "Georgia, Alabama and Texas": beside other parts of the same country it is one.
    """
    dropped: set[Event] = set()
    for index in shared:
        here = [e for e in events[index : index + 4] if e.start == events[index].start]
        parts = [e for e in here if e.kind is Kind.PART]
        near = [
            other
            for other in events[max(0, index - _AROUND) : index + _AROUND]
            if other.kind is Kind.PART and abs(other.start - here[0].start) < _REACH
        ]
        alike = any(
            other not in here and other.value.startswith(part.value[:3])
            for other in near
            for part in parts
        )
        dropped.update(e for e in here if (e.kind is Kind.COUNTRY) == alike)
    return [event for event in events if event not in dropped]


def _spelled(shown: str, word: str) -> bool:
    """Whether a word has the accents of the text; capitals may go without them."""
    shown = shown.replace("\u2019", "'").replace("\u00a0", " ")
    lower = shown.lower()
    return (
        lower == word
        or shown.isupper()
        or (shown[0].isupper() and lower[1:] == word[1:])
    )


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language, built when it is first asked for."""
    return Lexicon(entries(language), words(language, "names", "also_persons"))


def entries(language: str) -> Iterator[tuple[str, Entry | None]]:
    """Yield the words of a language with what they mean, None for what only blocks."""
    yield from _countries(language)
    yield from assets(language)
    yield from _bodies(language)
    yield from _concepts(language)
