"""Codes: what gets in, and what is said of what does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sovcrypto import _data
from sovcrypto.codes import (
    CRYPTO,
    asset_code,
    asset_decimals,
    asset_name,
    country_code,
    currency_code,
    dimension,
    dti,
    language_tag,
    lei,
    measure,
    scale,
    unit,
)
from sovcrypto.errors import InvalidCode, SovcryptoError


def test_iso_3166_is_complete() -> None:
    """249 officially assigned codes, each of which parses to itself."""
    assert len(_data.countries()) == 249
    assert all(country_code(code) == code for code in _data.countries())
    rows = _data.countries().values()
    assert (
        len({row.alpha3 for row in rows}) == len({row.numeric for row in rows}) == 249
    )


def test_units_share_one_namespace() -> None:
    """No ticker is a currency or a measure, so a unit says what is counted."""
    assets, currencies = set(_data.assets()), set(_data.currencies())
    assert assets & currencies == set()
    for code in assets | currencies:
        assert unit(code) == code
        with pytest.raises(InvalidCode):
            measure(code)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("UK", "GB"), ("bt", "BT"), ("BT\n", "BT"), (" SV", "SV")],
)
def test_a_wrong_country_code_gets_a_hint(wrong: str, meant: str) -> None:
    """Common mistakes are answered with what was meant."""
    with pytest.raises(InvalidCode) as caught:
        country_code(wrong)
    assert str(caught.value).endswith(f"did you mean {meant!r}?")
    assert caught.value.value == wrong
    assert isinstance(caught.value, ValueError)


@pytest.mark.parametrize(
    "code", ["", "XX", "ZZ", "XK", "EU", "ZQ", "Bhutan", "ＢＴ", "B" * 10**6, "BТ"]
)
def test_what_is_no_country_is_refused(code: str) -> None:
    """User-assigned and made-up codes, names, look-alikes; the error stays short."""
    with pytest.raises(InvalidCode) as caught:
        country_code(code)
    assert len(str(caught.value)) < 160


@pytest.mark.parametrize(
    ("parse", "good", "bad"),
    [
        (currency_code, "USD", "usd"),
        (currency_code, "BTN", "DEM"),
        (asset_code, "BTC", "btc"),
        (asset_code, "crypto", "Crypto"),
        (asset_code, "ETH", "USD"),
        (measure, "MW", "mw"),
        (measure, "EH/s", "EH"),
        (unit, "%", "percent"),
        (unit, "persons", "people"),
        (language_tag, "fr", "fr_FR"),
        (language_tag, "zh-Hant-HK", "zh-hant-hk"),
        (language_tag, "es-419", "french"),
        (lei, "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R13"),
        (lei, "7LTWFZYICNSX8D621K86", "7LTWFZYICNSX8D621K"),
        (dti, "4H95J0R2X", "4H95J0R2A"),
        (dti, "X9J9K872S", "0H95J0R2X"),
    ],
)
def test_each_parser_takes_its_own(
    parse: Callable[[str], str], good: str, bad: str
) -> None:
    """Case counts, and one identifier is not another."""
    assert parse(good) == good
    with pytest.raises(InvalidCode):
        parse(bad)


@pytest.mark.parametrize(
    "parse",
    [country_code, currency_code, asset_code, measure, unit, language_tag, lei, dti],
)
@pytest.mark.parametrize("text", ["", " ", "\0", "🇧🇹", "../../etc", "<b>", "'; --"])
def test_hostile_text_is_refused(parse: Callable[[str], str], text: str) -> None:
    """By every parser, with our own error."""
    with pytest.raises(SovcryptoError):
        parse(text)


@pytest.mark.parametrize("parse", [country_code, currency_code, asset_code, unit])
@pytest.mark.parametrize("wrong", [None, 5])
def test_what_is_no_text_is_refused(parse: Callable[[Any], str], wrong: object) -> None:
    """With a TypeError or our own error."""
    with pytest.raises((TypeError, SovcryptoError)):
        parse(wrong)


def test_units_know_what_they_measure() -> None:
    """Prefixes share a dimension, each asset and currency has its own."""
    assert dimension(unit("GW")) == dimension(unit("kW")) == "power"
    assert dimension(unit("GWh")) == "energy"
    assert dimension(unit("BTC")) != dimension(unit("ETH"))
    assert dimension(unit("USD")) != dimension(unit("EUR"))
    assert dimension(CRYPTO) == "asset:crypto"
    assert scale(unit("GW")) == 1000 * scale(unit("MW"))
    assert scale(unit("years")) == 12 * scale(unit("months"))


def test_the_registry_names_its_assets() -> None:
    """Decimals where they are known, the code itself where no name is."""
    assert asset_name(asset_code("BTC")) == "Bitcoin"
    assert asset_decimals(asset_code("BTC")) == 8
    assert asset_name(CRYPTO)
    assert asset_decimals(CRYPTO) is None
