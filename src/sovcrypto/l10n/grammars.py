"""Articles and prepositions: how a language speaks of countries and bodies.

The words are data, in `grammar/<language>.toml`; a language without such a file speaks
of everything by its bare name.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, cast

import attrs

from .phrases import NOTHING, Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PACKAGE: Final = "sovcrypto.l10n"

# What contracts with an article: "de le" is "du".
_OF: Final = {"le": "du ", "la": "de la ", "l’": "de l’", "les": "des "}
_TO: Final = {"le": "au ", "la": "à la ", "l’": "à l’", "les": "aux ", "": "à "}
_INSIDE: Final = {"le": "au", "la": "en", "l’": "en", "les": "aux", "": "à"}
_VOWELS: Final = "aeiou"


@attrs.frozen
class Grammar:
    """How one language speaks of names.

    Attributes:
        language: which language.
        spoken: what a sentence calls a country, where that is not its name in a list.
        articles: the article of each country that has one.
        inside: where one is in a country, if its article doesn't tell.
        heads: the article of bodies by the noun at the head of their name.
        mute: countries and words whose first letter is not heard.
    """

    language: str
    spoken: Mapping[str, str]
    articles: Mapping[str, str]
    inside: Mapping[str, str]
    heads: Mapping[str, str]
    mute: frozenset[str]

    def country(self, code: str, name: str) -> Phrase:
        """Return the forms of a country's name."""
        article = self.articles.get(code, "")
        if self.language != "fr":
            return _english(name, article)
        if article in {"l’", "les"} and name.startswith("Île"):
            name = name.replace("Île", "île", 1)  # a common noun after its article
        inside = self.inside.get(code, _INSIDE[article])
        forms = _french_forms(name, article, vowel=code in self.mute)
        return Phrase(
            name,
            {**forms, "in": _joined(inside, name)},
            choice=int(article == "les"),
        )

    def body(self, name: str, article: str | None = None) -> Phrase:
        """Return the forms of the name of a body, a firm or a person.

        Args:
            name: the name.
            article: its article; None to tell from the noun at its head.
        """
        if article is None:
            article = self.heads.get(_head(name), "")
        if self.language != "fr":
            return _english(name, article)
        elided = article in {"la", "le"} and _begins_with_vowel(name)
        forms = _french_forms(name, "l’" if elided else article)
        return Phrase(name, {**forms, "in": forms["to"]}, feminine=article == "la")

    def ticker(self, code: str) -> Phrase:
        """Return the forms of a ticker; "of" is for an amount that nobody counts."""
        if self.language != "fr":
            return Phrase(code)
        forms = self.body(code, "le").forms
        return Phrase(code, {**forms, "of": self.noun(code).forms["of"]})

    def noun(self, text: str) -> Phrase:
        """Return the forms of a text that brings its own article, or needs none.

        What agrees with it agrees with its gender, as far as its article tells.

        >>> f"une valeur {grammar('fr').noun('environ 7 millions'):of}"
        'une valeur d’environ 7 millions'
        """
        if self.language != "fr":
            return Phrase(text)
        mute = any(text.startswith(word) for word in self.mute)
        of = f"d’{text}" if mute else _of(text)
        feminine = text.startswith(("une ", "la "))
        return Phrase(text, {"of": of, "to": _to(text)}, feminine=feminine)


def _english(name: str, article: str) -> Phrase:
    full = f"{article} {name}" if article else name
    return Phrase(name, {"the": full, "of": full, "in": full, "to": full})


def _french_forms(name: str, article: str, *, vowel: bool = False) -> dict[str, str]:
    if not article:
        elided = vowel or _begins_with_vowel(name)
        of = f"d’{name}" if elided else f"de {name}"
        return {"the": name, "of": of, "to": f"à {name}"}
    return {
        "the": _joined(article, name),
        "of": _OF[article] + name,
        "to": _TO[article] + name,
    }


def _of(text: str) -> str:
    """Put "de" before a text, with what an article makes of it."""
    first, _, rest = text.partition(" ")
    if rest and first in {"le", "les"}:
        return _OF[first] + rest
    return f"d’{text}" if _begins_with_vowel(text) else f"de {text}"


def _to(text: str) -> str:
    first, _, rest = text.partition(" ")
    return _TO[first] + rest if rest and first in {"le", "les"} else f"à {text}"


def _joined(word: str, name: str) -> str:
    return f"{word}{name}" if word.endswith("’") else f"{word} {name}"


def _begins_with_vowel(text: str) -> bool:
    return unicodedata.normalize("NFD", text[:1].lower())[:1] in tuple(_VOWELS)


def _head(name: str) -> str:
    """Return the noun that a name is built on: "Bank of Russia", "Asset Authority"."""
    before, of, _ = name.partition(" of ")
    if not of:
        before, of, _ = name.partition(" for ")
    words = name.split()
    french = {"de", "du", "des", "d’", "national", "nationale", "monétaire"}
    if not words:
        return ""
    return before.split()[-1] if of else words[0] if french & set(words) else words[-1]


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language."""
    path = resources.files(_PACKAGE).joinpath("grammar", f"{language}.toml")
    content = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    mute = cast("Mapping[str, Sequence[str]]", content.get("mute", {}))
    return Grammar(
        language=language,
        spoken=cast("Mapping[str, str]", content.get("spoken", {})),
        articles=_by_member(content, "countries"),
        inside=_by_member(content, "inside"),
        heads=_by_member(content, "heads"),
        mute=frozenset((*mute.get("countries", ()), *mute.get("words", ()))),
    )


def _by_member(content: Mapping[str, object], section: str) -> dict[str, str]:
    groups = cast("Mapping[str, Sequence[str]]", content.get(section, {}))
    return {member: name for name, members in groups.items() for member in members}


@cache
def _bodies() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the bodies with names in several languages by each of their names."""
    path = resources.files(_PACKAGE).joinpath("grammar", "bodies.toml")
    rows = tomllib.loads(path.read_text("utf-8"))["body"]
    return {
        _plain(names[length]): body
        for body in rows
        for names in body.values()
        for length in ("long", "short")
    }


def body(name: str, language: str) -> Phrase:
    """Return what a language calls a body; most have but one name.

    >>> body("IMF", "fr").text, body("Fonds monétaire international", "en").text
    ('FMI', 'International Monetary Fund')
    """
    speaker = grammar(language)
    known = _bodies().get(_plain(name))
    if known is None or language not in known:
        return speaker.body(name) if name else NOTHING
    shorts = {_plain(names["short"]) for names in known.values()}
    own = known[language]
    return speaker.body(
        own["short" if _plain(name) in shorts else "long"], own["article"]
    )


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")
