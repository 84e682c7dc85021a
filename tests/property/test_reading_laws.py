"""Laws of reading: spans, repetition, independence, and no input that breaks it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sovcrypto.errors import SovcryptoError
from sovcrypto.provenance import Source
from sovcrypto.reading import Document, mentions, read
from sovcrypto.reading.folding import Shadow

# Pieces of news, so that random texts mean something now and then.
PIECES = st.sampled_from(
    (
        *(
            "Bhutan",
            "Le Pakistan",
            "El Salvador",
            "L'Iran",
            "KuCoin",
            "the IMF",
            "le FMI",
        ),
        *(
            "holds",
            "détient",
            "plans to",
            "envisage de",
            "rejected",
            "a rejeté",
            "mines",
        ),
        *(
            "mine du",
            "accepts",
            "signed",
            "payments",
            "paiements",
            "more than",
            "plus de",
        ),
        *("environ", "12,000", "6 200", "BTC", "bitcoin", "cryptomonnaies", "2,000 MW"),
        *("$1.25tn", "745 millions de dollars", "in 2021", "en mai", "a reserve", "It"),
        *(
            "une réserve",
            "legal tender",
            "monnaie légale",
            "(GMC)",
            "Gelephu City",
            "il",
        ),
        *(".", ". ", ", ", "\n", "\n\n", "- ", "»", "«", "\u00a0", "\u202f", "\u00ad"),
        *("le pays", "selon", "Saqib", "surplus hydropower", "a memorandum of", "\r\n"),
        *("understanding with", "not binding", "Plus pour vous", "\u0301", "İ", "🪙"),
    )
)
NEWS = st.lists(PIECES, max_size=40).map(" ".join)
ANYTHING = st.text(max_size=200)


@given(NEWS | ANYTHING)
@settings(max_examples=150)
def test_every_span_is_verbatim(text: str) -> None:
    """Citations and mentions lie within the text, and none is empty."""
    try:
        document = Document(text)
    except SovcryptoError:
        return
    for mention in mentions(document):
        assert 0 <= mention.start < mention.end <= len(text)
    for fact in read(document):
        for citation in fact.citations:
            assert citation.span is not None
            start, end = citation.span
            assert 0 <= start < end <= len(text)


@given(NEWS)
@settings(max_examples=60)
def test_reading_twice_gives_the_same(text: str) -> None:
    """In the same order."""
    assert read(Document(text)) == read(Document(text))


@given(NEWS, NEWS)
@settings(max_examples=60)
def test_stories_do_not_know_of_each_other(first: str, second: str) -> None:
    """Two stories in one file say what each says in a file of its own."""
    source = Source(language=None)
    both = Document(f"{first}\n\n\n\n{second}", source)
    alone = [*read(Document(first, source)), *read(Document(second, source))]
    assert [repr(fact) for fact in read(both)] == [repr(fact) for fact in alone]


@given(ANYTHING)
def test_a_shadow_has_the_length_of_its_text(text: str) -> None:
    """One byte for each character that counts, and the way back leads there."""
    try:
        document = Document(text)
    except SovcryptoError:
        return
    shadow = Shadow.of(document.text)
    assert len(shadow.folded) == len(shadow.plain)
    for place in range(len(shadow.plain)):
        start, end = shadow.origin(place, place + 1)
        # The line breaks of a narrow column are spaces in the shadow.
        shown = shadow.plain[place]
        assert text[start:end] == shown or (text[start:end] in "\r\n" and shown == " ")
