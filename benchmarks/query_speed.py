"""How fast questions are answered, beside plain comprehensions and other libraries.

    python benchmarks/query_speed.py [--rows N] [--json]

The rows are real `Reserve` records with amounts, periods and citations. Each figure is
the best of several rounds in milliseconds of processor time; `ratio` says how many
times faster than a comprehension, written by hand for the one question, that gives the
same answer. Indexes are made before, and `build` is what one costs. Other libraries
hand back the same records; one that is not installed is null (`make bench` installs
them). `load` is measured on fewer rows.
"""

from __future__ import annotations

import argparse
import csv
import gc
import heapq
import json
import random
import sqlite3
import tempfile
import tracemalloc
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from time import process_time
from timeit import Timer
from typing import Any, NamedTuple, TypeAlias

from sovcrypto import _data
from sovcrypto.codes import CountryCode, asset_code, country_code
from sovcrypto.dataset import Dataset
from sovcrypto.fields import desc
from sovcrypto.model import Reserve
from sovcrypto.provenance import Citation, Source
from sovcrypto.query import Query, Table, total
from sovcrypto.records import structure, unstructure
from sovcrypto.values import Amount, Period

ROUNDS = 7
SAMPLE = 20_000  # rows of what is measured on fewer
FIRST_DAY = date(2015, 1, 1)
DAYS = 4000

Answer: TypeAlias = Callable[[], object]
Peer: TypeAlias = Mapping[str, Answer]


class Job(NamedTuple):
    """A question as it is asked here, and as one would write it by hand."""

    ours: Answer
    comprehension: Answer


# What the questions ask for.
HOLDER, ASSET = country_code("BT"), asset_code("BTC")
SINCE = FIRST_DAY + timedelta(days=DAYS - 40)
HALF = 500_000


def records(size: int) -> tuple[Reserve, ...]:
    """Make reserves that share codes, dates and citations, as loaded ones do."""
    source = random.Random(7)
    # each once, so that one row in 200 and in 20 is asked for
    holders = list(dict.fromkeys([HOLDER, *sorted(_data.countries())]))[:200]
    assets = list(dict.fromkeys([ASSET, *sorted(_data.assets())]))[:20]
    bodies = [f"Fund {number}" for number in range(1000)]
    periods = [Period(f"{FIRST_DAY + timedelta(days=day)}") for day in range(DAYS)]
    cited = [
        (Citation(source=Source(publisher=f"Gazette {number}")),)
        for number in range(200)
    ]

    def one() -> Reserve:
        asset = asset_code(source.choice(assets))
        return Reserve(
            holder=country_code(source.choice(holders)),
            asset=asset,
            body=source.choice(bodies),
            quantity=Amount.exactly(source.randrange(10**6), asset),
            value=Amount.exactly(source.randrange(10**9), "USD"),
            period=source.choice(periods),
            citations=source.choice(cited),
        )

    return tuple(one() for _ in range(size))


def low(amount: Amount | None) -> int | None:
    """Return the lower bound of an amount, all of which are whole here."""
    return None if amount is None or amount.low is None else int(amount.low)


def start(held: Reserve) -> date:
    """Return the first day of a reserve."""
    if held.period is None or held.period.start is None:
        raise ValueError(held)
    return held.period.start


def jobs(rows: Sequence[Reserve], query: Query[Reserve]) -> dict[str, Job]:
    """Return the questions, each with its comprehension."""
    since, of_holder = Period(f"{SINCE}"), Reserve.holder == HOLDER
    compound = query.where(of_holder, Reserve.asset == ASSET, Reserve.quantity > HALF)
    return {
        "equality": Job(
            lambda: query.where(of_holder).all(),
            lambda: [row for row in rows if row.holder == HOLDER],
        ),
        "range": Job(
            lambda: query.where(Reserve.period >= since).all(),
            lambda: [
                row
                for row in rows
                if row.period is not None
                and row.period.start is not None
                and row.period.start >= SINCE
            ],
        ),
        "range_of_amounts": Job(
            lambda: query.where(Reserve.quantity >= 990_000).all(),
            lambda: [
                row
                for row in rows
                if row.quantity is not None
                and row.quantity.low is not None
                and row.quantity.low >= 990_000
            ],
        ),
        "compound": Job(
            compound.all,
            lambda: [
                row
                for row in rows
                if row.holder == HOLDER
                and row.asset == ASSET
                and row.quantity is not None
                and row.quantity.low is not None
                and row.quantity.low > HALF
            ],
        ),
        "count": Job(
            lambda: query.where(of_holder).count(),
            lambda: sum(1 for row in rows if row.holder == HOLDER),
        ),
        "scan": Job(
            lambda: query.where(Reserve.body.contains("99")).all(),
            lambda: [row for row in rows if row.body is not None and "99" in row.body],
        ),
        "group_sum": Job(lambda: sums(query), lambda: sums_by_hand(rows)),
        "top10": Job(
            lambda: query.order_by(desc(Reserve.period)).limit(10).all(),
            lambda: heapq.nlargest(10, rows, key=start),
        ),
    }


