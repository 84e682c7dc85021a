"""Bring the catalogues up to date: `python -m tools.generate_l10n_catalogs`.

Extracts the messages of `l10n/` into `locales/sovcrypto.pot` and merges them into the
catalogue of every language there. What has been translated stays; what is new is left
empty, and a test fails until somebody fills it in.
"""

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

L10N = Path(__file__).parents[1] / "src" / "sovcrypto" / "l10n"
LOCALES = L10N / "locales"
TEMPLATE = LOCALES / "sovcrypto.pot"
# Each function that takes a message: the context is its first argument.
KEYWORDS = {
    "message": ((1, "c"), 2),
    "plural": ((1, "c"), 2, 3),
    "text": ((1, "c"), 2),
    "say": ((1, "c"), 2),
    "act": ((1, "c"), 2),
    "count": ((1, "c"), 2, 3),
}
# Header lines that change from day to day, or say nothing.
UNWANTED = tuple(
    f'"{field}:'
    for field in (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid-Bugs-To",
        "Generated-By",
    )
)
HEADER = "# The messages of sovcrypto."


def extracted() -> Catalog:
    """Return the messages of the code, with the modules in which they stand."""
    catalog = Catalog(
        project="sovcrypto",
        version="1",
        header_comment=HEADER,
        fuzzy=False,
    )
    found = extract_from_dir(
        L10N,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["NOTE:"],
    )
    for path, _, text, comments, context in found:
        entry = catalog.add(text, auto_comments=comments, context=context)
        entry.locations.append((f"l10n/{path}", 0))
    return catalog


def written(catalog: Catalog) -> str:
    """Return a catalogue as the text of a .po file, the same on every day."""
    buffer = io.BytesIO()
    write_po(
        buffer,
        catalog,
        width=88,
        include_lineno=False,
        sort_output=True,
        omit_header=False,
        ignore_obsolete=True,
    )
    lines = buffer.getvalue().decode("utf-8").splitlines()
    dated = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
    )
    kept = (
        line for line in lines if not line.startswith(tuple(f'"{d}' for d in dated))
    )
    return "\n".join(kept).rstrip("\n") + "\n"


def merged(language: str, template: Catalog) -> Catalog:
    """Return the catalogue of a language with just the messages of the template."""
    path = LOCALES / language / "LC_MESSAGES" / "sovcrypto.po"
    with path.open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    return catalog


def main() -> None:
    """Write the template and every catalogue."""
    template = extracted()
    TEMPLATE.write_text(written(template), "utf-8")
    print(f"{TEMPLATE.name}: {len(template)} messages")
    for folder in sorted(path for path in LOCALES.iterdir() if path.is_dir()):
        catalog = merged(folder.name, template)
        empty = [m.id for m in catalog if m.id and not m.string]
        path = folder / "LC_MESSAGES" / "sovcrypto.po"
        path.write_text(written(catalog), "utf-8")
        print(f"{folder.name}: {len(catalog)} messages, {len(empty)} to translate")


if __name__ == "__main__":
    main()
