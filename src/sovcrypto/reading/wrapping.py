r"""Line breaks that a mail program or an editor put there, and no author.

They are turned into spaces, in place, before anything is matched, so that "more\nthan"
is "more than". A break is one of these if the line goes on in lower case or with a
figure, or if it stands in a block of lines that are all about as long as the longest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# The literal line break comes first, so that the scan for it is one of C.
_LINE = re.compile(r"\n(?=(?P<figure>[0-9])|[a-zß-öø-ÿ])")
# Without three lines below one another there is no column.
_BLOCK = re.compile(r"\n[^\n]{1,100}\n(?=[^\n])")
# After these a line is complete, whatever follows.
_CLOSING: Final = frozenset('.!?:;…»”"\n')
_BULLET = re.compile(r"[ \t]*(?:[-*•‣–>#]|\d{1,2}[.)])\s")
# The widest column, and by how much a wrapped line may fall short of the longest.
_WIDEST: Final = 100
_RAGGED: Final = 25
# Fewer lines do not show a column.
_COLUMN: Final = 3


def unwrapped(text: str) -> str:
    r"""Return the text with such breaks as spaces; its length stays the same.

    >>> unwrapped("Bhutan holds more\nthan 12,000 BTC.\nIt mines.")
    'Bhutan holds more than 12,000 BTC.\nIt mines.'
    """
    if "\n" not in text:
        return text
    text = _LINE.sub(_joint, text)
    places = list(_columns(text)) if _BLOCK.search(text) else []
    if not places:
        return text
    letters = list(text)
    for place in places:
        letters[place] = " "
    return "".join(letters)


def _joint(line: re.Match[str]) -> str:
    """Return a space where the line before goes on, else the break itself."""
    before = line.string[line.start() - 1 : line.start()] or "\n"
    goes_on = before.islower() or before == "," if line["figure"] else True
    return " " if goes_on and before not in _CLOSING else "\n"


def _columns(text: str) -> Iterator[int]:
    """Yield the breaks within columns: blocks of lines that are about equally long."""
    block: list[str] = []
    start = place = 0
    for line in (*text.split("\n"), ""):
        if line.strip():
            start = start if block else place
            block.append(line)
        elif block:
            if _is_column(block):
                yield from _breaks(block, start)
            block = []
        place += len(line) + 1


def _is_column(lines: list[str]) -> bool:
    lengths = [len(line.rstrip()) for line in lines]
    widest = max(lengths)
    even = all(length >= widest - _RAGGED for length in lengths[:-1])
    narrow = len(lines) >= _COLUMN and _RAGGED < widest <= _WIDEST
    return narrow and even and not any(map(_BULLET.match, lines))


def _breaks(lines: list[str], start: int) -> Iterator[int]:
    for line in lines[:-1]:
        start += len(line)
        yield start
        start += 1
