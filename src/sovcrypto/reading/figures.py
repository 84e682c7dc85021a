"""Numbers of a text with what stands right beside them: sign, scale, unit, rate.

One pattern, anchored on a digit, finds each number with the word after it. A number
whose neighbours say nothing is dropped at once: most are, and reading is as fast as
that. The rest become figures.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from .folding import WORD
from .numbers import NUMBER
from .phrases import LETTERS
from .units import UnitKind, UnitWord

if TYPE_CHECKING:
    from .grammar import Grammar

# What may stand between a number and its unit: spaces, one line end, a hyphen.
_GAP: Final = rb"(?: {1,2}|\r?\n|-)"
_SCAN: Final = re.compile(
    rb"(%b)(\+?)(?:%b?((?![0-9])[%b]+|[%%$\x80\xa2\xa3\xa5\x8d]))?"
    % (NUMBER.pattern, _GAP, LETTERS)
)
_SPACE: Final = re.compile(rb"%b?" % _GAP)
_NEXT: Final = re.compile(rb"%b?((?![0-9])[%b]+|[^ \r\n])" % (_GAP, LETTERS))
_WORD: Final = re.compile(rb"((?![0-9])[%b]+)(?:'[%b]+)?" % (LETTERS, LETTERS))
_DIGITS: Final = frozenset(b"0123456789")
# What a number may not follow, since a word, an identifier or an address goes on:
# `COVID-19`, `#5`, `1/2`, `?q=30%25`.
_GLUED: Final = WORD | frozenset(b"#_@\\&=%")
_LETTER: Final = WORD - _DIGITS
_PARTED: Final = frozenset(b"/:")
_HYPHEN: Final = ord("-")
_PLUS: Final = ord("+")
_DASHES: Final = frozenset((b"-", b" -", b"--"))
# How far the second of two linked numbers may stand from the first.
REACH: Final = 16
_COUNTED: Final = frozenset((UnitKind.MONEY, UnitKind.ASSET, UnitKind.PEOPLE))


@attrs.define
class Figure:
    """A number of a text, and what stands right beside it.

    Attributes:
        start: where it begins, with the sign before it.
        end: where it ends, with its unit.
        digits: the number as printed, empty if it is in words.
        value: the number, where it is in words.
        unit: what it counts, None if that is not said beside it.
        sign: whether the unit stands before the number.
        power: power of ten of the scale words.
        half: whether half a scale word is to be added: `2 millions et demi`.
        free: whether the unit may stand elsewhere: no noun follows.
        hedge: kind of a hedge after it, empty if there is none.
        per: for how long, or for what, it is.
        upper: the second number of a range.
        source: what the unit was learnt from, for the rule.
    """

    start: int
    end: int
    digits: bytes
    value: Decimal | None = None
    unit: UnitWord | None = None
    sign: bool = False
    power: int = 0
    half: bool = False
    free: bool = False
    hedge: str = ""
    per: str | None = None
    upper: Figure | None = None
    source: str = "unit"


@attrs.frozen
class Page:
    """A stretch of text and the words of its language.

    Attributes:
        text: the folded bytes.
        plain: the text as printed.
        grammar: the words of its language.
    """

    text: bytes
    plain: str
    grammar: Grammar

    def figures(self) -> list[Figure]:
        """Return the numbers that may be amounts, in digits or words, in order."""
        found: list[Figure] = []
        near = -1
        near_at = self.grammar.near.get
        signs = self.grammar.prefixes.last
        plain = self.plain
        for match in _SCAN.finditer(self.text):
            start, stop = match.span(1)
            before = plain[start - 1 : start]
            signed = before in signs or (
                (before == " " or before == "\u00a0") and plain[start - 2] in signs
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
        text = self.text
        if match[3] is not None:
            return False
        place = stop + text.startswith(b" ", stop)
        return text.startswith(b"-", place)

    def _people_ahead(self, match: re.Match[bytes]) -> bool:
        """Whether people may come a few words on: `5,000 active users`."""
        word, grammar = match[3], self.grammar
        if word is None or word in grammar.stops:
            return False
        if not grammar.modifiers:
            return word in grammar.between
        return self._people(match.start(3)) is not None

    def _read(
        self, match: re.Match[bytes], start: int, stop: int, *, signed: bool
    ) -> Figure | None:
        """Make a figure of a number, None if it is part of something else."""
        text = self.text
        sign = self.grammar.prefixes.at(self.plain, start) if signed else None
        if sign is None and start:
            before = text[start - 1]
            if before in _GLUED or (before in _PARTED and text[start - 2] in _DIGITS):
                return None
            if before == _HYPHEN and start > 1 and text[start - 2] in _LETTER:
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
        return self._extended(figure, match[3], match.start(3), stop)

    def _extended(
        self, figure: Figure, word: bytes | None, place: int, stop: int
    ) -> Figure | None:
        """Take in the scale and unit that follow; None if this is no number."""
        text, grammar = self.text, self.grammar
        short = False
        end = stop
        if word in grammar.scales.heads and word is not None:
            end, short = self._scale(figure, stop)
            after = _NEXT.match(text, end)
            word, place = (after[1], after.start(1)) if after else (None, end)
        found = self._unit(figure, word, place, end)
        if found is None:
            if short and not figure.sign:
                # "5 m", "100 K": no scale without a unit
                figure.power, end, figure.half = 0, stop, False
            if text[end : end + 1].isalpha() or text[end : end + 1] == b"\x81":
                return None
            figure.free = not short and self._free(end)
        else:
            figure.unit, end = found
        figure.end = end
        unit = figure.unit
        if unit is not None:
            if self._is_year(figure, unit):
                figure.unit = None
            else:
                self._trailing(figure)
        return figure

    def _scale(self, figure: Figure, stop: int) -> tuple[int, bool]:
        """Take in scale words; return where they end and whether one is short."""
        text, scales = self.text, self.grammar.scales
        short = False
        for _ in range(2):
            after = _NEXT.match(text, stop)
            for scale, end in (
                scales.beginning(after[1], text, after.start(1)) if after else ()
            ):
                printed = scale.printed
                if printed and (figure.power or not self._is_printed(end, printed)):
                    continue
                figure.power += scale.power
                short = bool(printed)
                stop = end
                break
            else:
                break
        if figure.power and text[stop : stop + 1] == b"+":
            figure.hedge = "more"
            stop += 1
        if figure.power and not short:
            half = self.grammar.half.first(text, stop + 1)
            if half:
                figure.half, stop = True, half[1]
        return stop, short

    def _is_printed(self, end: int, word: str) -> bool:
        return self.plain[end - len(word) : end] == word

    def _unit(
        self, figure: Figure, word: bytes | None, place: int, end: int
    ) -> tuple[UnitWord, int] | None:
        """Return the unit after a number and its scale, with its end."""
        if word is None:
            return None
        found = self._direct(figure, word, place)
        if found is None and figure.power and word in self.grammar.joins:
            link = self.grammar.links.match(self.text, end)
            after = _NEXT.match(self.text, link.end()) if link else None
            if after:
                place = after.start(1)
                found = self._direct(figure, after[1], place)
        if found is not None:
            figure.source = "unit"
            unit = found[0]
            if unit.kind is UnitKind.MONEY and unit.printed and not figure.power:
                return unit, self._scaled_unit(figure, found[1])
            return found
        if figure.unit is not None:
            return None
        return self._people(place) or self._of(figure, end)

    def _direct(
        self, figure: Figure, head: bytes, place: int
    ) -> tuple[UnitWord, int] | None:
        for word, end in self.grammar.units.beginning(head, self.text, place):
            if word.kind is UnitKind.NONE:
                return None
            if word.printed and not word.fits(self.plain[place:end]):
                continue
            if figure.unit is not None and not _specifies(word, figure.unit):
                continue
            if word.noun and self._qualifies(figure, word, end):
                continue
            return word, end
        return None

    def _scaled_unit(self, figure: Figure, end: int) -> int:
        """Take in a scale word after the unit: `75 USD million`."""
        stop, short = self._scale(figure, end)
        if short:
            figure.power = 0
            return end
        return stop

    def _qualifies(self, figure: Figure, word: UnitWord, end: int) -> bool:
        """Whether a unit qualifies the noun after it: bitcoin ATMs, Chinese firms."""
        after = _NEXT.match(self.text, end)
        if after is None or after.start(1) == end or not after[1].isalpha():
            return False
        if word.kind is UnitKind.PEOPLE:
            return not figure.power and after[1] not in self.grammar.stops
        return after[1] in self.grammar.things

    def _people(self, start: int) -> tuple[UnitWord, int] | None:
        """Look for people a few words on: `crypto users`, `jeunes Pakistanais`."""
        text, grammar = self.text, self.grammar
        for _ in range(max(grammar.modifiers, 1)):
            word = _WORD.match(text, start)
            if word is None or word[0] in grammar.stops:
                return None
            if not grammar.modifiers and word[0] not in grammar.between:
                return None
            space = _SPACE.match(text, word.end())
            start = space.end() if space else word.end()
            if start == word.end():
                return None
            for unit, end in grammar.units.at(text, start):
                if unit.kind is UnitKind.PEOPLE and unit.fits(self.plain[start:end]):
                    return unit, end
        return None

    def _of(self, figure: Figure, place: int) -> tuple[UnitWord, int] | None:
        """Look for money a few words on: `13 billion of China's digital yuan`."""
        text, grammar = self.text, self.grammar
        link = grammar.of.first(text, place + 1) if figure.power else None
        start = link[1] if link else 0
        for _ in range(4 if link else 0):
            space = _SPACE.match(text, start)
            start = space.end() if space else start
            for unit, end in grammar.units.at(text, start):
                if unit.kind is UnitKind.MONEY and unit.fits(self.plain[start:end]):
                    figure.source = "of"
                    # the span ends with the number: the unit stands elsewhere
                    return unit, place
            word = _WORD.match(text, start)
            if word is None:
                return None
            start = word.end()
        return None

    def _free(self, place: int) -> bool:
        """Whether no noun follows, so that a unit may be told elsewhere."""
        after = _NEXT.match(self.text, place)
        if after is None or after.start(1) == place or after[1][0] not in _LETTER:
            return True
        return after[1] in self.grammar.stops and after[1] not in self.grammar.joins

    def _is_year(self, figure: Figure, unit: UnitWord) -> bool:
        """Whether a number before a unit is a year: `in 2024 bitcoin …`."""
        digits = figure.digits
        if len(digits) != 4 or figure.power or figure.sign:  # noqa: PLR2004
            return False
        if not (b"1900" <= digits <= b"2100" and digits.isdigit()):
            return False
        years = self.grammar.years
        return unit.kind in _COUNTED and years.at(self.text, figure.start) is not None

    def _trailing(self, figure: Figure) -> None:
        """Take in a hedge after the unit, and a rate, which stays outside."""
        text, grammar = self.text, self.grammar
        after = _NEXT.match(text, figure.end)
        if after is None or after[1] not in grammar.trailing:
            return
        hedge = grammar.hedges_after.first(text, after.start(1))
        if hedge and not self._number_at(hedge[1]):
            figure.hedge, figure.end = hedge
            after = _NEXT.match(text, figure.end)
        rate = grammar.rates.first(text, after.start(1)) if after else None
        if rate:
            figure.per = rate[0]

    def _number_at(self, place: int) -> bool:
        """Whether a number, or a sign before one, follows."""
        after = self.text[place : place + 3].lstrip()[:1]
        return after.isdigit() or after in b"$\x80\xa3"

    # --- numbers in words --------------------------------------------------------

    def _worded(self) -> list[Figure]:
        """Return the numbers in words, before a scale word or a unit."""
        numbers = self.grammar.numbers
        worded: list[Figure] = []
        if numbers is None:
            return worded
        text = self.text
        taken = 2
        for _, place, _ in self.grammar.triggers.find_matches_as_indexes(text):
            if place < taken or text[place - 2] not in _LETTER:
                continue
            if text[place - 1] not in b" -\n":
                continue
            figure = self._in_words(place)
            if figure is not None:
                taken = figure.end
                worded.append(figure)
        return worded

    def _in_words(self, place: int) -> Figure | None:
        text, grammar = self.text, self.grammar
        rounded = grammar.round_numbers.at(text, place)
        if rounded:
            value, start = Decimal(rounded[0]), rounded[1]
        else:
            ending = grammar.numbers.ending(text, place) if grammar.numbers else None
            if ending is None:
                return None
            value, start = ending
        figure = Figure(start, place - 1, b"", value, hedge="about" if rounded else "")
        after = _NEXT.match(text, place - 1)
        if after is None:
            return None
        extended = self._extended(figure, after[1], after.start(1), place - 1)
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
        if value != 1 or self.grammar.hedges.at(self.text, figure.start):
            return False
        article = self.grammar.articles.first(self.text, figure.start)
        return article is not None or unit.kind is not UnitKind.MONEY


def _specifies(word: UnitWord, sign: UnitWord) -> bool:
    """Whether a unit after a number says more exactly what the sign before it said."""
    if word.kind is not UnitKind.MONEY or word.shift:
        return False
    return word.unit == sign.unit or sign.printed == "$"
