"""`Reserve.asset`: a typed column of a model, from which conditions are built.

The overloads state which values a column may be compared with. `T` is invariant, so
`Reserve.asset == 5` is an error for the checkers and not a comparison of objects; what
no checker sees (a float in a union, a wrong vocabulary word, a bare number of money)
raises on the line itself.
"""

from __future__ import annotations

from decimal import Decimal
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    NoReturn,
    Protocol,
    TypeAlias,
    TypeVar,
    overload,
)

from ..codes import (
    AssetCode,
    CountryCode,
    CurrencyCode,
    LanguageTag,
)
from ..codes import (
    dimension as dimension_of,
)
from ..errors import InvalidValue
from ..values import Amount, Period, number
from .conditions import Op, Pred

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .kinds import Kind


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


M = TypeVar("M")
T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V", bound=_Ordered)


class Col(Generic[M, T]):
    """A column of model M whose values are of type T.

    Read it off the class: `Reserve.asset`. It pickles by reference.

    Attributes:
        model: the record class.
        name: the name of the field.
        kind: what may stand in it.
        dimension: what an amount in this column measures, None for other columns.
    """

    __slots__ = ("dimension", "kind", "model", "name")

    if TYPE_CHECKING:
        _model: M
        _type: T

    def __init__(
        self, model: type, name: str, kind: Kind, dimension: str | None
    ) -> None:
        self.model: type = model
        self.name: str = name
        self.kind: Kind = kind
        self.dimension: str | None = dimension

    def __repr__(self) -> str:
        return f"{self.model.__name__}.{self.name}"

    def __reduce__(self) -> tuple[Any, ...]:
        return getattr, (self.model, self.name)

    def __hash__(self) -> int:
        return object.__hash__(self)

    def __bool__(self) -> NoReturn:
        msg = f"{self!r} is a column and has no truth value: compare it with a value"
        raise TypeError(msg)

    def _compare(self, op: Op, value: object) -> Pred[Any]:
        if value is None:
            if op is Op.EQ:
                return Pred(Op.NULL, (self,))
            if op is Op.NE:
                empty: Pred[Any] = Pred(Op.NULL, (self,))
                return ~empty
            msg = f"{self!r}: None has no size; use .is_null()"
            raise TypeError(msg)
        sized = op not in {Op.EQ, Op.NE}
        if sized and not (self.kind.ordered or self.kind.of is Amount):
            msg = f"{self!r} has no order"
            raise TypeError(msg)
        return Pred(op, (self, self._operand(value)))

    def _operand(self, value: object) -> object:
        if self.kind.many:
            msg = f"{self!r} holds several values; use .has()"
            raise TypeError(msg)
        try:
            if self.kind.of is Amount and not isinstance(value, Amount | str):
                return self._bare(value)
            return self._measured(self.kind.operand(value))
        except TypeError as error:
            msg = f"{self!r}: {error}"
            raise TypeError(msg) from None
        except InvalidValue as error:
            error.add_note(f"in a condition on {self!r}")
            raise

    def _measured(self, value: object) -> object:
        """Refuse an amount that measures something else than the column."""
        if isinstance(value, Amount) and self.dimension is not None:
            measured = dimension_of(value.unit).partition(":")[0]
            if measured != self.dimension:
                msg = f"{str(value)!r} is not an amount of {self.dimension}"
                raise TypeError(msg)
        return value

    def _bare(self, value: object) -> Decimal:
        """A number without a unit, where that can mean but one thing."""
        if isinstance(value, bool) or not isinstance(value, Decimal | int):
            msg = f"compare with an Amount, a Decimal or an int, not with {value!r}"
            raise TypeError(msg)
        if self.dimension in {"currency", "power", "energy", "hashrate"}:
            msg = f"a bare number has no {self.dimension}; give the unit in an Amount"
            raise TypeError(msg)
        return number(value)

    @overload  # type: ignore[override]
    def __eq__(self: TextCol[M], other: str, /) -> Pred[M]: ...
    @overload
    def __eq__(self: AmountCol[M], other: Quantity, /) -> Pred[M]: ...
    @overload
    def __eq__(self, other: T, /) -> Pred[M]: ...
    def __eq__(self, other: Any, /) -> Pred[M]:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._compare(Op.EQ, other)

    @overload  # type: ignore[override]
    def __ne__(self: TextCol[M], other: str, /) -> Pred[M]: ...
    @overload
    def __ne__(self: AmountCol[M], other: Quantity, /) -> Pred[M]: ...
    @overload
    def __ne__(self, other: T, /) -> Pred[M]: ...
    def __ne__(self, other: Any, /) -> Pred[M]:  # pyright: ignore[reportIncompatibleMethodOverride]
        return self._compare(Op.NE, other)

    @overload
    def __lt__(self: TextCol[M], other: str, /) -> Pred[M]: ...
    @overload
    def __lt__(self: AmountCol[M], other: Quantity, /) -> Pred[M]: ...
    @overload
    def __lt__(self: Col[M, V], other: V, /) -> Pred[M]: ...
    @overload
    def __lt__(self: Col[M, V | None], other: V, /) -> Pred[M]: ...
    def __lt__(self, other: Any, /) -> Pred[Any]:
        return self._compare(Op.LT, other)

    @overload
    def __le__(self: TextCol[M], other: str, /) -> Pred[M]: ...
    @overload
    def __le__(self: AmountCol[M], other: Quantity, /) -> Pred[M]: ...
    @overload
    def __le__(self: Col[M, V], other: V, /) -> Pred[M]: ...
    @overload
    def __le__(self: Col[M, V | None], other: V, /) -> Pred[M]: ...
    def __le__(self, other: Any, /) -> Pred[Any]:
        return self._compare(Op.LE, other)

    @overload
    def __gt__(self: TextCol[M], other: str, /) -> Pred[M]: ...
    @overload
    def __gt__(self: AmountCol[M], other: Quantity, /) -> Pred[M]: ...
    @overload
    def __gt__(self: Col[M, V], other: V, /) -> Pred[M]: ...
    @overload
    def __gt__(self: Col[M, V | None], other: V, /) -> Pred[M]: ...
    def __gt__(self, other: Any, /) -> Pred[Any]:
        return self._compare(Op.GT, other)

    @overload
    def __ge__(self: TextCol[M], other: str, /) -> Pred[M]: ...
    @overload
    def __ge__(self: AmountCol[M], other: Quantity, /) -> Pred[M]: ...
    @overload
    def __ge__(self: Col[M, V], other: V, /) -> Pred[M]: ...
    @overload
    def __ge__(self: Col[M, V | None], other: V, /) -> Pred[M]: ...
    def __ge__(self, other: Any, /) -> Pred[Any]:
        return self._compare(Op.GE, other)

    @overload
    def between(self: TextCol[M], low: str, high: str, /) -> Pred[M]: ...
    @overload
    def between(self: AmountCol[M], low: Quantity, high: Quantity, /) -> Pred[M]: ...
    @overload
    def between(self: Col[M, V], low: V, high: V, /) -> Pred[M]: ...
    @overload
    def between(self: Col[M, V | None], low: V, high: V, /) -> Pred[M]: ...
    def between(self, low: Any, high: Any, /) -> Pred[Any]:
        """Ask for values from one to the other, both included."""
        return self._compare(Op.GE, low) & self._compare(Op.LE, high)

    @overload
    def is_in(self: TextCol[M], values: Iterable[str], /) -> Pred[M]: ...
    @overload
    def is_in(self: AmountCol[M], values: Iterable[Quantity], /) -> Pred[M]: ...
    @overload
    def is_in(self, values: Iterable[T], /) -> Pred[M]: ...
    def is_in(self, values: Iterable[Any], /) -> Pred[Any]:
        """Ask for one of several values."""
        if isinstance(values, str):
            msg = f"{self!r}: is_in() takes several values, not one text"
            raise TypeError(msg)
        return Pred(Op.IN, (self, tuple(self._operand(value) for value in values)))

    def is_null(self) -> Pred[M]:
        """Ask for rows where the source states nothing."""
        return Pred(Op.NULL, (self,))

    def startswith(self: TextCol[M], prefix: str, /) -> Pred[M]:
        """Ask for texts that begin so; case counts."""
        return _text(self, Op.STARTS, prefix)

    def contains(self: TextCol[M], part: str, /) -> Pred[M]:
        """Ask for texts that contain this; case counts."""
        return _text(self, Op.CONTAINS, part)

    @overload
    def has(self: TextsCol[M], item: str, /) -> Pred[M]: ...
    @overload
    def has(self: Col[M, tuple[U, ...]], item: U, /) -> Pred[M]: ...
    def has(self: Col[M, Any], item: Any, /) -> Pred[Any]:
        """Ask for tuples that hold this item."""
        if not self.kind.many:
            msg = f"{self!r} holds one value; compare with =="
            raise TypeError(msg)
        return Pred(Op.HAS, (self, self.kind.operand(item)))

    def overlaps(self: PeriodCol[M], period: Period, /) -> Pred[M]:
        """Ask for periods that share a day with this one."""
        if self.kind.of is not Period:
            msg = f"{self!r} holds no periods"
            raise TypeError(msg)
        return Pred(Op.OVERLAPS, (self, self.kind.operand(period)))


