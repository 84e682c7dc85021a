"""Amounts as a source left them: exact, about, more than, between.

Languages with a catalogue say so in words. Others use the signs of CLDR: `~`, `≥`,
`>` and the locale's own pattern for ranges.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from ..codes import Unit, dimension
from ..values import Amount
from .digits import WIDE
from .formats import Compact, NumberFormat, number_format
from .options import Options
from .parts import NOTHING
from .units import counted_unit, spoken

if TYPE_CHECKING:
    from .frames import Counted, Written
    from .voices import Voice

# "745 million", but "500,000": below this a figure is easier to read in digits.
_WORTH_A_WORD: Final = 6
# "1.125 billion" is readable, "1.1253 billion" no more.
_IN_DIGITS: Final = Options()
_IN_WORDS: Final = Options(
    notation="compact", compact_display="long", maximum_fraction_digits=3
)


# "1400 millones", and not "1,4 mil millones", though CLDR has that.
_ON_IN_MILLIONS: Final = frozenset({"es"})

# What is said once for both ends of a range.
_SHARED: Final = frozenset({"compact", "literal", "percentSign"})


class Style(Protocol):
    """A way to write one figure, and two of them that share a unit."""

    def chosen(self, *values: Decimal) -> list[NumberFormat]:
        """Return how each of some figures is written beside the others."""
        ...


@attrs.frozen
class AsAsked:
    """As the options of a formatter say, whatever the figure.

    Attributes:
        format: the way.
    """

    format: NumberFormat

    def chosen(self, *values: Decimal) -> list[NumberFormat]:
        """Return how each of some figures is written beside the others."""
        return [self.format] * len(values)


@attrs.frozen
class InWords:
    """As running text does, with no digit lost: "745 million US dollars".

    Attributes:
        digits: how figures are written.
        words: how large figures are, of which a word such as "million" loses no digit.
    """

    digits: NumberFormat
    words: NumberFormat | None

    def chosen(self, *values: Decimal) -> list[NumberFormat]:
        """Keep to digits where one of several figures would lose some in words."""
        digits = [self.digits] * len(values)
        words = self.words
        large = [value for value in values if value.adjusted() >= _WORTH_A_WORD]
        if words is None or not large:
            return digits
        written = [words.write(value) for value in large]
        kept = all(
            one.exponent and one.shown.scaleb(one.exponent, WIDE) == value
            for one, value in zip(written, large, strict=True)
        )
        # Nobody must read "between 1 and 2 million" for 1 and 2,000,000.
        small = [value for value in values if value not in large]
        factor = written[-1].exponent
        mistaken = any(value.scaleb(factor, WIDE) <= max(large) for value in small)
        if not kept or mistaken:
            return digits
        return [words if value in large else self.digits for value in values]


@lru_cache(maxsize=1024)
def usual_style(voice: Voice, unit: Unit) -> Style:
    """Return the style of running text.

    A ticker follows the number where there are words; elsewhere it stands where the
    locale puts currencies.
    """
    unit_said = spoken(voice, unit)
    worded = dimension(unit).partition(":")[0] in {"currency", "people"}
    words = _in_large_words(voice, unit_said) if worded else None
    return InWords(number_format(voice.numbers, _IN_DIGITS, unit_said), words)


def _in_large_words(voice: Voice, unit_said: Counted) -> NumberFormat:
    words = number_format(voice.numbers, _IN_WORDS, unit_said)
    if voice.language not in _ON_IN_MILLIONS or not isinstance(words, Compact):
        return words
    sizes = words.magnitudes
    return attrs.evolve(
        words, magnitudes=(*sizes[:9], *(sizes[6] for _ in range(3)), *sizes[12:])
    )


@lru_cache(maxsize=1024)
def asked_style(voice: Voice, unit: Unit, options: Options) -> AsAsked:
    """Return the style that options ask for."""
    unit_written = counted_unit(voice, unit, options)
    return AsAsked(number_format(voice.numbers, options, unit_written))


def figure(style: Style, value: Decimal, *, about: bool = False) -> str:
    """Write a figure with its unit; the sign for "about" stands before the digits."""
    (writer,) = style.chosen(value)
    return writer.write(value, "~" if about else "").text


def ends(style: Style, low: Decimal, high: Decimal) -> tuple[Written, Written]:
    """Write the two ends of a range."""
    first, second = style.chosen(low, high)
    return first.write(low), second.write(high)


def pair(style: Style, low: Decimal, high: Decimal) -> tuple[str, str]:
    """Write the two ends of a range, each with the symbol of a currency.

    A name stands with the second only: of the unit, and of a magnitude that they share.
    """
    first, second = ends(style, low, high)
    bare = first._replace(outer=NOTHING)
    kinds = {part.kind for part in first.inner.parts}
    if first.inner == second.inner and kinds <= _SHARED:
        bare = bare._replace(inner=NOTHING)
    return bare.text, second.text


def span(style: Style, amount: Amount, low: Decimal, high: Decimal) -> str:
    """Write a range with the sign of the locale: "5–7", ">5–<7" without its ends."""
    first, second = ends(style, low, high)
    bounds = ">" if amount.low_open else "", "<" if amount.high_open else ""
    return style.chosen(low)[0].joined(first, second, bounds)


def vague(voice: Voice, amount: Amount, style: Style) -> str:
    """Say an amount in a style, with what the source left open."""
    low, high = amount.low, amount.high
    if low is not None and high is not None and low != high:
        first, second = ends(style, low, high)
        if first.text == second.text:  # about one number, as it is shown (ECMA-402)
            amount = Amount.about(low, amount.unit)
    if voice.has_words:
        return _in_words(voice, amount, style)
    return _in_signs(voice, amount, style)


def _in_words(voice: Voice, amount: Amount, style: Style) -> str:
    low, high = amount.low, amount.high
    if low is not None and high is not None and low != high:
        return worded(voice, amount, *pair(style, low, high))
    bound = low if low is not None else high
    return worded(voice, amount, figure(style, bound or Decimal(0)))


def worded(voice: Voice, amount: Amount, first: str, second: str = "") -> str:
    """Put the texts of an amount's figures into the words for what is left open."""
    if amount.low is not None and amount.high is not None:
        if not amount.is_point:
            return _between(voice, amount, first, second)
        return _about(voice, first) if amount.approximate else first
    said = voice.grammar.noun(_about(voice, first) if amount.approximate else first)
    say = voice.words.say
    if amount.low is not None:
        if amount.low_open:
            return say("amount", "more than {amount}", amount=said)
        return say("amount", "at least {amount}", amount=said)
    if amount.high_open:
        return say("amount", "less than {amount}", amount=said)
    return say("amount", "up to {amount}", amount=said)


