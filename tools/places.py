"""Name countries and their capitals in a language, from CLDR.

Capitals come from a list of countries, in English; CLDR translates those for which a
time zone is named, and `data/names_<language>.toml` the rest.
"""

import re
from collections.abc import Iterable, Iterator

from tools.packages import Json, Package, read_json, read_toml

NAMES = Package(
    registry="npm",
    name="cldr-localenames-full",
    version="48.2.0",
    licence="Unicode-3.0",
    used_for="names of countries",
)
CITIES = Package(
    registry="npm",
    name="cldr-dates-full",
    version="48.2.0",
    licence="Unicode-3.0",
    used_for="names of capitals, where a time zone is named for them",
)
CAPITALS = Package(
    registry="npm",
    name="countries-list",
    version="3.4.1",
    licence="MIT",
    used_for="English names of capitals",
)
Lists = dict[str, list[str]]


def variants(name: str, language: str) -> Iterator[str]:
    """Yield other spellings of a name of CLDR's that newspapers use.

    >>> list(variants("St. Kitts & Nevis", "en"))
    ['St. Kitts and Nevis', 'Saint Kitts and Nevis']
    >>> list(variants("Myanmar (Birmanie)", "fr")), list(variants("Égypte", "fr"))
    (['Myanmar'], ['Egypte'])
    """
    plain = re.sub(r" \(.*\)$", "", name).replace(" - ", "-")
    if language == "en":
        plain = plain.replace(" & ", " and ")
    if plain != name:
        yield plain
    if language == "en" and "St. " in name:
        yield plain.replace("St. ", "Saint ")
    if language == "fr" and name[0] in "ÉÎ":
        yield plain.replace(plain[0], "E" if plain[0] == "É" else "I", 1)


def names(language: str, codes: Iterable[str]) -> Lists:
    """Return the names of each country, CLDR's own first; none means two countries."""
    folder = NAMES.fetch() / "main" / language / "territories.json"
    cldr = read_json(folder)["main"][language]["localeDisplayNames"]["territories"]
    given: Lists = {code: [cldr[code]] for code in codes}
    for key, name in cldr.items():
        code, *alternative = key.split("-alt-")
        if alternative and code in given:
            given[code].append(name)
    derived = {
        code: [other for name in own for other in variants(name, language)]
        for code, own in given.items()
    }
    taken = [(code, name) for code, own in given.items() for name in own]
    return {
        code: list(
            dict.fromkeys(
                name
                for name in (*own, *derived[code])
                if name in own
                # "Congo" of "Congo (RDC)" is no name: "Congo-Brazzaville" begins so
                or not any(
                    other.startswith(name) for owner, other in taken if owner != code
                )
            )
        )
        for code, own in given.items()
    }


def cities(language: str) -> dict[str, str]:
    """Return what the cities of time zones are called, by zone."""
    folder = CITIES.fetch() / "main" / language / "timeZoneNames.json"
    names = read_json(folder)["main"][language]["dates"]["timeZoneNames"]["zone"]

    def walk(part: Json, zone: str) -> Iterator[tuple[str, str]]:
        for key, value in part.items():
            if key == "exemplarCity":
                yield zone, value.replace("\N{SOFT HYPHEN}", "")
            elif not isinstance(value, str):
                yield from walk(value, f"{zone}/{key}")

    return dict(walk(names, ""))


def capitals(language: str) -> dict[str, str]:
    """Return the capitals, in the language where a source has them, else in English."""
    listed = read_json(CAPITALS.fetch() / "countries.min.json")
    english = {code: row["capital"] for code, row in listed.items()}
    english |= read_toml("names_en")["capitals"]
    own, theirs = cities("en"), cities(language)
    zones = {
        own.get(zone, zone.rpartition("/")[2].replace("_", " ")): zone
        for zone in sorted({*own, *theirs})
    }
    local = {
        code: theirs.get(zones.get(city, ""), city) for code, city in english.items()
    }
    local |= read_toml(f"names_{language}")["capitals"]
    return {code: city.replace("'", "’") for code, city in local.items()}
