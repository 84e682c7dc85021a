"""What a query asks, as plain data that an engine reads.

The steps are taken in their order, then rows are sorted, then the window is cut out.
Engines are siblings of this module: `memory` is the one that runs in this process.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from ..fields import Col, Order, Pred
from .tables import Tables

M = TypeVar("M")


@attrs.frozen
class Where(Generic[M]):
    """Keep the rows that meet every condition."""

    conditions: tuple[Pred[M], ...]

    def __str__(self) -> str:
        return f"where({', '.join(map(repr, self.conditions))})"


@attrs.frozen
class Filter(Generic[M]):
    """Keep the rows for which a Python function says so."""

    test: Callable[[M], object]

    def __str__(self) -> str:
        return f"filter({getattr(self.test, '__qualname__', repr(self.test))})"


@attrs.frozen
class LatestPer(Generic[M]):
    """Keep one row for each value of the keys: the one that comes last by a column."""

    keys: tuple[Col[M, Any], ...]
    by: Col[M, Any]

    def __str__(self) -> str:
        return f"latest_per({', '.join(map(repr, self.keys))}, by={self.by!r})"


Step: TypeAlias = Where[M] | Filter[M] | LatestPer[M]


@attrs.frozen(kw_only=True, repr=False)
class Plan(Generic[M]):
    """What a query asks.

    Attributes:
        source: where the rows are.
        model: whose rows they are.
        steps: what is kept, in the order of the calls.
        possible: keep what may match, and not only what must.
        orders: what rows are sorted by; dataset order settles what they leave open.
        offset: how many rows are passed over.
        limit: how many rows are given at most, None for all.
    """

    source: Tables
    model: type[M]
    steps: tuple[Step[M], ...] = ()
    possible: bool = False
    orders: tuple[Order[M], ...] = ()
    offset: int = 0
    limit: int | None = None

    @property
    def windowed(self) -> bool:
        """Whether rows are cut off at an end."""
        return self.offset > 0 or self.limit is not None

    @property
    def stop(self) -> int | None:
        """How many rows are wanted before any is passed over, None for all."""
        return None if self.limit is None else self.offset + self.limit

    def __repr__(self) -> str:
        """Write the calls that made it."""
        calls = [*map(str, self.steps), *self._rest()]
        return ".".join([f"Query[{self.model.__name__}]", *calls])

    def _rest(self) -> list[str]:
        orders = ", ".join(map(repr, self.orders))
        calls = {
            "maybe()": self.possible,
            f"order_by({orders})": bool(self.orders),
            f"offset({self.offset})": self.offset > 0,
            f"limit({self.limit})": self.limit is not None,
        }
        return [call for call, made in calls.items() if made]
