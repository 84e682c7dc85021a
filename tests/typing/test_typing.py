"""Mistakes are found by the checkers, or on the line itself when it runs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sovcrypto.codes import asset_code, country_code
from sovcrypto.dataset import Dataset
from sovcrypto.model import FACTS, Reserve
from tests.typing import good_queries, good_surface

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PRELUDE = """\
from sovcrypto.codes import asset_code, country_code
from sovcrypto.dataset import Dataset
from sovcrypto.fields import desc
from sovcrypto.model import Agreement, Country, Mining, Reserve, Stage
from sovcrypto.query import count, latest, total
from sovcrypto.values import Amount, Period

SV, BTC = country_code("SV"), asset_code("BTC")
data = Dataset.of(Reserve(holder=SV, asset=BTC, quantity=Amount.more_than(6200, "BTC")))
"""
# What a downstream project with `strict` checkers would have.
PYRIGHT = {
    "include": ["bad.py"],
    "extraPaths": [str(ROOT / "src")],
    "typeCheckingMode": "strict",
    "pythonVersion": "3.11",
}
AT_LEAST = 45  # of the mistakes, by each of the checkers


class Mistake(NamedTuple):
    """One line of the file of mistakes."""

    code: str
    number: str
    meaning: str
    by: frozenset[str]


def mistakes() -> list[Mistake]:
    """Read the file of mistakes."""
    line = re.compile(r"(.+)  # (\d\d) (.+):((?: \w+)*)")
    text = (HERE / "bad_queries.txt").read_text("utf-8")
    lines = [row for row in text.splitlines() if not row.startswith("#")]
    found = [match for row in lines if (match := line.fullmatch(row))]
    assert len(found) == len(lines)
    return [Mistake(m[1], m[2], m[3], frozenset(m[4].split())) for m in found]


MISTAKES = mistakes()
NAMES = [f"{mistake.number} {mistake.meaning}" for mistake in MISTAKES]


def numbers_of(lines: set[int]) -> set[str]:
    """The numbers of the mistakes that stand on these lines of the checked file."""
    first = PRELUDE.count("\n") + 1
    assert min(lines) >= first, "the prelude itself is rejected"
    return {MISTAKES[line - first].number for line in lines}


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The mistakes as a Python file, outside the repository."""
    path = tmp_path_factory.mktemp("mistakes") / "bad.py"
    path.write_text(PRELUDE + "\n".join(m.code for m in MISTAKES) + "\n", "utf-8")
    return path


@pytest.fixture(scope="module")
def reports(bad: Path) -> dict[str, set[str]]:
    """The numbers of the mistakes that each checker reports."""
    return {"mypy": by_mypy(bad), "pyright": by_pyright(bad)}


def by_mypy(bad: Path) -> set[str]:
    """Run mypy in its strict mode, and with no other option."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", str(bad)]
    # Other options than the repository's would undo its cache.
    command += ["--cache-dir", str(ROOT / ".mypy_cache" / "mistakes")]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    lines = re.findall(r"bad\.py:(\d+): error:", done.stdout)
    assert lines, done.stdout + done.stderr
    return numbers_of({int(line) for line in lines})


def by_pyright(bad: Path) -> set[str]:
    """Run pyright in its strict mode."""
    config = bad.with_name("pyrightconfig.json")
    config.write_text(json.dumps(PYRIGHT), "utf-8")
    command = [sys.executable, "-m", "pyright", "--outputjson", "-p", str(config)]
    command += ["--pythonpath", sys.executable]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    report: dict[str, Any] = json.loads(done.stdout)
    found = [d for d in report["generalDiagnostics"] if d["severity"] == "error"]
    return numbers_of({d["range"]["start"]["line"] + 1 for d in found})


@pytest.mark.xdist_group("checkers")
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_a_checker_finds_what_the_file_says(
    reports: dict[str, set[str]], checker: str
) -> None:
    """Exactly those: a mistake that is newly found, or newly missed, is noticed."""
    expected = {mistake.number for mistake in MISTAKES if checker in mistake.by}
    found = reports[checker]
    assert (found - expected, expected - found) == (set(), set())
    assert len(expected) >= AT_LEAST


@pytest.mark.parametrize("mistake", MISTAKES, ids=NAMES)
def test_what_is_wrong_raises_on_its_line(mistake: Mistake) -> None:
    """Whoever runs no checker is told as well, whatever the data are."""
    namespace: dict[str, Any] = {}
    exec(PRELUDE, namespace)  # noqa: S102 -- our own text
    if "static" in mistake.by:
        exec(mistake.code, namespace)  # noqa: S102
        return
    with pytest.raises((TypeError, AttributeError, ValueError)):
        exec(mistake.code, namespace)  # noqa: S102


def test_what_is_right_is_answered() -> None:
    """The correct questions run, on nothing and on something."""
    held = Reserve(holder=country_code("SV"), asset=asset_code("BTC"))
    answers = [good_queries.ask(data) for data in (Dataset(), Dataset.of(held))]
    assert len(answers[0]) == len(answers[1]) >= 40
    assert answers[0] != answers[1]


def test_the_surface_is_whole() -> None:
    """Each kind of fact is among what the typing tests name."""
    assert {model.__name__ for model in FACTS.values()} <= set(vars(good_surface))
