"""Dates and intervals in the precision that they have."""

from itertools import pairwise

import pytest

from sovcrypto.l10n import Formatter
from sovcrypto.l10n.periods import phrase
from sovcrypto.l10n.tags import chain
from sovcrypto.l10n.voices import Voice
from sovcrypto.values import Period

SAID = {
    "2025": ("2025", "2025"),
    "2025-05": ("May 2025", "mai 2025"),
    "2025-05-13": ("May 13, 2025", "13 mai 2025"),
    "2025-05-01": ("May 1, 2025", "1er mai 2025"),
    "2025-05-11": ("May 11, 2025", "11 mai 2025"),
    "2025-Q2": ("2nd quarter 2025", "2e trimestre 2025"),
    "2025-05/2025-07": ("May – July 2025", "mai – juillet 2025"),
    "2021/2027": ("2021 – 2027", "2021–2027"),
    "2024-Q1/2025-Q2": (
        "1st quarter 2024–2nd quarter 2025",
        "1er trimestre 2024–2e trimestre 2025",
    ),
    "2021/..": ("since 2021", "depuis 2021"),
    "2021-09-07/..": ("since September 7, 2021", "depuis le 7 septembre 2021"),
    "../2027": ("until 2027", "jusqu’en 2027"),
    "../2027-03-01": ("until March 1, 2027", "jusqu’au 1er mars 2027"),
    "2025~": ("around 2025", "vers 2025"),
    "2021/..~": ("since around 2021", "depuis environ 2021"),
    "XXXX-05": ("May (year not stated)", "mai (année non précisée)"),
    "XXXX-02-29": ("February 29 (year not stated)", "29 février (année non précisée)"),
}

# When, in a sentence: in Spanish, German and Portuguese.
WHEN = {
    "2025": ("en 2025", "im Jahr 2025", "em 2025"),
    "2025-05": ("en mayo de 2025", "im Mai 2025", "em maio de 2025"),
    "2025-05-13": ("el 13 de mayo de 2025", "am 13. Mai 2025", "em 13 de maio de 2025"),
    "2025-Q2": (
        "en el 2.º trimestre de 2025",
        "im 2. Quartal 2025",
        "no 2º trimestre de 2025",
    ),
    "2021/2025-05": (
        "de 2021 a mayo de 2025",
        "von 2021 bis Mai 2025",
        "de 2021 a maio de 2025",
    ),
    "2021/2027": ("de 2021 a 2027", "von 2021 bis 2027", "de 2021 a 2027"),
    "2021-08/2021-10-01": (
        "de agosto de 2021 al 1 de octubre de 2021",
        "von August 2021 bis zum 1. Oktober 2021",
        "de agosto de 2021 a 1 de outubro de 2021",
    ),
    "2024-Q1/2025-Q2": (
        "del 1.er trimestre de 2024 al 2.º trimestre de 2025",
        "vom 1. Quartal 2024 bis zum 2. Quartal 2025",
        "do 1º trimestre de 2024 ao 2º trimestre de 2025",
    ),
    "2021/..": ("desde 2021", "seit 2021", "desde 2021"),
    "2021-09-07/..": (
        "desde el 7 de septiembre de 2021",
        "seit dem 7. September 2021",
        "desde 7 de setembro de 2021",
    ),
    "../2027": ("hasta 2027", "bis 2027", "até 2027"),
    "../2027-03-01": (
        "hasta el 1 de marzo de 2027",
        "bis zum 1. März 2027",
        "até 1 de março de 2027",
    ),
    "2025~": ("hacia 2025", "um 2025", "por volta de 2025"),
    "2025-05-13~": (
        "hacia el 13 de mayo de 2025",
        "um den 13. Mai 2025",
        "por volta de 13 de maio de 2025",
    ),
    "2021/..~": (
        "aproximadamente desde 2021",
        "etwa seit 2021",
        "aproximadamente desde 2021",
    ),
    "XXXX-05": (
        "en mayo (año no indicado)",
        "im Mai (ohne Jahresangabe)",
        "em maio (ano não informado)",
    ),
}

SUMMER_EN = "from August 2021 to October 1, 2021"
SUMMER_FR = "d’août 2021 au 1er octobre 2021"


@pytest.mark.parametrize("text", SAID)
def test_by_itself(text: str) -> None:
    """A year stays a year, an open interval stays open, a hedge is said."""
    period = Period(text)
    said = Formatter("en").period(period), Formatter("fr").period(period)
    # CLDR puts thin spaces around the dash of an interval.
    assert tuple(one.replace("\u2009", " ") for one in said) == SAID[text]


@pytest.mark.parametrize(
    ("text", "form", "english", "french"),
    [
        ("2025", "in", "in 2025", "en 2025"),
        ("2025-05", "in", "in May 2025", "en mai 2025"),
        ("2025-05-13", "in", "on May 13, 2025", "le 13 mai 2025"),
        ("2025-Q2", "in", "in the 2nd quarter 2025", "au 2e trimestre 2025"),
        ("2025-05-13", "as_of", "as of May 13, 2025", "au 13 mai 2025"),
        ("2025", "as_of", "as of 2025", "en 2025"),
        ("2014", "since", "since 2014", "depuis 2014"),
        ("2027", "until", "until 2027", "jusqu’en 2027"),
        ("2021/..", "as_of", "since 2021", "depuis 2021"),
        ("2025~", "as_of", "around 2025", "vers 2025"),
        ("2021/2027", "in", "from 2021 to 2027", "de 2021 à 2027"),
        ("2021/2025-05", "in", "from 2021 to May 2025", "de 2021 à mai 2025"),
        ("2021-08/2021-10-01", "in", SUMMER_EN, SUMMER_FR),
    ],
)
def test_in_a_sentence(text: str, form: str, english: str, french: str) -> None:
    """The preposition goes with the precision."""
    said = [
        format(phrase(Voice(chain(locale)), Period(text)), form)
        for locale in ("en", "fr")
    ]
    assert said == [english, french]


@pytest.mark.parametrize("text", WHEN)
def test_in_a_sentence_of_three_more_languages(text: str) -> None:
    """Articles contract with prepositions: "del 1 de mayo", "im Mai", "no 2º"."""
    said = tuple(
        format(phrase(Voice(chain(locale)), Period(text)), "in")
        for locale in ("es", "de", "pt")
    )
    assert said == WHEN[text]


def test_other_locales_have_no_words_but_signs() -> None:
    """Dates are the locale's own, and open ends stay open."""
    swedish = Formatter("sv")
    assert swedish.period(Period("2025-05")) == "maj 2025"
    assert swedish.period(Period("2021/..")) == "2021–"
    assert swedish.period(Period("../2027")) == "–2027"
    assert swedish.period(Period("2025~")) == "~2025"


def test_every_precision_is_told_from_the_others() -> None:
    """Different periods do not read the same."""
    for locale in ("en", "fr", "de", "ja"):
        texts = sorted(Formatter(locale).period(Period(text)) for text in SAID)
        assert all(one != other for one, other in pairwise(texts)), locale
