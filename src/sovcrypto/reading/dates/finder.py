"""Finds dates: months and relative words by name, years and the rest in digits."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import attrs

from ...errors import InvalidPeriod
from ...values import Period
from ..folding import WORD
from .words import DateWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


def parsed(text: str) -> Period | None:
    """Return the period of a text, None if there is no such day or interval."""
    try:
        return Period(text)
    except InvalidPeriod:
        return None


@attrs.define
class Date:
    """A date while it is read."""

    start: int
    end: int
    edtf: str
    role: str | None = None
    relative: str | None = None
    opened: bool = False
    approximate: bool = False


@attrs.frozen
class DateFinder:
    """Finds the dates of a text outside the spans taken, which are sorted."""

    text: bytes
    plain: str
    words: DateWords
    taken: Sequence[tuple[int, int]]

    def find(self) -> Iterator[tuple[Date, Period | None]]:
        """Yield the dates in order, each with its period, None for `last year`."""
        dates = [*self._named()]
        spans = sorted([*self.taken, *((date.start, date.end) for date in dates)])
        dates.extend(self._numeric(spans))
        dates.sort(key=lambda date: date.start)
        for date in self._joined(dates):
            about = "~" * (date.approximate and "/" not in date.edtf)
            period = parsed(date.edtf + about) if date.edtf else None
            if period is not None or (date.relative and not date.edtf):
                yield date, period

    def _is_taken(self, start: int, end: int) -> bool:
        return _overlaps(self.taken, start, end)

    # --- by name -----------------------------------------------------------------

    def _named(self) -> Iterator[Date]:
        """Yield dates with a month, quarter or half, and relative ones."""
        place = 0
        for _, start, _ in self.words.triggers.find_matches_as_indexes(self.text):
            if start < place or (start and self.text[start - 1] in WORD):
                continue
            date = (
                self._month(start, place) or self._part(start) or self._relative(start)
            )
            if date is not None and not self._is_taken(date.start, date.end):
                place = date.end
                yield date

    def _month(self, start: int, floor: int) -> Date | None:
        words, text = self.words, self.text
        month = words.months.first(text, start)
        if month is None or (words.capital and not self.plain[start].isupper()):
            return None
        number, end = month
        date = Date(start, end, f"XXXX-{number:02}")
        day = self._day_before(date, floor) or self._day_after(date)
        year = words.year_after.match(text, date.end)
        if year and not self._is_taken(year.start(1), year.end(1)):
            date.edtf = f"{year[1].decode()}{date.edtf[4:]}"
            date.end = year.end(1)
        if day:
            dated = f"{date.edtf}-{day:02}"
            date.edtf = dated if parsed(dated) else date.edtf
        if not date.edtf.startswith("XXXX"):
            return self._placed(date)
        self._nearest(date)
        self._placed(date)
        named = day or date.role or date.relative or date.approximate or date.opened
        return date if named else None

    def _nearest(self, date: Date) -> None:
        """Take in `dernier`, `prochain`, `of last year` after a month."""
        words, text = self.words, self.text
        start = date.end + text.startswith(b" ", date.end)
        for way, relative in ((words.last, "last"), (words.next, "next")):
            after = way.first(text, start)
            if after:
                date.relative = None if relative == "last" else "next"
                date.role = "in"
                date.end = after[1]
        for link in words.links:
            if text.startswith(link, date.end):
                told = words.relative.first(text, date.end + len(link))
                if told and told[0].startswith("year"):
                    date.relative, date.end = told
                    return

    def _day_before(self, date: Date, floor: int) -> int:
        window = self.text[max(floor, date.start - _WINDOW) : date.start]
        day = self.words.day_before.search(window)
        if day is None or not 0 < int(day[1]) <= 31:  # noqa: PLR2004 -- days of a month
            return 0
        start = date.start - len(window) + day.start(1)
        before = self.text[start - 1] if start else 0
        if (before and before in b".,$'") or self._is_taken(start, date.start):
            return 0
        date.start = start
        return 0 if before == 45 else int(day[1])  # noqa: PLR2004 -- 10-15 mai: the month

    def _day_after(self, date: Date) -> int:
        day = (
            self.words.day_after.match(self.text, date.end)
            if self.words.month_first
            else None
        )
        if day is None or not 0 < int(day[1]) <= 31:  # noqa: PLR2004 -- days of a month
            return 0
        if self._is_taken(day.start(1), day.end()):
            return 0
        date.end = day.end()
        return int(day[1])

    def _part(self, start: int) -> Date | None:
        """Read a quarter or half of a year, which must be named."""
        words, text = self.words, self.text
        for parts, form in ((words.quarters, "{0}-Q{1}"), (words.halves, "")):
            part = parts.first(text, start)
            year = words.year_after.match(text, part[1]) if part else None
            if part is None or year is None:
                continue
            months = ("01/{0}-06", "07/{0}-12")[part[0] > 1]
            edtf = (form or "{0}-" + months).format(year[1].decode(), part[0])
            return self._placed(Date(start, year.end(1), edtf))
        return None

    def _relative(self, start: int) -> Date | None:
        told = self.words.relative.first(self.text, start)
        if told is None:
            return None
        return self._placed(Date(start, told[1], "", relative=told[0]))

    # --- in digits ---------------------------------------------------------------

    def _numeric(self, spans: Sequence[tuple[int, int]]) -> Iterator[Date]:
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
                yield self._placed(Date(start, end, edtf))

    def _year(self, start: int, end: int) -> Date | None:
        text, words = self.text, self.words
        year = int(text[start:end])
        if year not in _YEARS or words.plural.at(text, start):
            return None
        date = self._placed(Date(start, end, f"{year:04}"))
        if date.role or date.approximate or date.start < start:
            return date
        if start and text[start - 1] == 45:  # noqa: PLR2004 -- a hyphen glues it
            return None
        after = _AFTER_YEAR.match(text, end)
        if after is None:
            opened = start and text[start - 1] in b"( "
            return date if year in _PLAIN_YEARS or opened else None
        if not after[1].isalpha() or year not in _PLAIN_YEARS:
            return None
        return None if self._counts(after[1], after.start(1)) else date

    def _counts(self, word: bytes, place: int) -> bool:
        """Whether a word after a bare year is what it counts: `2000 ordinateurs`."""
        if word in self.words.stops:
            return False
        lower = self.plain[place].islower()
        return not lower if self.words.capital_nouns else lower and word[-1] in b"sx"

    def _written(self, run: bytes) -> str:
        """Return a date that is all digits in EDTF, empty for what is none."""
        iso = _ISO.fullmatch(run)
        if iso:
            parts = [part.decode() for part in iso.groups() if part]
            if parsed("-".join(parts)) and int(parts[0]) in _YEARS:
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

    def _placed(self, date: Date) -> Date:
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

    def _joined(self, dates: Iterable[Date]) -> Iterator[Date]:
        """Join two dates that are the ends of one interval."""
        last: Date | None = None
        for date in dates:
            if last is not None and self._interval(last, date):
                continue
            if last is not None:
                yield last
            last = date
        if last is not None:
            yield last

    def _interval(self, first: Date, second: Date) -> bool:
        gap = self.text[first.end : second.start]
        if len(gap) > _GAP or b"  " in gap or not (first.edtf and second.edtf):
            return False
        word = gap.strip()
        paired = first.opened and word in self.words.pair
        ranged = word == b"-" or (word in self.words.range and first.role != "until")
        if not (paired or ranged) or "/" in first.edtf + second.edtf:
            return False
        start = first.edtf
        if start.startswith("XXXX"):
            start = second.edtf[:4] + start[4:]
        period = parsed(f"{start}/{second.edtf}")
        if period is None or "XXXX" in start:
            return False
        first.edtf, first.end, first.role = period.edtf, second.end, "in"
        return True


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a span shares a place with one of some sorted, separate spans."""
    index = bisect_right(spans, (start, end))
    if index < len(spans) and spans[index][0] < end:
        return True
    return index > 0 and spans[index - 1][1] > start
