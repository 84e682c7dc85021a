"""What is said of a whole group of rows: its size, a sum, a first and a last.

Rows that state nothing in a column are left out of what is said of that column.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal, localcontext
from enum import StrEnum
from operator import attrgetter
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Protocol,
    TypeGuard,
    TypeVar,
    cast,
    overload,
)

from ..codes import Unit
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
        return self.by_key([None] * len(rows), rows)(None)

    def by_key(
        self, keys: Sequence[Hashable], rows: Sequence[M]
    ) -> Callable[[Hashable], T]:
        """Look at rows and their keys; return what says it of the rows of a key.

        What is returned raises as `over` does.
        """
        if self.col is None:
            return cast("Callable[[Hashable], T]", Counter(keys).__getitem__)
        values = map(attrgetter(self.col.name), rows)
        pairs = zip(keys, values, strict=True)
        fold = _FOLDS.get(self.fold)
        say = _totals(pairs) if fold is None else _folded(pairs, fold)

        def said(key: Hashable) -> T:
            try:
                return cast("T", say(key))
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


def _folded(
    pairs: Iterable[tuple[Hashable, Any]], fold: Callable[[list[Any]], Any]
) -> Callable[[Hashable], Any]:
    """Put values into groups, and return what makes one value of a group."""
    groups: defaultdict[Hashable, list[Any]] = defaultdict(list)
    for key, value in pairs:
        if value is not None:
            groups[key].append(value)
    return lambda key: fold(groups.get(key, []))


def _totals(
    pairs: Iterable[tuple[Hashable, Amount | None]],
) -> Callable[[Hashable], Amount | None]:
    """Add up amounts, and return what gives the total of a group.

    Exact figures in the unit of the group are added as numbers, as they come: most
    amounts are such, and each is read but once. They are made with one number for both
    bounds.
    """
    sums: dict[Hashable, Decimal] = {}
    units: dict[Hashable, Unit] = {}
    others: defaultdict[Hashable, list[Amount]] = defaultdict(list)
    with localcontext(EXACT):
        for key, amount in pairs:
            if amount is None:
                continue
            low, unit = amount.low, amount.unit
            exact = low is amount.high and not amount.approximate
            if units.setdefault(key, unit) == unit and exact and low is not None:
                sums[key] = sums.get(key, _ZERO) + low
            else:
                others[key].append(amount)

    def said(key: Hashable) -> Amount | None:
        rest = others.get(key, [])
        if key in sums:
            rest = [computed(sums[key], sums[key], units[key]), *rest]
        return Amount.total(rest)

    return said


_ZERO: Final = Decimal(0)


_FOLDS: Final[dict[Fold, Callable[[list[Any]], Any]]] = {
    Fold.EARLIEST: lambda values: min(_resolved(values), default=None),
    Fold.LATEST: lambda values: max(_resolved(values), default=None),
    Fold.MINIMUM: lambda values: min(values, default=None),
    Fold.MAXIMUM: lambda values: max(values, default=None),
}
