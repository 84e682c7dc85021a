"""Facts from CSV: one record a row, the columns named like the fields.

The columns are the keys of the JSON form. One citation can be given, its parts by their
names (`standing`, `span`, …) and its source's by dotted ones (`source.url`). Several
words of one cell are separated by `;`, the parties of an agreement are JSON, and an
empty cell states nothing. A file named `reserves.csv` needs no column `type`.
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

import attrs

from ..errors import shown
from ..fields import is_record
from ..model import FACTS
from ..provenance import Citation, Source
from .converter import structured
from .faults import Fault, did_you_mean, stated_fields
from .json_text import decoded
from .problems import Problem, Rejected, rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fields import Kind
    from .problems import Row

_CITED: Final = "$.citations[0]."


def read_csv(text: str, *, file: str = "<text>") -> Iterator[Row]:
    r"""Yield what becomes of each row.

    >>> list(read_csv("holder,asset,quantity\nSV,BTC,>6200 BTC\n", file="reserves.csv"))
    [Reserve(holder='SV', asset='BTC', quantity=Amount.parse('>6200 BTC'))]

    Args:
        text: the file's text; it begins with a row of column names.
        file: its name, for problems, and for the kind of fact where no column says it.
    """
    rows = _Rows(text.removeprefix("\ufeff"))
    header, default = None, _kind_named(file)
    given = {"type": default} if default else {}
    for line, raw, cells in rows:
        if isinstance(cells, csv.Error):
            fault = Fault("$", f"not CSV: {cells}")
            yield rejected([fault], file=file, line=line, raw=raw)
        elif header is None:
            header = cells
            wrong = list(_header_faults(header, default))
            if wrong:
                yield Rejected(
                    tuple(Problem(file=file, line=line, message=m) for m in wrong)
                )
                return
        elif len(cells) != len(header):
            count = f"{len(cells)} cells where the header has {len(header)}"
            yield rejected([Fault("$", count)], file=file, line=line, raw=raw)
        else:
            stated = {k: v for k, v in zip(header, cells, strict=True) if v}
            yield _row(given | stated, file, line, raw)


class _Rows:
    """The rows of a CSV text, with the lines on which they stand."""

    def __init__(self, text: str) -> None:
        self._taken: list[str] = []
        # newline="" leaves line ends alone: one inside quotes belongs to the cell.
        self._lines = io.StringIO(text, newline="")

    def __iter__(self) -> Iterator[tuple[int, str, list[str] | csv.Error]]:
        reader = csv.reader(self._take(), strict=True)
        line = 1
        while True:
            self._taken.clear()
            cells: list[str] | csv.Error
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                cells = error
            if cells:
                yield line, "".join(self._taken).rstrip("\r\n"), cells
            line += len(self._taken)

    def _take(self) -> Iterator[str]:
        for line in self._lines:
            self._taken.append(line)
            yield line


def _kind_named(file: str) -> str | None:
    """Return the kind of fact after which a file is named, in singular or plural."""
    stem = PurePath(file).stem.lower().replace("-", "_")
    singular = (stem, stem.removesuffix("s"), stem.removesuffix("es"))
    return next((kind for kind in singular if kind in FACTS), None)


def _header_faults(header: list[str], default: str | None) -> Iterator[str]:
    known = _columns(None if "type" in header else default)
    for name in dict.fromkeys(header):
        if not name.strip():
            yield "a column without a name"
        elif header.count(name) > 1:
            yield f"the column {name!r} stands more than once"
        elif name not in known and len(header) == 1 and ";" in name:
            yield f"one column {name!r}: separate the cells by ',' and not by ';'"
        elif name not in known:
            last = {column.rpartition(".")[2]: column for column in known}
            like = last.get(name)
            hint = f"did you mean {like!r}?" if like else did_you_mean(name, known)
            yield f"unknown column {name!r}" + (f"; {hint}" if hint else "")
    if default is None and "type" not in header:
        yield "no column 'type', and the file is not named after a kind of fact"


@cache
def _columns(kind: str | None) -> tuple[str, ...]:
    """Return the columns that a file may have, of one kind of fact or of several."""
    models = [FACTS[kind]] if kind else list(FACTS.values())
    own = [name for model in models for name in stated_fields(model)]
    return "type", *dict.fromkeys(own), *_cited()


@cache
def _cited() -> tuple[str, ...]:
    cited = [name for name in stated_fields(Citation) if name != "source"]
    return *cited, *(f"source.{name}" for name in stated_fields(Source))


def _row(cells: dict[str, str], file: str, line: int, raw: str) -> Row:
    row, unread = _nested(cells)
    made = structured(row)
    if not isinstance(made, tuple):
        if not unread:
            return made
        made = ()
    told = {fault.path: fault for fault in unread}
    for fault in made:
        path = fault.path.replace(_CITED, "$.", 1)
        told.setdefault(path, attrs.evolve(fault, path=path))
    return rejected(told.values(), file=file, line=line, raw=raw)


def _nested(cells: dict[str, str]) -> tuple[dict[str, object], list[Fault]]:
    """Turn the cells of a row into its JSON form, and tell which could not be read."""
    model = FACTS.get(cells.get("type", ""))
    row: dict[str, object] = {}
    cited: dict[str, object] = {}
    source: dict[str, object] = {}
    unread: list[Fault] = []
    for name, cell in cells.items():
        if name.startswith("source."):
            source[name.removeprefix("source.")] = cell
        elif name in _cited():
            cited[name] = _span(cell) if name == "span" else cell
        else:
            column = model.__columns__.get(name) if model else None
            try:
                row[name] = _value(cell, column.kind) if column is not None else cell
            except ValueError as error:
                unread.append(Fault(f"$.{name}", str(error), shown(cell)))
    if cited or source:
        row["citations"] = [{"source": source, **cited}]
    return row, unread


def _value(cell: str, kind: Kind) -> object:
    if is_record(kind):
        return decoded(cell)
    if kind.many:
        return [word.strip() for word in cell.split(";")]
    if kind.of is bool:
        return {"true": True, "false": False}.get(cell, cell)
    return cell


def _span(cell: str) -> object:
    ends = re.fullmatch(r"([0-9]{1,12});([0-9]{1,12})", cell, re.ASCII)
    return [int(ends[1]), int(ends[2])] if ends else cell
