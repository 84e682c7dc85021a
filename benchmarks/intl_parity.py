"""How often `Formatter` writes what JavaScript's Intl (ICU) writes, kind by kind.

    python benchmarks/intl_parity.py CASES.jsonl [--json] [--show N]

A line of CASES is one case: its locale, its kind, its input, the options of
`Intl.NumberFormat`, and the text that Intl wrote (`expected`).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sovcrypto.l10n import Formatter
from sovcrypto.l10n.plurals import plural_rules
from sovcrypto.l10n.tags import chain
from sovcrypto.values import Period

Case = dict[str, Any]


@lru_cache(maxsize=4096)
def formatter(locale: str, options: str) -> Formatter:
    """Return the formatter of a locale with the options of Intl."""
    snake = {
        "".join(f"_{c.lower()}" if c.isupper() else c for c in name): value
        for name, value in json.loads(options).items()
    }
    if snake.get("unit") == "megawatt":
        snake["unit"] = "MW"
    return Formatter(locale, **snake)


def render(case: Case) -> str:
    """Write one case with the public `Formatter`."""
    kind, options = case["kind"], case.get("options", {})
    special = SPECIAL.get(kind)
    if special is not None:
        return special(case, options)
    writer = formatter(case["locale"], json.dumps(options))
    if kind.startswith("range-"):
        return writer.format_range(case["start"], case["end"])
    if kind.startswith("approx-"):
        return writer.approximately(case["value"])
    return writer.format(case["value"])


def region(case: Case, options: Case) -> str:
    """Write the name of a country."""
    return Formatter(case["locale"]).country(
        case["code"], width=options.get("style", "long")
    )


def currency(case: Case, _: Case) -> str:
    """Write the name of a currency."""
    return Formatter(case["locale"]).currency(case["code"])


def listed(case: Case, _: Case) -> str:
    """Write a list."""
    return Formatter(case["locale"]).list(case["items"])


def plural(case: Case, _: Case) -> str:
    """Return the plural category of a number with up to three fraction digits."""
    shown = Formatter("en", use_grouping=False).format(case["value"])
    return plural_rules(chain(case["locale"])[0]).category(shown)


def day(case: Case, options: Case) -> str:
    """Write a date in one of the styles."""
    period = Period(case["date"])
    return Formatter(case["locale"]).period(period, style=options["dateStyle"])


def month(case: Case, options: Case) -> str:
    """Write a month of a year, its name long or short."""
    period, writer = Period(case["date"][:7]), Formatter(case["locale"])
    if options["month"] == "long":
        return writer.period(period, style="long")
    return writer.period(period, style="medium")


def days(case: Case, _: Case) -> str:
    """Write the days between two dates, with the short name of the month."""
    period = Period.between(Period(case["start"]), Period(case["end"]))
    return Formatter(case["locale"]).period(period, style="medium")


SPECIAL: Mapping[str, Callable[[Case, Case], str]] = {
    "region-name": region,
    "region-name-short": region,
    "currency-display-name": currency,
    "list-and": listed,
    "plural-category": plural,
    "date": day,
    "date-year-month": month,
    "date-range": days,
}


def attempted(case: Case) -> str:
    """Write one case; what cannot be written is told, and counts as different."""
    try:
        return render(case)
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


def shares(every: Counter[str], equal: Counter[str]) -> dict[str, float]:
    """Return the percentage of equal texts of each kind and of groups of kinds."""
    groups = {kind: {kind} for kind in every}
    groups["numbers"] = {kind for kind in every if kind not in SPECIAL}
    groups["dates"] = {kind for kind in every if kind.startswith("date")}
    return {
        name: 100 * sum(equal[k] for k in kinds) / sum(every[k] for k in kinds)
        for name, kinds in groups.items()
        if kinds
    }


def main() -> None:
    """Print the share of equal texts of each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--show", type=int, default=0, help="print so many that differ")
    arguments = parser.parse_args()
    equal: Counter[str] = Counter()
    every: Counter[str] = Counter()
    shown = 0
    for line in arguments.cases.read_text("utf-8").splitlines():
        case: Case = json.loads(line)
        if case["kind"] == "meta" or case.get("expected") is None:
            continue
        every[case["kind"]] += 1
        written = attempted(case)
        if written == case["expected"]:
            equal[case["kind"]] += 1
        elif shown < arguments.show:
            shown += 1
            print(json.dumps({**case, "written": written}, ensure_ascii=False))
    figures = shares(every, equal)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, share in figures.items():
        print(f"{name:26}{share:8.2f} %")


if __name__ == "__main__":
    main()
