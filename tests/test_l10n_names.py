"""Names of countries, bodies and assets, and the grammar around them."""

import pytest

from sovcrypto.errors import InvalidCode
from sovcrypto.l10n import Formatter
from sovcrypto.l10n.grammars import body, grammar
from sovcrypto.l10n.names import asset, country
from sovcrypto.l10n.phrases import Phrase
from sovcrypto.l10n.tags import chain
from sovcrypto.l10n.voices import Voice
from sovcrypto.model import AgreementForm, Country, Party, Stage

FRENCH, ENGLISH = Voice(chain("fr")), Voice(chain("en"))


def forms(phrase: Phrase) -> tuple[str, str, str, str]:
    """Return the name with its article, after "de", after "à", and where one is."""
    return f"{phrase:the}", f"{phrase:of}", f"{phrase:to}", f"{phrase:in}"


@pytest.mark.parametrize(
    ("code", "the", "of", "to", "inside"),
    [
        ("BT", "le Bhoutan", "du Bhoutan", "au Bhoutan", "au Bhoutan"),
        ("PK", "le Pakistan", "du Pakistan", "au Pakistan", "au Pakistan"),
        ("SV", "le Salvador", "du Salvador", "au Salvador", "au Salvador"),
        ("IR", "l’Iran", "de l’Iran", "à l’Iran", "en Iran"),
        ("IN", "l’Inde", "de l’Inde", "à l’Inde", "en Inde"),
        ("CH", "la Suisse", "de la Suisse", "à la Suisse", "en Suisse"),
        ("US", "les États-Unis", "des États-Unis", "aux États-Unis", "aux États-Unis"),
        ("CU", "Cuba", "de Cuba", "à Cuba", "à Cuba"),
        ("OM", "Oman", "d’Oman", "à Oman", "à Oman"),
        ("HT", "Haïti", "d’Haïti", "à Haïti", "en Haïti"),
        ("IL", "Israël", "d’Israël", "à Israël", "en Israël"),
        ("BB", "la Barbade", "de la Barbade", "à la Barbade", "à la Barbade"),
        ("HN", "le Honduras", "du Honduras", "au Honduras", "au Honduras"),
        ("YE", "le Yémen", "du Yémen", "au Yémen", "au Yémen"),
        ("IM", "l’île de Man", "de l’île de Man", "à l’île de Man", "sur l’île de Man"),
        ("HK", "Hong Kong", "de Hong Kong", "à Hong Kong", "à Hong Kong"),
        ("PL", "la Pologne", "de la Pologne", "à la Pologne", "en Pologne"),
    ],
)
def test_french_articles(code: str, the: str, of: str, to: str, inside: str) -> None:
    """Articles contract and elide, islands and feminine countries differ."""
    assert forms(country(FRENCH, code)) == (the, of, to, inside)


def test_every_country_has_one_article_in_french() -> None:
    """The table names each country of ISO 3166-1 just once."""
    articles = grammar("fr").articles
    assert set(articles) == {c.code for c in Country.all()}
    assert set(articles.values()) == {"le", "la", "l’", "les", ""}
    for code, article in articles.items():
        name = country(FRENCH, code).text
        vowel = name[0] in "AEIOUÉÎEâŒ" or name.startswith("île")
        assert (article == "l’") <= vowel, (code, name)
        assert not (article in {"le", "la"} and vowel), (code, name)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("BT", "Bhutan"),
        ("US", "the United States"),
        ("NL", "the Netherlands"),
        ("CD", "the Democratic Republic of the Congo"),
        ("SV", "El Salvador"),
    ],
)
def test_english_articles(code: str, expected: str) -> None:
    """A few countries have an article in English."""
    assert f"{country(ENGLISH, code):the}" == expected


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("IMF", "le FMI", "the IMF"),
        ("FMI", "le FMI", "the IMF"),
        ("ECB", "la BCE", "the ECB"),
        ("World Bank", "la Banque mondiale", "the World Bank"),
        ("OECD", "l’OCDE", "the OECD"),
        ("Saqib", "Saqib", "Saqib"),
        ("Cumberland DRW", "Cumberland DRW", "Cumberland DRW"),
        ("Dubai Authority", "la Dubai Authority", "the Dubai Authority"),
        ("Bank of Russia", "la Bank of Russia", "the Bank of Russia"),
        ("Ukraine Fund", "l’Ukraine Fund", "the Ukraine Fund"),
        ("Banque de France", "la Banque de France", "the Banque de France"),
    ],
)
def test_bodies(name: str, french: str, english: str) -> None:
    """Known bodies are translated; the noun at the head of others has the article."""
    assert f"{body(name, 'fr'):the}" == french
    assert f"{body(name, 'en'):the}" == english


def test_a_short_name_is_answered_with_a_short_one() -> None:
    """And a language without a name for it keeps the one that is given."""
    assert Formatter("fr").body("International Monetary Fund") == (
        "Fonds monétaire international"
    )
    assert Formatter("en").body("BCE") == "ECB"
    assert Formatter("de").body("IMF") == "IWF"
    assert Formatter("it").body("IMF") == "IMF"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("BTC", ("le bitcoin", "du bitcoin", "de bitcoin", "au bitcoin")),
        ("crypto", ("les cryptoactifs", "des cryptoactifs", "de cryptoactifs")),
        ("ETH", ("l’ETH", "des ETH", "d’ETH", "à l’ETH")),
        ("SOL", ("le SOL", "des SOL", "de SOL", "au SOL")),
    ],
)
def test_assets_in_french(code: str, expected: tuple[str, ...]) -> None:
    """In general, an uncounted amount, after "de" and after "à"."""
    said = asset(FRENCH, code)
    found = f"{said:the}", f"{said:some}", f"{said:of}", f"{said:to}"
    assert found[: len(expected)] == expected


def test_names_by_themselves() -> None:
    """Titles of assets and currencies, labels of vocabularies, lists."""
    french = Formatter("fr")
    assert french.asset("BTC") == "Bitcoin"
    assert french.asset("crypto") == "cryptoactifs"
    assert french.currency("USD") == "dollar des États-Unis"
    assert french.label(Stage.IN_EFFECT) == "en vigueur"
    assert french.label(AgreementForm.MOU) == "protocole d’accord"
    assert french.field_name("holder") == "détenteur"
    assert french.list(["a", "b", "c"]) == "a, b et c"
    assert french.list([]) == ""
    assert Formatter("es").list(["Suecia", "Irán"]) == "Suecia e Irán"
    assert Formatter("es").list(["Irán", "Suecia"]) == "Irán y Suecia"
    with pytest.raises(InvalidCode):
        french.country("ZQ")
    with pytest.raises(InvalidCode):
        french.currency("BTC")
    with pytest.raises(InvalidCode):
        french.asset("USD")


def test_parties() -> None:
    """States by their name in the language, bodies with their country."""
    members = (
        Party(country=Country.of("BT").code),
        Party(name="Cumberland DRW"),
        Party(country=Country.of("US").code, name="Federal Reserve"),
    )
    assert Formatter("fr").parties(members) == (
        "Bhoutan, Cumberland DRW et Réserve fédérale (États-Unis)"
    )
    assert Formatter("de").parties(members[:2]) == "Bhutan und Cumberland DRW"
