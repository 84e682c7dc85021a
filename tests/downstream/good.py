"""What a project that depends on sovcrypto may look like; run it on a folder."""

# ruff: noqa: T201 -- printing is what it does
from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import sovcrypto as sc


def strongest(fact: sc.AnyFact) -> sc.Standing:
    """Return what kind of statement stands behind a fact at best."""
    order = list(sc.Standing)
    return min((c.standing for c in fact.citations), key=order.index)


def held(data: sc.Dataset, asset: sc.AssetCode) -> dict[sc.CountryCode, sc.Amount]:
    """Add up what each state certainly holds more than 5,000 of."""
    large = data.reserves.where(sc.Reserve.asset == asset, sc.Reserve.quantity > 5000)
    latest = large.latest_per(sc.Reserve.holder, by=sc.Reserve.period)
    totals = latest.group_by(sc.Reserve.holder).agg(sc.total(sc.Reserve.quantity))
    return {holder: amount for holder, amount in totals.items() if amount is not None}


def main(folder: Path, locale: str) -> None:
    """Load what stands in a folder, ask, and say the answers."""
    own, report = sc.load(folder)
    print(report, file=sys.stderr)
    data = (own | sc.bundled()).known_by(date(2026, 6, 30))
    voice = sc.Formatter(locale)
    for holder, amount in held(data, sc.asset_code("BTC")).items():
        print(f"{voice.country(holder)}: {voice.amount(amount)}")
    for country in data.countries.where(sc.Country.tokens.any()):
        for token in data.related(country, sc.Country.tokens).order_by(sc.Token.name):
            print(voice.fact(token), f"({strongest(token)})")
    plan: sc.Reserve | None = own.reserves.order_by(sc.desc(sc.Reserve.period)).first()
    if plan is not None and plan.quantity is not None:
        print(voice.fact(plan), plan.quantity.gt(100).may)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
