"""Parts of a sentence in the forms that grammar asks for, and messages for them."""

from __future__ import annotations

import re
from functools import lru_cache
from string import Formatter as Fields
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping


def _no_forms() -> Mapping[str, str]:
    return {}


@attrs.frozen
class Phrase:
    """A part of a sentence.

    >>> bhutan = Phrase("Bhoutan", {"the": "le Bhoutan", "of": "du Bhoutan"})
    >>> f"la stratégie {bhutan:of}"
    'la stratégie du Bhoutan'

    Alternatives are answered with the one that agrees with the phrase: after `|` in
    number or in time, after `/` in gender.

    >>> f"{Phrase('États-Unis', choice=1):détient|détiennent}"
    'détiennent'
    >>> f"{Phrase('une lettre', feminine=True):prêt/prête}"
    'prête'

    Attributes:
        text: the bare form.
        forms: other forms by name: with its article (`the`), after "of", "to", "in".
        choice: which of several alternatives agrees with it, counted from 0.
        feminine: its gender, where the language has one and it is known.
    """

    text: str
    forms: Mapping[str, str] = attrs.field(factory=_no_forms)
    choice: int = 0
    feminine: bool = False

    def __format__(self, form: str) -> str:
        """Return the form that a message asks for, the bare one if there is no such."""
        if "|" in form:
            alternatives = form.split("|")
            return alternatives[min(self.choice, len(alternatives) - 1)]
        masculine, slash, feminine = form.partition("/")
        if slash:
            return feminine if self.feminine else masculine
        return self.forms.get(form, self.text)

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.text)


NOTHING = Phrase("")
"""What is not stated."""

Part: TypeAlias = Phrase | str | None


@attrs.frozen
class _Piece:
    text: str
    needs: frozenset[str]


# "{holder:the} holds {quantity}[, worth {value}]": brackets hold what is optional.
_OPTIONAL = re.compile(r"(\[[^\]]*\])")


@lru_cache(maxsize=1024)
def _pieces(message: str) -> tuple[_Piece, ...]:
    return tuple(
        _Piece(text.strip("[]"), named(text) if text.startswith("[") else frozenset())
        for text in _OPTIONAL.split(message)
        if text
    )


def named(message: str) -> frozenset[str]:
    """Return the names of the parts that a message has.

    >>> sorted(named("{holder:the} holds {quantity}[, worth {value}]"))
    ['holder', 'quantity', 'value']
    """
    return frozenset(name for _, name, _, _ in Fields().parse(message) if name)


def filled(message: str, parts: Mapping[str, Part]) -> str:
    """Put parts into a message; what is in brackets falls away if a part is missing.

    >>> filled("{who} holds {what}[, worth {value}]", {"who": "Ada", "what": "2 BTC"})
    'Ada holds 2 BTC'
    """
    stated = {name: part for name, part in parts.items() if part is not None}
    said = {name for name, part in stated.items() if part}
    return "".join(
        piece.text.format_map(stated)
        for piece in _pieces(message)
        if piece.needs <= said
    )


def sentence(text: str) -> str:
    """Begin with a capital, unless a name such as "eToro" comes first.

    >>> sentence("le Bhoutan détient du bitcoin"), sentence("eToro has a licence")
    ('Le Bhoutan détient du bitcoin', 'eToro has a licence')
    """
    named = text[1:2].isupper()
    return text if named else text[:1].upper() + text[1:]
