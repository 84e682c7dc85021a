"""Print lines for a table of cases: `python -m tools.cases facts it < sentences.txt`.

Each line of the input is a sentence; each line of the output says what is read in it
today, to be compared by eye with what it states, and corrected.
"""

import argparse
import json
import sys
from collections.abc import Callable

from sovcrypto.codes import language_tag
from sovcrypto.provenance import Source
from sovcrypto.reading import Document, MentionKind, mentions, read
from sovcrypto.reading.amounts import find_amounts
from sovcrypto.reading.dates import find_periods
from sovcrypto.reading.folding import Shadow
from sovcrypto.records import unstructure

Rows = list[object]


def _document(text: str, language: str) -> Document:
    return Document(text, Source(language=language_tag(language)))


def facts(text: str, language: str) -> Rows:
    """Return what a sentence states, without citations."""
    rows: Rows = []
    for fact in read(_document(text, language)):
        row = json.loads(json.dumps(unstructure(fact)))
        rows.append({key: value for key, value in row.items() if key != "citations"})
    return rows


def amounts(text: str, language: str) -> Rows:
    """Return span, amount and rate of each figure."""
    shadow = Shadow.of(text)
    return [
        [
            text[slice(*shadow.origin(found.start, found.end))],
            str(found.amount),
            *([found.per] if found.per else []),
        ]
        for found in find_amounts(shadow, language)
    ]


def periods(text: str, language: str) -> Rows:
    """Return span, period, role and relation of each date."""
    shadow = Shadow.of(text)
    taken = [(found.start, found.end) for found in find_amounts(shadow, language)]
    rows: Rows = []
    for found in find_periods(shadow, language, taken=taken):
        row = {
            "span": shadow.plain[found.start : found.end],
            "period": found.period and str(found.period),
            "role": found.role,
            "relative": found.relative,
        }
        rows.append({key: value for key, value in row.items() if value is not None})
    return rows


def countries(text: str, language: str) -> Rows:
    """Return the countries that are mentioned, each once."""
    found = mentions(_document(text, language))
    codes = [str(m.value) for m in found if m.kind is MentionKind.COUNTRY]
    return [*dict.fromkeys(codes)]


TABLES: dict[str, tuple[str, Callable[[str, str], Rows]]] = {
    "facts": ("facts", facts),
    "quantities": ("amounts", amounts),
    "dates": ("periods", periods),
    "countries": ("countries", countries),
}


def main() -> None:
    """Print one line for each sentence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", choices=TABLES)
    parser.add_argument("language")
    arguments = parser.parse_args()
    key, look = TABLES[arguments.table]
    for line in sys.stdin:
        if text := line.strip():
            row = {"text": text, key: look(text, arguments.language)}
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
