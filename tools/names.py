"""Write `names/<language>.json`, what countries are called: `python -m tools.names`.

Places are named by CLDR, their people by i18n-nationality; `data/names_<language>.toml`
corrects both.
"""

from tools import demonyms, places
from tools.packages import DATA, read_json, read_toml, write_table

LANGUAGES = ("de", "en", "es", "fr", "it", "pt")
RESERVED = ("EU", "XK")  # named in the news, and not officially assigned

Rows = dict[str, dict[str, object]]


def rows_of(language: str, codes: list[str]) -> Rows:
    """Return what is known of each country in a language."""
    hand = read_toml(f"names_{language}")
    named = places.names(language, codes)
    capitals = places.capitals(language)
    adjectives, nouns = demonyms.demonyms(language, hand)
    demonyms.check(adjectives, nouns)
    return {
        code: {
            "names": named[code],
            "capital": capitals.get(code) or None,
            "adjectives": adjectives.get(code, []),
            "inhabitants": nouns.get(code, []),
        }
        for code in codes
    }


def main() -> None:
    """Write one table a language."""
    countries = list(read_json(DATA / "countries.json")["countries"])
    packages = [places.NAMES, places.CITIES, places.CAPITALS, demonyms.NATIONALITIES]
    for language in LANGUAGES:
        rows = rows_of(language, [*countries, *RESERVED])
        ambiguous = {
            word: {
                "countries": entry["countries"].split(),
                "winner": entry.get("winner"),
            }
            for word, entry in read_toml(f"names_{language}")["shared"].items()
        }
        sections = {
            "territories": {code: rows[code] for code in countries},
            "reserved": {code: rows[code] for code in RESERVED},
            "ambiguous": ambiguous,
        }
        write_table(f"names/{language}", "tools/names.py", packages, sections)


if __name__ == "__main__":
    main()
