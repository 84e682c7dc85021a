"""Laws that the generated tables keep, whatever a new version of a source says."""

import doctest
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sovcrypto import _data, codes
from sovcrypto.errors import InvalidCode
from tools import assets as assets_tool
from tools import inflection, places

LANGUAGES = ("de", "en", "es", "fr", "it", "pt")
TABLES = ("countries", "currencies", "assets", *(f"names/{it}" for it in LANGUAGES))
# Of these the adjectives are written small; the nouns too, save in French and German.
SMALL_ADJECTIVES = ("de", "es", "fr", "it", "pt")
CAPITAL_NOUNS = ("de", "en", "fr")


def content(name: str) -> dict[str, dict[str, Any]]:
    """A table as it stands in its file."""
    text = Path(_data.__file__).parent.joinpath(f"{name}.json").read_text("utf-8")
    parsed: dict[str, dict[str, Any]] = json.loads(text)
    return parsed


def twice(words: Iterable[str]) -> set[str]:
    """The words that occur more than once."""
    return {word for word, times in Counter(words).items() if times > 1}


def owners_of_several(language: str, *fields: str) -> dict[str, set[str]]:
    """The words of these fields that belong to more than one country."""
    owners: dict[str, set[str]] = {}
    for code, row in _data.territory_names(language).items():
        for field in fields:
            for word in getattr(row, field):
                owners.setdefault(word.casefold(), set()).add(code)
    return {word: codes for word, codes in owners.items() if len(codes) > 1}


def test_nothing_is_read_on_import() -> None:
    """A program that needs no country doesn't pay for the countries."""
    watch = (
        "import sys; opened = []; "
        "sys.addaudithook(lambda e, a: opened.append(str(a[0])) if e == 'open' else 0);"
        "import sovcrypto._data; print([o for o in opened if o.endswith('.json')])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", watch], check=True, capture_output=True, text=True
    )
    assert shown.stdout.strip() == "[]"


@pytest.mark.parametrize("name", TABLES)
def test_each_table_says_where_it_comes_from(name: str) -> None:
    """Generator, and version and licence of each source."""
    meta = content(name)["_meta"]
    assert meta["generator"].startswith("tools/")
    for source in meta["sources"].values():
        assert source["version"]
        assert source["licence"]


# --- ISO 3166-1 ----------------------------------------------------------------------


def test_iso_3166_1_is_complete() -> None:
    """As many as are officially assigned, each number and alpha-3 code once."""
    countries = _data.countries()
    assert len(countries) == 249
    assert twice(row.alpha3 for row in countries.values()) == set()
    assert twice(row.numeric for row in countries.values()) == set()
    assert all(len(code) == 2 and code.isupper() for code in countries)
    assert all(
        len(row.alpha3) == 3 and row.alpha3.isupper() for row in countries.values()
    )
    assert all(len(row.numeric) == 3 for row in countries.values())
    assert all(row.numeric.isdecimal() for row in countries.values())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("BT", _data.CountryRow("BTN", "064", ("BTN", "INR"), "142", "034")),
        ("PK", _data.CountryRow("PAK", "586", ("PKR",), "142", "034")),
        ("SV", _data.CountryRow("SLV", "222", ("USD",), "019", "013")),
        ("IR", _data.CountryRow("IRN", "364", ("IRR",), "142", "034")),
        ("BG", _data.CountryRow("BGR", "100", ("EUR",), "150", "151")),
        ("AQ", _data.CountryRow("ATA", "010", (), None, None)),
    ],
)
def test_a_country_is_as_the_standards_say(
    code: str, expected: _data.CountryRow
) -> None:
    """Those of the seeds, one that changed its money, and the one that has none."""
    assert _data.countries()[code] == expected


def test_tender_is_in_use() -> None:
    """No country pays with a currency that ISO 4217 doesn't list."""
    tender = {code for row in _data.countries().values() for code in row.currencies}
    assert tender - _data.currencies().keys() == set()


def test_every_country_but_antarctica_has_a_region() -> None:
    """UN M49, region and subregion."""
    missing = [
        code
        for code, row in _data.countries().items()
        if row.region is None or row.subregion is None
    ]
    assert missing == ["AQ"]


def test_hints_lead_from_what_is_no_country_to_one() -> None:
    """Withdrawn, reserved and wrong codes are not assigned; what they mean is."""
    countries = _data.countries()
    assert countries.keys() & _data.country_hints().keys() == set()
    assert set(_data.country_hints().values()) <= countries.keys()
    assert countries.keys() & _data.withdrawn_countries().keys() == set()
    assert {
        new for codes in _data.withdrawn_countries().values() for new in codes
    } <= countries.keys()
    assert countries.keys() & _data.reserved_codes().keys() == set()
    assert {"EU", "XK"} <= _data.reserved_codes().keys()
    assert {"SU", "AN", "YU", "CS", "DD", "ZR", "TP", "BU"} <= (
        _data.withdrawn_countries().keys()
    )


