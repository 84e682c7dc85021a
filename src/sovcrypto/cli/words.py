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


_SPANISH: Final = Words(
    quote="«{}»",
    origin="origen: {}",
    rule="regla: {}",
    story="Tema {}",
    records="Datos",
    source="fuente",
    sources="Fuentes",
    silent="No se encontró ningún hecho.",
    unknown="Aún no se sabe nada.",
    gives={
        "trigger": "desencadenante",
        "standing": "carácter de la fuente",
        "attributed_to": "según",
    },
    how={
        How.CALLED: "activa la regla",
        How.NEEDED: "lo exige la regla",
        How.NAMED: "nombrado",
        How.ADJECTIVE: "adjetivo",
        How.KNOWN: "se sabe de ello",
        How.DECIDED: "lo decide",
        How.DATED: "con la fecha del documento",
        How.SPOKEN_OF: "mencionado en otra parte",
    },
    antecedent="{how}: {text} ({start}–{end})",
    sections={
        "reserve": "Reservas",
        "reserve_movement": "Movimientos de reservas",
        "agreement": "Acuerdos",
        "legal_status": "En la ley",
        "regulator": "Reguladores",
        "licence": "Licencias",
        "exchange": "Plataformas de intercambio",
        "trading_volume": "Volúmenes de negociación",
        "mining": "Minería",
        "token": "Tokens",
        "adoption": "Adopción",
        "financing": "Financiación",
        "organisation": "Organizaciones",
    },
)

_GERMAN: Final = Words(
    quote="„{}“",
    origin="Ursprung: {}",
    rule="Regel: {}",
    story="Thema {}",
    records="Daten",
    source="Quelle",
    sources="Quellen",
    silent="Darin wurde kein Fakt gefunden.",
    unknown="Noch ist nichts bekannt.",
    gives={
        "trigger": "Auslöser",
        "standing": "Art der Quelle",
        "attributed_to": "laut",
    },
    how={
        How.CALLED: "löst die Regel aus",
        How.NEEDED: "von der Regel verlangt",
        How.NAMED: "genannt",
        How.ADJECTIVE: "Adjektiv",
        How.KNOWN: "darüber bekannt",
        How.DECIDED: "entscheidet darüber",
        How.DATED: "mit dem Datum des Dokuments",
        How.SPOKEN_OF: "an anderer Stelle erwähnt",
    },
    antecedent="{how}: {text} ({start}–{end})",
    sections={
        "reserve": "Reserven",
        "reserve_movement": "Reservebewegungen",
        "agreement": "Vereinbarungen",
        "legal_status": "Rechtslage",
        "regulator": "Aufsichtsbehörden",
        "licence": "Lizenzen",
        "exchange": "Kryptobörsen",
        "trading_volume": "Handelsvolumen",
        "mining": "Mining",
        "token": "Token",
        "adoption": "Verbreitung",
        "financing": "Finanzierung",
        "organisation": "Organisationen",
    },
)

_PORTUGUESE: Final = Words(
    quote="“{}”",
    origin="origem: {}",
    rule="regra: {}",
    story="Assunto {}",
    records="Dados",
    source="fonte",
    sources="Fontes",
    silent="Nenhum fato foi encontrado.",
    unknown="Ainda não se sabe nada.",
    gives={
        "trigger": "gatilho",
        "standing": "caráter da fonte",
        "attributed_to": "segundo",
    },
    how={
        How.CALLED: "aciona a regra",
        How.NEEDED: "exigido pela regra",
        How.NAMED: "nomeado",
        How.ADJECTIVE: "adjetivo",
        How.KNOWN: "conhecido a respeito",
        How.DECIDED: "decide a respeito",
        How.DATED: "com a data do documento",
        How.SPOKEN_OF: "mencionado em outro trecho",
    },
    antecedent="{how}: {text} ({start}–{end})",
    sections={
        "reserve": "Reservas",
        "reserve_movement": "Movimentações de reservas",
        "agreement": "Acordos",
        "legal_status": "Na lei",
        "regulator": "Reguladores",
        "licence": "Licenças",
        "exchange": "Corretoras",
        "trading_volume": "Volumes de negociação",
        "mining": "Mineração",
        "token": "Tokens",
        "adoption": "Adoção",
        "financing": "Financiamento",
        "organisation": "Organizações",
    },
)

_LANGUAGES: Final[Mapping[str, Words]] = {
    "de": _GERMAN,
    "es": _SPANISH,
    "fr": _FRENCH,
    "pt": _PORTUGUESE,
}


def words(locale: str) -> Words:
    """Return the words of a locale's language, those of English where it has none.

    >>> words("fr-CA").sections["reserve"], words("ja").sections["reserve"]
    ('Réserves', 'Reserves')
    """
    return _LANGUAGES.get(locale.partition("-")[0], _ENGLISH)
