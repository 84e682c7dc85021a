"""Files in, a bar that shows how far it is, and an exit code for what went wrong."""

from __future__ import annotations

import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from ..loaders import Loaded, bundled, load
from ..loaders.files import find
from .terminal import Exit, Refusal, plain, talk

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..dataset import Dataset


def loaded(paths: Sequence[Path]) -> tuple[Loaded, Exit]:
    """Load files and folders, tell what is wrong with them, and choose an exit code.

    Raises:
        Refusal: nothing at all could be read.
    """
    with _progress(paths) as on_file:
        result = load(*paths, on_file=on_file)
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
        unreadable = all(not os.access(path, os.R_OK) for path in paths)
        code = Exit.NO_INPUT if unreadable else Exit.BAD_DATA
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
