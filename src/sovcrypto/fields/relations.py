"""Relations between models: declared once on the class, resolved by a dataset.

An instance cannot know which view of the data it belongs to, so a relation is not an
attribute of instances. It is followed by a query: `Country.reserves.any(…)` inside a
condition, `data.related(country, Country.reserves)` from one row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from .conditions import Op, Pred

if TYPE_CHECKING:
    from collections.abc import Callable

    from .columns import Col

M = TypeVar("M")
N = TypeVar("N")
K = TypeVar("K")

FarCol: TypeAlias = "Col[N, K] | Col[N, K | None] | Col[N, tuple[K, ...]]"


class Many(Generic[M, N]):
    """A relation from one row of M to many of N, where their columns agree.

    The columns are given as functions, because the models may refer to each other. The
    far one may hold several keys, as `Agreement.countries` does.
    """

    if TYPE_CHECKING:
        _near: M
        _far: N

    def __init__(
        self, near: Callable[[], Col[M, K]], far: Callable[[], FarCol[N, K]]
    ) -> None:
        self.near = near
        self.far = far
        self._name = "Many"

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"{owner.__name__}.{name}"

    def __repr__(self) -> str:
        return self._name

    def any(self, *conditions: Pred[N]) -> Pred[M]:
        """Ask for rows of M that have a row of N which meets the conditions."""
        return Pred(Op.ANY, (self, conditions))

    def of(self, *conditions: Pred[M]) -> Pred[N]:
        """Ask for rows of N that belong to a row of M which meets the conditions."""
        return Pred(Op.OF, (self, conditions))
