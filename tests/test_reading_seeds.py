"""The articles that come with the package: all that they state, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sovcrypto.loaders import load
from sovcrypto.records import unstructure

ROOT = Path(__file__).parents[1]
CASES = [
    json.loads(line)
    for line in (ROOT / "tests" / "cases" / "seed_articles.jsonl")
    .read_text("utf-8")
    .splitlines()
]


def rows(name: str) -> list[dict[str, Any]]:
    """The facts of an article as records have them, citations left out."""
    found = [unstructure(fact) for fact in load(ROOT / "seeds/articles" / name).data]
    return [{k: v for k, v in row.items() if k != "citations"} for row in found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["article"]))
def test_an_article_states_these_facts(case: dict[str, Any]) -> None:
    """Word for word what a reader would note down."""
    assert rows(case["article"]) == case["facts"]


def test_every_article_is_looked_at() -> None:
    """None is left out of the table."""
    names = {path.name for path in (ROOT / "seeds" / "articles").glob("*.txt")}
    assert names == {case["article"] for case in CASES}
