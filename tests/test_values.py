"""Amounts, periods and numbers: examples, and what may not get in."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from decimal import Decimal
from operator import add, mul, sub
from typing import Any, cast

import attrs
import pytest

from sovcrypto.errors import InvalidAmount, InvalidCode, InvalidPeriod, UnitMismatch
from sovcrypto.values import Amount, Number, Period, Precision, Truth, number

# --- numbers -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (6200, "6200"),
        ("6200.50", "6200.50"),
        ("1.25e12", "1.25E+12"),
        (Decimal("0.00012345"), "0.00012345"),
        ("-5", "-5"),
        (10**40, "1" + "0" * 40),
    ],
)
def test_a_number_is_kept_as_written(given: Number, expected: str) -> None:
    """Digits, and the zeros at the end that tell precision, stay."""
    assert str(number(given)) == expected


@pytest.mark.parametrize("zero", ["-0", "-0.0", Decimal("-0"), 0])
def test_zero_has_no_sign(zero: Number) -> None:
    """Minus nothing is nothing."""
    assert not number(zero).is_signed()


@pytest.mark.parametrize(
    "given",
    [
        "",
        " ",
        "NaN",
        "sNaN",
        "Infinity",
        "-inf",
        "1e400",
        "1e999999999",
        "1E-41",
        "9" * 61,
        "9" * 5000,
        "1_000",
        "1,000",
        "1 000",
        "٤٢",
        "４２",
        "½",
        "0x10",
        "+5",
        ".5",
        "5.",
        "5\n",
        "--5",
        "1e",
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("-Infinity"),
        Decimal("1e999999"),
        10**61,
        pytest.param(10**5000, id="10**5000"),
    ],
)
def test_what_is_no_plain_number_stays_outside(given: Number) -> None:
    """NaN, absurd sizes, other digits, separators: `InvalidAmount`, shown short."""
    with pytest.raises(InvalidAmount) as caught:
        number(given)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "given", [1.5, 0.1, float("nan"), True, False, None, b"5", [5]]
)
def test_what_was_never_written_as_a_number_is_a_type_error(given: object) -> None:
    """A float is not what was written, a bool is no number."""
    with pytest.raises(TypeError, match="must be a Decimal, an int or a text"):
        number(cast("Any", given))


# --- amounts: notation and construction ----------------------------------------------


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (Amount.exactly(6200, "BTC"), "6200 BTC"),
        (Amount.about("745e6", "USD"), "~745000000 USD"),
        (Amount.more_than(6200, "BTC"), ">6200 BTC"),
        (Amount.at_least(5, "MW"), ">=5 MW"),
        (Amount.less_than(5, "MW"), "<5 MW"),
        (Amount.up_to("0.5", "%"), "<=0.5 %"),
        (Amount.between(15, 20, "persons"), ">=15 <=20 persons"),
        (
            Amount(low=5, high=7, low_open=True, high_open=True, unit="EH/s"),
            ">5 <7 EH/s",
        ),
        (Amount(low=5, high=7, unit="BTC", approximate=True), "~>=5 <=7 BTC"),
        (Amount.exactly("0.00012345", "BTC"), "0.00012345 BTC"),
        (Amount.exactly("1.10", "BTC"), "1.10 BTC"),
        (Amount.exactly(-3, "USD"), "-3 USD"),
        (Amount.exactly("1.25e12", "USD"), "1250000000000 USD"),
    ],
)
def test_an_amount_is_written_and_read(amount: Amount, text: str) -> None:
    """Each constructor has a notation, and `parse` reads it back."""
    assert str(amount) == text
    assert Amount.parse(text) == amount
    assert repr(amount) == f"Amount.parse({text!r})"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6200",
        "BTC",
        " BTC",
        "~ BTC",
        "6200  BTC",
        "6 200 BTC",
        "6,200 BTC",
        "> 6200 BTC",
        ">7 <5 BTC",
        ">5 <5 BTC",
        "<7 >5 BTC",
        "6200 BTC\n",
        "٤٢ BTC",
        "1_000 BTC",
        "1e999 BTC",
        "NaN BTC",
    ],
)
def test_what_is_no_amount_is_refused(text: str) -> None:
    """One notation, read strictly."""
    with pytest.raises(InvalidAmount):
        Amount.parse(text)


@pytest.mark.parametrize("text", ["5 btc", "5 mw", "5 B", "5 $", "5 " + "x" * 10_000])
def test_what_is_no_unit_is_refused(text: str) -> None:
    """The unit is named in the error, cut short where it is long."""
    with pytest.raises(InvalidCode) as caught:
        Amount.parse(text)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize(
    "bounds",
    [
        {},
        {"low": 7, "high": 5},
        {"low": 5, "high": 5, "low_open": True},
        {"low": 5, "high_open": True},
        {"high": 5, "low_open": True},
    ],
)
def test_bounds_that_make_no_sense_are_refused(bounds: dict[str, Any]) -> None:
    """No bound at all, low above high, an open bound that isn't there."""
    with pytest.raises(InvalidAmount):
        Amount(unit="BTC", **bounds)


