"""`@record`: how a model is declared.

Declared once, `asset: Field[AssetCode]` means two things. On an instance it is a slot
of an attrs class, read at native speed; on the class it is a typed column. The checkers
learn both from the descriptor protocol, without a plugin; at run time `Field[X]` *is*
`X`, so attrs, cattrs and documentation tools see plain types.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable
from functools import lru_cache
from operator import attrgetter
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    Literal,
    Self,
    TypeVar,
    cast,
    dataclass_transform,
    overload,
)

import attrs

from ..codes import dimension as dimension_of
from ..errors import InvalidRecord
from ..values import Amount
from .columns import Col
from .kinds import Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..codes import Unit

M = TypeVar("M")
T = TypeVar("T")
C = TypeVar("C", bound="type[Record]")

if TYPE_CHECKING:

    class Unfrozen:
        """What no record is; a checker names it when one is assigned to."""

    class Field(Generic[T]):
        """Declares a field: a value of T on instances, a `Col` on the class.

        `__set__` tells the checkers the type of the argument of `__init__`; that its
        object can never be a record makes every assignment an error. (The transform's
        own `frozen_default` would make mypy forget the columns of a base class.)
        """

        @overload
        def __get__(self, obj: None, owner: type[M], /) -> Col[M, T]: ...
        @overload
        def __get__(self, obj: object, owner: type | None = None, /) -> T: ...
        def __get__(self, obj: Any, owner: Any = None, /) -> Any: ...
        def __set__(self, obj: Unfrozen, value: T, /) -> None: ...

    def field(*, default: T, dimension: str | None = None, eq: bool = True) -> Field[T]:
        """Say more of a field than its type.

        Args:
            default: the value where none is given.
            dimension: what an amount in it measures (asset, currency, power, …).
            eq: whether the field counts when two records are compared.
        """
        ...

    def derived(
        compute: Callable[[Any], T], *, init: Literal[False] = False
    ) -> Field[T]:
        """Declare a field that is computed from the others when a record is made."""
        ...

else:

    class Field:
        """Declares a field: a value of T on instances, a `Col` on the class."""

        def __class_getitem__(cls, item: Any) -> Any:
            return item

    def field(*, default: Any, dimension: str | None = None, eq: bool = True) -> Any:
        """Say more of a field than its type."""
        metadata = {"dimension": dimension}
        return attrs.field(default=default, eq=eq, metadata=metadata)

    def derived(compute: Callable[[Any], Any]) -> Any:
        """Declare a field that is computed from the others when a record is made."""

        def computed(record: Any) -> Any:
            # The other fields have not been checked yet. What is wrong with them is
            # told right after this, so that None is never seen.
            try:
                return compute(record)
            except (AttributeError, LookupError, TypeError, ValueError):
                return None

        return attrs.field(
            default=attrs.Factory(computed, takes_self=True), eq=False, init=False
        )


class _Column:
    """Answers `Reserve.asset` with the column; `reserve.asset` never comes here.

    It stands on the metaclass as a data descriptor, which Python asks first for an
    attribute of a class, and never for one of an instance: the slot stays untouched.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, owner: type[Record] | None, meta: type | None = None) -> object:
        if owner is None:
            return self
        column = owner.__dict__.get("__columns__", {}).get(self.name)
        if column is not None:
            return column
        # A class that is still being built, or one that has no such field.
        for cls in owner.__mro__:
            if self.name in cls.__dict__:
                found = cls.__dict__[self.name]
                bind = getattr(found, "__get__", None)
                return bind(None, owner) if bind else found
        msg = f"type object {owner.__name__!r} has no attribute {self.name!r}"
        raise AttributeError(msg)

    def __set__(self, owner: type[Record], value: object) -> None:
        msg = f"{owner.__name__}.{self.name} is a column and cannot be replaced"
        raise AttributeError(msg)


class _Meta(type):
    """The class of record classes, on which the columns are looked up."""


