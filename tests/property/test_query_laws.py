"""Laws of queries and datasets, over random facts and random conditions."""

from __future__ import annotations

from datetime import date
from itertools import combinations, pairwise
from typing import Any, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from sovcrypto.dataset import Dataset
from sovcrypto.fields import Op, Pred, desc
from sovcrypto.model import FACTS, Acquisition, AnyFact, Country, Reserve, Stage
from sovcrypto.query import count
from sovcrypto.values import Truth
from tests.strategies import (
    amounts_of,
    asset_codes,
    country_codes,
    datasets,
    facts,
    names,
    periods,
    records,
    sizes,
)

Condition: TypeAlias = Pred[Reserve]

leaves: st.SearchStrategy[Condition] = st.one_of(
    asset_codes.map(lambda code: Reserve.asset == code),
    country_codes.map(lambda code: Reserve.holder != code),
    st.lists(country_codes, max_size=3).map(Reserve.holder.is_in),
    country_codes.map(lambda code: Reserve.holder > code),
    names.map(lambda name: Reserve.body == name),
    names.map(lambda name: Reserve.body != name),
    names.map(lambda name: Reserve.body <= name),
    names.map(lambda name: Reserve.custodian.startswith(name[:1])),
    names.map(lambda name: Reserve.custodian.contains(name[-1:])),
    st.just(Reserve.body.is_null()),
    st.sampled_from(Stage).map(lambda stage: Reserve.stage == stage),
    st.sampled_from(Acquisition).map(Reserve.acquisition.has),
    sizes.map(lambda size: Reserve.quantity > size),
    sizes.map(lambda size: Reserve.quantity <= size),
    sizes.map(lambda size: Reserve.quantity == size),
    amounts_of("asset").map(lambda amount: Reserve.quantity < amount),
    amounts_of("currency").map(lambda amount: Reserve.value >= amount),
    amounts_of("currency").map(lambda amount: Reserve.value != amount),
    periods.map(lambda period: Reserve.period >= period),
    periods.map(lambda period: Reserve.period < period),
    periods.map(lambda period: Reserve.period == period),
    periods.map(Reserve.period.overlaps),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: two[0] & two[1]),
        st.tuples(inner, inner).map(lambda two: two[0] | two[1]),
        inner.map(lambda one: ~one),
    ),
    max_leaves=12,
)
reserve_data = st.lists(records(Reserve), max_size=8).map(Dataset)
days = st.dates(date(2018, 1, 1), date(2028, 12, 31))


def kept(data: Dataset, condition: Condition, *, may: bool) -> set[Reserve]:
    """The reserves that must, or may, meet a condition."""
    query = data.reserves.where(condition)
    return set(query.maybe() if may else query)


# --- conditions ----------------------------------------------------------------------


@given(reserve_data, conditions)
def test_what_must_match_may_match(data: Dataset, condition: Condition) -> None:
    """`maybe` only ever adds."""
    assert kept(data, condition, may=False) <= kept(data, condition, may=True)


@given(reserve_data, conditions)
def test_negation_keeps_what_cannot_match(data: Dataset, condition: Condition) -> None:
    """`~` swaps must and may, and nothing is lost between the two."""
    everything = set(data.reserves)
    for may in (False, True):
        rest = everything - kept(data, condition, may=not may)
        assert kept(data, ~condition, may=may) == rest


@given(reserve_data, conditions, conditions, st.booleans())
def test_algebra(data: Dataset, one: Condition, other: Condition, may: bool) -> None:  # noqa: FBT001 -- drawn
    """And is intersection, or is union, De Morgan holds, `where` is and."""
    left, right = kept(data, one, may=may), kept(data, other, may=may)
    assert kept(data, one & other, may=may) == left & right
    assert kept(data, one | other, may=may) == left | right
    assert kept(data, ~(one & other), may=may) == kept(data, ~one | ~other, may=may)
    assert kept(data, ~~one, may=may) == left
    query = data.reserves.maybe() if may else data.reserves
    chained = query.where(one).where(other).all()
    assert chained == query.where(one, other).all() == query.where(one & other).all()


def answer(row: Reserve, condition: Condition) -> Truth:
    """Kleene's logic by recursion; the leaves alone are asked of the engine."""
    if condition.op is Op.NOT:
        return ~answer(row, condition.args[0])
    if condition.op in {Op.AND, Op.OR}:
        truths = [answer(row, part) for part in condition.args]
        combine = all if condition.op is Op.AND else any
        return Truth.of(
            must=combine(truth.must for truth in truths),
            may=combine(truth.may for truth in truths),
        )
    alone = Dataset.of(row)
    return Truth.of(
        must=bool(kept(alone, condition, may=False)),
        may=bool(kept(alone, condition, may=True)),
    )


@given(reserve_data, conditions)
def test_trees_are_evaluated_as_kleene_says(
    data: Dataset, condition: Condition
) -> None:
    """The engine without recursion agrees with the plain definition."""
    answers = {row: answer(row, condition) for row in data.reserves}
    for may in (False, True):
        expected = {
            row for row, truth in answers.items() if (truth.must or may) and truth.may
        }
        assert kept(data, condition, may=may) == expected


@given(datasets, conditions, st.booleans())
def test_any_and_of_are_each_others_reverse(
    data: Dataset,
    condition: Condition,
    may: bool,  # noqa: FBT001 -- drawn
) -> None:
    """Along a relation one comes back to where one started."""
    countries = data.countries.where(Country.reserves.any(condition))
    found = (countries.maybe() if may else countries).values(Country.code)
    assert found == sorted({held.holder for held in kept(data, condition, may=may)})
    back = data.reserves.where(Country.reserves.of(Country.code.is_in(found)))
    assert {held.holder for held in back} == set(found)
    joined = data.countries.where(Country.code.is_in(found)).pairs(Country.reserves)
    assert {held for _, held in joined} == set(back)


