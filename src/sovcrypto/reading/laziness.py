"""An attribute that is computed when it is first asked for, and then kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

T = TypeVar("T")

if TYPE_CHECKING:
    from collections.abc import Callable

    # To the checkers it is what the standard library has.
    from functools import cached_property as lazy
else:

    class lazy(Generic[T]):  # noqa: N801 -- named like what it stands for
        """`functools.cached_property` without its lock.

        Up to Python 3.11 the lock costs more than most of what reading computes. Two
        threads may compute the same value at once; either will do.
        """

        def __init__(self, compute: Callable[[Any], T]) -> None:
            self._compute = compute
            self._name = compute.__name__
            self.__doc__ = compute.__doc__

        def __get__(self, owner: object, cls: type | None = None) -> T:
            if owner is None:
                return self
            value = owner.__dict__[self._name] = self._compute(owner)
            return value


__all__ = ["lazy"]
