"""What is said of a whole group of rows: its size, a sum, a first and a last.

Rows that state nothing in a column are left out of what is said of that column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext
from enum import StrEnum
from operator import attrgetter
from types import NoneType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Protocol,
    TypeGuard,
    TypeVar,
    overload,
)

from ..errors import shown
from ..fields import Col
from ..fields.columns import AmountCol, PeriodCol
from ..values import Amount, Period
from ..values.amount import computed
from ..values.number import EXACT
from .checks import check_column, is_column


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...  # noqa: ANN401 -- each type its own


M = TypeVar("M")
T = TypeVar("T")
V = TypeVar("V", bound=_Ordered)


class Fold(StrEnum):
    """How the values of a group become one; the values are the names of calls."""

    COUNT = "count"
    TOTAL = "total"
    EARLIEST = "earliest"
    LATEST = "latest"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"


class Agg(Generic[M, T]):
    """Something to be said of each group of rows of M, of type T.

    Attributes:
        fold: how the values of a group become one.
        col: the column of the values, None for the rows themselves.
    """

    __slots__ = ("col", "fold")

    if TYPE_CHECKING:
        _model: M
        _type: T

    def __init__(self, fold: Fold, col: Col[M, Any] | None = None) -> None:
        self.fold: Fold = fold
        self.col: Col[M, Any] | None = col

    def __repr__(self) -> str:
        return f"{self.fold}({'' if self.col is None else repr(self.col)})"

    def over(self, rows: Sequence[M]) -> T:
        """Say it of some rows.

        Raises:
            UnitMismatch: a total of different units.
            InvalidAmount: a total that nothing bounds on either side.
        """
        if self.col is None:
            values: Sequence[Any] = rows
        else:
            every = map(attrgetter(self.col.name), rows)
            values = [value for value in every if value is not None]
        try:
            said: T = _FOLDS[self.fold](values)
        except ValueError as error:
            error.add_note(f"in {self!r}")
            raise
        return said


def count() -> Agg[Any, int]:
    """Count the rows of each group."""
    return Agg(Fold.COUNT)


def total(col: AmountCol[M], /) -> Agg[M, Amount | None]:
    """Add up vague amounts as intervals, None where no row of a group states one.

    "More than 6,200 BTC" and "between 5 and 7 BTC" make more than 6,205 BTC. Amounts of
    different things in one group raise `UnitMismatch`: group by what they count.

    Raises:
        TypeError: the column holds no amounts.
    """
    _check_kind(Fold.TOTAL, col, Amount)
    return Agg(Fold.TOTAL, col)


def earliest(col: PeriodCol[M], /) -> Agg[M, Period | None]:
    """Take the first period of each group; those without a year are left out.

    Raises:
        TypeError: the column holds no periods.
    """
    _check_kind(Fold.EARLIEST, col, Period)
    return Agg(Fold.EARLIEST, col)


def latest(col: PeriodCol[M], /) -> Agg[M, Period | None]:
    """Take the last period of each group; those without a year are left out.

    Raises:
        TypeError: the column holds no periods.
    """
    _check_kind(Fold.LATEST, col, Period)
    return Agg(Fold.LATEST, col)


@overload
def minimum(col: Col[M, V], /) -> Agg[M, V]: ...
@overload
def minimum(col: Col[M, V | None], /) -> Agg[M, V | None]: ...
def minimum(col: Col[M, Any], /) -> Agg[M, Any]:
    """Take the smallest text or number of each group.

    Raises:
        TypeError: the column has no order, or holds periods.
    """
    _check_order(Fold.MINIMUM, col)
    return Agg(Fold.MINIMUM, col)


@overload
def maximum(col: Col[M, V], /) -> Agg[M, V]: ...
@overload
def maximum(col: Col[M, V | None], /) -> Agg[M, V | None]: ...
def maximum(col: Col[M, Any], /) -> Agg[M, Any]:
    """Take the largest text or number of each group.

    Raises:
        TypeError: the column has no order, or holds periods.
    """
    _check_order(Fold.MAXIMUM, col)
    return Agg(Fold.MAXIMUM, col)


def _column(fold: Fold, col: object) -> Col[Any, Any]:
    if not is_column(col):
        msg = f"{fold}() takes a column such as `Reserve.quantity`, not {shown(col)}"
        raise TypeError(msg)
    return col


def _check_kind(fold: Fold, col: object, kind: type) -> None:
    column = _column(fold, col)
    if column.kind.of is not kind or column.kind.many:
        msg = f"{fold}({column!r}): the column holds no {kind.__name__}"
        raise TypeError(msg)


def _check_order(fold: Fold, col: object) -> None:
    column = _column(fold, col)
    if column.kind.of is Period:
        other = Fold.EARLIEST if fold is Fold.MINIMUM else Fold.LATEST
        msg = f"{fold}({column!r}): of periods there is an {other}()"
        raise TypeError(msg)
    if not column.kind.ordered:
        msg = f"{fold}({column!r}): the column has no order"
        raise TypeError(msg)


def check_aggregate(model: type, aggregate: object) -> None:
    """Refuse what is not an aggregate over rows of the model.

    Raises:
        TypeError: it is something else, or one over a column of another model.
    """
    if not _is_aggregate(aggregate):
        msg = f"{shown(aggregate)} is not an aggregate such as `count()`"
        raise TypeError(msg)
    if aggregate.col is not None:
        check_column(model, aggregate.col)


def _is_aggregate(value: object) -> TypeGuard[Agg[Any, Any]]:
    return isinstance(value, Agg)


def _resolved(periods: Sequence[Period]) -> list[Period]:
    return [period for period in periods if period.resolved]


_FAR: Final = 100  # powers of ten; what goes further is refused by `Amount.total`


def _total(amounts: Sequence[Amount]) -> Amount | None:
    """Add up amounts: those of one unit at once, and others one by one."""
    low = _sum([amount.low for amount in amounts])
    high = _sum([amount.high for amount in amounts])
    sane = all(bound is None or abs(bound.adjusted()) <= _FAR for bound in (low, high))
    units = {amount.unit for amount in amounts}
    if len(units) != 1 or (low is None and high is None) or not sane:
        return Amount.total(amounts)
    return computed(
        low,
        high,
        units.pop(),
        low_open=low is not None and any(amount.low_open for amount in amounts),
        high_open=high is not None and any(amount.high_open for amount in amounts),
        approximate=any(amount.approximate for amount in amounts),
    )


def _sum(bounds: list[Decimal | None]) -> Decimal | None:
    """Add up bounds exactly, None where one of them is."""
    if not _all_stated(bounds):
        return None
    with localcontext(EXACT):
        return sum(bounds, Decimal(0))


def _all_stated(bounds: list[Decimal | None]) -> TypeGuard[list[Decimal]]:
    # Types are compared in C, where `None in bounds` would ask each Decimal.
    return NoneType not in set(map(type, bounds))


_FOLDS: Final[dict[Fold, Callable[[Sequence[Any]], Any]]] = {
    Fold.COUNT: len,
    Fold.TOTAL: _total,
    Fold.EARLIEST: lambda values: min(_resolved(values), default=None),
    Fold.LATEST: lambda values: max(_resolved(values), default=None),
    Fold.MINIMUM: lambda values: min(values, default=None),
    Fold.MAXIMUM: lambda values: max(values, default=None),
}
