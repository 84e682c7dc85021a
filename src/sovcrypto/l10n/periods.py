"""Dates and intervals in the precision that their source gave them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from babel.dates import format_interval

from ..values import Period, Precision
from .catalogs import message
from .days import day_writer, in_digits
from .guard import check_kind
from .options import check_choice
from .phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .voices import Voice

# A leap year, so that 29 February can be written.
_SOME_YEAR: Final = "2000"
DateStyle: TypeAlias = Literal["short", "medium", "long", "full"]
"""How much of a date is in words, as ECMA-402 calls it."""

# UTS 35, part 4, "Matching skeletons": what is shown, for each precision.
_SKELETONS: Final[Mapping[DateStyle, tuple[str, str, str, str]]] = {
    "short": ("y", "yQQQ", "yM", "yMd"),
    "medium": ("y", "yQQQ", "yMMM", "yMMMd"),
    "long": ("y", "yQQQQ", "yMMMM", "yMMMMd"),
    "full": ("y", "yQQQQ", "yMMMM", "yMMMMEEEEd"),
}
_PLACES: Final = {
    Precision.YEAR: 0,
    Precision.QUARTER: 1,
    Precision.MONTH: 2,
    Precision.DAY: 3,
}
# How a period agrees with the tense of a verb: "is", "has been", "was".
POINT: Final = 0
ONGOING: Final = 1
OVER: Final = 2

# A preposition goes with the precision of the date: "on May 13", but "in May".
_WHEN: Final = {
    Precision.YEAR: message("period, a year", "in {date}"),
    Precision.QUARTER: message("period, a quarter", "in the {date}"),
    Precision.MONTH: message("period, a month", "in {date}"),
    Precision.DAY: message("period, a day", "on {date}"),
}
_AS_OF: Final = {
    Precision.YEAR: message("period, a year", "as of {date}"),
    Precision.QUARTER: message("period, a quarter", "as of the {date}"),
    Precision.MONTH: message("period, a month", "as of {date}"),
    Precision.DAY: message("period, a day", "as of {date}"),
}
_SINCE: Final = {
    Precision.YEAR: message("period, a year", "since {date}"),
    Precision.QUARTER: message("period, a quarter", "since the {date}"),
    Precision.MONTH: message("period, a month", "since {date}"),
    Precision.DAY: message("period, a day", "since {date}"),
}
_UNTIL: Final = {
    Precision.YEAR: message("period, a year", "until {date}"),
    Precision.QUARTER: message("period, a quarter", "until the {date}"),
    Precision.MONTH: message("period, a month", "until {date}"),
    Precision.DAY: message("period, a day", "until {date}"),
}


def period_text(voice: Voice, period: Period, style: DateStyle = "long") -> str:
    """Write a period by itself: "May 2025", "since 2021", "around 2025".

    Raises:
        TypeError: it is no period.
        InvalidOption: no such style.
    """
    check_kind(period, Period, "a period must be a Period")
    if style not in _SKELETONS:
        check_choice("style", style, _SKELETONS)
    if period.precision is not Precision.INTERVAL:
        text = _date(voice, period, style)
        return _around(voice, text, period) if period.approximate else text
    start, end = _edges(period)
    if not voice.has_words or (start is not None and end is not None):
        text = _span(voice, start, end, style)
        return _around(voice, text, period) if period.approximate else text
    return when(voice, period)


def phrase(voice: Voice, period: Period | None) -> Phrase:
    """Return a period in the forms that a sentence needs.

    `in` says when, `as_of` when a state of things was seen, `since` and `until` name
    its first and last day. The alternatives that agree with it are three: a point in
    time or none, an interval that goes on, one that is over.
    """
    if period is None:
        return Phrase("")
    start, end = _edges(period)
    tense = POINT if start == end else ONGOING if end is None else OVER
    around = period.approximate
    said = when(voice, period)
    seen = said
    if start is not None and start == end and not around:
        text = _date(voice, start)
        seen = voice.words.say(*_AS_OF[start.precision], date=text)
    return Phrase(
        period_text(voice, period),
        {
            "in": said,
            "as_of": seen,
            "since": _since(voice, start, around=around) if start else said,
            "until": _until(voice, end, around=around) if end else said,
        },
        choice=tense,
    )


def when(voice: Voice, period: Period) -> str:
    """Say when: "in May 2025", "since 2021", "from 2021 to 2027"."""
    start, end = _edges(period)
    around = period.approximate
    if start is not None and end is not None:
        if start == end:
            text = _date(voice, start)
            return _around(voice, text, start) if around else _in(voice, start, text)
        first = _noun(voice, _date(voice, start), start)
        last = _noun(voice, _date(voice, end), end)
        text = voice.words.say("period", "from {start} to {end}", start=first, end=last)
        return _around(voice, text, period) if around else text
    if start is not None:
        return _since(voice, start, around=around)
    return _until(voice, end, around=around) if end is not None else ""


def _edges(period: Period) -> tuple[Period | None, Period | None]:
    """Return the two ends, equal for a point in time, None where it is open."""
    start, _, end = period.edtf.removesuffix("~").partition("/")
    first = None if start == ".." else Period(start)
    return first, first if not end else None if end == ".." else Period(end)


def _date(voice: Voice, period: Period, style: DateStyle = "long") -> str:
    """Write a period that is no interval."""
    known = period if period.start is not None else _some_year(period)
    first, precision = known.start or date.min, known.precision
    skeleton = _SKELETONS[style][_PLACES[precision]]
    if not period.resolved:
        written = day_writer(voice, skeleton.removeprefix("y"))(first)
        return voice.words.say("period", "{date} (year not stated)", date=written)
    day = precision is Precision.DAY
    return day_writer(voice, style if day else skeleton)(first)


def _some_year(period: Period) -> Period:
    return Period(period.edtf.removesuffix("~").replace("XXXX", _SOME_YEAR))


def _span(
    voice: Voice, start: Period | None, end: Period | None, style: DateStyle = "long"
) -> str:
    """Write an interval as the locale does: "May – July 2025", "2021–"."""
    if start is not None and end is not None and start.precision is end.precision:
        skeleton = _SKELETONS[style][_PLACES[start.precision]]
        if start.start and end.start and start.precision is not Precision.QUARTER:
            if style == "medium":
                skeleton = _resolved(voice, skeleton)
            text = format_interval(
                start.start, end.start, skeleton, locale=voice.locale
            )
            return in_digits(voice, text)
    texts = ("" if edge is None else _date(voice, edge, style) for edge in (start, end))
    return voice.numbers.text("range").format(*texts).strip()


def _resolved(voice: Voice, skeleton: str) -> str:
    """Return the skeleton of the pattern that a locale has for another.

    A locale that writes a short month as a number does so in intervals too (ECMA-402,
    PartitionDateTimeRangePattern).
    """
    patterns = cast("Mapping[str, object]", voice.locale.datetime_skeletons)
    letters = str(patterns.get(skeleton, skeleton)).replace("L", "M")
    return "".join(char for char in "yMd" for each in letters if each == char)


def _around(voice: Voice, text: str, period: Period) -> str:
    if not voice.has_words:
        return voice.numbers.signs["approximately"] + text
    dated = _noun(voice, text, period)
    return voice.words.say("period", "around {date}", date=dated)


def _in(voice: Voice, period: Period, text: str) -> str:
    return voice.words.say(*_WHEN[period.precision], date=text)


def _since(voice: Voice, period: Period, *, around: bool) -> str:
    text = _date(voice, period)
    if around:
        dated = _noun(voice, text, period)
        return voice.words.say("period", "since around {date}", date=dated)
    return voice.words.say(*_SINCE[period.precision], date=text)


def _until(voice: Voice, period: Period, *, around: bool) -> str:
    text = _date(voice, period)
    if around:
        dated = _noun(voice, text, period)
        return voice.words.say("period", "until around {date}", date=dated)
    return voice.words.say(*_UNTIL[period.precision], date=text)


def _noun(voice: Voice, text: str, period: Period) -> Phrase:
    """Return a date in the forms that go with a preposition."""
    return voice.grammar.date(text, period.precision.name.lower())
