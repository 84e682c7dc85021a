"""What all facts share: how far a thing has come, when it holds, and who says so."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, Self, cast

import attrs

from ..fields import Field, Record, field, record
from ..provenance import Citation
from ..values import Amount, Period


class Stage(StrEnum):
    """How far the thing that a fact tells of has come."""

    PROPOSED = "proposed"
    """Somebody asks for it: a bill, a campaign, an option under review."""
    PLANNED = "planned"
    """Those who decide have announced it; it is not there yet."""
    IN_EFFECT = "in_effect"
    """It is there, or it is done."""
    REJECTED = "rejected"
    """It was proposed or planned, and refused."""
    ENDED = "ended"
    """It was there and is no more."""


@record
class Fact(Record):
    """A claim that somebody makes about states and virtual assets.

    Two facts are equal if they claim the same, whoever says so: citations do not count.

    Attributes:
        stage: how far it has come.
        period: when it holds; None where the source does not say.
        decided_by: the body that proposed, rejected or ended it, where one is named.
        citations: who says so, and where.
    """

    stage: Field[Stage] = field(default=Stage.IN_EFFECT)
    period: Field[Period | None] = field(default=None)
    decided_by: Field[str | None] = field(default=None)
    citations: Field[tuple[Citation, ...]] = field(default=(), eq=False)

    def cited(self, *citations: Citation) -> Self:
        """Return the same claim with these citations.

        >>> from sovcrypto.codes import country_code
        >>> from sovcrypto.model import Financing
        >>> from sovcrypto.provenance import Citation, Source
        >>> claim = Financing(lender="IMF", borrower=country_code("PK"))
        >>> claim.cited(Citation(source=Source(title="News"))).citations[0].source.title
        'News'

        Raises:
            TypeError: what is given is no citation.
        """
        wrong = next((c for c in citations if not isinstance(c, Citation)), None)
        if wrong is not None:
            msg = f"{wrong!r} is not a Citation"
            raise TypeError(msg)
        # The rest of the record is sound already: it need not be checked again.
        copy = object.__new__(type(self))
        for name in type(self).__columns__:
            object.__setattr__(copy, name, getattr(self, name))
        object.__setattr__(copy, "citations", citations)
        return copy

    def covers(self, other: Fact) -> bool:
        """Whether this fact says all that another one says, and perhaps more.

        What is not stated contradicts nothing; of a tuple the fuller one has every
        item; of the same figure the one with a hedge says more.

        >>> from sovcrypto.codes import country_code
        >>> from sovcrypto.model import Financing
        >>> from sovcrypto.values import Amount
        >>> short = Financing(lender="IMF", borrower=country_code("PK"))
        >>> short.evolve(amount=Amount.exactly(7, "USD")).covers(short)
        True
        """
        if type(self) is not type(other):
            return False
        names = _claimed(type(self))
        return all(_covers(getattr(self, n), getattr(other, n)) for n in names)


@cache
def _claimed(model: type[Fact]) -> tuple[str, ...]:
    """Return the fields in which a claim stands."""
    attributes = attrs.fields(cast("Any", model))
    return tuple(a.name for a in attributes if a.init and a.eq)


def _covers(says: object, said: object) -> bool:
    if says == said or said is None:
        return True
    few, many = _items(said), _items(says)
    if few is not None and many is not None:
        return few <= many
    if isinstance(says, Amount) and isinstance(said, Amount):
        # A headline prints "30 million" where the text has "around 30 million".
        return says.approximate and attrs.evolve(said, approximate=True) == says
    return False


def _items(value: object) -> frozenset[object] | None:
    if not isinstance(value, tuple):
        return None
    return frozenset(cast("tuple[object, ...]", value))
