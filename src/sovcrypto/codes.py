"""Published identifiers: a type and one parser for each.

A code is a plain `str` at run time and a type of its own for the checkers, so that
"this has been looked at" can be read off a signature. Every parser takes text, returns
the code, and raises `InvalidCode` with what was meant.

Countries, currencies and assets share one namespace with the measures where they serve
as units of an amount: no ticker in the registry equals a currency or a measure.
"""

from __future__ import annotations

import difflib
import re
from functools import cache
from typing import TYPE_CHECKING, Final, NewType

from . import _data
from .errors import InvalidCode

if TYPE_CHECKING:
    from collections.abc import Iterable

CountryCode = NewType("CountryCode", str)
"""ISO 3166-1 alpha-2, officially assigned: `BT`."""

Unit = NewType("Unit", str)
"""What an amount counts: a currency, an asset or a measure."""

CurrencyCode = NewType("CurrencyCode", Unit)
"""ISO 4217 alphabetic code in use: `USD`."""

AssetCode = NewType("AssetCode", Unit)
"""Ticker of a virtual asset in the registry, or `crypto` for such assets in general."""

Measure = NewType("Measure", Unit)
"""A physical or statistical unit: `MW`, `GWh`, `EH/s`, `%`, `persons`, `years`."""

LanguageTag = NewType("LanguageTag", str)
"""BCP 47 tag, language with optional script and region: `fr`, `zh-Hant-HK`."""

Lei = NewType("Lei", str)
"""ISO 17442 legal entity identifier, 20 characters with check digits."""

Dti = NewType("Dti", str)
"""ISO 24165 digital token identifier, 9 characters."""

CRYPTO: Final = AssetCode(Unit("crypto"))
"""Virtual assets in general, where a source names none."""

# Measures by what they measure, each with its size in the base unit (W, Wh, H/s).
# The prefixes are those of the SI brochure; `persons` and `%` have no others.
_SCALES: Final[dict[str, tuple[str, int]]] = {
    **{f"{p}W": ("power", 10**n) for p, n in (("", 0), ("k", 3), ("M", 6))},
    **{f"{p}W": ("power", 10**n) for p, n in (("G", 9), ("T", 12))},
    **{f"{p}Wh": ("energy", 10**n) for p, n in (("", 0), ("k", 3), ("M", 6))},
    **{f"{p}Wh": ("energy", 10**n) for p, n in (("G", 9), ("T", 12))},
    **{f"{p}H/s": ("hashrate", 10**n) for p, n in (("", 0), ("k", 3), ("M", 6))},
    **{f"{p}H/s": ("hashrate", 10**n) for p, n in (("G", 9), ("T", 12))},
    **{f"{p}H/s": ("hashrate", 10**n) for p, n in (("P", 15), ("E", 18))},
    "%": ("share", 1),
    "persons": ("people", 1),
    "months": ("duration", 1),
    "years": ("duration", 12),
}


def country_code(text: str) -> CountryCode:
    """Parse an ISO 3166-1 alpha-2 code.

    >>> country_code("BT")
    'BT'
    >>> country_code("ZQ")
    Traceback (most recent call last):
    sovcrypto.errors.InvalidCode: 'ZQ' is not a country of ISO 3166-1

    Raises:
        InvalidCode: not officially assigned; the code that was meant is named, where
            there is one (`UK` is `GB`).
    """
    if text in _data.countries():
        return CountryCode(text)
    upper = text.upper() if isinstance(text, str) else ""
    hint = (
        _data.country_hints().get(upper)
        or _alpha_3().get(upper)
        or _meant(text, _data.countries())
    )
    raise InvalidCode(text, "a country of ISO 3166-1", hint=_did_you_mean(hint))


def currency_code(text: str) -> CurrencyCode:
    """Parse an ISO 4217 code in use.

    >>> currency_code("USD")
    'USD'

    Raises:
        InvalidCode: no such currency, or one that has been withdrawn.
    """
    if text in _data.currencies():
        return CurrencyCode(Unit(text))
    hint = _did_you_mean(_meant(text, _data.currencies()))
    raise InvalidCode(text, "a currency of ISO 4217", hint=hint)


def asset_code(text: str) -> AssetCode:
    """Parse the ticker of a virtual asset of the registry, or `crypto`.

    >>> asset_code("BTC")
    'BTC'

    Raises:
        InvalidCode: the registry has no such ticker.
    """
    if text == CRYPTO or text in _data.assets():
        return AssetCode(Unit(text))
    hint = _did_you_mean(_meant(text, _data.assets()))
    raise InvalidCode(text, "a virtual asset of the registry", hint=hint)


