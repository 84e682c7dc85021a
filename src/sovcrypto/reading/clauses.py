"""Where the clauses of a sentence begin, told by marks and without a parse.

A clause begins at a relative or a contrasting word, at a semicolon, colon or dash, and
where a comma or a coordinator ("and", "et") is followed at once by a verb or a pronoun.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .folding import fold
from .language import words
from .lexicon import Event, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_STATES: Final = frozenset({Kind.COUNTRY, Kind.PART})


@cache
def _joints(language: str) -> re.Pattern[bytes]:
    """Return what may stand between two clauses; a comma or a word has to prove it."""
    links = (re.escape(fold(word)) for word in words(language, "text", "coordinators"))
    return re.compile(
        rb"(?P<hard>[;:](?=[ \n])| -(?= ))|,(?= )|(?<= )(?P<word>%b)(?= )"
        % b"|".join(links)
    )


@cache
def _auxiliaries(language: str) -> tuple[bytes, ...]:
    return tuple(fold(f"{word} ") for word in words(language, "text", "auxiliaries"))


@cache
def _infinitive(language: str) -> re.Pattern[bytes]:
    """Return an infinitive before the next mark: `plant, die Börse zu lizenzieren`."""
    words_of = words(language, "text", "infinitives")
    either = b"|".join(
        re.escape(fold(word.strip("-"))) + (b"" if word.endswith("-") else rb"\b")
        for word in words_of
    )
    return re.compile(rb"[^,.;:]*?\b(?:%b)" % (either or b"(?!)"))


@cache
def _coordinators(language: str) -> frozenset[str]:
    return frozenset(words(language, "text", "coordinators"))


def _coordinates(word: str, language: str) -> bool:
    """Whether a word with an accent is one of the list, and not only without it."""
    return word.isascii() or word.lower() in _coordinators(language)


@cache
def _articles(language: str) -> frozenset[bytes]:
    return frozenset({b"", *map(fold, words(language, "text", "articles"))})


def _subject(
    folded: bytes, end: int, after: int, events: Sequence[Event], language: str
) -> bool:
    """Whether a state with a verb of its own follows: "…, and Germany sold 50,000".

    In a list, as in "Bhutan and Ethiopia hold", a state stands right before, too.
    """
    state = next((e for e in events if e.start >= after and e.kind in _STATES), None)
    if state is None or folded[after : state.start].strip() not in _articles(language):
        return False
    before = [e for e in events if e.end <= end]
    listed = any(e.kind in _STATES and end - e.end <= 1 for e in before)
    led = any(e.kind is Kind.VERB for e in before)
    acts = any(e.kind is Kind.VERB and 0 < e.start - state.end <= 1 for e in events)
    return led and acts and not listed


def _aside(
    folded: bytes, end: int, after: int, events: Sequence[Event], language: str
) -> bool:
    """Whether a coin, or its miners, do something else: "sold steel, and bitcoin fell".

    Where a coin has been named before, as in "bitcoin, ether and solana", it is a list.
    """
    named = [e for e in events if e.kind is Kind.ASSET or e.value == "mining"]
    link = next((e for e in named if e.start >= after), None)
    before = [e for e in events if e.end <= end]
    return (
        link is not None
        and folded[after : link.start].strip() in _articles(language)
        and folded[end - 2 : end] == b", "
        and any(e.kind is Kind.VERB for e in before)
        and not any(e in named for e in before)
    )


def clause_starts(
    folded: bytes,
    start: int,
    end: int,
    events: Sequence[Event],
    language: str,
    plain: str = "",
) -> list[int]:
    """Return the offsets at which the clauses of a sentence begin, in order.

    The plain text tells Italian *e* from *è*, which coordinates nothing.

    >>> clause_starts(b"it fell; it rose", 0, 16, [], "en")
    [0, 7]
    """
    verbal = {e.start for e in events if e.kind in {Kind.VERB, Kind.MARK}}
    verbal |= {e.start for e in events if e.value == "pronoun"}
    cuts = {start}
    for event in events:
        # "Kenia plant, die Börse zu lizenzieren": an article and no relative pronoun.
        article = folded.startswith(b",", event.start)
        if event.kind is Kind.BREAK and not (
            article and _infinitive(language).match(folded, event.end, end)
        ):
            cuts.add(event.start)
    for joint in _joints(language).finditer(folded, start, end):
        after = joint.end() + 1
        word = joint["word"] is not None
        if word and not _coordinates(plain[joint.start() : joint.end()], language):
            continue
        coordinated = word and folded.startswith(_auxiliaries(language), after)
        subject = any(
            begins(folded, joint.start(), after, events, language)
            for begins in (_subject, _aside)
        )
        if joint["hard"] or after in verbal or coordinated or subject:
            cuts.add(joint.start())
    return sorted(cuts)
