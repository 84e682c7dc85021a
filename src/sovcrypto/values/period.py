"""A date or interval of the precision that its source gave it.

The notation is a subset of EDTF (ISO 8601-2, Extended Date/Time Format levels 0 and 1):
`2025`, `2025-05`, `2025-05-13`, `2025-Q1` (EDTF's `2025-33` is read as well),
`2025-05/2025-07`, `../2027`, `2021/..`, an approximate `2025~`, and `XXXX-05` for a
month whose year the source left out. "2025" is a year and never 1 January.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache, total_ordering
from typing import Final

import attrs

from ..errors import InvalidPeriod

_EXPECTED: Final = "a date such as 2025, 2025-05, 2025-05-13, 2025-Q1 or 2021/2027"
# The year 9999 is left out: its end, the first day of the year 10000, is no date.
_POINT = re.compile(
    r"(?P<year>[0-9]{4}|XXXX)"
    r"(?:-Q(?P<quarter>[1-4])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?",
    re.ASCII,
)
# ISO 8601-2, 4.8.1: a quarter stands where a month would, as 33 to 36.
_QUARTERS: Final = {"33": 1, "34": 2, "35": 3, "36": 4}
_DAY: Final = timedelta(days=1)


class Precision(StrEnum):
    """How exactly a period is stated."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    INTERVAL = "interval"


_BY_LENGTH: Final = {
    len("2025"): Precision.YEAR,
    len("2025-05"): Precision.MONTH,
    len("2025-05-13"): Precision.DAY,
}


@attrs.frozen
class _Point:
    """One date of stated precision; `year` is None where the source left it out."""

    year: int | None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.quarter:
            return f"{year}-Q{self.quarter}"
        rest = (f"-{part:02}" for part in (self.month, self.day) if part)
        return year + "".join(rest)

    def bounds(self) -> tuple[date, date] | None:
        """Return the first day and the day after the last, None without a year."""
        if self.year is None:
            return None
        if self.day:
            first = date(self.year, self.month or 1, self.day)
            return first, first + _DAY
        first_month = self.month or (3 * self.quarter - 2 if self.quarter else 1)
        months = 1 if self.month else 3 if self.quarter else 12
        past = first_month + months
        over = past > 12  # noqa: PLR2004 -- months of a year
        end = date(self.year + 1, 1, 1) if over else date(self.year, past, 1)
        return date(self.year, first_month, 1), end


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, date | None, date | None]:
    """Return the canonical notation with its half-open bounds."""
    if not isinstance(text, str):
        raise InvalidPeriod(text, _EXPECTED)
    plain = text.removesuffix("~")
    if plain.count("/") > 1 or plain in {"..", "../.."}:
        raise InvalidPeriod(text, _EXPECTED)
    try:
        edges = [None if p == ".." else _point(p) for p in plain.split("/")]
        if edges[0] == edges[-1]:
            edges = edges[:1]
        first, last = edges[0], edges[-1]
        low = first.bounds() if first else None
        high = last.bounds() if last else None
    except ValueError as error:
        raise InvalidPeriod(text, _EXPECTED, hint=_reason(error)) from error
    if len(edges) > 1 and any(e and e.year is None for e in edges):
        raise InvalidPeriod(text, _EXPECTED, hint="an interval needs years")
    if low and high and (low[0] > high[0] or low[1] > high[1]):
        raise InvalidPeriod(text, _EXPECTED, hint="the interval runs backwards")
    canonical = "/".join(".." if e is None else str(e) for e in edges)
    about = "~" if text.endswith("~") else ""
    return canonical + about, low and low[0], high and high[1]


def _point(text: str) -> _Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise InvalidPeriod(text, _EXPECTED)
    year = None if match["year"] == "XXXX" else int(match["year"])
    quarter = match["quarter"] or _QUARTERS.get(match["month"] or "")
    if year in {0, 9999} or (year is None and not match["month"]):
        raise InvalidPeriod(text, _EXPECTED)
    if quarter:
        if match["day"]:
            raise InvalidPeriod(text, _EXPECTED)
        return _Point(year, quarter=int(quarter))
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    # A leap year stands in for a missing one, so that XXXX-02-29 is a day.
    date(year or 2000, month if month is not None else 1, day if day is not None else 1)
    return _Point(year, month, day)


