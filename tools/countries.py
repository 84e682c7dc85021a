"""Write `countries.json`, ISO 3166-1: `python -m tools.countries`.

Codes, currencies and regions come from CLDR. CLDR doesn't say which codes ISO assigns,
but a code that ISO assigns is not deprecated and not reserved, and has a number that
the United Nations gave: both are asked here, and the count is known.
"""

from tools.packages import Package, read_json, read_toml, write_table

CLDR = Package(
    registry="npm",
    name="cldr-core",
    version="48.2.0",
    licence="Unicode-3.0",
    used_for="ISO 3166-1 codes, UN M49 regions, tender, successors of withdrawn codes",
)
ASSIGNED = 249
PRIVATE_NUMERIC = 900  # UN M49 gives none above; ISO leaves 900 to 999 to users
TODAY = "2026-11-22"  # tender that ended later than this is tender
CONTINENTS = ("002", "009", "019", "142", "150")
# CLDR groups what UN M49 doesn't: North America with the Caribbean, Latin America,
# Sub-Saharan Africa, and Antarctica under Oceania.
GROUPINGS = ("003", "202", "419", "QO")

Codes = dict[str, dict[str, str]]


def assigned(codes: Codes, former: set[str]) -> Codes:
    """Keep the officially assigned alpha-2 codes."""
    kept = {
        code: row
        for code, row in codes.items()
        if len(code) == len("BT")
        and code not in former
        and int(row.get("_numeric", PRIVATE_NUMERIC)) < PRIVATE_NUMERIC
    }
    if len(kept) != ASSIGNED:
        message = f"{len(kept)} countries, not {ASSIGNED}: {sorted(kept)}"
        raise ValueError(message)
    return kept


def tender(history: list[dict[str, dict[str, str]]]) -> list[str]:
    """Return the currencies that are legal tender today, in CLDR's order."""
    return [
        currency
        for entry in history
        for currency, row in entry.items()
        if row.get("_tender") != "false" and row.get("_to", "9999") > TODAY
    ]


def regions(containment: dict[str, dict[str, list[str]]]) -> dict[str, tuple[str, str]]:
    """Return region and subregion of each country that has them."""
    return {
        country: (continent, subregion)
        for continent in CONTINENTS
        for subregion in containment[continent]["_contains"]
        if subregion not in GROUPINGS
        for country in containment[subregion]["_contains"]
    }


def successors(aliases: Codes) -> dict[str, list[str]]:
    """Return what became of each withdrawn alpha-2 code."""
    return {
        code: row["_replacement"].split()
        for code, row in aliases.items()
        if len(code) == len("SU") and code not in {"UK", "QU"}  # neither was assigned
    }


def main() -> None:
    """Read CLDR and write the table."""
    folder = CLDR.fetch() / "supplemental"
    supplemental = {
        name: read_json(folder / f"{name}.json")["supplemental"]
        for name in ("codeMappings", "territoryContainment", "currencyData", "aliases")
    }
    by_hand = read_toml("codes")
    withdrawn = successors(
        supplemental["aliases"]["metadata"]["alias"]["territoryAlias"]
    )
    mapped = assigned(supplemental["codeMappings"]["codeMappings"], set(withdrawn))
    histories = supplemental["currencyData"]["currencyData"]["region"]
    placed = regions(supplemental["territoryContainment"]["territoryContainment"])
    countries = {
        code: {
            "alpha_3": row["_alpha3"],
            "numeric": row["_numeric"],
            "currencies": tender(histories.get(code, [])),
            "region": placed.get(code, (None, None))[0],
            "subregion": placed.get(code, (None, None))[1],
        }
        for code, row in mapped.items()
    }
    sections = {"countries": countries, "withdrawn": withdrawn, **by_hand}
    write_table("countries", "tools/countries.py", [CLDR], sections)


if __name__ == "__main__":
    main()
