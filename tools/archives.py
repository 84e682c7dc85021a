"""Write archives of locale data as `sovcrypto/_data/archive.py` reads them."""

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from tools.packages import DATA, TOOLS, Package, sources

# Deflate looks back this far, so a longer dictionary is of no use.
WINDOW = 1 << 15
# Languages whose data holds most of what other languages repeat.
TYPICAL = ("ar", "ru", "pt", "es", "de", "fr", "en", "und")


def packed(text: str, dictionary: bytes) -> bytes:
    """Compress a text against what its readers have already."""
    maker = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=dictionary)
    return maker.compress(text.encode()) + maker.flush()


def compact(value: object) -> str:
    """Return JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def write_archive(
    name: str,
    generator: str,
    packages: Sequence[Package],
    shared: Mapping[str, object],
    parts: Mapping[str, Mapping[str, object]],
) -> None:
    """Write `_data/<name>.bin`: for each part and language the data of its locales."""
    meta = {"generator": generator, "sources": sources(packages)}
    blocks: list[bytes] = []
    index: dict[str, dict[str, tuple[int, int]]] = {}
    dictionaries: dict[str, tuple[int, int]] = {}
    offset = 0

    def add(block: bytes) -> tuple[int, int]:
        nonlocal offset
        blocks.append(block)
        offset += len(block)
        return offset - len(block), len(block)

    for part, locales in parts.items():
        languages: dict[str, dict[str, Any]] = {}
        for locale, content in locales.items():
            languages.setdefault(locale.partition("-")[0], {})[locale] = content
        texts = {language: compact(rows) for language, rows in languages.items()}
        typical = "".join(texts.get(language, "") for language in TYPICAL)
        dictionary = typical.encode()[-WINDOW:]
        dictionaries[part] = add(zlib.compress(dictionary, 9))
        index[part] = {
            language: add(packed(text, dictionary)) for language, text in texts.items()
        }
        print(f"  {part}: {sum(size for _, size in index[part].values()):,} bytes")
    head = {
        "_meta": meta,
        "dictionaries": dictionaries,
        "index": index,
        "shared": shared,
    }
    packed_head = zlib.compress(compact(head).encode(), 9)
    path = DATA / f"{name}.bin"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"".join((len(packed_head).to_bytes(4), packed_head, *blocks)))
    print(f"{path.relative_to(TOOLS.parent)}: {path.stat().st_size:,} bytes")
