"""Sorting rows by their columns, deterministically.

Rows without a place in the order come last, whichever way it runs: those that state
nothing, and dates without a year. Vague amounts are ordered by their lower bound, then
by their upper one; amounts of different things have no order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from heapq import nlargest, nsmallest
from operator import attrgetter
from typing import Any, Final, TypeAlias, TypeVar

from ..codes import dimension, scale
from ..errors import UnitMismatch
from ..fields import Col, Order, asc
from ..values import Amount, Period
from ..values.number import EXACT
from .checks import check_column

M = TypeVar("M")

Key: TypeAlias = Callable[[Any], Any]
"""From a row to what it is sorted by, None where it has no place in the order."""

_BELOW: Final = Decimal("-Infinity")
_ABOVE: Final = Decimal("Infinity")


def checked_orders(
    model: type[M], keys: Iterable[Col[M, Any] | Order[M]]
) -> tuple[Order[M], ...]:
    """Make orders of columns, refusing what no row of the model can be sorted by.

    Raises:
        TypeError: not a column, one of another model, or one without an order.
    """
    orders: list[Order[M]] = []
    for key in keys:
        order = key if isinstance(key, Order) else asc(key)
        check_column(model, order.col)
        if not (order.col.kind.ordered or sorts_amounts(order.col)):
            msg = f"{order.col!r} has no order to sort by"
            raise TypeError(msg)
        orders.append(order)
    return tuple(orders)


def sorts_amounts(column: Col[Any, Any]) -> bool:
    """Whether rows are sorted by an amount, in one dimension."""
    return column.kind.of is Amount and not column.kind.many


def sort_key(column: Col[Any, Any]) -> Key:
    """Return what a row is sorted by, None where it has no place in the order."""
    get = attrgetter(column.name)
    if sorts_amounts(column):
        return _amount_key(column, get)
    if column.kind.of is Period:

        def dated(row: object) -> Period | None:
            period: Period | None = get(row)
            return period if period is not None and period.resolved else None

        return dated
    return get


def _amount_key(column: Col[Any, Any], get: Key) -> Key:
    """Order amounts by their bounds in the base unit; the first sets the dimension."""
    first: list[Amount] = []

    def sized(row: object) -> tuple[Decimal, bool, Decimal, bool] | None:
        amount: Amount | None = get(row)
        if amount is None:
            return None
        if not first:
            first.append(amount)
        if dimension(amount.unit) != dimension(first[0].unit):
            error = UnitMismatch(first[0].unit, amount.unit)
            error.add_note(f"while sorting by {column!r}: keep one unit by a condition")
            raise error
        by = Decimal(scale(amount.unit))
        low = _BELOW if amount.low is None else EXACT.multiply(amount.low, by)
        high = _ABOVE if amount.high is None else EXACT.multiply(amount.high, by)
        return low, amount.low_open, high, not amount.high_open

    return sized


def ordered(
    rows: Iterable[M], orders: Sequence[Order[M]], most: int | None = None
) -> Iterator[M]:
    """Yield rows in the first order, then the next; the given sequence settles ties.

    Where no more than some are wanted, no more groups of equal rows are sorted.
    """
    if not orders:
        return iter(rows)
    return _by_first(rows, orders, most)


def _by_first(
    rows: Iterable[M], orders: Sequence[Order[M]], most: int | None
) -> Iterator[M]:
    key = sort_key(orders[0].col)
    groups: dict[Any, list[M]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    unplaced = groups.pop(None, [])
    for place in _first(groups, most, descending=orders[0].descending):
        yield from settled(groups[place], orders[1:])
    yield from settled(unplaced, orders[1:])


def settled(rows: Iterable[M], orders: Sequence[Order[M]]) -> Iterable[M]:
    """Put rows that are equal so far into the order that is left."""
    if not orders:
        return rows
    several = list(rows)
    return ordered(several, orders) if len(several) > 1 else several


def _first(keys: Iterable[Any], most: int | None, *, descending: bool) -> list[Any]:
    """Sort keys, as many as rows are wanted: each has a row at least."""
    if most is None:
        return sorted(keys, reverse=descending)
    return nlargest(most, keys) if descending else nsmallest(most, keys)
