"""What may stand beside a number in one locale: symbols, names, words of magnitudes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from .. import _data
from ..codes import Unit
from .options import MEASURES, SATOSHI, Options
from .patterns import pattern
from .units import ASSET_SIGNS, counted, in_percent, is_asset, measure, money, spoken

if TYPE_CHECKING:
    from .folding import Fold
    from .options import UnitDisplay
    from .parts import Affixes
    from .voices import Voice

Sides: TypeAlias = tuple[str, str]
"""What stands before and after a number, without the space between."""

OWN: Final = Unit("")
"""What a formatter counts by its options."""

SATS: Final = Unit(SATOSHI)
BITCOIN: Final = Unit("BTC")


@attrs.frozen
class Magnitude:
    """A word or sign for a power of ten, and where it stands."""

    sides: Sides
    exponent: int

    def taken(self, sides: Sides) -> Sides | None:
        """Return what else stands beside the number, None if the word is not there."""
        (before, after), (first, last) = sides, self.sides
        if not before.endswith(first) or not after.startswith(last):
            return None
        rest = before[: len(before) - len(first)], after[len(last) :]
        return rest[0].strip(), rest[1].strip()


@attrs.frozen
class Lexicon:
    """All that may stand beside a number.

    Attributes:
        units: what sides count, more than one unit where a symbol has several owners.
        alone: texts without a digit that are a number: "mille", "two years" in Arabic.
        magnitudes: words and signs for powers of ten, the longest first.
    """

    units: Mapping[Sides, frozenset[Unit]]
    alone: Mapping[str, tuple[Decimal, Unit | None]]
    magnitudes: tuple[Magnitude, ...]

    def is_magnitude(self, sides: Sides) -> bool:
        """Whether nothing but a power of ten stands beside a number."""
        return any(one.sides == sides for one in self.magnitudes)


def lexicon(voice: Voice, options: Options, fold: Fold) -> Lexicon:
    """Return what may stand beside a number that a formatter writes."""
    units: dict[Sides, set[Unit]] = {}
    alone: dict[str, tuple[Decimal, Unit | None]] = {}
    for unit, names in _named(voice, options):
        for category, name in names.items():
            if name.alone and category in _ALONE:
                alone[fold(name.prefix)] = _ALONE[category], unit
            units.setdefault(_sides(name.prefix, name.suffix, fold), set()).add(unit)
    for unit, symbol in _symbols(voice, options):
        for sides in ((fold(symbol), ""), ("", fold(symbol))):
            units.setdefault(sides, set()).add(unit)
    magnitudes = [*_magnitudes(voice, fold, alone)]
    magnitudes.sort(key=lambda one: -len("".join(one.sides)))
    return Lexicon(
        units={sides: frozenset(found) for sides, found in units.items()},
        alone=alone,
        magnitudes=tuple(magnitudes),
    )


# The plural forms that say the number themselves.
_ALONE: Final[Mapping[str, Decimal]] = {
    "zero": Decimal(0),
    "one": Decimal(1),
    "two": Decimal(2),
}


def _sides(before: str, after: str, fold: Fold) -> Sides:
    return fold(before), fold(after)


def _named(
    voice: Voice, options: Options
) -> Iterator[tuple[Unit, Mapping[str, Affixes]]]:
    """Yield what has a name, with the name in all plural forms."""
    if options.style == "unit":
        yield OWN, counted(voice, options).names
    widths: set[UnitDisplay] = {"short", "long", options.unit_display}
    for code in MEASURES:
        for width in widths:
            yield Unit(code), measure(voice, code, width).names
    yield SATS, measure(voice, SATOSHI, "short").names


def _named_money(
    voice: Voice, options: Options
) -> Iterator[tuple[Unit, Mapping[str, Affixes]]]:
    """Yield currencies with their names, as they are counted and as they are said."""
    if options.currency is not None:
        yield OWN, money(voice, options.currency, "name").names
    for code in _data.currencies():
        unit = Unit(code)
        yield unit, money(voice, unit, "name").names
        yield unit, spoken(voice, unit).names
    for code in _data.assets():
        yield Unit(code), money(voice, code, "name").names


def with_names(voice: Voice, options: Options, fold: Fold, found: Lexicon) -> Lexicon:
    """Add the names of currencies, which cost more to read than all the rest."""
    units = {sides: set(owners) for sides, owners in found.units.items()}
    for unit, names in _named_money(voice, options):
        for name in names.values():
            units.setdefault(_sides(name.prefix, name.suffix, fold), set()).add(unit)
    frozen = {sides: frozenset(owners) for sides, owners in units.items()}
    return attrs.evolve(found, units=frozen)


def _symbols(voice: Voice, options: Options) -> Iterator[tuple[Unit, str]]:
    """Yield currencies and assets with their symbols and codes.

    A narrow symbol has many owners, so it is read where it is written: by a formatter
    with narrow symbols.
    """
    narrow = options.currency_display == "narrowSymbol"
    own = options.currency
    if own is not None:
        yield OWN, own
        for wanted in (False, True):
            if not is_asset(own):
                yield OWN, voice.numbers.symbol(own, narrow=wanted)
        yield OWN, ASSET_SIGNS.get(own, own)
    taken = {own, own and voice.numbers.symbol(own, narrow=narrow)}
    for code in _data.currencies():
        symbols = {code, voice.numbers.symbol(code, narrow=narrow)} - taken
        yield from ((Unit(code), symbol) for symbol in symbols)
    for code in _data.assets():
        symbols = {code, ASSET_SIGNS.get(code, code)} - taken
        yield from ((Unit(code), symbol) for symbol in symbols)
    share = OWN if in_percent(options) else Unit("%")
    yield from ((share, sign) for sign in {"%", voice.numbers.signs["percent"]})


def _magnitudes(
    voice: Voice, fold: Fold, alone: dict[str, tuple[Decimal, Unit | None]]
) -> Iterator[Magnitude]:
    for name in ("long", "short", "short_currency"):
        for each in voice.numbers.magnitudes(name):
            if not each.exponent:
                continue
            for text in each.forms.values():
                taken = pattern(text)
                before, after = (fold(side.replace("¤", "")) for side in taken.positive)
                if not taken.zeros:
                    alone[before] = Decimal(1).scaleb(each.exponent), None
                else:
                    yield Magnitude((before, after), each.exponent)