@pytest.mark.parametrize("value", [1.5, True, None])
def test_no_float_and_no_bool_becomes_an_amount(value: object) -> None:
    """Not by any constructor."""
    for make in (Amount.exactly, Amount.about):
        with pytest.raises((TypeError, InvalidAmount)):
            make(cast("Any", value), "BTC")


def test_an_amount_is_a_value() -> None:
    """Equal by what is stated, hashable, frozen, copied and pickled whole."""
    amount = Amount.more_than("6200.0", "BTC")
    assert amount == Amount.more_than(6200, "BTC")
    assert hash(amount) == hash(Amount.more_than(6200, "BTC"))
    assert amount != Amount.at_least(6200, "BTC")
    assert pickle.loads(pickle.dumps(amount)) == copy.deepcopy(amount) == amount  # noqa: S301 -- our own
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        amount.low = Decimal(1)  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]


# --- amounts: comparison and arithmetic ----------------------------------------------

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("text", "limit", "gt", "ge", "lt", "eq"),
    [
        ("6200 BTC", 6199, YES, YES, NO, NO),
        ("6200 BTC", 6200, NO, YES, NO, YES),
        (">6200 BTC", 6200, YES, YES, NO, NO),
        (">6200 BTC", 7000, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (">=6200 BTC", 6200, UNKNOWN, YES, NO, UNKNOWN),
        ("<6200 BTC", 6200, NO, NO, YES, NO),
        ("<=6200 BTC", 6200, NO, UNKNOWN, UNKNOWN, UNKNOWN),
        (">=15 <=20 BTC", 15, UNKNOWN, YES, NO, UNKNOWN),
        (">=15 <=20 BTC", 21, NO, NO, YES, NO),
        # "about 6,200" was rounded to hundreds: 6,150 to 6,250
        ("~6200 BTC", 6100, YES, YES, NO, NO),
        ("~6200 BTC", 6200, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        ("~6200 BTC", 6251, NO, NO, YES, NO),
    ],
)
def test_comparison_answers_in_three_values(
    *, text: str, limit: int, gt: Truth, ge: Truth, lt: Truth, eq: Truth
) -> None:
    """Certain where the bounds settle it, unknown where they do not."""
    amount = Amount.parse(text)
    assert [amount.gt(limit), amount.ge(limit)] == [gt, ge]
    assert [amount.lt(limit), amount.eq(limit)] == [lt, eq]
    assert amount.le(limit) is ~gt


def test_different_things_are_not_compared() -> None:
    """BTC and USD have no order, MW and GW have one."""
    with pytest.raises(UnitMismatch) as caught:
        Amount.exactly(1, "BTC").gt(Amount.exactly(1, "USD"))
    assert (caught.value.left, caught.value.right) == ("USD", "BTC")
    assert Amount.exactly(2, "GW").eq(Amount.exactly(2000, "MW")).must
    assert Amount.exactly(2, "years").eq(Amount.exactly(24, "months")).must


def test_a_truth_has_no_truth_value() -> None:
    """`if a.gt(b)` would guess."""
    with pytest.raises(TypeError, match=r"\.must or \.may"):
        bool(Truth.UNKNOWN)


@pytest.mark.parametrize(
    ("left", "right", "total"),
    [
        ("1 BTC", "2 BTC", "3 BTC"),
        (">1 BTC", "2 BTC", ">3 BTC"),
        ("~1 BTC", "2 BTC", "~3 BTC"),
        (">=1 <=2 BTC", "<3 BTC", "<5 BTC"),
        ("2 GW", "500 MW", "2.5 GW"),
        ("0.1 BTC", "0.2 BTC", "0.3 BTC"),
    ],
)
def test_amounts_add_as_intervals(left: str, right: str, total: str) -> None:
    """Each bound is the sum of the bounds; vagueness is never lost."""
    assert Amount.parse(left) + Amount.parse(right) == Amount.parse(total)


def test_a_sum_without_any_bound_is_refused() -> None:
    """More than 1 and less than 3 make anything at all."""
    with pytest.raises(InvalidAmount, match="a sum with at least one bound"):
        _ = Amount.more_than(1, "BTC") + Amount.less_than(3, "BTC")


def test_a_total_counts_from_zero() -> None:
    """What is counted cannot be negative: less than 3 is 0 at least."""
    total = Amount.total([Amount.more_than(1, "BTC"), Amount.less_than(3, "BTC")])
    assert total == Amount.more_than(1, "BTC")


def test_sums_and_products_with_other_types_are_type_errors() -> None:
    """A bare number has no unit to be added, a float no place at all."""
    amount: Any = Amount.exactly(5, "BTC")
    assert 2 * amount == amount * 2 == Amount.exactly(10, "BTC")
    for compute, wrong in ((add, 5), (sub, 5), (mul, 1.5)):
        with pytest.raises(TypeError):
            compute(amount, wrong)
    with pytest.raises(TypeError):
        assert amount < 6


def test_turning_the_sign_loses_no_digit() -> None:
    """An amount in the smallest unit of an 18-decimal asset has thirty digits."""
    digits = "123456789012.345678901234567891"
    assert (-Amount.exactly(digits, "ETH")).low == Decimal(f"-{digits}")


@pytest.mark.parametrize("text", ["~1e-40 BTC", f"~{'1' * 40}.{'1' * 20} BTC"])
def test_every_amount_that_got_in_can_be_compared(text: str) -> None:
    """A hedge needs half a digit more than the figure has."""
    assert Amount.parse(text).ge(0).must


# --- periods -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "precision", "start", "end"),
    [
        # EDTF (ISO 8601-2), level 0: date, and interval
        ("2025", Precision.YEAR, date(2025, 1, 1), date(2026, 1, 1)),
        ("2025-05", Precision.MONTH, date(2025, 5, 1), date(2025, 6, 1)),
        ("2025-12", Precision.MONTH, date(2025, 12, 1), date(2026, 1, 1)),
        ("2025-05-13", Precision.DAY, date(2025, 5, 13), date(2025, 5, 14)),
        ("2024-02-29", Precision.DAY, date(2024, 2, 29), date(2024, 3, 1)),
        ("2021/2027", Precision.INTERVAL, date(2021, 1, 1), date(2028, 1, 1)),
        (
            "2025-05/2025-07-16",
            Precision.INTERVAL,
            date(2025, 5, 1),
            date(2025, 7, 17),
        ),
        # level 1: approximate, and an open end
        ("2025~", Precision.YEAR, date(2025, 1, 1), date(2026, 1, 1)),
        ("2021/..", Precision.INTERVAL, date(2021, 1, 1), None),
        ("../2027", Precision.INTERVAL, None, date(2028, 1, 1)),
        # level 2: a quarter, as it is written more often
        ("2025-Q4", Precision.QUARTER, date(2025, 10, 1), date(2026, 1, 1)),
        # ours: the source left the year out
        ("XXXX-05", Precision.MONTH, None, None),
        ("XXXX-02-29", Precision.DAY, None, None),
        ("9998", Precision.YEAR, date(9998, 1, 1), date(9999, 1, 1)),
        ("0001-01-01", Precision.DAY, date(1, 1, 1), date(1, 1, 2)),
    ],
)
def test_the_subset_of_edtf(
    text: str, precision: Precision, start: date | None, end: date | None
) -> None:
    """Each form is read, kept as written, and knows its first day and the day after."""
    period = Period(text)
    assert str(period) == text
    assert period.precision is precision
    assert (period.start, period.end) == (start, end)
    assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301 -- our own


