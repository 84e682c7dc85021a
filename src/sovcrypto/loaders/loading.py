"""Paths become a dataset, with a report of what was read, found and refused."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from ..dataset import Dataset
from ..errors import InvalidDocument, LoadFailed
from ..provenance import Citation, Source
from ..reading import Document, read
from ..records import Problem, Rejected, read_csv, read_json, read_json_lines
from .articles import article
from .files import (
    Found,
    Unreadable,
    decoded,
    find,
    oddity,
    read_rows,
    read_text,
    shown_path,
)
from .report import FileReport, Outcome, Report

if TYPE_CHECKING:
    from ..model import AnyFact
    from ..records import Row

MAX_BYTES: Final = 100_000_000
"""How large a file may be where the caller does not say."""

_ARTICLES: Final = frozenset({".md", ".txt"})
_RECORDS: Final = {".csv": read_csv, ".json": read_json, ".jsonl": read_json_lines}
# One record a line: a wrong byte spoils one of them.
_BY_LINE: Final = frozenset({".csv", ".jsonl"})
_KINDS: Final = ", ".join(sorted({*_ARTICLES, *_RECORDS}))
_PACKAGE: Final = __name__.partition(".")[0]


class Loaded(NamedTuple):
    """What a load gives.

    Attributes:
        data: every fact that was found.
        report: what was read, passed over and refused.
    """

    data: Dataset
    report: Report


def load(
    *paths: str | os.PathLike[str],
    max_bytes: int = MAX_BYTES,
    on_file: Callable[[Path], None] | None = None,
) -> Loaded:
    """Load articles and records from files and folders.

    Articles are `.txt` and `.md`; records are `.jsonl`, `.json` and `.csv`. What cannot
    be read is reported, and nothing of the good rest is lost; `report.check()` raises
    if that is not enough. A record that names no source is cited from its file.

    >>> data, report = load("no-such-file.csv")
    >>> print(report.problems[0])
    no-such-file.csv: no such file

    Args:
        paths: files, and folders of which everything below is loaded.
        max_bytes: how large a file may be.
        on_file: is called with each file before it is read, to show progress.
    """
    reports: list[FileReport] = []
    facts: list[AnyFact] = []
    for found in find(paths):
        if on_file is not None:
            on_file(found.path)
        report, made = _one(found, max_bytes)
        reports.append(report)
        facts += made
    return Loaded(Dataset(facts), Report(tuple(reports)))


def load_bytes(content: bytes, *, file: str) -> Loaded:
    """Load what is in no file, such as what is piped into a program.

    It is an article, or JSON Lines where it begins with a brace.

    >>> load_bytes(b"Bhutan holds about 12,000 BTC.", file="<stdin>").data
    <Dataset of 1 reserve>

    Args:
        content: the bytes, as they would be in a file.
        file: what messages call it.
    """
    try:
        text = decoded(content)
    except Unreadable as error:
        report, facts = _refused(file, str(error))
    else:
        suffix = ".jsonl" if text.lstrip().startswith("{") else ".txt"
        report, facts = _told(text, {}, file, Path(file).name, suffix)
    return Loaded(Dataset(facts), Report((report,)))


def bundled() -> Dataset:
    """Return the facts that come with this package; they are read once.

    Raises:
        LoadFailed: the package was installed without them, or they cannot be read.
    """
    return _bundled()


@cache
def _bundled() -> Dataset:
    packaged = Path(str(resources.files(_PACKAGE) / "seeds"))
    # An editable install has no copy: the folder stands beside src/.
    repository = Path(__file__).parents[3] / "seeds"
    folder = next((path for path in (packaged, repository) if path.is_dir()), None)
    if folder is None:
        raise LoadFailed([f"{shown_path(packaged)}: no such folder"])
    data, report = load(folder)
    report.check()
    return data


def _one(found: Found, max_bytes: int) -> tuple[FileReport, list[AnyFact]]:
    file = shown_path(found.path)
    suffix = found.path.suffix.lower()
    known = suffix in _ARTICLES or suffix in _RECORDS
    fault, skip = found.fault, found.skip
    if fault is None and skip is None and not known:
        message = f"of a kind that is not read (which are {_KINDS})"
        fault, skip = (message, None) if found.named else (None, message)
    if skip is not None:
        return FileReport(file=file, outcome=Outcome.SKIPPED, notes=(skip,)), []
    try:
        if fault is not None:
            return _refused(file, fault)
        by_line = suffix in _BY_LINE
        text, wrong = (
            read_rows(found.path, max_bytes, header=suffix == ".csv")
            if by_line
            else (read_text(found.path, max_bytes), {})
        )
    except Unreadable as error:
        return _refused(file, str(error))
    return _told(text, wrong, file, found.path.name, suffix)


def _told(
    text: str, wrong: dict[int, str], file: str, name: str, suffix: str
) -> tuple[FileReport, list[AnyFact]]:
    """Return the facts of a text, which is an article or holds records."""
    odd = oddity(text)
    notes = (odd,) if odd else ()
    if suffix in _ARTICLES:
        return _article(text, file, name, notes)
    rows = _RECORDS[suffix](text, file=file) if text.strip() else iter(())
    spoilt = (
        Rejected((Problem(file=file, line=line, message=message),))
        for line, message in wrong.items()
    )
    return _records(chain(spoilt, rows), text, file, notes)


def _refused(file: str, message: str) -> tuple[FileReport, list[AnyFact]]:
    problem = Problem(file=file, message=message)
    outcome = Outcome.REJECTED
    return FileReport(file=file, outcome=outcome, problems=(problem,)), []


def _article(
    text: str, file: str, name: str, notes: tuple[str, ...]
) -> tuple[FileReport, list[AnyFact]]:
    """Read an article; where its header names nothing, it goes by its file's name."""
    made = article(text, file=file)
    source = made.source
    if not (source.title or source.publisher or source.url):
        source = attrs.evolve(source, title=name)
    try:
        document = Document(made.text, source)
        facts = list(read(document))
    except InvalidDocument as error:
        return _refused(file, str(error))
    if made.unused:
        notes += (f"not used of its header: {', '.join(made.unused)}",)
    report = FileReport(
        file=file,
        outcome=Outcome.READ,
        document=document,
        facts=len(facts),
        problems=made.problems,
        notes=notes,
    )
    return report, facts


def _records(
    rows: Iterator[Row], text: str, file: str, notes: tuple[str, ...]
) -> tuple[FileReport, list[AnyFact]]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    here = Source(title=Path(file).name, sha256=digest)
    facts: list[AnyFact] = []
    rejected = 0
    problems: list[Problem] = []
    for row in rows:
        if isinstance(row, Rejected):
            rejected += 1
            problems += row.problems
        else:
            facts.append(_cited(row, here))
    report = FileReport(
        file=file,
        outcome=Outcome.READ,
        facts=len(facts),
        rejected=rejected,
        problems=tuple(problems),
        notes=notes,
    )
    return report, facts


def _cited(fact: AnyFact, here: Source) -> AnyFact:
    """Name the file as the source of what names none."""
    given = fact.citations or (Citation(source=here),)
    nameless = Source()
    citations = tuple(
        attrs.evolve(citation, source=here) if citation.source == nameless else citation
        for citation in given
    )
    return fact if citations == fact.citations else fact.evolve(citations=citations)
