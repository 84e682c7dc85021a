"""Amounts in a text: figures with their unit, scale and hedge.

Every number is looked at once, with what stands beside it (`figures`), and joined to
its neighbour where the two are one (`ranges`). Here, units that stand elsewhere in the
sentence are found, hedges are taken in, and what has a unit in the end is an amount.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from ...codes import Unit
from ...values import Amount
from ...values.amount import computed
from ..phrases import LETTERS
from .figures import Figure, Page
from .grammar import grammar, turned
from .marks import decimal_mark
from .ranges import Joiner, value_of
from .scanning import Scanner
from .units import UnitKind, UnitWord

if TYPE_CHECKING:
    from ..folding import Shadow

# How far away the unit of a bare number, or the asset of `5 783 jetons`, may stand.
_REACH: Final = 300
# Where a sentence ends, or a line does; a line broken within a sentence goes on in
# lower case.
_STOP: Final = re.compile(r"[.!?][\"'”’»)]*\s|\n(?![^\W\d_A-ZÀ-Þ])")
_WORDS: Final = re.compile(rb"[%b]+" % LETTERS)
_COMPARED: Final = {
    "~": "about",
    "≈": "about",
    "±": "about",
    ">": "more",
    "<": "less",
    "≥": "at_least",
    "≤": "at_most",
    "-": "minus",
    "–": "minus",
    "−": "minus",
}
_OR_EQUAL: Final = {"more": "at_least", "less": "at_most"}
_SIGNLIKE: Final = frozenset((b"~", b">", b"<", b"-", b"=", b"\x8d", b"\xb1"))
# Such a sign with what parts it from the number, from right to left.
_SIGNED: Final = re.compile(rb" ?(?:(=) ?)?[-~><\x8d\xb1]")
# What a minus may follow: "(-12 %", but not "A-12".
_BEFORE_MINUS: Final = frozenset(b' \n("\0')
_FLOORS: Final = frozenset(("more", "at_least"))
_CEILINGS: Final = frozenset(("less", "at_most"))
# What parts the two halves of a number that is printed apart.
_BROKEN: Final = frozenset((b" . ", b". ", b" , ", b", "))
# From here on a scale word is large enough to leave its unit to another place.
_MILLIONS: Final = 5


@attrs.frozen
class FoundAmount:
    """An amount, where a shadow states it and by which rule it was read.

    Attributes:
        start: where it begins in the shadow, with its hedge.
        end: where it ends, with its unit.
        amount: what is stated.
        per: of a rate, for how long or for what: `day`, `month`, `year`, `kWh`.
        rule: how it was read, such as `range/between` or `figure/implicit+more`.
    """

    start: int
    end: int
    amount: Amount
    per: str | None
    rule: str


def find_amounts(
    shadow: Shadow, language: str, start: int = 0, end: int | None = None
) -> list[FoundAmount]:
    """Find the amounts of a stretch of a text, in order.

    >>> from sovcrypto.reading.folding import Shadow
    >>> shadow = Shadow.of("une réserve de plus de 6 200 BTC")
    >>> [found] = find_amounts(shadow, "fr")
    >>> shadow.plain[found.start : found.end], str(found.amount)
    ('plus de 6 200 BTC', '>6200 BTC')

    Raises:
        UnknownLocale: no such language can be read.
    """
    stop = len(shadow.folded) if end is None else end
    words = grammar(language)
    page = Page.of(shadow.folded[start:stop], shadow.plain[start:stop], words)
    scanned = Scanner.of(page).figures()
    if not scanned:
        return []
    own, other = words.decimal, words.other_decimal
    if other and decimal_mark(scanned, own, other) == other:
        page.grammar = turned(language)
    figures = Joiner(page.text, page.grammar).join(scanned)
    reader = _Reader(page, start)
    found: list[FoundAmount] = []
    for index, figure in enumerate(figures):
        unit = figure.unit
        if unit is None or unit.kind is UnitKind.COINS:
            unit = figure.unit = reader.unit(figures, index)
        if unit is not None:
            amount = reader.amount(figure, unit)
            whole = reader.between(found[-1], amount) if found and amount else None
            if whole is not None:
                found[-1] = whole
            elif amount is not None:
                found.append(amount)
    return found


@attrs.define
class _Reader:
    """Reads figures of a page whose text begins at an offset."""

    page: Page
    offset: int

    # --- units that stand elsewhere ----------------------------------------------

    def unit(self, figures: list[Figure], index: int) -> UnitWord | None:
        """Return the unit of a figure that has none beside it, if a place tells it."""
        figure = figures[index]
        if figure.unit is not None:
            figure.source = "coins"
            return self._coined(figures, index)
        scaled = figure.power >= _MILLIONS and figure.free
        if not scaled or self._broken(figure.start):
            return None
        figure.source = "implicit"
        counted = self._numbered(figure)
        if counted is not None:
            return counted
        before = figures[max(0, index - 4) : index][::-1]
        for other in (*before, *figures[index + 1 : index + 4]):
            if _lends(other) and self._together(other, figure):
                return other.unit
        for other in before:
            if _lends(other) and self._near(other, figure):
                return other.unit
        return None

    def _broken(self, place: int) -> bool:
        """Whether a number may be the end of another, printed apart: `1 . 6`."""
        before = self.page.shape[max(0, place - 4) : place].split(b"0")[-1]
        return place > 1 and before in _BROKEN

    def _numbered(self, figure: Figure) -> UnitWord | None:
        """Return what `the number of users` before a figure in its sentence counts."""
        text, plain, grammar = self.page.text, self.page.plain, self.page.grammar
        start = max(0, figure.start - _REACH)
        for phrase in grammar.number_of.finditer(text, start, figure.start):
            if _STOP.search(plain, phrase.start(), figure.start):
                continue
            unit = grammar.units.first(text, phrase.end())
            if unit and unit[0].kind is UnitKind.PEOPLE:
                return unit[0]
        return None

    def _together(self, one: Figure, other: Figure) -> bool:
        """Whether two figures stand in one sentence."""
        first, second = sorted((one, other), key=lambda figure: figure.start)
        start, end = first.end, second.start
        return end - start < _REACH and not _STOP.search(self.page.plain, start, end)

    def _near(self, before: Figure, figure: Figure) -> bool:
        """Whether the figure comes a sentence or two after another, in its line."""
        between = self.page.text[before.end : figure.start]
        return len(between) < _REACH and b"\n" not in between

    def _coined(self, figures: list[Figure], index: int) -> UnitWord | None:
        """Return the asset that was last named before `5 783 jetons`."""
        figure = figures[index]
        text = self.page.text
        start = max(0, figure.start - _REACH)
        start = max(start, text.rfind(b"\n\n", start, figure.start))
        for other in figures[max(0, index - 4) : index][::-1]:
            unit = other.unit
            if other.end > start and unit and unit.kind is UnitKind.ASSET:
                return unit
            if other.end > start and other.source == "coins":
                start = other.end  # as far back as that, nothing was named
        return self._named(start, figure.start)

    def _named(self, start: int, stop: int) -> UnitWord | None:
        """Return the asset that is named last in a stretch of the text."""
        units, text, plain = self.page.grammar.units, self.page.text, self.page.plain
        named: UnitWord | None = None
        for word in _WORDS.finditer(text, start, stop):
            for unit, end in units.beginning(word[0], text, word.start()):
                asset = unit.kind is UnitKind.ASSET and not unit.shift
                if asset and unit.fits(plain[word.start() : end]):
                    named = unit
        return named

    # --- hedges and values -------------------------------------------------------

    def _hedge(self, place: int) -> tuple[str, int] | None:
        """Return the hedge that ends at a place, with its start."""
        text, grammar = self.page.text, self.page.grammar
        found = grammar.hedges.at(text, place)
        if found is None:
            return self._compared(place)
        kind, start = found
        if grammar.false_hedges:
            hedge = text[start:place].split(maxsplit=1)[0]
            banned = grammar.false_hedges.get(hedge)
            last = text[max(0, start - 20) : start].split()[-1:] if banned else []
            if banned and last and last[0] in banned:
                return None
        return kind, start

    def _compared(self, place: int) -> tuple[str, int] | None:
        """Return what a sign before a number says: `~`, `>`, a minus."""
        text = self.page.text
        before = text[place - 4 if place > 4 else 0 : place]  # noqa: PLR2004 -- `< = `
        if before[-1:] not in _SIGNLIKE and before[-2:-1] not in _SIGNLIKE:
            return None
        match = _SIGNED.match(before[::-1])
        if match is None:
            return None
        place -= match.end()
        kind = _COMPARED.get(self.page.plain[place], "")
        if match[1]:
            kind = _OR_EQUAL.get(kind, "")
        if kind == "minus" and (
            len(match[0]) > 1 or (place and text[place - 1] not in _BEFORE_MINUS)
        ):
            return None
        return (kind, place) if kind else None

    def amount(self, figure: Figure, unit: UnitWord) -> FoundAmount | None:
        """Return a figure as an amount, None if its number may not get in."""
        decimal = self.page.grammar.decimal
        low = value_of(figure, decimal, power=figure.power)
        if low is None:
            return None
        upper = figure.upper
        high = None
        if upper is not None:
            upper.unit = unit
            high = value_of(upper, decimal, power=upper.power)
            if high is None:
                return None
        hedge, start = figure.hedge, figure.start
        approximate = hedge == "about"
        for _ in range(2):  # "at least around"
            before = self._hedge(start)
            if before is None:
                break
            kind, start = before
            approximate = approximate or kind == "about"
            hedge = kind if kind != "about" or not hedge else hedge
        if unit.kind is UnitKind.PEOPLE and low % 1:
            return None  # "an HTTP 1.1 client"
        amount = _amount(low, high, unit.unit, hedge, approximate=approximate)
        made = "range" if upper else "figure" if figure.digits else "words"
        rule = f"{made}/{figure.source}+{hedge}" if hedge else f"{made}/{figure.source}"
        offset = self.offset
        return FoundAmount(
            start + offset, figure.end + offset, amount, figure.per, rule
        )

    def between(self, one: FoundAmount, other: FoundAmount) -> FoundAmount | None:
        """Return the range of two linked bounds: `more than 5 and less than 8 MW`."""
        low, high = one.amount, other.amount
        if low.low is None:
            low, high = high, low
        if low.high is not None or high.low is not None or low.unit != high.unit:
            return None
        gap = self.page.text[one.end - self.offset : other.start - self.offset]
        if gap.strip(b" ,\n") not in self.page.grammar.pair | {b""}:
            return None
        if low.low is None or high.high is None or low.low >= high.high:
            return None
        amount = computed(
            low.low,
            high.high,
            low.unit,
            low_open=low.low_open,
            high_open=high.high_open,
            approximate=low.approximate or high.approximate,
        )
        per = one.per or other.per
        return FoundAmount(one.start, other.end, amount, per, "range/bounds")


def _lends(figure: Figure) -> bool:
    """Whether a figure may lend its unit to one of millions that has none."""
    unit = figure.unit
    if unit is None or unit.unit in {"", "%"}:
        return False
    # "118 bitcoins and a house worth 1.1 million": of coins there are hardly millions
    return unit.kind is not UnitKind.ASSET or figure.power > _MILLIONS


def _amount(
    low: Decimal, high: Decimal | None, unit: Unit, hedge: str, *, approximate: bool
) -> Amount:
    """Return what a hedge makes of a number."""
    if hedge == "minus":
        low, hedge = -low, ""
    one_sided = high is None
    return computed(
        None if one_sided and hedge in _CEILINGS else low,
        None if one_sided and hedge in _FLOORS else low if high is None else high,
        unit,
        low_open=hedge == "more",
        high_open=hedge == "less",
        approximate=approximate,
    )
