"""Laws of the formatter, over all locales and all numbers that may get in."""

import unicodedata
from decimal import Decimal

from babel.localedata import locale_identifiers
from hypothesis import assume, given
from hypothesis import strategies as st

from sovcrypto.l10n import Formatter, NumberOptions
from sovcrypto.l10n.plurals import plural_rules
from sovcrypto.values import Amount, Period

LOCALES = st.sampled_from(sorted(locale_identifiers()))
SPEAKING = st.sampled_from(["en", "fr", "fr-CA", "en-IN"])
NUMBERS = st.decimals(
    allow_nan=False,
    allow_infinity=False,
    places=18,
    min_value=-(10**20),
    max_value=10**20,
) | st.integers(min_value=-(10**30), max_value=10**30).map(Decimal)
POSITIVE = NUMBERS.map(abs)
UNITS = st.sampled_from(["BTC", "USD", "MW", "persons", "%", "GWh", "years"])
AMOUNTS = st.one_of(
    st.builds(Amount.exactly, POSITIVE, UNITS),
    st.builds(Amount.about, POSITIVE, UNITS),
    st.builds(Amount.more_than, POSITIVE, UNITS),
    st.builds(Amount.at_least, POSITIVE, UNITS),
    st.builds(Amount.less_than, POSITIVE, UNITS),
    st.builds(Amount.up_to, POSITIVE, UNITS),
)
OPTIONS: list[NumberOptions] = [
    {},
    {"notation": "engineering", "sign_display": "always"},
    {"notation": "compact", "compact_display": "long"},
    {"style": "percent", "minimum_fraction_digits": 2},
    {"style": "unit", "unit": "year", "unit_display": "long"},
    {"style": "unit", "unit": "GWh", "unit_display": "narrow"},
    {"style": "currency", "currency": "EUR", "currency_display": "name"},
    {"style": "currency", "currency": "BTC", "currency_sign": "accounting"},
    {"style": "currency", "currency": "INR", "notation": "compact"},
]
PERIODS = st.dates().map(lambda day: day.isoformat()).filter(lambda d: d < "9999")


def digits(text: str) -> str:
    """Return the decimal digits of a text, whatever their script, as ASCII."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdecimal())


def canonical(value: Decimal) -> str:
    """Return the digits of a number that are not mere zeros at either end."""
    text = f"{value.copy_abs():f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


# --- numbers


@given(LOCALES, NUMBERS)
def test_every_digit_is_written(locale: str, value: Decimal) -> None:
    """In whatever digits, and no other digit with them."""
    written = Formatter(locale, maximum_fraction_digits=100).format(value)
    assert digits(written) == canonical(value).replace(".", "")


@given(LOCALES, NUMBERS, NUMBERS)
def test_different_numbers_read_differently(
    locale: str, one: Decimal, other: Decimal
) -> None:
    """And equal numbers alike, however many zeros they end in."""
    number = Formatter(locale, maximum_fraction_digits=100).format
    assert (number(one) == number(other)) is (one == other)
    padded = f"{one:f}" + ("000" if "." in f"{one:f}" else ".000")
    assert number(one) == number(Decimal(padded))


@given(LOCALES, POSITIVE)
def test_no_digit_of_a_coin_is_lost(locale: str, value: Decimal) -> None:
    """Not in money, and not in an amount."""
    formatter = Formatter(locale)
    expected = canonical(value).replace(".", "")
    assert digits(formatter.format(Amount.exactly(value, "ETH"))) == expected
    assert digits(formatter.amount(Amount.exactly(value, "ETH"))) == expected


@given(SPEAKING, st.integers(min_value=1, max_value=99_999), st.integers(0, 25))
def test_words_for_large_numbers_lose_nothing(
    locale: str, figure: int, zeros: int
) -> None:
    """What is said is "745 million" or all the digits, and never a rounded figure."""
    value = figure * 10**zeros
    said = digits(Formatter(locale).amount(Amount.exactly(value, "USD")))
    assert said.rstrip("0") == str(value).rstrip("0")


@given(LOCALES, NUMBERS, st.sampled_from(OPTIONS))
def test_parts_make_up_the_whole(
    locale: str, value: Decimal, options: NumberOptions
) -> None:
    """Whatever the style and the notation."""
    formatter = Formatter(locale, **options)
    parts = "".join(part.text for part in formatter.to_parts(value))
    assert parts == formatter.format(value)


# --- amounts


@given(LOCALES, AMOUNTS)
def test_every_locale_says_every_amount(locale: str, amount: Amount) -> None:
    """None raises, and what is vague is told from what is exact."""
    formatter = Formatter(locale)
    said = formatter.amount(amount)
    assert said
    bound = amount.low if amount.low is not None else amount.high
    exact = formatter.amount(Amount.exactly(bound or 0, amount.unit))
    plain = amount.is_point and not amount.approximate
    assert (said == exact) is plain


@given(SPEAKING, AMOUNTS, AMOUNTS)
def test_different_amounts_are_said_differently(
    locale: str, one: Amount, other: Amount
) -> None:
    """What a source left open is never lost in words."""
    amount = Formatter(locale).amount
    assert (amount(one) == amount(other)) is (one == other)


# --- periods


@given(LOCALES, PERIODS, st.sampled_from(["{}", "{}~", "{}/..", "../{}"]))
def test_every_locale_says_every_day(locale: str, day: str, notation: str) -> None:
    """By its day, its month and its year."""
    for text in (day, day[:7], day[:4]):
        assume(int(text[:4]) > 0)
        assert Formatter(locale).period(Period(notation.format(text))).strip()


# --- plurals


@given(LOCALES, NUMBERS)
def test_plural_categories_are_those_of_the_language(locale: str, n: Decimal) -> None:
    """A rule never answers with a form that the language lacks."""
    rules = plural_rules(locale.replace("_", "-"))
    plain = f"{abs(n):,f}"
    assert rules.category(plain) in rules.categories
    assert rules.category(plain, exponent=6) in rules.categories
