"""Reading: from the text of an article to cited facts, by rules that are data."""

from .document import Document, Section, Sentence
from .reader import Mention, MentionKind, mentions, read

__all__ = [
    "Document",
    "Mention",
    "MentionKind",
    "Section",
    "Sentence",
    "mentions",
    "read",
]
