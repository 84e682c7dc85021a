"""From the finds of single sentences to the claims of a document.

A claim that stands in headline, standfirst and body is one fact, told at its fullest,
with a citation for each place. Two that both say something the other does not stay two,
unless they describe one and the same body: then each adds what it knows.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

import attrs

from ..model import (
    Agreement,
    AgreementForm,
    AnyFact,
    Exchange,
    Organisation,
    Regulator,
    Token,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..provenance import Citation

# What describes a body grows by what is learnt; what claims an event does not.
_GROWING: Final = (Organisation, Exchange, Regulator)
# No story says more than this between a headline and its repetition.
_NEAR: Final = 300
_APART: Final = frozenset({"citations"})


def settle(finds: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Join the finds of one story into claims, in the order of their first mention.

    >>> from sovcrypto.codes import country_code
    >>> from sovcrypto.model import Financing
    >>> from sovcrypto.values import Amount
    >>> short = Financing(lender="IMF", borrower=country_code("PK"))
    >>> full = short.evolve(amount=Amount.exactly(7, "USD"))
    >>> settle([short, full]) == (full,)
    True
    """
    claims: dict[AnyFact, _Citations] = {}
    for find in finds:
        host = find if find in claims else _host(claims, find)
        if host is not None:
            claims[host].update(dict.fromkeys(find.citations))
        else:
            claims = _with(claims, find)
    return tuple(fact.cited(*cited) for fact, cited in claims.items())


# The citations of a claim, without repetition, the fullest sentence first.
_Citations: TypeAlias = "dict[Citation, None]"


def _host(claims: dict[AnyFact, _Citations], find: AnyFact) -> AnyFact | None:
    """Return the claim that says all that a find says, if there is one."""
    if isinstance(find, _GROWING):
        return None
    return next((claim for claim in _near(claims) if _covers(claim, find)), None)


def _near(claims: dict[AnyFact, _Citations]) -> list[AnyFact]:
    """Return the latest claims, in order: repetition is near, and time is bounded."""
    return list(islice(reversed(claims), _NEAR))[::-1]


def _with(
    claims: dict[AnyFact, _Citations], find: AnyFact
) -> dict[AnyFact, _Citations]:
    """Add a find; it takes the place, and the citations, of what it says in full."""
    absorbed = [claim for claim in _near(claims) if _absorbs(find, claim)]
    if not absorbed:
        claims[find] = dict.fromkeys(find.citations)
        return claims
    fact, cited = find, dict.fromkeys(find.citations)
    for claim in absorbed:
        described = _grown(claim, fact)
        fact = described or fact
        cited = {**claims[claim], **cited} if described else {**cited, **claims[claim]}
    first, others = absorbed[0], set(absorbed[1:])
    return {
        (fact if claim is first else claim): (cited if claim is first else known)
        for claim, known in claims.items()
        if claim is first or claim not in others
    }


def _absorbs(find: AnyFact, claim: AnyFact) -> bool:
    if isinstance(find, _GROWING):
        return _grown(claim, find) is not None
    return _covers(find, claim)


def _covers(claim: AnyFact, find: AnyFact) -> bool:
    """Whether a claim says all that a find says.

    "Sango Coin" says "Sango", and a memorandum is the agreement of the headline.
    """
    if isinstance(claim, Token) and isinstance(find, Token):
        longer = claim.name.startswith(f"{find.name} ")
        find = find.evolve(name=claim.name) if longer else find
    if (
        isinstance(claim, Agreement)
        and isinstance(find, Agreement)
        and find.form is AgreementForm.OTHER
        and find.parties == claim.parties
    ):
        find = find.evolve(form=claim.form, subjects=())
    return claim.covers(find)


def _grown(claim: AnyFact, find: AnyFact) -> AnyFact | None:
    """Return one description out of two of the same body, None if they differ."""
    if type(claim) is not type(find) or not isinstance(claim, _GROWING):
        return None
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
    return claim.evolve(**changes)


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


def _fields(fact: AnyFact) -> list[str]:
    attributes = attrs.fields(cast("Any", type(fact)))
    return [a.name for a in attributes if a.init and a.name not in _APART]
