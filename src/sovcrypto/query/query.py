"""`Query`: a typed question to the rows of one model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from operator import attrgetter
from typing import Any, Generic, NoReturn, TypeVar, overload

import attrs

from ..errors import ManyMatches, NoMatch
from ..fields import Col, Many, Order, Pred, Record
from . import memory
from .checks import (
    check_column,
    check_conditions,
    check_function,
    check_relation,
)
from .explaining import explain
from .groups import Grouped
from .ordering import checked_orders
from .plan import Filter, LatestPer, Plan, Step, Where
from .storing import read, stored
from .tables import Tables

M = TypeVar("M")
N = TypeVar("N")
R = TypeVar("R", bound=Record)
T = TypeVar("T")
K = TypeVar("K")
K2 = TypeVar("K2")
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")
E = TypeVar("E")
F = TypeVar("F")

_LONGEST = 500  # of the text of a query in an error
_MOST = 6  # columns in one call: as many as have overloads


class Query(Generic[M]):
    """A question to the rows of one model: immutable, lazy, and asked as often as read.

    Each call gives a new query. Rows come in dataset order unless sorted.

    >>> from sovcrypto.dataset import Dataset
    >>> from sovcrypto.model import Country
    >>> asia = Dataset.of().countries.where(Country.region == "142")
    >>> asia.where(Country.code.startswith("B")).order_by(Country.alpha3).first().code
    'BD'

    Of vague amounts, `where` keeps what *must* match, and after `.maybe()` what *may*.
    A comparison with a column that states nothing (None) holds in neither way; so
    `~(Reserve.body == "x")` and `Reserve.body != "x"` keep rows that name no body.
    """

    __slots__ = ("_plan",)

    def __init__(self, plan: Plan[M]) -> None:
        self._plan = plan

    def __repr__(self) -> str:
        return f"<{self._plan!r}>"

    def __bool__(self) -> NoReturn:
        msg = "a query has no truth value: ask .exists() or .count()"
        raise TypeError(msg)

    # --- what is asked ---------------------------------------------------------------

    def where(self, *conditions: Pred[M]) -> Query[M]:
        """Keep the rows that meet every condition.

        Raises:
            TypeError: not a condition, one on another model, or after a limit.
            InvalidCondition: more relations inside relations than make sense.
        """
        check_conditions(self._plan.model, conditions)
        return self._with_step(Where(conditions), "where")

    def maybe(self) -> Query[M]:
        """Keep the rows that may match, and not only those that certainly do."""
        return Query(attrs.evolve(self._plan, possible=True))

    def filter(self, test: Callable[[M], object], /) -> Query[M]:
        """Keep the rows for which a Python function says so; it runs in this process.

        Raises:
            TypeError: not a function, or after a limit.
        """
        check_function(test)
        return self._with_step(Filter(test), "filter")

    def latest_per(
        self, key: Col[M, Any], /, *keys: Col[M, Any], by: Col[M, Any]
    ) -> Query[M]:
        """Keep for each value of the keys the row that comes last by a column.

        Conditions given before choose among what; those given after test the chosen.
        Of rows that come equally late, the first in the dataset stays.

        Raises:
            TypeError: a column of another model or without order, or after a limit.
        """
        for column in (key, *keys):
            check_column(self._plan.model, column)
        checked_orders(self._plan.model, [by])
        return self._with_step(LatestPer((key, *keys), by), "latest_per")

    def order_by(self, *keys: Col[M, Any] | Order[M]) -> Query[M]:
        """Sort by columns, after those already given; rows without a value come last.

        Raises:
            TypeError: a column of another model or without order, or after a limit.
        """
        self._before_window("order_by")
        orders = checked_orders(self._plan.model, keys)
        return Query(attrs.evolve(self._plan, orders=(*self._plan.orders, *orders)))

    def limit(self, size: int, /) -> Query[M]:
        """Give this many rows at most; the last call counts.

        Raises:
            TypeError: not an int.
            ValueError: a negative one.
        """
        return Query(attrs.evolve(self._plan, limit=_size(size, "limit")))

    def offset(self, size: int, /) -> Query[M]:
        """Pass over this many rows, before any limit; the last call counts.

        Raises:
            TypeError: not an int.
            ValueError: a negative one.
        """
        return Query(attrs.evolve(self._plan, offset=_size(size, "offset")))

    def _with_step(self, step: Step[M], name: str) -> Query[M]:
        self._before_window(name)
        return Query(attrs.evolve(self._plan, steps=(*self._plan.steps, step)))

    def _before_window(self, name: str) -> None:
        if self._plan.windowed:
            msg = f"{name}() comes before limit() and offset(), which are applied last"
            raise TypeError(msg)

    # --- how it ends -----------------------------------------------------------------

    def __iter__(self) -> Iterator[M]:
        return memory.run(self._plan)

    def all(self) -> list[M]:
        """Return every row."""
        return list(self)

    def first(self) -> M | None:
        """Return the first row, None where there is none."""
        return next(iter(self), None)

    def one(self) -> M:
        """Return the only row.

        Raises:
            NoMatch: there is none.
            ManyMatches: there are more.
        """
        row = self.one_or_none()
        if row is None:
            raise NoMatch(f"no {self._plan.model.__name__} answers {self._shown()}")
        return row

    def one_or_none(self) -> M | None:
        """Return the only row, None where there is none.

        Raises:
            ManyMatches: there are more.
        """
        rows = list(islice(self, 2))
        if len(rows) > 1:
            name = self._plan.model.__name__
            raise ManyMatches(f"more than one {name} answers {self._shown()}")
        return rows[0] if rows else None

    def count(self) -> int:
        """Return how many rows there are."""
        return memory.count(self._plan)

    def exists(self) -> bool:
        """Return whether there is any row."""
        return memory.exists(self._plan)

    def values(self, col: Col[M, T], /) -> list[T]:
        """Return what the rows state in one column, None where they state nothing.

        Raises:
            TypeError: a column of another model.
        """
        check_column(self._plan.model, col)
        return list(map(attrgetter(col.name), self))

    @overload
    def select(self, a: Col[M, A], b: Col[M, B], /) -> list[tuple[A, B]]: ...
    @overload
    def select(
        self, a: Col[M, A], b: Col[M, B], c: Col[M, C], /
    ) -> list[tuple[A, B, C]]: ...
    @overload
    def select(
        self, a: Col[M, A], b: Col[M, B], c: Col[M, C], d: Col[M, D], /
    ) -> list[tuple[A, B, C, D]]: ...
    @overload
    def select(
        self, a: Col[M, A], b: Col[M, B], c: Col[M, C], d: Col[M, D], e: Col[M, E], /
    ) -> list[tuple[A, B, C, D, E]]: ...
    @overload
    def select(
        self,
        a: Col[M, A],
        b: Col[M, B],
        c: Col[M, C],
        d: Col[M, D],
        e: Col[M, E],
        f: Col[M, F],
        /,
    ) -> list[tuple[A, B, C, D, E, F]]: ...
    def select(self, *columns: Col[M, Any]) -> list[tuple[Any, ...]]:
        """Return what the rows state in two to six columns, a tuple for each row.

        >>> from sovcrypto.dataset import Dataset
        >>> from sovcrypto.model import Country
        >>> small = Dataset.of().countries.where(Country.code.is_in(["BT", "SV"]))
        >>> small.select(Country.code, Country.alpha3)
        [('BT', 'BTN'), ('SV', 'SLV')]

        Raises:
            TypeError: one column, for which there is `values`; more than six, or one of
                another model.
        """
        if not 1 < len(columns) <= _MOST:
            msg = f"select() takes two to six columns, not {len(columns)}"
            hint = "; of one column there are values()" if len(columns) == 1 else ""
            raise TypeError(msg + hint)
        for column in columns:
            check_column(self._plan.model, column)
        return list(map(attrgetter(*(column.name for column in columns)), self))

    def pairs(self, relation: Many[M, N], /) -> list[tuple[M, N]]:
        """Return each row with each row that a relation leads to.

        Raises:
            TypeError: a relation of another model.
        """
        check_relation(self._plan.model, relation)
        return list(memory.pairs(self._plan, relation))

    @overload
    def group_by(self, key: Col[M, K], /) -> Grouped[M, K]: ...
    @overload
    def group_by(
        self, key: Col[M, K], second: Col[M, K2], /
    ) -> Grouped[M, tuple[K, K2]]: ...
    def group_by(self, *columns: Col[M, Any]) -> Grouped[M, Any]:
        """Put the rows into groups of what they state in one or two columns.

        Raises:
            TypeError: no column, more than two, or one of another model.
        """
        if len(columns) not in {1, 2}:
            msg = f"group_by() takes one or two columns, not {len(columns)}"
            raise TypeError(msg)
        for column in columns:
            check_column(self._plan.model, column)
        return Grouped(self._plan, columns)

    def explain(self) -> str:
        """Say in lines of text how the answer is found, by which index, and why.

        The first line says how many rows are looked at. Indexes that are needed to know
        are made; no row is tested.

        >>> from sovcrypto.dataset import Dataset
        >>> print(Dataset.of().reserves.limit(3).explain())
        scan Reserve, 0 rows
        in the order of position in the dataset
        stop after 3
        """
        return explain(self._plan)

    # --- as plain data ---------------------------------------------------------------

    def to_dict(self) -> dict[str, object]:
        """Return what is asked as plain data, which JSON can hold.

        >>> from sovcrypto.dataset import Dataset
        >>> from sovcrypto.model import Token
        >>> asked = Dataset.of().tokens.where(Token.issuer == "BT")
        >>> asked.to_dict()["steps"]
        [{'where': [[{'op': 'eq', 'field': 'issuer', 'value': 'BT'}]]}]

        Raises:
            TypeError: the query calls a Python function, or compares with a record.
        """
        return stored(self._plan)

    @staticmethod
    def from_dict(
        form: Mapping[str, object], source: Tables, model: type[R], /
    ) -> Query[R]:
        """Return the question that `to_dict` has written, to the rows of a dataset.

        >>> from sovcrypto.dataset import Dataset
        >>> from sovcrypto.model import Token
        >>> data = Dataset.of(Token(issuer="BT", name="TER"))
        >>> form = data.tokens.order_by(Token.name).to_dict()
        >>> Query.from_dict(form, data, Token).one().name
        'TER'

        Raises:
            InvalidCondition: another version or model, a field, an operator or a value
                that there is not, or anything else that is not known.
            TypeError: there are no rows of the model.
        """
        source.table(model)
        query = Query(Plan(source=source, model=model))
        for call in read(form, model):
            query = call(query)
        return query

    def _shown(self) -> str:
        text = repr(self._plan)
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _size(value: object, name: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        msg = f"{name}() takes a number of rows, not {value!r}"
        raise TypeError(msg)
    if value < 0:
        msg = f"{name}() takes no negative number: {value}"
        raise ValueError(msg)
    return value
