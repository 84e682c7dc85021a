"""The documents as a whole: their links lead somewhere, their examples are run."""

from __future__ import annotations

import re
import subprocess
import sys
from doctest import DocTestParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
# Of these, `tests/documents.py` runs the first two. What is shown in others is data,
# or a command for the reader's own machine.
LANGUAGES = {"python", "console", "sh", "json", ""}
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as they are made from their texts."""
    headings = re.findall(r"^#+ (.+)$", document.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_links_lead_to_what_is_there(document: Path) -> None:
    """Files of the repository, and headings in them; addresses are not asked."""
    for link in re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8")):
        name, _, anchor = link.partition("#")
        if "://" in name:
            continue
        target = document.parent / name if name else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("document", DOCUMENTS, ids=NAMES)
def test_no_example_escapes_by_its_language(document: Path) -> None:
    """A block that calls itself `py` or `pycon` would be shown, and never run."""
    opened = re.findall(r"^ *```(.*)$", document.read_text("utf-8"), re.MULTILINE)
    assert set(opened) <= LANGUAGES
    assert len(opened) % 2 == 0


def test_every_document_is_linked_from_the_first_page() -> None:
    """Whoever reads the README finds all others."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in NAMES if name != "README.md" and name not in readme] == []


def code(document: Path) -> str:
    """The Python of a document, without what it prints and what it shows to fail."""
    blocks = re.findall(
        r"^```python\n(.*?)^```", document.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return "".join(
        "".join(e.source for e in DocTestParser().get_examples(block) if not e.exc_msg)
        if block.startswith(">>>")
        else block
        for block in blocks
    )


def test_what_is_shown_is_well_typed(tmp_path: Path) -> None:
    """Whoever copies an example into a strictly checked program has no errors."""
    written = [path for path in DOCUMENTS if code(path)]
    for path in written:
        (tmp_path / f"{path.stem.lower()}.py").write_text(code(path), "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file="]
    command += ["--cache-dir", str(ROOT / ".mypy_cache" / "documents"), "."]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert f"no issues found in {len(written)} source files" in done.stdout, done.stdout
