"""From the finds of single sentences to the claims of a document.

A claim that stands in headline, standfirst and body is one fact, told at its fullest,
with a citation for each place. Two that both say something the other does not stay two,
unless they describe one and the same body: then each adds what it knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from ..model import AnyFact, Exchange, Fact, Organisation, Regulator

if TYPE_CHECKING:
    from collections.abc import Iterable

F = TypeVar("F", bound=Fact)

# What describes a body grows by what is learnt; what claims an event does not.
_GROWING: Final = (Organisation, Exchange, Regulator)
_APART: Final = frozenset({"citations"})


def settle(finds: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Join the finds of one story into claims, in the order of their first mention.

    >>> from sovcrypto.codes import country_code
    >>> from sovcrypto.model import Financing
    >>> from sovcrypto.values import Amount
    >>> short = Financing(lender="IMF", borrower=country_code("PK"))
    >>> full = attrs.evolve(short, amount=Amount.exactly(7, "USD"))
    >>> settle([short, full]) == (full,)
    True
    """
    claims: list[AnyFact] = []
    for find in finds:
        for index, claim in enumerate(claims):
            joined = _joined(claim, find)
            if joined is not None:
                claims[index] = joined
                break
        else:
            claims.append(find)
    return tuple(claims)


def _joined(claim: AnyFact, find: AnyFact) -> AnyFact | None:
    """Return the two as one claim, None where they are two."""
    if type(claim) is not type(find):
        return None
    if isinstance(claim, _GROWING) and isinstance(find, _GROWING):
        return _grown(claim, find)
    if claim.covers(find):
        return _citing(claim, find)
    return _citing(find, claim) if find.covers(claim) else None


def _grown(claim: AnyFact, find: AnyFact) -> AnyFact | None:
    """Return one description out of two of the same body, None if they differ."""
    name = _same_name(claim, find)
    if name is None:
        return None
    changes: dict[str, object] = {"name": name}
    for field in _fields(claim):
        left, right = getattr(claim, field), getattr(find, field)
        if field == "name" or left == right:
            continue
        if left and right and not isinstance(left, tuple):
            return None
        changes[field] = left or right
        if isinstance(left, tuple) and isinstance(right, tuple):
            both = (
                *cast("tuple[object, ...]", left),
                *cast("tuple[object, ...]", right),
            )
            changes[field] = tuple(dict.fromkeys(both))
    return _citing(claim.evolve(**changes), find)


def _same_name(claim: AnyFact, find: AnyFact) -> str | None:
    """Return the name under which two descriptions are one.

    A text that speaks of `Cumberland DRW` and of `Cumberland`, an arm of DRW, speaks of
    one firm: the longer name is the shorter with its parent's.
    """
    left, right = str(getattr(claim, "name")), str(getattr(find, "name"))  # noqa: B009
    if left == right:
        return left
    short, long = sorted((left, right), key=len)
    parents = {getattr(claim, "parent", None), getattr(find, "parent", None)}
    rest = long.removeprefix(f"{short} ")
    return short if rest != long and rest in parents else None


def _citing(claim: AnyFact, other: AnyFact) -> AnyFact:
    """Add the citations of the other, the fullest sentence staying first."""
    citations = tuple(dict.fromkeys((*claim.citations, *other.citations)))
    return claim.evolve(citations=citations)


def _fields(fact: AnyFact) -> list[str]:
    attributes = attrs.fields(cast("Any", type(fact)))
    return [a.name for a in attributes if a.init and a.name not in _APART]
