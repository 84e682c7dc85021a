"""The demonstration: what a visitor sees first."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DEMO = "examples/00_demo.py"


@pytest.fixture(scope="module")
def shown() -> str:
    """What the demonstration prints into a pipe, its lines joined again."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    environment.pop("FORCE_COLOR", None)
    process = subprocess.run(
        [sys.executable, ROOT / DEMO],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert process.stderr == ""
    # Which of the no-break spaces stands where is the business of `l10n`.
    spaces = str.maketrans("\u00a0\u202f", "  ")
    return process.stdout.translate(spaces).replace("\n    ", " ")


def test_make_demo_runs_it() -> None:
    """Nothing else is what the README promises."""
    assert f"python {DEMO}" in (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize(
    "title",
    [
        "Bhoutan · Bhutan",
        "Pakistan",
        "Salvador · El Salvador",
        "Iran",
        "KuCoin",
    ],
)
def test_every_subject_has_a_page_with_sources(shown: str, title: str) -> None:
    """A title, sections, facts with numbers, and the sources at the foot."""
    page = shown.split(f"\n{title}\n━", 1)[1].split("\n\n\n", maxsplit=1)[0]
    assert "•" in page
    assert "\nSources\n  [1]" in page


@pytest.mark.parametrize(
    ("french", "english"),
    [
        (
            "Le Salvador détient plus de 6 200 BTC",
            "El Salvador holds more than 6,200 BTC",
        ),
        (
            "Entre 15 et 20 millions de personnes",
            "Between 15 and 20 million people",
        ),
        ("plus de 1,25 billion de dollars", "more than 1.25 trillion US dollars"),
        ("Le Bhoutan et Cumberland DRW", "Bhutan and Cumberland DRW"),
    ],
)
def test_it_is_said_in_two_languages(shown: str, french: str, english: str) -> None:
    """The one below the other."""
    assert french in shown
    assert english in shown[shown.index(french) :]


def test_two_questions_are_answered(shown: str) -> None:
    """With the query as it is written, what is certain, and what is possible."""
    certain = shown.index("Who holds more than 6,300 BTC?")
    perhaps = shown.index("Et peut-être · And perhaps")
    assert certain < shown.index("7,474.37 BTC", certain) < perhaps
    assert perhaps < shown.index("more than 6,200 BTC", perhaps)
    debtors = shown.index("Who owes the IMF and plans one?")
    assert "(Financing.lender == 'IMF')" in shown[debtors:]
    assert "The IMF lends Pakistan 7 billion US dollars" in shown[debtors:]


def test_a_pipe_gets_text_without_colours(shown: str) -> None:
    """It can be read in any file."""
    assert "\x1b" not in shown