def sums(query: Query[Reserve]) -> dict[CountryCode, tuple[object, object]]:
    """Add up what each country holds, as intervals."""
    found = query.group_by(Reserve.holder).agg(total(Reserve.value))
    return {key: (it.low, it.high) for key, it in found.items() if it is not None}


def sums_by_hand(rows: Iterable[Reserve]) -> dict[CountryCode, tuple[object, object]]:
    """Add up both bounds with nothing else in mind."""
    lows: dict[CountryCode, Any] = {}
    highs: dict[CountryCode, Any] = {}
    for row in rows:
        value = row.value
        if value is not None:
            lows[row.holder] = lows.get(row.holder, 0) + value.low
            highs[row.holder] = highs.get(row.holder, 0) + value.high
    return {key: (lows[key], highs[key]) for key in lows}


def load_job(rows: Sequence[Reserve]) -> Job:
    """Return the making of records from text; both sides check every field."""
    stored = [unstructure(row) for row in rows[:SAMPLE]]

    def by_hand(row: dict[str, Any]) -> Reserve:
        cited = [Citation(source=Source(**it["source"])) for it in row["citations"]]
        return Reserve(
            holder=row["holder"],
            asset=row["asset"],
            body=row["body"],
            quantity=Amount.parse(row["quantity"]),
            value=Amount.parse(row["value"]),
            period=Period(row["period"]),
            citations=tuple(cited),
        )

    return Job(
        lambda: [structure(row) for row in stored],
        lambda: [by_hand(row) for row in stored],
    )


def build_job(rows: tuple[Reserve, ...]) -> Job:
    """Return the making of an index, beside a dict of lists."""

    def by_hand() -> int:
        groups: dict[str, list[Reserve]] = {}
        for row in rows:
            groups.setdefault(row.holder, []).append(row)
        return len(rows)

    return Job(lambda: Table(Reserve, rows).by_value(Reserve.holder).size, by_hand)


SQL = {
    "equality": "select id from held where holder = ?",
    "range": "select id from held where day >= ?",
    "compound": "select id from held where holder = ? and asset = ? and quantity > ?",
    "count": "select count(*) from held where holder = ?",
    "group_sum": "select holder, sum(value) from held group by holder",
    "top10": "select id from held order by day desc, id limit 10",
}
VALUES: dict[str, tuple[object, ...]] = {
    "equality": (HOLDER,),
    "range": (SINCE.toordinal(),),
    "compound": (HOLDER, ASSET, HALF),
    "count": (HOLDER,),
}
COLUMNS = ("id", "holder", "asset", "day", "quantity", "value")


def cells(rows: Sequence[Reserve]) -> Iterable[tuple[object, ...]]:
    """Return rows of plain values, amounts as whole numbers."""
    for number, row in enumerate(rows):
        day = start(row).toordinal()
        yield number, row.holder, row.asset, day, low(row.quantity), low(row.value)


def at(rows: Sequence[Reserve], numbers: Iterable[int]) -> list[Reserve]:
    """Return the records that a library has found by their numbers."""
    return [rows[number] for number in numbers]


def by_sql(
    rows: Sequence[Reserve], execute: Callable[[str, tuple[object, ...]], Any]
) -> Peer:
    """Return the questions to a database, which answers with numbers of rows."""

    def job(name: str) -> Answer:
        text, values = SQL[name], VALUES.get(name, ())
        if name in {"count", "group_sum"}:
            return lambda: execute(text, values).fetchall()
        return lambda: at(rows, (key for (key,) in execute(text, values).fetchall()))

    return {name: job(name) for name in SQL}


def sqlite(rows: Sequence[Reserve]) -> Peer:
    """Ask SQLite, with an index for each column that is asked for."""
    base = sqlite3.connect(":memory:")
    base.execute(f"create table held ({', '.join(COLUMNS)})")
    base.executemany("insert into held values (?, ?, ?, ?, ?, ?)", cells(rows))
    for column in ("holder", "day", "quantity"):
        base.execute(f"create index by_{column} on held ({column})")
    return by_sql(rows, base.execute)


def duckdb(rows: Sequence[Reserve]) -> Peer:
    """Ask DuckDB, in whose own table the rows are."""
    base = import_module("duckdb").connect()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "held.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([COLUMNS, *cells(rows)])
        base.execute("create table held as select * from read_csv(?)", [str(path)])
    return by_sql(rows, base.execute)


