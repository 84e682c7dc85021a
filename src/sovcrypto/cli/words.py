"""The few words that pages need beside the sentences: headings and labels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from ..reading import How


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
        gives: what a part of a sentence gives, where it is no field of a fact.
        how: how it gives it, by the members of `How`.
        antecedent: where that was named for which a part stands.
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
    gives: Mapping[str, str]
    how: Mapping[How, str]
    antecedent: str
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
    gives={
        "trigger": "trigger",
        "standing": "standing",
        "attributed_to": "according to",
    },
    how={
        How.CALLED: "calls the rule",
        How.NEEDED: "asked for by the rule",
        How.NAMED: "named",
        How.ADJECTIVE: "adjective",
        How.KNOWN: "known of it",
        How.DECIDED: "decides it",
        How.DATED: "with the date of the document",
        How.SPOKEN_OF: "spoken of elsewhere",
    },
    antecedent="{how}: {text} ({start}–{end})",
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
    gives={
        "trigger": "déclencheur",
        "standing": "statut de la source",
        "attributed_to": "selon",
    },
    how={
        How.CALLED: "appelle la règle",
        How.NEEDED: "exigé par la règle",
        How.NAMED: "nommé",
        How.ADJECTIVE: "adjectif",
        How.KNOWN: "connu à son sujet",
        How.DECIDED: "en décide",
        How.DATED: "avec la date du document",
        How.SPOKEN_OF: "évoqué ailleurs",
    },
    antecedent="{how}\u00a0: {text} ({start}–{end})",
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