@pytest.mark.parametrize(
    ("text", "canonical"),
    [("2025-33", "2025-Q1"), ("2025-36~", "2025-Q4~"), ("2025/2025", "2025")],
)
def test_other_spellings_become_the_usual_one(text: str, canonical: str) -> None:
    """One period has one notation."""
    assert Period(text) == Period(canonical)
    assert str(Period(text)) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "en mai",
        "0000",
        "9999",
        "10000",
        "25",
        "2025-5",
        "2025-00",
        "2025-13",
        "2025-02-29",
        "2025-04-31",
        "2025-05-00",
        "2025-Q0",
        "2025-Q5",
        "2025-37",
        "2025-34-05",
        "20250101",
        "2025-W01-1",
        "2025-05-13T10:00",
        "2025-05-13 ",
        "2025\n",
        "２０２５",
        "٢٠٢٥",
        "2025/",
        "/2025",
        "..",
        "../..",
        "2025/2024",
        "2025-06/2025",
        "2021/2022/2023",
        "XXXX",
        "XXXX-Q1/2025",
        "XXXX-02-30",
        "~",
        "2025~~",
        "2025?",
        "-0044",
        "2025-05-13/14",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    """Impossible days, week dates, times, other digits: one error, with the text."""
    with pytest.raises(InvalidPeriod) as caught:
        Period(text)
    assert caught.value.value == text
    assert "is not a date such as 2025" in str(caught.value)