def _about(voice: Voice, text: str) -> str:
    said = voice.grammar.noun(text)
    return voice.words.say("amount", "about {amount}", amount=said)


def _between(voice: Voice, amount: Amount, first: str, second: str) -> str:
    say = voice.words.say
    whole = not (amount.low_open or amount.high_open)
    if amount.approximate and not whole:  # "more than about 5 and less than about 7"
        first, second = _about(voice, first), _about(voice, second)
    low, high = voice.grammar.noun(first), voice.grammar.noun(second)
    match amount.low_open, amount.high_open:
        case False, False if amount.approximate:
            return say("amount", "about {low} to {high}", low=low, high=high)
        case False, False:
            return say("amount", "between {low} and {high}", low=low, high=high)
        case True, True:
            return say(
                "amount", "more than {low} and less than {high}", low=low, high=high
            )
        case True, _:
            return say("amount", "more than {low} and up to {high}", low=low, high=high)
        case _:
            return say(
                "amount", "at least {low} and less than {high}", low=low, high=high
            )


def _in_signs(voice: Voice, amount: Amount, style: Style) -> str:
    about = amount.approximate
    low, high = amount.low, amount.high
    if low is not None and high is not None and low != high:
        text = span(style, amount, low, high)
        return voice.numbers.signs["approximately"] + text if about else text
    bound = low if low is not None else high
    return bounded(voice, amount, figure(style, bound or Decimal(0), about=about))


def bounded(voice: Voice, amount: Amount, text: str) -> str:
    """Put the sign of a bound to the text of a figure: `>`, `≥`, `<`, `≤`."""
    if amount.high is None:
        at_least = voice.numbers.text("at_least")
        return f">{text}" if amount.low_open else _sign(at_least, "≥", text)
    if amount.low is None:
        at_most = voice.numbers.text("at_most")
        return f"<{text}" if amount.high_open else _sign(at_most, "≤", text)
    return text


def _sign(pattern: str, usual: str, text: str) -> str:
    """Use the locale's pattern if it is a sign: the words of some say "more than"."""
    worded = any(char.isalpha() for char in pattern.replace("{0}", ""))
    return usual + text if worded else pattern.replace("{0}", text)
