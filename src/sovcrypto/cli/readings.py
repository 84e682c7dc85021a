"""What was read of files: facts under the story that tells them, with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs
from rich.text import Text

from ..loaders import FileReport, Loaded
from ..model import AnyFact
from ..provenance import Citation, Source
from ..reading import Document, Explanation, Section, explain
from ..records import Problem, unstructure
from . import explanations
from .pages import INDENT, bullet, faint, hang, heading, headline, listing, standing
from .terminal import plain
from .words import words

if TYPE_CHECKING:
    from rich.console import Console

    from ..l10n import Formatter


def readings(
    console: Console, formatter: Formatter, loaded: Loaded, *, explaining: bool = False
) -> None:
    """Write what was found, article by article and story by story, then the records.

    Each fact has its evidence below; with `explaining`, what each part of it gave.
    """
    told = _told(loaded)
    articles = [(f.file, f.document) for f in loaded.report.read if f.document]
    for number, (name, document) in enumerate(articles):
        if number:
            console.print()
        facts = told.get(document.cited, [])
        _article(console, formatter, name, document, facts, explaining=explaining)
    # What no article tells comes from records; of equal facts, one stays.
    for document in loaded.report.documents:
        told.pop(document.cited, None)
    rest = dict.fromkeys(fact for pairs in told.values() for fact, _ in pairs)
    if rest:
        if articles:
            console.print()
        _records(console, formatter, loaded, list(rest))


def _told(loaded: Loaded) -> dict[Source, list[tuple[AnyFact, list[Citation]]]]:
    """Return what each source tells, with the citations that point into it."""
    told: dict[Source, list[tuple[AnyFact, list[Citation]]]] = {}
    for fact in loaded.data:
        by_source: dict[Source, list[Citation]] = {}
        for citation in fact.citations:
            by_source.setdefault(citation.source, []).append(citation)
        for source, citations in by_source.items():
            told.setdefault(source, []).append((fact, citations))
    return told


def _article(
    console: Console,
    formatter: Formatter,
    name: str,
    document: Document,
    facts: list[tuple[AnyFact, list[Citation]]],
    *,
    explaining: bool,
) -> None:
    source = document.source
    date = formatter.period(source.published) if source.published else ""
    about = (source.publisher or "", date, source.url or "", name)
    title = source.title or name
    headline(console, title, (part for part in about if part != title))
    say = words(formatter.resolved_locale)
    if not facts:
        hang(console, faint(say.silent))
    why = _why(document, (fact for fact, _ in facts)) if explaining else {}
    stories = list(_stories(document))
    for number, (section, start, end) in enumerate(stories, 1):
        here = [(fact, _within(cited, start, end)) for fact, cited in facts]
        if len(stories) > 1 and any(citations for _, citations in here):
            heading(console, f"{say.story.format(number)} · {section.language}")
        for fact, citations in here:
            if citations:
                _fact(console, formatter, document, fact, citations, why.get(fact))


def _within(citations: list[Citation], start: int, end: int) -> list[Citation]:
    return [c for c in citations if c.span and start <= c.span[0] < end]


def _stories(document: Document) -> Iterator[tuple[Section, int, int]]:
    """Yield the stories of an article with their places in its text."""
    for section in document.sections:
        start, end = document.shadow.origin(section.start, section.end)
        yield section, start, end


def _fact(
    console: Console,
    formatter: Formatter,
    document: Document,
    fact: AnyFact,
    citations: list[Citation],
    why: list[Explanation] | None,
) -> None:
    say = words(formatter.resolved_locale)
    console.print()
    hang(console, Text(plain(formatter.fact(fact))), bullet(console), INDENT)
    for span, rules in _rules(citations).items():
        place = f"({span[0]}–{span[1]}, {say.rule.format(', '.join(rules))})"
        parts = [each for each in why or () if each.citation.span == span]
        for each in parts:
            explanations.explained(console, formatter, document, each, place)
        if not parts:
            quote = say.quote.format(plain(document.text[slice(*span)]))
            text = Text(quote, "italic").append(f" {place}", "dim")
            hang(console, text, INDENT, INDENT)
    remark = standing(formatter, citations)
    if remark:
        hang(console, faint(remark), INDENT, INDENT)


def _why(
    document: Document, facts: Iterable[AnyFact]
) -> dict[AnyFact, list[Explanation]]:
    """Return the explanations of each fact that a document states."""
    found: dict[AnyFact, list[Explanation]] = {}
    for each in explain(document, *facts):
        found.setdefault(each.fact, []).append(each)
    return found


def _rules(citations: list[Citation]) -> dict[tuple[int, int], list[str]]:
    """Return the rules that found something, by the span, in the order of the text."""
    found: dict[tuple[int, int], list[str]] = {}
    for citation in citations:
        if citation.span is not None:
            found.setdefault(citation.span, []).append(citation.rule or "")
    return {span: list(dict.fromkeys(found[span])) for span in sorted(found)}


def _records(
    console: Console, formatter: Formatter, loaded: Loaded, facts: list[AnyFact]
) -> None:
    files = [f.file for f in loaded.report.read if f.document is None and f.facts]
    headline(console, words(formatter.resolved_locale).records, files)
    listing(console, formatter, facts)


def as_json(
    formatter: Formatter, loaded: Loaded, *, explaining: bool = False
) -> dict[str, object]:
    """Return what was found as one object of JSON.

    Facts are as `load` reads them, their evidence in the `quote` of each citation;
    the sentences say them in their order, and with `explaining`, the explanations
    say of each what it rests on.
    """
    facts = list(loaded.data)
    report = loaded.report
    content: dict[str, object] = {
        "schema": "sovcrypto/read/1",
        "locale": formatter.resolved_locale,
        "documents": [_described(file) for file in report.read if file.document],
        "facts": [unstructure(_quoted(loaded, fact)) for fact in facts],
        "sentences": [formatter.fact(fact) for fact in facts],
        "report": {
            "files": [_accounted(file) for file in report.files],
            "problems": [_told_of(problem) for problem in report.problems],
            "notices": list(report.notices),
        },
    }
    if explaining:
        why = [_why(document, facts) for document in report.documents]
        content["explanations"] = [
            explanations.as_json(each for told in why for each in told.get(fact, ()))
            for fact in facts
        ]
    return content


def _described(file: FileReport) -> dict[str, object]:
    document = file.document
    if document is None:
        return {}
    source = document.cited
    stories = [
        {"language": section.language, "span": [start, end]}
        for section, start, end in _stories(document)
    ]
    return {
        "file": file.file,
        "publisher": source.publisher,
        "title": source.title,
        "url": source.url,
        "published": str(source.published) if source.published else None,
        "language": source.language,
        "sha256": source.sha256,
        "stories": stories,
    }


def _accounted(file: FileReport) -> dict[str, object]:
    return {
        "file": file.file,
        "outcome": file.outcome.value,
        "facts": file.facts,
        "rejected": file.rejected,
        "notes": list(file.notes),
    }


def _told_of(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "path": problem.path,
        "value": problem.value,
        "message": problem.message,
    }


def _quoted(loaded: Loaded, fact: AnyFact) -> AnyFact:
    """Return a fact whose citations quote their evidence, where it was read here."""
    return fact.evolve(
        citations=tuple(
            attrs.evolve(c, quote=c.quote or loaded.report.evidence(c))
            for c in fact.citations
        )
    )
