"""A sentence and what was found in it: events, amounts, dates and clauses."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Protocol

import attrs

from ..codes import dimension
from .clauses import clause_starts
from .dates import resolve
from .language import words
from .laziness import lazy
from .naming import SHORT, body_at, names
from .phrases import setting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, KeysView, Sequence

    from ..values import Period
    from .amounts import FoundAmount
    from .dates import FoundPeriod
    from .document import Section, Sentence
    from .lexicon import Event, Kind
    from .memory import Memory

_SEVERAL: Final = 2


class Spanned(Protocol):
    """Anything found that has a place in the shadow."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        ...


# Not frozen, because that would double the cost of the object made most often.
@attrs.define(slots=False, eq=False)
class Findings:
    """A sentence, its events, amounts and periods, and the memory before it."""

    section: Section
    sentence: Sentence
    plain: str
    folded: bytes
    events: Sequence[Event]
    amounts: Sequence[FoundAmount]
    dates: Sequence[FoundPeriod]
    memory: Memory

    # -- looking things up

    @lazy
    def _by_value(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.value, []).append(event)
        return found

    @lazy
    def _by_kind(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.events:
            found.setdefault(event.kind, []).append(event)
        return found

    @property
    def concepts(self) -> KeysView[str]:
        """The values of all events: what a rule is chosen by."""
        return self._by_value.keys()

    def find(self, *values: str) -> Sequence[Event]:
        """Return the events of these concepts, in order."""
        if len(values) == 1:
            return self._by_value.get(values[0], ())
        return self._among(self._by_value, values)

    def of_kind(self, *kinds: Kind) -> Sequence[Event]:
        """Return the events of these kinds, in order."""
        if len(kinds) == 1:
            return self._by_kind.get(kinds[0], ())
        return self._among(self._by_kind, kinds)

    def _among(
        self, found: dict[str, list[Event]], wanted: tuple[str, ...]
    ) -> Sequence[Event]:
        lists = [found[name] for name in wanted if name in found]
        if len(lists) < _SEVERAL:
            return lists[0] if lists else ()
        # The list of events is in order, and longer words come first.
        kept = {event for events in lists for event in events}
        return [event for event in self.events if event in kept]

    def vocabulary(
        self, prefix: str, within: tuple[int, int] | None = None
    ) -> list[str]:
        """Return the values of a vocabulary, such as `energy.`, without repetition."""
        low, high = within or (self.sentence.start, self.sentence.end)
        found = (
            event.value.removeprefix(prefix)
            for event in self.events
            if event.value.startswith(prefix) and low <= event.start < high
        )
        return list(dict.fromkeys(found))

    def text(self, start: int, end: int) -> str:
        """Return the text of a span, its white space folded."""
        return " ".join(self.plain[start:end].split())

    @lazy
    def free_order(self) -> bool:
        """Whether the subject may follow its verb, and the object stand before it.

        "Im Juli hat Deutschland 50.000 BTC verkauft."
        """
        return setting(self.section.language, "text", "order") == "free"

    # -- clauses

    @lazy
    def _cuts(self) -> list[int]:
        """Where its clauses begin."""
        start, end = self.sentence.start, self.sentence.end
        language = self.section.language
        return clause_starts(self.folded, start, end, self.events, language, self.plain)

    def clause(self, position: int) -> tuple[int, int]:
        """Return the span of the clause at a position."""
        index = bisect_right(self._cuts, position) - 1
        start = self._cuts[max(index, 0)]
        rest = self._cuts[index + 1 : index + 2]
        return start, rest[0] if rest else self.sentence.end

    def nearest(
        self,
        events: Iterable[Event],
        position: int,
        *,
        within: tuple[int, int] | None = None,
    ) -> Event | None:
        """Return the event nearest to a position, those before it first."""
        low, high = within or (self.sentence.start, self.sentence.end)
        inside = [event for event in events if low <= event.start < high]
        return min(
            inside,
            key=lambda e: (abs(e.start - position), e.start > position),
            default=None,
        )

    def amount(
        self, dimension: str, position: int, *, within: tuple[int, int] | None = None
    ) -> FoundAmount | None:
        """Return the amount of a dimension nearest to a position."""
        low, high = within or (self.sentence.start, self.sentence.end)
        fitting = [
            found
            for found in self.amounts
            if measures(found, dimension) and low <= found.start < high
        ]
        return min(fitting, key=lambda f: abs(f.start - position), default=None)

    def when(self, position: int) -> Period | None:
        """Return the date of what is told at a position: the only one there is.

        The clause decides first, then the sentence; a date until which is no date at
        which.
        """
        for within in (self.clause(position), None):
            dates = [
                period
                for found in self.dates
                if found.role != "until"
                for period in self._resolved(found, within)
            ]
            if dates:
                return dates[0] if len(dates) == 1 else None
        return None

    def _resolved(
        self, found: FoundPeriod, within: tuple[int, int] | None
    ) -> list[Period]:
        low, high = within or (self.sentence.start, self.sentence.end)
        period = resolve(found, self.memory.published)
        return [period] if period is not None and low <= found.start < high else []

    def periods(
        self, *roles: str, within: tuple[int, int] | None = None
    ) -> list[Period]:
        """Return the dates with these roles, all if none is asked for, resolved."""
        return [
            period
            for found in self.dates
            if not roles or found.role in roles
            for period in self._resolved(found, within)
        ]

    def words(self, name: str) -> tuple[str, ...]:
        """Return a list of words of the language of the scene."""
        return words(self.section.language, "text", name)

    def names_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of what may be names between two offsets."""
        return names(self.plain, start, end, self.section.language)

    def body_at(self, head: Event, end: int) -> tuple[int, int]:
        """Return the span of an official body's name around its head word."""
        return body_at(self.plain, head, self.events, end, self.section.language)

    def shortened(self, end: int) -> bool:
        """Whether the short form of a name follows it in brackets."""
        return SHORT.match(self.plain, end) is not None

    def names(self, name: str) -> tuple[str, ...]:
        """Return a list of names of the language of the scene."""
        return words(self.section.language, "names", name)


def measures(found: FoundAmount, wanted: str) -> bool:
    """Whether an amount is of a dimension, such as `currency` or `power`."""
    return dimension(found.amount.unit).partition(":")[0] == wanted
