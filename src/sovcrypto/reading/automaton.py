"""Words found in one pass over a folded text, however many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from .folding import WORD, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

# A word, and whether another one may end in it, or begin with it.
_Shape: TypeAlias = tuple[bytes, bool, bool]


class Automaton:
    """Finds words that stand alone: no letter or digit goes on at either end.

    `-reserve` may end a longer word, `krypto-` may begin one.

    >>> Automaton(["ether"]).find(b"together, ether")
    [(10, 15, 0)]
    >>> Automaton(["krypto-"]).find(b"kryptogeld")
    [(0, 6, 0)]

    Attributes:
        words: the number of each word, by what is looked for.
    """

    def __init__(self, words: Iterable[str], *, quick: bool = False) -> None:
        shapes = dict.fromkeys(map(_shape, words))
        shapes.pop((b"", False, False), None)
        self.words: dict[_Shape, int] = {
            shape: number for number, shape in enumerate(shapes)
        }
        # Whether another letter right before, and right after, makes it another word.
        self._begins = bytes(w[0] in WORD and not open_ for w, open_, _ in self.words)
        self._ends = bytes(w[-1] in WORD and not open_ for w, _, open_ in self.words)
        self._automaton = BytesAhoCorasick(
            [word for word, _, _ in self.words],
            matchkind=MatchKind.Standard,
            # Three times as fast, and several times as large.
            implementation=Implementation.DFA
            if quick
            else Implementation.ContiguousNFA,
        )

    def number(self, word: str) -> int | None:
        """Return the number of a word, None if it is not among the words."""
        return self.words.get(_shape(word))

    def find(self, folded: bytes) -> list[tuple[int, int, int]]:
        """Return start, end and number of each word, in order, the longest first."""
        begins, ends, word, size = self._begins, self._ends, WORD, len(folded)
        spans = [
            (start, -end, number)
            for number, start, end in self._automaton.find_matches_as_indexes(
                folded, overlapping=True
            )
            if not (start and begins[number] and folded[start - 1] in word)
            and not (end < size and ends[number] and folded[end] in word)
        ]
        spans.sort()
        return [(start, -end, number) for start, end, number in spans]


def _shape(word: str) -> _Shape:
    return fold(word.strip("-")), word.startswith("-"), word.endswith("-")