# --- ISO 4217 ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "digits"),
    [
        *[("USD", 2), ("EUR", 2), ("PKR", 2), ("MRU", 2), ("BTN", 2), ("XCG", 2)],
        *[("BHD", 3), ("IQD", 3), ("CLF", 4), ("UYW", 4)],
        *[("JPY", 0), ("ISK", 0), ("KRW", 0), ("XOF", 0)],
        *[("XAU", None), ("XDR", None), ("XXX", None)],
    ],
)
def test_minor_units(code: str, digits: int | None) -> None:
    """Exponents of ISO 4217; metals and units of account have none."""
    assert _data.currencies()[code].digits == digits


def test_a_currency_is_in_use_or_withdrawn() -> None:
    """Never both; and no number stands for two in use."""
    currencies = _data.currencies()
    assert currencies.keys() & _data.withdrawn_currencies() == set()
    assert twice(row.numeric for row in currencies.values()) == set()
    assert {"BGN", "HRK", "ANG", "DEM", "ZWL"} <= _data.withdrawn_currencies()


# --- virtual assets ------------------------------------------------------------------


def test_no_asset_is_also_a_currency_or_a_measure() -> None:
    """Units of an amount share one namespace."""
    assets = _data.assets().keys()
    assert assets & _data.currencies().keys() == set()
    assert assets & _data.withdrawn_currencies() == set()
    assert codes.CRYPTO not in assets
    for ticker in assets:
        with pytest.raises(InvalidCode):
            codes.measure(ticker)


def test_an_alias_means_one_asset_and_nothing_else() -> None:
    """Lower-case words, none twice, none the name of a country or of its people."""
    aliases = [alias for row in _data.assets().values() for alias in row.aliases]
    assert twice(aliases) == set()
    assert [alias for alias in aliases if alias != alias.lower()] == []
    places = {
        word.casefold()
        for language in LANGUAGES
        for row in _data.territory_names(language).values()
        for word in (*row.names, *row.adjectives, *row.inhabitants)
    }
    assert places & set(aliases) == set()


def test_identifiers_of_tokens_are_well_formed_and_unique() -> None:
    """ISO 24165; Bitcoin's is the one that everybody knows."""
    identifiers = [row.dti for row in _data.assets().values() if row.dti is not None]
    assert _data.assets()["BTC"].dti == "4H95J0R2X"
    assert [codes.dti(identifier) for identifier in identifiers] == identifiers
    assert twice(identifiers) == set()


@pytest.mark.parametrize(
    ("ticker", "kind", "decimals"),
    [
        *[("BTC", "coin", 8), ("ETH", "coin", 18), ("XRP", "coin", 6)],
        *[("SOL", "coin", 9), ("ADA", "coin", 6), ("DOT", "coin", 10)],
        *[("USDT", "stablecoin", 6), ("USDC", "stablecoin", 6)],
        *[("DAI", "stablecoin", 18), ("WBTC", "token", 8), ("XAUT", "token", 6)],
    ],
)
def test_an_asset_is_as_its_ledger_says(ticker: str, kind: str, decimals: int) -> None:
    """Kind, and how finely it is divided."""
    row = _data.assets()[ticker]
    assert (row.kind, row.decimals) == (kind, decimals)


def test_subunits_are_no_finer_than_the_asset() -> None:
    """A satoshi is the last decimal of a bitcoin."""
    assert _data.assets()["BTC"].subunits["satoshi"] == -8
    for row in _data.assets().values():
        for exponent in row.subunits.values():
            assert row.decimals is not None
            assert -row.decimals <= exponent < 0


def test_tickers_that_are_words_say_so() -> None:
    """A newspaper in capitals mustn't be read as a list of coins."""
    words = {"DASH", "GAS", "LINK", "NEAR", "ONE", "SAND", "TON", "ETC", "DOT"}
    assert {w for w in words if not _data.assets()[w].ambiguous} == set()
    plain = {"BTC", "ETH", "USDT", "USDC", "XRP", "XMR", "LTC"}
    assert {w for w in plain if _data.assets()[w].ambiguous} == set()


