"""Dates in a text, as exact as they are written.

Amounts are looked for first and handed over as `taken`, so that no number is read both
as a year and as a quantity. A month without its year, and words such as "last year",
stay open until `resolve` is told when the text was published.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

import attrs

from ...values import Period, Precision
from .finder import DateFinder, parsed
from .words import date_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..folding import Shadow

# How exact the day of publication must be, to tell "yesterday" from it.
_FINE_ENOUGH: Final = {
    "year": None,
    "quarter": frozenset((Precision.DAY, Precision.MONTH)),
    "month": frozenset((Precision.DAY, Precision.MONTH)),
    "day": frozenset((Precision.DAY,)),
}


@attrs.frozen
class FoundPeriod:
    """A date, where a shadow states it.

    Attributes:
        start: where it begins in the shadow, without its preposition.
        end: where it ends.
        period: the date as far as it is written, `XXXX-05` for a month without a year;
            None where it is only told by `relative`.
        role: what the preposition makes of it: `in`, `since`, `until`, `before`,
            `after`, `as_of`, or None.
        relative: how it lies to the day of publication: `year-1`, `month+0`; with a
            month beside it, `year-1` is the year of that month and `next` the next.
    """

    start: int
    end: int
    period: Period | None
    role: str | None = None
    relative: str | None = None


def find_periods(
    shadow: Shadow,
    language: str,
    start: int = 0,
    end: int | None = None,
    *,
    taken: Iterable[tuple[int, int]] = (),
) -> list[FoundPeriod]:
    """Find the dates of a stretch of a text, in order, outside the spans taken.

    >>> from sovcrypto.reading.folding import Shadow
    >>> shadow = Shadow.of("since May 2025, and by the end of 2027")
    >>> [(str(found.period), found.role) for found in find_periods(shadow, "en")]
    [('2025-05', 'since'), ('2027~', 'until')]

    Raises:
        UnknownLocale: no such language can be read.
    """
    stop = len(shadow.folded) if end is None else end
    finder = DateFinder(
        text=shadow.folded[start:stop].replace(b"\n", b" "),
        plain=shadow.plain[start:stop],
        words=date_words(language),
        taken=sorted((low - start, high - start) for low, high in taken),
    )
    return [
        FoundPeriod(
            date.start + start, date.end + start, period, date.role, date.relative
        )
        for date, period in finder.find()
    ]


def resolve(found: FoundPeriod, published: Period | None) -> Period | None:
    """Return a found date with what the day of publication adds, None if it stays open.

    >>> last_year = FoundPeriod(0, 9, None, relative="year-1")
    >>> resolve(last_year, Period("2025-07-16"))
    Period('2024')
    """
    period, relative = found.period, found.relative
    if published is None or published.start is None:
        return period
    if relative is None or relative == "next":
        if period is None or period.resolved:
            return period
        here = period.resolve(published)
        return _later(here) if relative == "next" else here
    shifted = _shifted(relative, published)
    if period is None or shifted is None:
        return shifted if period is None else period
    return parsed(str(period).replace("XXXX", str(shifted)[:4]))


def _later(period: Period) -> Period:
    """Return the same month or day a year on."""
    year, rest = period.edtf[:4], period.edtf[4:]
    return Period(f"{int(year) + 1:04}{rest}") if year.isdigit() else period


def _shifted(relative: str, published: Period) -> Period | None:
    """Return the year, quarter, month or day that lies so far from publication."""
    day, unit, shift = published.start, relative[:-2], int(relative[-2:])
    enough = _FINE_ENOUGH[unit]
    if day is None or (enough and published.precision not in enough):
        return None
    if unit == "year":
        return Period(f"{day.year + shift:04}")
    if unit == "day":
        return Period((day + timedelta(days=shift)).isoformat())
    step = 3 if unit == "quarter" else 1
    year, month = divmod(day.year * 12 + day.month - 1 + shift * step, 12)
    if unit == "quarter":
        return Period(f"{year:04}-Q{month // 3 + 1}")
    return Period(f"{year:04}-{month + 1:02}")
