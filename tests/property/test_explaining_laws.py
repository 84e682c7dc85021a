"""Laws of explanations, of articles side by side, and of texts that mean trouble."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sovcrypto.errors import SovcryptoError
from sovcrypto.loaders.articles import article
from sovcrypto.model import AnyFact
from sovcrypto.reading import Document, How, Mention, explain, mentions, read
from sovcrypto.reading.language import languages, words
from sovcrypto.reading.phrases import section
from sovcrypto.values import Amount

FOLDER = Path(__file__).parents[2] / "seeds" / "articles"
SEEDS = {
    path.name: article(path.read_text("utf-8"), file=path.name).text.strip()
    for path in sorted(FOLDER.glob("*.txt"))
}
# Short articles of no paper, two in each language, each with its headline.
OWN = {
    "one.en": """\
Oman plans a bitcoin reserve

Oman plans to build a reserve of up to 300 BTC, the ministry said. It mines bitcoin with
natural gas.""",
    "two.en": """\
Kenya bans crypto mining

Kenya banned bitcoin mining in 2024. The government wants to save electricity.""",
    "one.fr": """\
Le Togo garde du bitcoin

Le Togo détient 200 BTC depuis mars 2025. Le pays mine du bitcoin au gaz.""",
    "two.fr": """\
Le Gabon interdit les paiements

Le Gabon a interdit les cryptomonnaies en 2023. Le gouvernement craint pour la monnaie
du pays.""",
    "one.es": """\
Bolivia levanta el veto

Bolivia levantó la prohibición del bitcoin en junio de 2024. El país tiene 100 BTC en su
reserva.""",
    "two.es": """\
Panamá compra bitcoin

Panamá compró 500 BTC en mayo de 2025, según el ministro. El gobierno no los vende.""",
    "one.de": """\
Deutschland verkauft Bitcoin

Deutschland hat im Juli 2024 rund 50.000 BTC verkauft. Das Land hält keine mehr.""",
    "two.de": """\
Österreich plant eine Reserve

Österreich plant eine Bitcoin-Reserve von 1.000 BTC. Die Regierung will sie bis 2027
aufbauen.""",
    "one.pt": """\
Brasil estuda reserva

O Brasil planeja uma reserva de bitcoin de 5.000 BTC. O governo compra até 2027.""",
    "two.pt": """\
Portugal guarda bitcoin

