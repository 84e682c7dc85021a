"""Answers to a query as a table, and facts as JSON, JSON Lines and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Final, cast

import attrs
from rich import box
from rich.cells import cell_len, set_cell_size
from rich.table import Table
from rich.text import Text

from ..model import AnyFact, Stage
from ..provenance import Citation
from ..query.wording import fields
from ..records import unstructure
from .pages import hang
from .terminal import plain
from .words import words

if TYPE_CHECKING:
    from rich.console import Console

    from ..l10n import Formatter

# What JSON leaves as it is and a terminal would obey.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# Columns of the citation, and those that all facts have, come after a kind's own.
_LATE: Final = frozenset(
    {"stage", "period", "decided_by", *attrs.fields_dict(Citation)}
)
# What makes a spreadsheet take a text for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.eE+-]*( \S+)?", re.ASCII)


def table(console: Console, formatter: Formatter, facts: Sequence[AnyFact]) -> None:
    """Write facts of one kind as a table, a column for each field that is stated.

    On a terminal it has lines, and where it is too wide for them a block of lines for
    each fact. Elsewhere each fact is one line.
    """
    rows = [_row(formatter, fact) for fact in facts]
    names = _names(formatter, facts, rows)
    cells = [[row.get(name, "") for name in names] for row in rows]
    if not console.is_terminal:
        for line in _aligned([names, *cells]) if cells else ():
            console.print(Text(line), soft_wrap=True)
    elif cells and _drawn_width([names, *cells]) <= console.width:
        console.print(_drawn(names, cells))
    elif cells:
        _blocks(console, names, rows)


def _row(formatter: Formatter, fact: AnyFact) -> dict[str, str]:
    """Return the cells of a fact by their headings, and who says so."""
    usual = formatter.field_name("stage"), formatter.label(Stage.IN_EFFECT)
    stated = (pair for pair in formatter.row(fact) if pair != usual)
    sources = (citation.source for citation in fact.citations)
    said = dict.fromkeys(s.publisher or s.title or s.url or "" for s in sources)
    return {
        **{plain(name): plain(text) for name, text in stated},
        words(formatter.resolved_locale).source: plain("; ".join(said)),
    }


def _names(
    formatter: Formatter, facts: Iterable[AnyFact], rows: Iterable[Mapping[str, str]]
) -> list[str]:
    """Return the headings of what is stated, in the order of the fields."""
    stated = set(chain.from_iterable(rows))
    columns = dict.fromkeys(chain.from_iterable(fields(type(f)) for f in facts))
    told = [plain(formatter.field_name(name)) for name in columns]
    # Parties are told as well, though nothing can be asked of them.
    rest = dict.fromkeys(name for row in rows for name in row)
    return [name for name in dict.fromkeys([*told, *rest]) if name in stated]


def _drawn(names: Sequence[str], cells: Iterable[Sequence[str]]) -> Table:
    drawn = Table(box=box.ROUNDED, header_style="bold cyan")
    for name in names:
        drawn.add_column(Text(name))
    for row in cells:
        drawn.add_row(*map(Text, row))
    return drawn


def _drawn_width(rows: Sequence[Sequence[str]]) -> int:
    # A cell has a space on either side and a line after it.
    return 1 + sum(3 + size for size in _sizes(rows))


def _blocks(
    console: Console, names: Sequence[str], rows: Iterable[Mapping[str, str]]
) -> None:
    size = max(map(cell_len, names)) + 2
    for number, row in enumerate(rows):
        if number:
            console.print()
        for name in names:
            if row.get(name):
                mark = Text(set_cell_size(name, size), "cyan")
                hang(console, Text(row[name]), mark, " " * size)


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield lines whose columns stand below each other, two spaces apart."""
    sizes = _sizes(rows)
    for row in rows:
        yield "  ".join(map(set_cell_size, row, sizes)).rstrip()


def _sizes(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how wide each column is."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def write_json(console: Console, content: Mapping[str, object]) -> None:
    """Write one JSON object."""
    console.file.write(_json(console, content, indent=2) + "\n")


def write_json_lines(console: Console, facts: Iterable[AnyFact]) -> None:
    """Write each fact as a line of JSON, which `load` reads."""
    for fact in facts:
        console.file.write(_json(console, unstructure(fact)) + "\n")


def write_csv(console: Console, facts: Iterable[AnyFact]) -> None:
    """Write each fact as a row of CSV, which `load` reads, with its first citation."""
    rows = [_flat(unstructure(fact)) for fact in facts]
    if console.is_terminal:
        rows = [{name: plain(cell) for name, cell in row.items()} for row in rows]
    stated = dict.fromkeys(chain.from_iterable(rows))
    header = sorted(stated, key=lambda name: name in _LATE or "." in name)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    console.file.write(text.getvalue())


def _json(
    console: Console, content: Mapping[str, object], *, indent: int | None = None
) -> str:
    ascii_only = (console.encoding or "").lower() not in {"utf-8", "utf8"}
    text = json.dumps(content, ensure_ascii=ascii_only, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _flat(record: Mapping[str, object]) -> dict[str, str]:
    """Lay a record flat: the parts of its first citation are columns of their own."""
    cells = {name: _cell(v) for name, v in record.items() if name != "citations"}
    citations = cast("Sequence[Mapping[str, object]]", record.get("citations", ()))
    for citation in citations[:1]:
        source = cast("Mapping[str, object]", citation["source"])
        cells |= {f"source.{name}": _cell(value) for name, value in source.items()}
        parts = {k: _cell(v) for k, v in citation.items() if k != "source"}
        cells |= parts
    return cells


def _cell(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case list():
            items = cast("list[object]", value)
            words_only = all(not isinstance(item, dict) for item in items)
            return ";".join(map(str, items)) if words_only else json.dumps(items)
        case _:
            return _disarmed(str(value))


def _disarmed(text: str) -> str:
    """Put a quote before a text that a spreadsheet would run."""
    armed = text.startswith(_FORMULA) and _NUMBER.fullmatch(text) is None
    return f"'{text}" if armed else text
