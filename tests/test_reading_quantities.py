"""Tests of finding amounts: tables of our own sentences, and what no table can say.

Each line of `cases/quantities.*.jsonl` is a sentence with the amounts that it states,
in order: the span, the amount in the notation of `Amount.parse`, and for a rate what it
is per. A line with `xfail` is known to be read wrong, and says why.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from sovcrypto.errors import UnknownLocale
from sovcrypto.reading.amounts import FoundAmount, find_amounts
from sovcrypto.reading.amounts.numbers import number_words, plain
from sovcrypto.reading.folding import Shadow
from sovcrypto.values import Amount
from tests.tables import CASES, table


def found_in(text: str, language: str) -> list[FoundAmount]:
    """Find the amounts of a text."""
    return find_amounts(Shadow.of(text), language)


@pytest.mark.parametrize(
    ("language", "text", "amounts"), table("quantities", "amounts")
)
def test_a_sentence_gives_its_amounts(
    language: str, text: str, amounts: list[list[str]]
) -> None:
    """Span, amount and rate, all of them and nothing else."""
    shadow = Shadow.of(text)
    got = [
        (text[slice(*shadow.origin(found.start, found.end))], found.amount, found.per)
        for found in find_amounts(shadow, language)
    ]
    want = [
        (case[0], Amount.parse(case[1]), case[2] if len(case) > 2 else None)
        for case in amounts
    ]
    assert got == want


@pytest.mark.parametrize(
    ("language", "enough"),
    [("en", 200), ("fr", 200), ("es", 50), ("de", 50), ("pt", 50), ("it", 50)],
)
def test_there_are_cases_enough(language: str, enough: int) -> None:
    """Every language that is read has a table of sentences."""
    lines = (CASES / f"quantities.{language}.jsonl").read_text("utf-8").splitlines()
    assert len(lines) >= enough


@pytest.mark.parametrize(
    ("text", "language", "rule"),
    [
        ("plus de 6 200 BTC", "fr", "figure/unit+more"),
        ("over $5bn", "en", "figure/sign+more"),
        ("$5bn, then 3 billion more", "en", "figure/implicit"),
        ("between 5 and 8 MW", "en", "range/between"),
        ("5-8 MW", "en", "range/dash"),
        ("5 to 8 MW", "en", "range/to"),
        ("5 and 8 MW", "en", "figure/unit"),
        ("two million dollars", "en", "words/unit"),
        ("It mined bitcoin and has 500 coins.", "en", "figure/coins"),
        ("3 billion of its digital yuan", "en", "figure/of"),
    ],
)
def test_every_amount_says_which_rule_made_it(
    text: str, language: str, rule: str
) -> None:
    """The rule names how the figure was read, where its unit came from, the hedge."""
    assert found_in(text, language)[-1].rule == rule


def test_offsets_refer_to_the_whole_shadow() -> None:
    """A stretch is read by itself, and its spans still lie in the whole text."""
    text = "On a vendu 5 BTC. It sold 6 billion dollars. On a vendu 7 BTC."
    shadow = Shadow.of(text)
    start, end = text.index("It"), text.index("On a vendu 7")
    [found] = find_amounts(shadow, "en", start, end)
    assert text[found.start : found.end] == "6 billion dollars"
    assert found.amount == Amount.exactly(6_000_000_000, "USD")


def test_nothing_outside_of_a_stretch_is_seen() -> None:
    """A hedge before it, or a unit after it, belongs to another section."""
    text = "plus de 6 200 BTC"
    [found] = find_amounts(Shadow.of(text), "fr", 8)
    assert str(found.amount) == "6200 BTC"
    assert not find_amounts(Shadow.of(text), "fr", 0, 13)


def test_a_scale_word_means_what_its_language_says() -> None:
    """A French billion is a million millions, an English one a thousand millions."""
    [french] = found_in("4 billions de dollars", "fr")
    [english] = found_in("4 billion dollars", "en")
    assert french.amount == Amount.exactly(4 * 10**12, "USD")
    assert english.amount == Amount.exactly(4 * 10**9, "USD")


def test_silent_characters_do_not_count() -> None:
    """Soft hyphens and zero-width characters within an amount are looked through."""
    text = "plus de 6\u200b 200 bit\u00adcoins"
    shadow = Shadow.of(text)
    [found] = find_amounts(shadow, "fr")
    assert str(found.amount) == ">6200 BTC"
    assert shadow.origin(found.start, found.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "$" + "9" * 59 + " trillion",
        "$" + "9" * 400,
        "$" + "1 000" * 200,
        "$1,23,4.5.6",
        "1e5 dollars",
        "between 20 and 10 MW",
        "5-5%",
    ],
)
def test_odd_numbers_raise_nothing(text: str) -> None:
    """A number that may not get in is passed over; it is no error of the reader's."""
    for found in found_in(text, "en"):
        assert found.amount.low is None or found.amount.low < 10**30


def test_an_unknown_language_is_refused() -> None:
    """And the languages that can be read are named."""
    with pytest.raises(UnknownLocale, match=r"fr"):
        found_in("5 BTC", "xx")


@pytest.mark.parametrize(
    ("digits", "decimal", "value"),
    [
        (b"1,234.5", ".", "1234.5"),
        (b"1.234,5", ".", "1234.5"),
        (b"1'234'567", ",", "1234567"),
        (b"1,50,000", ".", "150000"),
        (b"0,125", ",", "0.125"),
        (b"12.5", ",", "12.5"),
        (b"1234,567", ".", "1234.567"),
        (b"6 200.5", ",", "6200.5"),
        (b"16.07.2025", ".", None),
        (b"1.2.3", ".", None),
        (b"1.23,456", ",", None),
    ],
)
def test_marks_group_or_begin_decimals(
    digits: bytes, decimal: str, value: str | None
) -> None:
    """By the language where one mark could do either, by their order elsewhere."""
    assert plain(digits, decimal) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two hundred and fifty", 250),
        ("en", "forty-two thousand five hundred", 42500),
        ("en", "between two and three", 3),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "soixante et onze", 71),
        ("fr", "cent vingt mille", 120_000),
        ("fr", "deux, trois", 3),
    ],
)
def test_number_words_are_put_together(language: str, text: str, value: int) -> None:
    """As far back as they are one number and no further."""
    words = number_words(language)
    assert words is not None
    ending = words.ending(text.encode(), len(text))
    assert ending is not None
    assert ending[0] == value
