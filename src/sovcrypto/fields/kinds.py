"""What may stand in a field: one entry for each type that a record uses.

The same table serves the check of a record's fields, the reading of rows and the
values in a query, so that all three agree on what a country code is.
"""

from __future__ import annotations

import types
import typing
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import attrs

from ..codes import (
    AssetCode,
    CountryCode,
    CurrencyCode,
    Dti,
    LanguageTag,
    Lei,
    Unit,
    asset_code,
    country_code,
    currency_code,
    dti,
    language_tag,
    lei,
    unit,
)
from ..errors import InvalidValue, shown
from ..values import Amount, Period

if TYPE_CHECKING:
    from collections.abc import Callable

PARSERS: Final[dict[object, Callable[[str], object]]] = {
    AssetCode: asset_code,
    CountryCode: country_code,
    CurrencyCode: currency_code,
    Dti: dti,
    LanguageTag: language_tag,
    Lei: lei,
    Unit: unit,
    Amount: Amount.parse,
    Period: Period,
}
"""How the text of a cell becomes a value, by the type of the field."""


@attrs.frozen
class Kind:
    """What one field holds.

    >>> kind_of(tuple[str, ...] | None).many
    True

    Attributes:
        of: the type, without `None` and without the tuple around it.
        optional: whether None may stand there ("not stated").
        many: whether it is a tuple of such values.
    """

    of: typing.Any
    optional: bool = False
    many: bool = False

    @property
    def ordered(self) -> bool:
        """Whether values can be sorted and compared by size."""
        return not self.many and self.of not in {bool, Amount} and not self.is_enum

    @property
    def is_enum(self) -> bool:
        """Whether it is a closed vocabulary."""
        return isinstance(self.of, type) and issubclass(self.of, Enum)

    @property
    def is_text(self) -> bool:
        """Whether it is a text or a code."""
        return self.of is str or getattr(self.of, "__supertype__", None) is not None

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value in this field, None where nothing is."""
        if value is None:
            return None if self.optional else "None where a value is required"
        if not self.many:
            return self._fault_of_one(value)
        if not isinstance(value, tuple):
            return f"{shown(value)} is not a tuple"
        items = typing.cast("tuple[object, ...]", value)
        return next((f for v in items if (f := self._fault_of_one(v))), None)

    def glance(self) -> Callable[[object], bool]:
        """Return a quick look at values: what it passes has no fault.

        Records are made by the thousand, and nearly all of them are sound; only what
        does not pass is worth the words of `fault`.
        """
        one = self._glance_of_one()
        if not self.many:
            return one

        def each(value: object) -> bool:
            if type(value) is not tuple:
                return False
            return all(map(one, typing.cast("tuple[object, ...]", value)))

        return each

    def _glance_of_one(self) -> Callable[[object], bool]:
        of = self.of
        if of is str:
            return lambda value: type(value) is str and bool(value.strip())
        if self.is_text:
            return lambda value: type(value) is str and _parses(of, value)
        return lambda value: type(value) is of

    def _fault_of_one(self, value: object) -> str | None:
        if self.is_text:
            if not isinstance(value, str):
                return f"{shown(value)} is not a text"
            if self.of is str:
                return None if value.strip() else "an empty text"
            try:
                PARSERS[self.of](value)
            except InvalidValue as error:
                return str(error)
            return None
        wrong = type(value) is bool and self.of is not bool
        wrong = wrong or (isinstance(value, datetime) and self.of is date)
        if wrong or not isinstance(value, self.of):
            return f"{shown(value)} is not {_article(self.of.__name__)}"
        return None

    def operand(self, value: object) -> object:
        """Turn what a condition compares with into a value of this field.

        Text is parsed where the field holds a code, a vocabulary or a value.

        Raises:
            TypeError: a value of another type, a float or a bool for a number.
            InvalidValue: a text that the type's parser refuses.
        """
        if isinstance(value, str) and self.of is not str:
            if self.is_enum:
                return _member(self.of, value)
            parse = PARSERS.get(self.of)
            if parse is not None:
                return parse(value)
        wrong = self._fault_of_one(value)
        if wrong is not None:
            raise TypeError(wrong)
        return value


@lru_cache(maxsize=4096)
def _parses(code: object, text: str) -> bool:
    try:
        PARSERS[code](text)
    except InvalidValue:
        return False
    return True


def _article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "AEIOUaeiou" else f"a {noun}"


def _member(vocabulary: type[Enum], text: str) -> Enum:
    try:
        return vocabulary(text)
    except ValueError:
        known = ", ".join(repr(member.value) for member in vocabulary)
        raise InvalidValue(text, f"one of {known}") from None


@cache
def kind_of(hint: object) -> Kind:
    """Read a type hint: `X`, `X | None` or `tuple[X, ...]`.

    >>> kind_of(int | None)
    Kind(of=<class 'int'>, optional=True, many=False)
    """
    args = typing.get_args(hint)
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        some = next(arg for arg in args if arg is not types.NoneType)
        inner = kind_of(some)
        return attrs.evolve(inner, optional=True)
    if typing.get_origin(hint) is tuple:
        return Kind(args[0], many=True)
    return Kind(hint)
