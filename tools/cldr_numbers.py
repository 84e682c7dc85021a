"""CLDR's number data in the shapes that `tools.generate_l10n` stores.

Three parts make up what a locale needs to write a number: its signs and patterns, the
symbols of currencies, and the patterns of units. The short names of countries and the
patterns of lists are two more. Each is a folder of sections, a section maps a key to a
text or to texts by plural category.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from tools.packages import read_toml

Table = dict[str, Any]  # a locale's data, in the shapes of CLDR's JSON
Part = dict[str, dict[str, Any]]  # section → key → pattern, or patterns by category

ALPHA = "alphaNextToNumber"
ROOT_ALPHA = "¤\u00a0#,##0.00"
LATIN = "latn"
ROOT = "und"
SYMBOLS = {
    "decimal": "decimal",
    "group": "group",
    "minusSign": "minus",
    "plusSign": "plus",
    "percentSign": "percent",
    "approximatelySign": "approximately",
    "exponential": "exponential",
    "currencyDecimal": "currency_decimal",
    "currencyGroup": "currency_group",
}

# The signs of two systems that every locale has from the root, which CLDR's JSON leaves
# out of all locales that have no others.
ROOT_SIGNS = {
    "arab": {
        "decimal": "\u066b",
        "group": "\u066c",
        "minus": "\u061c-",
        "plus": "\u200f+",
        "percent": "\u066a\u061c",
        "approximately": "~",
        "exponential": "\u0627\u0633",
    },
    "arabext": {
        "decimal": "\u066b",
        "group": "\u066c",
        "minus": "\u200e-\u200e",
        "plus": "\u200e+\u200e",
        "percent": "\u066a",
        "approximately": "~",
        "exponential": "\u00d7\u06f1\u06f0^",
    },
}

UNITS: Sequence[str] = read_toml("units")["names"]

# "kilo", "mega": what stands before a unit, from which CLDR composes the rest.
PREFIXES = {"10p3": "kilo", "10p6": "mega", "10p9": "giga", "10p12": "tera"}
# What a currency may have otherwise than others in a locale.
OWN = ("pattern", "decimal", "group")
WIDTHS = ("long", "short", "narrow")
_COUNT = "unitPattern-count-"


def single(forms: Mapping[str, str]) -> str | dict[str, str]:
    """Return the one pattern of all plural categories, or the patterns by category."""
    first, *others = forms.values()
    return dict(forms) if any(text != first for text in others) else first


def counted(patterns: Mapping[str, str], prefix: str) -> dict[str, str]:
    """Return the patterns whose keys begin with a prefix, by what follows it."""
    return {
        key.removeprefix(prefix): text
        for key, text in patterns.items()
        if key.startswith(prefix)
    }


def alpha(money: Table, style: str) -> str:
    """Return the pattern of money whose symbol has a letter next to the number.

    What a locale has from the root is no more exact than its own usual pattern.
    """
    found: str = money.get(f"{style}-{ALPHA}", ROOT_ALPHA)
    usual: str = money[style]
    return usual if found == ROOT_ALPHA else found


def magnitudes(patterns: Mapping[str, str]) -> dict[str, Any]:
    """Turn `1000-count-one` keys into exponent → patterns.

    Where all categories have one pattern, it stands for them all. A magnitude whose
    patterns are those of the one below, with another zero, is left out: "0K", "00K",
    "000K" are one entry. Variants for symbols with a letter next to the number are
    left out too, as by ICU: the space that separates any two does for them.
    """
    found: dict[int, dict[str, str]] = {}
    for key in patterns:
        magnitude, _, category = key.partition("-count-")
        if category.isalnum():  # a plural category, or "1" for the number itself
            size = len(magnitude) - 1
            found.setdefault(size, {})[category] = patterns[key]
    implied = {
        size
        for below, size in pairwise(sorted(found))
        if found[size] == {k: wider(text) for k, text in found[below].items()}
    }
    return {
        str(size): single(forms)
        for size, forms in sorted(found.items())
        if size not in implied
    }


def wider(pattern: str) -> str:
    """Return the pattern of the next magnitude: one more zero, unless it has none."""
    bare = not pattern.strip("0¤\u00a0\u200e\u200f ")  # "0": this size has no word
    return pattern if bare else pattern.replace("0", "00", 1)


def patterns_of(numbers: Table, system: str) -> Table:
    """Return the patterns of one numbering system, flat."""
    decimal = numbers[f"decimalFormats-numberSystem-{system}"]
    money = numbers[f"currencyFormats-numberSystem-{system}"]
    misc = numbers[f"miscPatterns-numberSystem-{system}"]
    units = counted(money, _COUNT)
    return {
        "decimal": decimal["standard"],
        "percent": numbers[f"percentFormats-numberSystem-{system}"]["standard"],
        "currency": money["standard"],
        "currency_alpha": alpha(money, "standard"),
        "accounting": money["accounting"],
        "accounting_alpha": alpha(money, "accounting"),
        "short": magnitudes(decimal["short"]["decimalFormat"]),
        "long": magnitudes(decimal["long"]["decimalFormat"]),
        "short_currency": magnitudes(money.get("short", {}).get("standard", {})),
        "currency_unit": single(units) if units else "{0} {1}",
        "at_least": misc["atLeast"],
        "at_most": misc["atMost"],
        "range": misc["range"],
    }


def systems_of(numbers: Table, numeric: Mapping[str, str]) -> list[str]:
    """Return the numbering systems with ten digits that a locale has signs for."""
    named = (key.partition("symbols-numberSystem-")[2] for key in numbers)
    return [name for name in named if name in numeric]


def numbers_part(numbers: Table, numeric: Mapping[str, str]) -> Part:
    """Return the signs and patterns of a locale.

    What a native system has alike is left out, and the place of a currency's name does
    not depend on digits.
    """
    latin = patterns_of(numbers, LATIN)
    part: Part = {
        "locale": {
            "system": numbers["defaultNumberingSystem"],
            "native": numbers["otherNumberingSystems"]["native"],
            "grouping": int(numbers["minimumGroupingDigits"]),
        },
        LATIN: latin,
    }
    for system in systems_of(numbers, numeric):
        own = {} if system == LATIN else patterns_of(numbers, system)
        symbols = numbers[f"symbols-numberSystem-{system}"]
        signs = {ours: symbols[key] for key, ours in SYMBOLS.items() if key in symbols}
        differing = {
            key: text
            for key, text in own.items()
            if text and text != latin[key] and key != "currency_unit"
        }
        part[system] = {**(latin if system == LATIN else differing), "signs": signs}
    return part


def money_part(currencies: Table) -> Part:
    """Return the symbols of currencies, the code itself where there is none.

    A few have a pattern or separators of their own.
    """
    return {
        "own": {
            code: {key: row[key] for key in OWN if key in row}
            for code, row in currencies.items()
            if any(key in row for key in OWN)
        },
        "symbol": {code: row.get("symbol", code) for code, row in currencies.items()},
        "narrow": {
            code: row.get("symbol-alt-narrow") or row.get("symbol", code)
            for code, row in currencies.items()
        },
    }


def units_part(units: Table) -> Part:
    """Return the patterns of units, and the prefixes for those that are composed."""
    part: Part = {}
    for width in WIDTHS:
        table = units[width]
        named = {key.partition("-")[2]: row for key, row in table.items()}
        forms = {name: counted(named.get(name, {}), _COUNT) for name in UNITS}
        prefixes = {
            ours: table[theirs]["unitPrefixPattern"]
            for theirs, ours in PREFIXES.items()
            if theirs in table
        }
        part[width] = {name: single(row) for name, row in forms.items() if row}
        part[f"{width}_prefixes"] = prefixes
    return part


def lists_part(lists: Mapping[str, Table]) -> Part:
    """Return the patterns that join the items of a list: two, and those of many."""
    names = ("2", "start", "middle", "end")
    joined = lists["listPattern-type-standard"]
    return {"and": {name: joined[name] for name in names}}


def regions_part(territories: Mapping[str, str]) -> Part:
    """Return the short names of countries, where they have one."""
    short = {
        key.removesuffix("-alt-short"): name
        for key, name in territories.items()
        if key.endswith("-alt-short")
    }
    return {"short": short}
