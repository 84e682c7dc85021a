"""Amounts in a text: figures with their unit, scale and hedge.

Every number is looked at once, with what stands beside it (`figures`). Here, numbers
become ranges, units that stand elsewhere in the sentence are found, hedges are taken
in, and what has a unit in the end is an amount.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from ..errors import InvalidAmount
from ..values import Amount
from .figures import Figure, Page

from .grammar import grammar
from .phrases import LETTERS
from .units import UnitKind, UnitWord

if TYPE_CHECKING:
    from .folding import Shadow

_GAP: Final = 16
_REACH: Final = 300
_CLAUSE: Final = 70
_STOP: Final = re.compile(rb"[.!?][\"')]*[ \n]|\n")
_WORDS: Final = re.compile(rb"[%b]+" % LETTERS)
_DASHES: Final = frozenset((b"-", b"--"))
_COMPARED: Final = {
    "~": "about", "≈": "about", "±": "about", ">": "more", "<": "less", "≥": "at_least", "≤": "at_most",
}  # fmt: skip


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
    page = Page.of(shadow, grammar(language), start, stop)
    reader = _Reader(page)
    found = (reader.amount(figure) for figure in reader.read())
    return [
        attrs.evolve(item, start=item.start + start, end=item.end + start)
        if start
        else item
        for item in found
        if item is not None
    ]


class _Reader:
    """What is read off one page."""

    def __init__(self, page: Page):
        self.page = page
        self.grammar = page.grammar
        self.text = page.text

    def read(self) -> list[Figure]:
        """Return the figures that have a unit in the end."""
        figures = self._joined(self.page.figures())
        for index, figure in enumerate(figures):
            if figure.unit is None and figure.power >= 5 and figure.free:  # noqa: PLR2004
                figure.unit = self._implicit(figures, index)
                figure.source = "implicit"
            elif figure.unit is not None and figure.unit.kind is UnitKind.COINS:
                figure.unit = self._coined(figures, index)
                figure.source = "coins"
        return [figure for figure in figures if figure.unit is not None]

    # --- ranges ------------------------------------------------------------------

    def _joined(self, figures: list[Figure]) -> list[Figure]:
        joined: list[Figure] = []
        for figure in figures:
            last = joined[-1] if joined else None
            if last is not None and last.upper is None and figure.start < last.end:
                continue
            if last is not None and figure.start - last.end <= _GAP:
                if self._in_cents(last, figure):
                    continue
                how = self._link(last, figure)
                if (
                    how
                    and self._shared(last, figure)
                    and self._ranges(last, figure, how)
                ):
                    continue
            joined.append(figure)
        return joined

    def _in_cents(self, first: Figure, second: Figure) -> bool:
        """Add cents to the dollars before them: `3 dollars and 50 cents`."""
        if first.unit is None or second.unit is None or first.unit.shift == second.unit.shift:
            return False
        gap = self.text[first.end : second.start].strip(b" ")
        if second.unit.kind is not UnitKind.MONEY or second.unit.shift != -2 or first.power:
            return False
        whole, cents = self._value(first), self._value(second)
        if (gap and gap not in self.grammar.pair) or whole is None or cents is None:
            return False
        if whole % 1 or cents >= 1 or first.unit.kind is not UnitKind.MONEY:
            return False
        first.value, first.end = whole + cents, second.end
        return True

    def _link(self, first: Figure, second: Figure) -> str:
        """Return how two neighbours are linked: dash, to, between, pair or not."""
        if first.upper is not None or first.hedge:
            return ""
        gap = self.text[first.end : second.start].strip(b" ")
        if gap in _DASHES:
            return "dash"
        if gap in self.grammar.range:
            return "to"
        if gap not in self.grammar.pair:
            return ""
        return "between" if self.grammar.open.at(self.text, first.start) else "pair"

    def _shared(self, first: Figure, second: Figure) -> bool:
        """Give two linked numbers the unit and scale of one; False if they differ."""
        if first.unit is None and second.unit is None and not second.power:
            return False
        if first.unit is None:
            first.unit, first.source = second.unit, "shared"
        elif second.unit is None:
            if not first.sign or not (second.free or second.power):
                return False
            second.unit, second.source = first.unit, "shared"
        elif first.unit.unit != second.unit.unit:
            return False
        alone = first.sign or first.source == "shared"
        if alone and second.power and not first.power:
            decimal = self.grammar.decimal
            low, high = first.mantissa(decimal), second.mantissa(decimal)
            if low is not None and high is not None and low < min(high, Decimal(1000)):
                first.power = second.power
        return True

    def _ranges(self, first: Figure, second: Figure, how: str) -> bool:
        """Make two linked figures one range, if they state one."""
        if how == "pair" or (how == "to" and self._changes(first)):
            return False
        low, high = self._value(first), self._value(second)
        if low is None or high is None or low >= high:
            return False
        opened = self.grammar.open.at(self.text, first.start)
        if how == "between" and opened:
            first.start = opened[1]
        first.upper = second
        first.end = second.end
        first.per = first.per or second.per
        first.hedge = first.hedge or second.hedge
        first.free = second.free
        first.source = how
        return True

    def _changes(self, figure: Figure) -> bool:
        """Whether a verb of change comes before: from 4% to 35% is then no range."""
        window = self.text[max(0, figure.start - _CLAUSE) : figure.start]
        clause = re.split(rb"[.;:!?\0]", window)[-1]
        return not self.grammar.changes.isdisjoint(_WORDS.findall(clause))

    # --- units that stand elsewhere ----------------------------------------------

    def _implicit(self, figures: list[Figure], index: int) -> UnitWord | None:
        """Return the unit of the figure before, or after, in the same sentence."""
        figure = figures[index]
        before = figures[max(0, index - 4) : index][::-1]
        after = figures[index + 1 : index + 4]
        for other in (*before, *after):
            if _lends(other) and self._together(other, figure):
                return other.unit
        for other in before:
            if _lends(other) and self._near(other, figure):
                return other.unit
        return None

    def _together(self, one: Figure, other: Figure) -> bool:
        """Whether two figures stand in one sentence."""
        start, end = sorted((one.end, other.start))
        if other.start < one.start:
            start, end = other.end, one.start
        return end - start < _REACH and not _STOP.search(self.page.raw, start, end)

    def _near(self, before: Figure, figure: Figure) -> bool:
        """Whether the figure begins a sentence right after another's, in its line."""
        between = self.page.raw[before.end : figure.start]
        return len(between) < _REACH // 2 and b"\n" not in between

    def _coined(self, figures: list[Figure], index: int) -> UnitWord | None:
        """Return the asset that was last named before `5 783 jetons`."""
        figure = figures[index]
        for other in figures[max(0, index - 4) : index][::-1]:
            near = figure.start - other.end < _REACH
            if near and other.unit is not None and other.unit.kind is UnitKind.ASSET:
                return other.unit
        start = max(0, figure.start - _REACH)
        named: UnitWord | None = None
        for word in _WORDS.finditer(self.text, start, figure.start):
            for unit, end in self.grammar.units.at(self.text, word.start()):
                printed = self.page.plain[word.start() : end]
                if (
                    unit.kind is UnitKind.ASSET
                    and not unit.shift
                    and unit.fits(printed)
                ):
                    named = unit
        return named

    # --- values ------------------------------------------------------------------

    def _value(self, figure: Figure) -> Decimal | None:
        mantissa = figure.mantissa(self.grammar.decimal)
        if mantissa is None:
            return None
        if figure.half:
            mantissa += Decimal("0.5")
        shift = figure.unit.shift if figure.unit else 0
        return (
            mantissa.scaleb(figure.power + shift) if figure.power + shift else mantissa
        )

    def _hedge(self, place: int) -> tuple[str, int] | None:
        """Return the hedge that ends at a place, with its start."""
        printed = self.page.plain[max(0, place - 2) : place].rstrip()[-1:]
        grammar, text = self.grammar, self.text
        if printed in _COMPARED:
            return _COMPARED[printed], text.rindex(text[place - 1], 0, place) - 0
        if False:
            return "minus", place - 1
        found = grammar.hedges.at(text, place)
        if found is None:
            between = grammar.adverbs.at(text, place)
            found = grammar.hedges.at(text, between[1]) if between else None
        if found is None:
            return None
        kind, start = found
        banned = grammar.false_hedges.get(text[start:place].strip())
        if banned and text[max(0, start - 20) : start].split()[-1:]:
            if text[max(0, start - 20) : start].split()[-1] in banned:
                return None
        before = grammar.before.at(text, start)
        return kind, before[1] if before else start

    def amount(self, figure: Figure) -> FoundAmount | None:
        """Return a figure as an amount, None if its number may not get in."""
        low = self._value(figure)
        high = low if figure.upper is None else self._value(figure.upper)
        if low is None or high is None or figure.unit is None:
            return None
        hedge, start = figure.hedge, figure.start
        before = self._hedge(start)
        approximate = hedge == "about"
        if before is not None:
            hedge, start = before
            more = self._hedge(start)
            approximate = approximate or hedge == "about"
            if more is not None:
                approximate = approximate or more[0] == "about"
                start = more[1]
                hedge = more[0] if hedge == "about" else hedge
        try:
            amount = _amount(
                low, high, figure.unit.unit, hedge, approximate=approximate
            )
        except InvalidAmount:
            return None
        made = "range" if figure.upper else "figure" if figure.digits else "words"
        rule = f"{made}/{figure.source}" + (f"+{hedge}" if hedge else "")
        return FoundAmount(start, figure.end, amount, figure.per, rule)


def _lends(figure: Figure) -> bool:
    """Whether a figure may lend its unit to one that has none."""
    unit = figure.unit
    return unit is not None and unit.unit not in {"", "%"}


def _amount(
    low: Decimal, high: Decimal, unit: str, hedge: str, *, approximate: bool
) -> Amount:
    if low != high:
        return Amount(
            low=low,
            high=high,
            unit=unit,
            low_open=hedge == "more",
            high_open=hedge == "less",
            approximate=approximate,
        )
    return Amount(
        low=None if hedge in {"less", "at_most"} else low,
        high=None if hedge in {"more", "at_least"} else high,
        unit=unit,
        low_open=hedge == "more",
        high_open=hedge == "less",
        approximate=approximate,
    )
