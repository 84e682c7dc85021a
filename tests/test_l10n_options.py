"""The options of a formatter: what each does, and what is refused."""

import json
import zlib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sovcrypto import _data
from sovcrypto.errors import InvalidAmount, InvalidOption, UnitMismatch
from sovcrypto.l10n import Formatter, NumberOptions, Part, tables
from sovcrypto.values import Amount, Period

ARCHIVE = Path(_data.__file__).parent / "l10n" / "cldr.bin"
DOLLARS: NumberOptions = {"style": "currency", "currency": "USD"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"notation": "tiny"}, "notation='tiny' is not one of 'standard', 'compact'"),
        ({"style": "money"}, "style='money' is not one of 'decimal', 'currency'"),
        (
            {"style": "currency"},
            "currency=None is not a code such as 'USD', which style='currency' n",
        ),
        (
            {"style": "unit"},
            "unit=None is not a code such as 'MW', which style='unit' needs",
        ),
        ({"currency": "USD"}, "currency='USD' is not possible with style='decimal'"),
        ({"unit": "MW"}, "unit='MW' is not possible with style='decimal'"),
        ({"style": "currency", "currency": "usd"}, "did you mean 'USD'?"),
        ({"style": "currency", "currency": "MW"}, "currency='MW' is not a currency"),
        ({"style": "unit", "unit": "megawat"}, "did you mean 'megawatt'?"),
        ({"maximum_fraction_digits": 101}, "is not a whole number from 0 to 100"),
        ({"maximum_fraction_digits": -1}, "=-1 is not a whole number from 0 to 100"),
        ({"maximum_fraction_digits": True}, "=True is not a whole number"),
        ({"minimum_significant_digits": 0}, "=0 is not a whole number from 1 to 100"),
        (
            {"minimum_fraction_digits": 3, "maximum_fraction_digits": 2},
            "minimum_fraction_digits=3 is not at most 2, which is maximum_fraction",
        ),
        ({"use_grouping": 1}, "use_grouping=1 is not one of 'auto', 'always', 'min2'"),
        ({"rounding_mode": "up"}, "rounding_mode='up' is not one of 'ceil', 'floor'"),
        ({"numbering_system": "roman"}, "numbering_system='roman' is not 'native' or"),
        ({"numbering_system": "hanidc"}, "did you mean 'hanidec'?"),
        ({"maximumFractionDigits": 2}, "did you mean 'maximum_fraction_digits'?"),
        ({"colour": "red"}, "colour='red' is not possible: a Formatter has no such"),
    ],
)
def test_a_bad_option_is_an_error_at_once(
    options: dict[str, Any], message: str
) -> None:
    """It names the option, the value and what was expected."""
    with pytest.raises(InvalidOption) as caught:
        Formatter("en", **options)
    assert message in str(caught.value)
    assert caught.value.option in options or "None" in message


def test_signs_rounding_and_grouping() -> None:
    """A few of each; Intl's answers are in the cases."""
    assert Formatter("en", sign_display="always").format(5) == "+5"
    assert Formatter("en", sign_display="exceptZero").format(0) == "0"
    assert Formatter("en", sign_display="never").format(-5) == "5"
    up = Formatter("en", maximum_fraction_digits=0)
    even = Formatter("en", maximum_fraction_digits=0, rounding_mode="halfEven")
    down = Formatter("en", maximum_fraction_digits=0, rounding_mode="floor")
    assert [it.format("2.5") for it in (up, even)] == ["3", "2"]
    assert [it.format("-2.5") for it in (up, down)] == ["-3", "-3"]
    assert Formatter("es").format(1234) == "1234"
    assert Formatter("es", use_grouping=True).format(1234) == "1.234"
    assert Formatter("en", use_grouping=False).format(12345) == "12345"


@pytest.mark.parametrize(
    ("locale", "value", "expected"),
    [
        ("en", "12345", "12.345E3"),
        ("en", "-999999.9", "-1E6"),
        ("en", "0.00012345", "123.45E-6"),
        ("en", "0", "0E0"),
        ("sv", "0.012", "12×10^−3"),
    ],
)
def test_engineering_goes_up_by_thousands(
    locale: str, value: str, expected: str
) -> None:
    """As Intl writes it; it is read back."""
    engineering = Formatter(locale, notation="engineering")
    assert engineering.format(value) == expected
    rounded = Decimal("-1e6") if "9" in value else Decimal(value)
    assert engineering.parse(expected) == rounded


def test_units_are_short_narrow_or_long() -> None:
    """Narrow ones have no space; a percent sign is that of the locale."""
    shown = [
        Formatter("en", style="unit", unit="MW", unit_display=width).format(5)
        for width in ("short", "narrow", "long")
    ]
    assert shown == ["5 MW", "5MW", "5 megawatts"]
    percent = Formatter("fr", style="unit", unit="%")
    assert percent.format(5) == "5\u00a0%"
    assert percent.parse("5 %") == 5
    assert percent.format(Amount.about(5, "%")) == "environ 5\u00a0%"


def test_whose_digits() -> None:
    """The locale's, those that a tag asks for, those that an option asks for."""
    assert Formatter("ar-EG").format("1234.5") == "١٬٢٣٤٫٥"
    assert Formatter("ar-EG-u-nu-latn").format("1234.5") == "1,234.5"
    assert Formatter("hi", numbering_system="native").format(12) == "१२"
    assert Formatter("zh-Hant-HK-u-nu-hanidec").format(12) == "一二"
    assert Formatter("fr-u-nu-roman").format(12) == "12"  # passed over, as in Intl
    both = Formatter("ar-EG-u-nu-latn", numbering_system="native")
    assert both.format(12) == "١٢"


