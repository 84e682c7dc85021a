"""What a caller may ask of a number: the options of ECMA-402, checked at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
)
from typing import Final, Literal, TypeAlias, TypedDict, get_args

import attrs

from .. import _data
from ..codes import dimension, unit
from ..errors import InvalidCode, InvalidOption
from . import tables

Style: TypeAlias = Literal["decimal", "currency", "percent", "unit"]
CurrencyDisplay: TypeAlias = Literal["symbol", "narrowSymbol", "code", "name"]
CurrencySign: TypeAlias = Literal["standard", "accounting"]
Width: TypeAlias = Literal["short", "long"]
UnitDisplay: TypeAlias = Literal["short", "narrow", "long"]
Notation: TypeAlias = Literal["standard", "compact", "scientific", "engineering"]
SignDisplay: TypeAlias = Literal["auto", "always", "never", "exceptZero", "negative"]
Grouping: TypeAlias = Literal["auto", "always", "min2"] | bool
RoundingMode: TypeAlias = Literal[
    "ceil", "floor", "expand", "trunc", "halfExpand", "halfTrunc", "halfEven"
]

ROUNDINGS: Final[Mapping[RoundingMode, str]] = {
    "ceil": ROUND_CEILING,
    "floor": ROUND_FLOOR,
    "expand": ROUND_UP,
    "trunc": ROUND_DOWN,
    "halfExpand": ROUND_HALF_UP,
    "halfTrunc": ROUND_HALF_DOWN,
    "halfEven": ROUND_HALF_EVEN,
}

SATOSHI: Final = "sat"
"""The hundred-millionth part of a bitcoin, which is counted as a unit."""

MEASURES: Final[Mapping[str, str | None]] = {
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "TW": "terawatt",
    "Wh": "watt-hour",
    "kWh": "kilowatt-hour",
    "MWh": "megawatt-hour",
    "GWh": "gigawatt-hour",
    "TWh": "terawatt-hour",
    "months": "month",
    "years": "year",
    "persons": None,
    "%": "percent",
    **{f"{prefix}H/s": None for prefix in ("", "k", "M", "G", "T", "P", "E")},
}
"""The measures that amounts count in, each with its name in CLDR, where it has one."""

MAX_DIGITS: Final = 100
"""As many fraction digits, or significant ones, may be asked for (ECMA-402)."""


class NumberOptions(TypedDict, total=False):
    r"""The options of ECMA-402's `Intl.NumberFormat`, in snake case.

    >>> from sovcrypto import Formatter
    >>> dollars: NumberOptions = {"style": "currency", "currency": "USD"}
    >>> [Formatter(locale, **dollars).format("1234.5") for locale in ("en", "fr-CA")]
    ['$1,234.50', '1\xa0234,50\xa0$\xa0US']

    Attributes:
        style: what a bare number is; `percent` writes 0.12 as 12%.
        currency: what it counts, with style `currency`: a currency of ISO 4217 or an
            asset.
        currency_display: the symbol of the locale, its shortest symbol, the code or
            the name.
        currency_sign: `accounting` may put what is negative in parentheses.
        unit: what it counts, with style `unit`: a measure (`MW`), `sat`, or a unit by
            its name in CLDR (`megawatt`, `kilometer`).
        unit_display: `short` ("2 MW"), `narrow` ("2MW") or `long` ("2 megawatts").
        notation: `compact` cuts down to a magnitude, `scientific` has a power of ten,
            `engineering` one of a thousand.
        compact_display: `short` ("2M") or `long` ("2 million").
        minimum_fraction_digits: how many are shown at least.
        maximum_fraction_digits: where it is rounded.
        minimum_significant_digits: how many digits are shown at least.
        maximum_significant_digits: where it is rounded; goes before fraction digits.
        rounding_mode: how; away from zero at one half unless told otherwise.
        sign_display: when a sign is written.
        use_grouping: whether digits are grouped: as the locale does (`auto`), from four
            digits on, from five on (`min2`), or not at all (False).
        numbering_system: whose digits: `latn`, `native`, or any of CLDR's names.
    """

    style: Style
    currency: str
    currency_display: CurrencyDisplay
    currency_sign: CurrencySign
    unit: str
    unit_display: UnitDisplay
    notation: Notation
    compact_display: Width
    minimum_fraction_digits: int
    maximum_fraction_digits: int
    minimum_significant_digits: int
    maximum_significant_digits: int
    rounding_mode: RoundingMode
    sign_display: SignDisplay
    use_grouping: Grouping
    numbering_system: str


def check_names(options: Mapping[str, object]) -> None:
    """Refuse what is no option.

    Raises:
        InvalidOption: no such option; the one that was probably meant is named.
    """
    known = tuple(NumberOptions.__annotations__)
    for name in options:
        if name not in known:
            near = difflib.get_close_matches(_snake(name), known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else None
            expected = "possible: a Formatter has no such option"
            raise InvalidOption(name, options[name], expected, hint=hint)


def _snake(name: str) -> str:
    return "".join(f"_{char.lower()}" if char.isupper() else char for char in name[:40])


_Check: TypeAlias = Callable[[str, object], None]


def check_choice(option: str, value: object, choices: Iterable[object]) -> None:
    """Refuse what is not one of a few values; True is not 1.

    Raises:
        InvalidOption: it is none of them.
    """
    known = tuple(choices)
    if not any(type(value) is type(one) and value == one for one in known):
        raise InvalidOption(option, value, f"one of {', '.join(map(repr, known))}")


def _among(*choices: object) -> _Check:
    return lambda option, value: check_choice(option, value, choices)


def _count(least: int) -> _Check:
    """Check that a value is a number of digits."""
    expected = f"a whole number from {least} to {MAX_DIGITS}"

    def check(option: str, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            raise InvalidOption(option, value, expected)
        if not least <= value <= MAX_DIGITS:
            raise InvalidOption(option, value, expected)

    return check


def _currency(option: str, value: object) -> None:
    if value in _data.withdrawn_currencies():
        return
    expected = "a currency of ISO 4217 or a virtual asset of the registry"
    try:
        known = unit(str(value))
    except InvalidCode as error:
        raise InvalidOption(option, value, expected, hint=error.hint) from None
    if not dimension(known).startswith(("currency:", "asset:")):
        raise InvalidOption(option, value, expected)


def _named(expected: str, names: Callable[[], Iterable[str]]) -> _Check:
    """Check that a value is one of many names; the nearest is named if it is not."""

    def check(option: str, value: object) -> None:
        known = tuple(names())
        if value in known:
            return
        near = difflib.get_close_matches(str(value)[:40], known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else None
        raise InvalidOption(option, value, expected, hint=hint)

    return check


_YES_OR_NO: Final = (True, False)

_CHECKS: Final[Mapping[str, _Check]] = {
    "style": _among(*get_args(Style)),
    "currency": _currency,
    "currency_display": _among(*get_args(CurrencyDisplay)),
    "currency_sign": _among(*get_args(CurrencySign)),
    "unit": _named(
        "a measure such as 'MW', 'sat', or a unit of ECMA-402",
        lambda: (*MEASURES, SATOSHI, *tables.units()),
    ),
    "unit_display": _among(*get_args(UnitDisplay)),
    "notation": _among(*get_args(Notation)),
    "compact_display": _among(*get_args(Width)),
    "minimum_fraction_digits": _count(0),
    "maximum_fraction_digits": _count(0),
    "minimum_significant_digits": _count(1),
    "maximum_significant_digits": _count(1),
    "rounding_mode": _among(*ROUNDINGS),
    "sign_display": _among(*get_args(SignDisplay)),
    "use_grouping": _among("auto", "always", "min2", *_YES_OR_NO),
    "numbering_system": _named(
        "'native' or a numbering system of CLDR with ten digits, such as 'latn'",
        lambda: ("native", *tables.digits()),
    ),
}


@attrs.frozen(kw_only=True, cache_hash=True)
class Options:
    """The options of `NumberOptions`, each checked; None where one is not given.

    >>> Options(style="currency", currency="USD").currency_display
    'symbol'
    >>> Options(notation="compact", compact_display="tiny")
    Traceback (most recent call last):
    sovcrypto.errors.InvalidOption: compact_display='tiny' is not one of 'short', 'long'

    Raises:
        InvalidOption: a value that an option cannot have, or two that clash.
    """

    style: Style = "decimal"
    currency: str | None = None
    currency_display: CurrencyDisplay = "symbol"
    currency_sign: CurrencySign = "standard"
    unit: str | None = None
    unit_display: UnitDisplay = "short"
    notation: Notation = "standard"
    compact_display: Width = "short"
    minimum_fraction_digits: int | None = None
    maximum_fraction_digits: int | None = None
    minimum_significant_digits: int | None = None
    maximum_significant_digits: int | None = None
    rounding_mode: RoundingMode = "halfExpand"
    sign_display: SignDisplay = "auto"
    use_grouping: Grouping | None = None
    numbering_system: str | None = None

    def __attrs_post_init__(self) -> None:
        for field in attrs.fields(Options):
            value: object = getattr(self, field.name)
            if value is not None or field.default is not None:
                _CHECKS[field.name](field.name, value)
        self._check_style("currency", self.currency)
        self._check_style("unit", self.unit)
        least, most = self.minimum_fraction_digits, self.maximum_fraction_digits
        self._check_order("fraction", least, most)
        least, most = self.minimum_significant_digits, self.maximum_significant_digits
        self._check_order("significant", least, most)

    def _check_style(self, style: Style, counted: str | None) -> None:
        if self.style == style and counted is None:
            example = "USD" if style == "currency" else "MW"
            expected = f"a code such as {example!r}, which style={style!r} needs"
            raise InvalidOption(style, counted, expected)
        if self.style != style and counted is not None:
            expected = f"possible with style={self.style!r}: it needs style={style!r}"
            raise InvalidOption(style, counted, expected)

    def _check_order(self, kind: str, least: int | None, most: int | None) -> None:
        if least is not None and most is not None and least > most:
            expected = f"at most {most}, which is maximum_{kind}_digits"
            raise InvalidOption(f"minimum_{kind}_digits", least, expected)

    def stated(self) -> str:
        """Return the options that differ from the usual, as the arguments of a call."""
        return "".join(
            f", {field.name}={value!r}"
            for field in attrs.fields(Options)
            if (value := getattr(self, field.name)) != field.default
        )
