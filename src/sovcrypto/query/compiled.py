"""Conditions as one expression of Python, compiled once for each shape.

The text of an expression holds names of fields, which come from the models, and names
for values: `r.asset == v0`. A value itself never gets into it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Any, Final, TypeAlias, TypeVar

import attrs

from ..fields import Op, Pred
from .leaves import Among, Leaf, Question, Such, Within
from .logic import Term, Test, branched
from .sides import KEYS, Side

M = TypeVar("M")

Asking: TypeAlias = Callable[[Term], Leaf]
"""From a condition that is no tree to its question."""

_MOST: Final = 32
"""Leaves in one expression; more of them are tested in a loop."""


class _Writer:
    """Collects the values of an expression, and names them."""

    def __init__(self) -> None:
        self.values: list[object] = []

    def name(self, value: object) -> str:
        self.values.append(value)
        return f"v{len(self.values) - 1}"

    @property
    def names(self) -> str:
        return ", ".join(f"v{number}" for number in range(len(self.values)))

    # --- leaves ----------------------------------------------------------------------

    def leaf(self, leaf: Leaf) -> str:
        question, negated = leaf
        text = self._question(question)
        return f"(not {text})" if negated else text

    def _question(self, question: Question) -> str:
        column = question.column
        mine = f"r.{column.name}"
        if isinstance(question, Among):
            text = self._among(question, mine)
            stated = not column.kind.many or None in question.values
        elif isinstance(question, Within):
            text, stated = self._within(question, mine), False
        else:
            text, stated = self._such(question, mine), False
        guard = "" if stated or not column.kind.optional else f"{mine} is not None and "
        return f"({guard}{text})"

    def _among(self, question: Among, mine: str) -> str:
        values = question.values
        if None in values:
            return f"{mine} is None"
        if len(values) == 1:
            one = self.name(*values)
            return (
                f"{one} in {mine}" if question.column.kind.many else f"{mine} == {one}"
            )
        name = self.name(values)
        if question.column.kind.many:
            return f"not {name}.isdisjoint({mine})"
        return f"{mine} in {name}"

    def _within(self, question: Within, mine: str) -> str:
        key = mine
        if question.side is not Side.VALUE:
            key = f"{self.name(KEYS[question.side])}({mine})"
        if question.low is not None:
            sign = "<" if question.low.after else "<="
            key = f"{self.name(question.low.key)} {sign} {key}"
        if question.high is not None:
            sign = "<=" if question.high.after else "<"
            key = f"{key} {sign} {self.name(question.high.key)}"
        bounded = question.low is not None or question.high is not None
        text = key if bounded else "True"
        return text if question.inside else f"not {text}"

    def _such(self, question: Such, mine: str) -> str:
        name = self.name(question.test)
        return f"{name} in {mine}" if question.part else f"{name}({mine})"

    # --- trees -----------------------------------------------------------------------

    def tree(self, term: Term, asking: Asking) -> str:
        """Write a term; a small tree as it is, a large one as a call of a loop."""
        condition, negated = term
        while condition.op is Op.NOT:
            condition, negated = condition.args[0], not negated
        if condition.op not in {Op.AND, Op.OR}:
            return self.leaf(asking((condition, negated)))
        if not _is_small(condition):
            loop = branched(term, lambda leaf: Asked.of(leaf, asking).test())
            return f"{self.name(loop)}(r)"
        parts = [self.tree((part, negated), asking) for part in condition.args]
        both = (condition.op is Op.AND) is not negated
        return f"({(' and ' if both else ' or ').join(parts)})"


def _is_small(tree: Pred[Any]) -> bool:
    leaves, todo = 0, [tree]
    while todo and leaves + len(todo) <= _MOST:
        condition = todo.pop()
        if condition.op in {Op.AND, Op.OR, Op.NOT}:
            todo += condition.args
        else:
            leaves += 1
    return not todo


@attrs.frozen(eq=False)
class Asked:
    """A term of a query.

    Attributes:
        term: the condition.
        asking: what makes questions of its leaves.
        leaf: the question of a term that is one, None for a tree.
    """

    term: Term
    asking: Asking
    leaf: Leaf | None

    @classmethod
    def of(cls, term: Term, asking: Asking) -> Asked:
        """Look at a term; what a relation leads to is asked once."""
        composed = term[0].op in {Op.AND, Op.OR}
        return cls(term, asking, None if composed else asking(term))

    def __str__(self) -> str:
        condition, negated = self.term
        return f"{'~' * negated}{condition!r}"

    def write(self, writer: _Writer) -> str:
        """Write it as a part of an expression."""
        if self.leaf is not None:
            return writer.leaf(self.leaf)
        return writer.tree(self.term, self.asking)

    def test(self) -> Test:
        """Return a test of one row."""
        writer = _Writer()
        text = self.write(writer)
        made = _compiled(f"lambda {writer.names}: lambda r: {text}")
        test: Test = made(*writer.values)
        return test


def keeping(asked: Sequence[Asked]) -> Callable[[Iterator[M]], Iterator[M]]:
    """Return what keeps of some rows those that meet all terms."""
    if not asked:
        return lambda rows: rows
    writer = _Writer()
    parts = [one.write(writer) for one in asked[:_MOST]]
    if len(asked) > _MOST:
        rest = partial(_all, [one.test() for one in asked[_MOST:]])
        parts.append(f"{writer.name(rest)}(r)")
    text = f"(r for r in rows if {' and '.join(parts)})"
    made = _compiled(f"lambda {writer.names}: lambda rows: {text}")
    kept: Callable[[Iterator[M]], Iterator[M]] = made(*writer.values)
    return kept


def _all(tests: list[Test], row: object) -> bool:
    return all(test(row) for test in tests)


@lru_cache(maxsize=1024)
def _compiled(text: str) -> Callable[..., Any]:
    made: Callable[..., Any] = eval(text, {})  # noqa: S307 -- our own text, see above
    return made
