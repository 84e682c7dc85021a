"""A number of a text with what belongs to it, and the page on which it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from .units import UnitWord

if TYPE_CHECKING:
    from .grammar import Grammar

NOUGHTS: Final = bytes.maketrans(b"123456789", b"000000000")
"""Turns every digit into a nought."""


@attrs.define
class Figure:
    """A number of a text, and what stands right beside it.

    Attributes:
        start: where it begins, with the sign before it.
        end: where it ends, with its unit.
        digits: the number as printed, empty if it is in words.
        value: the number, where it is in words.
        unit: what it counts, None if that is not said beside it.
        sign: whether the unit stands before the number.
        power: power of ten of the scale words.
        half: whether half a scale word is to be added: `2 millions et demi`.
        free: whether the unit may stand elsewhere: no noun follows.
        hedge: kind of a hedge after it, empty if there is none.
        per: for how long, or for what, it is.
        upper: the second number of a range.
        source: what the unit was learnt from, for the rule.
    """

    start: int
    end: int
    digits: bytes
    value: Decimal | None = None
    unit: UnitWord | None = None
    sign: bool = False
    power: int = 0
    half: bool = False
    free: bool = False
    hedge: str = ""
    per: str | None = None
    upper: Figure | None = None
    source: str = "unit"


@attrs.define
class Page:
    """A stretch of text and the words of its language.

    Attributes:
        text: the folded bytes.
        plain: the text as printed.
        grammar: the words of its language.
        shape: the folded bytes with noughts for all digits. Numbers are looked for
            here: the engine runs to the next byte of one kind several times faster
            than to the next of ten kinds.
    """

    text: bytes
    plain: str
    grammar: Grammar
    shape: bytes

    @classmethod
    def of(cls, text: bytes, plain: str, grammar: Grammar) -> Page:
        """Make a page."""
        return cls(text, plain, grammar, text.translate(NOUGHTS))
