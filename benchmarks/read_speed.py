"""How fast articles are read, as a ratio to a plain scan for digits in the same run.

    python benchmarks/read_speed.py [--json] [DIR]

The text is that of the articles in DIR, by default the seed articles. Machines are
noisy: trust the ratios and not the megabytes.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sovcrypto.reading import Document, read
from sovcrypto.reading.amounts import find_amounts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEEDS = Path(__file__).parents[1] / "seeds" / "articles"
ROUNDS = 7


def scan(texts: Sequence[str]) -> None:
    """Find every run of digits: the yardstick."""
    for text in texts:
        for _ in re.finditer(r"\d+", text):
            pass


def quantities(texts: Sequence[str]) -> None:
    """Find every amount, the shadow and the languages of the text included."""
    for text in texts:
        document = Document(text)
        for part in document.sections:
            find_amounts(document.shadow, part.language, part.start, part.end)


def full(texts: Sequence[str]) -> None:
    """Read every fact."""
    for text in texts:
        read(Document(text))


def seconds(job: Callable[[Sequence[str]], None], texts: Sequence[str]) -> float:
    """Return the best time of some rounds."""
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        job(texts)
        times.append(time.perf_counter() - start)
    return min(times)


def measure(folder: Path) -> dict[str, float]:
    """Return the megabytes a second of each job, and the ratios to the scan."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    size = sum(len(text.encode()) for text in texts) / 1e6
    full(texts)  # builds the lexicons
    taken = {job.__name__: seconds(job, texts) for job in (scan, quantities, full)}
    return {
        **{f"{name}_mb_s": round(size / spent, 3) for name, spent in taken.items()},
        "quantities_ratio": round(taken["scan"] / taken["quantities"], 4),
        "full_ratio": round(taken["scan"] / taken["full"], 4),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SEEDS)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    figures = measure(arguments.folder)
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:20}{figure:>10}")


if __name__ == "__main__":
    main()
