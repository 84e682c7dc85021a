"""What is known of four countries and an exchange, in French and in English."""

from pathlib import Path

from rich.console import Console

import sovcrypto as sc
from sovcrypto.cli import pages, subjects

FRENCH, ENGLISH = sc.Formatter("fr"), sc.Formatter("en")
console = Console(highlight=False)
data, report = sc.load(Path(__file__).parents[1] / "seeds")
report.check()
print(report)
for name in ("BT", "PK", "SV", "IR", "KuCoin"):
    console.print()
    pages.show(console, FRENCH, subjects.subject(data, name, FRENCH), ENGLISH)

console.print()
title = "Qui détient plus de 6\u202f300 BTC\u00a0? · Who holds more than 6,300 BTC?"
large = data.reserves.where(sc.Reserve.quantity > sc.Amount.exactly(6300, "BTC"))
pages.headline(console, title, [repr(large)])
pages.listing(console, FRENCH, large, ENGLISH)
# "More than 6,200 BTC" may well be more than 6,300: `maybe` finds that too.
pages.heading(console, "Et peut-être · And perhaps")
certain = large.all()
perhaps = large.maybe().filter(lambda reserve: reserve not in certain)
pages.listing(console, FRENCH, perhaps, ENGLISH)

console.print()
title = "Qui doit au FMI et veut une réserve\u00a0? · Who owes the IMF and plans one?"
debtors = data.countries.where(
    sc.Country.financing.any(sc.Financing.lender == "IMF"),
    sc.Country.reserves.any(sc.Reserve.stage == sc.Stage.PLANNED),
)
pages.headline(console, title, [repr(debtors)])
for country in debtors:
    loans = data.related(country, sc.Country.financing)
    plans = data.related(country, sc.Country.reserves)
    pages.listing(console, FRENCH, [*loans, *plans], ENGLISH)
