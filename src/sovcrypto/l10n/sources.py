"""Who says so: citations as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import periods
from .grammars import body

if TYPE_CHECKING:
    from ..provenance import Citation
    from .voices import Voice


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
        "citation", "{text}, according to {who:the}", text=text, who=who
    )
