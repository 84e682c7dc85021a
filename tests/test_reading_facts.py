"""Sentences and the facts that they state, by language; known failures kept strict."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sovcrypto.codes import language_tag
from sovcrypto.model import Adoption, Agreement, Mining, Reserve
from sovcrypto.provenance import Source, Standing
from sovcrypto.reading import Document, read
from sovcrypto.records import unstructure
from sovcrypto.values import Period
from tests.tables import table


def stated(text: str, language: str) -> list[dict[str, Any]]:
    """The facts of a text as records write them, without their citations."""
    document = Document(text, Source(language=language_tag(language)))
    rows = [json.loads(json.dumps(unstructure(fact))) for fact in read(document)]
    for row in rows:
        del row["citations"]
    return rows


@pytest.mark.parametrize(("language", "text", "facts"), table("facts", "facts"))
def test_a_sentence_states_these_facts(
    language: str, text: str, facts: list[dict[str, Any]]
) -> None:
    """Just these, with just these figures: what is not stated is left out."""
    assert stated(text, language) == facts


def test_an_article_without_a_fact_is_no_error() -> None:
    """Reading finds, or it stays silent."""
    assert read(Document("")) == ()
    assert read(Document("The weather was fine in Bhutan.")) == ()


def test_who_says_so() -> None:
    """An attribution names the speaker, a rumour and an estimate are told as such."""
    (adoption,) = read(Document("According to Triple-A, 5 million Kenyans own crypto."))
    assert isinstance(adoption, Adoption)
    assert adoption.citations[0].attributed_to == "Triple-A"
    (rumour,) = read(Document("Bhutan reportedly holds 13,000 BTC."))
    assert rumour.citations[0].standing is Standing.RUMOURED
    (survey,) = read(Document("A survey shows that 5 million Kenyans own crypto."))
    assert survey.citations[0].standing is Standing.ESTIMATED


@pytest.mark.parametrize(
    ("text", "speaker", "standing"),
    [
        ("Laut Arkham hält Bhutan 13.000 BTC.", "Arkham", Standing.REPORTED),
        ("Arkham zufolge hält Bhutan 13.000 BTC.", "Arkham", Standing.REPORTED),
        (
            "Nach Angaben der Firma Arkham hält Bhutan 5 BTC.",
            "Arkham",
            Standing.REPORTED,
        ),
        ("Bhutan habe 13.000 BTC gekauft, sagte er.", None, Standing.REPORTED),
        ("Bhutan soll 13.000 BTC besitzen.", None, Standing.RUMOURED),
        ("Gerüchten zufolge hält Bhutan 13.000 BTC.", None, Standing.RUMOURED),
        ("Eine Studie ergab: Bhutan hält 13.000 BTC.", None, Standing.ESTIMATED),
    ],
)
def test_who_says_so_in_german(
    text: str, speaker: str | None, standing: Standing
) -> None:
    """Speakers come before or after; reported speech is no rumour."""
    (fact,) = read(Document(text, Source(language=language_tag("de"))))
    assert fact.citations[0].attributed_to == speaker
    assert fact.citations[0].standing == standing


def test_a_claim_told_twice_is_one_fact_at_its_fullest() -> None:
    """The fullest sentence is cited first, and every place is cited."""
    text = (
        "Bhutan holds bitcoin\n\n"
        "Bhutan holds more than 12,000 BTC, worth about $1.3 billion."
    )
    (fact,) = read(Document(text))
    assert isinstance(fact, Reserve)
    assert str(fact.quantity) == ">12000 BTC"
    assert [text[slice(*c.span)][:12] for c in fact.citations if c.span] == [
        "Bhutan holds",
        "Bhutan holds",
    ]
    first, second = (c.span for c in fact.citations)
    assert first is not None
    assert second is not None
    assert first > second


def test_two_figures_stay_two_facts() -> None:
    """What disagrees is kept side by side."""
    facts = read(
        Document("Bhutan holds 12,000 BTC.\n\nBhutan holds 13,000 BTC, a study says.")
    )
    assert [str(f.quantity) for f in facts if isinstance(f, Reserve)] == [
        "12000 BTC",
        "13000 BTC",
    ]


def test_later_sentences_add_to_an_agreement() -> None:
    """Force, term, subjects and lead are told one after the other."""
    (agreement,) = (
        fact
        for fact in read(
            Document(
                "Oman signed a memorandum of understanding with Green Pier. The "
                "memorandum is not legally binding and runs for several years. The "
                "agreement covers sustainable mining and training. The work is led by "
                "Blue Harbour."
            )
        )
        if isinstance(fact, Agreement)
    )
    assert agreement.binding is False
    assert str(agreement.duration) == ">1 years"
    assert [s.value for s in agreement.subjects] == ["sustainable_mining", "training"]
    assert [p.country or p.name for p in agreement.parties] == [
        "OM",
        "Green Pier",
        "Blue Harbour",
    ]
    assert len(agreement.citations) > 1


def test_a_month_is_resolved_against_the_date_of_the_document() -> None:
    """Without a date the month stays a month."""
    text = "In May, Kuwait banned crypto mining."
    (bare,) = read(Document(text))
    assert bare.period == Period("XXXX-05")
    (dated,) = read(Document(text, Source(published=Period("2025-07-16"))))
    assert dated.period == Period("2025-05/..")


@pytest.mark.parametrize(
    "gap", ["\n\nMore for you\n\n", "\n\n* * *\n\n", "\n\n\n\n", "\nRead more:\n"]
)
def test_nothing_leaks_from_one_story_into_another(gap: str) -> None:
    """A pronoun after a break stands for nothing that was told before it."""
    text = f"Bhutan mines bitcoin with hydropower.{gap}It holds 500 BTC, the firm said."
    facts = read(Document(text))
    assert [type(fact) for fact in facts] == [Mining]


def test_billions_are_those_of_the_language() -> None:
    """One document, two languages: 10^9 in English, 10^12 in French."""
    text = (
        "KuCoin recorded a trading volume of $2 billion in 2025, and it was the "
        "best year for the exchange since it was founded.\n\n"
        "Le volume de KuCoin a atteint 2 billions de dollars en 2025, et ce fut la "
        "meilleure année de la plateforme depuis sa fondation."
    )
    amounts = [str(getattr(fact, "amount", "")) for fact in read(Document(text))]
    assert "2000000000 USD" in amounts
    assert "2000000000000 USD" in amounts
