"""Number patterns of CLDR, taken apart."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

# UTS 35, part 3, "Number Format Patterns": prefix, number, suffix, as in `¤#,##0.00`.
_PATTERN = re.compile(
    r"(?P<prefix>[^#0]*)(?P<number>[#,0.]+)?(?P<suffix>.*)", re.DOTALL
)


@attrs.frozen
class Pattern:
    """A pattern of CLDR, taken apart.

    >>> pattern("#,##,##0.00 ¤").grouping
    (3, 2)

    Attributes:
        positive: what stands before and after the number.
        negative: the same for a negative number, None where it is the positive with a
            sign before it.
        grouping: size of the group before the decimal sign, and of those before it; 0
            where digits are not grouped.
        zeros: how many digits stand before the decimal sign at least.
    """

    positive: tuple[str, str]
    negative: tuple[str, str] | None
    grouping: tuple[int, int]
    zeros: int

    def affixes(self, signs: str) -> tuple[str, str]:
        """Return what stands before and after a number with signs such as "-" or "~".

        A pattern of its own for negative numbers also says where other signs stand, if
        it has a minus sign (ICU, `patternInfoToStringBuilder`).
        """
        if not signs:
            return self.positive
        own = self.negative
        if own is not None and ("-" in signs or "-" in own[0] + own[1]):
            return own[0].replace("-", signs), own[1].replace("-", signs)
        return signs + self.positive[0], self.positive[1]


@lru_cache(maxsize=4096)
def pattern(text: str) -> Pattern:
    """Take a pattern apart."""
    plus, _, minus = text.partition(";")
    prefix, number, suffix = _split(plus)
    whole = number.partition(".")[0]
    groups = [len(group) for group in whole.split(",")[1:]]
    primary = groups[-1] if groups else 0
    before, _, after = _split(minus)
    return Pattern(
        positive=(prefix, suffix),
        negative=(before, after) if minus else None,
        grouping=(primary, groups[-2] if len(groups) > 1 else primary),
        zeros=whole.count("0"),
    )


def _split(text: str) -> tuple[str, str, str]:
    # A quoted text is literal (`0 Mio'.'`); no quoted one holds a sign or a digit.
    match = _PATTERN.fullmatch(text.replace("'.'", "\0"))
    if match is None:
        message = f"{text!r} is not a number pattern"
        raise ValueError(message)
    prefix, number, suffix = match["prefix"], match["number"] or "", match["suffix"]
    return _unquoted(prefix), number, _unquoted(suffix)


def _unquoted(affix: str) -> str:
    return affix.replace("\0", ".").replace("'", "")
