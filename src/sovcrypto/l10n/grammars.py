"""Articles, prepositions and cases: how a language speaks of countries and bodies.

The words are data, in `grammar/<language>.toml`; a language without such a file speaks
of everything by its bare name. Messages ask for a form by its name: `the`, `of`, `in`,
or a case. What stands before a name in that form is told by the name's article.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, TypeAlias, cast

import attrs

from .phrases import NOTHING, Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PACKAGE: Final = "sovcrypto.l10n"

Table: TypeAlias = "Mapping[str, Mapping[str, str]]"
"""By form and by article: what stands before a name, or how an adjective ends."""

# Stands in a name for such an ending: "International~ Währungsfonds".
_ENDING: Final = "~"
_ADJECTIVES: Final = ("e", "en", "er", "es")
# Between the cases of a noun: "ein Vertrag | einen Vertrag".
_CASE: Final = " | "
_AFTER_HEAD: Final = re.compile(r" (?:of|for|für) ")


@attrs.frozen
class Variant:
    """Names before which an article takes another shape: "la" is "l’".

    Attributes:
        article: their article.
        shape: how they look.
        column: where the tables have what stands before them.
        bodies: whether that holds for bodies alone.
    """

    article: str
    shape: re.Pattern[str]
    column: str
    bodies: bool


@attrs.frozen(kw_only=True)
class Grammar:
    """How one language speaks of names.

    Attributes:
        language: which language.
        spoken: what a sentence calls a country, where that is not its name in a list.
        articles: the article of each country that has one.
        inside: what stands before a country in which one is, if not by its article.
        exceptions: forms of a country's name that follow no rule.
        heads: the article of bodies by the noun at the head of their name.
        before: what stands before a name.
        before_countries: the same, where it is another before countries.
        after_countries: what stands after the name of a country.
        endings: how adjectives end.
        variants: articles that take another shape before some names.
        common: nouns that begin with a small letter after an article.
        plural: articles of what is many.
        genders: the gender that the first word of a noun tells.
        cases: the forms in which a message may give a noun, parted by ` | `.
        tickers: the article of a ticker.
        firms: the article of a firm.
        shares: the article of a share: "el 40 %".
        dates: the article of a date, by its precision.
    """

    language: str
    spoken: Mapping[str, str]
    articles: Mapping[str, str]
    inside: Mapping[str, str]
    exceptions: Table
    heads: Mapping[str, str]
    before: Table
    before_countries: Table
    after_countries: Table
    endings: Table
    variants: tuple[Variant, ...]
    common: tuple[str, ...]
    plural: frozenset[str]
    genders: Mapping[str, int]
    cases: tuple[str, ...]
    tickers: str
    firms: str
    shares: str
    dates: Mapping[str, str]

    def country(self, code: str, name: str) -> Phrase:
        """Return the forms of a country's name."""
        article = self.articles.get(code, "")
        if article and name.startswith(self.common):
            name = name[0].lower() + name[1:]
        column = self._column(name, article)
        before = {**self.before, **self.before_countries}
        forms = self._forms(name, article, before, column)
        for form, endings in self.after_countries.items():
            forms[form] += endings.get(column, "")
        if code in self.inside:
            forms["in"] = self.inside[code] + self._ended(name, article, "in")
        return self._named(name, article, {**forms, **self.exceptions.get(code, {})})

    def body(
        self, name: str, article: str | None = None, *, firm: bool = False
    ) -> Phrase:
        """Return the forms of the name of a body, a firm or a person.

        Args:
            name: the name.
            article: its article; None to tell from the noun at its head.
            firm: whether it has the article of firms, if its head tells none.
        """
        if article is None:
            known = (self.heads[head] for head in _heads(name) if head in self.heads)
            article = next(known, self.firms if firm else "")
        column = self._column(name, article, body=True)
        return self._named(
            name, article, self._forms(name, article, self.before, column)
        )

    def ticker(self, code: str) -> Phrase:
        """Return the forms of a ticker; "of" is for an amount that nobody counts."""
        forms = self.body(code, self.tickers).forms
        bare = self.noun(code).forms
        return Phrase(code, {**forms, **{k: bare[k] for k in bare if k == "of"}})

    def noun(self, text: str) -> Phrase:
        """Return the forms of a text that brings its own article, or needs none.

        >>> f"une valeur {grammar('fr').noun('environ 7 millions'):of}"
        'une valeur d’environ 7 millions'
        """
        cases = text.split(_CASE) if self.cases else [text]
        text = cases[0]
        first, _, rest = text.partition(" ")
        known = bool(rest) and first in self.before.get("the", {})
        name, column = (rest, first) if known else (text, self._column(text, ""))
        forms = {
            form: table.get(column, "") + name
            for form, table in self.before.items()
            if form != "in"
        }
        forms.update(zip(self.cases, cases, strict=False))
        # A case tells the gender where the first form does not: "ein", but "einen".
        gender = self.genders.get(cases[:2][-1].partition(" ")[0], 0)
        return Phrase(text, forms, gender=gender)

    def share(self, text: str) -> str:
        """Return a share with its article, as sentences have it."""
        return self.before["the"][self.shares] + text if self.shares else text

    def date(self, text: str, precision: str) -> Phrase:
        """Return the forms of a date of some precision: "du 13 mai", "d’août"."""
        return self.body(text, self.dates.get(precision, ""))

    def _column(self, name: str, article: str, *, body: bool = False) -> str:
        for variant in self.variants:
            if (
                variant.article == article
                and body >= variant.bodies
                and variant.shape.search(name)
            ):
                return variant.column
        return article

    def _forms(
        self, name: str, article: str, before: Table, column: str
    ) -> dict[str, str]:
        return {
            form: table.get(column, "") + self._ended(name, article, form)
            for form, table in before.items()
        }

    def _ended(self, name: str, article: str, form: str) -> str:
        endings = self.endings.get(form, self.endings.get("", {}))
        return name.replace(_ENDING, endings.get(article, ""))

    def _named(self, name: str, article: str, forms: Mapping[str, str]) -> Phrase:
        return Phrase(
            self._ended(name, article, "bare"),
            forms,
            choice=int(article in self.plural),
            gender=self.genders.get(article, 0),
        )


