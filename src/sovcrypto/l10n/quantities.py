"""Figures with their units: the number, in words or signs, beside what it counts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from ..codes import Unit, dimension
from . import names, tables
from .catalogs import plural
from .numbers import ALL_DIGITS, Compact, Width
from .patterns import EXACT

if TYPE_CHECKING:
    from .voices import Voice

Notation: TypeAlias = Literal["exact", "plain", "short", "long"]
"""How a number is cut down: in words where no digit is lost, not at all, or always."""

# "745 million", but "500,000": below this a figure is easier to read in digits.
_WORTH_A_WORD: Final = 6
# "1.125 billion" is readable, "1.1253 billion" no more.
_MANTISSA_DIGITS: Final = 3
_COMPACT_DIGITS: Final = 2
_NBSP: Final = "\u00a0"

# The measures that CLDR has patterns for, by its names.
_CLDR_UNITS: Final = {
    "W": "power-watt",
    "kW": "power-kilowatt",
    "MW": "power-megawatt",
    "GW": "power-gigawatt",
    "kWh": "energy-kilowatt-hour",
    "months": "duration-month",
    "years": "duration-year",
}

# Those that it lacks, in words.
_NAMED_UNITS: Final = {
    "TW": plural("unit", "{number} terawatt", "{number} terawatts"),
    "Wh": plural("unit", "{number} watt-hour", "{number} watt-hours"),
    "MWh": plural("unit", "{number} megawatt-hour", "{number} megawatt-hours"),
    "GWh": plural("unit", "{number} gigawatt-hour", "{number} gigawatt-hours"),
    "TWh": plural("unit", "{number} terawatt-hour", "{number} terawatt-hours"),
}


@attrs.frozen
class Numeral:
    """A number as it is written, and what words beside it have to agree with.

    Attributes:
        text: what is written.
        shown: the number that is shown, "1.25" in "1.25 trillion".
        exponent: the power of ten of the word beside it, 0 where there is none.
    """

    text: str
    shown: Decimal
    exponent: int = 0

    def without_word(self, voice: Voice) -> str:
        """Return the number alone, for "15" in "15 to 20 million"."""
        bare = Compact(self.shown, 0, "0")
        return voice.numbers.compact(bare).text if self.exponent else self.text


def numeral(
    voice: Voice, value: Decimal, notation: Notation, *, sign: str = ""
) -> Numeral:
    """Write a number without a unit."""
    if notation == "plain":
        return Numeral(voice.numbers.decimal(value, sign=sign).text, value)
    width: Width = "short" if notation == "short" else "long"
    if notation == "exact":
        compact = voice.numbers.cut(value, width, most=_MANTISSA_DIGITS)
        if not keeps_all(value, compact):
            return Numeral(voice.numbers.decimal(value, sign=sign).text, value)
    else:
        compact = voice.numbers.cut(value, width, most=_COMPACT_DIGITS)
    text = voice.numbers.compact(compact, sign=sign).text
    return Numeral(text, compact.mantissa, compact.exponent)


def keeps_all(value: Decimal, compact: Compact) -> bool:
    """Whether a large number loses no digit where it is cut down."""
    large = value.adjusted() >= _WORTH_A_WORD
    return large and EXACT.scaleb(compact.mantissa, compact.exponent) == value


def with_unit(voice: Voice, number: Numeral, unit: Unit, width: Width = "long") -> str:
    """Write what a number counts beside it."""
    category = voice.numbers.category(number.shown, number.exponent)
    match dimension(unit).partition(":")[0]:
        case "currency":
            return _money(voice, number, unit, category)
        case "asset":
            return voice.words.say(
                "amount of an asset",
                "{number} {ticker}",
                number=number.text,
                ticker=unit,
            )
        case "people":
            return _people(voice, number, category)
        case "share":
            return f"{number.text}{_NBSP}%"
        case _:
            return _measure(voice, number, unit, category, width)


def _money(voice: Voice, number: Numeral, unit: Unit, category: str) -> str:
    name = names.currency_name(voice, unit, category)
    if voice.has_words:
        phrase = voice.grammar.noun(name)
        return voice.words.count(
            "amount of money",
            "{number} {name}",
            "{number} {name}",
            category=category,
            number=number.text,
            name=phrase,
        )
    texts = voice.numbers.currency_unit
    pattern = texts if isinstance(texts, str) else texts.get(category) or texts["other"]
    return pattern.format(number.text, name)


def _people(voice: Voice, number: Numeral, category: str) -> str:
    if not voice.has_words:
        return number.text
    return voice.words.count(
        "amount of people",
        "{number} person",
        "{number} people",
        category=category,
        number=number.text,
    )


def _measure(
    voice: Voice, number: Numeral, unit: Unit, category: str, width: Width
) -> str:
    cldr = _CLDR_UNITS.get(unit)
    pattern = names.unit_pattern(voice, cldr, width, category) if cldr else None
    if pattern is None and width == "long" and voice.has_words:
        named = _NAMED_UNITS.get(unit)
        if named is not None:
            return voice.words.count(*named, category=category, number=number.text)
    return (pattern or f"{{0}}{_NBSP}{unit}").replace("{0}", number.text)


def money_digits(unit: Unit) -> tuple[int, int | None]:
    """Return how many fraction digits a sum of money is written with.

    A currency has those of CLDR, two for most; an asset as many as there are, and none
    is lost.
    """
    if dimension(unit).startswith("asset"):
        return ALL_DIGITS
    digits = tables.currency_digits().get(unit, 2)
    return digits, digits
