"""Amounts as a source left them: exact, about, more than, between.

English and French say so in words. Every other locale uses the signs of CLDR: `~`, `≥`,
`>` and the locale's own pattern for ranges.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from ..codes import Unit, dimension
from . import names
from .numbers import Width
from .quantities import Notation, keeps_all, money_digits, numeral, with_unit

if TYPE_CHECKING:
    from ..values import Amount
    from .numbers import Written
    from .voices import Voice

_FIRST_LETTER: Final = "a"
_MANTISSA_DIGITS: Final = 3
_LARGE: Final = 6


class Style(Protocol):
    """A way to write one figure, and two of them that share a unit."""

    def figure(self, value: Decimal, *, sign: str = "") -> str:
        """Write a figure with its unit; the sign says "about"."""
        ...

    def pair(self, low: Decimal, high: Decimal) -> tuple[str, str]:
        """Write the two ends of a range, the unit with the second only."""
        ...

    def span(self, low: Decimal, high: Decimal) -> str:
        """Write a range with the sign of the locale."""
        ...


@attrs.frozen
class InWords:
    """With words for the unit and for large numbers: "745 million US dollars".

    Attributes:
        voice: whose words.
        unit: what is counted.
        notation: how the number is cut down.
        width: whether the unit is a word or a sign.
    """

    voice: Voice
    unit: Unit
    notation: Notation = "exact"
    width: Width = "long"

    def figure(self, value: Decimal, *, sign: str = "") -> str:
        """Write a figure with its unit; the sign says "about"."""
        if self.unit == "%":
            return self.voice.numbers.percent(value, sign=sign).text
        number = numeral(self.voice, value, self._notation(value), sign=sign)
        return with_unit(self.voice, number, self.unit, self.width)

    def pair(self, low: Decimal, high: Decimal) -> tuple[str, str]:
        """Write the two ends of a range, the unit with the second only."""
        notation = self._notation(low, high)
        first = numeral(self.voice, low, notation)
        second = numeral(self.voice, high, notation)
        same = first.exponent == second.exponent
        left = first.without_word(self.voice) if same else first.text
        if self.unit == "%":
            return left, self.figure(high)
        return left, with_unit(self.voice, second, self.unit, self.width)

    def span(self, low: Decimal, high: Decimal) -> str:
        """Write a range with the sign of the locale."""
        return self.voice.numbers.range.format(*self.pair(low, high))

    def _notation(self, *values: Decimal) -> Notation:
        """Keep to digits where one of several figures would lose some in words."""
        if self.notation != "exact":
            return self.notation
        worded = dimension(self.unit).partition(":")[0] in {"currency", "people"}
        large = (v for v in values if v.adjusted() >= _LARGE)
        cut = self.voice.numbers.cut
        exact = all(keeps_all(v, cut(v, "long", most=_MANTISSA_DIGITS)) for v in large)
        return "exact" if worded and exact else "plain"


@attrs.frozen
class InSigns:
    """With the sign of the unit where the locale puts it: "$745,000,000.00".

    Attributes:
        voice: whose signs.
        unit: a currency or an asset.
        compact: whether the number is cut down: "$745M".
    """

    voice: Voice
    unit: Unit
    compact: bool = False

    def figure(self, value: Decimal, *, sign: str = "") -> str:
        """Write a figure with its unit; the sign says "about"."""
        return self._written(value, sign).text

    def pair(self, low: Decimal, high: Decimal) -> tuple[str, str]:
        """Write the two ends of a range, each with its sign."""
        return self.figure(low), self.figure(high)

    def span(self, low: Decimal, high: Decimal) -> str:
        """Write a range with the sign of the locale."""
        first, second = self._written(low), self._written(high)
        if first == second:  # two figures that are rounded to the same one
            return self.figure(low, sign=self.voice.numbers.approximately)
        return self.voice.numbers.span(first, second)

    def _written(self, value: Decimal, sign: str = "") -> Written:
        ticker = dimension(self.unit).startswith("asset")
        symbol = self.unit if ticker else names.currency_symbol(self.voice, self.unit)
        numbers = self.voice.numbers
        if not self.compact:
            return numbers.currency(value, symbol, money_digits(self.unit), sign)
        cut = numbers.cut(value, "short", symbol=symbol, most=2)
        return numbers.compact(cut, symbol=symbol, sign=sign)


def usual_style(voice: Voice, unit: Unit) -> Style:
    """Return the style of running text.

    A ticker follows the number where there are words; elsewhere it stands where the
    locale puts currencies.
    """
    if not voice.has_words and dimension(unit).startswith("asset"):
        return InSigns(voice, unit)
    return InWords(voice, unit)


def vague(voice: Voice, amount: Amount, style: Style) -> str:
    """Say an amount in a style, with what the source left open."""
    if voice.has_words:
        return _in_words(voice, amount, style)
    return _in_signs(voice, amount, style)


def _in_words(voice: Voice, amount: Amount, style: Style) -> str:
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        if low != high:
            return _between(voice, amount, *style.pair(low, high))
        text = style.figure(low)
        return _about(voice, text) if amount.approximate else text
    bound = low if low is not None else high
    text = style.figure(bound if bound is not None else Decimal(0))
    figure = voice.grammar.noun(_about(voice, text) if amount.approximate else text)
    say = voice.words.say
    if low is not None:
        if amount.low_open:
            return say("amount", "more than {amount}", amount=figure)
        return say("amount", "at least {amount}", amount=figure)
    if amount.high_open:
        return say("amount", "less than {amount}", amount=figure)
    return say("amount", "up to {amount}", amount=figure)


def _about(voice: Voice, text: str) -> str:
    return voice.words.say("amount", "about {amount}", amount=text)


def _between(voice: Voice, amount: Amount, low: str, high: str) -> str:
    say = voice.words.say
    match amount.low_open, amount.high_open, amount.approximate:
        case False, False, False:
            return say("amount", "between {low} and {high}", low=low, high=high)
        case False, False, True:
            return say("amount", "about {low} to {high}", low=low, high=high)
        case True, True, _:
            return say(
                "amount", "more than {low} and less than {high}", low=low, high=high
            )
        case True, False, _:
            return say("amount", "more than {low} and up to {high}", low=low, high=high)
        case _:
            return say(
                "amount", "at least {low} and less than {high}", low=low, high=high
            )


def _in_signs(voice: Voice, amount: Amount, style: Style) -> str:
    numbers = voice.numbers
    sign = numbers.approximately if amount.approximate else ""
    low, high = amount.low, amount.high
    if low is not None and high is not None:
        if low == high:
            return style.figure(low, sign=sign)
        text = style.span(low, high)
        return f"{sign}{text}" if sign else text
    if low is not None:
        text = style.figure(low, sign=sign)
        return f">{text}" if amount.low_open else _sign(numbers.at_least, "≥", text)
    text = style.figure(high if high is not None else Decimal(0), sign=sign)
    return f"<{text}" if amount.high_open else _sign(numbers.at_most, "≤", text)


def _sign(pattern: str, usual: str, text: str) -> str:
    """Use the locale's pattern if it is a sign: the words of some say "more than"."""
    worded = any(char.isalpha() for char in pattern.replace("{0}", ""))
    return usual + text if worded else pattern.replace("{0}", text)
