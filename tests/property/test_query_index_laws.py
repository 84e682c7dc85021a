"""An index changes how an answer is found, and never the answer."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar

import attrs
from hypothesis import given
from hypothesis import strategies as st

from sovcrypto.codes import dimension
from sovcrypto.dataset import Dataset
from sovcrypto.fields import Col, Order, asc, desc
from sovcrypto.model import Country, Mining, Reserve
from sovcrypto.query import Plan, Query, Table, count, total
from sovcrypto.values import Amount, Truth
from tests.property.test_query_laws import Condition, conditions
from tests.strategies import (
    NAMES,
    amounts_of,
    country_codes,
    names,
    records,
    sizes,
)

M = TypeVar("M")
NEVER = sys.maxsize


@attrs.frozen
class Seen:
    """A dataset whose tables make indexes for so many rows and more."""

    data: Dataset
    smallest: int
    tables: dict[type, Table[Any]] = attrs.field(init=False, factory=dict[type, Any])

    def table(self, model: type[M], /) -> Table[M]:
        """The same rows, with indexes of their own."""
        if model not in self.tables:
            rows = self.data.table(model).rows
            self.tables[model] = Table(model, rows, self.smallest)
        return self.tables[model]

    def ask(self, model: type[M]) -> Query[M]:
        """Ask for the rows of a model."""
        return Query(Plan(source=self, model=model))


more: st.SearchStrategy[Condition] = st.one_of(
    conditions,
    conditions,
    st.just(Reserve.asset.is_null()),
    st.just(~Reserve.period.is_null()),
    st.just(Reserve.acquisition.is_null()),
    names.map(lambda name: ~Reserve.body.startswith(name[:2])),
    st.sampled_from(["", "\U0010ffff", "a\U0010ffff"]).map(Reserve.body.startswith),
    st.lists(names, max_size=3).map(Reserve.body.is_in),
    st.lists(sizes, max_size=3).map(Reserve.quantity.is_in),
    amounts_of("asset").map(lambda amount: Reserve.quantity >= amount),
    amounts_of("asset").map(lambda amount: ~(Reserve.quantity > amount)),
    country_codes.map(lambda code: Country.reserves.of(Country.code != code)),
    st.just(Country.reserves.of(Country.mining.any(Mining.operator == NAMES[0]))),
)
columns: st.SearchStrategy[Col[Reserve, Any]] = st.sampled_from(
    [Reserve.holder, Reserve.body, Reserve.period, Reserve.custodian, Reserve.value]
)
orders: st.SearchStrategy[Order[Reserve]] = st.one_of(
    columns.map(asc), columns.map(desc)
)


@st.composite
def asked(draw: st.DrawFn, query: Query[Reserve]) -> Query[Reserve]:
    """Draw a query: conditions, mode, steps, orders, window."""
    query = query.where(*draw(st.lists(more, max_size=3)))
    if draw(st.booleans()):
        query = query.maybe()
    if draw(st.booleans()):
        query = query.filter(lambda held: held.asset != "ETH").where(draw(more))
    elif draw(st.booleans()):
        query = query.latest_per(Reserve.holder, by=Reserve.period).where(draw(more))
    query = query.order_by(*draw(st.lists(orders, max_size=3)))
    query = query.offset(draw(st.integers(0, 3)))
    return query.limit(draw(st.integers(0, 5))) if draw(st.booleans()) else query


def answers(query: Query[Reserve]) -> list[object]:
    """All that a query answers, a failure included."""
    said: list[object] = [query.count(), query.exists()]
    try:
        said += [query.all(), query.first(), query.values(Reserve.period)]
        said.append(query.group_by(Reserve.asset).agg(total(Reserve.quantity), count()))
    except ValueError as error:
        said.append(str(error))
    return said


@given(st.data(), st.lists(records(Reserve), max_size=12).map(Dataset))
def test_indexes_change_no_answer(draw: st.DataObject, data: Dataset) -> None:
    """Neither rows nor their order, nor how many there are."""
    plain, indexed = Seen(data, NEVER), Seen(data, 0)
    query = draw.draw(asked(plain.ask(Reserve)))
    twin = Query(attrs.evolve(query._plan, source=indexed))  # pyright: ignore[reportPrivateUsage]
    assert answers(twin) == answers(query)
    assert answers(twin) == answers(query)
    assert twin.explain().splitlines()[-1] == query.explain().splitlines()[-1]


@given(st.lists(more, max_size=3), st.lists(orders, max_size=3), st.booleans())
def test_a_query_survives_storing(
    asked_for: list[Condition],
    by: list[Order[Reserve]],
    may: bool,  # noqa: FBT001 -- drawn
) -> None:
    """Through JSON, whatever it asks."""
    data = Dataset()
    query = data.reserves.where(*asked_for).order_by(*by)
    query = query.maybe() if may else query
    form = json.loads(json.dumps(query.to_dict()))
    back = Query.from_dict(form, data, Reserve)
    assert repr(back) == repr(query)
    assert back.to_dict() == query.to_dict() == form


@given(
    st.lists(st.one_of(records(Reserve), records(Mining)), max_size=12).map(Dataset),
    more,
    st.booleans(),
)
def test_indexes_change_no_relation(
    data: Dataset,
    condition: Condition,
    may: bool,  # noqa: FBT001 -- drawn
) -> None:
    """Neither in conditions nor in pairs."""
    said: list[object] = []
    for smallest in (0, NEVER):
        query = Seen(data, smallest).ask(Country)
        query = query.where(Country.reserves.any(condition) | Country.mining.any())
        query = query.maybe() if may else query
        said.append((query.all(), query.pairs(Country.reserves)))
    assert said[0] == said[1]


def truth(mine: Amount, theirs: Amount | Decimal, sign: str) -> Truth:
    """What two amounts say themselves, UNKNOWN if they measure different things."""
    if isinstance(theirs, Amount) and dimension(mine.unit) != dimension(theirs.unit):
        return Truth.UNKNOWN
    answer: Truth = getattr(mine, sign)(theirs)
    return answer


SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "gt": lambda column, value: column > value,
    "ge": lambda column, value: column >= value,
    "lt": lambda column, value: column < value,
    "le": lambda column, value: column <= value,
    "eq": lambda column, value: column == value,
}


@given(
    st.lists(records(Reserve), max_size=12),
    amounts_of("asset") | sizes,
    st.sampled_from(sorted(SIGNS)),
    st.sampled_from([0, NEVER]),
)
def test_quantities_answer_as_amounts_do(
    rows: list[Reserve], other: Amount | Decimal, sign: str, smallest: int
) -> None:
    """Bounds may be open, closed, absent or hedged; a number counts in any unit."""
    data = Dataset(rows)
    query = Seen(data, smallest).ask(Reserve)
    query = query.where(SIGNS[sign](Reserve.quantity, other))
    said = [
        (row, truth(row.quantity, other, sign)) for row in data.reserves if row.quantity
    ]
    assert query.all() == [row for row, answer in said if answer.must]
    assert query.maybe().all() == [row for row, answer in said if answer.may]


@given(
    st.lists(records(Mining), max_size=12),
    amounts_of("power"),
    st.sampled_from(sorted(SIGNS)),
    st.sampled_from([0, NEVER]),
)
def test_power_answers_in_any_prefix(
    rows: list[Mining], other: Amount, sign: str, smallest: int
) -> None:
    """Megawatts are compared with gigawatts by what both measure."""
    data = Dataset(rows)
    query = Seen(data, smallest).ask(Mining).where(SIGNS[sign](Mining.power, other))
    said = [(row, truth(row.power, other, sign)) for row in data.mining if row.power]
    assert query.all() == [row for row, answer in said if answer.must]
    assert query.maybe().all() == [row for row, answer in said if answer.may]


@given(st.lists(records(Reserve), max_size=12).map(Dataset))
def test_totals_are_sums_of_amounts(data: Dataset) -> None:
    """However they are added up, to the last flag and digit."""
    said = data.reserves.group_by(Reserve.asset).agg(total(Reserve.quantity))
    for asset, sum_of_group in said.items():
        rows = data.reserves.where(Reserve.asset == asset)
        stated = [size for size in rows.values(Reserve.quantity) if size is not None]
        assert sum_of_group == Amount.total(stated)
        assert str(sum_of_group) == str(Amount.total(stated))
