"""What a type checker would have said, for callers who run none.

A condition that is none, or one on another model, is refused on the line that gives it
and not when the first row is tested.
"""

from __future__ import annotations

from typing import Any, Final, TypeGuard

from ..errors import InvalidCondition, shown
from ..fields import Col, Many, Op, Pred

_DEEPEST: Final = 32
"""How many relations may be followed one inside the other."""


def check_conditions(model: type, conditions: tuple[object, ...]) -> None:
    """Refuse whatever is not a condition on rows of a model.

    >>> from sovcrypto.model import Reserve
    >>> check_conditions(Reserve, (Reserve.body is None,))
    Traceback (most recent call last):
    TypeError: False is not a condition: test for None with .is_null(), combine with
    & | ~ and not with `and`, `or`, `not`

    Raises:
        TypeError: not a condition, or one on another model.
        InvalidCondition: relations inside relations without end.
    """
    todo = [(model, condition, 0) for condition in conditions]
    while todo:
        of, condition, depth = todo.pop()
        if not _is_condition(condition):
            raise TypeError(_refusal(condition))
        if condition.op in {Op.AND, Op.OR, Op.NOT}:
            todo += [(of, part, depth) for part in condition.args]
        elif condition.op in {Op.ANY, Op.OF}:
            inner = _other_end(of, condition)
            if depth == _DEEPEST:
                expected = f"a condition that follows at most {_DEEPEST} relations"
                raise InvalidCondition(condition.args[0], expected)
            todo += [(inner, part, depth + 1) for part in condition.args[1]]
        elif condition.args[0].model is not of:
            raise TypeError(_stranger(condition, of))


def check_column(model: type, column: object) -> None:
    """Refuse what is not a column of the model.

    Raises:
        TypeError: it is something else, or a column of another model.
    """
    if not is_column(column):
        msg = f"{shown(column)} is not a column; give one as `Reserve.asset`"
        raise TypeError(msg)
    if column.model is not model:
        msg = f"{column!r} is no column of {model.__name__}"
        raise TypeError(msg)


def check_relation(model: type, relation: object) -> None:
    """Refuse what is not a relation that starts from the model.

    Raises:
        TypeError: it is something else, or a relation of another model.
    """
    if not _is_relation(relation):
        msg = f"{shown(relation)} is not a relation such as `Country.reserves`"
        raise TypeError(msg)
    start = relation.near().model
    if start is not model:
        msg = f"{relation!r} starts from {start.__name__} and not from {model.__name__}"
        raise TypeError(msg)


def check_function(test: object) -> None:
    """Refuse what cannot be called with a row, and a condition.

    Raises:
        TypeError: it is something else.
    """
    if _is_condition(test) or not callable(test):
        msg = f"filter() takes a function of a row, not {shown(test)}"
        raise TypeError(msg)


def is_column(value: object) -> TypeGuard[Col[Any, Any]]:
    """Tell a column from anything else."""
    return isinstance(value, Col)


def _is_condition(value: object) -> TypeGuard[Pred[Any]]:
    return isinstance(value, Pred)


def _is_relation(value: object) -> TypeGuard[Many[Any, Any]]:
    return isinstance(value, Many)


def _other_end(of: type, condition: Pred[Any]) -> type:
    """Return the model whose rows the inner conditions are about."""
    relation = condition.args[0]
    near, far = relation.near().model, relation.far().model
    here, there = (near, far) if condition.op is Op.ANY else (far, near)
    if here is not of:
        raise TypeError(_stranger(condition, of))
    model: type = there
    return model


def _stranger(condition: Pred[Any], of: type) -> str:
    return f"{condition!r} is no condition on {of.__name__}"


def _refusal(value: object) -> str:
    if isinstance(value, bool):
        return (
            f"{value} is not a condition: test for None with .is_null(), "
            "combine with & | ~ and not with `and`, `or`, `not`"
        )
    if isinstance(value, Col):
        return f"{value!r} is a column and not a condition: compare it with a value"
    if type(value) in {list, tuple, set, frozenset}:
        return f"{shown(value)} is not a condition: give them one by one, where(*them)"
    if callable(value):
        return f"{shown(value)} is not a condition: a function goes into .filter()"
    return f"{shown(value)} is not a condition; write one as `Reserve.asset == 'BTC'`"
