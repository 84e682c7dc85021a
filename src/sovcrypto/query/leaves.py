"""A condition on one column as a test of a row, in one of two modes.

"must" asks whether the condition certainly holds, "may" whether it possibly does.
They differ only where a source left something open: a vague amount, a date of lower
precision than the question. Where nothing is stated (None) no comparison holds in
either mode; `is_null()` alone asks for such rows, and `~` and `!=` keep them.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from ..codes import dimension
from ..fields import Col, Op, Pred
from ..values import Amount, Period, Truth
from .logic import Test

_SIGNS: Final[dict[Op, Callable[[Any, Any], bool]]] = {
    Op.EQ: operator.eq,
    Op.LT: operator.lt,
    Op.LE: operator.le,
    Op.GT: operator.gt,
    Op.GE: operator.ge,
    Op.IN: lambda mine, values: mine in values,
    Op.HAS: operator.contains,
    Op.CONTAINS: operator.contains,
    Op.STARTS: str.startswith,
}
_DATE_OPS: Final = {Op.LT, Op.LE, Op.GT, Op.GE, Op.OVERLAPS}
_AMOUNT_SIGNS: Final[dict[Op, Callable[[Amount, Amount | Decimal], Truth]]] = {
    Op.EQ: Amount.eq,
    Op.LT: Amount.lt,
    Op.LE: Amount.le,
    Op.GT: Amount.gt,
    Op.GE: Amount.ge,
}


def column_test(condition: Pred[Any], *, must: bool) -> Test:
    """Turn a condition on a column (`!=` apart, which is a negation) into a test."""
    column: Col[Any, Any] = condition.args[0]
    get = operator.attrgetter(column.name)
    op = condition.op
    if op is Op.NULL:
        return lambda row: get(row) is None
    value = condition.args[1]
    if column.kind.of is Amount:
        test = _amount_test(op, value, must=must)
    elif column.kind.of is Period and op in _DATE_OPS:
        test = _period_test(op, value, must=must)
    else:
        test = _plain_test(op, frozenset(value) if op is Op.IN else value)

    def stated(row: object) -> bool:
        mine = get(row)
        return mine is not None and test(mine)

    return stated


def _plain_test(op: Op, value: object) -> Test:
    sign = _SIGNS[op]
    return lambda mine: sign(mine, value)


def _amount_test(op: Op, value: Any, *, must: bool) -> Test:  # noqa: ANN401 -- the operand of a condition has any type
    """Compare amounts in the world: a bare number counts in the row's own unit.

    Of an amount that measures something else it cannot be told.
    """
    if op is Op.IN:
        tests = [_amount_test(Op.EQ, one, must=must) for one in value]
        return lambda mine: any(test(mine) for test in tests)
    sign = _AMOUNT_SIGNS[op]
    measured = dimension(value.unit) if isinstance(value, Amount) else None

    def test(mine: Amount) -> bool:
        if measured is not None and dimension(mine.unit) != measured:
            return not must
        answer = sign(mine, value)
        return answer.must if must else answer.may

    return test


def _period_test(op: Op, value: Period, *, must: bool) -> Test:
    """Compare the days of a period with a stretch of the calendar.

    "> 2025" is any day after that year, ">= 2025" any day from its first on. A period
    must be there with all of its days, and may be there with one of them.
    """
    if op is Op.OVERLAPS:
        return lambda mine: (
            mine.overlaps(value) if mine.resolved and value.resolved else not must
        )
    edge = value.start if op in {Op.GE, Op.LT} else value.end
    if edge is None:
        return _open_test(value, op, must=must)
    if op in {Op.GT, Op.GE}:
        if must:
            return lambda mine: mine.start is not None and mine.start >= edge
        return lambda mine: mine.end is None or mine.end > edge
    if must:
        return lambda mine: mine.end is not None and mine.end <= edge
    return lambda mine: mine.start is None or mine.start < edge


def _open_test(value: Period, op: Op, *, must: bool) -> Test:
    """Compare with the open end of an interval, or with a date without a year."""
    answer = op in {Op.GE, Op.LE} if value.resolved else not must
    return lambda _: answer
