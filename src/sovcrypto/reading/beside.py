"""What stands right after a number: scale words, the unit, a hedge, a rate."""

from __future__ import annotations

import re
from typing import Final

import attrs

from .figures import Figure, Page
from .folding import WORD
from .phrases import LETTERS
from .units import UnitKind, UnitWord

# What may stand between a number and its unit: spaces, one line end, a hyphen.
GAP: Final = rb"(?: {1,2}|\r?\n|-(?=[a-z]))?"
NEXT: Final = re.compile(rb"%b((?![0-9])[%b]+|[^ \r\n])" % (GAP, LETTERS))
"""The next word or mark, and what stands before it."""

_SPACE: Final = re.compile(GAP)
_WORD: Final = re.compile(rb"((?![0-9])[%b]+)(?:'[%b]+)?" % (LETTERS, LETTERS))
LETTER: Final = WORD - frozenset(b"0123456789")
_NUMBER_AHEAD: Final = re.compile(rb" ?[0-9$\x80\xa3]")
_SIGNS: Final = frozenset("$€£¥")
_COUNTED: Final = frozenset((UnitKind.MONEY, UnitKind.ASSET, UnitKind.PEOPLE))


@attrs.frozen
class Beside:
    """Reads on from a number of a page."""

    page: Page

    def extend(
        self, figure: Figure, word: bytes | None, place: int, stop: int
    ) -> Figure | None:
        """Take in the scale and unit that follow; None if this is no number."""
        text, grammar = self.page.text, self.page.grammar
        short = False
        end = stop
        if word is not None and word in grammar.scales.heads:
            end, short = self._scale(figure, stop)
            after = NEXT.match(text, end)
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
        if self._is_year(figure):
            return None
        if figure.unit is not None:
            self._trailing(figure)
        return figure

    def _scale(self, figure: Figure, stop: int) -> tuple[int, bool]:
        """Take in scale words; return where they end and whether one is short."""
        text, scales = self.page.text, self.page.grammar.scales
        short = False
        for _ in range(2):
            after = NEXT.match(text, stop)
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
            half = self.page.grammar.half.first(text, stop + 1)
            if half:
                figure.half, stop = True, half[1]
        return stop, short

    def _is_printed(self, end: int, word: str) -> bool:
        return self.page.plain[end - len(word) : end] == word

    def _unit(
        self, figure: Figure, word: bytes | None, place: int, end: int
    ) -> tuple[UnitWord, int] | None:
        """Return the unit after a number and its scale, with its end."""
        if word is None:
            return None
        found = self._direct(figure, word, place)
        if found is None and figure.power and word in self.page.grammar.joins:
            link = self.page.grammar.links.match(self.page.text, end)
            after = NEXT.match(self.page.text, link.end()) if link else None
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
        return self.people(place) or self._of(figure, end)

    def _direct(
        self, figure: Figure, head: bytes, place: int
    ) -> tuple[UnitWord, int] | None:
        for word, end in self.page.grammar.units.beginning(head, self.page.text, place):
            if word.kind is UnitKind.NONE:
                return None
            if word.printed and not word.fits(self.page.plain[place:end]):
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
        after = NEXT.match(self.page.text, end)
        if after is None or after.start(1) == end or not after[1].isalpha():
            return False
        if word.kind is UnitKind.PEOPLE:
            return not figure.power and after[1] not in self.page.grammar.stops
        return after[1] in self.page.grammar.things

    def people(self, start: int) -> tuple[UnitWord, int] | None:
        """Look for people a few words on: `crypto users`, `jeunes Pakistanais`."""
        text, grammar = self.page.text, self.page.grammar
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
                if unit.kind is UnitKind.PEOPLE and unit.fits(
                    self.page.plain[start:end]
                ):
                    return unit, end
        return None

    def _of(self, figure: Figure, place: int) -> tuple[UnitWord, int] | None:
        """Look for money a few words on: `13 billion of China's digital yuan`."""
        text, grammar = self.page.text, self.page.grammar
        link = grammar.of.first(text, place + 1) if figure.power else None
        start = link[1] if link else 0
        for _ in range(4 if link else 0):
            space = _SPACE.match(text, start)
            start = space.end() if space else start
            for unit, end in grammar.units.at(text, start):
                if unit.kind is UnitKind.MONEY and unit.fits(
                    self.page.plain[start:end]
                ):
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
        after = NEXT.match(self.page.text, place)
        if after is None or after.start(1) == place or after[1][0] not in LETTER:
            return True
        return (
            after[1] in self.page.grammar.stops
            and after[1] not in self.page.grammar.joins
        )

    def _is_year(self, figure: Figure) -> bool:
        """Whether a number is a year, unit or not: `in 2024 bitcoin …`."""
        digits, unit = figure.digits, figure.unit
        if len(digits) != 4 or figure.power or figure.sign:  # noqa: PLR2004
            return False
        if not (b"1900" <= digits <= b"2100" and digits.isdigit()):
            return False
        if unit is not None and unit.kind not in _COUNTED:
            return False
        return self.page.grammar.years.at(self.page.text, figure.start) is not None

    def _trailing(self, figure: Figure) -> None:
        """Take in a hedge after the unit, and a rate, which stays outside."""
        text, grammar = self.page.text, self.page.grammar
        after = NEXT.match(text, figure.end)
        if after is None or after[1] not in grammar.trailing:
            return
        hedge = grammar.hedges_after.first(text, after.start(1))
        if hedge and not self._number_at(hedge[1]):
            figure.hedge, figure.end = hedge
            after = NEXT.match(text, figure.end)
        rate = grammar.rates.first(text, after.start(1)) if after else None
        if rate:
            figure.per = rate[0]

    def _number_at(self, place: int) -> bool:
        """Whether a number, or a sign before one, follows."""
        return _NUMBER_AHEAD.match(self.page.text, place) is not None


def _specifies(word: UnitWord, sign: UnitWord) -> bool:
    """Whether a unit after a number says more exactly what the sign before it said."""
    if word.kind is not UnitKind.MONEY or word.shift or word.printed in _SIGNS:
        return False
    return word.unit == sign.unit or sign.printed == "$"
