"""What is wrong with a row, fault by fault, each with the path of its field.

The converter reports by exceptions inside exceptions. Here they are laid flat, and what
our own errors say of a value, hints included, comes through unchanged.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

import attrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError
from cattrs.errors import (
    AttributeValidationNote,
    IterableValidationError,
    IterableValidationNote,
)

from ..errors import InvalidRecord, shown

# A step of a path: `.holder` or `[2]`. A key that is no name stands as `['a b']`.
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<index>[0-9]+)\]")


@attrs.frozen
class Fault:
    """One thing that is wrong with a row.

    >>> str(Fault("$.holder", "required field missing"))
    'required field missing @ $.holder'

    Attributes:
        path: the field, as a path from the row: `$.parties[0].country`.
        message: what is wrong with it, and what was expected.
        value: what stood there, as text; None where nothing did.
    """

    path: str
    message: str
    value: str | None = None

    def __str__(self) -> str:
        return f"{self.message} @ {self.path}"


def faults_in(row: object, error: Exception) -> tuple[Fault, ...]:
    """Tell what a converter raised of a row, with the values that are at fault."""
    return tuple(
        attrs.evolve(fault, value=_value_at(row, fault.path))
        for fault in _faults_of(error, "$")
    )


def _faults_of(error: Exception, path: str) -> Iterator[Fault]:
    """Lay flat what a converter raised, down to the fields that are at fault."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            yield from _faults_of(inner, path + _step(inner))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields, key=str):
            yield _unknown(key, error.cl, path)
    elif isinstance(error, InvalidRecord):
        for text in error.faults:
            message, _, below = text.rpartition(" @ $")
            yield Fault(path + below, message)
    elif isinstance(error, KeyError):
        yield Fault(path, "required field missing")
    else:
        yield Fault(path, str(error) or type(error).__name__)


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a hint at the known word that a wrong one is like.

    >>> did_you_mean("holdr", ["holder", "asset"])
    "did you mean 'holder'?"
    """
    near = difflib.get_close_matches(word[:40].lower(), tuple(known), n=1)
    return f"did you mean {near[0]!r}?" if near else None


def _value_at(row: object, path: str) -> str | None:
    """Return what stands in a row at a path, as text; None where nothing does."""
    if "['" in path or '["' in path:
        return None
    for step in _STEP.finditer(path):
        key = step["name"]
        if isinstance(row, Mapping) and key in row:
            row = cast("Mapping[str, object]", row)[key]
        elif isinstance(row, Sequence) and not isinstance(row, str) and not key:
            items = cast("Sequence[object]", row)
            index = int(step["index"])
            row = items[index] if index < len(items) else None
        else:
            return None
    return None if row is None else shown(row)


def stated_fields(model: type) -> tuple[str, ...]:
    """Return the fields that a row may state: all that are not derived."""
    return tuple(field.name for field in attrs.fields(model) if field.init)


def _step(error: BaseException) -> str:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index!r}]"
    return ""


def _unknown(key: object, model: type, path: str) -> Fault:
    name = str(key)
    step = f".{name}" if name.isidentifier() else f"[{shown(name)}]"
    if any(field.name == name for field in attrs.fields(model)):
        hint: str | None = "it is derived from other fields: leave it out"
    else:
        hint = did_you_mean(name, stated_fields(model))
    return Fault(path + step, f"unknown field; {hint}" if hint else "unknown field")
