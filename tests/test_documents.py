"""The documents as a whole: their links lead somewhere, their examples are run."""

from __future__ import annotations

import re
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
