"""Amounts as their source left them, in words and in signs."""

import pytest

from sovcrypto.l10n import Formatter
from sovcrypto.values import Amount

# The spaces are those of CLDR: U+202F between digits, U+00A0 before a unit.
WORDS = {
    "6200 BTC": ("6,200 BTC", "6\u202f200\u00a0BTC"),
    ">6200 BTC": ("more than 6,200 BTC", "plus de 6\u202f200\u00a0BTC"),
    ">=6200 BTC": ("at least 6,200 BTC", "au moins 6\u202f200\u00a0BTC"),
    "<6200 BTC": ("less than 6,200 BTC", "moins de 6\u202f200\u00a0BTC"),
    "<=6200 BTC": ("up to 6,200 BTC", "jusqu’à 6\u202f200\u00a0BTC"),
    "~6200 BTC": ("about 6,200 BTC", "environ 6\u202f200\u00a0BTC"),
    "~>6200 BTC": ("more than about 6,200 BTC", "plus d’environ 6\u202f200\u00a0BTC"),
    ">=5 <=7 BTC": ("between 5 and 7 BTC", "entre 5 et 7\u00a0BTC"),
    "~>=5 <=7 BTC": ("about 5 to 7 BTC", "environ 5 à 7\u00a0BTC"),
    ">5 <7 BTC": (
        "more than 5 and less than 7 BTC",
        "plus de 5 et moins de 7\u00a0BTC",
    ),
    "~>5 <7 BTC": (
        "more than about 5 and less than about 7 BTC",
        "plus d’environ 5 et moins d’environ 7\u00a0BTC",
    ),
    ">5 <=7 BTC": ("more than 5 and up to 7 BTC", "plus de 5 et au plus 7\u00a0BTC"),
    ">=5 <7 BTC": (
        "at least 5 and less than 7 BTC",
        "au moins 5 et moins de 7\u00a0BTC",
    ),
    "0.000000000000000001 ETH": (
        "0.000000000000000001 ETH",
        "0,000000000000000001\u00a0ETH",
    ),
    ">=15000000 <=20000000 persons": (
        "between 15 and 20 million people",
        "entre 15 et 20 millions de personnes",
    ),
    ">=900000 <=1200000 persons": (
        "between 900,000 and 1.2 million people",
        "entre 900\u202f000 et 1,2 million de personnes",
    ),
    ">=1234567 <=2000000 persons": (
        "between 1,234,567 and 2,000,000 people",
        "entre 1\u202f234\u202f567 et 2\u202f000\u202f000 de personnes",
    ),
    "~745000000 USD": (
        "about 745 million US dollars",
        "environ 745 millions de dollars américains",
    ),
    "~114e9 USD": (
        "about 114 billion US dollars",
        "environ 114 milliards de dollars américains",
    ),
    ">1250000000000 USD": (
        "more than 1.25 trillion US dollars",
        "plus de 1,25 billion de dollars américains",
    ),
    "7000000000 EUR": ("7 billion euros", "7 milliards d’euros"),
    "688397327 USD": (
        "688,397,327 US dollars",
        "688\u202f397\u202f327 dollars américains",
    ),
    "1 USD": ("1 US dollar", "1 dollar américain"),
    "2000 MW": ("2,000 megawatts", "2\u202f000\u00a0mégawatts"),
    ">=4 <=5 %": ("between 4 and 5%", "entre 4 et 5\u00a0%"),
    ">1 years": ("more than 1 year", "plus de 1\u00a0an"),
    "18 months": ("18 months", "18\u00a0mois"),
}

