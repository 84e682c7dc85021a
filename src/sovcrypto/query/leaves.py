"""What a condition on one column asks of a value, in one of two modes.

"must" asks whether the condition certainly holds, "may" whether it possibly does.
They differ only where a source left something open: a vague amount, a date of lower
precision than the question. Where nothing is stated (None) no comparison holds in
either mode; `is_null()` alone asks for such rows, and `~` and `!=` keep them.

A question says of itself what an index has to know: `Among` some values, or `Within` a
range of keys. So a test and an index cannot disagree on what is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Hashable
from decimal import Decimal
from functools import partial
from typing import Any, Final, TypeAlias

import attrs

from ..codes import dimension
from ..fields import Col, Op, Pred
from ..values import Amount, Period
from .indexes import Edge
from .sides import Side, ceiling, cuts, floor


@attrs.frozen(eq=False)
class Among:
    """The value is one of some, or one of the values is; None alone: there is none."""

    column: Col[Any, Any]
    values: frozenset[Hashable]


@attrs.frozen(eq=False)
class Within:
    """A key of the value lies between two edges, or outside of them."""

    column: Col[Any, Any]
    side: Side
    low: Edge | None = None
    high: Edge | None = None
    inside: bool = True


@attrs.frozen(eq=False)
class Such:
    """Some other test holds, for which there is no index.

    Attributes:
        column: whose value is tested.
        test: a function of a value; or, if `part`, a text that it contains.
        part: whether that is so.
    """

    column: Col[Any, Any]
    test: Any
    part: bool = False


Question: TypeAlias = Among | Within | Such
Leaf: TypeAlias = tuple[Question, bool]
"""A question, and whether it is negated."""

# One of two may hold unless the other certainly does.
_OPPOSITE: Final = {Op.LT: Op.GE, Op.GE: Op.LT, Op.GT: Op.LE, Op.LE: Op.GT}


def question(condition: Pred[Any], *, must: bool) -> Question:
    """Say what a condition on a column (`!=` apart, which is a negation) asks."""
    column: Col[Any, Any] = condition.args[0]
    op = condition.op
    if op is Op.NULL:
        return Among(column, frozenset([None]))
    value = condition.args[1]
    if op in _OPPOSITE:
        return _sized(column, op, value, must=must)
    if column.kind.of is Amount:
        return Such(column, _same_amount(op, value, must=must))
    if op in {Op.STARTS, Op.CONTAINS, Op.OVERLAPS}:
        return _partial(column, op, value, must=must)
    return Among(column, frozenset(value if op is Op.IN else [value]))


def _partial(column: Col[Any, Any], op: Op, value: Any, *, must: bool) -> Question:  # noqa: ANN401 -- a text or a period
    """Ask for a part of a text, or for a day of a period."""
    if op is Op.STARTS:
        return Within(column, Side.VALUE, low=Edge(value), high=_past(value))
    if op is Op.CONTAINS:
        return Such(column, value, part=True)
    return Such(column, _overlap(value, must=must))


def _past(prefix: str) -> Edge | None:
    """Return where the texts end that begin with a prefix."""
    stem = prefix.rstrip(chr(sys.maxunicode))
    return Edge(stem[:-1] + chr(ord(stem[-1]) + 1)) if stem else None


def _sized(column: Col[Any, Any], op: Op, value: Any, *, must: bool) -> Question:  # noqa: ANN401 -- the operand of a condition has any type
    """Compare sizes, of what is stated exactly or has two ends."""
    if column.kind.of is Amount:
        return _amount(column, op, value, must=must)
    if column.kind.of is Period:
        return _period(column, op, value, must=must)
    return _exact(column, op, value)


def _exact(column: Col[Any, Any], op: Op, value: object) -> Within:
    """Compare what is stated exactly."""
    edge = Edge(value, after=op in {Op.GT, Op.LE})
    if op in {Op.GT, Op.GE}:
        return Within(column, Side.VALUE, low=edge)
    return Within(column, Side.VALUE, high=edge)


def _period(column: Col[Any, Any], op: Op, value: Period, *, must: bool) -> Question:
    """Compare the days of a period with a stretch of the calendar.

    "> 2025" is any day after that year, ">= 2025" any day from its first on. A period
    must be there with all of its days, and may be there with one of them.
    """
    day = value.start if op in {Op.GE, Op.LT} else value.end
    if day is None:
        # The open end of an interval, or a date without a year.
        answer = op in {Op.GE, Op.LE} if value.resolved else not must
        return Such(column, partial(_told, answer))
    asked = op if must else _OPPOSITE[op]
    if asked in {Op.GT, Op.GE}:
        low = Edge(day.toordinal())
        return Within(column, Side.START, low=low, inside=must)
    high = Edge(day.toordinal(), after=True)
    return Within(column, Side.END, high=high, inside=must)


def _told(answer: bool, _: Period) -> bool:  # noqa: FBT001 -- the answer itself
    return answer


def _amount(
    column: Col[Any, Any], op: Op, value: Amount | Decimal, *, must: bool
) -> Within:
    """Compare amounts in the world: a bare number counts in the row's own unit.

    All of an amount must lie on one side. It may, unless all of it lies on the other;
    what measures something else lies in neither range, since it cannot be told.
    """
    low, high = cuts(value)
    own = not isinstance(value, Amount)
    measured = low[0]
    asked = op if must else _OPPOSITE[op]
    if asked in {Op.GT, Op.GE}:
        side = Side.LOW if own else Side.LOW_BASE
        above = high if asked is Op.GT else (measured, high[1], False)
        edges = Edge(above), Edge(ceiling(measured), after=True)
    else:
        side = Side.HIGH if own else Side.HIGH_BASE
        below = low if asked is Op.LT else (measured, low[1], True)
        edges = Edge(floor(measured)), Edge(below, after=True)
    return Within(column, side, *edges, inside=must)


def _same_amount(op: Op, value: Any, *, must: bool) -> Callable[[Amount], bool]:  # noqa: ANN401 -- an amount, a number, or several
    """Ask for the same amount in the world, or for one of several."""
    if op is Op.IN:
        tests = [_same_amount(Op.EQ, one, must=must) for one in value]
        return lambda mine: any(test(mine) for test in tests)
    measured = dimension(value.unit) if isinstance(value, Amount) else None

    def test(mine: Amount) -> bool:
        if measured is not None and dimension(mine.unit) != measured:
            return not must
        answer = mine.eq(value)
        return answer.must if must else answer.may

    return test


def _overlap(value: Period, *, must: bool) -> Callable[[Period], bool]:
    return lambda mine: (
        mine.overlaps(value) if mine.resolved and value.resolved else not must
    )
