"""The words with which a language states amounts, compiled for looking them up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs
from ahocorasick_rs import BytesAhoCorasick, Implementation

from ...errors import UnknownLocale
from ..folding import WORD, fold
from ..language import languages, words
from ..phrases import LETTERS, Ahead, Behind, section, setting, trie
from .numbers import NumberWords, number_words
from .units import Prefixes, UnitWord, prefixes, units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FILE: Final = "quantities"


@attrs.frozen
class Scale:
    """A word that multiplies: `million` is a power of 6; `bn` is short, as printed."""

    power: int
    printed: str = ""


@attrs.frozen
class Grammar:
    """How a language states amounts.

    Attributes:
        decimal: the mark before decimals.
        other_decimal: the mark that some who write it use, empty if there is none.
        language: which language it is.
        scales: words that multiply a number.
        scale_more: first words of what may come after a scale word and add to it.
        links: what may stand between a scale word and its unit.
        of: words after which a unit may come a few words later.
        units: what may be counted.
        prefixes: signs and codes before a number.
        between: words that may stand between a number and its people.
        modifiers: how many words of any kind may stand there.
        stops: words that are no noun.
        things: nouns that a unit before them only qualifies.
        half: what adds a half after a scale word.
        range: words between the two numbers of a range.
        linked: the words of `range` and `pair`.
        pair: words between two numbers that share a unit.
        part: words between a number and the whole of which it is a part.
        ratio: words between two numbers of a ratio: "4 in 10 adults".
        number_of: words before what a number further on counts.
        open: words before the first of two numbers of a range.
        changes: verbs of change: what follows is two figures and no range.
        hedges: words that make the number after them vague.
        hedges_after: words that make the amount before them vague.
        false_hedges: words that make the hedge after them no hedge.
        rates: words after an amount that say for how long, or for what, it is.
        trailing: first words of `hedges_after` and `rates`.
        round_numbers: words that are a number and a hedge at once.
        years: what stands before a number that is a year.
        numbers: number words.
        number_ends: the last two letters of number words and round numbers.
        articles: number words that are articles more often than numbers.
        triggers: words before which a number may stand in words, with what parts them
            from the word before.
    """

    decimal: str
    other_decimal: str
    language: str
    scales: Ahead[Scale]
    scale_more: frozenset[bytes]
    links: re.Pattern[bytes]
    of: Ahead[None]
    units: Ahead[UnitWord]
    prefixes: Prefixes
    between: frozenset[bytes]
    modifiers: int
    stops: frozenset[bytes]
    things: frozenset[bytes]
    half: Ahead[None]
    range: frozenset[bytes]
    linked: Behind[None]
    pair: frozenset[bytes]
    part: frozenset[bytes]
    ratio: Behind[None]
    number_of: re.Pattern[bytes]
    open: Behind[None]
    changes: frozenset[bytes]
    hedges: Behind[str]
    hedges_after: Ahead[str]
    false_hedges: dict[bytes, frozenset[bytes]]
    rates: Ahead[str]
    trailing: re.Pattern[bytes]
    round_numbers: Behind[str]
    years: Behind[None]
    numbers: NumberWords | None
    number_ends: frozenset[bytes]
    articles: Ahead[None]
    triggers: BytesAhoCorasick


def _scales(language: str) -> Iterator[tuple[str, Scale]]:
    for power, listed in section(language, FILE, "scales").items():
        for word in listed:
            yield word, Scale(int(power))
    for power, listed in section(language, FILE, "short_scales").items():
        for word in listed:
            yield word, Scale(int(power), word)


def _folded(language: str, *path: str) -> frozenset[bytes]:
    return frozenset(fold(word) for word in words(language, FILE, *path))


def _listed(language: str, *path: str) -> list[tuple[str, None]]:
    return [(word, None) for word in words(language, FILE, *path)]


def _named(language: str, name: str) -> list[tuple[str, str]]:
    return [
        (word, key)
        for key, listed in section(language, FILE, name).items()
        for word in listed
    ]


def _links(language: str) -> re.Pattern[bytes]:
    """Compile what stands between a scale word and its unit: ` de `, ` d'`."""
    joins = (fold(word) for word in words(language, FILE, "joins", "units"))
    ways = (
        b"[ \n]" + re.escape(join) + (b"" if join.endswith(b"'") else b"[ \n]")
        for join in sorted(joins, key=len, reverse=True)
    )
    return re.compile(b"(?:%b)" % b"|".join((*ways, b"(?!)")))


def _number_of(language: str) -> re.Pattern[bytes]:
    """Compile words before what a number further on counts: `number of users`."""
    phrases = b"(?:%b)" % trie(_folded(language, "joins", "number_of"))
    ends = rb"(?:(?<=')|(?![%b]) ?)" % LETTERS
    return re.compile(rb"(?<![%b])%b%b" % (LETTERS, phrases, ends))


def _triggers(language: str) -> list[bytes]:
    """Words before which a number may stand in words."""
    money = section(language, FILE, "currencies").values()
    cents = section(language, FILE, "hundredths").values()
    listed: Iterable[str] = (
        *(word for word, scale in _scales(language) if not scale.printed),
        *(word for ways in (*money, *cents) for word in ways if word.isalpha()),
        *words(language, FILE, "measures", "%"),
        *words(language, FILE, "counted", "words"),
    )
    folded = {fold(word) for word in listed}
    # one that begins with another is found with it
    heads = [word for word in folded if not word.startswith(tuple(folded - {word}))]
    return [gap + head for head in sorted(heads) for gap in (b" ", b"-", b"\n")]


def _trailing(heads: set[bytes]) -> re.Pattern[bytes]:
    """Compile what finds the first word, or mark, of a hedge or rate after a unit."""
    marks = {head for head in heads if head[0] not in WORD}
    word = rb"(?:%b)(?![%b])" % (trie(heads - marks), LETTERS)
    return re.compile(rb"[ \n]?(%b|%b)" % (word, trie(marks)))


@cache
def grammar(language: str) -> Grammar:
    """Return how a language states amounts.

    >>> grammar("fr").decimal
    ','

    Raises:
        UnknownLocale: no such language can be read.
    """
    if language not in languages():
        expected = f"a language that can be read ({', '.join(languages())})"
        raise UnknownLocale(language, expected)
    false_hedges = section(language, FILE, "false_hedges")
    scales = Ahead(_scales(language))
    hedges_after = Ahead(_named(language, "hedges_after"))
    rates = Ahead(_named(language, "rates"))
    linked = [*words(language, FILE, "joins", "range")]
    linked += words(language, FILE, "joins", "pair")
    half = Ahead(_listed(language, "joins", "half"))
    rounded = _named(language, "round_numbers")
    numbers = number_words(language)
    numeric = [
        *(numbers.values if numbers else ()),
        *(fold(word) for word, _ in rounded),
    ]
    return Grammar(
        decimal=setting(language, FILE, "decimal"),
        other_decimal=setting(language, FILE, "other_decimal"),
        language=language,
        scale_more=frozenset((*scales.heads, *half.heads)),
        scales=scales,
        links=_links(language),
        of=Ahead(_listed(language, "joins", "of")),
        units=units(language),
        prefixes=prefixes(),
        between=_folded(language, "people", "between"),
        modifiers=int(setting(language, FILE, "modifiers") or 0),
        stops=_folded(language, "stops", "words"),
        things=_folded(language, "things", "words"),
        half=half,
        range=_folded(language, "joins", "range"),
        linked=Behind((word, None) for word in linked),
        pair=_folded(language, "joins", "pair"),
        part=_folded(language, "joins", "part"),
        ratio=Behind(_listed(language, "joins", "ratio")),
        number_of=_number_of(language),
        open=Behind(_listed(language, "joins", "open")),
        changes=_folded(language, "changes", "words"),
        hedges=Behind(
            _named(language, "hedges"),
            between=words(language, FILE, "hedged", "between"),
            before=words(language, FILE, "hedged", "before"),
        ),
        hedges_after=hedges_after,
        false_hedges={
            fold(hedge): frozenset(map(fold, listed))
            for hedge, listed in false_hedges.items()
        },
        rates=rates,
        trailing=_trailing({*hedges_after.heads, *rates.heads}),
        round_numbers=Behind(rounded),
        years=Behind(_listed(language, "years", "before")),
        numbers=numbers,
        number_ends=frozenset(
            (gap + word)[-2:] for word in numeric for gap in (b"", b" ", b"\n")
        ),
        articles=Ahead(_listed(language, "joins", "articles")),
        triggers=BytesAhoCorasick(
            _triggers(language), implementation=Implementation.DFA
        ),
    )


@cache
def turned(language: str) -> Grammar:
    """Return the grammar of those who write a language with its other decimal mark.

    >>> turned("es").decimal
    '.'
    """
    own = grammar(language)
    return attrs.evolve(own, decimal=own.other_decimal)
