"""Laws of amounts and periods, whatever a source may state."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from functools import reduce
from itertools import permutations
from operator import add

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sovcrypto.errors import InvalidAmount, InvalidPeriod, SovcryptoError, UnitMismatch
from sovcrypto.values import Amount, Period, Truth, number
from tests.strategies import amounts, amounts_of, periods, resolved_periods, sizes

# Small whole numbers meet often, which is where bounds matter.
small = st.integers(0, 8).map(Decimal)
bitcoins = amounts(st.just("BTC"), small)
exact_bitcoins = bitcoins.filter(lambda a: not a.approximate)
powers = amounts(st.sampled_from(["kW", "MW", "GW"]), small)


def within(amount: Amount) -> st.SearchStrategy[Decimal]:
    """Numbers that an amount admits: its bounds where closed, and some between."""
    low = Decimal(0) if amount.low is None else amount.low
    high = low + 9 if amount.high is None else amount.high
    if amount.high is not None and amount.low is None:
        low = high - 9
    steps = [low + (high - low) * step / 4 for step in range(5)]
    steps = steps[1:] if amount.low_open else steps
    steps = steps[:-1] if amount.high_open else steps
    return st.sampled_from(steps)


# --- notation ------------------------------------------------------------------------


@given(amounts())
def test_an_amount_reads_what_it_writes(amount: Amount) -> None:
    """`parse` is the inverse of `str`."""
    assert Amount.parse(str(amount)) == amount


@given(periods)
def test_a_period_reads_what_it_writes(period: Period) -> None:
    """The constructor is the inverse of `str`."""
    assert Period(str(period)) == period


@given(st.text(max_size=40))
def test_parsing_is_total(text: str) -> None:
    """Any text gives a value or an error of ours, and nothing else."""
    for parse in (Amount.parse, Period, number):
        with suppress(SovcryptoError):
            assert str(parse(text))


@given(st.text("0123456789-/.~QX", max_size=24))
def test_period_parsing_is_total_near_dates(text: str) -> None:
    """Almost-dates give a date that prints itself, or `InvalidPeriod`."""
    try:
        period = Period(text)
    except InvalidPeriod:
        return
    assert Period(str(period)) == period


@given(st.text("0123456789-+.eE_٤²", min_size=1, max_size=24))
def test_number_parsing_is_total_near_numbers(text: str) -> None:
    """Almost-numbers give a finite Decimal or `InvalidAmount`."""
    try:
        assert number(text).is_finite()
    except InvalidAmount:
        return


# --- comparison in three values ------------------------------------------------------


@given(bitcoins, bitcoins)
def test_what_must_hold_may_hold(left: Amount, right: Amount) -> None:
    """There is no certainty without possibility."""
    for compare in (Amount.gt, Amount.ge, Amount.lt, Amount.le, Amount.eq):
        truth = compare(left, right)
        assert truth.may or not truth.must


@given(powers, powers)
def test_more_is_the_mirror_of_less(left: Amount, right: Amount) -> None:
    """`a > b` is `b < a`, in whatever units of one dimension."""
    assert left.gt(right) is right.lt(left)
    assert left.ge(right) is right.le(left)
    assert left.eq(right) is right.eq(left)


@given(bitcoins, bitcoins)
def test_more_excludes_less(left: Amount, right: Amount) -> None:
    """Not both certainly more and possibly less."""
    assert not (left.gt(right).must and left.lt(right).may)
    assert not (left.gt(right).must and left.eq(right).may)


@given(bitcoins, bitcoins)
def test_one_of_three_may_hold(left: Amount, right: Amount) -> None:
    """Less, equal or more: something is always possible."""
    assert left.lt(right).may or left.eq(right).may or left.gt(right).may


@given(bitcoins, bitcoins)
def test_at_least_is_not_less(left: Amount, right: Amount) -> None:
    """`>=` is the negation of `<` in three values."""
    assert left.ge(right) is ~left.lt(right)
    assert left.le(right) is ~left.gt(right)


@given(st.data(), exact_bitcoins, exact_bitcoins)
def test_certainty_holds_for_every_number_admitted(
    data: st.DataObject, left: Amount, right: Amount
) -> None:
    """What must hold is true of any admitted numbers, and what is true may hold."""
    one, other = data.draw(within(left)), data.draw(within(right))
    truths = ((left.gt(right), one > other), (left.eq(right), one == other))
    for truth, fact in truths:
        assert fact or not truth.must
        assert truth.may or not fact


@given(bitcoins)
def test_a_hedge_never_adds_certainty(amount: Amount) -> None:
    """The stated bounds lie within the hedged ones."""
    plain = Amount(
        low=amount.low,
        high=amount.high,
        unit=amount.unit,
        low_open=amount.low_open,
        high_open=amount.high_open,
    )
    for limit in range(9):
        assert plain.gt(limit).must or not amount.gt(limit).must
        assert plain.lt(limit).must or not amount.lt(limit).must


@given(st.sampled_from(Truth))
def test_negation_swaps_must_and_may(truth: Truth) -> None:
    """Kleene's negation, twice, changes nothing."""
    assert (~truth).must is not truth.may
    assert (~truth).may is not truth.must
    assert ~~truth is truth