class Record(metaclass=_Meta):
    """What every model derives from; `@record` completes it."""

    __slots__ = ()
    __columns__: ClassVar[dict[str, Col[Any, Any]]]
    __derived__: ClassVar[frozenset[str]]
    __glances__: ClassVar[tuple[Callable[[object], bool], ...]]
    __optional__: ClassVar[tuple[bool, ...]]
    __values__: ClassVar[Callable[[Record], tuple[object, ...]]]

    def __attrs_post_init__(self) -> None:
        """Check every field, and report all faults at once."""
        cls = type(self)
        checks = zip(
            cls.__values__(self), cls.__optional__, cls.__glances__, strict=True
        )
        for value, optional, glance in checks:
            if not (value is None and optional) and not glance(value):
                return self._report()
        return self._report() if any(self.__faults__()) else None

    def _report(self) -> None:
        columns = type(self).__columns__.values()
        wrong = {
            column.name: f"{fault} @ $.{column.name}"
            for column in columns
            if (fault := _fault(column, getattr(self, column.name)))
        }
        # What is computed from faulty fields has no faults of its own.
        own = [fault for name, fault in wrong.items() if name not in self.__derived__]
        # What is wrong between fields can only be asked of sound ones.
        faults = own or list(wrong.values()) or list(self.__faults__())
        if faults:
            raise InvalidRecord(type(self).__name__, faults)

    def evolve(self, **changes: object) -> Self:
        """Return a copy with some fields changed, checked like any new record.

        Raises:
            InvalidRecord: a changed field does not fit.
            TypeError: there is no such field.
        """
        copy: Self = attrs.evolve(cast("Any", self), **changes)
        return copy

    def __faults__(self) -> Iterator[str]:
        """Yield what is wrong between the fields of this record; for subclasses."""
        yield from ()

    def __repr__(self) -> str:
        """Show what is stated, and leave out what is not."""
        shown = (
            f"{a.name}={getattr(self, a.name)!r}"
            for a in attrs.fields(cast("Any", type(self)))
            if a.init and a.eq and getattr(self, a.name) != a.default
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def _glance(column: Col[Any, Any]) -> Callable[[object], bool]:
    """Return a quick look that passes only what `_fault` has nothing to say of."""
    if column.dimension is None:
        return column.kind.glance()
    wanted = column.dimension

    def measures(value: object) -> bool:
        return (
            type(value) is Amount
            and _measured(value.unit) == wanted
            and (value.low is None or value.low >= 0)
            and (value.high is None or value.high >= 0)
        )

    return measures


@lru_cache(maxsize=4096)
def _measured(unit: Unit) -> str:
    return dimension_of(unit).partition(":")[0]


def _fault(column: Col[Any, Any], value: object) -> str | None:
    fault = column.kind.fault(value)
    if fault or column.dimension is None or not isinstance(value, Amount):
        return fault
    if _measured(value.unit) != column.dimension:
        return f"{str(value)!r} is not an amount of {column.dimension}"
    # What a record counts is there or not; less than none of it cannot be.
    if any(bound is not None and bound < 0 for bound in (value.low, value.high)):
        return f"{str(value)!r} is negative"
    return None


# `eq_default=False`, though records do compare: a checker would else take them for
# unhashable, because `frozen_default` is not said either (see `Field`).
@dataclass_transform(
    kw_only_default=True, eq_default=False, field_specifiers=(field, derived)
)
def record(cls: C) -> C:
    """Complete a model: a frozen, slotted, keyword-only attrs class with typed columns.

    Every field is checked against its type when a record is made.

    Raises:
        TypeError: a field is named like an attribute of `type`, such as `mro`.
    """
    made = attrs.frozen(kw_only=True, repr=False)(cls)
    hints = _hints(made)
    columns: dict[str, Col[Any, Any]] = {}
    for attribute in attrs.fields(cast("Any", made)):
        name = attribute.name
        if hasattr(type, name):
            msg = f"{cls.__name__}.{name}: this name belongs to every Python class"
            raise TypeError(msg)
        kind = kind_of(hints[name])
        columns[name] = Col(made, name, kind, attribute.metadata.get("dimension"))
        if name not in _Meta.__dict__:
            type.__setattr__(_Meta, name, _Column(name))
    made.__columns__ = columns
    made.__optional__ = tuple(column.kind.optional for column in columns.values())
    made.__glances__ = tuple(map(_glance, columns.values()))
    made.__values__ = _values_of(*columns)
    made.__derived__ = frozenset(
        attribute.name
        for attribute in attrs.fields(cast("Any", made))
        if not attribute.init
    )
    return made


def _values_of(*names: str) -> Callable[[Record], tuple[object, ...]]:
    """Return what reads all fields of a record at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def _hints(cls: type) -> dict[str, Any]:
    """Resolve the types of the fields, base classes first.

    Relations (`ClassVar`) are passed over: they may name models that come later.
    """
    hints: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        own = {
            name: hint
            for name, hint in inspect.get_annotations(base).items()
            if not str(hint).startswith(("ClassVar", "typing.ClassVar"))
        }
        namespace = {"__annotations__": own, "__module__": base.__module__}
        hints |= typing.get_type_hints(type(base.__name__, (), namespace))
    return hints


def is_record(kind: Kind) -> bool:
    """Whether a field holds records, as an agreement holds its parties."""
    return isinstance(kind.of, type) and issubclass(kind.of, Record)
