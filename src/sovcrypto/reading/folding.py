"""A shadow of a text, of the same length, in which matching is easy and fast.

The shadow has one byte for each code point: letters lose case and accents, typographic
quotes, dashes and spaces become plain, so `ETATS-UNIS`, `États-Unis` and `etats-unis`
are one. Offsets in the shadow are offsets in the text. Where the text holds characters
that must not count at all (combining accents, soft hyphens, zero-width characters), the
shadow leaves them out and keeps a table back to the original offsets.

The way is `str.encode` to Windows-1252, which has a byte for whatever Western European
newspapers print, then one `bytes.translate`: both run in C. What that code page lacks
goes through an error handler, one byte for one character.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from .wrapping import unwrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

# Bytes that Windows-1252 leaves free: letters and marks of which nothing is known.
_LETTER: Final = 0x81
_OTHER: Final = 0x8D

# Characters that carry no letter of their own: combining marks, soft hyphen, zero-width
# characters, directional marks and isolates, the byte order mark within a text, and the
# first half of a Windows line end.
_SILENT = re.compile(
    "(?:[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\r(?=\n))+"
)

_SPACES: Final = (
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
_PLAIN: Final[dict[str, str]] = {
    **dict.fromkeys(f"{_SPACES}\u202f\u205f\u3000\u2028\u2029\u0085\t\v\f", " "),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}


def _base(char: str) -> str:
    """Return the plain lower-case letter behind an accented one, or the character."""
    plain = _PLAIN.get(char)
    if plain is not None:
        return plain
    base = unicodedata.normalize("NFKD", char)[:1].lower()
    return base if base.isascii() and base.isalpha() else char


@lru_cache(maxsize=4096)
def _byte(char: str) -> int:
    """Return the byte that stands for a character which Windows-1252 lacks."""
    base = _base(char)
    if base.isascii():
        return ord(base)
    return _LETTER if char.isalpha() else _OTHER


class _SilentFound(Exception):
    """A character that must not count: the text has to be thinned out first."""


def _stand_in(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    if _SILENT.search(missing):
        raise _SilentFound
    return bytes(map(_byte, missing)), error.end


codecs.register_error("sovcrypto.fold", _stand_in)


def _table() -> bytes:
    table = bytearray(range(256))
    for code in range(256):
        try:
            char = bytes([code]).decode("cp1252")
        except UnicodeDecodeError:
            continue
        base = _base(char.lower())
        if base.isascii():
            table[code] = ord(base)
        elif char.isupper():
            table[code] = char.lower().encode("cp1252")[0]
    return bytes(table)


_FOLD: Final = _table()
# A word goes on through these bytes; the apostrophe is not one of them (`l'Iran`).
WORD: Final = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789\x81") | {
    code
    for code in range(0x80, 256)
    if bytes([code]).decode("cp1252", "replace").isalpha()
}


def fold(text: str) -> bytes:
    """Fold a text to its shadow, one byte for each code point.

    >>> fold("L’Évolution du BTC")
    b"l'evolution du btc"
    """
    return text.encode("cp1252", "sovcrypto.fold").translate(_FOLD)


_SOFT_HYPHEN: Final = b"\xad"


@attrs.frozen
class Shadow:
    """The shadow of a text, and the way back.

    >>> shadow = Shadow.of("co" + chr(0xAD) + "in: 5 €")
    >>> shadow.folded.startswith(b"coin")
    True
    >>> shadow.origin(0, 4)
    (0, 5)

    Attributes:
        plain: the text without silent characters and without the line breaks of a
            narrow column; one character for each byte.
        folded: the bytes to match on.
        kept: offset in the text of each byte, None where the two agree.
    """

    plain: str
    folded: bytes
    kept: Sequence[int] | None = None

    @classmethod
    def of(cls, text: str) -> Shadow:
        """Make the shadow of a text."""
        wrapped = unwrapped(text)
        try:
            folded = fold(wrapped)
        except _SilentFound:
            folded = _SOFT_HYPHEN
        if _SOFT_HYPHEN not in folded and b"\r" not in folded:
            return cls(wrapped, folded)
        kept = array("L")
        place = 0
        for silent in _SILENT.finditer(text):
            kept.extend(range(place, silent.start()))
            place = silent.end()
        kept.extend(range(place, len(text)))
        plain = unwrapped(_SILENT.sub("", text))
        return cls(plain, fold(plain), kept)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text behind a span of the shadow."""
        if self.kept is None or start >= end:
            return start, end
        return self.kept[start], self.kept[end - 1] + 1
