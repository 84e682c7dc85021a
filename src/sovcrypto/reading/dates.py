"""Dates in a text, as exact as they are written.

Amounts are looked for first and handed over as `taken`, so that no number is read both
as a year and as a quantity. A month without its year, and words such as "last year",
stay open until `resolve` is told when the text was published.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import attrs

from ..errors import InvalidPeriod
from ..values import Period, Precision
from .datewords import DateWords, date_words
from .folding import WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .folding import Shadow

# A run of digits and the marks within dates: 2025, 2025-07-16, 16/07/2025, 2020-2025.
_RUN: Final = re.compile(rb"[0-9](?:[0-9]*(?:[./-][0-9]+)*)")
_ISO: Final = re.compile(rb"([12][0-9]{3})-([01][0-9])(?:-([0-3][0-9]))?")
_NUMERIC: Final = re.compile(rb"([0-3]?[0-9])([./-])([0-3]?[0-9])\2([12][0-9]{3})")
_SPAN: Final = re.compile(rb"([12][0-9]{3})[-/]([12][0-9]{3}|[0-9]{2})")
_AFTER_YEAR: Final = re.compile(rb"[ ]?([%\xb0$\x80\xa3]|[a-z]+)")
_NOT_BEFORE: Final = WORD | frozenset(b"$\x80\xa3#.,_@&=+/:")
_WINDOW: Final = 20
_GAP: Final = 12
# Years that are years even where nothing says so; others need a preposition.
_PLAIN_YEARS: Final = range(1990, 2041)
_YEARS: Final = range(1900, 2101)


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
    finder = _Finder(
        text=shadow.folded[start:stop].replace(b"\n", b" "),
        plain=shadow.plain[start:stop],
        words=date_words(language),
        taken=sorted((low - start, high - start) for low, high in taken),
    )
    return [
        attrs.evolve(found, start=found.start + start, end=found.end + start)
        for found in finder.find()
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
    return _parsed(str(period).replace("XXXX", str(shifted)[:4]))


def _later(period: Period) -> Period:
    """Return the same month or day a year on."""
    year, rest = period.edtf[:4], period.edtf[4:]
    return Period(f"{int(year) + 1:04}{rest}") if year.isdigit() else period


def _shifted(relative: str, published: Period) -> Period | None:
    """Return the year, quarter, month or day that lies so far from publication."""
    day = published.start
    precision = published.precision
    unit, shift = relative[:-2], int(relative[-2:])
    if day is None or precision is Precision.INTERVAL:
        return None
    if unit == "year":
        return Period(f"{day.year + shift:04}")
    if unit == "day":
        if precision is not Precision.DAY:
            return None
        return Period(day.fromordinal(day.toordinal() + shift).isoformat())
    if precision not in {Precision.DAY, Precision.MONTH}:
        return None
    step = 3 if unit == "quarter" else 1
    count = day.year * 12 + day.month - 1 + shift * step
    year, month = divmod(count, 12)
    if unit == "quarter":
        return Period(f"{year:04}-Q{month // 3 + 1}")
    return Period(f"{year:04}-{month + 1:02}")


def _parsed(text: str) -> Period | None:
    try:
        return Period(text)
    except InvalidPeriod:
        return None


@attrs.define
class _Date:
    """A date while it is read."""

    start: int
    end: int
    edtf: str
    role: str | None = None
    relative: str | None = None
    opened: bool = False
    approximate: bool = False


@attrs.frozen
class _Finder:
    text: bytes
    plain: str
    words: DateWords
    taken: Sequence[tuple[int, int]]

    def find(self) -> Iterator[FoundPeriod]:
        """Yield the dates in order."""
        dates = [*self._named()]
        spans = sorted([*self.taken, *((date.start, date.end) for date in dates)])
        dates.extend(self._numeric(spans))
        dates.sort(key=lambda date: date.start)
        for date in self._joined(dates):
            about = "~" * (date.approximate and "/" not in date.edtf)
            period = _parsed(date.edtf + about) if date.edtf else None
            if period is not None or (date.relative and not date.edtf):
                yield FoundPeriod(
                    date.start, date.end, period, date.role, date.relative
                )

    # --- by name -----------------------------------------------------------------

    def _named(self) -> Iterator[_Date]:
        """Yield dates with a month, quarter or half, and relative ones."""
        place = 0
        for _, start, _ in self.words.triggers.find_matches_as_indexes(self.text):
            if start < place or (start and self.text[start - 1] in WORD):
                continue
            date = self._month(start) or self._part(start) or self._relative(start)
            if date is not None and not _overlaps(self.taken, date.start, date.end):
                place = date.end
                yield date

    def _month(self, start: int) -> _Date | None:
        words, text = self.words, self.text
        month = words.months.first(text, start)
        if month is None or (words.capital and not self.plain[start].isupper()):
            return None
        number, end = month
        date = _Date(start, end, f"XXXX-{number:02}")
        day = self._day_before(date) or self._day_after(date)
        year = words.year_after.match(text, date.end)
        if year and not _overlaps(self.taken, year.start(1), year.end(1)):
            date.edtf = f"{year[1].decode()}{date.edtf[4:]}"
            date.end = year.end(1)
        if day:
            dated = f"{date.edtf}-{day:02}"
            date.edtf = dated if _parsed(dated) else date.edtf
        if not date.edtf.startswith("XXXX"):
            return self._placed(date)
        self._nearest(date)
        self._placed(date)
        named = day or date.role or date.relative or date.approximate
        return date if named else None

    def _nearest(self, date: _Date) -> None:
        """Take in `dernier`, `prochain`, `of last year` after a month without a year."""
        words, text = self.words, self.text
        start = date.end + text.startswith(b" ", date.end)
        for way, relative in ((words.last, "last"), (words.next, "next")):
            after = way.first(text, start)
            if after:
                date.relative = None if relative == "last" else "next"
                date.role = "in"
                date.end = after[1]
        link = words.year_link.match(text, date.end)
        told = words.relative.first(text, link.end()) if link else None
        if told and told[0].startswith("year"):
            date.relative, date.end = told

    def _day_before(self, date: _Date) -> int:
        window = self.text[max(0, date.start - _WINDOW) : date.start]
        day = self.words.day_before.search(window)
        if day is None or not 0 < int(day[1]) <= 31:  # noqa: PLR2004 -- days of a month
            return 0
        start = date.start - len(window) + day.start(1)
        before = self.text[start - 1] if start else 0
        if before in b".,$'" and before or _overlaps(self.taken, start, date.start):
            return 0
        date.start = start
        return 0 if before == 45 else int(day[1])  # noqa: PLR2004 -- 10-15 mai: the month

    def _day_after(self, date: _Date) -> int:
        day = (
            self.words.day_after.match(self.text, date.end)
            if self.words.month_first
            else None
        )
        if day is None or not 0 < int(day[1]) <= 31:  # noqa: PLR2004 -- days of a month
            return 0
        if _overlaps(self.taken, day.start(1), day.end()):
            return 0
        date.end = day.end()
        return int(day[1])

    def _part(self, start: int) -> _Date | None:
        """Read a quarter or half of a year, which must be named."""
        words, text = self.words, self.text
        for parts, form in ((words.quarters, "{0}-Q{1}"), (words.halves, "")):
            part = parts.first(text, start)
            year = words.year_after.match(text, part[1]) if part else None
            if part is None or year is None:
                continue
            months = ("01/{0}-06", "07/{0}-12")[part[0] > 1]
            edtf = (form or "{0}-" + months).format(year[1].decode(), part[0])
            return self._placed(_Date(start, year.end(1), edtf))
        return None

    def _relative(self, start: int) -> _Date | None:
        told = self.words.relative.first(self.text, start)
        if told is None:
            return None
        return self._placed(_Date(start, told[1], "", relative=told[0]))

    # --- in digits ---------------------------------------------------------------

    def _numeric(self, spans: Sequence[tuple[int, int]]) -> Iterator[_Date]:
        """Yield years and dates in digits."""
        text = self.text
        for match in _RUN.finditer(text):
            start, end = match.span()
            if end - start < 4 or _overlaps(spans, start, end):  # noqa: PLR2004
                continue
            if (start and text[start - 1] in _NOT_BEFORE) or (
                end < len(text) and text[end] in WORD
            ):
                continue
            if end - start == 4:  # noqa: PLR2004
                if match[0].isdigit():
                    date = self._year(start, end)
                    if date is not None:
                        yield date
                continue
            edtf = self._written(match[0])
            if edtf:
                yield self._placed(_Date(start, end, edtf))

    def _year(self, start: int, end: int) -> _Date | None:
        text, words = self.text, self.words
        year = int(text[start:end])
        if year not in _YEARS or words.plural.at(text, start):
            return None
        date = self._placed(_Date(start, end, f"{year:04}"))
        if date.role or date.approximate or date.start < start:
            return date
        if start and text[start - 1] == 45:  # noqa: PLR2004 -- a hyphen glues it
            return None
        after = _AFTER_YEAR.match(text, end)
        if after is None:
            opened = start and text[start - 1] in b"( "
            return date if year in _PLAIN_YEARS or opened else None
        counted = after[1][-1:] in b"sx" and after[1] not in words.stops
        lower = self.plain[after.start(1)].islower()
        if not after[1].isalpha() or year not in _PLAIN_YEARS:
            return None
        return None if counted and lower else date

    def _written(self, run: bytes) -> str:
        """Return a date that is all digits in EDTF, empty for what is none."""
        iso = _ISO.fullmatch(run)
        if iso:
            parts = [part.decode() for part in iso.groups() if part]
            if _parsed("-".join(parts)) and int(parts[0]) in _YEARS:
                return "-".join(parts)
        span = _SPAN.fullmatch(run)
        if span:
            first, last = span[1].decode(), span[2].decode()
            last = first[: 4 - len(last)] + last
            return f"{first}/{last}" if first < last and int(first) in _YEARS else ""
        numeric = _NUMERIC.fullmatch(run)
        if numeric is None:
            return ""
        first, second = int(numeric[1]), int(numeric[3])
        if not self.words.order and first <= 12 and second <= 12 and first != second:  # noqa: PLR2004
            return ""
        swap = second > 12 if not self.words.order else self.words.order == "mdy"  # noqa: PLR2004
        day, month = (second, first) if swap else (first, second)
        return f"{numeric[4].decode()}-{month:02}-{day:02}"

    # --- around ------------------------------------------------------------------

    def _placed(self, date: _Date) -> _Date:
        """Take in what stands before a date: article, `late`, preposition."""
        words, text = self.words, self.text
        place = date.start
        for _ in range(3):
            role = words.roles.at(text, place)
            filler = words.fillers.at(text, place)
            if filler is None or (role and role[1] <= filler[1]):
                break
            place = filler[1]
            if filler[0] == "about":
                date.approximate = True
                date.start = place
        role = words.roles.at(text, place)
        if role:
            date.role = role[0]
        opened = words.open.at(text, place)
        date.opened = opened is not None
        return date

    def _joined(self, dates: Iterable[_Date]) -> Iterator[_Date]:
        """Join two dates that are the ends of one interval."""
        last: _Date | None = None
        for date in dates:
            if last is not None and self._interval(last, date):
                continue
            if last is not None:
                yield last
            last = date
        if last is not None:
            yield last

    def _interval(self, first: _Date, second: _Date) -> bool:
        gap = self.text[first.end : second.start]
        if len(gap) > _GAP or not first.edtf or not second.edtf:
            return False
        word = gap.strip()
        paired = first.opened and word in self.words.pair
        ranged = word == b"-" or (word in self.words.range and first.role != "until")
        if not (paired or ranged) or "/" in first.edtf + second.edtf:
            return False
        start = first.edtf
        if start.startswith("XXXX"):
            start = second.edtf[:4] + start[4:]
        period = _parsed(f"{start}/{second.edtf}")
        if period is None or "XXXX" in start:
            return False
        first.edtf, first.end, first.role = period.edtf, second.end, "in"
        return True


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span shares a place with one of some sorted spans that do not overlap."""
    index = bisect_right(spans, (start, end))
    if index < len(spans) and spans[index][0] < end:
        return True
    return index > 0 and spans[index - 1][1] > start
