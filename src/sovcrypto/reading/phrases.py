"""Phrases of a language, looked up at a place of a shadow.

Two ways to look: `Ahead` finds what begins at a place, by a dictionary of first words;
`Behind` finds what ends there, by one compiled pattern over the reversed text. Both
take the longest phrase, end at the border of a word, read a line end as a space, and
cost the same however many phrases there are.
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

_HEAD: Final = re.compile(rb"[%b]+|[^ \r\n]" % LETTERS)
_END: Final = -1
_NONE: Final = ()


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
    r"""Return a pattern that matches the longest of some phrases, nothing for none.

    >>> trie([b"over", b"or more", b"overt"])
    b'o(?:r[ \\n]more|ver(?:t)?)'
    """
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for code in phrase:
            node = node.setdefault(code, {})
        node[_END] = {}
    return _written(root) if root else b"(?!)"


def _written(node: _Trie) -> bytes:
    branches = [
        (b"[ \\n]" if code == ord(" ") else re.escape(bytes([code]))) + _written(below)
        for code, below in sorted(node.items())
        if code != _END
    ]
    ends = _END in node
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

    Attributes:
        heads: the meanings of phrases by first word and length, the longest first.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]):
        heads: dict[bytes, dict[int, dict[bytes, list[T]]]] = {}
        for phrase, meaning in phrases:
            folded = fold(phrase)
            head = _HEAD.match(folded)
            if head:
                sizes = heads.setdefault(head[0], {})
                same = sizes.setdefault(len(folded), {})
                same.setdefault(folded, []).append(meaning)
        self.heads: Mapping[bytes, list[tuple[int, Mapping[bytes, list[T]]]]] = {
            head: sorted(sizes.items(), reverse=True) for head, sizes in heads.items()
        }

    def at(self, text: bytes, place: int) -> list[tuple[T, int]]:
        """Return what begins at a place, longest first, each with its end."""
        head = _HEAD.match(text, place)
        return self.beginning(head[0], text, place) if head else []

    def beginning(self, head: bytes, text: bytes, place: int) -> list[tuple[T, int]]:
        """Do the same, where the first word is known."""
        found: list[tuple[T, int]] = []
        alone = len(head)
        for size, phrases in self.heads.get(head, _NONE):
            end = place + size
            phrase = head
            if size != alone:
                phrase = text[place:end]
                if b"\n" in phrase:
                    phrase = phrase.replace(b"\n", b" ")
            meanings = phrases.get(phrase)
            if meanings and (size == alone or _ends(phrase, text, end)):
                for meaning in meanings:
                    found.append((meaning, end))  # noqa: PERF401 -- here it is slower
        return found

    def first(self, text: bytes, place: int) -> tuple[T, int] | None:
        """Return the longest of what begins at a place."""
        found = self.at(text, place)
        return found[0] if found else None


def _ends(phrase: bytes, text: bytes, end: int) -> bool:
    """Whether the last word of a phrase ends where the phrase does."""
    return end >= len(text) or text[end] not in WORD or phrase[-1] not in WORD


class Behind(Generic[T]):
    """Phrases with their meanings, found where they end; one space may follow.

    Between a phrase and the place one of the words `between` may stand, and one of the
    words `before` belongs to the phrase that it precedes.

    >>> behind = Behind([("plus d'", "more"), ("plus de", "more")], before=["un peu"])
    >>> behind.at(b"un peu plus de 6 200 btc", 15)
    ('more', 0)
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, T]],
        *,
        between: Iterable[str] = (),
        before: Iterable[str] = (),
    ):
        self.meanings: Mapping[bytes, T] = {
            fold(phrase)[::-1]: meaning for phrase, meaning in phrases
        }
        after = [fold(word)[::-1] for word in between]
        first = [fold(word)[::-1] for word in before]
        self._reach = 4 + sum(
            max(map(len, words), default=0) for words in (self.meanings, after, first)
        )
        edge = rb"(?![%b])" % LETTERS
        pattern = rb"[ \n]?%b(%b)%b%b" % (
            rb"(?:(?:%b)[ \n])?" % trie(after) if after else b"",
            trie(self.meanings),
            edge,
            rb"(?:[ \n](?:%b)%b)?" % (trie(first), edge) if first else b"",
        )
        self._match = re.compile(pattern).match

    def at(self, text: bytes, place: int) -> tuple[T, int] | None:
        """Return the longest of what ends at a place, with its start."""
        match = self._match(text[max(0, place - self._reach) : place][::-1])
        if match is None:
            return None
        phrase = match[1]
        meaning = (
            self.meanings.get(phrase) or self.meanings[phrase.replace(b"\n", b" ")]
        )
        return meaning, place - match.end()