def _reason(error: ValueError) -> str | None:
    """Keep what `datetime` says of an impossible day; drop our own inner text."""
    return None if isinstance(error, InvalidPeriod) else str(error)


def _canonical(text: str) -> str:
    return _read(text)[0]


def _start(period: Period) -> date | None:
    return _read(period.edtf)[1]


def _end(period: Period) -> date | None:
    return _read(period.edtf)[2]


@total_ordering
@attrs.frozen(repr=False)
class Period:
    """A date or interval of stated precision.

    >>> Period("2025-05").end
    datetime.date(2025, 6, 1)
    >>> Period("2025-05") in Period("2025")
    True

    Periods are ordered by their first day, then by their last; those without a year
    come after all others.

    Attributes:
        edtf: the canonical notation; `str` gives the same.
        start: first day, None where the period is open or has no year.
        end: the day *after* the last, None where the period is open or has no year.

    Raises:
        InvalidPeriod: not of the notation, no such day, or an interval that runs back.
    """

    edtf: str = attrs.field(converter=_canonical)
    start: date | None = attrs.field(
        init=False, eq=False, default=attrs.Factory(_start, takes_self=True)
    )
    end: date | None = attrs.field(
        init=False, eq=False, default=attrs.Factory(_end, takes_self=True)
    )

    @classmethod
    def between(cls, start: Period | None, end: Period | None) -> Period:
        """Return the interval from one period to another; None leaves it open.

        >>> Period.between(Period("2021"), None)
        Period('2021/..')
        >>> Period.between(Period("2021~"), None)
        Period('2021/..~')
        """
        edges = [str(edge or "..") for edge in (start, end)]
        # An interval is approximate as a whole.
        about = "~" if any(edge.endswith("~") for edge in edges) else ""
        return cls("/".join(edge.removesuffix("~") for edge in edges) + about)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"Period({self.edtf!r})"

    @property
    def approximate(self) -> bool:
        """Whether the source hedged the date: `2025~`."""
        return self.edtf.endswith("~")

    @property
    def precision(self) -> Precision:
        """How exactly it is stated."""
        if "/" in self.edtf:
            return Precision.INTERVAL
        if "Q" in self.edtf:
            return Precision.QUARTER
        return _BY_LENGTH[len(self.edtf.removesuffix("~"))]

    @property
    def resolved(self) -> bool:
        """Whether the year is known."""
        return not self.edtf.startswith("XXXX")

    def resolve(self, published: Period) -> Period:
        """Supply a missing year from the date of the document, looking back.

        >>> Period("XXXX-05").resolve(Period("2025-07-16"))
        Period('2025-05')
        >>> Period("XXXX-12").resolve(Period("2025-07-16"))
        Period('2024-12')
        """
        if self.resolved or published.start is None:
            return self
        # 29 February looks back as far as the last leap year, eight years at most.
        for year in range(published.start.year, published.start.year - 9, -1):
            try:
                here = Period(self.edtf.replace("XXXX", f"{year:04}", 1))
            except InvalidPeriod:
                continue
            if here.start is not None and here.start <= published.start:
                return here
        return self

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day, as far as stated: an open end reaches on.

        >>> Period("2021/..").overlaps(Period("2025-05"))
        True
        """
        return _before(self.start, other.end) and _before(other.start, self.end)

    def __contains__(self, item: date | Period) -> bool:
        """Whether a day, or the whole of another period, lies within."""
        if isinstance(item, Period):
            if not item.resolved or not self.resolved:
                return item == self
            starts = self.start is None or (
                item.start is not None and self.start <= item.start
            )
            ends = self.end is None or (item.end is not None and item.end <= self.end)
            return starts and ends
        return self.resolved and (
            (self.start is None or self.start <= item)
            and (self.end is None or item < self.end)
        )

    def _key(self) -> tuple[bool, date, date, str]:
        first, last = self.start or date.min, self.end or date.max
        return not self.resolved, first, last, self.edtf

    def __lt__(self, other: Period) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self._key() < other._key()