# --- order, window, groups -----------------------------------------------------------


@given(reserve_data, conditions)
def test_endings_agree(data: Dataset, condition: Condition) -> None:
    """All of them tell of the same rows, in the order of the dataset."""
    query = data.reserves.where(condition)
    rows = query.all()
    assert rows == list(query) == query.all()
    assert rows == [row for row in data.facts if row in rows]
    assert query.count() == len(rows)
    assert query.exists() is bool(rows)
    assert query.first() == (rows[0] if rows else None)
    assert query.values(Reserve.holder) == [row.holder for row in rows]


@given(reserve_data, st.integers(0, 9), st.integers(0, 9))
def test_a_window_is_a_slice(data: Dataset, offset: int, limit: int) -> None:
    """Of the sorted rows."""
    query = data.reserves.order_by(desc(Reserve.body))
    window = query.offset(offset).limit(limit)
    assert window.all() == query.all()[offset : offset + limit]


@given(reserve_data, st.booleans())
def test_sorting_is_stable_and_complete(data: Dataset, down: bool) -> None:  # noqa: FBT001 -- drawn
    """Sorted by the column, then by position; what has no value comes last."""
    key = desc(Reserve.period) if down else Reserve.period
    rows = data.reserves.order_by(key).all()
    everything = data.reserves.all()
    assert sorted(map(everything.index, rows)) == list(range(len(everything)))
    placed = [r for r in rows if r.period is not None and r.period.resolved]
    assert rows[: len(placed)] == placed
    for before, after in pairwise(placed):
        assert before.period is not None
        assert after.period is not None
        first, then = before.period, after.period
        assert first >= then if down else first <= then
        if first == then:
            assert everything.index(before) < everything.index(after)


@given(reserve_data)
def test_groups_are_a_partition(data: Dataset) -> None:
    """Each row is in one group, and totals of groups are totals of their rows."""
    groups = data.reserves.group_by(Reserve.asset, Reserve.stage).agg(count())
    assert sum(groups.values()) == data.reserves.count()
    for (asset, stage), size in groups.items():
        query = data.reserves.where(Reserve.asset == asset, Reserve.stage == stage)
        assert query.count() == size


@given(reserve_data)
def test_the_latest_per_key_is_one_of_each(data: Dataset) -> None:
    """And asking twice changes nothing."""
    query = data.reserves.latest_per(Reserve.holder, by=Reserve.period)
    assert len(set(query.values(Reserve.holder))) == query.count()
    assert set(query.values(Reserve.holder)) == set(
        data.reserves.values(Reserve.holder)
    )
    assert query.latest_per(Reserve.holder, by=Reserve.period).all() == query.all()


# --- datasets ------------------------------------------------------------------------


@given(datasets, datasets, datasets)
def test_merging(a: Dataset, b: Dataset, c: Dataset) -> None:
    """Commutative up to order, associative, idempotent, with an empty neutral one."""
    assert a | b == b | a
    assert (a | b) | c == a | (b | c) == a.merge(b, c)
    assert ((a | b) | c).facts == (a | (b | c)).facts
    assert a | a == a
    assert (a | Dataset()).facts == (Dataset() | a).facts == a.facts


@given(datasets, datasets)
def test_merging_loses_no_fact_and_no_citation(a: Dataset, b: Dataset) -> None:
    """And adds none."""
    cited = {(fact, c) for data in (a, b) for fact in data for c in fact.citations}
    merged = a | b
    assert {(fact, c) for fact in merged for c in fact.citations} == cited
    assert set(merged) == {*a, *b}
    assert set(merged.sources) == {*a.sources, *b.sources}


@given(st.lists(facts, max_size=6))
def test_facts_of_a_dataset_are_distinct(many: list[AnyFact]) -> None:
    """However often they are given."""
    data = Dataset([*many, *many])
    assert all(one != other for one, other in combinations(data, 2))
    assert data == Dataset(many)
    assert hash(data) == hash(Dataset(reversed(many)))
    assert len(data) == sum(data.query(model).count() for model in FACTS.values())


@given(datasets, days, days)
def test_views_of_time(data: Dataset, one: date, other: date) -> None:
    """Knowledge only grows; the two axes and repeated views commute."""
    early, late = sorted((one, other))
    assert set(data.known_by(early)) <= set(data.known_by(late)) <= set(data)
    assert data.known_by(late).known_by(early) == data.known_by(early)
    assert data.known_by(one).as_of(other) == data.as_of(other).known_by(one)
    assert data.as_of(one).as_of(one) == data.as_of(one)
    assert set(data.as_of(one)) <= set(data)


@given(datasets, datasets, days)
def test_views_of_a_merger_are_mergers_of_views(
    a: Dataset, b: Dataset, day: date
) -> None:
    """It makes no difference which is done first."""
    assert (a | b).as_of(day) == a.as_of(day) | b.as_of(day)
    assert (a | b).known_by(day) == a.known_by(day) | b.known_by(day)


@given(datasets, country_codes)
def test_what_is_about_a_country_names_it(data: Dataset, code: str) -> None:
    """Every fact that is found is there, in order, and has the country in a field."""
    found = data.about(code)
    assert list(found) == [fact for fact in data if fact in found]
    for fact in found:
        values: list[Any] = [getattr(fact, name) for name in type(fact).__columns__]
        named = any(
            value == code or (type(value) is tuple and code in value)
            for value in values
        )
        assert named or type(fact).__name__ == "TradingVolume"
