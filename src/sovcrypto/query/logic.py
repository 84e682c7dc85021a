"""Boolean algebra over conditions without recursion, however deep the tree is.

Negation is pushed down to the leaves, where it turns "must" into "may not": `~(q > 5)`
must hold exactly where `q > 5` cannot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from ..fields import Op, Pred

Test: TypeAlias = Callable[[Any], bool]
Term: TypeAlias = tuple[Pred[Any], bool]
"""A condition, and whether it is negated."""

_YES, _NO = -1, -2


def conjuncts(conditions: Iterable[Pred[Any]]) -> list[Term]:
    """Split conditions into terms all of which have to hold.

    >>> from sovcrypto.model import Token
    >>> both = ~((Token.name == "a") | ~(Token.name == "b"))
    >>> conjuncts([both])
    [((Token.name == 'a'), True), ((Token.name == 'b'), False)]
    """
    terms: list[Term] = []
    todo = [(condition, False) for condition in reversed(list(conditions))]
    while todo:
        condition, negated = todo.pop()
        if condition.op is Op.NOT:
            todo.append((condition.args[0], not negated))
        elif condition.op is (Op.OR if negated else Op.AND):
            left, right = condition.args
            todo += [(right, negated), (left, negated)]
        else:
            terms.append((condition, negated))
    return terms


def branched(term: Term, leaf: Callable[[Term], Test]) -> Test:
    """Turn a tree into one test: a flat list of leaves, each with two jumps.

    Whatever the shape of the tree, testing a row is one loop that skips what no longer
    matters, as `and` and `or` do.
    """
    tests: list[Test] = []
    jumps: list[tuple[int, int]] = []
    labels: list[int] = []  # where the leaf stands at which a jump ends
    # a term, the label that it begins, and the labels to go on to: yes, no
    todo: list[tuple[Term, int | None, int, int]] = [(term, None, _YES, _NO)]
    while todo:
        (condition, negated), label, yes, no = todo.pop()
        if label is not None:
            labels[label] = len(tests)
        if condition.op is Op.NOT:
            todo.append(((condition.args[0], not negated), None, yes, no))
        elif condition.op in {Op.AND, Op.OR}:
            left, right = condition.args
            middle = len(labels)
            labels.append(0)
            todo.append(((right, negated), middle, yes, no))
            both = (condition.op is Op.AND) is not negated
            ways = (middle, no) if both else (yes, middle)
            todo.append(((left, negated), None, *ways))
        else:
            tests.append(leaf((condition, negated)))
            jumps.append((yes, no))
    return _runner(tests, jumps, labels)


def _runner(tests: list[Test], jumps: list[tuple[int, int]], labels: list[int]) -> Test:
    def place(label: int) -> int:
        return label if label < 0 else labels[label]

    program = [
        (test, place(yes), place(no))
        for test, (yes, no) in zip(tests, jumps, strict=True)
    ]

    def run(row: object) -> bool:
        at = 0
        while at >= 0:
            test, yes, no = program[at]
            at = yes if test(row) else no
        return at == _YES

    return run
