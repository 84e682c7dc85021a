"""Why a fact was read: what called the rule, and what gave which field."""

from __future__ import annotations

from pathlib import Path

import pytest

from sovcrypto.loaders import load
from sovcrypto.model import Agreement, AnyFact
from sovcrypto.provenance import Citation, Source
from sovcrypto.reading import Document, How, Part, explain, mentions, read
from sovcrypto.values import Amount, Period

SEEDS = sorted((Path(__file__).parents[1] / "seeds" / "articles").glob("*.txt"))


def told(text: str, published: str | None = None) -> list[tuple[str, str, str]]:
    """What the parts of a text's only fact say, give, and how."""
    source = Source(published=Period(published) if published else None)
    document = Document(text, source)
    (fact,) = read(document)
    return [
        (part.text, part.gives, part.how.value)
        for explanation in explain(document, fact)
        for part in explanation.parts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bhutan holds about 12,000 BTC.",
            [
                ("Bhutan", "holder", "named"),
                ("holds", "trigger", "called"),
                ("about 12,000 BTC", "quantity", "named"),
                ("BTC", "asset", "named"),
            ],
        ),
        (
            "Le Bhoutan envisage une réserve de 500 BTC.",
            [
                ("Bhoutan", "holder", "named"),
                ("envisage", "stage", "decided"),
                ("réserve", "trigger", "called"),
                ("500 BTC", "quantity", "named"),
                ("BTC", "asset", "named"),
            ],
        ),
        (
            "According to Arkham, Bhutan reportedly holds 12,000 BTC.",
            [
                ("Arkham", "attributed_to", "named"),
                ("Bhutan", "holder", "named"),
                ("reportedly", "standing", "decided"),
                ("holds", "trigger", "called"),
                ("12,000 BTC", "quantity", "named"),
                ("BTC", "asset", "named"),
            ],
        ),
        (
            "Oman accepts bitcoin payments in tourism.",
            [
                ("Oman", "country", "named"),
                ("accepts", "trigger", "called"),
                ("bitcoin", "asset", "named"),
                ("payments", "trigger", "needed"),
                ("tourism", "sectors[0]", "named"),
            ],
        ),
        (
            "About 300,000 Omanis hold cryptocurrencies.",
            [
                ("About 300,000 Omanis", "quantity", "named"),
                ("Omanis", "country", "adjective"),
                ("hold", "trigger", "called"),
                ("cryptocurrencies", "asset", "named"),
            ],
        ),
    ],
)
def test_each_part_says_what_it_gave(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """In the order of the text, in words of the text."""
    assert told(text) == expected


def test_a_date_that_needs_the_document_s_own() -> None:
    """A month without its year says 2025-05 in a text of that year."""
    parts = told("Bhutan bought 500 BTC in May.", "2025-07-01")
    assert ("May", "period", "dated") in parts
    parts = told("Bhutan bought 500 BTC in May 2025.", "2025-07-01")
    assert ("May 2025", "period", "named") in parts


def test_a_date_may_say_since_when() -> None:
    """However roughly."""
    parts = told("Kenya has banned bitcoin since around 2024.")
    assert ("around 2024", "period", "named") in parts


def test_a_rate_is_told_by_its_amount() -> None:
    """The figure carries the time that it is for."""
    parts = told("KuCoin traded about $114 billion a month in bitcoin in 2025.")
    assert {gives for text, gives, _ in parts if text == "about $114 billion"} == {
        "amount",
        "per",
    }


def test_a_body_of_which_more_is_known() -> None:
    """The name gives what the list of bodies knows of it."""
    parts = told("The Pakistan Digital Assets Authority supervises exchanges.")
    name = "Pakistan Digital Assets Authority"
    assert {(gives, how) for text, gives, how in parts if text == name} == {
        ("name", "named"),
        ("country", "known"),
        ("abbreviation", "known"),
        ("trigger", "called"),
    }


def parts_of(document: Document, fact: AnyFact) -> list[Part]:
    """All parts of all explanations of a fact."""
    return [part for each in explain(document, fact) for part in each.parts]


def test_what_was_spoken_of_before() -> None:
    """The stand-in is the part, and the antecedent says where the name stands."""
    text = "Bhutan mines bitcoin with hydropower. The country holds 12,000 BTC."
    document = Document(text)
    reserve = read(document)[-1]
    (holder,) = (p for p in parts_of(document, reserve) if p.gives == "holder")
    assert (holder.text, holder.how) == ("The country", How.SPOKEN_OF)
    assert holder.antecedent == (0, 6)


def test_what_nothing_stands_for() -> None:
    """Where the sentence has no stand-in, the part is the place of the name."""
    text = (
        "Cryptocurrencies are popular. "
        "Iran's ministry of defence accepts them in payment of weapons."
    )
    document = Document(text)
    (status,) = read(document)
    (asset,) = (p for p in parts_of(document, status) if p.gives == "asset")
    assert (asset.text, asset.how) == ("Cryptocurrencies", How.SPOKEN_OF)
    assert asset.antecedent == (asset.start, asset.end)


def test_what_only_two_words_decide_together() -> None:
    """Who "plans to set up" plans twice over: either word would do."""
    parts = told("Pakistan plans to set up a bitcoin reserve.")
    assert [(text, how) for text, gives, how in parts if gives == "stage"] == [
        ("plans", "decided"),
        ("to", "decided"),
    ]


def test_each_place_is_explained_by_itself() -> None:
    """A claim that stands twice has two explanations, each of its own words."""
    text = "Bhutan holds bitcoin\n\nBhutan now holds about 12,000 BTC in all."
    document = Document(text)
    (fact,) = read(document)
    full, short = explain(document, fact)
    assert "quantity" in {part.gives for part in full.parts}
    assert [part.gives for part in short.parts] == ["holder", "trigger", "asset"]
    assert (full.citation, short.citation) == fact.citations


def test_later_sentences_add_to_an_agreement() -> None:
    """What they add is theirs, and nothing else."""
    text = (
        "Bhutan signed a memorandum on bitcoin mining with Cumberland DRW. "
        "The memorandum is not legally binding."
    )
    document = Document(text)
    (agreement,) = (f for f in read(document) if isinstance(f, Agreement))
    *_, later = explain(document, agreement)
    assert later.citation.rule == "agreement/goes-on"
    assert [(part.text, part.gives) for part in later.parts] == [
        ("The memorandum", "trigger"),
        ("not legally binding", "binding"),
    ]


def test_silent_characters_are_part_of_the_words() -> None:
    """Offsets are those of the text as given."""
    text = "Bhu\u00adtan holds\r\nabout 12,000\u00a0BTC."
    document = Document(text)
    (fact,) = read(document)
    assert "Bhu\u00adtan" in {part.text for part in parts_of(document, fact)}


def test_citations_of_other_documents_are_left_out() -> None:
    """And so are facts that none of the document's sentences states."""
    here, there = Document("Bhutan holds 5 BTC."), Document("Bhutan holds 5 BTC!")
    (fact,) = read(there)
    assert explain(here, fact) == ()
    assert explain(here, fact.evolve(citations=())) == ()
    assert explain(here) == ()


def test_a_citation_by_no_rule_has_no_parts() -> None:
    """Somebody else made it."""
    document = Document("Bhutan holds 5 BTC.")
    (fact,) = read(document)
    by_hand = Citation(source=document.cited, span=(0, 19), rule="by hand")
    strange = fact.evolve(citations=(by_hand,))
    (explanation,) = explain(document, strange)
    assert explanation.parts == ()


def figures(fact: AnyFact) -> dict[str, Amount]:
    """The amounts that a fact states, by field."""
    values = {name: getattr(fact, name) for name in type(fact).__annotations__}
    return {name: v for name, v in values.items() if isinstance(v, Amount)}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_every_fact_of_every_seed_article_is_explained(path: Path) -> None:
    """It has a trigger, and each figure is a mention that says the same."""
    (document,) = load(path).report.documents
    mentioned = {
        (mention.start, mention.end): mention.value for mention in mentions(document)
    }
    for fact in read(document):
        parts = parts_of(document, fact)
        assert "trigger" in {part.gives for part in parts}
        for part in parts:
            assert document.text[part.start : part.end] == part.text != ""
        for name, amount in figures(fact).items():
            given = [part for part in parts if part.gives == name]
            named = [p for p in given if p.how is How.NAMED]
            assert given
            for part in named:
                assert mentioned[part.start, part.end] == amount
