"""Names that no list knows: capitalised runs, and what a text itself says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .lexicon import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .lexicon import Event

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞŁŚŠŽ"
_WORD: Final = rf"[{_CAPITAL}][\w&’'.-]*[\w]|[{_CAPITAL}]"
# What may stand between two capitalised words of one name: `Bank of Ghana`,
# `Autorité des marchés` (with a head word), `Druk Holding & Investments`.
_LINK: Final = r"\s+(?:(?:of|for|and|the|de|des|du|di|del|da|do|für|und|&)\s+|d[’'])?"
_RUN = re.compile(rf"(?:{_WORD})(?:{_LINK}(?:{_WORD}))*")
# A long form followed by its short one: `Gelephu Mindfulness City (GMC)`.
_SHORT = re.compile(rf"\s*\(([{_CAPITAL}][{_CAPITAL}\d&.-]{{1,9}})\)")
# Words that open a sentence with a capital and are no part of a name.
_ARTICLES: Final = frozenset(
    (
        *("le", "la", "les", "l", "un", "une", "des", "ce", "cet", "cette", "ces"),
        *("il", "ils", "elle", "elles", "en", "dans", "selon", "pour", "avec", "et"),
        *("malgré", "après", "the", "a", "an", "this", "that", "these", "it", "its"),
        *("he", "she", "they", "we", "after", "before", "in", "on", "at", "by", "but"),
        *("and", "as", "even", "both", "each", "when", "while", "for", "with", "from"),
        *("to", "of"),
    )
)
_FIRST = re.compile(r"\w+")
_NEXT = re.compile(rf"[\s’']*(?=[{_CAPITAL}])")
# What goes on in the name of an official body: links, capitals, further head words.
_TAIL = re.compile(
    r"(?:(?:\s+(?:of|for|and|the|de la|de l[’']|des|de|du|di|del|et)\s*|\s+d[’']|\s+)"
    rf"(?:{_WORD}|\bministère|\bministry))+"
)
_CUT = re.compile(r"(?:\s+(?:of|de|du|des|d[’']|de l[’']|de la)\s*)$")


def names(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of capitalised runs that may be names.

    A function word at the head of a sentence is capitalised, too, and is left out.

    >>> text = "The Bank of Ghana and Green Digital met."
    >>> [text[a:b] for a, b in names(text, 0, len(text))]
    ['Bank of Ghana and Green Digital']
    """
    for match in _RUN.finditer(plain, start, end):
        left, right = match.span()
        first = _FIRST.match(plain, left, right)
        while first and first[0].lower() in _ARTICLES:
            rest = _NEXT.match(plain, first.end())
            left = rest.end() if rest else right
            first = _FIRST.match(plain, left, right)
        if left < right:
            yield left, right


def short_forms(plain: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the short forms that a text introduces in brackets, with their long forms.

    >>> text = "in Gelephu Mindfulness City (GMC)"
    >>> list(short_forms(text, 0, len(text)))
    [('GMC', 'Gelephu Mindfulness City')]
    """
    for left, right in names(plain, start, end):
        match = _SHORT.match(plain, right, end)
        if match and _initials(plain[left:right], match[1]):
            yield match[1], plain[left:right]


def _initials(name: str, short: str) -> bool:
    initials = "".join(word[0] for word in re.split(r"[\s’'-]+", name) if word)
    wanted = short.replace(".", "").upper()
    return wanted[0] == name[0].upper() and set(wanted) <= set(initials.upper())


def body_at(
    plain: str, head: Event, events: Sequence[Event], end: int
) -> tuple[int, int]:
    """Return the span of an official body's name around its head word.

    It takes in capitalised words before the head, and after it capitalised words and
    further head words with what links them: `Centre d'Exportation du ministère de la
    Défense`. A country at its very end is not part of the name.
    """
    left = head.start
    for start, stop in names(plain, max(0, left - 80), head.end):
        if start <= head.start < stop:
            left = start
    match = _TAIL.match(plain, head.end, min(end, head.end + 120))
    right = match.end() if match else head.end
    return left, _without_country(plain, left, right, events)


def _without_country(plain: str, left: int, right: int, events: Sequence[Event]) -> int:
    for event in events:
        if event.kind is Kind.COUNTRY and event.end == right and event.start > left:
            match = _CUT.search(plain, left, event.start)
            if match:
                return match.start()
    return right
