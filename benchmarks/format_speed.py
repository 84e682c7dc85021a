"""How fast figures are written, beside Babel and, where it is installed, PyICU.

    python benchmarks/format_speed.py [--json]

Each figure is the best of several rounds over the same numbers in four locales, as
microseconds a call; all libraries take turns. `first_call_ms` is the worst of
some locales, each in a new process that has imported the library. Machines are noisy:
trust the ratios.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from statistics import mean
from typing import Any, Literal, TypeAlias

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_currency, format_currency, format_decimal
from babel.units import format_unit

from sovcrypto.l10n import Formatter
from sovcrypto.values import Period

LOCALES = ("en-US", "fr-FR", "hi-IN", "ar-EG")
FRESH = ("fr", "de", "hi", "ar-EG", "ja")
TWENTY = "en fr de es pt it nl sv pl cs ro uk ru tr hi bn ar-EG fa zh-Hans ja"
COUNT = 250
ROUNDS = 9

Kind: TypeAlias = Literal[
    "decimal", "currency", "compact_currency", "unit", "range", "date"
]
Job: TypeAlias = Callable[[], object]


def numbers() -> list[Decimal]:
    """Return mixed numbers, two thirds of them with a fraction."""
    source = random.Random(7)
    texts = [
        f"{source.randrange(10 ** source.randint(1, 12))}"
        + (f".{source.randrange(1, 10**4)}" if index % 3 else "")
        for index in range(COUNT)
    ]
    return [Decimal(text) for text in texts]


NUMBERS = numbers()
DAYS = [date(2010, 1, 1) + timedelta(days=17 * index) for index in range(COUNT)]


def each(write: Callable[[Any], object], values: list[Any]) -> Job:
    """Return a job that writes every value."""

    def job() -> None:
        for value in values:
            write(value)

    return job


def ours(locale: str) -> Mapping[Kind, Job]:
    """Return our jobs in a locale."""
    money = Formatter(locale, style="currency", currency="USD")
    compact = Formatter(locale, style="currency", currency="USD", notation="compact")
    power = Formatter(locale, style="unit", unit="MW", unit_display="long")
    plain = Formatter(locale)
    periods = [Period(day.isoformat()) for day in DAYS]
    return {
        "decimal": each(plain.format, NUMBERS),
        "currency": each(money.format, NUMBERS),
        "compact_currency": each(compact.format, NUMBERS),
        "unit": each(power.format, NUMBERS),
        "range": each(lambda low: money.format_range(low, low + 7), NUMBERS),
        "date": each(plain.period, periods),
    }


def babels(locale: str) -> Mapping[Kind, Job]:
    """Return Babel's jobs in a locale; it has no ranges."""
    of = Locale.parse(locale, sep="-")

    def unit(value: Decimal) -> str:
        return format_unit(value, "power-megawatt", length="long", locale=of)

    return {
        "decimal": each(lambda value: format_decimal(value, locale=of), NUMBERS),
        "currency": each(lambda it: format_currency(it, "USD", locale=of), NUMBERS),
        "compact_currency": each(
            lambda value: format_compact_currency(value, "USD", locale=of), NUMBERS
        ),
        "unit": each(unit, NUMBERS),
        "date": each(lambda day: format_date(day, "long", locale=of), DAYS),
    }


def icus(locale: str) -> Mapping[Kind, Job]:
    """Return PyICU's jobs in a locale, none where it is not installed."""
    if find_spec("icu") is None:
        return {}
    icu: Any = import_module("icu")
    of = icu.Locale(locale)

    def writes(maker: Any) -> Job:  # noqa: ANN401 -- PyICU has no types
        return each(lambda it: maker.formatDecimal(str(it).encode()), NUMBERS)

    maker = icu.NumberFormatter.withLocale(of)
    dollars = maker.unit(icu.CurrencyUnit("USD"))
    compact = dollars.notation(icu.Notation.compactShort())
    long = icu.UNumberUnitWidth.FULL_NAME
    power = maker.unit(icu.MeasureUnit.createMegawatt()).unitWidth(long)
    dates = icu.DateFormat.createDateInstance(icu.DateFormat.LONG, of)
    stamps = [(day - date(1970, 1, 1)).days * 86400.0 for day in DAYS]
    return {
        "decimal": writes(maker),
        "currency": writes(dollars),
        "compact_currency": writes(compact),
        "unit": writes(power),
        "date": each(dates.format, stamps),
    }


def microseconds(jobs: Mapping[str, Job]) -> dict[str, float]:
    """Return the best time of each job, a call; they take turns."""
    best = dict.fromkeys(jobs, float("inf"))
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            start = time.process_time()
            job()
            best[name] = min(best[name], time.process_time() - start)
    return {name: spent / COUNT * 1e6 for name, spent in best.items()}


def calls() -> dict[str, dict[str, float | None]]:
    """Return the time of each kind of call, and how many times Babel's it is."""
    makers = {"ours": ours, "babel": babels, "pyicu": icus}
    kinds = list(ours(LOCALES[0]))
    times: dict[str, dict[str, list[float]]] = {
        kind: {library: [] for library in makers} for kind in kinds
    }
    for locale in LOCALES:
        jobs = {library: make(locale) for library, make in makers.items()}
        for kind in kinds:
            turns = {
                library: jobs_[kind] for library, jobs_ in jobs.items() if kind in jobs_
            }
            for job in turns.values():
                job()  # compiles and loads
            for library, spent in microseconds(turns).items():
                times[kind][library].append(spent)
    return {kind: figures(found) for kind, found in times.items()}


def figures(found: Mapping[str, list[float]]) -> dict[str, float | None]:
    """Return the mean time over the locales of each library."""
    spent = {name: mean(times) if times else None for name, times in found.items()}
    own, babel = spent["ours"] or 0.0, spent["babel"]
    result: dict[str, float | None] = {
        "ours_us": round(own, 2),
        "babel_us": None if babel is None else round(babel, 2),
        "ratio": None if babel is None else round(babel / own, 1),
    }
    if spent["pyicu"] is not None:
        result["pyicu_us"] = round(spent["pyicu"], 2)
    return result


FIRST = """
import sys, time
from decimal import Decimal
from sovcrypto.l10n import Formatter
start = time.process_time()
Formatter(sys.argv[1], style="currency", currency="USD").format(Decimal("6200.5"))
print((time.process_time() - start) * 1e3)
"""

MEMORY = """
import sys, tracemalloc
from decimal import Decimal
from sovcrypto.l10n import Formatter

def say(locale):
    for options in (
        {}, {"notation": "compact"}, {"style": "currency", "currency": "USD"},
        {"style": "unit", "unit": "MW"},
    ):
        Formatter(locale, **options).format(Decimal("6200.5"))

say("en")
tracemalloc.start()
for locale in sys.argv[1].split():
    say(locale)
print(tracemalloc.get_traced_memory()[0] / 1e6)
"""


def measured(code: str, argument: str) -> float:
    """Run a script of one argument in a new process; return what it prints."""
    command = [sys.executable, "-c", code, argument]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 -- our own interpreter and code
    return float(printed.stdout)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    found: dict[str, Any] = dict(calls())
    first = {min(measured(FIRST, locale) for _ in range(3)) for locale in FRESH}
    found["first_call_ms"] = round(max(first), 2)
    found["twenty_locales_mb"] = round(measured(MEMORY, TWENTY), 2)
    if arguments.json:
        print(json.dumps(found))
        return
    for name, value in found.items():
        print(f"{name:20}{value}")


if __name__ == "__main__":
    main()
