"""Indexes over the rows of a table: positions in groups, found by key or by range.

An index is immutable once it is made, and holds positions and no rows: eight bytes a
row or less. Within a group positions ascend, so that ties stay in dataset order.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

import attrs

Positions: TypeAlias = Sequence[int]
Span: TypeAlias = tuple[int, int]
"""A stretch of the positions of an index, the end excluded."""


@attrs.frozen
class Edge:
    """Where a range of keys begins or ends: just before a key, or just after it."""

    key: Any
    after: bool = False


@attrs.frozen(eq=False)
class Found:
    """Rows that an index has found, not looked at yet.

    Attributes:
        positions: all positions of the index.
        spans: those of them that are meant.
        ascending: whether each span is in dataset order.
        distinct: whether no row is met twice.
    """

    positions: array[int]
    spans: tuple[Span, ...]
    ascending: bool = False
    distinct: bool = True

    @property
    def size(self) -> int:
        """How many rows there are; at most, where some are met twice."""
        return sum(stop - start for start, stop in self.spans)

    def in_order(self) -> Positions:
        """Return the positions in the order of the dataset."""
        parts = [self.positions[start:stop] for start, stop in self.spans]
        if len(parts) == 1 and self.ascending:
            return parts[0]
        every = (position for part in parts for position in part)
        return sorted(every if self.distinct else set(every))

    def others(self, end: int) -> Found:
        """Return the positions up to an end that are not meant."""
        edges = [0, *(edge for span in sorted(self.spans) for edge in span), end]
        gaps = zip(edges[::2], edges[1::2], strict=True)
        return attrs.evolve(self, spans=tuple(gap for gap in gaps if gap[0] < gap[1]))


def groups(keys: Iterable[Hashable]) -> dict[Any, list[int]]:
    """Return the positions at which each key stands.

    >>> groups("abca")
    {'a': [0, 3], 'b': [1], 'c': [2]}
    """
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for position, key in enumerate(keys):
        found[key].append(position)
    return dict(found)


def groups_of_many(keys: Iterable[Iterable[Hashable] | None]) -> dict[Any, list[int]]:
    """Return the positions at which each key stands among several."""
    found: defaultdict[Hashable, list[int]] = defaultdict(list)
    for position, several in enumerate(keys):
        for key in dict.fromkeys(several or ()):
            found[key].append(position)
    return dict(found)


def _laid_out(parts: Iterable[list[int]]) -> tuple[array[int], array[int]]:
    """Put groups behind each other; return where each starts, and all positions."""
    starts, positions = array("I", [0]), array("I")
    for part in parts:
        positions.fromlist(part)
        starts.append(len(positions))
    return starts, positions


class HashIndex:
    """Finds the rows that have a key.

    >>> index = HashIndex(groups("abca"))
    >>> index.among(["a"]).in_order()
    array('I', [0, 3])
    >>> index.among(["c", "b"]).in_order()
    [1, 2]
    """

    __slots__ = ("_distinct", "_positions", "_slots", "_starts")

    def __init__(
        self, grouped: dict[Hashable, list[int]], *, distinct: bool = True
    ) -> None:
        self._starts, self._positions = _laid_out(grouped.values())
        self._slots = {key: slot for slot, key in enumerate(grouped)}
        self._distinct = distinct

    @property
    def size(self) -> int:
        """How many positions there are."""
        return len(self._positions)

    def at(self, key: Hashable) -> Positions:
        """Return the positions of one key."""
        return self.among((key,)).in_order()

    def among(self, keys: Iterable[Hashable]) -> Found:
        """Find the rows that have one of some keys."""
        slots = [slot for key in keys if (slot := self._slots.get(key)) is not None]
        starts = self._starts
        spans = tuple((starts[slot], starts[slot + 1]) for slot in slots)
        distinct = self._distinct or len(spans) == 1
        return Found(self._positions, spans, ascending=True, distinct=distinct)


class SortedIndex:
    """Finds the rows whose key lies in a range, and gives rows in the order of a key.

    Keys are not kept: they are read off a row of each group when they are needed.
    Rows without a key stand at the end.

    >>> index = SortedIndex("bca", lambda letter: letter)
    >>> index.within(Edge("b"), None).in_order()
    [0, 1]
    >>> [list(group) for group in index.groups(descending=True)]
    [[1], [0], [2], []]
    """

    __slots__ = ("_key", "_positions", "_rows", "_starts", "placed")

    def __init__(self, rows: Sequence[Any], key: Callable[[Any], Any]) -> None:
        grouped = groups(map(key, rows))
        unplaced = grouped.pop(None, [])
        # Sorting pairs by their first item compares no lists.
        ordered = sorted(grouped.items(), key=itemgetter(0))
        self._starts, self._positions = _laid_out(part for _, part in ordered)
        self.placed: int = len(self._positions)
        self._positions.fromlist(unplaced)
        self._rows = rows
        self._key = key

    @property
    def size(self) -> int:
        """How many positions there are, those without a key among them."""
        return len(self._positions)

    def within(self, low: Edge | None, high: Edge | None) -> Found:
        """Find the rows whose key lies between two edges; None leaves it open."""
        start = 0 if low is None else self._place(low)
        stop = self.placed if high is None else max(start, self._place(high))
        return Found(self._positions, ((start, stop),))

    def _place(self, edge: Edge) -> int:
        """Return where an edge lies among the positions."""
        bisect = bisect_right if edge.after else bisect_left
        slots = range(len(self._starts) - 1)
        return self._starts[bisect(slots, edge.key, key=self._key_of)]

    def _key_of(self, slot: int) -> Any:  # noqa: ANN401 -- keys of one column
        return self._key(self._rows[self._positions[self._starts[slot]]])

    def groups(self, *, descending: bool = False) -> Iterator[Positions]:
        """Yield the positions of equal rows, group by group, and then the unplaced."""
        slots = range(len(self._starts) - 1)
        for slot in reversed(slots) if descending else slots:
            yield self._positions[self._starts[slot] : self._starts[slot + 1]]
        yield self._positions[self.placed :]
