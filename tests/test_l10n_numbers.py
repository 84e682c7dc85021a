"""Numbers, money and names of countries against ICU, and in every locale."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from babel.localedata import locale_identifiers

from sovcrypto.errors import InvalidAmount, InvalidCode, UnitMismatch
from sovcrypto.l10n import Formatter
from sovcrypto.l10n.numbers import Width
from sovcrypto.values import Amount, Period

CASES = Path(__file__).parent / "cases" / "l10n_intl.jsonl"
INTL: list[dict[str, Any]] = [
    json.loads(line) for line in CASES.read_text("utf-8").splitlines()[1:]
]
LOCALES = sorted({case["locale"] for case in INTL})


def said(formatter: Formatter, method: str, args: list[str]) -> str:
    """Call one of the methods that the cases name."""
    match method:
        case "number":
            return formatter.number(*args)
        case "money":
            return formatter.money(*args)
        case "percent":
            return formatter.percent(*args)
        case "compact":
            return formatter.compact(*args)
        case "range":
            return formatter.range(*args)
        case _:
            return formatter.country(*args)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_same_is_printed_as_by_icu(locale: str) -> None:
    """Digits, grouping, signs, placement, short forms and names are CLDR's."""
    formatter = Formatter(locale)
    cases = [case for case in INTL if case["locale"] == locale]
    printed = [said(formatter, case["method"], case["args"]) for case in cases]
    assert printed == [case["expected"] for case in cases]


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
            formatter.number(Decimal("-1234567.5")),
            formatter.money(1234, "EUR"),
            formatter.compact(745_000_000, "USD"),
            formatter.range(5, 7, "BTC"),
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
    assert Formatter("en").number(value) == expected


def test_the_digits_of_a_coin_are_all_shown_and_those_of_money_are_usual() -> None:
    """An asset keeps its own precision; a currency has that of CLDR, half up."""
    english = Formatter("en")
    assert english.money("0.000000000000000001", "ETH") == (
        "ETH\u00a00.000000000000000001"
    )
    assert english.money("0.125", "USD") == "$0.13"
    assert english.money("1234.5", "JPY") == "¥1,235"


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
    assert Formatter(locale).compact(amount, width=width) == expected


def test_a_compact_number_is_rounded_to_the_next_word() -> None:
    """999,999 is a million and not a thousand thousand."""
    assert Formatter("en").compact(999_999, "USD") == "$1M"
    assert Formatter("en").compact("999499", "USD") == "$999.5K"
    assert Formatter("fr").compact(1_000_000, "USD", width="long") == (
        "1 million de dollars américains"
    )


@pytest.mark.parametrize(
    ("locale", "unit", "expected"),
    [
        ("en", "MW", "2,000 megawatts"),
        ("fr", "MW", "2\u202f000\u00a0mégawatts"),
        ("de", "MW", "2.000\u00a0Megawatt"),
        ("en", "GWh", "2,000 gigawatt-hours"),
        ("fr", "TWh", "2\u202f000\u00a0térawattheures"),
        ("en", "EH/s", "2,000\u00a0EH/s"),
        ("ja", "GWh", "2,000\u00a0GWh"),
        ("zh", "MW", "2,000兆瓦"),
        ("tr", "years", "2.000 yıl"),
    ],
)
def test_units(locale: str, unit: str, expected: str) -> None:
    """Names are CLDR's, then the catalogue's, then the sign of the unit."""
    assert Formatter(locale).power(2000, unit) == expected


def test_people_are_counted_in_words() -> None:
    """One person, two people; a French million is "de personnes"."""
    english, french = Formatter("en"), Formatter("fr")
    assert [english.persons(n) for n in (1, 2)] == ["1 person", "2 people"]
    assert [french.persons(n) for n in (0, 1, "1.5", 2)] == [
        "0 personne",
        "1 personne",
        "1,5 personne",
        "2 personnes",
    ]
    assert french.persons(1_500_000) == "1,5 million de personnes"
    assert french.persons(1_000_000) == "1 million de personnes"


def test_what_is_no_amount_is_refused() -> None:
    """Floats, NaN and absurd sizes do not get in; nor does a number without a unit."""
    english = Formatter("en")
    with pytest.raises(TypeError, match="not the float"):
        english.number(1.5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    with pytest.raises(InvalidAmount):
        english.number(Decimal("NaN"))
    with pytest.raises(InvalidAmount):
        english.number("1E+999")
    with pytest.raises(TypeError, match="needs a unit"):
        english.money(5)
    with pytest.raises(InvalidCode, match="did you mean 'USD'"):
        english.money(5, "usd")
    with pytest.raises(UnitMismatch):
        english.power(Amount.exactly(5, "USD"))
