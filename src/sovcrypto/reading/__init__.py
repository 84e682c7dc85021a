"""Reading: from the text of an article to cited facts, by rules that are data."""

from .document import Document, Section, Sentence
from .explaining import Explanation, Part, explain
from .mentioning import Mention, MentionKind, mentions
from .pieces import How
from .reader import read

__all__ = [
    "Document",
    "Explanation",
    "How",
    "Mention",
    "MentionKind",
    "Part",
    "Section",
    "Sentence",
    "explain",
    "mentions",
    "read",
]
