"""Laws of rows: what is written is read back, and nothing else gets in."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovcrypto.errors import InvalidRecord
from sovcrypto.model import FACTS, AnyFact
from sovcrypto.provenance import Citation, Source
from sovcrypto.records import (
    Rejected,
    Row,
    read_csv,
    read_json,
    read_json_lines,
    structure,
    unstructure,
)
from tests.strategies import facts, records

texts = st.text(max_size=40)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner),
    max_leaves=6,
)


def fact_of(row: Row) -> AnyFact:
    """The fact that a row became."""
    assert not isinstance(row, Rejected)
    return row


def same(one: AnyFact, other: AnyFact) -> bool:
    """Whether two facts agree in everything, citations included."""
    return one == other and one.citations == other.citations


# --- round trips ---------------------------------------------------------------------


@pytest.mark.parametrize("kind", FACTS)
@given(data=st.data())
def test_every_record_survives_its_row(kind: str, data: st.DataObject) -> None:
    """A fact made of a fact's row is that fact, and the row is plain JSON."""
    fact = data.draw(records(FACTS[kind]))
    row = unstructure(fact)
    assert json.loads(json.dumps(row)) == row
    assert same(structure(row), fact)


@given(facts)
def test_a_row_holds_nothing_that_is_not_stated(fact: AnyFact) -> None:
    """Neither absent values, nor empty lists, nor what is derived."""
    row = unstructure(fact)
    assert None not in row.values()
    assert [] not in row.values()
    assert "countries" not in row


@given(st.lists(facts, max_size=4))
def test_json_reads_what_json_writes(many: list[AnyFact]) -> None:
    """One a line, or in an array over several lines."""
    rows = [unstructure(fact) for fact in many]
    lines = "\n".join(json.dumps(row) for row in rows)
    for made in (read_json_lines(lines), read_json(json.dumps(rows, indent=1))):
        for row, fact in zip(made, many, strict=True):
            assert same(fact_of(row), fact)


def as_cells(row: dict[str, object]) -> dict[str, str]:
    """Write a row's JSON form as cells, with its first citation."""
    citations = cast("list[dict[str, object]]", row.pop("citations", []))
    cells = {name: as_cell(value) for name, value in row.items()}
    for citation in citations[:1]:
        source = cast("dict[str, str]", citation.pop("source"))
        cells |= {name: as_cell(value) for name, value in citation.items()}
        cells |= {f"source.{name}": value for name, value in source.items()}
    return cells


def as_cell(value: object) -> str:
    """Write one value as a cell."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        items = cast("list[object]", value)
        plain = not any(isinstance(item, dict) for item in items)
        return ";".join(map(str, items)) if plain else json.dumps(items)
    return str(value)


@given(facts)
def test_csv_reads_what_csv_writes(fact: AnyFact) -> None:
    """Every kind of fact, with one citation."""
    cells = as_cells(unstructure(fact))
    out = io.StringIO()
    writer = csv.DictWriter(out, list(cells))
    writer.writeheader()
    writer.writerow(cells)
    (made,) = read_csv(out.getvalue())
    assert made == fact
    # A citation that says nothing has no cell.
    said = [c for c in fact.citations[:1] if c != Citation(source=Source())]
    assert list(fact_of(made).citations) == said


# --- whatever is thrown at it --------------------------------------------------------


@given(st.sampled_from(sorted(FACTS)), facts, texts | st.just("holder"), values)
def test_what_does_not_fit_is_an_invalid_record(
    kind: str, fact: AnyFact, key: str, value: object
) -> None:
    """Any value under any key gives a fact that says it, or a clear error."""
    row = {**unstructure(fact), "type": kind, key: value}
    with suppress(InvalidRecord):
        made = structure(row)
        assert same(structure(unstructure(made)), made)


@given(st.text())
def test_no_text_makes_a_reader_fail(text: str) -> None:
    """Whatever the text, rows come out, good or rejected with a place."""
    for rows in (read_json_lines(text), read_json(text), read_csv(text, file="x")):
        for row in rows:
            assert isinstance(row, Rejected)
            assert all(problem.line for problem in row.problems)


@given(st.lists(st.sampled_from(['"', ",", "\n", "\r", ";", "a", "holder", "=", " "])))
def test_no_broken_csv_makes_a_reader_fail(parts: list[str]) -> None:
    """Quotes, separators and line ends in any order."""
    text = "type,name\n" + "".join(parts)
    assert all(isinstance(row, Rejected) for row in read_csv(text))
