"""Queries as plain data: what is written is read back, what is not known is refused."""

from __future__ import annotations

import json
from itertools import count as counter
from typing import Any

import pytest

from sovcrypto.dataset import Dataset
from sovcrypto.errors import InvalidCondition
from sovcrypto.fields import Pred, desc
from sovcrypto.model import Agreement, Country, LegalStatus, Mining, Party, Reserve
from sovcrypto.query import Query
from sovcrypto.values import Amount, Period
from tests.test_query import DATA, PK

POWER = Amount.exactly(5, "MW")
QUERIES: list[Query[Any]] = [
    DATA.reserves,
    DATA.reserves.where(Reserve.asset == "BTC", Reserve.quantity > 5000).maybe(),
    DATA.reserves.where(~(Reserve.value < Amount.about("745e6", "USD"))),
    DATA.reserves.where(Reserve.holder.is_in(["SV", "BT"]) | Reserve.body.is_null()),
    DATA.reserves.where(Reserve.quantity.is_in([650, Amount.exactly(9000, "BTC")])),
    DATA.reserves.where(Reserve.period.overlaps(Period("2025"))),
    DATA.reserves.where(Reserve.body.startswith("a'); --"), Reserve.body.contains("x")),
    DATA.reserves.latest_per(Reserve.holder, Reserve.asset, by=Reserve.period)
    .order_by(desc(Reserve.period), Reserve.holder)
    .offset(1)
    .limit(3),
    DATA.reserves.where(Country.reserves.of(Country.mining.any(Mining.power >= POWER))),
    DATA.agreements.where(Agreement.countries.has("SV")),
    DATA.legal_statuses.where(LegalStatus.first == True),  # noqa: E712 -- None is neither
    DATA.countries.where(Country.reserves.any(), ~Country.agreements.any()),
]


def again(query: Query[Any]) -> Query[Any]:
    """The query as JSON, and back."""
    form = json.loads(json.dumps(query.to_dict()))
    model: Any = {"Reserve": Reserve, "Agreement": Agreement, "Country": Country}.get(
        form["model"], LegalStatus
    )
    return Query.from_dict(form, DATA, model)


@pytest.mark.parametrize("query", QUERIES, ids=repr)
def test_what_is_written_is_read_back(query: Query[Any]) -> None:
    """The same question, with the same answer."""
    assert repr(again(query)) == repr(query)
    assert again(query).all() == query.all()
    assert again(query).to_dict() == query.to_dict()


def test_ten_thousand_conditions_are_stored() -> None:
    """No depth of a tree is too much."""
    deep: Pred[Reserve] = Reserve.asset == "ETH"
    for _ in range(10_000):
        deep = ~(deep | (Reserve.asset == "BTC"))
    query = DATA.reserves.where(deep)
    assert repr(again(query)) == repr(query)


def test_what_runs_here_alone_is_not_stored() -> None:
    """A function, and a value that is a record."""
    with pytest.raises(TypeError, match="a Python function cannot be stored"):
        DATA.reserves.filter(bool).to_dict()
    party = Agreement.parties.has(Party(country=PK))
    with pytest.raises(TypeError, match="cannot be stored"):
        DATA.agreements.where(party).to_dict()


def form(*condition: object, **changes: object) -> dict[str, object]:
    """A stored query, with one condition."""
    steps = [{"where": [list(condition)]}] if condition else []
    return {"version": 1, "model": "Reserve", "steps": steps, **changes}


EQ: dict[str, object] = {"op": "eq", "field": "asset", "value": "BTC"}
NOTHING: list[object] = []
INSIDE: dict[str, object] = {"op": "any", "relation": "Country.reserves", "where": []}


def nested(depth: int) -> dict[str, object]:
    """Relations inside relations."""
    inner: dict[str, object] = EQ
    for number in range(depth):
        name = ("of", "any")[number % 2]
        inner = {"op": name, "relation": "Country.reserves", "where": [[inner]]}
    return inner


