"""What stands right after a number: scale words, the unit, a hedge, a rate."""

from __future__ import annotations

import re
from typing import Final

import attrs

from ..folding import WORD
from ..phrases import LETTERS
from .figures import Figure, Page
from .grammar import Grammar, Scale
from .units import UnitKind, UnitWord

# What may stand between a number and its unit: spaces, one line end, a hyphen.
GAP: Final = rb"(?: {1,2}|\r?\n|-(?=[a-z]))?"
LETTER: Final = WORD - frozenset(b"0123456789")

_SPACE: Final = re.compile(GAP)
_NEXT: Final = re.compile(rb"%b((?![0-9])[%b]+|[^ \r\n])" % (GAP, LETTERS))
_WORD: Final = re.compile(rb"((?![0-9])[%b]+)(?:'[%b]+)?" % (LETTERS, LETTERS))
_NUMBER_AHEAD: Final = re.compile(rb" ?[0-9$\x80\xa3]")
_SIGNS: Final = frozenset("$€£¥")
_YEAR: Final = 4
# Units that after a year are something else: an initial, an adjective.
_INITIALS: Final = frozenset(("W", "^"))
# How many digits a number of people in a ratio has: "4 in 10", "1 in 100".
_SMALL: Final = 3


@attrs.define
class Beside:
    """Reads on from a number of a page.

    Attributes:
        text: the folded bytes.
        plain: the text as printed.
        grammar: the words of its language.
    """

    text: bytes
    plain: str
    grammar: Grammar

    @classmethod
    def of(cls, page: Page) -> Beside:
        """Make a reader of a page."""
        return cls(page.text, page.plain, page.grammar)

    def extend(self, figure: Figure, match: re.Match[bytes]) -> Figure | None:
        """Take in the scale and unit that follow; None if this is no number.

        Args:
            figure: a number; it is changed.
            match: what follows it, in the groups of `scanning`.
        """
        text = self.text
        if match[3]:
            figure.hedge = "more"
            figure.end += 1
        start, stop = match.span(8)
        if match[4]:
            end = self._scaled(figure, match)
        elif start >= 0:
            end = self._counted(figure, text[start:stop], start)
        else:
            end = self._bare(figure)
        if end < len(text) and figure.end == end and text[end] in LETTER:
            # a word goes on: "3rd", "5G"
            return None
        figure.end = end
        if len(figure.digits) == _YEAR and self._is_year(figure):
            return None
        unit = figure.unit
        if unit is not None:
            if unit.kind is UnitKind.PEOPLE and self._is_ratio(figure):
                return None
            self._trailing(figure)
        return figure

    def _is_ratio(self, figure: Figure) -> bool:
        """Whether it is the second number of a ratio: "4 in 10 adults"."""
        if figure.power or len(figure.digits) > _SMALL:
            return False
        return self.grammar.ratio.at(self.text, figure.start) is not None

    def _scaled(self, figure: Figure, match: re.Match[bytes]) -> int:
        """Take in a scale word with what follows; return where it ends."""
        grammar = self.grammar
        found = self._scale(match[4], match.start(4))
        if found is None:
            return self._bare(figure)
        scale, end = found
        figure.power = scale.power
        start, stop = match.span(7)
        link, word = match[6], self.text[start:stop] if stop > 0 else None
        if match[5]:
            figure.hedge = "more"
            end += 1
        elif end != match.end(4) or (word in grammar.scale_more and not scale.printed):
            end, link, word, start = self._more_scale(figure, end)
        unit = self._direct(figure, word, start) if word else None
        if unit is not None:
            figure.unit, end = unit
            figure.source = "unit"
            return end
        if figure.unit is not None:
            return end
        if scale.printed:
            # "5 m", "100 K": no scale without a unit
            figure.power = 0
            return figure.end
        return self._elsewhere(figure, word, link, start, end)

    def _scale(self, head: bytes, place: int) -> tuple[Scale, int] | None:
        """Return the scale word that begins at a place, if it is printed as it must."""
        for scale, end in self.grammar.scales.beginning(head, self.text, place):
            if not scale.printed or self.plain[place:end] == scale.printed:
                return scale, end
        return None

    def _elsewhere(
        self,
        figure: Figure,
        word: bytes | None,
        link: bytes | None,
        start: int,
        end: int,
    ) -> int:
        """Look for the unit of a scaled number further on."""
        found = self.people(start) if word else None
        if found is None and word:
            found = self._of(end)
            figure.source = "of"
        if found is None:
            figure.free = not word or (not link and self._is_stop(word))
            return end
        figure.unit, end = found
        return end

    def _is_stop(self, word: bytes) -> bool:
        return word[0] not in LETTER or word in self.grammar.stops

    def _more_scale(
        self, figure: Figure, end: int
    ) -> tuple[int, bytes | None, bytes | None, int]:
        """Take in `thousand` `million` and `et demi`; return what follows."""
        text, grammar = self.text, self.grammar
        start = end + 1
        for scale, stop in grammar.scales.at(text, start):
            if not scale.printed:
                figure.power += scale.power
                end = stop
                break
        half = grammar.half.first(text, end + 1)
        if half:
            figure.half, end = True, half[1]
        link = grammar.links.match(text, end)
        after = _NEXT.match(text, link.end() if link else end)
        if after is None:
            return end, None, None, end
        return end, link and link[0], after[1], after.start(1)

    def _counted(self, figure: Figure, head: bytes, place: int) -> int:
        """Take in the unit that begins with a word; return where it ends."""
        found = self._direct(figure, head, place)
        if found is None:
            return self._bare(figure)
        unit, end = found
        figure.unit = unit
        figure.source = "unit"
        if unit.kind is UnitKind.MONEY and unit.printed:
            end = self._scaled_unit(figure, end)
        return end

    def _bare(self, figure: Figure) -> int:
        """Look for people further on, where a number has no unit beside it."""
        end = figure.end
        if figure.unit is None and self.text[end : end + 1] in (b" ", b"\n"):
            found = self.people(end + 1)
            if found is not None:
                figure.unit, end = found
        return end

    def _direct(
        self, figure: Figure, head: bytes, place: int
    ) -> tuple[UnitWord, int] | None:
        text, plain = self.text, self.plain
        for word, end in self.grammar.units.beginning(head, text, place):
            if word.sure and not figure.sign:
                return word, end
            if word.kind is UnitKind.NONE:
                return None
            if word.printed and not word.fits(plain[place:end]):
                continue
            if figure.sign and not _specifies(word, figure.unit):
                continue
            if word.printed in _SIGNS and text[end : end + 1].isdigit():
                continue  # of a table: "13,029 $780 million"
            if word.noun and self._qualifies(figure, word, end):
                continue
            return word, end
        return None

    def _scaled_unit(self, figure: Figure, end: int) -> int:
        """Take in a scale word after the unit: `75 USD million`."""
        text = self.text
        after = _NEXT.match(text, end)
        if after is None or after[1] not in self.grammar.scales.heads:
            return end
        for scale, stop in self.grammar.scales.at(text, after.start(1)):
            if not scale.printed:
                figure.power = scale.power
                return stop
        return end

    def _qualifies(self, figure: Figure, word: UnitWord, end: int) -> bool:
        """Whether a unit qualifies the noun after it: bitcoin ATMs, Chinese firms."""
        after = _NEXT.match(self.text, end)
        if after is None or after.start(1) == end or not after[1].isalpha():
            return False
        if word.kind is UnitKind.PEOPLE:
            return not figure.power and after[1] not in self.grammar.stops
        return after[1] in self.grammar.things

    def people(self, start: int) -> tuple[UnitWord, int] | None:
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

    def _of(self, place: int) -> tuple[UnitWord, int] | None:
        """Look for money a few words on: `13 billion of China's digital yuan`."""
        text, grammar = self.text, self.grammar
        link = grammar.of.first(text, place + 1)
        start = link[1] if link else 0
        for _ in range(4 if link else 0):
            space = _SPACE.match(text, start)
            start = space.end() if space else start
            for unit, end in grammar.units.at(text, start):
                if unit.kind is UnitKind.MONEY and unit.fits(self.plain[start:end]):
                    # the span ends with the number: the unit stands elsewhere
                    return unit, place
            word = _WORD.match(text, start)
            if word is None:
                return None
            start = word.end()
        return None

    def free(self, place: int) -> bool:
        """Whether no noun follows, so that a unit may be told elsewhere."""
        after = _NEXT.match(self.text, place)
        return after is None or after.start(1) == place or self._is_stop(after[1])

    def _is_year(self, figure: Figure) -> bool:
        """Whether a number is a year, unit or not: `in 2024 bitcoin …`."""
        digits, unit = figure.digits, figure.unit
        if figure.power or figure.sign or not digits.isdigit():
            return False
        if not b"1900" <= digits <= b"2100":
            return False
        if unit is not None and unit.printed in _INITIALS:
            # an initial as in 2012 W. Jones, an adjective as in the 2024 American vote
            return b"1980" <= digits <= b"2040"
        if unit is not None and unit.kind is UnitKind.MEASURE:
            return False
        return self.grammar.years.at(self.text, figure.start) is not None

    def _trailing(self, figure: Figure) -> None:
        """Take in a hedge after the unit, and a rate, which stays outside."""
        text, grammar = self.text, self.grammar
        after = grammar.trailing.match(text, figure.end)
        if after is None:
            return
        hedge = grammar.hedges_after.first(text, after.start(1))
        if hedge and not _NUMBER_AHEAD.match(text, hedge[1]):
            figure.hedge, figure.end = hedge
            after = _NEXT.match(text, figure.end)
        rate = grammar.rates.first(text, after.start(1)) if after else None
        if rate:
            figure.per = rate[0]


def _specifies(word: UnitWord, sign: UnitWord | None) -> bool:
    """Whether a unit after a number says more exactly what the sign before it said."""
    if sign is None:
        return True
    if word.kind is not UnitKind.MONEY or word.shift or word.printed in _SIGNS:
        return False
    return word.unit == sign.unit or sign.printed == "$"
