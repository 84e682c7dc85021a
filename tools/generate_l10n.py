"""Write `l10n/cldr.bin`, CLDR's number data: `python -m tools.generate_l10n`.

Babel's import leaves out what money of unregistered codes, ranges, narrow symbols and
native digits need. So all number data comes from CLDR itself. A locale holds only what
differs from its parent's; `_data/archive.py` tells how the file is laid out.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tools.archives import write_archive
from tools.cldr_numbers import (
    ROOT,
    ROOT_SIGNS,
    Part,
    lists_part,
    money_part,
    numbers_part,
    regions_part,
    units_part,
)
from tools.packages import Package, read_json

# The CLDR of ICU 78, so that the same is written as by the runtimes that carry it.
NUMBERS = Package(
    registry="npm",
    name="cldr-numbers-full",
    version="48.0.0",
    licence="Unicode-3.0",
    used_for="number signs, patterns and symbols of currencies of all locales",
)
UNITS = Package(
    registry="npm",
    name="cldr-units-full",
    version="48.0.0",
    licence="Unicode-3.0",
    used_for="patterns of units of all locales",
)
NAMES = Package(
    registry="npm",
    name="cldr-localenames-full",
    version="48.0.0",
    licence="Unicode-3.0",
    used_for="short names of countries in all locales",
)
CORE = Package(
    registry="npm",
    name="cldr-core",
    version="48.0.0",
    licence="Unicode-3.0",
    used_for="plural rules, parent locales, digits of numbering systems",
)
MISC = Package(
    registry="npm",
    name="cldr-misc-full",
    version="48.0.0",
    licence="Unicode-3.0",
    used_for="patterns of lists of all locales",
)
PACKAGES = (CORE, NUMBERS, UNITS, NAMES, MISC)
USUAL_DIGITS = "2"  # after the decimal sign of money


def parent(locale: str, exceptions: Mapping[str, str], known: Mapping[str, Any]) -> str:
    """Return the nearest locale that is there from which another inherits."""
    above = exceptions.get(locale) or locale.rpartition("-")[0] or ROOT
    return above if above in known else parent(above, exceptions, known)


def differing(part: Part, inherited: Part) -> Part:
    """Return what a locale has otherwise than its parent, None for what it lacks."""
    result: Part = {}
    for section in part.keys() | inherited.keys():
        own, above = part.get(section, {}), inherited.get(section, {})
        keys = own.keys() | above.keys()
        changed = {k: own.get(k) for k in sorted(keys) if own.get(k) != above.get(k)}
        if changed:
            result[section] = changed
    return result


def deduplicated(
    full: Mapping[str, Part], exceptions: Mapping[str, str]
) -> dict[str, Part]:
    """Return the parts of all locales, each without what its parent has."""
    full = {ROOT: {}, **full}
    own = {ROOT: full[ROOT]}
    for locale in full.keys() - {ROOT}:
        changed = differing(full[locale], full[parent(locale, exceptions, full)])
        if changed:
            own[locale] = changed
    return own


def read_shared(name: str, *keys: str) -> Any:  # noqa: ANN401 -- foreign JSON
    """Return what a supplemental file of CLDR holds under some keys."""
    content = read_json(CORE.fetch() / "supplemental" / f"{name}.json")["supplemental"]
    for key in keys:
        content = content[key]
    return content


def tags(locales: Sequence[str]) -> dict[str, Any]:
    """Return what finds a locale by its tag."""
    languages = {locale.partition("-")[0] for locale in locales} - {ROOT}
    aliases = read_shared("aliases", "metadata", "alias", "languageAlias")
    # `fr-FR` has nothing of its own, and is a locale all the same.
    default = CORE.fetch() / "defaultContent.json"
    likely = {
        key: value.split("-")
        for key, value in read_shared("likelySubtags", "likelySubtags").items()
        if value.partition("-")[0] in languages
    }
    usual = {key: value[1] for key, value in likely.items() if key in languages}
    regional = {
        key: value[1]
        for key, value in likely.items()
        if key.partition("-")[0] in languages
        and len(key.rpartition("-")[2]) <= len("419")  # a region, and no script
        and value[1] != usual.get(key.partition("-")[0])
    }
    return {
        "locales": sorted({*locales, *read_json(default)["defaultContent"]}),
        "parents": read_shared("parentLocales", "parentLocales", "parentLocale"),
        "aliases": {
            tag: row["_replacement"]
            for tag, row in aliases.items()
            if row["_replacement"].partition("-")[0] in languages and tag.isalpha()
        },
        "scripts": usual | regional,
        "languages": {
            key.partition("-")[2]: value[0]
            for key, value in likely.items()
            if key.startswith(f"{ROOT}-") and len(key) <= len("und-419")
        },
    }


def supplement(locales: Sequence[str]) -> dict[str, Any]:
    """Return what holds for all locales: parents, plurals, digits."""
    read = read_shared
    fractions = read("currencyData", "currencyData", "fractions")
    return {
        **tags(locales),
        "plurals": {
            language: {
                key.removeprefix("pluralRule-count-"): text.partition("@")[0].strip()
                for key, text in forms.items()
                if not key.endswith("-other")
            }
            for language, forms in read("plurals", "plurals-type-cardinal").items()
        },
        "plural_ranges": {
            language: {
                key.removeprefix("pluralRange-start-").replace("-end-", " "): result
                for key, result in rows.items()
                if not key.endswith(f"-{result}")  # the end's form is the usual one
            }
            for language, rows in read("pluralRanges", "plurals").items()
        },
        "currency_digits": {
            code: int(row["_digits"])
            for code, row in fractions.items()
            if row["_digits"] != USUAL_DIGITS
        },
        "digits": {
            name: row["_digits"]
            for name, row in read("numberingSystems", "numberingSystems").items()
            if row["_type"] == "numeric"
        },
    }


def with_separators(part: Part, numbers: Mapping[str, Any]) -> None:
    """Give a currency with a pattern of its own the separators of that locale.

    So it takes them along to those that inherit from it: euros are written alike in
    English all over Europe (ICU).
    """
    signs = numbers["symbols-numberSystem-latn"]
    for entry in part.get("own", {}).values():
        if entry is not None and "pattern" in entry:
            for key in ("decimal", "group"):
                entry.setdefault(key, signs[key])


def read_all(package: Package, file: str, *keys: str) -> dict[str, Any]:
    """Return what a file of a package says of each locale that has it."""
    found: dict[str, Any] = {}
    for path in sorted((package.fetch() / "main").glob(f"*/{file}.json")):
        content = read_json(path)["main"][path.parent.name]
        for key in keys:
            content = content[key]
        found[path.parent.name] = content
    return found


def main() -> None:
    """Read CLDR and write the archive."""
    numbers = read_all(NUMBERS, "numbers", "numbers")
    shared = supplement(list(numbers))
    money = read_all(NUMBERS, "currencies", "numbers", "currencies")
    units = read_all(UNITS, "units", "units")
    names = read_all(NAMES, "territories", "localeDisplayNames", "territories")
    lists = read_all(MISC, "listPatterns", "listPatterns")
    parts = {
        "numbers": {
            locale: numbers_part(content, shared["digits"])
            for locale, content in numbers.items()
        },
        "money": {locale: money_part(content) for locale, content in money.items()},
        "units": {locale: units_part(content) for locale, content in units.items()},
        "regions": {locale: regions_part(content) for locale, content in names.items()},
        "lists": {locale: lists_part(content) for locale, content in lists.items()},
    }
    own = {name: deduplicated(part, shared["parents"]) for name, part in parts.items()}
    for locale, part in own["money"].items():
        with_separators(part, numbers[locale])
    for system, signs in ROOT_SIGNS.items():
        own["numbers"][ROOT][system] = {"signs": signs}
    write_archive("l10n/cldr", "tools/generate_l10n.py", PACKAGES, shared, own)


if __name__ == "__main__":
    main()
