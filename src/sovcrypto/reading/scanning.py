"""The numbers of a text, in digits and in words.

One pattern, anchored on a digit, finds each number with the word after it. A number
whose neighbours say nothing is dropped at once: most are, and reading is as fast as
that. The rest become figures.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from .beside import GAP, LETTER, NEXT, Beside
from .figures import Figure, Page
from .folding import WORD
from .numbers import NUMBER
from .phrases import LETTERS
from .units import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCAN: Final = re.compile(
    rb"(%b)(\+?)(?:%b((?![0-9])[%b]+|[%%$\x80\xa2\xa3\xa5\x8d]))?"
    % (NUMBER.pattern, GAP, LETTERS)
)
_DIGITS: Final = frozenset(b"0123456789")
# What a number may not follow, since a word, an identifier or an address goes on:
# `COVID-19`, `#5`, `1/2`, `?q=30%25`.
_GLUED: Final = WORD | frozenset(b"#_@\\&=%")
_PARTED: Final = frozenset(b"/:")
_HYPHEN: Final = ord("-")
_SPACES: Final = frozenset(" \u00a0")
REACH: Final = 16
"""How far the second of two linked numbers may stand from the first."""


@attrs.frozen
class Scanner:
    """Finds the figures of a page."""

    page: Page
    beside: Beside = attrs.field(
        init=False,
        default=attrs.Factory(lambda self: Beside(self.page), takes_self=True),
    )

    def figures(self) -> list[Figure]:
        """Return the numbers that may be amounts, in digits or words, in order."""
        found: list[Figure] = []
        near = -1
        near_at = self.page.grammar.near.get
        signs = self.page.grammar.prefixes.last
        plain = self.page.plain
        for match in _SCAN.finditer(self.page.text):
            start, stop = match.span(1)
            before = plain[start - 1 : start]
            signed = before in signs or (
                before in _SPACES and plain[start - 2 : start - 1] in signs
            )
            if (
                near_at(match[3])
                or signed
                or start <= near
                or self._linked(match, stop)
                or self._people_ahead(match)
            ):
                figure = self._read(match, start, stop, signed=signed)
                if figure is not None:
                    found.append(figure)
                    near = figure.end + REACH
        worded = self._worded()
        if worded:
            found = sorted((*found, *worded), key=lambda figure: figure.start)
        return found

    def _linked(self, match: re.Match[bytes], stop: int) -> bool:
        """Whether a dash comes after a number, before another one."""
        text = self.page.text
        if match[3] is not None:
            return False
        place = stop + text.startswith(b" ", stop)
        return text.startswith(b"-", place)

    def _people_ahead(self, match: re.Match[bytes]) -> bool:
        """Whether people may come a few words on: `5,000 active users`."""
        word, grammar = match[3], self.page.grammar
        if word is None or word in grammar.stops:
            return False
        if not grammar.modifiers:
            return word in grammar.between
        return self.beside.people(match.start(3)) is not None

    def _read(
        self, match: re.Match[bytes], start: int, stop: int, *, signed: bool
    ) -> Figure | None:
        """Make a figure of a number, None if it is part of something else."""
        text = self.page.text
        sign = self.page.grammar.prefixes.at(self.page.plain, start) if signed else None
        if sign is None and start:
            before = text[start - 1]
            earlier = text[start - 2] if start > 1 else 0
            if before in _GLUED or (before in _PARTED and earlier in _DIGITS):
                return None
            if before == _HYPHEN and earlier in LETTER:
                return None
        figure = Figure(start, stop, match[1])
        if sign is not None:
            figure.unit, figure.start = sign
            figure.sign = True
            figure.source = "sign"
        after = text[stop : stop + 2]
        if after[:1] in (b"/", b":") and after[1:].isdigit():
            return None
        if match[2]:
            figure.hedge = "more"
            stop += 1
        return self.beside.extend(figure, match[3], match.start(3), stop)

    # --- numbers in words --------------------------------------------------------

    def _worded(self) -> list[Figure]:
        """Return the numbers in words, before a scale word or a unit."""
        numbers = self.page.grammar.numbers
        worded: list[Figure] = []
        if numbers is None:
            return worded
        text = self.page.text
        taken = 2
        for _, place, _ in self.page.grammar.triggers.find_matches_as_indexes(text):
            if place < taken or text[place - 2] not in LETTER:
                continue
            if text[place - 1] not in b" -\n":
                continue
            figure = self._in_words(place)
            if figure is not None:
                taken = figure.end
                while worded and worded[-1].start >= figure.start:
                    worded.pop()  # "two hundred" of "two hundred and fifty million"
                worded.extend((*self._first_of_two(figure.start), figure))
        return worded

    def _first_of_two(self, place: int) -> Iterator[Figure]:
        """Yield the number of a range that stands before its second: `two to three`."""
        numbers, join = (
            self.page.grammar.numbers,
            self.page.grammar.linked.at(self.page.text, place),
        )
        first = numbers.ending(self.page.text, join[1]) if numbers and join else None
        if first and join:
            yield Figure(first[1], join[1] - 1, b"", first[0])

    def _in_words(self, place: int) -> Figure | None:
        text, grammar = self.page.text, self.page.grammar
        rounded = grammar.round_numbers.at(text, place)
        if rounded:
            value, start = Decimal(rounded[0]), rounded[1]
        else:
            ending = grammar.numbers.ending(text, place) if grammar.numbers else None
            if ending is None:
                return None
            value, start = ending
        figure = Figure(start, place - 1, b"", value, hedge="about" if rounded else "")
        after = NEXT.match(text, place - 1)
        if after is None:
            return None
        extended = self.beside.extend(figure, after[1], after.start(1), place - 1)
        if extended is None or (not extended.power and self._counts(extended)):
            return None
        return extended

    def _counts(self, figure: Figure) -> bool:
        """Whether words merely count or are an article: "three people", "a dollar"."""
        unit, value = figure.unit, figure.value
        if unit is None or value is None:
            return False
        if unit.kind is UnitKind.PEOPLE:
            return value < 100  # noqa: PLR2004 -- so few are no statistic
        if value != 1 or self.page.grammar.hedges.at(self.page.text, figure.start):
            return False
        article = self.page.grammar.articles.first(self.page.text, figure.start)
        return article is not None or unit.kind is not UnitKind.MONEY
