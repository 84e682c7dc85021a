"""Find the files below some paths, and read each as text or say why not.

Nothing is guessed and nothing is dropped: bytes that are no UTF-8 are refused with
their place, never left out.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# The longer first: UTF-32's little-endian mark begins with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SPECIAL: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
# "é" and "’" in UTF-8, taken for Windows-1252: "Ã©" and "â€™".
_MOJIBAKE: Final = re.compile("Ã[\u0080-\u00bf\u0152\u0160]|â€[\u0099\u201c-\u2122]")


class Unreadable(Exception):
    """A file that cannot be read as text, and why."""


@attrs.frozen
class Found:
    """A path to look at, or one that is not looked at.

    Attributes:
        path: where it is.
        named: whether the caller named it, rather than a folder above it.
        skip: why it is passed over, None where it is not.
        fault: why it cannot be looked at, None where it can.
    """

    path: Path
    named: bool
    skip: str | None = None
    fault: str | None = None


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Found]:
    """Yield every file once: those named, and those below the folders named.

    Folders are gone through by name; what is hidden there, and links to other folders,
    are left alone.
    """
    seen: set[tuple[int, int]] = set()
    for path in map(Path, paths):
        for found in _below(path):
            try:
                status = found.path.stat()
            except (OSError, ValueError) as error:
                yield attrs.evolve(found, fault=found.fault or _reason(error))
                continue
            identity = status.st_dev, status.st_ino
            if identity in seen and found.fault is None:
                yield attrs.evolve(found, skip="given before")
            else:
                seen.add(identity)
                yield found


def read_text(path: Path, max_bytes: int) -> str:
    """Return the text of a file without its byte order mark, otherwise as it stands.

    Raises:
        Unreadable: no regular file, too large, not UTF-8, or not a text.
    """
    return decoded(_bytes(path, max_bytes))


def decoded(content: bytes) -> str:
    """Return the text of some bytes without its byte order mark.

    >>> decoded("Bhoutan".encode("utf-8-sig"))
    'Bhoutan'

    Raises:
        Unreadable: not UTF-8, or not a text.
    """
    mark, encoding = _encoding(content)
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        line = 1 + content.count(b"\n", 0, offset)
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        msg = f"not {name}: byte {offset}, on line {line}, is 0x{content[offset]:02x}"
        raise Unreadable(msg) from None
    if "\0" in text:
        line = 1 + text.count("\n", 0, text.index("\0"))
        msg = f"not a text: a NUL character on line {line}"
        raise Unreadable(msg)
    return text


def read_rows(
    path: Path, max_bytes: int, *, header: bool
) -> tuple[str, dict[int, str]]:
    """Return the text of a file of rows, and what is wrong with the lines left out.

    A wrong byte spoils its own line and no other: the line is left empty, and told
    under its number. In a header it spoils the whole.

    Raises:
        Unreadable: as `read_text`, but for wrong bytes of UTF-8.
    """
    content = _bytes(path, max_bytes)
    mark, encoding = _encoding(content)
    if encoding != "utf-8":
        return read_text(path, max_bytes), {}
    lines: list[str] = []
    wrong: dict[int, str] = {}
    for number, row in enumerate(content[len(mark) :].split(b"\n"), 1):
        try:
            lines.append(row.decode())
        except UnicodeDecodeError as error:
            place = error.start
            msg = f"not UTF-8: byte {place} of the line is 0x{error.object[place]:02x}"
            wrong[number] = msg
            lines.append("")
    text = "\n".join(lines)
    if header and 1 in wrong:
        return read_text(path, max_bytes), {}
    if "\0" in text:
        line = 1 + text.count("\n", 0, text.index("\0"))
        msg = f"not a text: a NUL character on line {line}"
        raise Unreadable(msg)
    return text, wrong


def _encoding(content: bytes) -> tuple[bytes, str]:
    """Return the byte order mark of a file, and the encoding that it tells."""
    return next(
        ((mark, name) for mark, name in _MARKS if content.startswith(mark)),
        (b"", "utf-8"),
    )


def oddity(text: str) -> str | None:
    """Return a remark on a text that can be read but looks wrong, None for others."""
    if not text.strip():
        return "empty"
    wrong = _MOJIBAKE.search(text)
    if wrong is None:
        return None
    line = 1 + text.count("\n", 0, wrong.start())
    return f"{wrong[0]!r} on line {line}: was UTF-8 taken for Windows-1252?"


def shown_path(path: Path) -> str:
    r"""Return a path as text for messages, with what cannot be printed escaped.

    >>> shown_path(Path("a\nb.csv"))
    'a\\nb.csv'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode()
        for char in str(path)
    )


def _below(path: Path) -> Iterator[Found]:
    if not path.is_dir():
        yield Found(path, named=True)
        return
    faults: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if Path(folder, name).is_symlink():
                yield Found(Path(folder, name), named=False, skip="a link to a folder")
        for name in sorted(names):
            if not name.startswith("."):
                yield Found(Path(folder, name), named=False)
    for error in faults:
        yield Found(Path(str(error.filename)), named=False, fault=_reason(error))


def _bytes(path: Path, max_bytes: int) -> bytes:
    try:
        # Looked at first: to open a pipe would wait for somebody to write into it.
        status = path.stat()
        for is_special, name in _SPECIAL:
            if is_special(status.st_mode):
                msg = f"not a file but {name}"
                raise Unreadable(msg)
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise Unreadable(_reason(error)) from None
    if len(content) > max_bytes:
        size = max(status.st_size, len(content))
        msg = f"too large: {size:,} bytes where max_bytes is {max_bytes:,}"
        raise Unreadable(msg)
    return content


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    said = error.strerror if isinstance(error, OSError) else str(error)
    return f"cannot be read: {(said or type(error).__name__).lower()}"
