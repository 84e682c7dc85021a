"""Sentences with the parts marked that a fact rests on, and what each part gave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rich.text import Text

from ..reading import Document, Explanation, Part
from .pages import INDENT, hang
from .terminal import harmless, plain
from .words import Words, words

if TYPE_CHECKING:
    from rich.console import Console

    from ..l10n import Formatter

_COLOURS: Final = ("cyan", "green", "yellow", "magenta", "blue", "red")
_PATH: Final = re.compile(r"(?P<field>\w+)(?:\[(?P<index>\d+)\])?")


def explained(
    console: Console,
    formatter: Formatter,
    document: Document,
    explanation: Explanation,
    place: str,
) -> None:
    """Write a sentence with its parts marked, and a line for each part.

    A terminal with colours shows the parts in colour; elsewhere brackets hold them,
    with a number that leads to its line.
    """
    say = words(formatter.resolved_locale)
    colours = console.color_system is not None
    numbers = _numbers(explanation)
    sentence = _marked(document, explanation, numbers, colours=colours)
    hang(console, sentence.append(f" {place}", "dim"), INDENT, INDENT)
    for part in explanation.parts:
        number = numbers.get((part.start, part.end))
        mark = f"{number or '·':>2} "
        style = _style(number) if colours else ""
        text = Text().append(plain(part.text), style)
        text.append(f" → {_given(formatter, say, part)}")
        text.append(f" ({_how(say, document, part)}; {part.rule})", "dim")
        hang(console, text, INDENT + mark, INDENT + " " * len(mark))


def _numbers(explanation: Explanation) -> dict[tuple[int, int], int]:
    """Number the spans within the sentence, in their order."""
    start, end = explanation.citation.span or (0, 0)
    inside = (p for p in explanation.parts if start <= p.start and p.end <= end)
    spans = dict.fromkeys((part.start, part.end) for part in inside)
    return {span: number for number, span in enumerate(spans, 1)}


def _style(number: int | None) -> str:
    return f"underline {_COLOURS[number % len(_COLOURS) - 1]}" if number else "dim"


def _marked(
    document: Document,
    explanation: Explanation,
    numbers: dict[tuple[int, int], int],
    *,
    colours: bool,
) -> Text:
    start, end = explanation.citation.span or (0, 0)
    cuts = sorted({start, end, *(place for span in numbers for place in span)})
    text = Text()
    for left, right in pairwise(cuts):
        inner = [n for (a, b), n in numbers.items() if a <= left and right <= b]
        style = _style(max(inner, default=None)) if inner and colours else ""
        begun = [n for (a, _), n in numbers.items() if a == left]
        ended = [n for (_, b), n in numbers.items() if b == right]
        if not colours:
            text.append("".join(f"[{number} " for number in begun))
        text.append(harmless(document.text[left:right]), style)
        if not colours:
            text.append("]" * len(ended))
    return text


def _given(formatter: Formatter, say: Words, part: Part) -> str:
    """Return what a part gives in the words of the locale: `sectors 2`."""
    path = _PATH.match(part.gives)
    if part.gives in say.gives or path is None:
        return say.gives[part.gives]
    name = formatter.field_name(path["field"])
    return f"{name} {int(path['index']) + 1}" if path["index"] else name


def _how(say: Words, document: Document, part: Part) -> str:
    how = say.how[part.how]
    if part.antecedent is None:
        return how
    start, end = part.antecedent
    named = say.quote.format(plain(document.text[start:end]))
    return say.antecedent.format(how=how, text=named, start=start, end=end)


def as_json(explanations: Iterable[Explanation]) -> list[dict[str, object]]:
    """Return the explanations of a fact as JSON can say them."""
    return [
        {
            "sha256": each.citation.source.sha256,
            "span": each.citation.span,
            "rule": each.citation.rule,
            "parts": [
                {
                    "span": [part.start, part.end],
                    "text": part.text,
                    "gives": part.gives,
                    "how": part.how.value,
                    "rule": part.rule,
                    "antecedent": part.antecedent,
                }
                for part in each.parts
            ],
        }
        for each in explanations
    ]
