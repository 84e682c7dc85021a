"""Files in, a bar that shows how far it is, and an exit code for what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, cast

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from ..loaders import MAX_BYTES, Loaded, Report, bundled, load, load_bytes
from ..loaders.files import find
from .terminal import Exit, Refusal, plain, talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..dataset import Dataset

STDIN: Final = Path("<stdin>")
"""What stands for standard input among the files, typed as `-`."""


def loaded(paths: Sequence[Path]) -> tuple[Loaded, Exit]:
    """Load files and folders, tell what is wrong with them, and choose an exit code.

    Raises:
        Refusal: nothing at all could be read.
    """
    files = [path for path in paths if path != STDIN]
    with _progress(files) as on_file:
        result = load(*files, on_file=on_file)
    if STDIN in paths:
        piped = _piped()
        every = (*result.report.files, *piped.report.files)
        result = Loaded(result.data | piped.data, Report(every))
    report = result.report
    usable = any(file.facts or file.document for file in report.read)
    told = str(report).split("\n") if usable else [str(p) for p in report.problems]
    for line in told:
        talk().print(Text(plain(line), "dim"), soft_wrap=True)
    if not report.files:
        raise Refusal("there are no files in it", Exit.NO_INPUT)
    if not report.problems:
        return result, Exit.OK
    if not usable:
        unreadable = all(not os.access(path, os.R_OK) for path in files)
        gone = unreadable and STDIN not in paths
        code = Exit.NO_INPUT if gone else Exit.BAD_DATA
        raise Refusal("nothing could be read", code)
    return result, Exit.REJECTED


def dataset(paths: Sequence[Path]) -> tuple[Dataset, Exit]:
    """Load files and folders, or the facts that come with the package if none is given.

    Raises:
        Refusal: nothing at all could be read.
    """
    if not paths:
        return bundled(), Exit.OK
    result, code = loaded(paths)
    return result.data, code


def _piped() -> Loaded:
    """Load what comes in by standard input.

    Raises:
        Refusal: it is closed, or too much comes.
    """
    # None where the program was started with its input closed.
    if not cast("IO[str] | None", sys.stdin):
        raise Refusal("standard input is closed", Exit.NO_INPUT)
    content = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise Refusal(f"{STDIN}: more than {MAX_BYTES:,} bytes", Exit.BAD_DATA)
    return load_bytes(content, file=str(STDIN))


@contextmanager
def _progress(paths: Sequence[Path]) -> Generator[Callable[[Path], None] | None]:
    """Show on a terminal how many of the files have been read; it vanishes after."""
    console = talk()
    if not console.is_terminal:
        yield None
        return
    named = TextColumn("{task.description}", markup=False)
    columns = named, BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=sum(1 for _ in find(paths)))

        def on_file(path: Path) -> None:
            name = Text(plain(path.name)).plain
            progress.update(task, description=name, advance=1)

        yield on_file
