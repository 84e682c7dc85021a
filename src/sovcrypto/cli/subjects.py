"""Whom a page is about: a country, or a body by one of its names."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from .. import _data
from ..model import Agreement, AnyFact, Country
from ..reading.bodies import known_bodies
from .terminal import Refusal

if TYPE_CHECKING:
    from ..dataset import Dataset
    from ..l10n import Formatter

# Fields that name a body, a zone or a token, and not a law, a town or a programme.
_NAMES: Final = frozenset(
    {
        "abbreviation",
        "affiliated_with",
        "body",
        "counterparty",
        "custodian",
        "decided_by",
        "exchange",
        "holder",
        "lender",
        "name",
        "native_name",
        "operator",
        "parent",
        "predecessor",
        "regulator",
        "subdivision",
    }
)


@attrs.frozen
class Subject:
    """Whom a page is about.

    Attributes:
        name: what the locale calls it.
        facts: all that is known of it, in the order of the dataset.
        country: the country, where it is one.
    """

    name: str
    facts: tuple[AnyFact, ...]
    country: Country | None = None


def subject(data: Dataset, text: str, formatter: Formatter) -> Subject:
    """Find whom a text names: by code, by name in any known language, or by alias.

    >>> from sovcrypto.dataset import Dataset
    >>> from sovcrypto.l10n import Formatter
    >>> subject(Dataset.of(), "Bhoutan", Formatter("en")).name
    'Bhutan'

    Raises:
        Refusal: it names nobody.
    """
    countries = _countries(formatter)
    bodies = _bodies(data)
    wanted = _folded(text)
    # "TER" may be a token as well as an alpha-3 code: a name in the data comes first,
    # unless the text is a code of two letters.
    if wanted in countries and (len(wanted) == 2 or wanted not in bodies):  # noqa: PLR2004 -- alpha-2
        country = Country.of(countries[wanted])
        name = formatter.country(country.code)
        return Subject(name, data.about(country.code), country)
    if wanted in bodies:
        name = bodies[wanted]
        facts = tuple(fact for fact in data if name in names(fact))
        return Subject(formatter.body(name), facts)
    known = {**countries, **bodies}
    near = difflib.get_close_matches(wanted[:60], known, n=1, cutoff=0.7)
    message = f"no country, body or exchange is called {text[:60]!r}"
    hint = _label(near[0], countries, bodies, formatter) if near else None
    raise Refusal(f"{message}; did you mean {hint}?" if hint else message)


def names(fact: AnyFact) -> frozenset[str]:
    """Return the bodies that a fact names.

    >>> from sovcrypto.model import TradingVolume
    >>> names(TradingVolume(exchange="KuCoin"))
    frozenset({'KuCoin'})
    """
    return frozenset(_named(fact))


def _named(fact: AnyFact) -> Iterator[str]:
    for name, column in type(fact).__columns__.items():
        value = getattr(fact, name)
        if name in _NAMES and column.kind.of is str and value is not None:
            yield value
    if isinstance(fact, Agreement):
        yield from (party.name for party in fact.parties if party.name)


def _label(
    near: str,
    countries: Mapping[str, str],
    bodies: Mapping[str, str],
    formatter: Formatter,
) -> str:
    if near in bodies:
        return repr(bodies[near])
    return f"{formatter.country(countries[near])!r} ({countries[near]})"


def _countries(formatter: Formatter) -> dict[str, str]:
    """Return the codes of all countries by everything that they may be called."""
    found: dict[str, str] = {}
    for country in Country.all():
        called: Iterable[str] = (
            country.code,
            country.alpha3,
            formatter.country(country.code),
            *_data.territory_names("en")[country.code].names,
            *_data.territory_names("fr")[country.code].names,
        )
        found |= {_folded(name): country.code for name in called}
    return found


def _bodies(data: Dataset) -> dict[str, str]:
    """Return the bodies of a dataset by everything that they may be called."""
    there = dict.fromkeys(name for fact in data for name in _named(fact))
    found = {
        _folded(alias): body.name
        for body in known_bodies().values()
        if body.name in there
        for alias in body.aliases
    }
    return found | {_folded(name): name for name in there}


def _folded(text: str) -> str:
    """Return a text without case, accents and spaces around."""
    apart = unicodedata.normalize("NFKD", text[:200].replace("’", "'"))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold().strip()
