"""What an index of a table can answer, and what that costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Any, Final, TypeAlias

import attrs

from ..fields import Col
from .indexes import Found, SortedIndex
from .leaves import Among, Leaf, Within
from .ordering import sort_key
from .sides import KEYS, Side
from .tables import Table

AnyTable: TypeAlias = Table[Any]

# What part of a table an index may leave for it to be worth the way: the rows of a
# range have to be put into the order of the dataset.
_HALF: Final = 2
_EIGHTH: Final = 8


@attrs.frozen(eq=False)
class Lookup:
    """A question that an index answers exactly, so that no row is tested again.

    Attributes:
        index: which index, in words.
        cost: how dear that index is to make, compared with others.
        share: of how many rows it may give one, for this to be better than a scan.
        find: what asks the index of a table.
    """

    index: str
    cost: int
    share: int
    find: Callable[[AnyTable], Found]


def lookup(leaf: Leaf) -> Lookup | None:
    """Return how an index answers a leaf, None where none can."""
    question, negated = leaf
    column = question.column
    if isinstance(question, Within):
        side = "" if question.side is Side.VALUE else f", by {question.side}"
        name = f"the sorted index of {column!r}{side}"
        return Lookup(name, 2, _EIGHTH, partial(_in_range, question, negated=negated))
    if not isinstance(question, Among):
        return None
    # A row without any value is in no group of a column that holds several.
    if column.kind.many and (negated or None in question.values):
        return None
    find = partial(_in_groups, question, negated=negated)
    return Lookup(f"the hash index of {column!r}", int(negated), _HALF, find)


def _in_groups(question: Among, table: AnyTable, *, negated: bool) -> Found:
    index = table.by_value(question.column)
    found = index.among(question.values)
    return found.others(index.size) if negated else found


def _in_range(question: Within, table: AnyTable, *, negated: bool) -> Found:
    column, side = question.column, question.side
    if side is Side.VALUE:
        index = order_index(table, column)
    else:
        index = table.by_order((column.name, side), _key(column, side))
    found = index.within(question.low, question.high)
    if not question.inside:
        found = found.others(index.placed)
    return found.others(index.size) if negated else found


def order_index(table: AnyTable, column: Col[Any, Any]) -> SortedIndex:
    """Return the index in the order of a column, as queries are sorted by it."""
    return table.by_order((column.name, Side.VALUE), sort_key(column))


def _key(column: Col[Any, Any], side: Side) -> Callable[[Any], Any]:
    """Return the key of a row, None where it states nothing."""
    get, of = attrgetter(column.name), KEYS[side]

    def key(row: object) -> object:
        value = get(row)
        return None if value is None else of(value)

    return key
