"""What all facts share: how far a thing has come, when it holds, and who says so."""

from __future__ import annotations

from enum import StrEnum

from ..fields import Field, Record, field, record
from ..provenance import Citation
from ..values import Period


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
