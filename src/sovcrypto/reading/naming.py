"""Names that no list knows: capitalised runs, and what a text itself says of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from .language import languages, words
from .lexicon import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .lexicon import Event

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞŁŚŠŽ"
_WORD: Final = rf"[{_CAPITAL}][\w&’'.-]*[\w]|[{_CAPITAL}]"
# A long form followed by its short one: `Gelephu Mindfulness City (GMC)`.
SHORT: Final = re.compile(rf"\s*\(([{_CAPITAL}][{_CAPITAL}\d&.-]{{1,9}})\)")
"""What finds the short form of a name, in brackets."""
# "Vietnam's State Securities Commission": the country is no part of the name.
_OWNED: Final = re.compile(r"['’]s?\s+")
_FIRST = re.compile(r"[\w-]+")
_NEXT = re.compile(rf"[\s’']*(?=[{_CAPITAL}])")


def either(listed: Iterable[str]) -> str:
    """Return a pattern for one of some words, the longest first.

    >>> re.findall(either(["de", "de l'"]), "de l’or, de lin")
    ['de l’', 'de']
    """
    return "|".join(
        re.escape(word[:-1]) + "[’']" if word[-1] == "'" else re.escape(word) + r"\b"
        for word in sorted(set(listed), key=lambda word: (-len(word), word))
    )


def _known(name: str) -> str:
    """Return a pattern for a list of names.toml, of all languages.

    A paper names bodies in other languages than its own, too.
    """
    return either(word for tag in languages() for word in words(tag, "names", name))


@cache
def _run() -> re.Pattern[str]:
    """Return what finds capitalised words and what may stand between those of a name.

    `Bank of Ghana`, `Autorité des marchés` (with a head word), `Druk Holding &
    Investments`.
    """
    links = _known("links")
    blank = r"\s*\n\s*\n"  # a name does not go on below an empty line
    return re.compile(
        rf"(?:{_WORD})(?:(?!{blank})\s+(?:(?:&|{links})\s*)?(?:{_WORD}))*"
    )


@cache
def _tail() -> re.Pattern[str]:
    """Return what goes on in a body's name: links, capitals, further head words."""
    links, heads = _known("tails"), _known("inner_heads")
    return re.compile(rf"(?:\s+(?:(?:{links})\s*)?(?:{_WORD}|\b(?:{heads})))+")


@cache
def _banks() -> re.Pattern[str]:
    """Return the head words of names that keep their country: `Bank of Ghana`."""
    return re.compile(_known("with_country"), re.IGNORECASE)


@cache
def _cut() -> re.Pattern[str]:
    """Return what stands between the name of a body and that of its country."""
    return re.compile(rf"\s+(?:{_known('tails')})\s*$")


@cache
def openers(language: str) -> re.Pattern[str]:
    """Return what has a capital at the head of a name and is no part of it."""
    listed = words(language, "names", "openers")
    # "-firma" stands for "Firma" and "KI-Firma" alike.
    either = ("[\\w-]*" * word.startswith("-") + word.strip("-") for word in listed)
    return re.compile(rf"(?:{'|'.join(either) or '(?!)'})", re.IGNORECASE)


def names(plain: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of capitalised runs that may be names.

    A function word at the head of a sentence is capitalised, too, and is left out.

    >>> text = "The Bank of Ghana and Green Digital met."
    >>> [text[a:b] for a, b in names(text, 0, len(text), "en")]
    ['Bank of Ghana and Green Digital']
    """
    opens = openers(language).fullmatch
    for begin, right in _runs(plain, start, end, language):
        left = begin
        first = _FIRST.match(plain, left, right)
        while first and opens(first[0]):
            rest = _NEXT.match(plain, first.end())
            left = rest.end() if rest else right
            first = _FIRST.match(plain, left, right)
        if left < right:
            yield left, right


def _runs(plain: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield runs of capitals; what opens a line after a heading begins a new one."""
    opens = openers(language).fullmatch
    for match in _run().finditer(plain, start, end):
        left, right = match.span()
        line = plain.find("\n", left, right)
        while line >= 0:
            first = _FIRST.match(plain, line + 1, right)
            if first and opens(first[0]):
                yield left, line
                left = line + 1
            line = plain.find("\n", line + 1, right)
        yield left, right


def short_forms(
    plain: str, start: int, end: int, language: str
) -> Iterator[tuple[str, str]]:
    """Yield the short forms that a text introduces in brackets, with their long forms.

    >>> text = "in Gelephu Mindfulness City (GMC)"
    >>> list(short_forms(text, 0, len(text), "en"))
    [('GMC', 'Gelephu Mindfulness City')]
    """
    for left, right in names(plain, start, end, language):
        match = SHORT.match(plain, right, end)
        if match and _initials(plain[left:right], match[1]):
            yield match[1], plain[left:right]


def _initials(name: str, short: str) -> bool:
    initials = "".join(word[0] for word in re.split(r"[\s’'-]+", name) if word)
    wanted = short.replace(".", "").upper()
    return wanted[0] == name[0].upper() and set(wanted) <= set(initials.upper())


def body_at(
    plain: str, head: Event, events: Sequence[Event], end: int, language: str
) -> tuple[int, int]:
    """Return the span of an official body's name around its head word.

    It takes in capitalised words before the head, and after it capitalised words and
    further head words with what links them: `Centre d'Exportation du ministère de la
    Défense`. A country at its very end is not part of the name.
    """
    left = head.start
    for start, stop in names(plain, max(0, left - 80), head.end, language):
        if start <= head.start < stop:
            left = start
    match = _tail().match(plain, head.end, min(end, head.end + 120))
    right = match.end() if match else head.end
    for event in events:
        if event.kind is Kind.BODY and head.end < event.start < right:
            # "The Securities Commission and Binance": another one is named.
            right = _before(plain, left, event) or right
        if event.kind is Kind.COUNTRY and head.end < event.start < right:
            # "The Central Bank of Kenya and Ripple": what is joined to it is another.
            ends = _and(language).match(plain, event.end)
            right = event.end if ends else right
        if event.kind is Kind.COUNTRY and left <= event.start < head.start:
            owned = _OWNED.match(plain, event.end)
            left = owned.end() if owned else left
    return left, _without_country(plain, left, right, head, events)


@cache
def _and(language: str) -> re.Pattern[str]:
    """Return what joins a name to another one."""
    return re.compile(rf"\s+(?:{either(words(language, 'text', 'coordinators'))})\s")


def _without_country(
    plain: str, left: int, right: int, head: Event, events: Sequence[Event]
) -> int:
    """Leave out a country at the end: "Commission des valeurs du Kenya".

    The name of a bank has it: "Central Bank of Kenya", "Bank of Ghana".
    """
    for event in events:
        country = event.kind is Kind.COUNTRY and event.end == right
        if country and event.start > left and not _banks().match(plain, head.start):
            return _before(plain, left, event) or right
    return right


def _before(plain: str, left: int, event: Event) -> int | None:
    """Return where a name ends before what another name is linked with."""
    match = _cut().search(plain, left, event.start)
    return match.start() if match else None
