"""Numbers and amounts read back from what a locale writes."""

from decimal import Decimal

import pytest

from sovcrypto.errors import InvalidText
from sovcrypto.l10n import Formatter
from sovcrypto.values import Amount

NUMBERS = [
    ("fr", "1\u202f234,5", "1234.5"),
    ("fr", "1 234,5", "1234.5"),
    ("fr", "mille", "1000"),
    ("de", "1.234,5", "1234.5"),
    ("de-CH", "1'234.5", "1234.5"),
    ("hi", "12,34,567.5", "1234567.5"),
    ("ar-EG", "١٬٢٣٤٫٥", "1234.5"),
    ("ar-EG", "1٬234٫5", "1234.5"),
    ("zh-u-nu-hanidec", "一,二三四.五", "1234.5"),
    ("sv", "\u2212123,5", "-123.5"),
    ("sv", "-123,5", "-123.5"),
    ("sv", "1,235×10^−4", "0.0001235"),
    ("en", "1.5 million", "1500000"),
    ("en", "1.2K", "1200"),
    ("en", "+5", "5"),
]
AMOUNTS = [
    ("en", "more than 6,200 BTC", ">6200 BTC"),
    ("en", "More than 6,200 btc", ">6200 BTC"),
    ("en", ">6,200 BTC", ">6200 BTC"),
    ("en", "$1.25T", "1250000000000 USD"),
    ("en-AU", "$5", "5 AUD"),
    ("en", "about 745 million US dollars", "~745000000 USD"),
    ("en", "about 745M US dollars", "~745000000 USD"),
    ("fr", "plus d’environ 6 200 BTC", "~>6200 BTC"),
    ("fr", "entre 15 et 20 millions de personnes", ">=15000000 <=20000000 persons"),
    ("en", "between 900,000 and 1.2 million people", ">=900000 <=1200000 persons"),
    ("en", "between 4 and 5%", ">=4 <=5 %"),
    ("en", "between $5.00 and $7.00", ">=5.00 <=7.00 USD"),
    ("en", "$5.00 – $7.00", ">=5.00 <=7.00 USD"),
    ("en", "-$5.00–3.00", ">=-5.00 <=-3.00 USD"),
    ("en", "-5 – 3 MW", ">=-5 <=3 MW"),
    ("es", "5-7 MW", ">=5 <=7 MW"),
    ("de", "≈5–7 BTC", "~>=5 <=7 BTC"),
    ("de", "6.200 BTC+", ">=6200 BTC"),
    ("ja", "約7.45億米ドル", "~745000000 USD"),
    ("en", "12,345 sats", "0.00012345 BTC"),
    ("en", "1 sat", "0.00000001 BTC"),
    ("en", "₿6,200", "6200 BTC"),
    ("en", "5 kilowatt-hours", "5 kWh"),
    ("en", "2 EH/s", "2 EH/s"),
    ("ar", "سنتان", "2 years"),
    ("en", "5-7 MW", ">=5 <=7 MW"),
    ("en", "-5--3 MW", ">=-5 <=-3 MW"),
    ("da", "-5-3 MW", ">=-5 <=3 MW"),
    ("da", "≈>5-<7 BTC", "~>5 <7 BTC"),
    ("ja", "BTC 5～<7", ">=5 <7 BTC"),
    ("en", "USD1 500", "500 USD1"),
    ("en", "5 1inch", "5 1INCH"),
    ("en", "USD1", "1 USD"),
    ("en-ES", "6,200 euros", "6200 EUR"),
]
REFUSED = [
    ("en", ""),
    ("en", "bitcoin"),
    ("en", "1,2,3"),
    ("en", "1,23"),
    ("en", "12,34,567"),
    ("fr", "1.5"),
    ("en", "5 pesos"),
    ("en", "+-5"),
    ("en", "5 mW"),
    ("en", "5–7"),
    ("en", "7–5 MW"),
    ("en", "between 5 MW and 7 BTC"),
    ("en", "more than 5"),
    ("en", "5 MW 7"),
    ("en", "9" * 100),
    ("en", "1E+999"),
    ("en", "1E+999999999"),
    ("en", "9" * 10_000),
    ("en", "between " * 120),
]


@pytest.mark.parametrize(("locale", "text", "expected"), NUMBERS)
def test_a_number(locale: str, text: str, expected: str) -> None:
    """In the digits and groups of its locale, or in what looks like them."""
    assert Formatter(locale).parse(text) == Decimal(expected)


@pytest.mark.parametrize(("locale", "text", "expected"), AMOUNTS)
def test_an_amount(locale: str, text: str, expected: str) -> None:
    """With its unit, and with what it leaves open, in words and in signs."""
    assert Formatter(locale).parse(text) == Amount.parse(expected)


@pytest.mark.parametrize(("locale", "text"), REFUSED)
def test_what_is_neither_is_refused(locale: str, text: str) -> None:
    """Groups of a wrong size, units that nobody counts in, absurd numbers."""
    with pytest.raises(InvalidText) as caught:
        Formatter(locale).parse(text)
    assert len(str(caught.value)) < 300


def test_a_round_number_has_its_zeros() -> None:
    """It prints as the number that it is."""
    assert str(Formatter("en").parse("6K")) == "6000"
    assert str(Formatter("fr").parse("-1,50 million")) == "-1500000"
    assert str(Formatter("en").parse("1,234.50")) == "1234.50"


def test_strict_is_strict() -> None:
    """No other space, digit or minus sign than the locale's, and no other case."""
    french = Formatter("fr")
    assert french.parse("1\u202f234,5", strict=True) == Decimal("1234.5")
    for text in ("1 234,5", "1\u00a0234,5", "١\u202f٢٣٤,٥", "5 btc"):
        with pytest.raises(InvalidText):
            french.parse(text, strict=True)
    with pytest.raises(InvalidText):
        Formatter("sv").parse("-5", strict=True)
    with pytest.raises(InvalidText):
        Formatter("ar-EG").parse("5", strict=True)


def test_a_formatter_that_knows_what_it_counts_gives_numbers_back() -> None:
    """And an amount of whatever else stands there."""
    euros = Formatter("de", style="currency", currency="EUR")
    assert euros.parse("5,00 €") == euros.parse("5 EUR") == Decimal(5)
    assert euros.parse("5,00 $") == Amount.exactly("5.00", "USD")
    assert euros.parse(">5,00 €") == Amount.more_than("5.00", "EUR")
    share = Formatter("en", style="percent")
    assert share.parse("12.5%") == Decimal("0.125")
    assert share.parse("~12.5%") == Amount.about("12.5", "%")
    satoshis = Formatter("en", style="unit", unit="sat")
    assert satoshis.parse("12,345 sats") == Decimal(12345)
    assert satoshis.parse(">12,345 sats") == Amount.more_than("0.00012345", "BTC")
    money = Formatter(
        "en", style="currency", currency="USD", currency_sign="accounting"
    )
    assert money.parse("($5.00)") == Decimal(-5)
    far = Formatter("en", style="unit", unit="kilometer", unit_display="long")
    assert far.parse("5 kilometers") == Decimal(5)


def test_a_symbol_with_several_owners_is_an_error() -> None:
    """A narrow dollar may be any of twenty."""
    narrow = Formatter("en", currency_display="narrowSymbol")
    with pytest.raises(InvalidText, match="it may be ARS, AUD"):
        narrow.parse("$5.00")
    assert narrow.parse("€5.00") == Amount.exactly("5.00", "EUR")


def test_only_a_text_is_read() -> None:
    """A number is none."""
    with pytest.raises(InvalidText):
        Formatter("en").parse(5)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
