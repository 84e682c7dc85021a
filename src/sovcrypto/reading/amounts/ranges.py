"""Two numbers that belong together: ranges, shared units, dollars with cents."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from ..phrases import LETTERS
from .figures import Figure
from .numbers import plain
from .units import UnitKind

if TYPE_CHECKING:
    from .grammar import Grammar

_DASHES: Final = frozenset((b"-", b"--"))
_WORDS: Final = re.compile(rb"[%b]+" % LETTERS)
_CLAUSE_END: Final = re.compile(rb"[.;:!?]|\n[ \r]*\n")
# How far back a verb of change is looked for.
_CLAUSE: Final = 70
# How far the second of two linked numbers may stand from the first.
_REACH: Final = 16
_CENTS: Final = -2


@attrs.define
class Joiner:
    """Joins neighbouring figures of a text."""

    text: bytes
    grammar: Grammar

    def join(self, figures: list[Figure]) -> list[Figure]:
        """Return the figures, with those that are one made one.

        Args:
            figures: the figures of a text in order; they are changed.
        """
        joined: list[Figure] = []
        last: Figure | None = None
        for figure in figures:
            if last is not None:
                gap = figure.start - last.end
                if gap < 0 or (gap <= _REACH and self._joined(last, figure)):
                    continue
            joined.append(figure)
            last = figure
        return joined

    def _joined(self, last: Figure, figure: Figure) -> bool:
        """Join a figure to the one before it, if they are one."""
        between = self.text[last.end : figure.start]
        gap = between.strip(b" \n")
        lines = between.count(b"\n")
        if last.upper is not None or lines > 1 or (lines and gap in _DASHES):
            return False
        if self._in_cents(last, figure, gap):
            return True
        how = self._link(last, gap)
        if how == "part":
            self._part(last, figure)
            return False
        if not how or (how == "pair" and figure.unit is None and not figure.power):
            return False
        return self._shared(last, figure) and self._ranges(last, figure, how)

    def _part(self, first: Figure, second: Figure) -> None:
        """Give a part the unit of its whole: `600 of the 5,000 BTC`."""
        unit = second.unit
        if first.unit is None and unit and unit.kind is UnitKind.ASSET:
            first.unit, first.source = unit, "part"

    def _in_cents(self, first: Figure, second: Figure, gap: bytes) -> bool:
        """Add cents to the dollars before them: `3 dollars and 50 cents`."""
        unit, cents = first.unit, second.unit
        if unit is None or cents is None or cents.shift != _CENTS:
            return False
        if unit.kind is not UnitKind.MONEY or unit.shift or first.power:
            return False
        if gap and gap not in self.grammar.pair:
            return False
        whole, rest = self._value(first), self._value(second)
        if whole is None or rest is None or whole % 1 or rest >= 1:
            return False
        first.value, first.end = whole + rest, second.end
        return True

    def _link(self, first: Figure, gap: bytes) -> str:
        """Return how two neighbours are linked: dash, to, between, pair or not."""
        if gap in _DASHES:
            return "dash"
        if gap in self.grammar.range:
            return "to"
        if gap in self.grammar.part:
            return "part"
        if gap not in self.grammar.pair:
            return ""
        return "between" if self._opened(first) else "pair"

    def _opened(self, first: Figure) -> tuple[int, bool] | None:
        """Return where `between` begins before a figure, and whether it is hedged."""
        text, grammar = self.text, self.grammar
        opened = grammar.open.at(text, first.start)
        if opened:
            return opened[1], False
        hedge = grammar.hedges.at(text, first.start)
        opened = grammar.open.at(text, hedge[1]) if hedge else None
        return (opened[1], True) if opened else None

    def _shared(self, first: Figure, second: Figure) -> bool:
        """Give two linked numbers the unit and scale of one; False if they differ."""
        if first.unit is None:
            if second.unit is None and not second.power:
                return False
            first.unit, first.source = second.unit, "shared"
        elif second.unit is None:
            if not first.sign or not (second.free or second.power):
                return False
            second.unit, second.source = first.unit, "shared"
        elif first.unit.unit != second.unit.unit:
            return False
        alone = first.sign or first.source == "shared"
        if alone and second.power and not first.power:
            low, high = self._mantissa(first), self._mantissa(second)
            if low is not None and high is not None and low < min(high, Decimal(1000)):
                first.power = second.power
        return True

    def _ranges(self, first: Figure, second: Figure, how: str) -> bool:
        """Make two linked figures one range, if they state one."""
        if how == "pair" or (how == "to" and self._changes(first)):
            return False
        low, high = self._value(first), self._value(second)
        if low is None or high is None or low >= high or first.hedge:
            return False
        first.hedge = second.hedge
        opened = self._opened(first) if how == "between" else None
        if opened:
            first.start, hedged = opened
            first.hedge = "about" if hedged else first.hedge
        first.upper = second
        first.end = second.end
        first.per = first.per or second.per
        first.free = second.free
        first.power = first.power or (second.power if first.unit is None else 0)
        first.source = how
        return True

    def _changes(self, figure: Figure) -> bool:
        """Whether a verb of change comes before: from 4% to 35% is then no range."""
        window = self.text[max(0, figure.start - _CLAUSE) : figure.start]
        clause = _CLAUSE_END.split(window)[-1]
        return not self.grammar.changes.isdisjoint(_WORDS.findall(clause))

    def _mantissa(self, figure: Figure) -> Decimal | None:
        return value_of(figure, self.grammar.decimal, power=0)

    def _value(self, figure: Figure) -> Decimal | None:
        return value_of(figure, self.grammar.decimal, power=figure.power)


def value_of(figure: Figure, decimal: str, *, power: int) -> Decimal | None:
    """Return the value of a figure at a power of ten, None if it is no number."""
    unit = figure.unit
    shift = power + unit.shift if unit else power
    value = figure.value
    if value is None:
        grouping = unit.grouping if unit and not figure.power else b""
        if not figure.half:
            return plain(figure.digits, decimal, grouping=grouping, power=shift)
        value = plain(figure.digits, decimal)
    if figure.half and value is not None:
        value += Decimal("0.5")
    return value.scaleb(shift) if value is not None and shift else value