# The same in Spanish, German and Portuguese: spaces and groups as CLDR has them.
NEIGHBOURS = {
    "6200 BTC": ("6200 BTC", "6.200 BTC", "6.200 BTC"),
    ">6200 BTC": ("más de 6200 BTC", "mehr als 6.200 BTC", "mais de 6.200 BTC"),
    ">=6200 BTC": ("al menos 6200 BTC", "mindestens 6.200 BTC", "pelo menos 6.200 BTC"),
    "<6200 BTC": ("menos de 6200 BTC", "weniger als 6.200 BTC", "menos de 6.200 BTC"),
    "<=6200 BTC": ("hasta 6200 BTC", "bis zu 6.200 BTC", "até 6.200 BTC"),
    "~6200 BTC": ("alrededor de 6200 BTC", "rund 6.200 BTC", "cerca de 6.200 BTC"),
    "~>6200 BTC": (
        "más de alrededor de 6200 BTC",
        "mehr als rund 6.200 BTC",
        "mais de cerca de 6.200 BTC",
    ),
    ">=5 <=7 BTC": ("entre 5 y 7 BTC", "zwischen 5 und 7 BTC", "entre 5 e 7 BTC"),
    "~>=5 <=7 BTC": (
        "aproximadamente entre 5 y 7 BTC",
        "etwa 5 bis 7 BTC",
        "aproximadamente entre 5 e 7 BTC",
    ),
    ">5 <7 BTC": (
        "más de 5 y menos de 7 BTC",
        "mehr als 5 und weniger als 7 BTC",
        "mais de 5 e menos de 7 BTC",
    ),
    "~>5 <7 BTC": (
        "más de alrededor de 5 y menos de alrededor de 7 BTC",
        "mehr als rund 5 und weniger als rund 7 BTC",
        "mais de cerca de 5 e menos de cerca de 7 BTC",
    ),
    ">5 <=7 BTC": (
        "más de 5 y como máximo 7 BTC",
        "mehr als 5 und höchstens 7 BTC",
        "mais de 5 e no máximo 7 BTC",
    ),
    ">=5 <7 BTC": (
        "al menos 5 y menos de 7 BTC",
        "mindestens 5 und weniger als 7 BTC",
        "pelo menos 5 e menos de 7 BTC",
    ),
    ">=15000000 <=20000000 persons": (
        "entre 15 y 20 millones de personas",
        "zwischen 15 und 20 Millionen Menschen",
        "entre 15 e 20 milhões de pessoas",
    ),
    ">=900000 <=1200000 persons": (
        "entre 900.000 y 1,2 millones de personas",
        "zwischen 900.000 und 1,2 Millionen Menschen",
        "entre 900.000 e 1,2 milhão de pessoas",
    ),
    "1 persons": ("1 persona", "1 Person", "1 pessoa"),
    "~745000000 USD": (
        "alrededor de 745 millones de dólares estadounidenses",
        "rund 745 Millionen US-Dollar",
        "cerca de 745 milhões de dólares americanos",
    ),
    ">1250000000000 USD": (
        "más de 1,25 billones de dólares estadounidenses",
        "mehr als 1,25 Billionen US-Dollar",
        "mais de 1,25 trilhão de dólares americanos",
    ),
    "7000000000 EUR": (
        "7000 millones de euros",
        "7 Milliarden Euro",
        "7 bilhões de euros",
    ),
    "688397327 USD": (
        "688.397.327 dólares estadounidenses",
        "688.397.327 US-Dollar",
        "688.397.327 dólares americanos",
    ),
    "1 USD": ("1 dólar estadounidense", "1 US-Dollar", "1 dólar americano"),
    "2000 MW": ("2000 megavatios", "2.000\u00a0Megawatt", "2.000 megawatts"),
    ">=4 <=5 %": ("entre 4 y 5\u00a0%", "zwischen 4 und 5\u00a0%", "entre 4 e 5%"),
    ">1 years": ("más de 1 año", "mehr als 1 Jahr", "mais de 1 ano"),
    "18 months": ("18 meses", "18 Monate", "18 meses"),
}

SIGNS = {
    ">6200 BTC": {"da": ">6.200\u00a0BTC", "ja": ">BTC\u00a06,200"},
    ">=6200 BTC": {
        "da": "6.200\u00a0BTC+",
        "ja": "≥BTC\u00a06,200",
        "it": "≥6200\u00a0BTC",
    },
    "<6200 BTC": {"da": "<6.200\u00a0BTC"},
    "<=6200 BTC": {"da": "≤6.200\u00a0BTC"},
    "~6200 BTC": {"da": "~6.200\u00a0BTC", "ja": "約BTC\u00a06,200"},
    "~745000000 USD": {
        "da": "~745 millioner amerikanske dollar",
        "ja": "約7.45億米ドル",
    },
    ">=15000000 <=20000000 persons": {
        "da": "15-20 millioner",
        "ja": "1500万 ～ 2000万",
    },
    "~>=5 <=7 BTC": {"da": "~5-7\u00a0BTC"},
    ">=5 <7 BTC": {"da": "5-<7\u00a0BTC", "ja": "BTC\u00a05～<7"},
    ">5 <=7 BTC": {"da": ">5-7\u00a0BTC"},
    "~>5 <7 MW": {"it": "~>5-<7 megawatt"},
}


