"""Where rows come from: one immutable table for each model, with its indexes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import attrgetter
from threading import Lock
from typing import Any, Final, Generic, Protocol, TypeVar

import attrs

from ..fields import Col
from .indexes import HashIndex, SortedIndex, groups, groups_of_many

M = TypeVar("M")
I = TypeVar("I")  # noqa: E741 -- some index

SMALLEST: Final = 200
"""Of fewer rows a scan is as fast as an index."""


class _Made:
    """The indexes of a table, each made when it is first asked for, and once.

    They can be made again, so that neither a pickle nor a copy takes them along.
    """

    __slots__ = ("_indexes", "_lock")

    def __init__(self) -> None:
        self._indexes: dict[Hashable, Any] = {}
        self._lock = Lock()

    def __reduce__(self) -> tuple[type[_Made], tuple[()]]:
        return _Made, ()

    def get(self, name: Hashable, make: Callable[[], I]) -> I:
        """Return an index; threads that ask for it together wait for one of them."""
        index: I | None = self._indexes.get(name)
        if index is None:
            with self._lock:
                index = self._indexes.get(name)
                if index is None:
                    index = self._indexes[name] = make()
        return index


@attrs.frozen(repr=False)
class Table(Generic[M]):
    """The rows of one model, in the order of the dataset.

    Attributes:
        model: the record class.
        rows: the records; the position of a row settles every tie.
        smallest: how many rows there have to be for an index to be made.
    """

    model: type[M]
    rows: tuple[M, ...]
    smallest: int = SMALLEST
    _made: _Made = attrs.field(init=False, eq=False, factory=_Made)

    def __repr__(self) -> str:
        return f"Table({self.model.__name__}, {len(self.rows)} rows)"

    @property
    def indexed(self) -> bool:
        """Whether there are enough rows for an index to be worth its cost."""
        return len(self.rows) >= self.smallest

    def by_value(self, column: Col[M, Any]) -> HashIndex:
        """Return the index of the values of a column, None among them.

        Of a column of several values, each of these is a key.
        """

        def make() -> HashIndex:
            values = map(attrgetter(column.name), self.rows)
            if column.kind.many:
                return HashIndex(groups_of_many(values), distinct=False)
            return HashIndex(groups(values))

        return self._made.get(column.name, make)

    def by_order(self, name: Hashable, key: Callable[[M], Any]) -> SortedIndex:
        """Return the index of the rows in the order of a key that has a name."""
        return self._made.get(name, lambda: SortedIndex(self.rows, key))


class Tables(Protocol):
    """What a query asks for its rows; a `Dataset` is one."""

    def table(self, model: type[M], /) -> Table[M]:
        """Return the table of a model.

        Raises:
            TypeError: there is none.
        """
        ...
