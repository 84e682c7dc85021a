"""Facts from JSON: one record a line, or an array of records.

JSON's own reader lets much pass that would become a wrong fact. Here a key that stands
twice, NaN and Infinity are refused, numbers keep every digit, and nesting without end
is an error like any other.
"""

from __future__ import annotations

import json
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NoReturn

from .converter import structured
from .faults import Fault
from .problems import rejected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .problems import Row

_SPACE: Final = " \t\r\n"
_LONGEST_NUMBER: Final = 400


class _Refused(ValueError):
    """What JSON's own reader would have let pass."""


def read_json_lines(text: str, *, file: str = "<text>") -> Iterator[Row]:
    r"""Yield what becomes of each line; empty lines are passed over.

    >>> rows = read_json_lines('{"type": "reserve", "holder": "SV", "asset": "BTC"}\n')
    >>> list(rows)
    [Reserve(holder='SV', asset='BTC')]
    """
    # Not `splitlines`, which would also split inside a text, at U+2028 and the like.
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        raw = line.strip(_SPACE)
        if raw:
            yield from _one(raw, 0, file, number)


def read_json(text: str, *, file: str = "<text>") -> Iterator[Row]:
    """Yield what becomes of one object, or of each object in an array.

    >>> list(read_json('[{"type": "exchange", "name": "KuCoin"}]'))
    [Exchange(name='KuCoin')]
    """
    text = text.removeprefix("\ufeff")
    start = _skip(text, 0)
    if text.startswith("[", start):
        yield from _array(text, start + 1, file)
    elif start < len(text):
        line = 1 + text.count("\n", 0, start)
        yield from _one(text, start, file, line)


def decoded(text: str) -> object:
    """Read one JSON value strictly.

    Raises:
        ValueError: it is not JSON, or lets in what a fact must not hold.
    """
    value, end = _decoded_at(text, _skip(text, 0))
    _finished(text, end)
    return value


def _decoded_at(text: str, start: int) -> tuple[object, int]:
    """Read the JSON value that starts here, and say where it ends."""
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        reason = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
        msg = f"not JSON: {reason}, {_place(text, error.pos)}"
        raise _Refused(msg) from None
    except RecursionError:
        msg = "nested too deeply"
        raise _Refused(msg) from None


def _finished(text: str, end: int) -> None:
    rest = _skip(text, end)
    if rest < len(text):
        msg = f"not JSON: more text after its end, {_place(text, rest)}"
        msg += "; one record a line is JSON Lines" * text.startswith("{", rest)
        raise _Refused(msg)


def _place(text: str, position: int) -> str:
    column = position - text.rfind("\n", 0, position)
    if "\n" not in text:
        return f"column {column}"
    return f"line {1 + text.count(chr(10), 0, position)} column {column}"


def _one(text: str, start: int, file: str, line: int) -> Iterator[Row]:
    raw = text[start:].rstrip(_SPACE)
    try:
        value, end = _decoded_at(text, start)
        _finished(text, end)
    except ValueError as error:
        yield rejected([Fault("$", str(error))], file=file, line=line, raw=raw)
    else:
        yield _row(value, "$", file, line, raw)


def _array(text: str, position: int, file: str) -> Iterator[Row]:
    """Yield the items of an array; from a fault of its syntax on, nothing is sure."""
    index, line, seen = 0, 1, 0
    position = _skip(text, position)
    closed = text.startswith("]", position)
    position += closed
    while not closed:
        line += text.count("\n", seen, position)
        seen = position
        try:
            value, end = _decoded_at(text, position)
            after = _skip(text, end)
            if text[after : after + 1] not in {",", "]"}:
                _expected_more(text, after)
        except ValueError as error:
            fault = Fault("$", f"{error}; the rest of the file is not read")
            where = f"$[{index}]"
            yield rejected([fault], file=file, line=line, raw=text[seen:], root=where)
            return
        yield _row(value, f"$[{index}]", file, line, text[position:end])
        closed = text[after] == "]"
        position = _skip(text, after + 1)
        index += 1
    try:
        _finished(text, position)
    except ValueError as error:
        line = 1 + text.count("\n", 0, position)
        raw = text[position:]
        yield rejected([Fault("$", str(error))], file=file, line=line, raw=raw)


def _expected_more(text: str, position: int) -> NoReturn:
    found = repr(text[position]) if position < len(text) else "the end"
    msg = f"not JSON: ',' or ']' expected, {found} found, {_place(text, position)}"
    raise _Refused(msg)


def _row(value: object, root: str, file: str, line: int, raw: str) -> Row:
    made = structured(value)
    if not isinstance(made, tuple):
        return made
    return rejected(made, file=file, line=line, raw=raw, root=root)


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] in _SPACE:
        position += 1
    return position


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    row = dict(pairs)
    if len(row) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        msg = f"the key {twice[:60]!r} stands more than once in one object"
        raise _Refused(msg)
    return row


def _no_number(text: str) -> NoReturn:
    msg = f"{text} is not a number of JSON"
    raise _Refused(msg)


def _integer(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        msg = f"a number of {len(text)} digits is too long"
        raise _Refused(msg)
    return int(text)


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        msg = f"{text[:60]} is too large a number"
        raise _Refused(msg) from None


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_once,
    parse_float=_decimal,
    parse_int=_integer,
    parse_constant=_no_number,
)
