"""The few words that pages need beside the sentences: headings and labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Words:
    """The words of one language.

    Attributes:
        quote: how words of an article are quoted.
        origin: who said first what others pass on.
        rule: which rule found a fact.
        story: one of several stories in a file.
        records: heading over facts that were read from records.
        source: heading of a column.
        sources: heading over the list of sources.
        silent: said of an article in which nothing was found.
        unknown: said of somebody of whom nothing is known.
        sections: headings over the facts of one kind.
    """

    quote: str
    origin: str
    rule: str
    story: str
    records: str
    source: str
    sources: str
    silent: str
    unknown: str
    sections: Mapping[str, str]


_ENGLISH: Final = Words(
    quote="“{}”",
    origin="origin: {}",
    rule="rule: {}",
    story="Story {}",
    records="Records",
    source="source",
    sources="Sources",
    silent="No fact was found in it.",
    unknown="Nothing is known yet.",
    sections={
        "reserve": "Reserves",
        "reserve_movement": "Movements of reserves",
        "agreement": "Agreements",
        "legal_status": "In the law",
        "regulator": "Regulators",
        "licence": "Licences",
        "exchange": "Exchanges",
        "trading_volume": "Trading volumes",
        "mining": "Mining",
        "token": "Tokens",
        "adoption": "Adoption",
        "financing": "Financing",
        "organisation": "Organisations",
    },
)

_FRENCH: Final = Words(
    quote="«\u202f{}\u202f»",
    origin="origine\u00a0: {}",
    rule="règle\u00a0: {}",
    story="Sujet {}",
    records="Données",
    source="source",
    sources="Sources",
    silent="Aucun fait n’y a été trouvé.",
    unknown="Rien n’est encore connu.",
    sections={
        "reserve": "Réserves",
        "reserve_movement": "Mouvements de réserves",
        "agreement": "Accords",
        "legal_status": "Dans le droit",
        "regulator": "Autorités de régulation",
        "licence": "Agréments",
        "exchange": "Plateformes d’échange",
        "trading_volume": "Volumes d’échange",
        "mining": "Minage",
        "token": "Jetons",
        "adoption": "Adoption",
        "financing": "Financements",
        "organisation": "Organisations",
    },
)


def words(locale: str) -> Words:
    """Return the words of a locale's language, those of English where it has none.

    >>> words("fr-CA").sections["reserve"], words("ja").sections["reserve"]
    ('Réserves', 'Reserves')
    """
    return _FRENCH if locale.partition("-")[0] == "fr" else _ENGLISH