Portugal detém 300 BTC desde maio de 2024. O país não os vende.""",
}
ARTICLES = SEEDS | OWN


def _known() -> list[str]:
    """Words that mean something in one of the languages, a few of each concept."""
    found: list[str] = []
    for tag in languages():
        for file, part in (
            *(("facts", part) for part in ("verbs", "nouns", "marks")),
            *(("text", part) for part in ("anaphora", "voice")),
            *(("quantities", part) for part in ("scales", "hedges")),
        ):
            for listed in section(tag, file, part).values():
                found.extend(listed[:3])
        found.extend(words(tag, "text", "clause_breaks"))
        found.extend(words(tag, "names", "body_heads")[:5])
    return list(dict.fromkeys(found))


# Names, figures and signs, so that the words have something to be about.
NAMES = (
    *("Bhutan", "Le Salvador", "El Salvador", "Deutschland", "o Brasil", "Pakistanis"),
    *("12,000 BTC", "6 200 BTC", "$7 billion", "2 000 MW", "15 %", "in 2021", "en mai"),
    *("since around 2021", "about 2025", "vers 2024", "legal tender", "banned"),
    *("bitcoin", "BTC", "crypto", "KuCoin", "the IMF", "Green Digital", "GMC", "(GMC)"),
    *(".", ",", "?", "!", ";", ":", "\n", "\n\n", "\n\n\n", "- ", "»", "(", "\r\n"),
)
TROUBLE = (
    *("\u0301", "\u00ad", "\u200b", "\u202e", "\u2066", "\u2069", "\ufeff", "\x1b[31m"),
    *(
        "\x07",
        "\x85",
        "\u2028",
        "שלום",
        "مرحبا",
        "é",
        "İ",
        "ß",
        "🪙",
        "１２",
        "²",
        "\t",
    ),
    *("a" * 3000, "Bhutan holds 5 BTC, " * 20),
)
MIXED = st.lists(
    st.sampled_from(_known()) | st.sampled_from(NAMES) | st.sampled_from(TROUBLE),
    max_size=30,
).map(" ".join)
ANYTHING = st.text(st.characters(), max_size=120)


def figures(fact: AnyFact) -> dict[str, Amount]:
    """The amounts that a fact states, by field."""
    values = {name: getattr(fact, name) for name in type(fact).__annotations__}
    return {name: v for name, v in values.items() if isinstance(v, Amount)}


# --- explanations ---------------------------------------------------------------------


@given(MIXED | ANYTHING | st.sampled_from(sorted(ARTICLES.values())))
@settings(max_examples=150, deadline=None)
@example("\ud800")
@example("Bhutan\0 holds 5 BTC.")
@example("Kenya banned bitcoin in about 2024.")
def test_nothing_but_a_stated_error_and_every_part_is_verbatim(text: str) -> None:
    """Whatever stands there; what is explained twice is explained alike."""
    try:
        document = Document(text)
    except SovcryptoError:
        return
    mentions(document)
    facts = read(document)
    explanations = explain(document, *facts)
    assert explanations == explain(document, *facts)
    assert [each.citation for each in explanations] == [
        citation for fact in facts for citation in fact.citations
    ]
    for explanation in explanations:
        for part in explanation.parts:
            assert 0 <= part.start < part.end <= len(text)
            assert text[part.start : part.end] == part.text
            assert part.antecedent is None or part.antecedent[1] <= len(text)


@given(MIXED | st.sampled_from(sorted(ARTICLES.values())))
@settings(max_examples=100, deadline=None)
def test_every_fact_has_a_trigger_and_every_figure_a_mention(text: str) -> None:
    """A figure is given by a mention that says the same, or decided by a word."""
    document = Document(text)
    mentioned = {(m.start, m.end): m.value for m in mentions(document)}
    for fact in read(document):
        parts = [part for each in explain(document, fact) for part in each.parts]
        assert "trigger" in {part.gives for part in parts}
        for name, amount in figures(fact).items():
            given_by = [part for part in parts if part.gives == name]
            assert given_by
            named = [p for p in given_by if p.how is How.NAMED]
            said = [mentioned[part.start, part.end] for part in named]
            assert amount in said or not named


# --- articles side by side ------------------------------------------------------------


@cache
def read_alone(text: str, shift: int = 0) -> tuple[list[str], list[Mention]]:
    """What is read in a text, with all offsets shifted."""
    document = Document(text)
    facts = [
        f"{fact!r} {c.span and (c.span[0] + shift, c.span[1] + shift)} {c.rule} "
        f"{c.standing} {c.attributed_to}"
        for fact in read(document)
        for c in fact.citations
    ]
    found = [
        Mention(m.start + shift, m.end + shift, m.kind, m.value, m.rule)
        for m in mentions(document)
    ]
    return facts, found


def is_apart(first: str, blank: int, second: str) -> bool:
    """Whether two articles say side by side what each says alone."""
    start = first + "\n" + "\n" * blank
    ours, theirs = read_alone(first), read_alone(second, len(start))
    both = [*ours[0], *theirs[0]], [*ours[1], *theirs[1]]
    return read_alone(start + second) == both


def language(name: str) -> str:
    """The language of an article, by the name that it has here."""
    return name.removesuffix(".txt").rpartition(".")[2]


@given(st.sampled_from(sorted(ARTICLES)), st.sampled_from(sorted(ARTICLES)))
@settings(max_examples=100, deadline=None)
def test_two_blank_lines_part_any_two_articles(one: str, two: str) -> None:
    """Neither knows of the other."""
    assert is_apart(ARTICLES[one], 2, ARTICLES[two])


@given(st.sampled_from(sorted(ARTICLES)), st.sampled_from(sorted(ARTICLES)))
@settings(max_examples=100, deadline=None)
def test_one_blank_line_parts_articles_in_two_languages(one: str, two: str) -> None:
    """The headline goes with its article, though it is too short to tell."""
    assume(language(one) != language(two))
    assert is_apart(ARTICLES[one], 1, ARTICLES[two])


@pytest.mark.xfail(
    strict=True,
    reason="after one blank line, a headline may as well be a heading within a story",
)
@pytest.mark.parametrize(
    ("one", "second"),
    [
        ("one.en", "A reserve at last\n\nThe government plans a bitcoin reserve."),
        ("one.fr", "Une réserve enfin\n\nLe pays prévoit une réserve de bitcoins."),
    ],
)
def test_one_blank_line_parts_articles_in_one_language(one: str, second: str) -> None:
    """The state that the first one spoke of is none of the second one's."""
    assert is_apart(OWN[one], 1, second)


@given(
    st.lists(st.sampled_from(sorted(ARTICLES.values())), min_size=2, max_size=4),
    st.integers(2, 6),
)
@settings(max_examples=40, deadline=None)
def test_any_number_of_articles_in_a_file(texts: list[str], blank: int) -> None:
    """Each is read as if it stood alone."""
    *before, last = texts
    assert is_apart(("\n" + "\n" * blank).join(before), blank, last)