# --- sums ----------------------------------------------------------------------------


def summed(*items: Amount) -> Amount | None:
    """The sum, None where nothing bounds it on either side."""
    try:
        return reduce(add, items)
    except InvalidAmount:
        return None


@given(bitcoins, bitcoins)
def test_adding_is_commutative(left: Amount, right: Amount) -> None:
    """The order of two makes no difference."""
    assert summed(left, right) == summed(right, left)


@given(st.lists(amounts_of("asset"), min_size=1, max_size=4))
def test_a_total_of_one_unit_has_it_and_of_two_there_is_none(
    items: list[Amount],
) -> None:
    """Different assets are never added."""
    if len({item.unit for item in items}) > 1:
        with pytest.raises((UnitMismatch, InvalidAmount)):
            Amount.total(items)
    else:
        result = summed(*items)
        assert result is None or result.unit == items[0].unit


@given(st.lists(bitcoins, min_size=3, max_size=3))
def test_a_total_does_not_depend_on_order(items: list[Amount]) -> None:
    """Every order gives the same sum, if any order gives one."""
    sums = {summed(*order) for order in permutations(items)}
    assume(None not in sums)
    assert len(sums) == 1


@given(st.data(), exact_bitcoins, exact_bitcoins)
def test_a_sum_admits_the_sums_of_what_was_added(
    data: st.DataObject, left: Amount, right: Amount
) -> None:
    """No pair of admitted numbers adds up to one that the sum excludes."""
    result = summed(left, right)
    assume(result is not None)
    assert result is not None
    assert result.eq(data.draw(within(left)) + data.draw(within(right))).may


@given(bitcoins)
def test_subtracting_is_adding_the_opposite(amount: Amount) -> None:
    """Negation is its own inverse; an amount less itself may be nothing."""
    opposite = -amount
    assert -opposite == amount
    if amount.low is not None and amount.high is not None:
        assert (amount - amount).eq(0).may


@given(bitcoins, st.integers(1, 5))
def test_multiplying_is_repeated_addition(amount: Amount, times: int) -> None:
    """Of amounts that are not hedged, `a * 3` is `a + a + a`."""
    assert amount * times == summed(*[amount] * times)


@given(powers, st.sampled_from(["W", "kW", "MW", "GW", "TW"]))
def test_conversion_comes_back(amount: Amount, target: str) -> None:
    """To another prefix and back nothing is lost, and nothing has changed in size."""
    there = amount.to(target)
    assert there.to(amount.unit) == amount
    assert there.eq(amount) is amount.eq(amount)


@given(sizes)
def test_a_number_is_kept_to_its_last_digit(value: Decimal) -> None:
    """No float on the way."""
    assert number(format(value, "f")) == value == number(value)


# --- periods -------------------------------------------------------------------------


@given(periods, periods, periods)
def test_periods_are_totally_ordered(a: Period, b: Period, c: Period) -> None:
    """Exactly one of less, equal, more; and order carries over."""
    assert [a < b, a == b, a > b].count(True) == 1
    if a <= b <= c:
        assert a <= c


@given(resolved_periods, resolved_periods)
def test_overlap_is_mutual(a: Period, b: Period) -> None:
    """If one shares a day with the other, so does the other with the one."""
    assert a.overlaps(b) is b.overlaps(a)
    assert a.overlaps(a)
    assert a in a  # noqa: PLR0124 -- a law of containment
    if a in b:
        assert a.overlaps(b)


@given(resolved_periods)
def test_bounds_are_half_open(period: Period) -> None:
    """The start is a day of the period, the end is the day after it."""
    if period.start is not None:
        assert period.start in period
    if period.end is not None:
        assert period.end not in period


@given(periods, resolved_periods)
def test_resolving_gives_a_year_and_looks_back(period: Period, out: Period) -> None:
    """A date without a year gets one that isn't after the document."""
    resolved = period.resolve(out)
    if period.resolved or out.start is None:
        assert resolved == period
    else:
        assert resolved.resolved
        assert resolved.start is not None
        assert resolved.start <= out.start
