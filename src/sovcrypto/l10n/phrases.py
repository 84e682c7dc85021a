"""Parts of a sentence in the forms that grammar asks for, and messages for them."""

from __future__ import annotations

import re
from functools import lru_cache
from string import Formatter as Fields
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from .bidi import opening

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
    number or in time, after `/` in gender, after `;` in the past.

    >>> f"{Phrase('États-Unis', choice=1):détient|détiennent}"
    'détiennent'
    >>> f"{Phrase('une lettre', gender=1):prêt/prête}"
    'prête'
    >>> f"{Phrase('Bhoutan', past=True):émet|émettent;émettait|émettaient}"
    'émettait'

    Attributes:
        text: the bare form.
        forms: other forms by name: with its article (`the`), after "of", "to", "in".
        choice: which of several alternatives agrees with it, counted from 0.
        gender: 0 for masculine, 1 for feminine, 2 for neuter, where it is known.
        past: whether what is told of it is over.
    """

    text: str
    forms: Mapping[str, str] = attrs.field(factory=_no_forms)
    choice: int = 0
    gender: int = 0
    past: bool = False

    def __format__(self, form: str) -> str:
        """Return the form that a message asks for, the bare one if there is no such."""
        agreeing = False
        for mark, chosen in (
            (";", int(self.past)),
            ("|", self.choice),
            ("/", self.gender),
        ):
            if mark in form:
                alternatives = form.split(mark)
                form, agreeing = alternatives[min(chosen, len(alternatives) - 1)], True
        return form if agreeing else self.forms.get(form, self.text)

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
    needs: frozenset[str] = frozenset()
    instead: str = ""

    def filled(self, stated: Mapping[str, Phrase | str], said: frozenset[str]) -> str:
        """Put in the parts, if those that it needs are said."""
        text = self.text if self.needs <= said else self.instead
        return text.format_map(stated)


# Around the finite verb of a German sentence, and the subject if it comes after.
VERB: Final = "\ue000", "\ue001"
_MARKED: Final = str.maketrans({"<": VERB[0], ">": VERB[1]})

# "{holder:the} holds {quantity}[, worth {value}]": brackets hold what is optional,
# after a bar what stands in its place.
_OPTIONAL = re.compile(r"(\[[^\]]*\])")
_INSTEAD = re.compile(r"\|(?![^{}]*\})")


@lru_cache(maxsize=1024)
def _pieces(message: str) -> tuple[_Piece, ...]:
    texts = _OPTIONAL.split(message.translate(_MARKED))
    return tuple(_piece(text) for text in texts if text)


def _piece(text: str) -> _Piece:
    if not text.startswith("["):
        return _Piece(text)
    wanted, *rest = _INSTEAD.split(text.strip("[]"), maxsplit=1)
    return _Piece(wanted, named(wanted), "".join(rest))


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
    >>> filled("[{place:in}|today] it is banned", {"place": None})
    'today it is banned'
    """
    stated = {name: part for name, part in parts.items() if part is not None}
    said = frozenset(name for name, part in stated.items() if part)
    return "".join(piece.filled(stated, said) for piece in _pieces(message))


def closed(message: str, parts: Mapping[str, Part], text: str) -> Phrase:
    """Return what a message said, in the form `closed` with the comma that ends it.

    It has one if it ends in an apposition: "to hold bitcoin, kept by Coinbase," but "to
    hold bitcoin".
    """
    said = {name for name, part in parts.items() if part}
    pieces = [piece for piece in _pieces(message) if piece.needs <= said]
    inner = [part for part in parts.values() if isinstance(part, Phrase)]
    open_ended = any(", " in piece.text for piece in pieces) or any(
        part.forms.get("closed", part.text) != part.text for part in inner
    )
    return Phrase(text, {"closed": f"{text}," if open_ended else text})


def sentence(text: str) -> str:
    """Begin with a capital, unless a name such as "eToro" comes first.

    >>> sentence("le Bhoutan détient du bitcoin"), sentence("eToro has a licence")
    ('Le Bhoutan détient du bitcoin', 'eToro has a licence')
    """
    start = opening(text)
    if text[start + 1 : start + 2].isupper():
        return text
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def plain(text: str) -> str:
    """Return a sentence without the marks around its finite verb."""
    return text.replace(VERB[0], "").replace(VERB[1], "")


def inverted(text: str) -> Phrase:
    """Return a sentence, in the form `after` too: as it is after what comes first.

    >>> told = inverted(filled("{who} <hält> {what}", {"who": "Bhutan", "what": "ETH"}))
    >>> f"{told}", f"laut Reuters {told:after}"
    ('Bhutan hält ETH', 'laut Reuters hält Bhutan ETH')
    >>> told = inverted(filled("seit 2021 <hält {who}> ETH", {"who": "Bhutan"}))
    >>> f"laut Reuters {told:after}"
    'laut Reuters hält Bhutan seit 2021 ETH'
    """
    first, start, rest = text.partition(VERB[0])
    verb, _, rest = rest.partition(VERB[1])
    after = f"{verb} {first.rstrip()}{rest}" if start else text
    return Phrase(plain(text), {"after": plain(after)})
