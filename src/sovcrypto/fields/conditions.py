"""Conditions and orders on the rows of a model: plain data that an engine reads.

A condition is a tree. Over vague amounts it has three values: an engine keeps rows that
*must* match, or on request those that *may*; `~` swaps the two.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar

if TYPE_CHECKING:
    from .columns import Col

M = TypeVar("M")


class Op(StrEnum):
    """What a condition asks; the values are the names of the stored form."""

    AND = "and"
    OR = "or"
    NOT = "not"
    EQ = "eq"
    NE = "ne"
    LT = "lt"
    LE = "le"
    GT = "gt"
    GE = "ge"
    IN = "in"
    NULL = "null"
    STARTS = "startswith"
    CONTAINS = "contains"
    HAS = "has"
    OVERLAPS = "overlaps"
    ANY = "any"
    OF = "of"


class Pred(Generic[M]):
    """A condition on rows of M, combined by `&`, `|` and `~`.

    It has no truth value: `and`, `or`, `not` and chained comparison raise TypeError.

    Attributes:
        op: what is asked.
        args: conditions for `and`, `or`, `not`; a column and a value for the others;
            a relation and a tuple of conditions for `any` and `of`.
    """

    __slots__ = ("args", "op")

    if TYPE_CHECKING:
        _model: M  # makes M invariant: a condition on another model never fits

    def __init__(self, op: Op, args: tuple[Any, ...]) -> None:
        self.op: Op = op
        self.args: tuple[Any, ...] = args

    def __and__(self, other: Pred[M]) -> Pred[M]:
        _check(other)
        return Pred(Op.AND, (self, other))

    def __or__(self, other: Pred[M]) -> Pred[M]:
        _check(other)
        return Pred(Op.OR, (self, other))

    def __invert__(self) -> Pred[M]:
        return Pred(Op.NOT, (self,))

    def __bool__(self) -> NoReturn:
        msg = (
            "a condition has no truth value: combine with & | ~ (and parentheses), "
            "use .between() for a range"
        )
        raise TypeError(msg)

    def __repr__(self) -> str:
        # A loop, because a condition may be deeper than Python recurses.
        parts: list[str] = []
        todo: list[Pred[Any] | str] = [self]
        while todo:
            item = todo.pop()
            if isinstance(item, str):
                parts.append(item)
            elif item.op is Op.NOT:
                todo += [item.args[0], "~"]
            elif item.op in {Op.AND, Op.OR}:
                sign = " & " if item.op is Op.AND else " | "
                todo += [")", item.args[1], sign, item.args[0], "("]
            else:
                parts.append(item._leaf())
        return "".join(parts)

    def _leaf(self) -> str:
        if self.op in {Op.ANY, Op.OF}:
            inner = ", ".join(map(repr, self.args[1]))
            return f"{self.args[0]!r}.{self.op}({inner})"
        signs = {Op.EQ: "==", Op.NE: "!=", Op.LT: "<", Op.LE: "<="}
        signs |= {Op.GT: ">", Op.GE: ">="}
        if self.op in signs:
            return f"({self.args[0]!r} {signs[self.op]} {self.args[1]!r})"
        method = {Op.IN: "is_in", Op.NULL: "is_null"}.get(self.op, self.op.value)
        values = ", ".join(map(repr, self.args[1:]))
        return f"{self.args[0]!r}.{method}({values})"


def _check(value: object) -> None:
    if not isinstance(value, Pred):
        msg = f"{value!r} is not a condition; write one as `Reserve.asset == 'BTC'`"
        raise TypeError(msg)


class Order(Generic[M]):
    """A column to sort by, and which way; rows without a value always come last."""

    __slots__ = ("col", "descending")

    if TYPE_CHECKING:
        _model: M

    def __init__(self, col: Col[M, Any], *, descending: bool) -> None:
        self.col: Col[M, Any] = col
        self.descending: bool = descending

    def __repr__(self) -> str:
        return f"{'desc' if self.descending else 'asc'}({self.col!r})"


def asc(col: Col[M, Any]) -> Order[M]:
    """Sort by a column, the smallest first."""
    return Order(col, descending=False)


def desc(col: Col[M, Any]) -> Order[M]:
    """Sort by a column, the largest first."""
    return Order(col, descending=True)
