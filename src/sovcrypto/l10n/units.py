"""What a number may count, and how its name or symbol is written in a locale."""

from __future__ import annotations

import tomllib
import unicodedata
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

import attrs

from .. import _data
from ..codes import AssetCode, Unit, asset_decimals, asset_name, dimension
from ..errors import UnitMismatch
from . import names, tables
from .catalogs import plural
from .frames import PLAIN, Counted
from .options import MAX_DIGITS, MEASURES, SATOSHI
from .parts import around

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..values import Amount
    from .options import CurrencyDisplay, Options, UnitDisplay
    from .parts import Affixes, PartKind
    from .voices import Voice

_NBSP: Final = "\u00a0"

# Signs that are not the locale's but the asset's own: U+20BF and what wallets write.
ASSET_SIGNS: Final[Mapping[str, str]] = {
    "BTC": "₿",
    "ETH": "Ξ",
    "LTC": "Ł",
    "DOGE": "Ð",
}

# An asset of whose precision nothing is known keeps that of most tokens.
_USUAL_DECIMALS: Final = 18
_ALL: Final = (0, MAX_DIGITS)

_HUNDREDTH: Final = Decimal("0.01")
MEASURES_BY_NAME: Final = {name: code for code, name in MEASURES.items() if name}
"""The measures of amounts, by CLDR's names."""

# People are no unit of CLDR.
_PERSONS: Final = plural("amount of people", "{number} person", "{number} people")


def known_unit(code: str) -> bool:
    """Whether amounts can count it: withdrawn currencies and kilometres they cannot."""
    return code in {*MEASURES, *_data.currencies(), *_data.assets()}


def is_asset(code: str) -> bool:
    """Whether a code is that of a virtual asset."""
    money = code in _data.currencies() or code in _data.withdrawn_currencies()
    return not money and dimension(Unit(code)).startswith("asset:")


def _asset(code: str) -> AssetCode:
    return AssetCode(Unit(code))


def counted(voice: Voice, options: Options) -> Counted:
    """Return what options say that a bare number counts."""
    match options.style:
        case "percent":
            return Counted(percent=True, scale=2, usual=(0, 0))
        case "currency":
            return money(voice, str(options.currency), options.currency_display)
        case "unit":
            # Percents have their sign, unless they are written out or cut down (ICU).
            signed = options.unit_display != "long" and options.notation != "compact"
            if signed and in_percent(options):
                return Counted(percent=True)
            return measure(voice, str(options.unit), options.unit_display)
        case _:
            return PLAIN


def counted_unit(voice: Voice, unit: Unit, options: Options) -> Counted:
    """Return what the unit of an amount is, beside a number."""
    match dimension(unit).partition(":")[0]:
        case "currency" | "asset":
            return money(voice, unit, options.currency_display)
        case "share":
            return Counted(percent=True)
        case _:
            return measure(voice, unit, options.unit_display)


def in_percent(options: Options) -> bool:
    """Whether a bare number counts percents, which is a unit of ECMA-402 too."""
    unit = options.unit or ""
    return options.style == "percent" or MEASURES.get(unit, unit) == "percent"


def in_unit_of(amount: Amount, options: Options) -> Amount:
    """Return an amount as a number of what options say that a bare number counts.

    Of bitcoin in `sat` and of shares in `percent` only the figures count: 0.12 is 12%.

    Raises:
        UnitMismatch: it counts something else.
    """
    match options.style, options.unit or options.currency or "%":
        case "percent", _:
            return amount.to("%") * _HUNDREDTH
        case "unit", "sat":
            return amount.to("BTC") * 10**8
        case _, name:
            code = MEASURES_BY_NAME.get(name, name)
            if not known_unit(code):
                raise UnitMismatch(amount.unit, code)
            return amount.to(code)


def money(voice: Voice, code: str, display: CurrencyDisplay) -> Counted:
    """Return how a currency or an asset is written beside a number."""
    usual = money_digits(code)
    if display == "name":
        return _named_sum(voice, code, _named_money(voice, code), usual)
    return Counted(
        symbol=symbol(voice, code, display),
        usual=usual,
        money=True,
        own=voice.numbers.own_money(code),
    )


def _named_sum(
    voice: Voice, code: str, names: Mapping[str, Affixes], usual: tuple[int, int]
) -> Counted:
    """Return how money is written beside its name: with its own separators too."""
    own = voice.numbers.own_money(code)
    separators = {key: own[key] for key in ("group", "decimal") if key in own}
    return Counted(names=names, usual=usual, money=True, own=separators)


