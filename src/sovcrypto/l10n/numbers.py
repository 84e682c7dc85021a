"""What one locale writes numbers with: digits, signs, patterns, symbols of money."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

import attrs

from . import tables
from .patterns import Pattern, pattern
from .plurals import PluralRules, plural_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._data.archive import Entry
    from .options import UnitDisplay
    from .tables import Sections
    from .tags import Chain

LATIN: Final = "latn"
LATIN_DIGITS: Final = "0123456789"

# CLDR's tables of short forms end with hundreds of trillions; the last one goes on.
_LARGEST: Final = 14

PatternName: TypeAlias = Literal[
    "decimal",
    "percent",
    "currency",
    "currency_alpha",
    "accounting",
    "accounting_alpha",
    "range",
    "at_least",
    "at_most",
]
CompactName: TypeAlias = Literal["short", "long", "short_currency"]

Forms: TypeAlias = "Mapping[str, str]"
"""Patterns by plural category; there is always "other"."""


@attrs.frozen
class Magnitude:
    """How numbers of one size are cut down.

    Attributes:
        exponent: the power of ten that the word or sign stands for, 0 for none.
        forms: the pattern by plural category; "1" is for the number itself.
    """

    exponent: int
    forms: Forms


@attrs.frozen(slots=False, eq=False)
class Numbers:
    """What one locale writes numbers with, in one numbering system.

    Attributes:
        chain: the locale and what it inherits from.
        system: the numbering system.
        digits: its ten digits.
        min_grouping: how many digits stand before the first group sign at least.
        signs: decimal, group, minus, plus, percent, approximately, exponential.
        sections: the patterns of each numbering system.
    """

    chain: Chain
    system: str
    digits: str
    min_grouping: int
    signs: Mapping[str, str]
    sections: Sections = attrs.field(repr=False)

    @cached_property
    def rules(self) -> PluralRules:
        """The plural rules of the language."""
        return plural_rules(self.chain[0])

    @cached_property
    def translation(self) -> Mapping[int, int] | None:
        """What turns ASCII digits into those of the system, None if they are these."""
        if self.digits == LATIN_DIGITS:
            return None
        return str.maketrans(LATIN_DIGITS, self.digits)

    def _entry(self, name: str) -> Entry:
        own = self.sections.get(self.system, {}).get(name)
        return self.sections[LATIN][name] if own is None else own

    def text(self, name: PatternName) -> str:
        """Return a pattern as CLDR has it."""
        return cast("str", self._entry(name))

    def pattern(self, name: PatternName) -> Pattern:
        """Return a pattern, taken apart."""
        return pattern(self.text(name))

    def named_unit(self, category: str) -> str:
        """Return the pattern that joins a number with the name of a currency."""
        return _forms(self._entry("currency_unit"))[category]

    @cached_property
    def _magnitudes(self) -> dict[CompactName, tuple[Magnitude, ...]]:
        return {}

    def magnitudes(self, name: CompactName) -> tuple[Magnitude, ...]:
        """Return how numbers are cut down, by the number of digits less one."""
        found = self._magnitudes.get(name)
        if found is None:
            table = cast("Mapping[str, str | Forms]", self._entry(name))
            found = self._magnitudes[name] = tuple(_magnitudes(table))
        return found

    @cached_property
    def _money(self) -> Sections:
        return tables.merged("money", self.chain)

    def symbol(self, code: str, *, narrow: bool = False) -> str:
        """Return the symbol of a currency, its code where it has none."""
        section = self._money["narrow" if narrow else "symbol"]
        return cast("str", section.get(code, code))

    def own_money(self, code: str) -> Forms:
        """Return the pattern and separators that a currency has for itself."""
        return self.all_own_money().get(code, {})

    def all_own_money(self) -> Mapping[str, Forms]:
        """Return the currencies that have a pattern or separators for themselves."""
        return cast("Mapping[str, Forms]", self._money.get("own", {}))

    @cached_property
    def _units(self) -> Sections:
        return tables.merged("units", self.chain)

    def unit(self, name: str, width: UnitDisplay) -> Forms | None:
        """Return the patterns of a unit by its name in CLDR, None if there are none.

        CLDR has kilowatts; megawatt-hours are composed of it and a prefix.
        """
        entry = self._units[width].get(name)
        if entry is not None:
            return _forms(entry)
        for prefix in ("mega", "giga", "tera", ""):
            if name.startswith(prefix):
                base = name.removeprefix(prefix)
                return self._composed(f"kilo{base}", prefix, width)
        return None

    def _composed(self, base: str, prefix: str, width: UnitDisplay) -> Forms | None:
        prefixes = cast("Forms", self._units[f"{width}_prefixes"])
        kilo, wanted = (
            prefixes.get(name, "").replace("{0}", "").strip()
            for name in ("kilo", prefix)
        )
        entry = self._units[width].get(base)
        forms = None if entry is None else _forms(entry)
        if forms is None or not all(_begins(text, kilo) for text in forms.values()):
            return None
        return _Usual(
            (name, _exchanged(text, kilo, wanted)) for name, text in forms.items()
        )


def _begins(text: str, prefix: str) -> bool:
    return bool(prefix) and prefix.lower() in text.lower()


def _exchanged(text: str, old: str, new: str) -> str:
    """Exchange the prefix of a unit: "{0} Kilowattstunden" → "{0} Gigawattstunden"."""
    at = text.lower().index(old.lower())
    rest = new + text[at + len(old) :]
    first = rest[0].upper() if text[at].isupper() else rest[0]
    return text[:at] + first + rest[1:]


class _Usual(dict[str, str]):
    """Patterns by category, the one of "other" where a category has none."""

    def __missing__(self, category: str) -> str:
        return self["other"]


def _forms(entry: object) -> Forms:
    """Return the patterns of all categories, where CLDR has one for them all too."""
    if isinstance(entry, str):
        return _Usual(other=entry)
    return _Usual(cast("Mapping[str, str]", entry))


def _magnitudes(table: Mapping[str, str | Forms]) -> list[Magnitude]:
    """Fill in the sizes that repeat the one below with another zero."""
    forms: Forms = _Usual(other="0")
    found = [Magnitude(0, forms)]
    for size in range(1, _LARGEST + 1):
        entry = table.get(str(size))
        if entry is not None:
            forms = _forms(entry)
        elif size > 1 and found[-1].exponent:
            forms = _Usual((name, _wider(text)) for name, text in forms.items())
        found.append(_magnitude(size, forms))
    return found


def _wider(text: str) -> str:
    return text.replace("0", "00", 1)


def _magnitude(size: int, forms: Forms) -> Magnitude:
    usual = forms["other"]
    bare = not usual.strip("0¤\u00a0\u200e\u200f ")  # "0": this size has no word
    if bare:
        return Magnitude(0, forms)
    return Magnitude(size - max(pattern(usual).zeros, 1) + 1, forms)


@cache
def numbers(chain: Chain, system: str | None = None) -> Numbers:
    """Return what a locale writes numbers with.

    Args:
        chain: the locale and those from which it inherits, the root last.
        system: a numbering system of CLDR or "native"; None for the locale's own.
    """
    sections = tables.merged("numbers", chain)
    locale = sections["locale"]
    name = cast("str", locale["native"] if system == "native" else system)
    name = name or cast("str", locale["system"])
    latin = cast("Forms", sections[LATIN]["signs"])
    own = cast("Forms", sections.get(name, {}).get("signs") or latin)
    signs = {**latin, **own}
    if signs["approximately"] == signs["minus"]:  # so in Wolof, by mistake
        signs["approximately"] = "~"
    return Numbers(
        chain=chain,
        system=name,
        digits=tables.digits()[name],
        min_grouping=cast("int", locale["grouping"]),
        signs=signs,
        sections=sections,
    )


def known_system(name: str | None) -> str | None:
    """Return a numbering system that has ten digits, None for any other name."""
    return name if name == "native" or name in tables.digits() else None
