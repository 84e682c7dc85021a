"""Pages to be read: a headline, sections of facts, and the sources at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ..model import FACTS, AnyFact
from ..provenance import Citation, Source, Standing
from .terminal import plain, wrapped
from .words import words

if TYPE_CHECKING:
    from rich.console import Console

    from ..l10n import Formatter
    from .subjects import Subject

INDENT: Final = "    "
"""What stands before the further lines of an item."""

_NARROWEST: Final = 20
_WIDEST: Final = 100
_HEADLINE: Final = "bold cyan"
_HEADING: Final = "bold"
_FAINT: Final = "dim"
_IDENTITY: Final = frozenset({"exchange", "organisation", "regulator"})
_KINDS: Final = {model: kind for kind, model in FACTS.items()}


def headline(console: Console, title: str, below: Iterable[str] = ()) -> None:
    """Write the title of a page, underlined, and a faint line below it."""
    text = plain(title)
    hang(console, Text(text, _HEADLINE))
    rule = "=" if console.options.ascii_only else "━"
    hang(console, Text(rule * min(Text(text).cell_len, _width(console)), _HEADLINE))
    line = " · ".join(plain(part) for part in below if part)
    if line:
        hang(console, Text(line, _FAINT))


def heading(console: Console, title: str) -> None:
    """Write the heading of a section."""
    console.print()
    hang(console, Text(plain(title), _HEADING))


def hang(
    console: Console, text: Text, first: Text | str = "", indent: str = ""
) -> None:
    """Write a text in lines that fit, the first one after a mark, the rest indented."""
    width = max(_NARROWEST, _width(console) - len(indent))
    for number, line in enumerate(wrapped(text, width)):
        console.print(Text.assemble(indent if number else first, line), soft_wrap=True)


def bullet(console: Console) -> str:
    """Return what stands before an item of a list."""
    return "  - " if console.options.ascii_only else "  • "


def faint(text: str) -> Text:
    """Return a text that steps back."""
    return Text(plain(text), _FAINT)


def show(
    console: Console, formatter: Formatter, subject: Subject, *others: Formatter
) -> None:
    """Write a page of all that is known of a country or a body, with its sources.

    Other voices repeat each sentence in their language.
    """
    voices = formatter, *others
    country = subject.country
    if country is None:
        headline(console, _said(voice.body(subject.name) for voice in voices))
    else:
        money = [formatter.currency(code) for code in country.currencies]
        codes = country.code, country.alpha3, country.numeric, formatter.list(money)
        headline(console, _said(v.country(country.code) for v in voices), codes)
    if not subject.facts:
        console.print()
        hang(console, faint(_said(words(v.resolved_locale).unknown for v in voices)))
        return
    notes: dict[Source, int] = {}
    # Of a body, what it is comes first; of a country, what it has.
    first = frozenset[str]() if country else _IDENTITY
    said = [words(voice.resolved_locale) for voice in voices]
    for kind, facts in _by_kind(subject.facts, first).items():
        heading(console, _said(say.sections[kind] for say in said))
        for fact in facts:
            item(console, formatter, fact, notes, *others)
    heading(console, _said(say.sources for say in said))
    footnotes(console, formatter, notes)


def listing(
    console: Console, formatter: Formatter, facts: Iterable[AnyFact], *others: Formatter
) -> None:
    """Write facts of any kind as a list, and its sources below."""
    notes: dict[Source, int] = {}
    console.print()
    for fact in facts:
        item(console, formatter, fact, notes, *others)
    said = [words(voice.resolved_locale).sources for voice in (formatter, *others)]
    heading(console, _said(said))
    footnotes(console, formatter, notes)


def item(
    console: Console,
    formatter: Formatter,
    fact: AnyFact,
    notes: dict[Source, int],
    *others: Formatter,
) -> None:
    """Write one fact as a list item with the numbers of its sources.

    Sources that had no number get the next one.
    """
    text = Text(plain(formatter.fact(fact)))
    for citation in fact.citations:
        notes.setdefault(citation.source, len(notes) + 1)
    cited = sorted({notes[citation.source] for citation in fact.citations})
    # No-break spaces keep the numbers on the line of the last word.
    text.append("\u00a0" + "".join(f"[{number}]" for number in cited), "cyan")
    remark = standing(formatter, fact.citations)
    if remark:
        text.append(f" {plain(remark)}", _FAINT)
    hang(console, text, bullet(console), INDENT)
    for other in others:
        hang(console, faint(other.fact(fact)), INDENT, INDENT)


def _said(texts: Iterable[str]) -> str:
    """Join what several voices say, once where they say the same."""
    return " · ".join(dict.fromkeys(texts))


def footnotes(
    console: Console, formatter: Formatter, notes: Mapping[Source, int]
) -> None:
    """Write the sources with their numbers."""
    size = len(str(len(notes)))
    for source, number in notes.items():
        mark = f"  [{number}]" + " " * (1 + size - len(str(number)))
        said = plain(formatter.citation(Citation(source=source)))
        text, indent = Text(said), " " * len(mark)
        hang(console, text, mark, indent)
        url = plain(source.url or "")
        if url and url != said:
            console.print(Text(indent) + Text(url, _FAINT), soft_wrap=True)


def latest_first(facts: Iterable[AnyFact]) -> list[AnyFact]:
    """Sort facts by the day from which they hold, else on which they were published."""
    return sorted(facts, key=_day, reverse=True)


def _by_kind(
    facts: Iterable[AnyFact], first: frozenset[str]
) -> dict[str, list[AnyFact]]:
    kinds = sorted(FACTS, key=lambda kind: kind not in first)
    found: dict[str, list[AnyFact]] = {kind: [] for kind in kinds}
    for fact in latest_first(facts):
        found[_KINDS[type(fact)]].append(fact)
    return {kind: some for kind, some in found.items() if some}


def _day(fact: AnyFact) -> date:
    published = (citation.source.published for citation in fact.citations)
    periods = [fact.period] if fact.period else [p for p in published if p]
    return min((p.start for p in periods if p.start), default=date.min)


def standing(formatter: Formatter, citations: Iterable[Citation]) -> str:
    """Say what kind of statement stands behind a fact, where it is no plain report."""
    say = words(formatter.resolved_locale)
    stands = dict.fromkeys(citation.standing for citation in citations)
    who = dict.fromkeys(c.originator for c in citations if c.originator)
    parts = [formatter.label(s) for s in stands if s is not Standing.REPORTED]
    parts += [say.origin.format(formatter.body(name)) for name in who]
    return f"({', '.join(parts)})" if parts else ""


def _width(console: Console) -> int:
    return min(console.width, _WIDEST)
