"""The parts that a written number is made of, each with its kind."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

PartKind: TypeAlias = Literal[
    "integer",
    "group",
    "decimal",
    "fraction",
    "exponentSeparator",
    "exponentMinusSign",
    "exponentInteger",
    "minusSign",
    "plusSign",
    "approximatelySign",
    "percentSign",
    "compact",
    "currency",
    "unit",
    "literal",
]
"""The kinds of ECMA-402's `formatToParts`."""


class Part(NamedTuple):
    """A piece of a formatted text.

    >>> from sovcrypto import Formatter
    >>> parts = Formatter("en", style="currency", currency="USD").to_parts("0.5")
    >>> "".join(it.text for it in parts if it.kind != "currency")
    '0.50'

    Attributes:
        kind: what it is, as ECMA-402 calls it.
        text: the piece itself.
    """

    kind: PartKind
    text: str


@attrs.frozen
class Affixes:
    """What stands before and after a number.

    Attributes:
        before: the parts before it.
        after: the parts after it.
        prefix: the same as a text.
        suffix: the same as a text.
        alone: it says the number as well, as "two years" is one word in Arabic.
    """

    before: tuple[Part, ...]
    after: tuple[Part, ...]
    prefix: str
    suffix: str
    alone: bool

    @classmethod
    def of(
        cls, before: Iterable[Part], after: Iterable[Part], *, alone: bool = False
    ) -> Affixes:
        """Return what stands before and after, in parts and as texts."""
        parts = tuple(before), tuple(after)
        prefix, suffix = ("".join(part.text for part in side) for side in parts)
        return cls(*parts, prefix, suffix, alone)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Both together."""
        return self.before + self.after


NOTHING: Final = Affixes.of((), ())

_SPACE: Final = "\u00a0"
# The placeholders of a pattern (UTS 35, part 3), and the signs of a locale for them.
_SIGNS: Final[Mapping[str, tuple[PartKind, str]]] = {
    "-": ("minusSign", "minus"),
    "+": ("plusSign", "plus"),
    "~": ("approximatelySign", "approximately"),
    "%": ("percentSign", "percent"),
}


def affixes(
    pair: tuple[str, str],
    signs: Mapping[str, str],
    symbol: str,
    word: PartKind,
    *,
    spaced: bool,
) -> Affixes:
    """Fill in the placeholders of what stands before and after a number.

    Args:
        pair: both as the pattern has them.
        signs: the signs of the locale.
        symbol: what stands for `¤`.
        word: the kind of other text: the word of a compact form, or nothing much.
        spaced: whether a symbol such as `US$` stands apart from the digits.
    """
    before, after = ([*_filled(text, signs, symbol, word)] for text in pair)
    # UTS 35, "currencySpacing": "US$ 5" but "$5", if nothing stands between.
    if not spaced:
        return Affixes.of(before, after)
    if before and before[-1].kind == "currency" and _needs_space(symbol[-1]):
        before.append(Part("literal", _SPACE))
    if after and after[0].kind == "currency" and _needs_space(symbol[0]):
        after.insert(0, Part("literal", _SPACE))
    return Affixes.of(before, after)


def _needs_space(char: str) -> bool:
    return unicodedata.category(char)[0] not in "SZ"


def _filled(
    text: str, signs: Mapping[str, str], symbol: str, word: PartKind
) -> Iterator[Part]:
    literal = ""
    for char in text:
        if char not in _SIGNS and char != "¤":
            literal += char
            continue
        yield from worded(literal, word)
        literal = ""
        if char == "¤":
            yield Part("currency", symbol)
        else:
            kind, name = _SIGNS[char]
            yield Part(kind, signs[name])
    yield from worded(literal, word)


def worded(text: str, kind: PartKind) -> Iterator[Part]:
    """Yield a text as one part, with the space around it as literals."""
    bare = text.strip()
    before, _, after = text.partition(bare) if bare else (text, "", "")
    if before:
        yield Part("literal", before)
    if bare:
        yield Part(kind, bare)
    if after:
        yield Part("literal", after)


def around(pattern: str, kind: PartKind) -> Affixes:
    """Return what a pattern such as `{0} megawatts` has around the number."""
    before, number, after = pattern.partition("{0}")
    return Affixes.of(worded(before, kind), worded(after, kind), alone=not number)
