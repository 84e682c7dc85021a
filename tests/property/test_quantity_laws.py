"""Laws of finding amounts and dates, whatever a text may say."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcrypto.reading.amounts import FoundAmount, find_amounts
from sovcrypto.reading.dates import FoundPeriod, find_periods
from sovcrypto.reading.folding import Shadow
from sovcrypto.reading.language import languages

# Pieces of which amounts and dates are made, in a bad order as often as in a good one.
PIECES = (
    *("$", "€", "US$", "%", "BTC", "bitcoins", "dollars", "euros", "MW", "kWh", "EH/s"),
    *("million", "millions", "milliards", "billion", "bn", "M", "Md€", "mille", "k"),
    *(
        "plus de",
        "more than",
        "environ",
        "about",
        "jusqu'à",
        "up to",
        "entre",
        "between",
    ),
    *("et", "and", "à", "to", "-", "–", "+", "~", "<", "de", "d'", "of", "in", "en"),
    *(
        "deux",
        "two",
        "cent",
        "hundred",
        "half a",
        "un",
        "a",
        "une dizaine de",
        "or more",
    ),
    *("personnes", "users", "Pakistanais", "Americans", "jetons", "coins", "cents"),
    *(
        "mai",
        "May",
        "2021",
        "2025",
        "12",
        "septembre",
        "last year",
        "Q1",
        "fin",
        "until",
    ),
    *(
        "par mois",
        "per month",
        "/kWh",
        ".",
        ",",
        ":",
        "/",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "’",
    ),
    *(
        "6 200",
        "6\u202f200",
        "1,25",
        "1.25",
        "5,689",
        "1'000",
        "0",
        "99999999",
        "1.2.3",
    ),
    *("mil", "Millionen", "mil millones", "y", "e", "bis", "über", "hasta", "bilhões"),
    *("\u200b", "\u00ad", "₿", "₹", "İ", "\u0301", "x", "COVID-19", "#5"),
)
pieced = st.lists(st.sampled_from(PIECES), max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
texts = st.one_of(pieced, st.text(max_size=80))
tongues = st.sampled_from(languages())


def amounts_of(text: str, language: str) -> list[FoundAmount]:
    """Find the amounts of a text."""
    return find_amounts(Shadow.of(text), language)


def periods_of(text: str, language: str) -> list[FoundPeriod]:
    """Find the dates of a text beside its amounts."""
    shadow = Shadow.of(text)
    taken = [(found.start, found.end) for found in find_amounts(shadow, language)]
    return find_periods(shadow, language, taken=taken)


@given(texts, tongues)
def test_any_text_can_be_read(text: str, language: str) -> None:
    """No text raises anything."""
    amounts_of(text, language)
    periods_of(text, language)


@given(texts, tongues)
def test_reading_twice_gives_the_same(text: str, language: str) -> None:
    """Nothing is remembered from one reading to the next."""
    assert amounts_of(text, language) == amounts_of(text, language)
    assert periods_of(text, language) == periods_of(text, language)


@given(texts, tongues)
def test_spans_are_in_order_and_apart(text: str, language: str) -> None:
    """No place of a text belongs to two amounts, or to an amount and a date."""
    amounts = [(found.start, found.end) for found in amounts_of(text, language)]
    periods = [(found.start, found.end) for found in periods_of(text, language)]
    assert amounts == sorted(amounts)
    spans = sorted(amounts + periods)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@given(texts, texts, tongues)
def test_a_blank_line_parts_two_texts(left: str, right: str, language: str) -> None:
    """What stands before a blank line changes nothing after it, nor the other way."""
    whole = f"{left}\n\n{right}"
    shift = len(Shadow.of(left).plain) + 2
    amounts = [(found.start, found.amount) for found in amounts_of(whole, language)]
    assert amounts == [
        *((found.start, found.amount) for found in amounts_of(left, language)),
        *((found.start + shift, found.amount) for found in amounts_of(right, language)),
    ]
    periods = [(found.start, found.period) for found in periods_of(whole, language)]
    assert periods == [
        *((found.start, found.period) for found in periods_of(left, language)),
        *((found.start + shift, found.period) for found in periods_of(right, language)),
    ]


@given(
    st.integers(1, 10**7).filter(lambda number: not 1900 <= number <= 2100),
    st.sampled_from(["plus de {} BTC", "environ {} dollars", "{} %", "{} MW", "{} €"]),
)
def test_the_digits_of_an_amount_stand_in_its_span(number: int, form: str) -> None:
    """A figure is taken from the text as it is printed, grouped or not."""
    grouped = f"{number:,}".replace(",", "\u202f")
    for printed in (str(number), grouped):
        shadow = Shadow.of(f"Il y a {form.format(printed)}, dit-on.")
        [found] = find_amounts(shadow, "fr")
        assert printed in shadow.plain[found.start : found.end]
        assert found.amount.low == Decimal(number)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "hostile",
    [
        "1 ",
        "$",
        "1,",
        "1 111 ",
        "9",
        "a million ",
        "between 1 and ",
        "- 1",
        "mai ",
        "\n1",
        "%1",
        "$5 ",
        "5 a b ",
        "$5 million and 3 BTC, ",
        "number of 3 million, ",
        "< = 5% ",
    ],
)
def test_a_hostile_text_is_read_in_time(hostile: str) -> None:
    """Every look around a number is bounded, however long the text goes on."""
    text = hostile * 10_000
    for language in languages():
        amounts_of(text, language)
        periods_of(text, language)
