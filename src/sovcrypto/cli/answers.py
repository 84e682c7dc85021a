"""Questions as they are typed, and what answers them."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Annotated, Final, TypeVar

import attrs
from cyclopts import Parameter

from ..dataset import Dataset
from ..fields import Order, asc, desc
from ..model import (
    Adoption,
    Agreement,
    AnyFact,
    Exchange,
    Financing,
    LegalStatus,
    Licence,
    Mining,
    Organisation,
    Regulator,
    Reserve,
    ReserveMovement,
    Token,
    TradingVolume,
)
from ..query.ordering import sorts_amounts
from ..query.wording import fields, parse_condition
from .terminal import Refusal

MODELS: Final[Mapping[str, type[AnyFact]]] = {
    "reserves": Reserve,
    "movements": ReserveMovement,
    "agreements": Agreement,
    "legal_statuses": LegalStatus,
    "regulators": Regulator,
    "licences": Licence,
    "exchanges": Exchange,
    "volumes": TradingVolume,
    "mining": Mining,
    "tokens": Token,
    "adoption": Adoption,
    "financing": Financing,
    "organisations": Organisation,
}
"""What can be asked for, called as the queries of a `Dataset` are."""

F = TypeVar("F", bound=AnyFact)

_Typed = Annotated[list[str], Parameter(allow_leading_hyphen=True)]


def model(kind: str) -> type[AnyFact]:
    """Return the model of a kind of facts.

    >>> model("reserves").__name__
    'Reserve'

    Raises:
        Refusal: there is no such kind.
    """
    known = MODELS.get(kind)
    if known is not None:
        return known
    near = difflib.get_close_matches(kind[:40].lower().replace("-", "_"), MODELS, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(MODELS)}"
    raise Refusal(f"no facts are called {kind[:60]!r}; {hint}")


@attrs.frozen
class Answer:
    """What answers a question.

    Attributes:
        facts: what was found, cut off at the limit.
        found: how many there are.
        possible: how many more there may be, because amounts or dates are vague.
        size: how many facts of the kind there are.
    """

    facts: tuple[AnyFact, ...]
    found: int
    possible: int
    size: int

    @property
    def summary(self) -> str:
        """Count in words.

        >>> Answer((), found=4, possible=1, size=6).summary
        '4 of 6 match (0 shown); 1 more may match: --maybe'
        """
        text = f"{self.found} of {self.size} match"
        if len(self.facts) < self.found:
            text += f" ({len(self.facts)} shown)"
        more = f"; {self.possible} more may match: --maybe"
        return text + more * (self.possible > 0)


@Parameter(name="*")
@attrs.frozen(kw_only=True)
class Question:
    """What is asked of the facts of one kind.

    Attributes:
        where: a condition, such as 'asset == BTC'; of several, all have to hold
        order_by: a field to sort by; -FIELD has the largest first
        limit: print so many rows at most
        maybe: print also what may match, where a source was vague
    """

    where: _Typed = attrs.field(factory=list[str])
    order_by: _Typed = attrs.field(factory=list[str])
    limit: int | None = None
    maybe: bool = False


def check(kind: str, question: Question) -> None:
    """Refuse a question that nothing could answer, before any file is read.

    Raises:
        Refusal: no such kind, no such field, or a limit below zero.
        InvalidCondition: a condition that cannot be read.
    """
    answer(Dataset(), kind, question)


def answer(data: Dataset, kind: str, question: Question) -> Answer:
    """Answer a question.

    Raises:
        Refusal: no such kind, no such field, or a limit below zero.
        InvalidCondition: a condition that cannot be read.
    """
    return _answer(data, model(kind), question)


def _answer(data: Dataset, of: type[F], question: Question) -> Answer:
    asked = data.query(of).where(*(parse_condition(of, w) for w in question.where))
    asked = asked.order_by(*(_order(of, name) for name in question.order_by))
    certain, possible = asked.count(), asked.maybe().count()
    if question.maybe:
        asked, certain = asked.maybe(), possible
    if question.limit is not None:
        if question.limit < 0:
            raise Refusal(f"--limit {question.limit}: no negative number has a meaning")
        asked = asked.limit(question.limit)
    size = len(data.table(of).rows)
    return Answer(tuple(asked), certain, possible - certain, size)


def _order(of: type[F], text: str) -> Order[F]:
    name = text.removeprefix("-")
    known = {n: c for n, c in fields(of).items() if c.kind.ordered or sorts_amounts(c)}
    if name not in known:
        near = difflib.get_close_matches(name[:40].lower(), known, n=1, cutoff=0.7)
        hint = f"did you mean {near[0]!r}?" if near else f"use {', '.join(known)}"
        raise Refusal(f"--order-by {name[:60]}: there is no such order; {hint}")
    return desc(known[name]) if text.startswith("-") else asc(known[name])