def measure(text: str) -> Measure:
    """Parse a measure of power, energy, hash rate, share, people or duration.

    >>> measure("MW")
    'MW'

    Raises:
        InvalidCode: no such measure; the case of prefixes matters.
    """
    if text in _SCALES:
        return Measure(Unit(text))
    near = [m for m in _SCALES if m.lower() == str(text).lower()]
    hint = _did_you_mean(near[0] if len(near) == 1 else None)
    raise InvalidCode(text, f"a measure ({', '.join(_SCALES)})", hint=hint)


def unit(text: str) -> Unit:
    """Parse whatever an amount can count: a currency, an asset or a measure.

    >>> unit("BTC"), unit("USD"), unit("GWh")
    ('BTC', 'USD', 'GWh')

    Raises:
        InvalidCode: it is none of the three.
    """
    if text in _SCALES or text == CRYPTO:
        return Unit(text)
    if text in _data.currencies() or text in _data.assets():
        return Unit(text)
    known = (*_SCALES, *_data.assets(), *_data.currencies())
    expected = "a currency, a virtual asset or a measure"
    raise InvalidCode(text, expected, hint=_did_you_mean(_meant(text, known)))


def dimension(of: Unit) -> str:
    """Return what a unit measures; amounts relate only within one dimension.

    >>> dimension(unit("GW")), dimension(unit("USD")), dimension(unit("BTC"))
    ('power', 'currency:USD', 'asset:BTC')

    Raises:
        InvalidCode: it is no unit.
    """
    if of in _SCALES:
        return _SCALES[of][0]
    if of in _data.currencies():
        return f"currency:{of}"
    return f"asset:{asset_code(of)}"


def scale(of: Unit) -> int:
    """Return the size of a unit in the base unit of its dimension.

    >>> scale(unit("GW")), scale(unit("BTC"))
    (1000000000, 1)
    """
    return _SCALES[of][1] if of in _SCALES else 1


_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}", re.ASCII)
_DTI = re.compile(r"[1-9B-DF-HJ-NP-TV-XZ][0-9B-DF-HJ-NP-TV-XZ]{8}", re.ASCII)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?", re.ASCII)


def language_tag(text: str) -> LanguageTag:
    """Parse a BCP 47 tag of language, script and region.

    >>> language_tag("zh-Hant-HK")
    'zh-Hant-HK'

    Raises:
        InvalidCode: not well-formed, or not in the case of RFC 5646, section 2.1.1.
    """
    if isinstance(text, str) and _TAG.fullmatch(text):
        return LanguageTag(text)
    raise InvalidCode(text, "a BCP 47 language tag such as 'fr' or 'pt-BR'")


def lei(text: str) -> Lei:
    """Parse an ISO 17442 legal entity identifier and check its digits.

    >>> lei("5493001KJTIIGC8Y1R12")
    '5493001KJTIIGC8Y1R12'

    Raises:
        InvalidCode: wrong length or characters, or ISO 7064 MOD 97-10 fails.
    """
    if isinstance(text, str) and _LEI.fullmatch(text):
        digits = "".join(str(int(char, 36)) for char in text)
        if int(digits) % 97 == 1:
            return Lei(text)
    raise InvalidCode(text, "an ISO 17442 LEI")


def dti(text: str) -> Dti:
    """Parse an ISO 24165 digital token identifier.

    >>> dti("4H95J0R2X")
    '4H95J0R2X'

    Raises:
        InvalidCode: wrong length or characters (no vowels, no Y, no leading zero).
    """
    if isinstance(text, str) and _DTI.fullmatch(text):
        return Dti(text)
    raise InvalidCode(text, "an ISO 24165 DTI")


def asset_decimals(asset: AssetCode) -> int | None:
    """Return how many decimals an asset is divided into, None where not known.

    >>> asset_decimals(asset_code("BTC"))
    8
    """
    row = _data.assets().get(asset)
    return None if row is None else row.decimals


def asset_name(asset: AssetCode) -> str:
    """Return the name of an asset, the code itself where the registry has none.

    >>> asset_name(asset_code("BTC"))
    'Bitcoin'
    """
    row = _data.assets().get(asset)
    return asset if row is None else row.name


@cache
def _alpha_3() -> dict[str, str]:
    return {row.alpha3: code for code, row in _data.countries().items()}


@cache
def _upper(known: tuple[str, ...]) -> dict[str, str]:
    return {code.upper(): code for code in known}


def _meant(text: object, known: Iterable[str]) -> str | None:
    """Return the known code that a wrong one was probably meant to be."""
    if not isinstance(text, str):
        return None
    codes = tuple(known)
    same = _upper(codes).get(text.strip().upper()[:40])
    if same is not None or len(text) < 3:  # noqa: PLR2004 -- two letters are near too much
        return same
    near = difflib.get_close_matches(text.upper()[:40], codes, n=1, cutoff=0.7)
    return near[0] if near else None


def _did_you_mean(code: str | None) -> str | None:
    return f"did you mean {code!r}?" if code else None
