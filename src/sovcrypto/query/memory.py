"""The engine that runs in this process: a plan in, rows out."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar

from ..fields import Many, Op, Pred
from .leaves import column_test
from .logic import Term, Test, branched, conjuncts
from .ordering import ordered, sort_key
from .plan import Filter, LatestPer, Plan, Where
from .tables import Tables

M = TypeVar("M")
N = TypeVar("N")


def run(plan: Plan[M]) -> Iterator[M]:
    """Yield the rows that a plan asks for, testing no more of them than are taken."""
    found: Iterator[M] = iter(plan.source.table(plan.model).rows)
    for step in plan.steps:
        if isinstance(step, Where):
            must = not plan.possible
            found = matching(found, step.conditions, plan.source, must=must)
        elif isinstance(step, Filter):
            found = filter(step.test, found)
        else:
            found = _latest(found, step)
    if plan.orders:
        found = iter(ordered(list(found), plan.orders))
    if plan.windowed:
        stop = None if plan.limit is None else plan.offset + plan.limit
        found = islice(found, plan.offset, stop)
    return found


def matching(
    rows: Iterator[M],
    conditions: tuple[Pred[Any], ...],
    source: Tables,
    *,
    must: bool,
) -> Iterator[M]:
    """Keep the rows that must, or that may, meet all conditions."""
    leaf = partial(_leaf, source=source, must=must)
    for term in conjuncts(conditions):
        rows = filter(_test(term, leaf), rows)
    return rows


def _test(term: Term, leaf: Callable[[Term], Test]) -> Test:
    composed = term[0].op in {Op.AND, Op.OR}
    return branched(term, leaf) if composed else leaf(term)


def _leaf(term: Term, *, source: Tables, must: bool) -> Test:
    """Turn a leaf into a test; negation asks the other mode, and turns the answer."""
    condition, negated = term
    if condition.op is Op.NE:
        equal: Pred[Any] = Pred(Op.EQ, condition.args)
        condition, negated = equal, not negated
    mode = must is not negated
    if condition.op in {Op.ANY, Op.OF}:
        test = _relation_test(condition, source, must=mode)
    else:
        test = column_test(condition, must=mode)
    return (lambda row: not test(row)) if negated else test


def _relation_test(condition: Pred[Any], source: Tables, *, must: bool) -> Test:
    """Test whether a row shares a key with some row at the other end."""
    relation, inner = condition.args
    here, there = relation.near(), relation.far()
    if condition.op is Op.OF:
        here, there = there, here
    rows: Iterator[object] = iter(source.table(there.model).rows)
    keys = {
        key
        for row in matching(rows, inner, source, must=must)
        for key in _keys(row, there.name, many=there.kind.many)
    }
    get = attrgetter(here.name)
    if here.kind.many:
        return lambda row: not keys.isdisjoint(get(row))
    return lambda row: get(row) in keys


def _keys(row: object, name: str, *, many: bool) -> Iterable[Hashable]:
    value = attrgetter(name)(row)
    if many:
        keys: tuple[Hashable, ...] = value
        return keys
    return () if value is None else (value,)


def pairs(plan: Plan[M], relation: Many[M, N]) -> Iterator[tuple[M, N]]:
    """Yield each row with each row that the relation leads to."""
    near, far = relation.near(), relation.far()
    others: dict[Hashable, list[N]] = {}
    for other in plan.source.table(_model(relation)).rows:
        for key in _keys(other, far.name, many=far.kind.many):
            others.setdefault(key, []).append(other)
    get = attrgetter(near.name)
    return ((row, other) for row in run(plan) for other in others.get(get(row), ()))


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
