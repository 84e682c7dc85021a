"""Say which lists a language lacks: `python -m tools.words it`.

Names of lists that other languages have and this one has not, and those that no other
language has, which may be misspelt. A list may be lacking on purpose.
"""

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import cast

from tools.packages import TOOLS, Json

LANGUAGES = TOOLS.parent / "src" / "sovcrypto" / "reading" / "languages"
FILES = ("text", "names", "facts", "quantities", "dates")
# Tables whose keys are codes and numbers, which differ for a reason.
OPEN = {
    *("aliases", "money", "parts", "assets", "scales", "short_scales", "numbers"),
    *("round_numbers", "currencies", "hundredths", "false_hedges", "relative"),
}


def lists(language: str, file: str) -> Iterator[str]:
    """Yield the names of the lists in a file of a language: `verbs.hold`."""
    path = LANGUAGES / language / f"{file}.toml"
    table: Json = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    for key, value in table.items():
        inner = cast("Json", value) if isinstance(value, dict) else {}
        named = [] if key in OPEN else [f"{key}.{name}" for name in inner]
        yield from named or [key]


def main() -> None:
    """Print what is lacking, file by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    language: str = parser.parse_args().language
    others = sorted(path.name for path in LANGUAGES.iterdir() if path.name != language)
    for file in FILES:
        own = set(lists(language, file))
        known = Counter(name for other in others for name in set(lists(other, file)))
        for name, times in known.items():
            if name not in own:
                sys.stdout.write(f"{file}: lacks {name} ({times} of {len(others)})\n")
        for name in sorted(own - set(known)):
            sys.stdout.write(f"{file}: alone has {name}\n")


if __name__ == "__main__":
    main()
