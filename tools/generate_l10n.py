"""Write `l10n/numbers.json`, CLDR's number data: `python -m tools.generate_l10n`.

Babel's import leaves out what money of unregistered codes, ranges and vague figures
need: the patterns for a letter next to a number, miscellaneous patterns, minimum
grouping digits and the patterns of the native digits. So all number data comes from
CLDR itself. A locale holds only what differs from its parent's.
"""

from collections.abc import Mapping
from typing import Any

from tools.packages import Package, read_json, write_table

NUMBERS = Package(
    registry="npm",
    name="cldr-numbers-full",
    version="48.2.0",
    licence="Unicode-3.0",
    used_for="number symbols and patterns of all locales",
)
CORE = Package(
    registry="npm",
    name="cldr-core",
    version="48.2.0",
    licence="Unicode-3.0",
    used_for="plural rules, parent locales, digits of numbering systems",
)
ROOT = "und"
SYMBOLS = {
    "decimal": "decimal",
    "group": "group",
    "minusSign": "minus",
    "percentSign": "percent",
    "approximatelySign": "approximately",
    "currencyDecimal": "currency_decimal",
    "currencyGroup": "currency_group",
}
ALPHA = "alphaNextToNumber"
USUAL_DIGITS = "2"  # after the decimal sign of money

Table = dict[str, Any]  # a locale's data, in the shapes of CLDR's JSON


def parent(locale: str, exceptions: Mapping[str, str]) -> str:
    """Return the locale from which another inherits."""
    return exceptions.get(locale) or locale.rpartition("-")[0] or ROOT


def folded(patterns: Mapping[str, str], variant: str = "") -> Table:
    """Turn `1000-count-one` keys into magnitude → category → pattern.

    Where all categories have one pattern, it stands for them all. A variant has its own
    pattern or, where it lacks one, the usual.
    """
    counted: dict[str, dict[str, str]] = {}
    for key in sorted(patterns, key=len):  # the usual patterns first
        plain = key.removesuffix(variant)
        magnitude, _, category = plain.partition("-count-")
        if category.isalnum():  # a plural category, or "1" for the number itself
            counted.setdefault(magnitude, {})[category] = patterns[key]
    return {size: single(forms) for size, forms in counted.items()}


def single(forms: Mapping[str, str]) -> str | dict[str, str]:
    """Return the one pattern of all plural categories, or the patterns by category."""
    first, *others = forms.values()
    return dict(forms) if any(text != first for text in others) else first


def patterns(numbers: Table, system: str) -> Table:
    """Return the patterns of one numbering system."""
    decimal = numbers[f"decimalFormats-numberSystem-{system}"]
    money = numbers[f"currencyFormats-numberSystem-{system}"]
    compact = money.get("short", {}).get("standard", {})
    units = {
        key.removeprefix("unitPattern-count-"): text
        for key, text in money.items()
        if key.startswith("unitPattern-count-")
    }
    misc = numbers[f"miscPatterns-numberSystem-{system}"]
    return {
        "standard": decimal["standard"],
        "percent": numbers[f"percentFormats-numberSystem-{system}"]["standard"],
        "currency": money["standard"],
        "currency_alpha": money.get(f"standard-{ALPHA}", money["standard"]),
        "short": folded(decimal["short"]["decimalFormat"]),
        "long": folded(decimal["long"]["decimalFormat"]),
        "short_currency": folded(compact),
        "short_currency_alpha": folded(compact, f"-alt-{ALPHA}"),
        "currency_unit": single(units) if units else "{0} {1}",
        "at_least": misc["atLeast"],
        "at_most": misc["atMost"],
        "range": misc["range"],
    }


def locale_data(numbers: Table, root: Table, digits: Mapping[str, str]) -> Table:
    """Return the number data of a locale, all of it."""
    system = numbers["defaultNumberingSystem"]
    own, latin = patterns(numbers, system), patterns(numbers, "latn")
    if system != "latn":
        # What ICU does: patterns that a native system has from the root are Latin's.
        bare = patterns(root, "latn")
        own = {
            key: latin[key] if not text or text == bare[key] else text
            for key, text in own.items()
        }
    symbols = numbers[f"symbols-numberSystem-{system}"]
    return {
        **own,
        "symbols": {
            ours: symbols[key] for key, ours in SYMBOLS.items() if key in symbols
        },
        "digits": digits[system],
        "min_grouping": int(numbers["minimumGroupingDigits"]),
    }


def main() -> None:
    """Read CLDR and write the table."""
    core = CORE.fetch() / "supplemental"
    main_folder = NUMBERS.fetch() / "main"
    inherits = read_json(core / "parentLocales.json")["supplemental"]["parentLocales"]
    exceptions: dict[str, str] = inherits["parentLocale"]
    systems = read_json(core / "numberingSystems.json")["supplemental"]
    digits = {
        name: row["_digits"]
        for name, row in systems["numberingSystems"].items()
        if row["_type"] == "numeric"
    }
    raw = {
        folder.name: read_json(folder / "numbers.json")["main"][folder.name]["numbers"]
        for folder in main_folder.iterdir()
    }
    full = {
        locale: locale_data(numbers, raw[ROOT], digits)
        for locale, numbers in raw.items()
    }
    own = {ROOT: full[ROOT]}
    for locale in full.keys() - {ROOT}:
        above = parent(locale, exceptions)
        while above not in full:
            above = parent(above, exceptions)
        differing = {k: v for k, v in full[locale].items() if full[above][k] != v}
        if differing:
            own[locale] = differing
    plurals = read_json(core / "plurals.json")["supplemental"]["plurals-type-cardinal"]
    money = read_json(core / "currencyData.json")["supplemental"]["currencyData"]
    currency_digits = {
        code: int(row["_digits"])
        for code, row in money["fractions"].items()
        if row["_digits"] != USUAL_DIGITS
    }
    rules = {
        language: {
            key.removeprefix("pluralRule-count-"): text.partition("@")[0].strip()
            for key, text in forms.items()
            if not key.endswith("-other")
        }
        for language, forms in plurals.items()
    }
    write_table(
        "l10n/numbers",
        "tools/generate_l10n.py",
        [CORE, NUMBERS],
        {
            "parents": exceptions,
            "plurals": rules,
            "currency_digits": currency_digits,
            "locales": own,
        },
    )


if __name__ == "__main__":
    main()
