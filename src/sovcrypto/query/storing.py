"""A query as plain data, to be kept, sent and asked elsewhere.

A condition is a flat list in postfix notation: `a & ~b` is `a`, `b`, `not`, `and`. So
no depth of a tree can exhaust whoever reads it. Values are the texts that records have.

What is read is checked piece by piece, and the query is made by the calls that Python
code would write. Nothing is evaluated: a name is looked up among fields and relations,
or refused.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from enum import Enum
from operator import methodcaller
from typing import Any, Final, Never, TypeAlias, TypeVar, cast

from ..errors import InvalidCondition
from ..fields import Col, Many, Op, Pred, Record, asc, desc
from ..model import FACTS, Country
from ..values import Amount, Period, number
from .plan import LatestPer, Plan, Step, Where

M = TypeVar("M")
T = TypeVar("T")

VERSION: Final = 1
_LONGEST: Final = 100_000  # parts of one condition
_DEEPEST: Final = 32  # relations inside relations

_MAKE: Final[dict[Op, Callable[[Any, Any], Pred[Any]]]] = {
    Op.EQ: lambda column, value: column == value,
    Op.NE: lambda column, value: column != value,
    Op.LT: lambda column, value: column < value,
    Op.LE: lambda column, value: column <= value,
    Op.GT: lambda column, value: column > value,
    Op.GE: lambda column, value: column >= value,
    Op.IN: lambda column, values: column.is_in(values),
    Op.NULL: lambda column, _: column.is_null(),
    Op.STARTS: lambda column, value: column.startswith(value),
    Op.CONTAINS: lambda column, value: column.contains(value),
    Op.HAS: lambda column, value: column.has(value),
    Op.OVERLAPS: lambda column, value: column.overlaps(value),
}


# --- writing -------------------------------------------------------------------------


def stored(plan: Plan[Any]) -> dict[str, object]:
    """Write what a plan asks, without where the rows are.

    Raises:
        TypeError: a function, or a value that has no text.
    """
    orders = [
        {"field": order.col.name, "descending": order.descending}
        for order in plan.orders
    ]
    form: dict[str, object] = {
        "version": VERSION,
        "model": plan.model.__name__,
        "steps": [_step(step) for step in plan.steps],
        "maybe": plan.possible,
        "order_by": orders,
        "offset": plan.offset,
        "limit": plan.limit,
    }
    return form


def _step(step: Step[Any]) -> dict[str, object]:
    if isinstance(step, Where):
        return {"where": [_postfix(condition) for condition in step.conditions]}
    if isinstance(step, LatestPer):
        keys = [column.name for column in step.keys]
        return {"latest_per": keys, "by": step.by.name}
    msg = f"a query with a Python function cannot be stored: {step}"
    raise TypeError(msg)


def _postfix(condition: Pred[Any]) -> list[object]:
    parts: list[object] = []
    todo = [condition]
    while todo:
        part = todo.pop()
        if part.op in {Op.AND, Op.OR, Op.NOT}:
            parts.append({"op": part.op.value})
            todo += part.args
        else:
            parts.append(_leaf(part))
    return parts[::-1]


def _leaf(condition: Pred[Any]) -> dict[str, object]:
    op, subject = condition.op, condition.args[0]
    if op in {Op.ANY, Op.OF}:
        inner = [_postfix(one) for one in condition.args[1]]
        return {"op": op.value, "relation": repr(subject), "where": inner}
    form: dict[str, object] = {"op": op.value, "field": subject.name}
    if op is Op.IN:
        form["value"] = [_text(value) for value in condition.args[1]]
    elif op is not Op.NULL:
        form["value"] = _text(condition.args[1])
    return form


def _text(value: object) -> str | bool:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str | bool):
        return value
    if isinstance(value, Amount | Period | Decimal):
        return str(value)
    msg = f"a query that compares with {value!r} cannot be stored"
    raise TypeError(msg)


# --- reading -------------------------------------------------------------------------


Call: TypeAlias = Callable[[Any], Any]
"""From a query to the next one."""


def read(form: object, model: type[Record]) -> list[Call]:
    """Read what is asked of a model: the calls that make the query again.

    Raises:
        InvalidCondition: another version or model, or anything that is not known.
    """
    parts = _parts(form, {"version", "model"}, _REST, "a stored query")
    version = parts["version"]
    if type(version) is not int or version != VERSION:
        hint = "another release has stored it"
        raise InvalidCondition(version, f"the version {VERSION} of queries", hint=hint)
    if parts["model"] != model.__name__:
        raise InvalidCondition(parts["model"], f"the model {model.__name__!r}")
    steps = _items(parts.get("steps", []), "a list of steps")
    calls = [_read_step(step, model) for step in steps]
    if _typed(parts.get("maybe", False), bool, "true or false"):
        calls.append(methodcaller("maybe"))
    orders = _items(parts.get("order_by", []), "a list of orders")
    calls += [
        _checked(one, methodcaller("order_by", _order(one, model))) for one in orders
    ]
    for name in ("offset", "limit"):
        size = parts.get(name)
        if size is not None:
            calls.append(_checked(size, methodcaller(name, size)))
    return calls


def _checked(form: object, call: Call) -> Call:
    """Say of what is refused in which form it stood."""

    def checked(query: Any) -> Any:  # noqa: ANN401 -- a query of any model
        try:
            return call(query)
        except (TypeError, ValueError) as error:
            raise InvalidCondition(form, "a part of a query", hint=str(error)) from None

    return checked


_REST: Final = frozenset({"steps", "maybe", "order_by", "offset", "limit"})


def _read_step(form: object, model: type[Record]) -> Call:
    if "where" in (_mapping(form) or {}):
        parts = _parts(form, {"where"}, (), "a step")
        conditions = _conditions(parts["where"], model, 0)
        return _checked(form, methodcaller("where", *conditions))
    parts = _parts(form, {"latest_per", "by"}, (), "a step")
    names = _items(parts["latest_per"], "a list of fields")
    keys = [_column(name, model) for name in names]
    by = _column(parts["by"], model)
    return _checked(form, methodcaller("latest_per", *keys, by=by))


def _order(form: object, model: type[Record]) -> Any:  # noqa: ANN401 -- of the model
    parts = _parts(form, {"field"}, {"descending"}, "an order")
    down = _typed(parts.get("descending", False), bool, "true or false")
    column = _column(parts["field"], model)
    return desc(column) if down else asc(column)


def _conditions(form: object, model: type[Record], depth: int) -> tuple[Pred[Any], ...]:
    if depth > _DEEPEST:
        expected = f"a condition that follows at most {_DEEPEST} relations"
        raise InvalidCondition("…", expected)
    items = _items(form, "a list of conditions")
    return tuple(_condition(one, model, depth) for one in items)


def _condition(form: object, model: type[Record], depth: int) -> Pred[Any]:
    expected = "a condition: a list of its parts, in postfix order"
    made: list[Pred[Any]] = []
    parts = _items(form, expected)
    if len(parts) > _LONGEST:
        raise InvalidCondition(len(parts), f"at most {_LONGEST:,} parts of a condition")
    for part in parts:
        name = (_mapping(part) or {}).get("op", part)
        op = _OPS.get(name) if isinstance(name, str) else None
        if op is None:
            _refuse(name, "an operator", _OPS)
        if op not in {Op.AND, Op.OR, Op.NOT}:
            made.append(_read_leaf(op, part, model, depth))
            continue
        _parts(part, {"op"}, (), f"the operator {name!r}")
        taken = [made.pop() for _ in range(1 if op is Op.NOT else 2) if made]
        if len(taken) < (1 if op is Op.NOT else 2):
            raise InvalidCondition(name, "an operator after what it combines")
        made.append(Pred(op, tuple(reversed(taken))))
    if len(made) != 1:
        raise InvalidCondition(form, expected, hint="combine its parts by an operator")
    return made[0]


_OPS: Final = {op.value: op for op in Op}


def _read_leaf(op: Op, form: object, model: type[Record], depth: int) -> Pred[Any]:
    if op in {Op.ANY, Op.OF}:
        parts = _parts(form, {"op", "relation", "where"}, (), "a relation")
        relation = _relation(parts["relation"], model, op)
        there = relation.far() if op is Op.ANY else relation.near()
        inner = _conditions(parts["where"], there.model, depth + 1)
        return relation.any(*inner) if op is Op.ANY else relation.of(*inner)
    wanted = {"op", "field"} if op is Op.NULL else {"op", "field", "value"}
    parts = _parts(form, wanted, (), "a condition")
    column = _column(parts["field"], model)
    value = parts.get("value")
    if op is Op.IN:
        operand: Any = [_operand(column, one) for one in _items(value, "a list")]
    else:
        operand = None if op is Op.NULL else _operand(column, value)
    try:
        return _MAKE[op](column, operand)
    except (TypeError, ValueError) as error:
        raise InvalidCondition(
            value, "a value for this field", hint=str(error)
        ) from None


def _operand(column: Col[Any, Any], value: object) -> object:
    if column.kind.of is bool:
        return _typed(value, bool, f"true or false for {column!r}")
    text = _typed(value, str, f"a text for {column!r}")
    if column.kind.of is not Amount or " " in text:
        return text
    try:
        return number(text)
    except ValueError as error:
        raise InvalidCondition(text, "a number or an amount", hint=str(error)) from None


def _column(name: object, model: type[Record]) -> Col[Any, Any]:
    column = model.__columns__.get(name) if isinstance(name, str) else None
    if column is None:
        _refuse(name, f"a field of {model.__name__}", model.__columns__)
    return column


def _relation(name: object, model: type[Record], op: Op) -> Many[Any, Any]:
    owners = [Country, *FACTS.values()]
    declared = [item for owner in owners for item in vars(owner).values()]
    relations: list[Many[Any, Any]]
    relations = [item for item in declared if isinstance(item, Many)]
    ends = {repr(it): (it.near() if op is Op.ANY else it.far()) for it in relations}
    known = {repr(it): it for it in relations if ends[repr(it)].model is model}
    relation = known.get(name) if isinstance(name, str) else None
    if relation is None:
        _refuse(name, f"a relation of {model.__name__}", known)
    return relation


def _parts(
    form: object, wanted: Iterable[str], optional: Iterable[str], what: str
) -> Mapping[object, object]:
    """Return the parts of a mapping that has all that is wanted, and nothing else."""
    parts = _mapping(form)
    if parts is None:
        raise InvalidCondition(form, what)
    known = [*sorted(wanted), *sorted(optional)]
    for name in parts:
        if name not in known:
            _refuse(name, f"a part of {what}", known)
    missing = [name for name in sorted(wanted) if name not in parts]
    if missing:
        raise InvalidCondition(form, what, hint=f"{missing[0]!r} is missing")
    return parts


def _mapping(form: object) -> dict[object, object] | None:
    return cast("dict[object, object]", form) if isinstance(form, dict) else None


def _items(form: object, what: str) -> list[object]:
    if not isinstance(form, list):
        raise InvalidCondition(form, what)
    return cast("list[object]", form)


def _typed(value: object, kind: type[T], what: str) -> T:
    if type(value) is not kind:
        raise InvalidCondition(value, what)
    return value


def _refuse(name: object, expected: str, known: Iterable[str]) -> Never:
    """Refuse a name, and say which one was meant.

    Raises:
        InvalidCondition: always.
    """
    text = name[:40].lower() if isinstance(name, str) else ""
    near = difflib.get_close_matches(text, tuple(known), n=1)
    hint = f"did you mean {near[0]!r}?" if near else None
    raise InvalidCondition(name, expected, hint=hint)
