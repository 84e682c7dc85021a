"""Rows in groups, and what is said of each."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from . import memory
from .aggregates import Agg, check_aggregate

if TYPE_CHECKING:
    from ..fields import Col
    from .plan import Plan

M = TypeVar("M")
K = TypeVar("K")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")

_MOST = 4  # aggregates in one call: as many as have overloads


class Grouped(Generic[M, K]):
    """The rows of a query in groups of one key, or of a pair of keys; ends in `agg`."""

    __slots__ = ("_columns", "_plan")

    if TYPE_CHECKING:
        _key: K

    def __init__(self, plan: Plan[M], columns: tuple[Col[M, Any], ...]) -> None:
        self._plan = plan
        self._columns = columns

    def __repr__(self) -> str:
        return f"{self._plan!r}.group_by({', '.join(map(repr, self._columns))})"

    @overload
    def agg(self, a: Agg[M, A], /) -> dict[K, A]: ...
    @overload
    def agg(self, a: Agg[M, A], b: Agg[M, B], /) -> dict[K, tuple[A, B]]: ...
    @overload
    def agg(
        self, a: Agg[M, A], b: Agg[M, B], c: Agg[M, C], /
    ) -> dict[K, tuple[A, B, C]]: ...
    @overload
    def agg(
        self, a: Agg[M, A], b: Agg[M, B], c: Agg[M, C], d: Agg[M, D], /
    ) -> dict[K, tuple[A, B, C, D]]: ...
    def agg(self, *aggregates: Agg[M, Any]) -> dict[Any, Any]:
        """Say one to four things of each group, which come in the order of the rows.

        Raises:
            TypeError: none or too many, not an aggregate, or one of another model.
            UnitMismatch: a total of different units; a note names the group.
        """
        if not 1 <= len(aggregates) <= _MOST:
            msg = f"agg() takes one to four aggregates, not {len(aggregates)}"
            raise TypeError(msg)
        for aggregate in aggregates:
            check_aggregate(self._plan.model, aggregate)
        rows = list(memory.run(self._plan))
        # Of one name the getter gives the value, of two a pair.
        get = attrgetter(*(column.name for column in self._columns))
        keys = list(map(get, rows))
        said = [aggregate.by_key(keys, rows) for aggregate in aggregates]
        single = len(said) == 1
        result: dict[Any, Any] = {}
        for key in dict.fromkeys(keys):
            try:
                group = tuple(say(key) for say in said)
            except ValueError as error:
                error.add_note(f"in the group {key!r}")
                raise
            result[key] = group[0] if single else group
        return result
