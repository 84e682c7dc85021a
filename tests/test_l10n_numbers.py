"""Numbers, money and names of countries against ICU, and in every locale."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from babel.localedata import locale_identifiers

from benchmarks.intl_parity import render
from sovcrypto.errors import InvalidAmount, InvalidOption, UnitMismatch
from sovcrypto.l10n import Formatter
from sovcrypto.l10n.options import Width
from sovcrypto.values import Amount, Period

CASES = Path(__file__).parent / "cases" / "l10n_intl.jsonl"
INTL: list[dict[str, Any]] = [
    json.loads(line) for line in CASES.read_text("utf-8").splitlines()[1:]
]
LOCALES = sorted({case["locale"] for case in INTL})


# Where Intl and CLDR disagree, or Babel's names are of another version of CLDR than
# Intl's. `docs/formatting.md` tells the reasons.
DIFFERENT = {
    "sw": 1,  # the word of a range that is shared stands before the currency's name
    "fr-u-nu-arab": 5,  # the root's patterns of Arabic digits, not the locale's
    "mk": 4,  # a thin space with an ordinary one on either side
    "bn": 1,  # CF
    "ak": 2,  # EUR, IR
}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_is_printed_as_by_icu(locale: str) -> None:
    """Digits, grouping, signs, placement, short forms, ranges and names are CLDR's."""
    cases = [case for case in INTL if case["locale"] == locale]
    different = [
        (case, written)
        for case in cases
        if (written := render(case)) != case["expected"]
    ]
    assert len(different) <= DIFFERENT.get(locale, 0), different


def test_every_locale_of_cldr_speaks() -> None:
    """No locale raises, and none leaves a hole where data is missing."""
    amounts = [
        Amount.parse(text)
        for text in (
            ">6200.00000001 BTC",
            "~745000000 USD",
            ">=15000000 <=20000000 persons",
            "<=2000 MW",
            ">=5 <7 GWh",
            "12.5 %",
            ">1 years",
        )
    ]
    periods = [Period(text) for text in ("2025", "2025-05", "2025-05-13", "2025-Q2")]
    for identifier in locale_identifiers():
        formatter = Formatter(identifier)
        texts = [
            formatter.format(Decimal("-1234567.5")),
            formatter.format(Amount.exactly(1234, "EUR")),
            Formatter(identifier, notation="compact").format(745_000_000),
            formatter.format_range(5, 7),
            formatter.country("SV"),
            formatter.currency("PKR"),
            formatter.list([formatter.country("BT"), formatter.country("IR")]),
            *(formatter.amount(amount) for amount in amounts),
            *(formatter.period(period) for period in periods),
        ]
        for text in texts:
            assert text.strip(), identifier
            assert not set(text) & set("{}¤\0"), (identifier, text)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0.000000000000000001", "0.000000000000000001"),
        ("123456789012.123456789012345678", "123,456,789,012.123456789012345678"),
        ("6200.50", "6,200.5"),
        ("1e20", "100,000,000,000,000,000,000"),
        ("-0", "0"),
    ],
)
def test_no_digit_of_a_number_is_lost(value: str, expected: str) -> None:
    """Neither by the decimal context's 28 digits nor by a pattern's three."""
    assert Formatter("en", maximum_fraction_digits=100).format(value) == expected


def test_the_digits_of_a_coin_are_all_shown_and_those_of_money_are_usual() -> None:
    """An asset keeps its own precision; a currency has that of CLDR, half up."""
    english = Formatter("en")
    ether = Amount.exactly("0.000000000000000001", "ETH")
    assert english.format(ether) == "ETH\u00a00.000000000000000001"
    assert english.format(Amount.exactly("0.125", "USD")) == "$0.13"
    assert english.format(Amount.exactly("1234.5", "JPY")) == "¥1,235"
    assert english.format(Amount.exactly("0.123456789", "BTC")) == "BTC\u00a00.12345679"