def test_crypto_assets_are_money_of_their_own_precision() -> None:
    """The ticker stands where currencies do, the sign is the narrow symbol."""
    bitcoin = Amount.exactly("0.12345678", "BTC")
    assert Formatter("en").format(bitcoin) == "BTC\u00a00.12345678"
    assert Formatter("fr").format(bitcoin) == "0,12345678\u00a0BTC"
    signs = Formatter("en", currency_display="narrowSymbol")
    assert signs.format(bitcoin) == "₿0.12345678"
    assert Formatter("en").format(Amount.exactly(5, "USDT")) == "USDT\u00a05"
    satoshis = Formatter("en", style="unit", unit="sat")
    assert satoshis.format(bitcoin) == "12,345,678\u00a0sats"
    assert satoshis.format(1) == "1\u00a0sat"
    assert satoshis.format(Amount.more_than(1, "BTC")) == (
        "more than 100,000,000\u00a0sats"
    )


def test_an_amount_is_counted_in_what_the_formatter_was_told() -> None:
    """Megawatts in gigawatts, a share in percent."""
    gigawatts = Formatter("en", style="unit", unit="GW")
    assert gigawatts.format(Amount.about(2500, "MW")) == "about 2.5 GW"
    percent = Formatter("en", style="percent", maximum_fraction_digits=1)
    assert percent.format(Amount.exactly("12.5", "%")) == "12.5%"
    named = Formatter("en", style="unit", unit="megawatt")
    assert named.format(Amount.exactly(5, "GW")) == "5,000 MW"


def test_parts() -> None:
    """Each piece with the kind that ECMA-402 gives it."""
    dollars = Formatter("en", style="currency", currency="USD", notation="compact")
    assert dollars.to_parts(-1_250_000) == (
        Part("minusSign", "-"),
        Part("currency", "$"),
        Part("integer", "1"),
        Part("decimal", "."),
        Part("fraction", "3"),
        Part("compact", "M"),
    )
    with pytest.raises(InvalidAmount, match="a single figure"):
        dollars.to_parts(Amount.about(5, "USD"))


def test_parts_make_up_the_whole_in_every_locale() -> None:
    """Whatever the notation."""
    options: list[NumberOptions] = [
        {},
        {"notation": "scientific"},
        {"notation": "compact", "compact_display": "long"},
        {"style": "percent"},
        {"style": "unit", "unit": "year", "unit_display": "long"},
        DOLLARS,
    ]
    for locale in tables.locales():
        for each in options:
            formatter = Formatter(locale, **each)
            for value in ("-1234567.5", "2"):
                parts = "".join(part.text for part in formatter.to_parts(value))
                assert parts == formatter.format(value), (locale, each)


def test_what_is_of_the_wrong_type_is_an_error_that_says_so() -> None:
    """And not one from deep inside."""
    english: Any = Formatter("en")
    with pytest.raises(TypeError, match="must be an Amount, not the str '5 BTC'"):
        english.amount("5 BTC")
    with pytest.raises(TypeError, match="must be a Period, not the str '2025'"):
        english.period("2025")
    with pytest.raises(TypeError, match="not the str 'planned'"):
        english.label("planned")
    with pytest.raises(InvalidOption, match="style='tiny' is not one of 'short'"):
        english.period(Period("2025"), style="tiny")
    with pytest.raises(InvalidOption, match="width='narrow' is not one of 'short'"):
        english.country("US", width="narrow")


def test_a_range_counts_one_thing() -> None:
    """In the unit of its beginning; what cannot be converted is an error."""
    english = Formatter("en")
    half, two = Amount.exactly(500, "MW"), Amount.exactly(2, "GW")
    assert english.format_range(half, two) == "500–2,000 MW"
    with pytest.raises(UnitMismatch):
        english.format_range(half, Amount.exactly(5, "BTC"))
    with pytest.raises(TypeError, match="two numbers are needed, or two amounts"):
        english.format_range(half, 5)
    kilometres = Formatter("en", style="unit", unit="kilometer")
    with pytest.raises(UnitMismatch):
        kilometres.format(half)


def test_a_range_whose_ends_look_alike_is_about_one_number() -> None:
    """In words and in signs, as in Intl."""
    close = Amount.parse("~>=5.001 <=5.002 BTC")
    said = [
        Formatter(it, maximum_fraction_digits=0).format(close) for it in ("en", "da")
    ]
    assert said == ["about BTC\u00a05", "~5\u00a0BTC"]


def test_formatters_with_options_are_values() -> None:
    """Equal if locale and options are; the repr says both."""
    assert Formatter("en", **DOLLARS) == Formatter("en", **DOLLARS) != Formatter("en")
    shown = "Formatter('en', style='currency', currency='USD')"
    assert repr(Formatter("en", **DOLLARS)) == shown


def test_the_data_are_small_and_say_where_they_are_from() -> None:
    """Less than 300 kB, with the version and licence of each source."""
    content = ARCHIVE.read_bytes()
    assert len(content) < 300_000
    end = 4 + int.from_bytes(content[:4])
    meta = json.loads(zlib.decompress(content[4:end]))["_meta"]
    assert meta["generator"].startswith("tools/")
    for source in meta["sources"].values():
        assert source["version"] == "48.0.0"
        assert source["licence"] == "Unicode-3.0"