def _text(col: Any, op: Op, part: object) -> Pred[Any]:
    if not isinstance(part, str):
        msg = f"{col!r}: {part!r} is not a text"
        raise TypeError(msg)
    if not col.kind.is_text or col.kind.many:
        msg = f"{col!r} holds no text"
        raise TypeError(msg)
    return Pred(op, (col, part))


# What a column may hold, spelled out because `T` is invariant.
TextCol: TypeAlias = (
    Col[M, str]
    | Col[M, str | None]
    | Col[M, CountryCode]
    | Col[M, CountryCode | None]
    | Col[M, AssetCode]
    | Col[M, AssetCode | None]
    | Col[M, CurrencyCode]
    | Col[M, CurrencyCode | None]
    | Col[M, LanguageTag]
    | Col[M, LanguageTag | None]
)
TextsCol: TypeAlias = (
    Col[M, tuple[str, ...]]
    | Col[M, tuple[CountryCode, ...]]
    | Col[M, tuple[CurrencyCode, ...]]
    | Col[M, tuple[AssetCode, ...]]
)
AmountCol: TypeAlias = Col[M, Amount] | Col[M, Amount | None]
PeriodCol: TypeAlias = Col[M, Period] | Col[M, Period | None]
Quantity: TypeAlias = Amount | Decimal | int
