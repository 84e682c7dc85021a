"""Phrases of a language, looked up at a place of a shadow.

Two ways to look: `Ahead` finds what begins at a place, by a dictionary of first words;
`Behind` finds what ends there, by one compiled pattern over the reversed text. Both take
the longest phrase, end at the border of a word, and cost the same however many phrases
there are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

from .folding import WORD, fold
from .language import table, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")

_Trie: TypeAlias = "dict[int, _Trie]"

LETTERS: Final = b"".join(re.escape(bytes([code])) for code in sorted(WORD))
"""The bytes of a word, to stand between the brackets of a pattern."""

_HEAD: Final = re.compile(rb"[%b]+|[^ \n]" % LETTERS)
_END: Final = 0
_NO_FINDS: Final = ()


def section(language: str, file: str, *path: str) -> dict[str, tuple[str, ...]]:
    """Return a table of word lists of a language, each expanded; empty if absent.

    >>> section("en", "quantities", "scales")["6"]
    ('million', 'millions', 'mln')
    """
    found: object = table(language, file)
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if not isinstance(found, dict):
        return {}
    keys = [str(key) for key in found]  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return {key: words(language, file, *path, key) for key in keys}


def setting(language: str, file: str, key: str) -> str:
    """Return a single word of a file of a language, empty if absent.

    >>> setting("fr", "quantities", "decimal")
    ','
    """
    found = table(language, file).get(key, "")
    return str(found) if isinstance(found, str | int) else ""


def trie(phrases: Iterable[bytes]) -> bytes:
    """Return a pattern that matches the longest of some phrases.

    >>> trie([b"over", b"or more", b"overt"])
    b'o(?:r\\\\ more|ver(?:t)?)'
    """
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for code in phrase:
            node = node.setdefault(code, {})
        node[_END] = {}
    return _written(root)


def _written(node: _Trie) -> bytes:
    ends = _END in node
    branches = [
        re.escape(bytes([code])) + _written(below)
        for code, below in sorted(node.items())
        if code != _END
    ]
    if not branches:
        return b""
    if len(branches) == 1 and not ends:
        return branches[0]
    return b"(?:%b)%b" % (b"|".join(branches), b"?" * ends)


class Ahead(Generic[T]):
    """Phrases with their meanings, found where they begin.

    >>> ahead = Ahead([("bitcoin", "BTC"), ("bitcoin cash", "BCH")])
    >>> ahead.at(b"16 bitcoin cash", 3)
    [('BCH', 15), ('BTC', 10)]
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]):
        self._heads: dict[bytes, list[tuple[bytes, T]]] = {}
        for phrase, meaning in phrases:
            folded = fold(phrase)
            head = _HEAD.match(folded)
            if head:
                self._heads.setdefault(head[0], []).append((folded, meaning))
        for entries in self._heads.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, text: bytes, place: int) -> list[tuple[T, int]]:
        """Return what begins at a place, longest first, each with its end."""
        head = _HEAD.match(text, place)
        entries = self._heads.get(head[0], _NO_FINDS) if head else _NO_FINDS
        found: list[tuple[T, int]] = []
        for phrase, meaning in entries:
            end = place + len(phrase)
            if text.startswith(phrase, place) and not (
                phrase[-1] in WORD and end < len(text) and text[end] in WORD
            ):
                found.append((meaning, end))
        return found

    def first(self, text: bytes, place: int) -> tuple[T, int] | None:
        """Return the longest of what begins at a place."""
        found = self.at(text, place)
        return found[0] if found else None


class Behind(Generic[T]):
    """Phrases with their meanings, found where they end; one space may follow.

    >>> behind = Behind([("plus d'", "more"), ("plus de", "more"), ("de", "of")])
    >>> behind.at(b"a plus de 6 200 btc", 10)
    ('more', 2)
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]):
        self._meanings = {fold(phrase): meaning for phrase, meaning in phrases}
        self._reach = 2 + max(map(len, self._meanings), default=0)
        inner = trie(phrase[::-1] for phrase in self._meanings)
        pattern = rb" ?(%b)(?![%b])" % (inner, LETTERS)
        self._pattern = re.compile(pattern) if self._meanings else None

    def at(self, text: bytes, place: int) -> tuple[T, int] | None:
        """Return the longest of what ends at a place, with its start."""
        if self._pattern is None:
            return None
        window = text[max(0, place - self._reach) : place]
        match = self._pattern.match(window[::-1])
        if match is None:
            return None
        return self._meanings[match[1][::-1]], place - match.end()

    @property
    def phrases(self) -> Mapping[bytes, T]:
        """The folded phrases with their meanings."""
        return self._meanings
