"""What could not be read of a file, told so that its author can mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from ..model import AnyFact

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .faults import Fault


@attrs.frozen(kw_only=True)
class Problem:
    """One thing in one place that could not be read.

    >>> str(Problem(file="a.csv", line=7, path="$.holder", message="a fault"))
    'a.csv:7: $.holder: a fault'

    Attributes:
        file: the name of the file, as it was given.
        message: what is wrong, with the value, and what was expected.
        line: the line on which the record begins, from 1; None for the whole file.
        path: the field, as a path from the record; None for the whole record.
        value: what stood in the field, as text; None where nothing did.
        raw: the whole record as it stood in the file.
    """

    file: str
    message: str
    line: int | None = None
    path: str | None = None
    value: str | None = None
    raw: str | None = attrs.field(default=None, repr=False)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.path, self.message) if part)


@attrs.frozen
class Rejected:
    """A row of which no fact could be made, with all that is wrong with it.

    Attributes:
        problems: at least one; they share the file, the line and the raw text.
    """

    problems: tuple[Problem, ...]


Row: TypeAlias = AnyFact | Rejected
"""What becomes of one row of a file of records."""


def rejected(
    faults: Iterable[Fault], *, file: str, line: int, raw: str, root: str = "$"
) -> Rejected:
    """Tell the faults of one row as problems of its file.

    Args:
        faults: what is wrong with the row; their paths begin at it.
        file: the name of the file.
        line: the line on which the row begins.
        raw: the row as it stands in the file.
        root: the path of the row in the file.
    """
    problems: list[Problem] = []
    for fault in faults:
        path = root + fault.path.removeprefix("$")
        problems.append(
            Problem(
                file=file,
                line=line,
                path=None if path == "$" else path,
                value=fault.value,
                message=fault.message,
                raw=raw,
            )
        )
    return Rejected(tuple(problems))
