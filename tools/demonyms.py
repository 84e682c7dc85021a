"""Collect the demonyms of a language, and see that each means one country.

Lemmas come from i18n-nationality, where `data/names_<language>.toml` doesn't know
better; its endings inflect them.
"""

from tools.inflection import Endings, capitalised, forms, words
from tools.packages import Json, Package, read_json

NATIONALITIES = Package(
    registry="npm",
    name="i18n-nationality",
    version="1.4.0",
    licence="MIT",
    used_for="masculine singular of demonyms",
)

Lists = dict[str, list[str]]


def lemmas(language: str, hand: Json) -> Lists:
    """Return the demonyms of each country, before inflection."""
    base = NATIONALITIES.fetch() / "langs" / f"{language}.json"
    listed: dict[str, str] = read_json(base)["nationalities"] if base.exists() else {}
    dropped = hand["dropped"].split()
    kept = {
        code: [word.strip() if language == "en" else word.strip().lower()]
        for code, word in listed.items()
        if code not in dropped and code not in hand["lemmas"]
    }
    return kept | {code: words(word) for code, word in hand["lemmas"].items()}


def demonyms(language: str, hand: Json) -> tuple[Lists, Lists]:
    """Return adjectives and nouns of each country."""
    shared: dict[str, dict[str, str]] = hand["shared"]
    endings: dict[str, list[str]] = hand["endings"]
    mine = lemmas(language, hand)
    theirs = {code: words(word) for code, word in hand.get("inhabitants", {}).items()}
    if hand["nouns"] != "listed":
        theirs = mine | theirs

    def inflect(listed: Lists, endings: Endings) -> Lists:
        return {
            code: list(
                dict.fromkeys(
                    form
                    for lemma in own
                    if shared.get(lemma, {"winner": code}).get("winner") == code
                    for form in forms(lemma, endings)
                )
            )
            for code, own in listed.items()
        }

    adjectives = inflect(mine, endings)
    nouns = inflect(theirs, hand.get("noun_endings", endings))
    if hand["nouns"] == "capitalised":
        nouns = {
            code: [noun for form in listed for noun in capitalised(form)]
            for code, listed in nouns.items()
        }
    return adjectives, nouns


def check(adjectives: Lists, nouns: Lists) -> None:
    """See that no form means two countries.

    Raises:
        ValueError: a form does, and the table of shared words doesn't say which wins.
    """
    owners: dict[str, set[str]] = {}
    for listed in (adjectives, nouns):
        for code, forms_of in listed.items():
            for form in forms_of:
                owners.setdefault(form.casefold(), set()).add(code)
    shared = {form: codes for form, codes in owners.items() if len(codes) > 1}
    if shared:
        message = f"words for several countries: {shared}"
        raise ValueError(message)
