"""Write `_data/NOTICE.txt`, whose data is in there: `python -m tools.notices`."""

from tools import assets, countries, currencies, demonyms, generate_l10n, places
from tools.packages import DATA, Package

PACKAGES = (
    countries.CLDR,
    places.NAMES,
    places.CITIES,
    places.CAPITALS,
    demonyms.NATIONALITIES,
    currencies.LIST_ONE,
    currencies.LIST_THREE,
    assets.LEDGER,
    *generate_l10n.PACKAGES,
)
PREAMBLE = """\
The tables of this folder are made from these packages by the scripts in tools/.
Every table says under _meta what it has from which. What is public domain or under
the Apache License 2.0, as this package is, is not repeated here.
"""
NOT_REPEATED = ("Apache-2.0", "public domain")


def licence_of(package: Package) -> str:
    """Return the licence as the package ships it."""
    folder = package.fetch()
    found = sorted([*folder.glob("LICENSE*"), *folder.glob("*.dist-info/LICENSE*")])
    return found[0].read_text("utf-8").strip()


def main() -> None:
    """Collect the licences, each once."""
    packages: dict[str, list[str]] = {}
    for package in PACKAGES:
        label = f"{package.registry}: {package.name} {package.version}"
        repeated = package.licence not in NOT_REPEATED
        text = licence_of(package) if repeated else package.licence
        packages.setdefault(text, []).append(label)
    parts = ["\n".join(labels) + "\n\n" + text for text, labels in packages.items()]
    rule = "\n\n" + "-" * 72 + "\n\n"
    (DATA / "NOTICE.txt").write_text(rule.join([PREAMBLE.strip(), *parts]) + "\n")


if __name__ == "__main__":
    main()