def symbol(voice: Voice, code: str, display: CurrencyDisplay) -> str:
    """Return the symbol of a currency; an asset has one only if the narrow is asked."""
    narrow = display == "narrowSymbol"
    if is_asset(code):
        return ASSET_SIGNS.get(code, code) if narrow else code
    return code if display == "code" else voice.numbers.symbol(code, narrow=narrow)


def money_digits(code: str) -> tuple[int, int]:
    """Return how many fraction digits a sum of money is written with.

    A currency has those of CLDR, two for most; an asset has as many as there are, up to
    its own precision.
    """
    if is_asset(code):
        decimals = asset_decimals(_asset(code))
        return 0, _USUAL_DECIMALS if decimals is None else min(decimals, MAX_DIGITS)
    digits = tables.currency_digits(code)
    return digits, digits


def _named_money(voice: Voice, code: str) -> Mapping[str, Affixes]:
    def pattern(category: str) -> str:
        asset = is_asset(code)
        name = (
            asset_name(_asset(code))
            if asset
            else names.money_name(voice, code, category)
        )
        return voice.numbers.named_unit(category).replace("{1}", name)

    return _named(voice, pattern, "currency")


def measure(voice: Voice, unit: str, width: UnitDisplay) -> Counted:
    """Return how a measure is written beside a number.

    The name is CLDR's or the catalogue's, or else the sign of the unit.
    """
    forms = voice.numbers.unit(MEASURES.get(unit, unit) or "", width)

    def pattern(category: str) -> str:
        if forms is not None:
            return forms[category]
        if unit == SATOSHI:
            return f"{{0}}{_NBSP}{'sat' if category == 'one' else 'sats'}"
        if unit != "persons":
            return f"{{0}}{_NBSP}{unit}"
        if not voice.has_words:
            return "{0}"
        return voice.words.count(*_PERSONS, category=category, number="{0}")

    return Counted(names=_named(voice, pattern, "unit"))


def spoken(voice: Voice, unit: Unit) -> Counted:
    """Return how a unit is said in running text, where no digit is lost.

    Money is said by its name, and a ticker follows the number where there are words;
    elsewhere it stands where the locale puts currencies.
    """
    kind = dimension(unit).partition(":")[0]
    if kind == "share":
        return Counted(percent=True, usual=_ALL)
    if kind in {"currency", "asset"} and voice.has_words:
        said = _said_money if kind == "currency" else _said_asset
        return _named_sum(voice, unit, said(voice, unit), _ALL)
    if kind == "currency":
        return _named_sum(voice, unit, _told_money(voice, unit), _ALL)
    if kind == "asset":
        return Counted(symbol=unit, usual=_ALL, money=True)
    return attrs.evolve(measure(voice, unit, "long"), usual=_ALL)


def _said_money(voice: Voice, code: str) -> Mapping[str, Affixes]:
    def pattern(category: str) -> str:
        name = names.currency_name(voice, code, category)
        return voice.words.count(
            "amount of money",
            "{number} {name}",
            "{number} {name}",
            category=category,
            number="{0}",
            name=voice.grammar.noun(name),
        )

    return _named(voice, pattern, "currency")


def _told_money(voice: Voice, code: str) -> Mapping[str, Affixes]:
    """Name money with CLDR's patterns, and millions of it with a preposition."""
    joined = _millions().get(voice.language)
    named = _named_money(voice, code)
    if joined is None:
        return named
    name = names.money_name(voice, code, "many")
    vowel = unicodedata.normalize("NFD", name)[:1].lower() in set("aeiou")
    pattern = joined.get("vowel" if vowel else "usual", joined["usual"])
    return {**named, "many": around(pattern.replace("{1}", name), "currency")}


@cache
def _millions() -> Mapping[str, Mapping[str, str]]:
    path = resources.files("sovcrypto.l10n").joinpath("grammar", "millions.toml")
    return tomllib.loads(path.read_text("utf-8"))


def _said_asset(voice: Voice, code: str) -> Mapping[str, Affixes]:
    text = voice.words.say(
        "amount of an asset", "{number} {ticker}", number="{0}", ticker=code
    )
    return _named(voice, lambda _: text, "currency")


def _named(
    voice: Voice, pattern: Callable[[str], str], kind: PartKind
) -> Mapping[str, Affixes]:
    """Take apart the patterns of all plural forms that the language has."""
    categories = voice.numbers.rules.categories
    return {category: around(pattern(category), kind) for category in categories}
