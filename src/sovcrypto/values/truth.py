"""Three-valued truth, for questions about amounts that a source left vague."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn


class Truth(Enum):
    """The answer to a question about vague amounts: yes, no, or it cannot be told.

    >>> from sovcrypto.values import Amount
    >>> Amount.more_than(6200, "BTC").gt(7000)
    <Truth.UNKNOWN: 'unknown'>

    It has no truth value of its own: ask for `must` or `may`.
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, *, must: bool, may: bool) -> Truth:
        """Combine what certainly holds with what possibly holds."""
        return cls.YES if must else cls.UNKNOWN if may else cls.NO

    @property
    def must(self) -> bool:
        """Whether it certainly holds."""
        return self is Truth.YES

    @property
    def may(self) -> bool:
        """Whether it possibly holds."""
        return self is not Truth.NO

    def __invert__(self) -> Truth:
        """Negate, as Kleene does: what cannot be told stays so."""
        return Truth.of(must=not self.may, may=not self.must)

    def __bool__(self) -> NoReturn:
        msg = "a Truth has three values: ask for .must or .may"
        raise TypeError(msg)
