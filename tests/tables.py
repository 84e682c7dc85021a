"""Tables of cases: one JSON object a line, a file for each language."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"


def table(name: str, wanted: str) -> list[Any]:
    """The cases of all languages: language, text, and what is wanted of the text.

    A line with `xfail` is a known failure and says why; it is strict, so that a mend is
    noticed.
    """
    params: list[Any] = []
    for path in sorted(CASES.glob(f"{name}.*.jsonl")):
        language = path.suffixes[0][1:]
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            case = json.loads(line)
            reason = case.get("xfail")
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            label = f"{language}-{number}"
            values = (language, case["text"], case[wanted])
            params.append(pytest.param(*values, marks=marks, id=label))
    return params
