"""Which mark begins the decimals of a text: Mexico writes 8.1, Spain writes 8,1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .figures import Figure

_GROUP: Final = 3


def decimal_mark(figures: Iterable[Figure], own: str, other: str) -> str:
    """Return the mark of a text whose language has two: its figures tell.

    The first one holds, unless some figures speak for the second and none for it.
    """
    told = {_told(figure) for figure in figures}
    return other if other.encode() in told and own.encode() not in told else own


def _told(figure: Figure) -> bytes:
    """Return the mark that can only begin decimals, for the number being as it is."""
    bare = figure.digits.replace(b" ", b"").replace(b"'", b"")
    marks = [bytes([code]) for code in bare if not bytes([code]).isdigit()]
    if not marks:
        return b""
    last = marks[-1]
    if len(set(marks)) > 1:  # 6,183.50
        return last
    another = b"." if last == b"," else b","
    if len(marks) > 1:  # 1,250,000
        return another
    head, _, tail = bare.partition(last)
    if len(tail) != _GROUP or head.startswith(b"0"):  # 8.1
        return last
    # "1,400 millones": no paper writes a nought at the end of decimals.
    return another if figure.power and tail.endswith(b"0") else b""