def _heads(name: str) -> tuple[str, ...]:
    """Return the nouns that a name may be built on, the likeliest first.

    "Bank of Russia", "Virtual Assets Authority", "Autorité des marchés financiers".
    """
    words = name.split() or [""]
    after = _AFTER_HEAD.search(name)
    before = name[: after.start()].split()[-1:] if after else []
    return (*before, words[-1], words[0])


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language."""
    path = resources.files(_PACKAGE).joinpath("grammar", f"{language}.toml")
    content = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    words = cast("Mapping[str, str]", content.get("words", {}))
    lists = cast("Mapping[str, Sequence[str]]", content.get("lists", {}))
    variants = cast("Sequence[Mapping[str, str]]", content.get("variant", ()))

    def table(name: str) -> Table:
        return cast("Table", content.get(name, {}))

    return Grammar(
        language=language,
        spoken=cast("Mapping[str, str]", content.get("spoken", {})),
        articles=_by_member(content, "countries"),
        inside=_by_member(content, "inside"),
        exceptions=table("exceptions"),
        heads=_by_member(content, "heads"),
        before=table("before"),
        before_countries=table("before_countries"),
        after_countries=table("after_countries"),
        endings=table("endings"),
        variants=tuple(_variant(row) for row in variants),
        common=tuple(lists.get("common", ())),
        plural=frozenset(lists.get("plural", ())),
        genders=cast("Mapping[str, int]", content.get("genders", {})),
        cases=tuple(lists.get("cases", ())),
        tickers=words.get("tickers", ""),
        firms=words.get("firms", ""),
        shares=words.get("shares", ""),
        dates=cast("Mapping[str, str]", content.get("dates", {})),
    )


def _variant(row: Mapping[str, str]) -> Variant:
    return Variant(
        article=row["article"],
        shape=re.compile(row["shape"]),
        column=row["column"],
        bodies="bodies" in row,
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
        _plain(names[length].replace(_ENDING, ending)): body
        for body in rows
        for names in body.values()
        for length in ("long", "short")
        for ending in _ADJECTIVES
    }


def body(name: str, language: str, *, firm: bool = False) -> Phrase:
    """Return what a language calls a body; most have but one name.

    >>> body("IMF", "fr").text, body("Fonds monétaire international", "en").text
    ('FMI', 'International Monetary Fund')
    """
    speaker = grammar(language)
    known = _bodies().get(_plain(name))
    if known is None or language not in known:
        return speaker.body(name, firm=firm) if name else NOTHING
    shorts = {_plain(names["short"]) for names in known.values()}
    own = known[language]
    return speaker.body(
        own["short" if _plain(name) in shorts else "long"], own["article"]
    )


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")