@pytest.mark.parametrize(
    ("stored", "message"),
    [
        ([], "a stored query"),
        ({}, "'model' is missing"),
        (form(version=2), "another release has stored it"),
        (form(version=True), "the version 1"),
        (form(version="1"), "the version 1"),
        (form(model="Token"), "'Token' is not the model 'Reserve'"),
        (form(model=["Reserve"]), "the model 'Reserve'"),
        (form(filter="os.system"), "'filter' is not a part of a stored query"),
        (form(limitt=3), "did you mean 'limit'"),
        (form(limit=-1), "limit"),
        (form(limit="3"), "limit"),
        (form(offset=True), "offset"),
        (form(maybe="yes"), "true or false"),
        (form(steps={"where": []}), "a list of steps"),
        (form(steps=[{"filter": "x"}]), "'filter' is not a part of a step"),
        (form(steps=[{"where": EQ}]), "a list of conditions"),
        (form(steps=[{"where": [EQ]}]), "a list of its parts"),
        (form(steps=[{"latest_per": NOTHING, "by": "period"}]), "key"),
        (form(steps=[{"latest_per": ["asset"], "by": "acquisition"}]), "no order"),
        (form(order_by=[{"field": "citations"}]), "no order"),
        (form(order_by=[{"field": "assett"}]), "did you mean 'asset'"),
        (form(order_by=["asset"]), "an order"),
        (form({**EQ, "field": "__class__"}), "a field of Reserve"),
        (form({**EQ, "field": "mro"}), "a field of Reserve"),
        (form({**EQ, "field": "evolve"}), "a field of Reserve"),
        (form({**EQ, "field": ["asset"]}), "a field of Reserve"),
        (form({**EQ, "field": "code"}), "a field of Reserve"),
        (form({**EQ, "op": "equal"}), "an operator"),
        (form({**EQ, "op": "sttartswith"}), "did you mean 'startswith'"),
        (form({**EQ, "op": {}}), "an operator"),
        (form({**EQ, "value": "BITCOIN"}), "a virtual asset"),
        (form({**EQ, "value": 5}), "a text"),
        (form({**EQ, "value": None}), "a text"),
        (form({**EQ, "extra": 1}), "'extra' is not a part of a condition"),
        (form({"op": "eq", "field": "asset"}), "'value' is missing"),
        (form({"op": "in", "field": "asset", "value": "BTC"}), "a list"),
        (form({"op": "gt", "field": "quantity", "value": "5,000"}), "a number"),
        (form({"op": "gt", "field": "value", "value": "5000"}), "no currency"),
        (form({"op": "gt", "field": "stage", "value": "planned"}), "no order"),
        (form({"op": "and"}), "after what it combines"),
        (form(EQ, {"op": "and"}), "after what it combines"),
        (form(EQ, {"op": "not", "field": "asset"}), "'field' is not a part"),
        (form(EQ, EQ), "combine its parts"),
        (form("__import__('os')"), "an operator"),
        (form(INSIDE), "a relation of Reserve"),
        (form({**INSIDE, "op": "of", "relation": "Country.reserve"}), "did you mean"),
        (form(nested(100)), "relation"),
    ],
    ids=map(str, counter()),
)
def test_a_strangers_dict_is_refused(stored: object, message: str) -> None:
    """Whatever is not known; nothing of it is called."""
    read: Any = Query.from_dict
    with pytest.raises(InvalidCondition, match=message):
        read(stored, DATA, Reserve)


def test_a_query_may_be_stored_short() -> None:
    """What is left out is as it is where nothing is asked."""
    stored: dict[str, object] = {"version": 1, "model": "Reserve"}
    assert Query.from_dict(stored, DATA, Reserve).all() == DATA.reserves.all()
    assert Query.from_dict(form(EQ), Dataset(), Reserve).count() == 0
    with pytest.raises(TypeError, match="no rows of"):
        Query.from_dict(stored, DATA, Party)
