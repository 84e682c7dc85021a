r"""What stands at the other end: its language, its colours, and what it may be sent.

Data goes to standard output, talk to standard error. What an article says is written
to a terminal only after everything that a terminal would obey has been taken out.
"""

from __future__ import annotations

import io
import os
import re
import sys
from enum import IntEnum
from typing import IO, TYPE_CHECKING, Final, cast

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from ..errors import UnknownLocale
from ..l10n import Formatter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# ECMA-48: control sequences (CSI) and strings (OSC, DCS, …), in 7 and in 8 bits, then
# two-character escapes.
_SEQUENCES: Final = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
# Not `\s`: the no-break spaces inside "6 200 BTC" stay.
_SPACES: Final = re.compile("[ \t\n\x0b\x0c\r\x85\u2028\u2029]+")
# Controls, and the overrides and isolates that turn a line around (UAX 9).
_CONTROLS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
# A number stays with what it counts: "1 milliard", "17 décembre".
_WORD: Final = re.compile(r"(?:[^ ]*[0-9] )*[^ ]+ *")


class Exit(IntEnum):
    """How the program ends; from 64 to 78 as sysexits.h has it."""

    OK = 0
    REJECTED = 1
    """Something could not be read; the good rest was."""
    USAGE = 2
    BAD_DATA = 65
    NO_INPUT = 66
    IO_ERROR = 74
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Refusal(Exception):
    """What ends the program with a message.

    Attributes:
        code: the exit code.
    """

    def __init__(self, message: str, code: Exit = Exit.USAGE) -> None:
        self.code = code
        super().__init__(message)


class _Output(Console):
    """A console that leaves a broken pipe to the caller."""

    def on_broken_pipe(self) -> None:
        """Let the error through, instead of ending the program here."""
        raise BrokenPipeError


def output() -> Console:
    """Return where data goes.

    Raises:
        Refusal: nobody listens.
    """
    # None where the program was started with its output closed.
    if not cast("IO[str] | None", sys.stdout):
        raise Refusal("standard output is closed", Exit.IO_ERROR)
    return _console(sys.stdout)


def talk() -> Console:
    """Return where talk goes."""
    return _console(cast("IO[str] | None", sys.stderr) or io.StringIO())


def _console(file: IO[str]) -> Console:
    # NO_COLOR asks for no colour; bold and dim would still be escapes in a file.
    return _Output(
        file=file,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        highlight=False,
        markup=False,
        emoji=False,
    )


def plain(text: str) -> str:
    r"""Take out of a text what a terminal would obey, and fold its white space.

    >>> plain("Bhutan\x1b[31m holds\n12\u202e BTC\x07")
    'Bhutan holds 12 BTC'
    """
    return harmless(text).strip(" ")


def harmless(text: str) -> str:
    r"""Do the same with a piece of a text, and leave the spaces at its ends.

    >>> harmless("\tBhutan ")
    ' Bhutan '
    """
    return _CONTROLS.sub("", _SPACES.sub(" ", _SEQUENCES.sub("", text)))


def voice(locale: str | None, environment: Mapping[str, str]) -> Formatter:
    """Return the formatter of the locale that is asked for, or of the environment.

    >>> voice(None, {"LANG": "fr_FR.UTF-8"})
    Formatter('fr-FR')

    Raises:
        UnknownLocale: the locale that is asked for is none.
    """
    if locale is not None:
        return Formatter(locale)
    named = (environment.get(name) for name in ("LC_ALL", "LANG"))
    ambient = next(filter(None, named), "C").partition(".")[0].partition("@")[0]
    try:
        return Formatter("en" if ambient in {"C", "POSIX"} else ambient)
    except UnknownLocale:
        return Formatter("en")


def wrapped(text: Text, width: int) -> Iterator[Text]:
    """Cut a text into lines at its plain spaces; a no-break space holds.

    >>> [line.plain for line in wrapped(Text("plus de 6\u202f200 BTC"), 9)]
    ['plus de', '6\u202f200 BTC']
    """
    breaks: list[int] = []
    column = 0
    for match in _WORD.finditer(text.plain):
        size = cell_len(match[0].rstrip(" "))
        if column and column + size > width:
            breaks.append(match.start())
            column = 0
        column += cell_len(match[0])
    for line in text.divide(breaks):
        line.rstrip()
        yield line
