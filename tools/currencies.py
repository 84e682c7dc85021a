"""Write `currencies.json`, ISO 4217: `python -m tools.currencies`.

The agency's List One (in use) comes from one package, its List Three (withdrawn) from
another that is older: what was in use then and isn't now has been withdrawn since.
"""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from tools.packages import Package, read_json, write_table

LIST_ONE = Package(
    registry="PyPI",
    name="iso4217",
    version="1.16.20260101",
    licence="public domain",
    used_for="List One of the maintenance agency, as published on 2026-01-01",
)
LIST_THREE = Package(
    registry="PyPI",
    name="python-iso4217",
    version="0.0.8",
    licence="MIT",
    used_for="codes of Lists One and Three in 2023, to know those withdrawn",
)
IN_USE = 178
NO_MINOR_UNIT = "N.A."


def in_use(xml: str) -> dict[str, dict[str, str | int | None]]:
    """Read List One: countries repeat a currency, some have none."""
    currencies: dict[str, dict[str, str | int | None]] = {}
    for entry in ET.fromstring(xml).iter("CcyNtry"):  # noqa: S314 -- pinned
        code, units = entry.findtext("Ccy"), entry.findtext("CcyMnrUnts")
        if code is not None and units is not None:
            currencies[code] = {
                "numeric": entry.findtext("CcyNbr"),
                "minor_units": None if units == NO_MINOR_UNIT else int(units),
            }
    if len(currencies) != IN_USE:
        message = f"{len(currencies)} currencies, not {IN_USE}: has List One changed?"
        raise ValueError(message)
    return currencies


def main() -> None:
    """Read both lists and write the table."""
    xml = (LIST_ONE.fetch() / "iso4217" / "table.xml").read_text("utf-8")
    currencies = in_use(xml)
    once = read_json(LIST_THREE.fetch() / "iso4217" / "data" / "currencies.json")
    codes = {row["AlphabeticCode"] for row in once if row["AlphabeticCode"]}
    withdrawn = {"codes": sorted(codes - currencies.keys())}
    sections: dict[str, Mapping[str, object]] = {
        "currencies": currencies,
        "withdrawn": withdrawn,
    }
    write_table("currencies", "tools/currencies.py", [LIST_ONE, LIST_THREE], sections)


if __name__ == "__main__":
    main()
