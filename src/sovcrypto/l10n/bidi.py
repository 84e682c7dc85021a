"""Text of two directions: where it runs, and how its pieces are kept apart.

Text comes in logical order, with the marks that CLDR puts into numbers, and displays
right by the Unicode algorithm (UAX #9). A name of another script may still pull what
stands beside it along, in a page or a line that the text knows nothing of: against that
there are isolates, for those who ask for them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from .voices import Voice

Bidi: TypeAlias = Literal["plain", "isolates", "html"]
"""How names and cells are kept apart: not at all, by U+2068 and U+2069, by `<bdi>`."""

Direction: TypeAlias = Literal["ltr", "rtl"]

_FIRST_STRONG: Final = "\u2068"
_POP: Final = "\u2069"


def direction(voice: Voice) -> Direction:
    """Return where a locale's script runs, by CLDR."""
    return "rtl" if voice.locale.character_order == "right-to-left" else "ltr"


def isolated(text: str) -> str:
    """Keep a text apart from what stands beside it."""
    return f"{_FIRST_STRONG}{text}{_POP}" if text else text


def opening(text: str) -> int:
    """Return where the first word of a text begins."""
    return len(text) - len(text.lstrip(_FIRST_STRONG))


def finished(text: str, bidi: Bidi) -> str:
    """Return a text with isolates as it was asked for.

    >>> finished(f"{isolated('Ben & Co')} holds ETH", "html")
    '<bdi>Ben &amp; Co</bdi> holds ETH'
    """
    if bidi != "html":
        return text
    marked = escape(text, quote=False)
    return marked.replace(_FIRST_STRONG, "<bdi>").replace(_POP, "</bdi>")
