"""`Dataset`: an immutable collection of facts, merged, asked, and seen at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .codes import CountryCode
from .errors import shown
from .fields import Many, Op, Pred
from .model import (
    FACTS,
    Adoption,
    Agreement,
    AnyFact,
    Country,
    Exchange,
    Financing,
    LegalStatus,
    Licence,
    Mining,
    Organisation,
    Regulator,
    Reserve,
    ReserveMovement,
    Token,
    TradingVolume,
)
from .query import Plan, Query, Table
from .query.checks import check_relation
from .values import Period, Precision

if TYPE_CHECKING:
    from .provenance import Citation, Source

M = TypeVar("M")
N = TypeVar("N")

_DAY = timedelta(days=1)


class Dataset:
    """Facts, each of them once, with everybody who states it.

    Equal facts become one that has the citations of all; two that differ in anything
    but their citations stay two.

    >>> held = Reserve(holder="SV", asset="BTC")
    >>> len(Dataset.of(held, held))
    1
    """

    __slots__ = ("_facts", "_tables")

    def __init__(self, facts: Iterable[AnyFact] = ()) -> None:
        self._facts = _merged(facts)
        self._tables: dict[type, Table[Any]] = {}

    @classmethod
    def of(cls, *facts: AnyFact) -> Dataset:
        """Make a dataset of facts given one by one."""
        return cls(facts)

    # --- the facts -------------------------------------------------------------------

    @property
    def facts(self) -> tuple[AnyFact, ...]:
        """Every fact, in the order in which they were given."""
        return self._facts

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source that is cited, in the order of the facts."""
        cited = (citation.source for fact in self for citation in fact.citations)
        return tuple(dict.fromkeys(cited))

    def __len__(self) -> int:
        return len(self._facts)

    def __iter__(self) -> Iterator[AnyFact]:
        return iter(self._facts)

    def __eq__(self, other: object) -> bool:
        """Whether both hold the same facts with the same citations, in any order."""
        if not isinstance(other, Dataset):
            return NotImplemented
        return self._cited() == other._cited()

    def __hash__(self) -> int:
        return hash(frozenset(self._facts))

    def _cited(self) -> dict[AnyFact, frozenset[Citation]]:
        return {fact: frozenset(fact.citations) for fact in self}

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(self.table(model).rows)} {name}"
            for name, model in FACTS.items()
            if self.table(model).rows
        )
        return f"<Dataset of {counts or 'no facts'}>"

    def __reduce__(self) -> tuple[type[Dataset], tuple[tuple[AnyFact, ...]]]:
        return Dataset, (self._facts,)

    # --- questions -------------------------------------------------------------------

    def table(self, model: type[M], /) -> Table[M]:
        """Return the rows of a model, as queries read them.

        Raises:
            TypeError: the model is neither a kind of fact nor `Country`.
        """
        known = self._tables.get(model)
        if known is None:
            known = self._tables.setdefault(model, self._made(model))
        return known

    def _made(self, model: type[M]) -> Table[M]:
        if model is Country:
            # The checkers cannot follow that M is Country here.
            return cast("Table[M]", _country_table())
        if model not in FACTS.values():
            msg = f"a dataset has no rows of {shown(model)}"
            raise TypeError(msg)
        return Table(model, tuple(f for f in self._facts if isinstance(f, model)))

    def query(self, model: type[M], /) -> Query[M]:
        """Ask for the rows of a model.

        Raises:
            TypeError: the model is neither a kind of fact nor `Country`.
        """
        self.table(model)
        return Query(Plan(source=self, model=model))

    def related(self, row: M, relation: Many[M, N], /) -> Query[N]:
        """Ask for the rows to which a relation leads from one row.

        >>> data = Dataset.of(Token(issuer="BT", name="TER"))
        >>> data.related(Country.of("BT"), Country.tokens).values(Token.name)
        ['TER']

        Raises:
            TypeError: the row is not one from which the relation starts.
        """
        check_relation(type(row), relation)
        near, far = relation.near(), relation.far()
        key = getattr(row, near.name)
        model: type[N] = far.model
        condition: Pred[N] = Pred(Op.HAS if far.kind.many else Op.EQ, (far, key))
        return self.query(model).where(condition)

    def about(self, country: CountryCode | str, /) -> tuple[AnyFact, ...]:
        """Return every fact that concerns a country, in the order of the dataset.

        Those are the facts to which a relation of `Country` leads, and the volumes of
        exchanges whose home it is.

        Raises:
            InvalidCode: no such country.
        """
        row = Country.of(country)
        declared = vars(Country).values()
        relations: list[Many[Country, AnyFact]]
        relations = [item for item in declared if isinstance(item, Many)]
        found = {fact for relation in relations for fact in self.related(row, relation)}
        names = self.related(row, Country.exchanges).values(Exchange.name)
        found.update(self.volumes.where(TradingVolume.exchange.is_in(names)))
        return tuple(fact for fact in self if fact in found)

    @property
    def countries(self) -> Query[Country]:
        """All countries of ISO 3166-1, whether or not a fact is told of them."""
        return self.query(Country)

    @property
    def reserves(self) -> Query[Reserve]:
        """What states hold."""
        return self.query(Reserve)

    @property
    def movements(self) -> Query[ReserveMovement]:
        """What moves in and out of holdings."""
        return self.query(ReserveMovement)

    @property
    def agreements(self) -> Query[Agreement]:
        """What states and others agree on."""
        return self.query(Agreement)

    @property
    def legal_statuses(self) -> Query[LegalStatus]:
        """Where virtual assets stand in the law."""
        return self.query(LegalStatus)

    @property
    def regulators(self) -> Query[Regulator]:
        """Who supervises virtual assets."""
        return self.query(Regulator)

    @property
    def licences(self) -> Query[Licence]:
        """Who may do business, and who may not."""
        return self.query(Licence)

    @property
    def exchanges(self) -> Query[Exchange]:
        """Trading platforms."""
        return self.query(Exchange)

    @property
    def volumes(self) -> Query[TradingVolume]:
        """How much is traded on exchanges."""
        return self.query(TradingVolume)

    @property
    def mining(self) -> Query[Mining]:
        """Mining, and the power behind it."""
        return self.query(Mining)

    @property
    def tokens(self) -> Query[Token]:
        """Tokens that states issue or stand behind."""
        return self.query(Token)

    @property
    def adoption(self) -> Query[Adoption]:
        """How many people have to do with virtual assets."""
        return self.query(Adoption)

    @property
    def financing(self) -> Query[Financing]:
        """Loans to states that touch virtual assets."""
        return self.query(Financing)

    @property
    def organisations(self) -> Query[Organisation]:
        """Bodies and firms that are neither regulators nor exchanges."""
        return self.query(Organisation)

    # --- merging and time ------------------------------------------------------------

    def merge(self, *others: Dataset) -> Dataset:
        """Return the facts of all, each once, with the citations of all.

        `a | b` is the same for two.
        """
        return Dataset(fact for data in (self, *others) for fact in data)

    def __or__(self, other: Dataset) -> Dataset:
        return self.merge(other) if isinstance(other, Dataset) else NotImplemented

    def as_of(self, day: date, /) -> Dataset:
        """Return the facts that hold on a day, as far as they are dated (valid time).

        A fact holds from the first day of its period on. A plain date (`2025-07`) says
        since when: it keeps holding. An interval (`2021/2024`) says until when as well.
        A fact without a date, or without its year, counts as holding.

        Nothing but the period is looked at. A fact of the stage `ended` says that
        something is over: it appears with its period like any other, and does not
        remove the fact of what it ended.

        Raises:
            TypeError: not a `date`, or a `datetime`.
        """
        check_day(day)
        return Dataset(fact for fact in self if _holds(fact.period, day))

    def known_by(self, day: date, /) -> Dataset:
        """Return what had been published by the end of a day (knowledge time).

        A citation counts if its source was certainly out: the last day of the stated
        date has come, and the date is neither missing nor approximate. Facts that
        nobody had published yet are left out.

        Raises:
            TypeError: not a `date`, or a `datetime`.
        """
        check_day(day)
        return Dataset(_citing(self, lambda citation: _out(citation, day)))