def polars(rows: Sequence[Reserve]) -> Peer:
    """Ask polars, whose table has no index."""
    pl = import_module("polars")
    held = pl.DataFrame(list(cells(rows)), schema=list(COLUMNS), orient="row")
    of_holder = pl.col("holder") == HOLDER
    of_asset = pl.col("asset") == ASSET
    both = of_holder & of_asset & (pl.col("quantity") > HALF)
    since = pl.col("day") >= SINCE.toordinal()

    def those(keep: Any) -> Answer:  # noqa: ANN401 -- polars may not be there
        return lambda: at(rows, held.filter(keep)["id"].to_list())

    last = {"by": ["day", "id"], "descending": [True, False]}
    return {
        "equality": those(of_holder),
        "range": those(since),
        "compound": those(both),
        "count": lambda: held.filter(of_holder).height,
        "group_sum": lambda: held.group_by("holder").agg(pl.col("value").sum()).rows(),
        "top10": lambda: at(rows, held.sort(**last)["id"].head(10).to_list()),
    }


def ducks(rows: Sequence[Reserve]) -> Peer:
    """Ask ducks, with an index for equality."""
    held = import_module("ducks").Dex(rows, ["holder"])
    return {"equality": lambda: held[{"holder": HOLDER}]}


def littletable(rows: Sequence[Reserve]) -> Peer:
    """Ask littletable, which has indexes for equality alone."""
    held = import_module("littletable").Table()
    held.insert_many(rows)
    held.create_index("holder")
    return {"equality": lambda: held.where(holder=HOLDER)}


PEERS: Mapping[str, Callable[[Sequence[Reserve]], Peer]] = {
    "sqlite3": sqlite,
    "duckdb": duckdb,
    "polars": polars,
    "ducks": ducks,
    "littletable": littletable,
}


def milliseconds(answers: Mapping[str, Answer], rounds: int) -> dict[str, float]:
    """Return the best time of each; they take turns, quick ones many times in one."""
    times = {
        name: Timer(answer, timer=process_time) for name, answer in answers.items()
    }
    calls = {name: max(1, int(0.01 / it.timeit(1))) for name, it in times.items()}
    best = dict.fromkeys(answers, float("inf"))
    for _ in range(rounds):
        for name, timed in times.items():
            spent = timed.timeit(calls[name]) / calls[name] * 1e3
            best[name] = min(best[name], spent)
    return best


def figures(job: Job) -> dict[str, float]:
    """Measure one question; the answers must be the same."""
    if job.ours() != job.comprehension():
        raise AssertionError(job)
    spent = milliseconds({"ours": job.ours, "by hand": job.comprehension}, ROUNDS)
    return {
        "ours_ms": round(spent["ours"], 4),
        "comprehension_ms": round(spent["by hand"], 3),
        "ratio": round(spent["by hand"] / spent["ours"], 2),
    }


def peer(make: Callable[[Sequence[Reserve]], Peer], rows: Sequence[Reserve]) -> Any:  # noqa: ANN401 -- figures as JSON
    """Measure another library, None where it is not installed."""
    try:
        before = process_time()
        answers = make(rows)
    except ImportError:
        return None
    build = round((process_time() - before) * 1e3, 1)
    spent = milliseconds(answers, 3)
    return {"build": build} | {name: round(ms, 3) for name, ms in spent.items()}


def bytes_each() -> int:
    """Return what a record takes with its amounts; the rest is shared."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    kept = records(SAMPLE)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return round((after - before) / len(kept))


def measure(size: int) -> dict[str, Any]:
    """Return all figures."""
    each = bytes_each()
    data = Dataset(records(size))
    rows = data.table(Reserve).rows
    gc.collect()
    gc.freeze()
    query = data.reserves
    found: dict[str, Any] = {"rows": len(rows), "bytes_per_object": each}
    of_holder = Dataset(rows[:100]).reserves.where(Reserve.holder == HOLDER)
    best = milliseconds({"few": of_holder.all}, ROUNDS)["few"]
    found["hundred_rows_us"] = round(best * 1e3, 1)
    every = jobs(rows, query) | {"load": load_job(rows), "build": build_job(rows)}
    found |= {name: figures(job) for name, job in every.items()}
    return found | {name: peer(make, rows) for name, make in PEERS.items()}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000, help="how many reserves")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    found = measure(arguments.rows)
    lines = [f"{name:18}{json.dumps(value)}" for name, value in found.items()]
    print(json.dumps(found) if arguments.json else "\n".join(lines))


if __name__ == "__main__":
    main()
