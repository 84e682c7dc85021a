"""What a load read, passed over and refused: every file, accounted for once."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from ..errors import LoadFailed
from ..reading import Document
from ..records import Problem

if TYPE_CHECKING:
    from ..provenance import Citation


class Outcome(StrEnum):
    """What became of a file."""

    READ = "read"
    """It was read, though some of its records may have been rejected."""
    REJECTED = "rejected"
    """Nothing of it could be read."""
    SKIPPED = "skipped"
    """It was passed over: of a kind that is not read, or given before."""


@attrs.frozen(kw_only=True)
class FileReport:
    """What became of one file.

    Attributes:
        file: its name, as it was given or found.
        outcome: read, rejected or skipped.
        document: the article, where it is one.
        facts: how many facts it gave, before equal ones are merged.
        rejected: of how many of its records no fact could be made.
        problems: what could not be read.
        notes: remarks; on a skipped file, why.
    """

    file: str
    outcome: Outcome
    document: Document | None = attrs.field(default=None, repr=False)
    facts: int = 0
    rejected: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@attrs.frozen(slots=False)
class Report:
    """What a load read, passed over and refused.

    >>> print(Report((FileReport(file="a.txt", outcome=Outcome.READ, facts=2),)))
    1 file: 1 read, 0 rejected, 0 skipped
    2 facts from 0 articles and 2 records
    0 records rejected

    Attributes:
        files: one entry for each file, in the order in which they were read.
    """

    files: tuple[FileReport, ...] = ()

    @property
    def read(self) -> tuple[FileReport, ...]:
        """The files that were read."""
        return self._with(Outcome.READ)

    @property
    def rejected(self) -> tuple[FileReport, ...]:
        """The files of which nothing could be read."""
        return self._with(Outcome.REJECTED)

    @property
    def skipped(self) -> tuple[FileReport, ...]:
        """The files that were passed over; their notes say why."""
        return self._with(Outcome.SKIPPED)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that could not be read, in the order of the files."""
        return tuple(problem for file in self.files for problem in file.problems)

    @property
    def notices(self) -> tuple[str, ...]:
        """Remarks on files that were read all the same."""
        return tuple(
            f"{file.file}: {note}" for file in self.read for note in file.notes
        )

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The articles that were read; citations point into their texts."""
        return tuple(file.document for file in self.read if file.document)

    @cached_property
    def _texts(self) -> dict[str | None, str]:
        return {document.cited.sha256: document.text for document in self.documents}

    def evidence(self, citation: Citation) -> str | None:
        """Return the words that a citation points at, if an article here has them."""
        text = self._texts.get(citation.source.sha256)
        if text is None or citation.span is None:
            return None
        start, end = citation.span
        return text[start:end]

    def check(self) -> None:
        """Do nothing if all could be read.

        Raises:
            LoadFailed: with every problem of the load.
        """
        if self.problems:
            raise LoadFailed([str(problem) for problem in self.problems])

    def __str__(self) -> str:
        """Sum up the load, then list what was passed over and what is wrong."""
        facts = sum(file.facts for file in self.read)
        told = sum(file.facts for file in self.read if file.document)
        refused = _count(sum(file.rejected for file in self.read), "record")
        read, gone = len(self.read), len(self.rejected)
        files = _count(len(self.files), "file")
        articles = _count(len(self.documents), "article")
        records = _count(facts - told, "record")
        lines = [
            f"{files}: {read} read, {gone} rejected, {len(self.skipped)} skipped",
            f"{_count(facts, 'fact')} from {articles} and {records}",
            f"{refused} rejected",
        ]
        lines += [f"skipped {f.file}: {', '.join(f.notes)}" for f in self.skipped]
        lines += [f"note on {notice}" for notice in self.notices]
        lines += [f"problem in {problem}" for problem in self.problems]
        return "\n".join(lines)

    def _with(self, outcome: Outcome) -> tuple[FileReport, ...]:
        return tuple(file for file in self.files if file.outcome is outcome)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"
