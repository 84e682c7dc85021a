"""Who says so: attribution of a sentence, and citations as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import periods
from .grammars import body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..provenance import Citation
    from .voices import Voice


def attributed(voice: Voice, text: str, citations: Sequence[Citation]) -> str:
    """Add in whose words a fact is told, where all citations name the same."""
    names = {citation.attributed_to for citation in citations}
    name = names.pop() if len(names) == 1 else None
    if name is None:
        return text
    who = body(name, voice.grammar.language)
    return voice.words.say(
        "sentence", "{text}, according to {who:the}", text=text, who=who
    )


def cited(voice: Voice, citation: Citation) -> str:
    """Say where a fact is stated, and in whose words."""
    source = citation.source
    published = source.published
    date = None if published is None else periods.period_text(voice, published)
    title = source.title and voice.words.say(
        "citation", "“{title}”", title=source.title
    )
    stated = [text for text in (source.publisher, title, date) if text]
    text = (
        ", ".join(stated)
        or source.url
        or voice.words.text("citation", "unnamed source")
    )
    if citation.attributed_to is None:
        return text
    who = body(citation.attributed_to, voice.grammar.language)
    return voice.words.say(
        "sentence", "{text}, according to {who:the}", text=text, who=who
    )