@pytest.mark.parametrize("text", WORDS)
def test_in_words(text: str) -> None:
    """English and French say what the source said, with the unit said once."""
    amount = Amount.parse(text)
    said = Formatter("en").amount(amount), Formatter("fr").amount(amount)
    assert said == WORDS[text]


@pytest.mark.parametrize("text", NEIGHBOURS)
def test_in_words_of_three_more_languages(text: str) -> None:
    """Plural, "de" and the magnitude agree; regions keep their own signs."""
    amount = Amount.parse(text)
    said = tuple(Formatter(locale).amount(amount) for locale in ("es", "de", "pt"))
    assert said == NEIGHBOURS[text]


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("es-MX", "más de 6,200 BTC"),
        ("de-CH", "mehr als 6’200 BTC"),
        ("de-AT", "mehr als 6.200 BTC"),
        ("pt-PT", "mais de 6200 BTC"),
        ("fr-CA", "plus de 6\u00a0200\u00a0BTC"),
    ],
)
def test_a_region_has_the_words_of_its_language(locale: str, expected: str) -> None:
    """And the signs of its numbers."""
    said = Formatter(locale).amount(Amount.more_than(6200, "BTC"))
    assert said.replace("'", "’") == expected


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [(text, locale, said) for text, by in SIGNS.items() for locale, said in by.items()],
)
def test_in_signs(text: str, locale: str, expected: str) -> None:
    """Other locales have CLDR's signs; one whose "at least" says "more than" has ≥."""
    assert Formatter(locale).amount(Amount.parse(text)) == expected


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("it", "2 milioni di euro"),
        ("ca", "2 milions d’euros"),
        ("pl", "2 miliony euro"),
        ("ro", "2 milioane de euro"),
    ],
)
def test_millions_are_joined_as_the_language_does(locale: str, expected: str) -> None:
    """With a preposition, where it needs one."""
    assert Formatter(locale).amount(Amount.exactly(2_000_000, "EUR")) == expected


def test_vague_money_in_signs_and_short_forms() -> None:
    """Whatever the style, the vagueness is said."""
    volume = Amount.more_than("1.25e12", "USD")
    english, french = (
        Formatter(locale, notation="compact", maximum_fraction_digits=2)
        for locale in ("en", "fr")
    )
    assert english.format(volume) == "more than $1.25T"
    assert french.format(volume) == "plus de 1,25\u00a0Bn\u00a0$US"
    assert Formatter("en").format(Amount.about(5, "USD")) == "about $5.00"
    assert Formatter("da").format(Amount.up_to(5, "EUR")) == "≤5,00\u00a0€"


def test_ranges_say_once_what_both_ends_share() -> None:
    """A word or a code stands once, a single sign twice, as in Intl."""
    english = Formatter("en")
    assert english.format_range(5, 7) == "5–7"
    dollars = Amount.exactly(5, "USD"), Amount.exactly(7, "USD")
    assert english.format_range(*dollars) == "$5.00 – $7.00"
    coins = Amount.exactly(5, "BTC"), Amount.exactly(7, "BTC")
    assert english.format_range(*coins) == "BTC\u00a05–7"
    euros = Amount.exactly(5, "EUR"), Amount.exactly(7, "EUR")
    assert Formatter("fr").format_range(*euros) == "5,00–7,00\u00a0€"
    power = Formatter("de", unit_display="long", notation="compact")
    megawatts = Amount.exactly("1e6", "MW"), Amount.exactly("2e6", "MW")
    assert power.format_range(*megawatts) == "1–2\u00a0Mio.\u00a0Megawatt"


def test_nobody_takes_one_for_a_million() -> None:
    """A figure that could share the other's word by mistake keeps both in digits."""
    english = Formatter("en")
    text = english.amount(Amount.between(1, 2_000_000, "persons"))
    assert text == "between 1 and 2,000,000 people"
