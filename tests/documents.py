"""The examples of the documents are run, those of each in a folder of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from doctest import ELLIPSIS
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

ROOT = Path(__file__).parents[1]
# As in a terminal of the usual width, in English, without colours.
TERMINAL = {"COLUMNS": "80", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
COMMAND = re.compile(
    r"^\$ (?P<command>.+)\n(?P<printed>(?:(?!\$ ).*\n?)*)", re.MULTILINE
)


def enter(namespace: dict[str, Any]) -> None:
    """Go into an empty folder: what the examples write is nobody's."""
    namespace["_back"], namespace["_folder"] = Path.cwd(), TemporaryDirectory()
    os.chdir(namespace["_folder"].name)


def leave(namespace: dict[str, Any]) -> None:
    """Go back, and throw the folder away."""
    os.chdir(namespace["_back"])
    namespace["_folder"].cleanup()


def run(example: Example) -> str | None:
    """Run the `sovcrypto` commands of a block, and compare what they print.

    Others stand for the reader: they install something, or need the repository.
    """
    for match in COMMAND.finditer(example.parsed):
        command, expected = match["command"], match["printed"].rstrip()
        if not command.startswith("sovcrypto "):
            continue
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", command],
            env={**os.environ, **TERMINAL, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        printed = "\n".join(line.rstrip() for line in done.stdout.splitlines()).rstrip()
        if printed != expected:
            return f"$ {command}\nexpected:\n{expected}\nprinted:\n{printed}"
    return None


class Documents(Sybil):
    """Names each example after its document, too.

    To pytest-xdist, what follows the last `@` is a group that stays on one worker: the
    later examples build on the earlier.
    """

    def identify(self, example: Example) -> str:
        """Return the name of an example within its document."""
        return f"{super().identify(example)}@{Path(example.path).name}"


pytest_collect_file = Documents(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("console", run),
    ],
    path=str(ROOT),
    patterns=["README.md", "docs/*.md"],
    setup=enter,
    teardown=leave,
).pytest()
