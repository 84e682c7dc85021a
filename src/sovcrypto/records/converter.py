"""The one strict converter between rows and facts.

A row is what JSON can say: a mapping with the kind of fact under `type`, amounts and
periods in their text notation, vocabularies by their words, tuples as lists. Left to
itself, cattrs turns 1 into "1", True into 1 and "abc" into a tuple of letters; the
hooks below refuse what is not of the right type.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, cast

import attrs
from cattrs import ClassValidationError, Converter
from cattrs.errors import IterableValidationError, IterableValidationNote
from cattrs.gen import make_dict_structure_fn, override

from ..codes import dimension
from ..errors import InvalidAmount, InvalidRecord, InvalidValue, shown
from ..fields import PARSERS, Record
from ..model import FACTS, AnyFact, Fact
from ..values import Amount, Period
from .faults import Fault, did_you_mean, faults_in

_Hook = Callable[[Any, Any], Any]

_ROW = "an object with named fields"
_SPAN = tuple[int, int]
_KINDS = {model: kind for kind, model in FACTS.items()}


def structure(row: Mapping[str, object]) -> AnyFact:
    """Make a fact of a row.

    >>> structure({"type": "reserve", "holder": "SV", "asset": "BTC"})
    Reserve(holder='SV', asset='BTC')

    Raises:
        InvalidRecord: with all faults of the row, each with the path of its field.
    """
    made = structured(row)
    if not isinstance(made, tuple):
        return made
    model = FACTS.get(str(row["type"])) if _is_row(row) and "type" in row else None
    raise InvalidRecord(model.__name__ if model else "fact", [str(f) for f in made])


def structured(row: object) -> AnyFact | tuple[Fault, ...]:
    """Make a fact of a row, or tell all that is wrong with it."""
    if not _is_row(row):
        return (Fault("$", str(InvalidValue(row, _ROW)), shown(row)),)
    kind = row.get("type")
    if kind is None:
        return (Fault("$.type", "required field missing"),)
    word = kind if isinstance(kind, str) else ""
    model = FACTS.get(word)
    if model is None:
        hint = did_you_mean(word, FACTS)
        wrong = InvalidValue(kind, "a kind of fact", hint=hint)
        return (Fault("$.type", str(wrong), shown(kind)),)
    fields = {key: value for key, value in row.items() if key != "type"}
    try:
        return _converter().structure(fields, model)
    except ClassValidationError as error:
        return faults_in(row, error)


def unstructure(fact: AnyFact) -> dict[str, object]:
    """Make a row of a fact; what has its default value is left out.

    >>> unstructure(structure({"type": "reserve", "holder": "SV", "asset": "BTC"}))
    {'type': 'reserve', 'holder': 'SV', 'asset': 'BTC'}
    """
    fields = cast("dict[str, object]", _converter().unstructure(fact))
    own = {k: v for k, v in fields.items() if k not in Fact.__columns__}
    return {"type": _KINDS[type(fact)], **own, **fields}


def _is_row(value: object) -> typing.TypeGuard[Mapping[str, object]]:
    return isinstance(value, Mapping)


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, omit_if_default=True)
    # The later of two that fit is asked first.
    converter.register_structure_hook_factory(_is_tuple, _tuple_hook)
    converter.register_structure_hook_func(lambda hint: hint == _SPAN, _span)
    converter.register_structure_hook_factory(attrs.has, _class_hook)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(bool, _truth)
    converter.register_structure_hook(StrEnum, _member)
    for of, parse in PARSERS.items():
        converter.register_structure_hook(of, _parsed(of, parse))
        converter.register_unstructure_hook(of, str)
    converter.register_unstructure_hook_factory(_is_tuple, _list_hook)
    return converter


def _is_tuple(hint: object) -> bool:
    return typing.get_origin(hint) is tuple


def _class_hook(model: type[Any], converter: Converter) -> _Hook:
    """Structure an attrs class; amounts of a record also by what they measure."""
    columns = model.__columns__ if issubclass(model, Record) else {}
    options: dict[str, Any] = {
        name: override(struct_hook=_measured(column.dimension))
        for name, column in columns.items()
        if column.dimension is not None
    }
    make = make_dict_structure_fn(model, converter, **options)

    def hook(value: object, of: object) -> object:
        if not _is_row(value):
            raise InvalidValue(value, _ROW)
        return make(value, of)

    return hook


def _measured(what: str) -> _Hook:
    """Structure an amount that may be left out, but not measure something else."""

    def hook(value: object, of: object) -> Amount | None:
        if value is None:
            return None
        amount = _amount(value, of)
        if dimension(amount.unit).partition(":")[0] != what:
            raise InvalidAmount(str(amount), f"an amount of {what}")
        return amount

    return hook


def _amount(value: object, _: object) -> Amount:
    if isinstance(value, Amount):
        return value
    if isinstance(value, str):
        return Amount.parse(value)
    hint = "write it as a text with its unit, such as '6200 BTC'"
    raise InvalidAmount(value, "an amount", hint=hint)


def _parsed(of: object, parse: Callable[[str], object]) -> _Hook:
    """Structure what is written as text: codes, periods, amounts."""
    if of is Amount:
        return _amount
    expected = "a date in a text such as '2025-07'" if of is Period else "a text"

    def hook(value: object, _: object) -> object:
        if isinstance(value, str):
            return parse(value)
        if isinstance(value, Period) and of is Period:
            return value
        raise InvalidValue(value, expected)

    return hook


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise InvalidValue(value, "a text")
    if not value.strip():
        hint = "leave out what is not stated"
        raise InvalidValue(value, "a text with content", hint=hint)
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        hint = "it holds half of a surrogate pair"
        raise InvalidValue(value, "a text of Unicode", hint=hint) from None
    return str(value)


def _truth(value: object, _: object) -> bool:
    if isinstance(value, bool):
        return value
    raise InvalidValue(value, "true or false")


def _member(value: object, of: type[StrEnum]) -> StrEnum:
    words = [member.value for member in of]
    if isinstance(value, str):
        if value in words:
            return of(value)
        hint = did_you_mean(value, words)
    else:
        hint = None
    raise InvalidValue(value, f"one of {', '.join(map(repr, words))}", hint=hint)


def _span(value: object, _: object) -> tuple[int, int]:
    listed = isinstance(value, list | tuple)
    items = cast("list[object]", value) if listed else []
    # Not `isinstance`: to Python, True is an int.
    ends = [item for item in items if type(item) is int]
    if len(items) == len(ends) == 2 and 0 <= ends[0] < ends[1]:  # noqa: PLR2004 -- start, end
        return ends[0], ends[1]
    raise InvalidValue(value, "a span [start, end] of whole numbers, start before end")


def _tuple_hook(hint: object, converter: Converter) -> _Hook:
    """Structure a list, and say of each item that is wrong where it stands."""
    item_type = typing.get_args(hint)[0]
    item_hook = converter.get_structure_hook(item_type)

    def hook(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise InvalidValue(value, "a list")
        made: list[object] = []
        errors: list[Exception] = []
        for index, item in enumerate(cast("list[object]", value)):
            try:
                made.append(item_hook(item, item_type))
            except Exception as error:  # noqa: BLE001 -- all of them are told
                error.add_note(IterableValidationNote("", index, item_type))
                errors.append(error)
        if errors:
            raise IterableValidationError("", errors, tuple)  # pyright: ignore[reportCallIssue]
        return tuple(made)

    return hook


def _list_hook(hint: object, converter: Converter) -> Callable[[Any], Any]:
    item_hook = converter.get_unstructure_hook(typing.get_args(hint)[0])
    return lambda value: [item_hook(item) for item in value]
