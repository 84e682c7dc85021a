"""The engine that runs in this process: a plan in, rows out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import Any, TypeVar

import attrs

from ..fields import Many, Op, Order, Pred
from .compiled import Asked, keeping
from .leaves import Among, Leaf, question
from .logic import Term, conjuncts
from .lookups import order_index
from .ordering import ordered, settled, sort_key
from .plan import Filter, LatestPer, Plan, Where
from .planner import Way, way
from .tables import Tables

M = TypeVar("M")
N = TypeVar("N")


def run(plan: Plan[M]) -> Iterator[M]:
    """Yield the rows that a plan asks for, testing no more of them than are taken."""
    chosen = planned(plan)
    if chosen.walked is None:
        found = _stepped(keeping(chosen.kept)(chosen.rows()), chosen, plan)
        found = ordered(found, _distinct(plan.orders), plan.stop)
    else:
        found = _walked(chosen, _distinct(plan.orders))
    return islice(found, plan.offset, plan.stop) if plan.windowed else found


def planned(plan: Plan[M], *, counting: bool = False) -> Way[M]:
    """Return how the answer to a plan is found."""
    asking = partial(_leaf, source=plan.source, must=not plan.possible)
    return way(plan, asking, counting=counting)


def count(plan: Plan[M]) -> int:
    """Return how many rows there are, without a look at them where an index knows."""
    plan = attrs.evolve(plan, orders=())
    size = planned(plan, counting=True).size
    if size is None:
        return sum(1 for _ in run(plan))
    past = max(0, size - plan.offset)
    return past if plan.limit is None else min(past, plan.limit)


def exists(plan: Plan[M]) -> bool:
    """Return whether there is any row; no more are looked for."""
    plan = attrs.evolve(plan, orders=())
    size = planned(plan, counting=True).size
    if size is None:
        return any(True for _ in run(plan))
    return size > plan.offset and plan.limit != 0


def _stepped(rows: Iterator[M], chosen: Way[M], plan: Plan[M]) -> Iterator[M]:
    """Take the steps that come after the first conditions."""
    for step in chosen.steps:
        if isinstance(step, Where):
            must = not plan.possible
            rows = _matching(rows, step.conditions, plan.source, must=must)
        elif isinstance(step, Filter):
            rows = filter(step.test, rows)
        else:
            rows = _latest(rows, step)
    return rows


def _walked(chosen: Way[M], orders: tuple[Order[M], ...]) -> Iterator[M]:
    """Yield rows group by group of the first order, each in the orders that follow."""
    index = order_index(chosen.table, orders[0].col)
    at = chosen.table.rows.__getitem__
    groups = index.groups(descending=orders[0].descending)
    keep: Callable[[Iterator[M]], Iterator[M]] = keeping(chosen.kept)
    if len(orders) == 1:
        return keep(map(at, chain.from_iterable(groups)))
    kept = (keep(map(at, group)) for group in groups)
    return chain.from_iterable(settled(rows, orders[1:]) for rows in kept)


def _distinct(orders: Iterable[Order[M]]) -> tuple[Order[M], ...]:
    """Leave out what an earlier order has settled."""
    first: dict[str, Order[M]] = {}
    for order in orders:
        first.setdefault(order.col.name, order)
    return tuple(first.values())


def _matching(
    rows: Iterator[M],
    conditions: tuple[Pred[Any], ...],
    source: Tables,
    *,
    must: bool,
) -> Iterator[M]:
    """Keep the rows that must, or that may, meet all conditions."""
    asking = partial(_leaf, source=source, must=must)
    return keeping([Asked.of(term, asking) for term in conjuncts(conditions)])(rows)


def _leaf(term: Term, *, source: Tables, must: bool) -> Leaf:
    """Make a question of a leaf; negation asks the other mode, and turns the answer."""
    condition, negated = term
    if condition.op is Op.NE:
        equal: Pred[Any] = Pred(Op.EQ, condition.args)
        condition, negated = equal, not negated
    mode = must is not negated
    if condition.op in {Op.ANY, Op.OF}:
        return _related(condition, source, must=mode), negated
    return question(condition, must=mode), negated


def _related(condition: Pred[Any], source: Tables, *, must: bool) -> Among:
    """Ask for a key that some row at the other end of a relation has."""
    relation, inner = condition.args
    here, there = relation.near(), relation.far()
    if condition.op is Op.OF:
        here, there = there, here
    steps = (Where(tuple(inner)),)
    plan: Plan[object] = Plan(
        source=source, model=there.model, steps=steps, possible=not must
    )
    values = map(attrgetter(there.name), run(plan))
    if there.kind.many:
        return Among(here, frozenset(chain.from_iterable(values)))
    return Among(here, frozenset(values) - {None})


def pairs(plan: Plan[M], relation: Many[M, N]) -> Iterator[tuple[M, N]]:
    """Yield each row with each row that the relation leads to."""
    near, far = relation.near(), relation.far()
    table = plan.source.table(_model(relation))
    others, at = table.by_value(far), table.rows.__getitem__
    get = attrgetter(near.name)
    return (
        (row, at(position))
        for row in run(plan)
        if (key := get(row)) is not None
        for position in others.at(key)
    )


def _model(relation: Many[Any, N]) -> type[N]:
    model: type[N] = relation.far().model
    return model


def _latest(rows: Iterable[M], step: LatestPer[M]) -> Iterator[M]:
    """Keep for each key the row that comes last; of equals the first one stays."""
    of = [attrgetter(column.name) for column in step.keys]
    place = sort_key(step.by)
    best: dict[tuple[Hashable, ...], tuple[int, Any, M]] = {}
    for position, row in enumerate(rows):
        key = tuple(get(row) for get in of)
        value = place(row)
        held = best.get(key)
        if held is None or _later(value, held[1]):
            best[key] = position, value, row
    return iter([row for _, _, row in sorted(best.values(), key=lambda kept: kept[0])])


def _later(value: Any, held: Any) -> bool:  # noqa: ANN401 -- keys of one column
    if value is None:
        return False
    return held is None or bool(held < value)
