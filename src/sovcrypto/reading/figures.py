"""Numbers of a text with what stands right beside them: sign, scale, unit, rate."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from .folding import WORD
from .numbers import NUMBER, plain
from .phrases import LETTERS
from .units import UnitKind, UnitWord

if TYPE_CHECKING:
    from .folding import Shadow
    from .grammar import Grammar

_WORD: Final = re.compile(rb"[%b]+(?:'[%b]+)?" % (LETTERS, LETTERS))
_SPACE: Final = 32
# What a number may not follow: a word or an identifier goes on (`COVID-19`, `#5`, `1/2`).
_GLUED: Final = WORD | frozenset(b"#_@\\&=")
_PARTED: Final = frozenset(b"/:")
_DIGITS: Final = frozenset(b"0123456789")
_NOT_PERCENT: Final = (UnitKind.MONEY, UnitKind.ASSET, UnitKind.PEOPLE)


@attrs.define
class Figure:
    """A number of a text, and what stands right beside it.

    Attributes:
        start: where it begins, with the sign before it.
        end: where it ends, with its unit.
        digits: the number as printed, empty if it is in words.
        value: the number, where it is in words.
        power: power of ten of the scale words.
        half: whether half a scale word is to be added: `2 millions et demi`.
        unit: what it counts, None if that is not said beside it.
        sign: whether the unit stands before the number.
        free: whether the unit may stand elsewhere: no noun follows.
        hedge: kind of a hedge after it, empty if there is none.
        per: for how long, or for what, it is.
        upper: the second number of a range.
        source: what the unit was learnt from, for the rule.
    """

    start: int
    end: int
    digits: bytes = b""
    value: Decimal | None = None
    power: int = 0
    half: bool = False
    unit: UnitWord | None = None
    sign: bool = False
    free: bool = False
    hedge: str = ""
    per: str | None = None
    upper: Figure | None = None
    source: str = "unit"

    def mantissa(self, decimal: str) -> Decimal | None:
        """Return the number itself, None for what is none."""
        if self.value is not None:
            return self.value
        unit = self.unit
        grouping = b""
        if unit is not None and unit.kind in {UnitKind.PEOPLE, UnitKind.COINS}:
            grouping = b".,"
        elif unit is not None and not self.power:
            foreign = unit.kind is UnitKind.ASSET or (self.sign and unit.unit != "EUR")
            grouping = b"," if foreign else b""
        return plain(self.digits, decimal, grouping=grouping)


@attrs.frozen
class Page:
    """A stretch of text, ready for looking around in.

    A line end is a space within it, but not between paragraphs or items of a list.

    Attributes:
        raw: the folded bytes.
        text: the same, with line ends made spaces or, at breaks, zero bytes.
        plain: the text as printed.
        grammar: the words of its language.
    """

    raw: bytes
    text: bytes
    plain: str
    grammar: Grammar

    @classmethod
    def of(cls, shadow: Shadow, grammar: Grammar, start: int, end: int) -> Page:
        """Cut a page out of a shadow."""
        raw = shadow.folded[start:end]
        text = raw
        if b"\n" in raw:
            text = raw.replace(b"\n\n", b"\0\0").replace(b"\n-", b"\0\0")
            text = text.replace(b"\n", b" ")
        return cls(raw, text, shadow.plain[start:end], grammar)

    def figures(self) -> list[Figure]:
        """Return every number of the page, in digits or words, in order."""
        found: list[Figure] = []
        for match in NUMBER.finditer(self.raw):
            figure = self._digits(match.start(), match.end())
            if figure is not None:
                found.append(figure)
        worded = list(self._worded(found))
        if worded:
            found = sorted((*found, *worded), key=lambda figure: figure.start)
        return found

    def _digits(self, start: int, end: int) -> Figure | None:
        text = self.text
        sign = self.grammar.prefixes.at(self.plain, start)
        if start and sign is None:
            before = text[start - 1]
            if before in _GLUED or (before in _PARTED and text[start - 2] in _DIGITS):
                return None
            if before == 45 and start > 1 and text[start - 2] in _GLUED - _DIGITS:  # noqa: PLR2004 -- a hyphen: COVID-19
                return None
        figure = Figure(start, end, self.raw[start:end])
        if sign:
            figure.unit, figure.start = sign
            figure.sign = True
            figure.source = "sign"
        return self._extended(figure)

    def _worded(self, found: list[Figure]) -> list[Figure]:
        """Return the numbers in words: before a scale word, percent, bitcoins …"""
        numbers = self.grammar.numbers
        worded: list[Figure] = []
        if numbers is None:
            return worded
        text = self.text
        taken = 0
        for _, place, _ in self.grammar.triggers.find_matches_as_indexes(self.raw):
            if place < max(taken, 2) or text[place - 1] not in b" -":
                continue
            if text[place - 2] not in WORD or text[place - 2] in _DIGITS:
                continue
            figure = self._in_words(place)
            if figure is not None:
                taken = figure.end
                worded.append(figure)
        return worded

    def _in_words(self, place: int) -> Figure | None:
        numbers = self.grammar.numbers
        rounded = self.grammar.round_numbers.at(self.text, place)
        if rounded:
            figure = Figure(rounded[1], place, value=Decimal(rounded[0]), hedge="about")
        else:
            ending = numbers.ending(self.text, place) if numbers else None
            if ending is None:
                return None
            figure = Figure(ending[1], place, value=ending[0])
        figure.end -= self.text[place - 1] in b" -"
        extended = self._extended(figure)
        if extended is None or (not extended.power and _is_count(extended)):
            return None
        return extended

    def _extended(self, figure: Figure) -> Figure | None:
        """Take in what follows the number; None if it turns out to be no number."""
        text, place = self.text, figure.end
        if place < len(text):
            after = text[place]
            if (
                after in _PARTED
                and place + 1 < len(text)
                and text[place + 1] in _DIGITS
            ):
                return None
            if after == 43:  # noqa: PLR2004 -- a plus: 6,000+ BTC
                figure.hedge = "more"
                place += 1
        place, short = self._scale(figure, place)
        found = self._unit(figure, place)
        if found is None and short and figure.unit is None:
            # "5 m", "100 K": no scale without a unit
            figure.power, place = 0, figure.end
        glued = place < len(text) and text[place] in WORD
        if found is not None:
            figure.unit, place = found
        elif glued:
            return None
        figure.free = found is None and not short and self._free(place)
        figure.end = place
        if figure.unit is not None:
            if self._is_year(figure):
                figure.unit = None
                return figure
            self._trailing(figure)
        return figure

    def _gap(self, place: int) -> int:
        """Return how many spaces or hyphens stand at a place."""
        text = self.text
        if place >= len(text) or text[place] not in b" -":
            return 0
        return 2 if text[place : place + 2] == b"  " else 1

    def _scale(self, figure: Figure, place: int) -> tuple[int, bool]:
        """Take in scale words; return where they end and whether one is short."""
        text = self.text
        short = False
        for _ in range(2):
            start = place + self._gap(place)
            for scale, end in self.grammar.scales.at(text, start):
                if scale.printed and (
                    figure.power or self.plain[start:end] != scale.printed
                ):
                    continue
                figure.power += scale.power
                short = bool(scale.printed)
                place = end
                break
            else:
                break
        if figure.power and place < len(text) and text[place] == 43:  # noqa: PLR2004
            figure.hedge = "more"
            place += 1
        if figure.power and not short:
            half = self.grammar.half.first(text, place + 1)
            if half:
                figure.half, place = True, half[1]
        return place, short

    def _unit(self, figure: Figure, place: int) -> tuple[UnitWord, int] | None:
        """Return the unit after a number and its scale, with its end."""
        text = self.text
        start = place + self._gap(place)
        found = self._direct(figure, start)
        if found is None and figure.power:
            link = self.grammar.links.match(text, place)
            if link and link.end() != start:
                start = link.end()
                found = self._direct(figure, start)
        if found is not None:
            figure.source = "unit"
            return self._scaled_unit(figure, *found)
        if figure.unit is None:
            return self._people(start) or self._of(figure, place)
        return None

    def _direct(self, figure: Figure, start: int) -> tuple[UnitWord, int] | None:
        for word, end in self.grammar.units.at(self.text, start):
            if not word.fits(self.plain[start:end]):
                continue
            if figure.unit is not None and not _specifies(word, figure.unit):
                continue
            if word.noun and self._qualifies(figure, word, end):
                continue
            return word, end
        return None

    def _scaled_unit(
        self, figure: Figure, word: UnitWord, end: int
    ) -> tuple[UnitWord, int]:
        """Take in a scale word after the unit: `75 USD million`."""
        if word.kind is UnitKind.MONEY and word.printed and not figure.power:
            place, short = self._scale(figure, end)
            if figure.power and not short:
                return word, place
            figure.power = 0
        return word, end

    def _qualifies(self, figure: Figure, word: UnitWord, end: int) -> bool:
        """Whether a unit only qualifies the noun after it: bitcoin ATMs, Chinese firms."""
        follower = _WORD.match(self.text, end + 1) if self._gap(end) == 1 else None
        if follower is None:
            return False
        if word.kind is UnitKind.PEOPLE:
            return not figure.power and follower[0] not in self.grammar.stops
        return follower[0] in self.grammar.things

    def _people(self, start: int) -> tuple[UnitWord, int] | None:
        """Look for people a few words on: `crypto users`, `jeunes Pakistanais`."""
        text, grammar = self.text, self.grammar
        for _ in range(max(grammar.modifiers, 1)):
            word = _WORD.match(text, start)
            if word is None or word[0] in grammar.stops or text[start] in _DIGITS:
                return None
            if not grammar.modifiers and word[0] not in grammar.between:
                return None
            start = word.end() + self._gap(word.end())
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
            start += self._gap(start)
            for unit, end in grammar.units.at(text, start):
                if unit.kind is UnitKind.MONEY and unit.fits(self.plain[start:end]):
                    figure.source = "of"
                    # the span ends with the number, the unit is told elsewhere
                    return unit, place
            word = _WORD.match(text, start)
            if word is None:
                return None
            start = word.end()
        return None

    def _free(self, place: int) -> bool:
        """Whether no noun follows, so that a unit may be told elsewhere."""
        start = place + self._gap(place)
        word = _WORD.match(self.text, start)
        if word is None or start == place:
            return True
        name = word[0].partition(b"'")[0]
        return name in self.grammar.stops and name not in self.grammar.joins

    def _is_year(self, figure: Figure) -> bool:
        """Whether a number before a unit is a year: `in 2024 bitcoin …`."""
        digits = figure.digits
        if len(digits) != 4 or figure.power or figure.sign:  # noqa: PLR2004
            return False
        if not (b"1900" <= digits <= b"2100" and digits.isdigit()):
            return False
        unit = figure.unit
        return (
            unit is not None
            and unit.kind in _NOT_PERCENT
            and self.grammar.years.at(self.text, figure.start) is not None
        )

    def _trailing(self, figure: Figure) -> None:
        """Take in a hedge after the unit, and a rate, which stays outside."""
        text = self.text
        place = figure.end + self._gap(figure.end)
        hedge = self.grammar.hedges_after.first(text, place)
        if hedge and not NUMBER.match(text, hedge[1] + self._gap(hedge[1])):
            figure.hedge, figure.end = hedge
            place = figure.end + self._gap(figure.end)
        rate = self.grammar.rates.first(text, place)
        if rate:
            figure.per = rate[0]


def _is_count(figure: Figure) -> bool:
    """Whether words merely count: an article ("un dollar") or "three people"."""
    people = figure.unit is not None and figure.unit.kind is UnitKind.PEOPLE
    return figure.value is not None and figure.value < (100 if people else 2)  # noqa: PLR2004


def _specifies(word: UnitWord, sign: UnitWord) -> bool:
    """Whether a unit after a number says more exactly what the sign before it said."""
    if word.kind is not UnitKind.MONEY or word.shift:
        return False
    return word.unit == sign.unit or sign.printed == "$"
