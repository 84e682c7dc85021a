"""The numbers of a text, in digits and in words.

One pattern, anchored on a digit, finds each number that has something beside it which
makes it worth reading: a sign before it, a scale word or a unit after it, a second
number. All others are dropped without a line of Python, and reading is as fast as that.
All patterns here are for the shape of a page, where every digit is a nought.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs

from ..folding import WORD, fold
from ..phrases import LETTERS, trie
from .beside import GAP, LETTER, Beside
from .figures import NOUGHTS, Figure, Page
from .grammar import Grammar, grammar
from .numbers import NUMBER, REST, NumberWords
from .units import UnitKind, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DIGITS: Final = frozenset(b"0123456789")
# What a number may not follow, since a word, an identifier or an address goes on:
# `COVID-19`, `#5`, `1/2`, `?q=30%25`.
_GLUED: Final = WORD | frozenset(b"#_@\\&=%")
_EQUAL: Final = frozenset((b"<=", b">="))
_WORD: Final = re.compile(rb"[%b]+" % LETTERS)
# By how many letters words that may be units are told from others.
_TELLING: Final = 4
# A few words up to a stop.
_TO_STOP: Final = re.compile(rb" ([%b][%b -]{2,20})(?![%b -])" % ((LETTERS,) * 3))
_APART: Final = frozenset(b" \n(")
_PARTED: Final = frozenset(b"/:")
_HYPHEN: Final = ord("-")
# What after a number makes it a part of a date, a time or a fraction.
_GOES_ON: Final = frozenset((b"/0", b":0"))
_SIGN: Final = rb"[$\x80\xa3\xa5\x81\x8d]"
_EDGE: Final = rb"(?![%b])" % LETTERS


@attrs.frozen
class _Patterns:
    """What finds numbers in a language.

    The groups of both patterns are: the number; a sign or code before it; a plus; a
    scale word; a plus; what links it to a unit; the word that follows; the first word
    of a unit, where there is no scale word.

    Attributes:
        digits: a number in digits that is worth reading.
        words: what follows a number in words.
        second: the second number of two, where the first has said the unit.
    """

    digits: re.Pattern[bytes]
    words: re.Pattern[bytes]
    second: re.Pattern[bytes]


@cache
def _patterns(language: str) -> _Patterns:
    words = grammar(language)
    after = b"|".join(_ways(words))
    # A number begins at its first digit, and not again within.
    begins = rb"[0-9](?<![0-9][0-9])(?<![0-9][.,'][0-9])"
    number = rb"(%b%b(?>%b))" % (begins, _after_sign(), REST)
    # The third way out is a sign before the number, the fourth a plus after it.
    digits = rb"%b(?=(\+)?(?:(?! [0-9])(?:%b)|(?(2)|(?(3)|(?!)))))"
    joins = trie((*words.range, *words.pair))
    return _Patterns(
        _shaped(digits % (number, after)),
        _shaped(rb"()()(\+)?(?:%b|)" % after),
        _shaped(rb"(?: ?-{1,2} ?| %b )(%b)" % (joins, NUMBER.pattern)),
    )


def _after_sign() -> bytes:
    """Return a pattern for the place after the first digit: a sign or code precedes."""
    codes: dict[int, list[bytes]] = {}
    for sign in map(fold, prefixes().signs):
        if sign[-1] in LETTER or sign[-1] in b"./":
            codes.setdefault(len(sign), []).append(sign)
    signs = (_SIGN, *map(trie, codes.values()))
    ways = (b"(?<=%b%b[0-9])" % (sign, gap) for sign in signs for gap in (b"", b" "))
    return b"((?:%b))?" % b"|".join(ways)


def _shaped(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern.replace(b"[0-9]", b"0"))


def _ways(words: Grammar) -> Iterator[bytes]:
    """Yield the patterns of what makes the number before it worth reading."""
    scales = trie(words.scales.heads)
    units = _beginning(head for head in words.units.heads if head[0] in LETTER)
    people = _beginning(_people(words))
    word = rb"(?![0-9])[%b]+|[^ \r\n]" % LETTERS
    yield rb"%b(%b)%b(\+)?(?:(?:(%b)|%b)(%b))?" % (
        *(GAP, scales, _EDGE, words.links.pattern, GAP, word),
    )
    yield rb"%b(%b[%b]*|[%%$\x80\xa2\xa3\xa5\x8d])" % (GAP, units, LETTERS)
    joins = trie((*words.range, *words.pair, *words.part))
    yield rb"(?: (?:%b) | ?-{1,2} ?)[0-9$\x80\xa3\xa5u]" % joins
    if words.modifiers:
        yield rb"(?:[ \n](?>[%b]+)){1,2}[ \n]%b" % (LETTERS, people)
    elif words.between:
        between = trie(words.between)
        yield rb"[ \n](?:%b)[ \n]%b" % (between, people)


def _beginning(heads: Iterable[bytes]) -> bytes:
    """Return a pattern that tells words by their first letters.

    What it finds is looked up afterwards. A pattern of whole words would be no faster,
    and take ten times as long to compile.
    """
    shaped = {head.translate(NOUGHTS) for head in heads}
    short = {head for head in shaped if len(head) < _TELLING}
    long = {head[:_TELLING] for head in shaped - short}
    return rb"(?:(?:%b)%b|%b)" % (trie(short), _EDGE, trie(long))


def _people(words: Grammar) -> Iterator[bytes]:
    for head, sizes in words.units.heads.items():
        meanings = (listed for _, same in sizes for listed in same.values())
        if any(word.kind is UnitKind.PEOPLE for listed in meanings for word in listed):
            yield head


@attrs.define
class Scanner:
    """Finds the figures of a page."""

    page: Page
    beside: Beside

    @classmethod
    def of(cls, page: Page) -> Scanner:
        """Make a scanner of a page."""
        return cls(page, Beside.of(page))

    def figures(self) -> list[Figure]:
        """Return the numbers that may be amounts, in digits or words, in order."""
        shape = self.page.shape
        patterns = _patterns(self.page.grammar.language)
        found: list[Figure] = []
        floor = 0
        for match in patterns.digits.finditer(shape):
            figure = self._read(match, floor)
            if figure is None:
                continue
            if found and found[-1].start == figure.start:
                found.pop()
            found.append(figure)
            floor = figure.end
            second = patterns.second.match(shape, floor) if figure.sign else None
            if second:
                found.append(self._second(*second.span(1)))
                floor = found[-1].end
        worded = self._worded(patterns.words)
        if worded:
            found = sorted((*found, *worded), key=lambda figure: figure.start)
        return found

    def _read(self, match: re.Match[bytes], floor: int) -> Figure | None:
        """Make a figure of a number, None if it is part of something else."""
        page = self.page
        text = page.text
        start, stop = match.span(1)
        figure = Figure(start, stop, text[start:stop])
        sign = None
        if match[2] is not None:
            sign = page.grammar.prefixes.at(page.plain, start)
        # the sign may belong to the number before: "10 $ 30 $"
        if sign is not None and sign[1] >= floor:
            figure.unit, figure.start = sign
            figure.sign = True
            figure.source = "sign"
        elif start and not self._begins(start):
            return None
        if page.shape[stop : stop + 2] in _GOES_ON:
            return None
        return self.beside.extend(figure, match)

    def _begins(self, start: int) -> bool:
        """Whether a number begins at a place, and no word or address goes on."""
        text = self.page.text
        before = text[start - 1]
        if before in _APART:
            return True
        if before in _GLUED:
            return text[max(0, start - 2) : start] in _EQUAL
        if before in _PARTED:
            return start < 2 or text[start - 2] not in _DIGITS  # noqa: PLR2004
        return before != _HYPHEN or start < 2 or text[start - 2] not in LETTER  # noqa: PLR2004

    def _second(self, start: int, end: int) -> Figure:
        """Return the second number of a range whose first has the sign: `$100-150m`."""
        figure = Figure(start, end, self.page.text[start:end])
        for scale, stop in self.page.grammar.scales.at(self.page.text, end):
            if scale.printed and scale.printed == self.page.plain[end:stop]:
                figure.power, figure.end = scale.power, stop
        figure.free = self.beside.free(figure.end)
        return figure

    # --- numbers in words --------------------------------------------------------

    def _worded(self, after: re.Pattern[bytes]) -> list[Figure]:
        """Return the numbers in words, before a scale word or a unit."""
        page = self.page
        text, numbers = page.text, page.grammar.numbers
        worded: list[Figure] = []
        if numbers is None:
            return worded
        taken, ends = 1, page.grammar.number_ends
        for _, space, _ in page.grammar.triggers.find_matches_as_indexes(text):
            if space < taken or text[max(0, space - 2) : space] not in ends:
                continue
            figure = self._in_words(numbers, space, after)
            if figure is not None:
                taken = figure.end
                while worded and worded[-1].start >= figure.start:
                    worded.pop()  # "two hundred" of "two hundred and fifty million"
                worded.extend((*self._first_of_two(numbers, figure.start), figure))
        return worded

    def _first_of_two(self, numbers: NumberWords, place: int) -> Iterator[Figure]:
        """Yield the number of a range that stands before its second: `two to three`."""
        join = self.page.grammar.linked.at(self.page.text, place)
        first = numbers.ending(self.page.text, join[1]) if join else None
        if first and join:
            yield Figure(first[1], join[1] - 1, b"", first[0])

    def _in_words(
        self, numbers: NumberWords, space: int, after: re.Pattern[bytes]
    ) -> Figure | None:
        """Return the number whose words end before a space, None if there is none."""
        text = self.page.text
        rounded = self.page.grammar.round_numbers.at(text, space + 1)
        if rounded:
            value, start = Decimal(rounded[0]), rounded[1]
            figure = Figure(start, space, b"", value, hedge="about")
            return self._extended(figure, after)
        # "two thousand five hundred MW": the word after the space ends the number
        word = _WORD.match(text, space + 1)
        places = [space]
        if word and word[0] in numbers.values:
            places.insert(0, word.end())
        found: Figure | None = None
        for place in places:
            ending = numbers.ending(text, place)
            if ending and (found is None or found.unit is None):
                value, start = ending
                found = self._extended(Figure(start, place, b"", value), after)
        if found is not None:
            self._add_cents(found, numbers)
        return found

    def _add_cents(self, figure: Figure, numbers: NumberWords) -> None:
        """Add the cents that end a clause: `ten dollars forty-five`."""
        unit, value = figure.unit, figure.value
        if unit is None or unit.kind is not UnitKind.MONEY or value is None:
            return
        rest = _TO_STOP.match(self.page.text, figure.end)
        cents = numbers.ending(self.page.text, rest.end()) if rest else None
        plain = not (unit.shift or figure.power or figure.hedge)
        if rest and cents and plain and cents[1] == rest.start(1) and cents[0] < 100:  # noqa: PLR2004
            figure.value, figure.end = value + cents[0].scaleb(-2), rest.end()

    def _extended(self, figure: Figure, after: re.Pattern[bytes]) -> Figure | None:
        """Read on from a number in words, None if it only counts."""
        match = after.match(self.page.shape, figure.end)
        extended = self.beside.extend(figure, match) if match else None
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
        text, grammar = self.page.text, self.page.grammar
        if value != 1 or grammar.hedges.at(text, figure.start):
            return False
        if unit.kind is not UnitKind.MONEY:
            return True
        # "a dollar." but not "a dollar-pegged coin", "un euro numérique"
        article = grammar.articles.first(text, figure.start)
        follows = text[figure.end : figure.end + 1]
        return article is not None and (
            follows == b"-" or not self.beside.free(figure.end)
        )
