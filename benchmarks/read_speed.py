"""How fast articles are read, as a ratio to a plain scan for digits in the same run.

    python benchmarks/read_speed.py [--json]

The archive is general news with the seed articles among it, as a reader meets them; the
seed articles alone, of which every sentence is to the point, are the dense text. Other
libraries that find quantities read the archive, too, where they are installed (`make
bench` installs them). Machines are noisy: trust the ratios and not the megabytes.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import warnings
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sovcrypto.reading import Document, read
from sovcrypto.reading.amounts import find_amounts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

ROOT = Path(__file__).parents[1]
NEWS = ROOT / "benchmarks" / "news"
SEEDS = ROOT / "seeds" / "articles"
ROUNDS = 25
# Cultures of Recognizers by language.
CULTURES = {"en": "en-us", "fr": "fr-fr", "es": "es-es", "pt": "pt-br", "de": "de-de"}


class Article(NamedTuple):
    """A text and its language."""

    language: str
    text: str


def articles(folder: Path) -> list[Article]:
    """Return the articles of a folder; a file is called `subject.language.txt`."""
    return [
        Article(path.suffixes[0][1:], path.read_text("utf-8"))
        for path in sorted(folder.glob("*.txt"))
    ]


def scan(texts: Sequence[Article]) -> None:
    """Find every run of digits: the yardstick."""
    for _, text in texts:
        for _ in re.finditer(r"\d+", text):
            pass


def quantities(texts: Sequence[Article]) -> None:
    """Find every amount, the shadow and the languages of the text included."""
    for _, text in texts:
        document = Document(text)
        for part in document.sections:
            find_amounts(document.shadow, part.language, part.start, part.end)


def full(texts: Sequence[Article]) -> None:
    """Read every fact."""
    for _, text in texts:
        read(Document(text))


def quantulum3() -> Callable[[Sequence[Article]], None]:
    """Find quantities with quantulum3, which takes all text for English."""
    parse = import_module("quantulum3.parser").parse

    def job(texts: Sequence[Article]) -> None:
        for _, text in texts:
            parse(text)

    return job


def recognizers() -> Callable[[Sequence[Article]], None]:
    """Find money with Recognizers-Text, which is told the language of each text."""
    recognize = import_module("recognizers_number_with_unit").recognize_currency

    def job(texts: Sequence[Article]) -> None:
        for language, text in texts:
            recognize(text, CULTURES[language])

    return job


def price_parser() -> Callable[[Sequence[Article]], None]:
    """Find one price in each line with price-parser."""
    parse = import_module("price_parser").Price.fromstring

    def job(texts: Sequence[Article]) -> None:
        for _, text in texts:
            for line in text.splitlines():
                parse(line)

    return job


def seconds(
    jobs: Iterable[Callable[[Sequence[Article]], None]],
    texts: Sequence[Article],
    rounds: int = ROUNDS,
) -> list[float]:
    """Return the best time of each job over some rounds, in which they take turns.

    It is the time of the processor, so that other work on the machine does not count.
    """
    jobs = list(jobs)
    for job in jobs:
        job(texts)  # builds tables
    best = [float("inf")] * len(jobs)
    for _ in range(rounds):
        for index, job in enumerate(jobs):
            start = time.process_time()
            job(texts)
            best[index] = min(best[index], time.process_time() - start)
    return best


def ours(texts: Sequence[Article]) -> dict[str, float]:
    """Return what this library does on a text."""
    size = sum(len(text.encode()) for _, text in texts) / 1e6
    scanned, counted, whole = seconds((scan, quantities, full), texts)
    return {
        "scan_mb_s": round(size / scanned, 3),
        "quantities_mb_s": round(size / counted, 3),
        "full_mb_s": round(size / whole, 3),
        "quantities_ratio": round(scanned / counted, 4),
        "full_ratio": round(scanned / whole, 4),
    }


def peer(
    load: Callable[[], Callable[[Sequence[Article]], None]], texts: Sequence[Article]
) -> float | None:
    """Return the ratio of a peer, None if it isn't there or does not run."""
    try:
        with warnings.catch_warnings(action="ignore"):
            (taken,) = seconds((load(),), texts, rounds=1)
    except (ImportError, AttributeError):
        return None
    (scanned,) = seconds((scan,), texts)
    return round(scanned / taken, 6)


def measure() -> dict[str, float | None]:
    """Return all figures."""
    dense = articles(SEEDS)
    # in no order of language or subject
    archive = sorted([*articles(NEWS), *dense], key=lambda article: article.text)
    peers: Mapping[str, Callable[[], Callable[[Sequence[Article]], None]]] = {
        "quantulum3": quantulum3,
        "recognizers_text": recognizers,
        "price_parser": price_parser,
    }
    return {
        **ours(archive),
        **{f"dense_{name}": figure for name, figure in ours(dense).items()},
        **{f"{name}_ratio": peer(load, archive) for name, load in peers.items()},
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    as_json = parser.parse_args().json
    figures = measure()
    if as_json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name:24}{'not installed' if figure is None else figure:>14}")


if __name__ == "__main__":
    main()