# --- names ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name(language: str) -> None:
    """The 249, in every language, and no name for two of them."""
    names = _data.territory_names(language)
    assert names.keys() == _data.countries().keys()
    assert [code for code, row in names.items() if not row.names] == []
    assert owners_of_several(language, "names") == {}
    assert _data.reserved_names(language).keys() == {"EU", "XK"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_demonym_means_two_countries(language: str) -> None:
    """What could is given to one or to none, and listed as ambiguous."""
    assert owners_of_several(language, "adjectives", "inhabitants") == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_word_belongs_to_its_winner(language: str) -> None:
    """And to nobody where there is none."""
    names = _data.territory_names(language)
    for word, entry in content(f"names/{language}")["ambiguous"].items():
        having = {
            code
            for code, row in names.items()
            if word in (*row.adjectives, *row.inhabitants)
        }
        assert having == ({entry["winner"]} if entry["winner"] else set()), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_demonyms_are_written_as_the_language_writes_them(language: str) -> None:
    """Small or capital letters, and nothing left over from the sources."""
    for code, row in _data.territory_names(language).items():
        for word in (*row.names, *row.adjectives, *row.inhabitants, row.capital or "-"):
            assert word == word.strip(), (code, word)
            assert not set(word) & {"/", "|", "\N{SOFT HYPHEN}", "'"}, (code, word)
        for word in row.adjectives:
            small = word.removeprefix("US-").islower()
            assert small is (language in SMALL_ADJECTIVES), (code, word)
        for word in row.inhabitants:
            assert word[0].isupper() is (language in CAPITAL_NOUNS), (code, word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_countries_of_the_news_have_demonyms(language: str) -> None:
    """Those that hold, mine or regulate virtual assets, at least."""
    names = _data.territory_names(language)
    wanted = (
        "AE AR BR BT CA CH CN DE ES FR GB GE IL IN IR IT JP KG KR KZ NO PK PL PT RU"
    )
    for code in f"{wanted} SA SE SG SV TH TR UA US VE VN ZA".split():
        assert names[code].adjectives, code
        if (language, code) != ("de", "AE"):
            assert names[code].inhabitants, code


@pytest.mark.parametrize(
    ("language", "code", "word"),
    [
        *[("fr", "BT", "bhoutanaise"), ("fr", "PK", "pakistanais")],
        *[("fr", "SV", "salvadoriennes"), ("fr", "IR", "iranienne")],
        *[
            ("fr", "US", "américains"),
            ("fr", "GR", "grecque"),
            ("fr", "UY", "uruguayenne"),
        ],
        *[
            ("fr", "FO", "féroïenne"),
            ("fr", "NG", "nigériane"),
            ("fr", "NE", "nigérienne"),
        ],
        *[("en", "GB", "British"), ("en", "PH", "Philippine"), ("en", "NL", "Dutch")],
        *[
            ("de", "IR", "iranischem"),
            ("de", "DE", "deutsche"),
            ("de", "NE", "nigrisch"),
        ],
        *[("es", "IR", "iraníes"), ("es", "DE", "alemanas"), ("es", "ES", "españolas")],
        *[("it", "TR", "turchi"), ("it", "CY", "cipriote"), ("it", "CN", "cinesi")],
        *[("pt", "ES", "espanhóis"), ("pt", "DE", "alemães"), ("pt", "CN", "chinesa")],
    ],
)
def test_adjectives_are_inflected(language: str, code: str, word: str) -> None:
    """Masculine and feminine, singular and plural, the cases of German."""
    assert word in _data.territory_names(language)[code].adjectives


@pytest.mark.parametrize(
    ("language", "code", "word"),
    [
        *[("fr", "PK", "Pakistanais"), ("fr", "ZA", "Sud-Africaines")],
        *[
            ("en", "ES", "Spaniards"),
            ("en", "CN", "Chinese"),
            ("en", "PK", "Pakistanis"),
        ],
        *[
            ("de", "IR", "Iranern"),
            ("de", "FR", "Französinnen"),
            ("de", "IL", "Israelis"),
        ],
        *[
            ("es", "MX", "mexicanas"),
            ("it", "US", "americani"),
            ("pt", "BR", "brasileiras"),
        ],
    ],
)
def test_people_are_named(language: str, code: str, word: str) -> None:
    """Nouns, as the language writes them."""
    assert word in _data.territory_names(language)[code].inhabitants


@pytest.mark.parametrize(
    ("language", "code", "names", "capital"),
    [
        ("fr", "SV", ("Salvador",), "San Salvador"),
        ("fr", "BT", ("Bhoutan",), "Thimphou"),
        ("fr", "US", ("États-Unis", "É.-U.", "Etats-Unis", "E.-U."), "Washington"),
        ("fr", "CD", ("Congo-Kinshasa", "Congo (RDC)"), "Kinshasa"),
        ("fr", "SX", ("Saint-Martin (partie néerlandaise)",), "Philipsburg"),
        ("en", "TR", ("Türkiye", "Turkey"), "Ankara"),
        ("en", "TT", ("Trinidad & Tobago", "Trinidad and Tobago"), "Port of Spain"),
        ("en", "LC", ("St. Lucia", "Saint Lucia"), "Castries"),
        ("de", "IS", ("Island",), "Reykjavík"),
        ("es", "CN", ("China",), "Pekín"),
    ],
)
def test_names_and_capitals(
    language: str, code: str, names: tuple[str, ...], capital: str
) -> None:
    """CLDR's name first, its variants, then spellings that no other country claims."""
    row = _data.territory_names(language)[code]
    assert (row.names, row.capital) == (names, capital)


# --- generators ----------------------------------------------------------------------


@pytest.mark.parametrize("module", [assets_tool, inflection, places])
def test_examples_of_the_generators_run(module: ModuleType) -> None:
    """They aren't in the package, whose examples run by themselves."""
    assert doctest.testmod(module).failed == 0
