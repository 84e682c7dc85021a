"""Where rows come from: one immutable table for each model."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

import attrs

M = TypeVar("M")


@attrs.frozen(repr=False)
class Table(Generic[M]):
    """The rows of one model, in the order of the dataset.

    Attributes:
        model: the record class.
        rows: the records; the position of a row settles every tie.
    """

    model: type[M]
    rows: tuple[M, ...]

    def __repr__(self) -> str:
        return f"Table({self.model.__name__}, {len(self.rows)} rows)"


class Tables(Protocol):
    """What a query asks for its rows; a `Dataset` is one."""

    def table(self, model: type[M], /) -> Table[M]:
        """Return the table of a model.

        Raises:
            TypeError: there is none.
        """
        ...