def test_a_year_is_not_its_first_day() -> None:
    """They differ, and the day lies within the year."""
    assert Period("2025") != Period("2025-01-01")
    assert Period("2025-01-01") in Period("2025")
    assert Period("2025") not in Period("2025-01-01")
    assert date(2025, 12, 31) in Period("2025")
    assert date(2026, 1, 1) not in Period("2025")


def test_periods_sort_by_their_first_day() -> None:
    """Then by their last; those without a year come after all others."""
    texts = ["XXXX-01", "2025-05", "2025", "../2027", "2025-01", "2024-Q4", "2025~"]
    expected = ["../2027", "2024-Q4", "2025-01", "2025", "2025~", "2025-05", "XXXX-01"]
    assert [str(period) for period in sorted(map(Period, texts))] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("XXXX-05", "2025-07-16", "2025-05"),
        ("XXXX-07", "2025-07-16", "2025-07"),
        ("XXXX-12", "2025-07-16", "2024-12"),
        ("XXXX-12-24~", "2025-07-16", "2024-12-24~"),
        ("2020-05", "2025-07-16", "2020-05"),
        ("XXXX-05", "../2025", "XXXX-05"),
    ],
)
def test_a_missing_year_is_the_documents_or_the_one_before(
    text: str, published: str, expected: str
) -> None:
    """News tells of what has happened."""
    assert Period(text).resolve(Period(published)) == Period(expected)


def test_a_leap_day_resolves_to_the_last_one() -> None:
    """On "29 February" an article of 2025 means 2024, or it stays unresolved."""
    resolved = Period("XXXX-02-29").resolve(Period("2025-07-16"))
    assert resolved in {Period("2024-02-29"), Period("XXXX-02-29")}


@pytest.mark.parametrize("wrong", [2025, None, date(2025, 5, 13)])
def test_a_period_is_made_of_text(wrong: object) -> None:
    """A number or a `datetime.date` is told what is wanted."""
    with pytest.raises((TypeError, InvalidPeriod)):
        Period(cast("Any", wrong))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025", "2025-05", True),
        ("2025-05", "2025-06", False),
        ("2021/..", "2030", True),
        ("../2020", "2021", False),
        ("2025-Q2", "2025-06-30", True),
    ],
)
def test_overlap(one: str, other: str, *, expected: bool) -> None:
    """Sharing a day, as far as stated."""
    assert Period(one).overlaps(Period(other)) is expected
