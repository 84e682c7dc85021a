"""Articles, contractions, cases and genders of the languages that have words."""

import tomllib
from collections import Counter
from importlib import resources

import pytest

from sovcrypto.l10n.catalogs import languages
from sovcrypto.l10n.grammars import body, grammar
from sovcrypto.l10n.names import asset, country, listed_phrases
from sovcrypto.l10n.phrases import Phrase, filled, inverted
from sovcrypto.l10n.tags import chain
from sovcrypto.l10n.voices import Voice
from sovcrypto.model import Country

CODES = {each.code for each in Country.all()}
# A country in a template for each form that matters.
COUNTRIES = {
    "es": {
        "SV": "El Salvador: de El Salvador, a El Salvador, en El Salvador",
        "BT": "Bután: de Bután, a Bután, en Bután",
        "US": "Estados Unidos: de Estados Unidos, a Estados Unidos, en Estados Unidos",
        "GB": "el Reino Unido: del Reino Unido, al Reino Unido, en el Reino Unido",
        "NL": (
            "los Países Bajos: de los Países Bajos, a los Países Bajos,"
            " en los Países Bajos"
        ),
        "CF": (
            "la República Centroafricana: de la República Centroafricana,"
            " a la República Centroafricana, en la República Centroafricana"
        ),
        "KY": (
            "las islas Caimán: de las islas Caimán, a las islas Caimán,"
            " en las islas Caimán"
        ),
    },
    "pt": {
        "BR": "o Brasil: do Brasil, ao Brasil, no Brasil",
        "PT": "Portugal: de Portugal, a Portugal, em Portugal",
        "SV": "El Salvador: de El Salvador, a El Salvador, em El Salvador",
        "CH": "a Suíça: da Suíça, à Suíça, na Suíça",
        "US": (
            "os Estados Unidos: dos Estados Unidos, aos Estados Unidos,"
            " nos Estados Unidos"
        ),
        "PH": "as Filipinas: das Filipinas, às Filipinas, nas Filipinas",
    },
    "de": {
        "DE": "Deutschland: Deutschlands, von Deutschland, in Deutschland",
        "CH": "die Schweiz: der Schweiz, von der Schweiz, in der Schweiz",
        "IR": "der Iran: des Iran, vom Iran, im Iran",
        "US": "die USA: der USA, von den USA, in den USA",
        "NL": (
            "die Niederlande: der Niederlande, von den Niederlanden,"
            " in den Niederlanden"
        ),
        "AE": (
            "die Vereinigten Arabischen Emirate: der Vereinigten Arabischen Emirate,"
            " von den Vereinigten Arabischen Emiraten,"
            " in den Vereinigten Arabischen Emiraten"
        ),
        "CF": (
            "die Zentralafrikanische Republik: der Zentralafrikanischen Republik,"
            " von der Zentralafrikanischen Republik,"
            " in der Zentralafrikanischen Republik"
        ),
        "HN": "Honduras: von Honduras, von Honduras, in Honduras",
        "SC": "die Seychellen: der Seychellen, von den Seychellen, auf den Seychellen",
        "VA": "der Vatikan: des Vatikans, vom Vatikan, im Vatikan",
    },
}
TEMPLATES = {
    "es": "{it:the}: {it:of}, {it:to}, {it:in}",
    "pt": "{it:the}: {it:of}, {it:to}, {it:in}",
    "de": "{it:the}: {it:of}, {it:from}, {it:in}",
}


def voice(language: str) -> Voice:
    """Return what speaks a language."""
    return Voice(chain(language))


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [(lang, code, said) for lang, by in COUNTRIES.items() for code, said in by.items()],
)
def test_countries(language: str, code: str, expected: str) -> None:
    """With their articles, contracted, in their cases."""
    phrase = country(voice(language), code)
    assert TEMPLATES[language].format(it=phrase) == expected


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_country_has_one_article_at_most(language: str) -> None:
    """And each of them is a country of ISO 3166-1."""
    path = resources.files("sovcrypto.l10n").joinpath("grammar", f"{language}.toml")
    content = tomllib.loads(path.read_text("utf-8"))
    listed = Counter(c for codes in content["countries"].values() for c in codes)
    assert set(listed) <= CODES
    assert set(content["spoken"]) <= CODES
    assert max(listed.values()) == 1


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_country_has_every_form(language: str) -> None:
    """No mark of an ending is left, and no form has two spaces."""
    forms = set(grammar(language).before)
    for code in CODES:
        phrase = country(voice(language), code)
        assert forms <= set(phrase.forms)
        for text in (phrase.text, *phrase.forms.values()):
            assert text.strip() == text
            assert not set(text) & set("~|")
            assert "  " not in text


def test_adjectives_and_articles_of_bodies() -> None:
    """A German name is declined; a Portuguese firm has an article."""
    fund = body("IMF", "de")
    assert f"{fund:the}, {fund:of}, {fund:from}" == "der IWF, des IWF, vom IWF"
    fund = body("International Monetary Fund", "de")
    assert fund.text == "Internationaler Währungsfonds"
    assert f"{fund:the}, {fund:dat}" == (
        "der Internationale Währungsfonds, dem Internationalen Währungsfonds"
    )
    assert body("Europäische Zentralbank", "es").text == "Banco Central Europeo"
    assert body("Europäischen Zentralbank", "en").text == "European Central Bank"
    firm = body("Binance", "pt", firm=True)
    assert f"{firm:by}, {firm:to}" == "pela Binance, à Binance"
    assert f"{body('Saqib', 'pt'):by}" == "por Saqib"


def test_nouns_bring_their_cases_and_gender() -> None:
    """A message gives the cases that differ; the accusative tells the gender."""
    german = grammar("de")
    contract = german.noun("ein Vertrag | einen Vertrag")
    project, loan = german.noun("ein Pilotprojekt"), german.noun("eine Anleihe")
    assert [noun.gender for noun in (contract, loan, project)] == [0, 1, 2]
    assert f"{contract:acc}, {project:acc}" == "einen Vertrag, ein Pilotprojekt"
    assert f"{grammar('es').noun('el mercado'):of}" == "del mercado"
    assert f"{grammar('pt').noun('a mineração'):by}" == "pela mineração"


def test_lists_join_as_the_language_does() -> None:
    """Spanish "y" is "e" before its own sound."""
    items = [Phrase("España"), Phrase("Italia")]
    assert str(listed_phrases(voice("es"), items)) == "España e Italia"


def test_assets() -> None:
    """By themselves, in general, and before another noun."""
    assert f"{asset(voice('de'), 'crypto'):stem}Wallet" == "Krypto-Wallet"
    assert f"{asset(voice('de'), 'ETH'):stem}Wallet" == "ETH-Wallet"
    assert f"{asset(voice('es'), 'ETH'):the}" == "el ETH"
    assert f"{asset(voice('pt'), 'crypto'):to}" == "às criptomoedas"


def test_the_verb_stays_second() -> None:
    """What comes first in a German sentence changes places with the subject."""
    told = inverted(filled("{who} <hält> ETH", {"who": "die <USA>"}))
    assert str(told) == "die <USA> hält ETH"
    assert f"laut Reuters {told:after}" == "laut Reuters hält die <USA> ETH"
    assert f"{inverted('ohne Verb'):after}" == "ohne Verb"
