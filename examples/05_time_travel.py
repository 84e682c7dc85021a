"""Two axes of time: when a thing holds, and when anybody could know it."""

from datetime import date

import sovcrypto as sc

data = sc.bundled()
formatter = sc.Formatter("en")


def tell(title: str, seen: sc.Dataset) -> None:
    """Print what is told of El Salvador's bitcoin in a view of the data."""
    print(title)
    held = seen.reserves.where(sc.Reserve.holder == "SV")
    for reserve in held.order_by(sc.Reserve.period):
        print("   ", formatter.fact(reserve))


tell("All that is known:", data)
tell("Held on 30 June 2025, as far as it is dated:", data.as_of(date(2025, 6, 30)))
tell("Published by 31 July 2025:", data.known_by(date(2025, 7, 31)))

# Both at once: what could be read in 2025 about bitcoin as legal tender in 2021.
past = data.known_by(date(2025, 12, 31)).as_of(date(2021, 12, 31))
for status in past.legal_statuses.where(sc.LegalStatus.country == "SV"):
    print("In 2021, told by 2025:", formatter.fact(status))