@pytest.mark.parametrize(
    ("locale", "width", "expected"),
    [
        ("en", "short", "$1.25T"),
        ("en", "long", "1.25 trillion US dollars"),
        ("fr", "short", "1,25\u00a0Bn\u00a0$US"),
        ("fr", "long", "1,25 billion de dollars américains"),
        ("de", "long", "1,25 Billionen US-Dollar"),
        ("ja", "short", "$1.25兆"),
    ],
)
def test_compact_forms(locale: str, width: Width, expected: str) -> None:
    """A French billion is an English trillion; neither is translated literally."""
    amount = Amount.exactly("1.25e12", "USD")
    if width == "long":
        assert Formatter(locale).amount(amount) == expected
        return
    short = Formatter(locale, notation="compact", maximum_fraction_digits=2)
    assert short.format(amount) == expected


def test_a_compact_number_is_rounded_to_the_next_word() -> None:
    """999,999 is a million and not a thousand thousand."""
    dollars = Formatter("en", style="currency", currency="USD", notation="compact")
    assert dollars.format(999_999) == "$1M"
    assert dollars.format("999499") == "$999K"


@pytest.mark.parametrize(
    ("locale", "unit", "expected"),
    [
        ("en", "MW", "2,000 megawatts"),
        ("fr", "MW", "2\u202f000\u00a0mégawatts"),
        ("de", "MW", "2.000\u00a0Megawatt"),
        ("en", "GWh", "2,000 gigawatt-hours"),
        ("fr", "TWh", "2\u202f000 térawatt-heures"),
        ("en", "EH/s", "2,000\u00a0EH/s"),
        ("ja", "GWh", "2,000 ギガワット時"),
        ("zh", "MW", "2,000兆瓦"),
        ("tr", "years", "2.000 yıl"),
    ],
)
def test_units(locale: str, unit: str, expected: str) -> None:
    """Names are CLDR's, then the catalogue's, then the sign of the unit."""
    assert Formatter(locale).amount(Amount.exactly(2000, unit)) == expected


def test_people_are_counted_in_words() -> None:
    """One person, two people; a French million is "de personnes"."""

    def said(locale: str, count: str) -> str:
        return Formatter(locale).amount(Amount.exactly(count, "persons"))

    assert [said("en", n) for n in ("1", "2")] == ["1 person", "2 people"]
    assert [said("fr", n) for n in ("0", "1", "1.5", "2")] == [
        "0 personne",
        "1 personne",
        "1,5 personne",
        "2 personnes",
    ]
    assert said("fr", "1500000") == "1,5 million de personnes"
    assert said("fr", "1000000") == "1 million de personnes"


def test_a_currency_may_have_a_pattern_for_itself() -> None:
    """Euros are alike in English all over Europe, kronor are those of Sweden."""
    euros = Formatter("en-SE", style="currency", currency="EUR")
    assert euros.format("-12345.5") == "-€12,345.50"
    assert euros.parse("-€12,345.50") == Decimal("-12345.5")
    kronor = Formatter("en-SE", style="currency", currency="SEK")
    assert kronor.format("-12345.5") == "-12\u00a0345,50\u00a0kr"


def test_what_is_no_amount_is_refused() -> None:
    """Floats, NaN and absurd sizes do not get in."""
    english = Formatter("en")
    with pytest.raises(TypeError, match="not the float"):
        english.format(1.5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    for hostile in ("NaN", "-Infinity", "sNaN", "1E+999999", "1E-999999", "9" * 10_000):
        with pytest.raises(InvalidAmount):
            english.format(Decimal(hostile))
        with pytest.raises(InvalidAmount):
            english.format(hostile)
    with pytest.raises(InvalidAmount):
        english.format(10**10_000)
    with pytest.raises(InvalidOption, match="did you mean 'USD'"):
        Formatter("en", style="currency", currency="usd")
    with pytest.raises(UnitMismatch):
        Formatter("en", style="unit", unit="MW").format(Amount.exactly(5, "USD"))
    with pytest.raises(InvalidAmount, match="at most 5, the end of the range"):
        english.format_range(7, 5)
