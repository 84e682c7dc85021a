"""Texts as they come: shadows, stories, sentences, names."""

from __future__ import annotations

import pytest

from sovcrypto.codes import LanguageTag
from sovcrypto.errors import InvalidDocument
from sovcrypto.model import Reserve
from sovcrypto.provenance import Source
from sovcrypto.reading import Document, MentionKind, mentions, read
from sovcrypto.reading.folding import Shadow, fold
from sovcrypto.reading.language import expand, languages
from sovcrypto.reading.naming import names, short_forms
from tests.tables import table


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    document = Document(text)
    spans = [s for section in document.sections for s in section.sentences]
    return [document.shadow.plain[s.start : s.end] for s in spans]


def countries(text: str, language: str) -> list[str]:
    """The countries that a text mentions, in order, each once."""
    found = mentions(Document(text, Source(language=LanguageTag(language))))
    named = (str(m.value) for m in found if m.kind is MentionKind.COUNTRY)
    return list(dict.fromkeys(named))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("États-Unis", b"etats-unis"),
        ("ETATS‑UNIS", b"etats-unis"),
        ("l’Iran", b"l'iran"),
        ("« 6\u202f200 »", b'" 6 200 "'),
        ("İstanbul", b"istanbul"),
        ("São Tomé", b"sao tome"),
    ],
)
def test_folding_forgets_case_accents_and_typography(text: str, folded: bytes) -> None:
    """And keeps the length: one byte for each code point."""
    assert fold(text) == folded
    assert len(folded) == len(text)


@pytest.mark.parametrize(
    "text", ["Bhou\u00adtan", "Bhou\u200btan", "\ufeffBhoutan", "Bho\u0301utan"]
)
def test_silent_characters_do_not_count_but_keep_their_place(text: str) -> None:
    """Soft hyphens, zero-width characters, byte order marks, combining accents."""
    shadow = Shadow.of(text)
    assert shadow.folded == b"bhoutan"
    start, end = shadow.origin(0, len(shadow.folded))
    assert text[start:end].strip("\ufeff") == text.strip("\ufeff")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell. It rose.", ["It fell.", "It rose."]),
        ("The U.S. Treasury met.", ["The U.S. Treasury met."]),
        ("Mt. Gox paid. Users won.", ["Mt. Gox paid.", "Users won."]),
        ("It rose 3.5 times.", ["It rose 3.5 times."]),
        ("« Bien. » Il partit.", ["« Bien. »", "Il partit."]),
        ("Why? Because!", ["Why?", "Because!"]),
        ("- first\n- second", ["first", "second"]),
        ("A headline\nThe text follows.", ["A headline", "The text follows."]),
        ("One\r\nTwo\r\n", ["One", "Two"]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    """Not at abbreviations, initials or decimal points."""
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"), table("countries", "countries")
)
def test_countries_are_known_by_their_names(
    language: str, text: str, expected: list[str]
) -> None:
    """By name, adjective and inhabitant; a place named like one is none."""
    assert countries(text, language) == expected


def test_a_section_has_the_language_of_its_text() -> None:
    """Headlines too short to tell belong to what follows."""
    document = Document(
        "Bitcoin\n\nThe country has said that it will not sell its coins.\n\n"
        "Le pays a dit qu'il ne vendrait pas ses jetons avec les autres."
    )
    assert [section.language for section in document.sections] == ["en", "fr"]


def test_a_short_text_has_the_language_that_its_source_says() -> None:
    """Nothing else tells it."""
    for language in languages():
        source = Source(language=LanguageTag(language))
        (section,) = Document("Bitcoin 2025", source).sections
        assert section.language == language


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_is_no_text_is_refused(text: str) -> None:
    """NUL characters and lone surrogates."""
    with pytest.raises(InvalidDocument):
        Document(text)


def test_names_are_capitalised_runs() -> None:
    """Function words at the head of a sentence are no part of them."""
    text = "The Autorité des marchés financiers met Green Digital."
    assert [text[a:b] for a, b in names(text, 0, len(text), "en")] == [
        "Autorité",
        "Green Digital",
    ]


def test_short_forms_are_learnt_from_brackets() -> None:
    """Only where their letters are the initials."""
    text = "Gelephu Mindfulness City (GMC) and the Bank of Ghana (see below)"
    assert list(short_forms(text, 0, len(text), "en")) == [
        ("GMC", "Gelephu Mindfulness City")
    ]


def test_braces_stand_for_endings() -> None:
    """Several in one word multiply."""
    assert list(expand("{,re}pren{d,nent}")) == [
        "prend",
        "prennent",
        "reprend",
        "reprennent",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "El Salvador holds more\nthan 6,200 BTC, worth about\n745 million dollars.",
        "El Salvador holds more\r\nthan 6,200 BTC,\r\nworth about 745 million dollars.",
    ],
)
def test_a_narrow_column_is_read_as_one_line(text: str) -> None:
    """And its citations point into the text as it was given."""
    (fact,) = read(Document(text))
    assert isinstance(fact, Reserve)
    assert str(fact.quantity) == ">6200 BTC"
    assert fact.citations[0].span == (0, len(text))


def test_headlines_and_lists_keep_their_lines() -> None:
    """A capital letter, a bullet or a full stop begins a new one."""
    assert sentences("Bitcoin rises\nThe coin rose.\n- one\n- two") == [
        "Bitcoin rises",
        "The coin rose.",
        "one",
        "two",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It asked the Tallinn Payments Board.", "Tallinn Payments Board"),
        ("Il écrit au Conseil Lunaire des Jetons.", "Conseil Lunaire des Jetons"),
    ],
)
def test_a_body_that_no_list_knows_is_told_by_its_shape(text: str, name: str) -> None:
    """By a head word and the capitals around it."""
    (body,) = (m for m in mentions(Document(text)) if m.kind is MentionKind.BODY)
    assert (body.value, text[body.start : body.end], body.rule) == (name, name, "shape")
