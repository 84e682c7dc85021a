"""What a formatter writes, it reads back: over all locales and random values."""

from contextlib import suppress
from decimal import Decimal
from typing import Literal

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from sovcrypto import _data
from sovcrypto.errors import InvalidText
from sovcrypto.l10n import Formatter, tables
from sovcrypto.l10n.catalogs import languages
from sovcrypto.values import Amount

# In Sesotho "M" is a million and the loti, in the same place.
AMBIGUOUS = {"st", "st-LS", "st-ZA"}
EVERY = sorted(set(tables.locales()) - AMBIGUOUS)
LOCALES = st.sampled_from(EVERY)
SPEAKING = st.sampled_from([it for it in EVERY if it.partition("-")[0] in languages()])
NUMBERS = st.decimals(
    allow_nan=False,
    allow_infinity=False,
    places=18,
    min_value=-(10**20),
    max_value=10**20,
) | st.integers(min_value=-(10**30), max_value=10**30).map(Decimal)
UNITS = st.sampled_from(["BTC", "ETH", "USD", "EUR", "MW", "GWh", "EH/s", "%", "years"])
FIGURES = st.integers(min_value=1, max_value=10**9) | st.decimals(
    min_value=Decimal("0.01"), max_value=10**9, places=2
)
PAIRS = st.tuples(FIGURES, FIGURES).filter(lambda pair: pair[0] < pair[1])
SINGLE = (
    Amount.exactly,
    Amount.about,
    Amount.more_than,
    Amount.at_least,
    Amount.less_than,
    Amount.up_to,
)
Display = Literal["symbol", "narrowSymbol", "code", "name"]
NOTATIONS: tuple[Literal["scientific"], Literal["engineering"]] = (
    "scientific",
    "engineering",
)
CODES = st.sampled_from(sorted([*_data.currencies(), *_data.assets()]))
DISPLAYS = st.sampled_from(["symbol", "narrowSymbol", "code", "name"])


@st.composite
def intervals(draw: st.DrawFn, units: st.SearchStrategy[str]) -> Amount:
    """Amounts between two figures, hedged or not, either end in or out."""
    low, high = draw(PAIRS)
    return attrs.evolve(
        Amount.between(low, high, draw(units)),
        low_open=draw(st.booleans()),
        high_open=draw(st.booleans()),
        approximate=draw(st.booleans()),
    )


def amounts(units: st.SearchStrategy[str]) -> st.SearchStrategy[Amount]:
    """Amounts of every shape."""
    made = [st.builds(constructor, FIGURES, units) for constructor in SINGLE]
    bounds = st.one_of(made[2:]).map(lambda it: attrs.evolve(it, approximate=True))
    return st.one_of(*made, bounds, intervals(units))


@given(locale=LOCALES, value=NUMBERS, strict=st.booleans())
@settings(deadline=None)
def test_a_number(locale: str, value: Decimal, *, strict: bool) -> None:
    """With all its digits, strictly read or not."""
    formatter = Formatter(locale, maximum_fraction_digits=100)
    assert formatter.parse(formatter.format(value), strict=strict) == value


@given(LOCALES, NUMBERS)
@settings(deadline=None)
def test_a_number_in_scientific_notation_and_a_share(
    locale: str, value: Decimal
) -> None:
    """The power of ten and the percent sign come back as well."""
    for notation in NOTATIONS:
        powers = Formatter(locale, notation=notation, maximum_fraction_digits=100)
        assert powers.parse(powers.format(value)) == value
    share = Formatter(locale, style="percent", maximum_fraction_digits=100)
    assert share.parse(share.format(value)) == value


@given(LOCALES, NUMBERS, CODES, DISPLAYS)
@settings(deadline=None)
def test_money(locale: str, value: Decimal, code: str, display: Display) -> None:
    """By its symbol, its code or its name, where the formatter knows the currency."""
    formatter = Formatter(
        locale,
        style="currency",
        currency=code,
        currency_display=display,
        maximum_fraction_digits=100,
    )
    assert formatter.parse(formatter.format(value)) == value


@given(LOCALES, NUMBERS, NUMBERS, st.sampled_from(["standard", "compact"]))
@settings(deadline=None)
def test_the_larger_number_is_never_written_smaller(
    locale: str,
    one: Decimal,
    other: Decimal,
    notation: Literal["standard", "compact"],
) -> None:
    """However it is rounded."""
    formatter = Formatter(locale, notation=notation)
    low, high = (formatter.parse(formatter.format(it)) for it in sorted((one, other)))
    assert isinstance(low, Decimal)
    assert isinstance(high, Decimal)
    assert low <= high


@given(LOCALES, amounts(UNITS))
@settings(deadline=None)
def test_an_amount_of_running_text(locale: str, amount: Amount) -> None:
    """It comes back by the same constructor, in words and in signs."""
    formatter = Formatter(locale)
    assert formatter.parse(formatter.amount(amount)) == amount


@given(LOCALES, amounts(UNITS))
@settings(deadline=None)
def test_an_amount_as_options_ask(locale: str, amount: Amount) -> None:
    """With codes and the names of units no less."""
    formatter = Formatter(
        locale,
        currency_display="code",
        unit_display="long",
        maximum_fraction_digits=100,
    )
    assert formatter.parse(formatter.format(amount)) == amount


@given(SPEAKING, amounts(st.just("persons")))
@settings(deadline=None)
def test_people(locale: str, amount: Amount) -> None:
    """Where there is a word for them."""
    formatter = Formatter(locale)
    assert formatter.parse(formatter.amount(amount)) == amount


@given(LOCALES, st.text(max_size=40))
@settings(deadline=None)
def test_any_text_is_read_or_refused(locale: str, text: str) -> None:
    """Nothing but what is promised is raised."""
    with suppress(InvalidText):
        Formatter(locale).parse(text)
