"""The examples run as they stand, and say what they promise."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
LONGEST = 40
TELLING = {
    "00_demo.py": "Bhoutan · Bhutan",
    "01_read_article.py": "un protocole d’accord non contraignant",
    "02_query_reserves.py": "certainly above 7,000 BTC: 1, possibly: 2",
    "03_format_amounts.py": "de: Bhutan, Mai 2025",
    "04_merge_sources.py": "the same: True",
    "05_time_travel.py": "In 2021, told by 2025: Bitcoin has been legal tender",
    "06_write_records.py": "$.holder: 'ZQ' is not a country of ISO 3166-1",
    "07_explain_reading.py": "[('Regulator', 'founded', 'May')]",
}


def run(example: str) -> subprocess.CompletedProcess[str]:
    """Run an example as a script, where every warning is an error."""
    return subprocess.run(
        [sys.executable, EXAMPLES / example],
        env={**os.environ, "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_every_example_is_run() -> None:
    """A new one has to say which line tells that it works."""
    assert sorted(path.name for path in EXAMPLES.glob("*.py")) == sorted(TELLING)


@pytest.mark.parametrize("example", sorted(TELLING))
def test_an_example_runs(example: str) -> None:
    """It ends well, and prints the telling line."""
    process = run(example)
    assert process.stderr == ""
    assert process.returncode == 0
    assert TELLING[example] in process.stdout


@pytest.mark.parametrize("example", sorted(TELLING))
def test_an_example_is_short(example: str) -> None:
    """It can be read at a glance."""
    lines = (EXAMPLES / example).read_text("utf-8").splitlines()
    assert len(lines) <= LONGEST
