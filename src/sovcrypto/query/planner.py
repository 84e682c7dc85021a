"""How an answer is found in memory: by which index, if any, and what is tested then.

Of terms that must all hold, the one whose index leaves the fewest rows is looked up,
and the others are tested on these rows. Cheap indexes are asked first; as soon as one
leaves few rows, no further one is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Generic, TypeVar

import attrs

from ..fields import Order
from .compiled import Asked, Asking
from .indexes import Found
from .logic import conjuncts
from .lookups import Lookup, lookup
from .ordering import sorts_amounts
from .plan import Plan, Step, Where
from .tables import Table

M = TypeVar("M")

_FEW: Final = 32
"""One row in so many is few: no other index would save much."""


@attrs.frozen(eq=False)
class Access:
    """The rows of a table that an index gives.

    Attributes:
        asked: the term that it answers.
        lookup: how it does.
        found: the rows.
        of: how many rows the table has.
    """

    asked: Asked
    lookup: Lookup
    found: Found
    of: int

    @property
    def few(self) -> bool:
        """Whether hardly any rows are left."""
        return self.found.size * _FEW <= self.of

    @property
    def worth(self) -> bool:
        """Whether fetching these rows is faster than testing all."""
        return self.found.size * self.lookup.share <= self.of


@attrs.frozen(eq=False, kw_only=True)
class Way(Generic[M]):
    """How the answer to a plan is found.

    Attributes:
        table: whose rows they are.
        access: the rows that an index gives, None where all are looked at.
        walked: the order in which an index gives all rows, None for the dataset's.
        kept: the terms that are tested row by row.
        steps: what is done after that.
        reason: in words, why no index is used; empty where none could be.
    """

    table: Table[M]
    access: Access | None = None
    walked: Order[M] | None = None
    kept: tuple[Asked, ...] = ()
    steps: tuple[Step[M], ...] = ()
    reason: str = ""

    @property
    def size(self) -> int | None:
        """How many rows there are, None where they have to be counted."""
        if self.kept or self.steps:
            return None
        if self.access is None:
            return len(self.table.rows)
        return self.access.found.size if self.access.found.distinct else None

    def rows(self) -> Iterator[M]:
        """Yield the rows that are looked at, in the order of the dataset."""
        if self.access is None:
            return iter(self.table.rows)
        return map(self.table.rows.__getitem__, self.access.found.in_order())


def way(plan: Plan[M], asking: Asking, *, counting: bool = False) -> Way[M]:
    """Choose how to find the answer to a plan, or how many rows it has."""
    table = plan.source.table(plan.model)
    asked, steps = _leading(plan, asking)
    if not table.indexed:
        reason = "too few for an index" if asked or plan.orders else ""
        return Way(table=table, kept=tuple(asked), steps=steps, reason=reason)
    best = _best(table, asked)
    walked = None if steps else _walkable(plan)
    # Of many rows, the first ones in an order are found by walking.
    walks = walked is not None and plan.limit is not None
    alone = counting and len(asked) == 1
    if best is not None and (best.few or alone or (best.worth and not walks)):
        rest = tuple(one for one in asked if one is not best.asked)
        return Way(table=table, access=best, kept=rest, steps=steps)
    reason = _reason(best) if asked and walked is None else ""
    return Way(
        table=table, walked=walked, kept=tuple(asked), steps=steps, reason=reason
    )


def _leading(plan: Plan[M], asking: Asking) -> tuple[list[Asked], tuple[Step[M], ...]]:
    """Split the steps into the terms that stand first, and what follows them."""
    conditions: list[Any] = []
    for number, step in enumerate(plan.steps):
        if not isinstance(step, Where):
            rest = plan.steps[number:]
            break
        conditions += step.conditions
    else:
        rest = ()
    return [Asked.of(term, asking) for term in conjuncts(conditions)], rest


def _best(table: Table[Any], asked: Iterable[Asked]) -> Access | None:
    """Find the term whose index leaves the fewest rows."""
    ways = [
        (found, one)
        for one in asked
        if one.leaf is not None and (found := lookup(one.leaf)) is not None
    ]
    best: Access | None = None
    for way, one in sorted(ways, key=lambda pair: pair[0].cost):
        if best is not None and best.few:
            break
        access = Access(one, way, way.find(table), len(table.rows))
        if best is None or access.found.size < best.found.size:
            best = access
    return best


def _walkable(plan: Plan[M]) -> Order[M] | None:
    """Return the first order, where an index has it: amounts may have none."""
    if not plan.orders or sorts_amounts(plan.orders[0].col):
        return None
    return plan.orders[0]


def _reason(best: Access | None) -> str:
    if best is None:
        return "no index answers a condition"
    rows = f"{best.found.size} row{'s'[: best.found.size != 1]}"
    return f"{best.lookup.index} would leave {rows}"