def check_day(day: object) -> None:
    """Refuse what is not a day of the calendar.

    Raises:
        TypeError: not a `date`, or a `datetime`, which names a moment.
    """
    if isinstance(day, datetime) or not isinstance(day, date):
        msg = f"{shown(day)} is not a day; give a datetime.date"
        raise TypeError(msg)


@cache
def _country_table() -> Table[Country]:
    return Table(Country, Country.all())


def _merged(facts: Iterable[AnyFact]) -> tuple[AnyFact, ...]:
    """Make equal facts one, which stands where the first stood and cites all."""
    cited: dict[AnyFact, dict[Citation, None]] = {}
    for fact in facts:
        if type(fact) not in _MODELS:
            msg = f"a dataset holds facts, not {shown(fact)}"
            raise TypeError(msg)
        cited.setdefault(fact, {}).update(dict.fromkeys(fact.citations))
    return tuple(_cited(fact, tuple(citations)) for fact, citations in cited.items())


_MODELS = frozenset(FACTS.values())


def _cited(fact: AnyFact, citations: tuple[Citation, ...]) -> AnyFact:
    return fact if citations == fact.citations else fact.evolve(citations=citations)


def _citing(
    facts: Iterable[AnyFact], counts: Callable[[Citation], bool]
) -> Iterator[AnyFact]:
    """Yield the facts with those citations that count, if any does."""
    for fact in facts:
        citations = tuple(filter(counts, fact.citations))
        if citations:
            yield _cited(fact, citations)


def _holds(period: Period | None, day: date) -> bool:
    if period is None:
        return True
    begun = period.start is None or period.start <= day
    closed = period.precision is Precision.INTERVAL and period.end is not None
    return begun and not (closed and period.end is not None and period.end <= day)


def _out(citation: Citation, day: date) -> bool:
    published = citation.source.published
    if published is None or published.end is None or published.approximate:
        return False
    return published.end - _DAY <= day
