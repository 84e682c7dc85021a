"""Text of two directions: in logical order, and isolated only where asked for."""

import unicodedata

import pytest

from sovcrypto.l10n import Formatter
from sovcrypto.model import Organisation
from sovcrypto.records import structure
from sovcrypto.values import Amount, Period

RIGHT_TO_LEFT = ["ar", "ar-EG", "he", "fa", "ur"]
ISOLATES = ("\u2066", "\u2067", "\u2068", "\u2069")
EMBEDDINGS = tuple("\u202a\u202b\u202c\u202d\u202e")
HELD = structure(
    {
        "type": "reserve",
        "holder": "BT",
        "asset": "BTC",
        "quantity": ">=5 <=7 BTC",
        "body": "ארגון <א>",
    }
)


def digits(text: str) -> list[int]:
    """Return the digits of a text in logical order, whatever their script."""
    return [unicodedata.digit(char) for char in text if char.isdecimal()]


@pytest.mark.parametrize("locale", ["en", "fr", "es", "de", "pt", "ja"])
def test_most_scripts_run_to_the_right(locale: str) -> None:
    """And so says the formatter, for the `dir` of a page."""
    assert Formatter(locale).direction == "ltr"


@pytest.mark.parametrize("locale", RIGHT_TO_LEFT)
def test_numbers_stand_in_logical_order(locale: str) -> None:
    """The lower end first, each from its highest digit on; UAX #9 does the rest."""
    formatter = Formatter(locale)
    assert formatter.direction == "rtl"
    for text, expected in {
        ">=5 <=7 BTC": [5, 7],
        ">=1500 <=2000 persons": [1, 5, 0, 0, 2, 0, 0, 0],
        ">6200 BTC": [6, 2, 0, 0],
        "~745000000 USD": [7, 4, 5],
    }.items():
        assert digits(formatter.amount(Amount.parse(text))) == expected
    assert digits(formatter.period(Period("2021/2027"))) == [2, 0, 2, 1, 2, 0, 2, 7]


@pytest.mark.parametrize("locale", [*RIGHT_TO_LEFT, "en", "de"])
def test_nothing_is_isolated_unasked(locale: str) -> None:
    """Marks of CLDR there may be, but none that would open and must be closed."""
    formatter = Formatter(locale)
    cells = [text for pair in formatter.row(HELD) for text in pair]
    for text in [formatter.fact(HELD), *cells]:
        assert not set(text) & {*ISOLATES, *EMBEDDINGS}


@pytest.mark.parametrize("locale", [*RIGHT_TO_LEFT, "en", "fr", "es", "de", "pt"])
def test_isolates_pair_and_change_nothing_else(locale: str) -> None:
    """Without them, the text is what it is when nobody asks."""
    formatter = Formatter(locale)
    isolated = [
        formatter.fact(HELD, bidi="isolates"),
        *(text for pair in formatter.row(HELD, bidi="isolates") for text in pair),
    ]
    plain = [
        formatter.fact(HELD),
        *(text for pair in formatter.row(HELD) for text in pair),
    ]
    for one, other in zip(isolated, plain, strict=True):
        assert one.count("\u2068") == one.count("\u2069") > 0
        assert one.replace("\u2068", "").replace("\u2069", "") == other


def test_a_name_is_isolated_from_a_sentence() -> None:
    """With its article, and a sentence that begins with it has its capital."""
    text = Formatter("en").fact(HELD, bidi="isolates")
    assert text == "\u2068ארגון <א>\u2069 (Bhutan) holds between 5 and 7 BTC."
    firm = Organisation(name="eToro")
    assert Formatter("en").fact(firm, bidi="isolates") == (
        "\u2068eToro\u2069 is an organisation."
    )
    bank = Organisation(name="Bank of Russia")
    assert Formatter("de").fact(bank, bidi="isolates") == (
        "\u2068Die Bank of Russia\u2069 ist eine Organisation."
    )


def test_html_has_elements_and_is_escaped() -> None:
    """`<bdi>` around names and cells, and nothing of a name is markup."""
    text = Formatter("en").fact(HELD, bidi="html")
    assert text == "<bdi>ארגון &lt;א&gt;</bdi> (Bhutan) holds between 5 and 7 BTC."
    rows = Formatter("ar").row(HELD, bidi="html")
    assert ("<bdi>holder</bdi>", "<bdi>بوتان</bdi>") in rows


def test_a_list_of_two_scripts_is_isolated_item_by_item() -> None:
    """So that a comma stays where it belongs."""
    parties = [{"country": "BT"}, {"name": "Cumberland DRW"}]
    fact = structure({"type": "agreement", "form": "mou", "parties": parties})
    rows = dict(Formatter("ar").row(fact, bidi="html"))
    assert rows["<bdi>parties</bdi>"] == (
        "<bdi><bdi>بوتان</bdi> و<bdi>Cumberland DRW</bdi></bdi>"
    )


def test_a_sentence_is_in_one_language() -> None:
    """A locale without words of its own has the sentences of English, all of them."""
    english = Formatter("en").fact(HELD)
    assert {Formatter(locale).fact(HELD) for locale in RIGHT_TO_LEFT} == {english}
