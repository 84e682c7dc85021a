"""Days by the patterns of CLDR, of which each field is asked of Babel only once.

Babel looks up every field of a pattern in the data of a locale, in every call. A field
tells one thing of a day, such as its month: what it was for that month is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from babel.dates import DateTimeFormat, DateTimePattern, match_skeleton, parse_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .voices import Voice

DayWriter: TypeAlias = Callable[[date], str]
"""What writes a day, or the month, quarter or year that it is the first of."""

_YEAR, _MONTH, _DAY = (attrgetter(name) for name in ("year", "month", "day"))
# UTS 35, part 4, "Date Field Symbol Table": what a field depends on.
_TOLD: Final[Mapping[str, Callable[[date], int]]] = {
    "G": _YEAR,
    "y": _YEAR,
    "Q": _MONTH,
    "q": _MONTH,
    "M": _MONTH,
    "L": _MONTH,
    "d": _DAY,
    "E": date.weekday,
    "c": date.weekday,
}
_FIELD: Final = re.compile(r"%\((\w+)\)s")


@lru_cache(maxsize=1024)
def day_writer(voice: Voice, name: str) -> DayWriter:
    """Return what writes a day as a locale does.

    Args:
        voice: the locale.
        name: a style of ECMA-402 (`long`) or what is shown, as a skeleton (`yMMMM`).
    """
    found = _pattern(voice, name)
    text = str(found.format)  # `%(d)s %(MMMM)s`; Babel's annotation is mistaken
    # Browsers write a plain space where CLDR has U+202F in a date: what a page shows
    # and what is looked for in it are then the same.
    text = text.replace("\u202f", " ")
    fields = [_field(voice, found, each) for each in _FIELD.findall(text)]
    template = in_digits(voice, _FIELD.sub("%s", text))
    return lambda day: template % tuple([field(day) for field in fields])


def _pattern(voice: Voice, name: str) -> DateTimePattern:
    locale = voice.locale
    styles = cast("Mapping[str, DateTimePattern]", locale.date_formats)
    if name in styles:
        return styles[name]
    if not name.strip("M"):  # as a skeleton, it may be answered with "may"
        return parse_pattern(name)
    skeletons = cast("Mapping[str, DateTimePattern]", locale.datetime_skeletons)
    near = name if name in skeletons else match_skeleton(name, skeletons)
    if near is None:  # neither such a pattern in this locale nor one that is near
        return parse_pattern(name.replace("y", "y "))
    return skeletons[near]


def _field(voice: Voice, pattern: DateTimePattern, name: str) -> DayWriter:
    told, locale = _TOLD.get(name[0]), voice.locale
    if told is None:  # such as the year of a week, which depends on all of the day
        return lambda day: in_digits(voice, DateTimeFormat(day, locale)[name])
    known: dict[int, str] = {}
    # French says "1er mai" where CLDR has "1 mai".
    if voice.language == "fr" and name == "d" and "MMM" in pattern.pattern:
        known[1] = "1er"

    def text(day: date) -> str:
        number = told(day)
        found = known.get(number)
        if found is None:
            written = DateTimeFormat(day, locale)[name]
            found = known[number] = in_digits(voice, written)
        return found

    return text


def in_digits(voice: Voice, text: str) -> str:
    """Put the digits of the locale's numbering system; Babel knows but ASCII's."""
    digits = voice.numbers.translation
    return text if digits is None else text.translate(digits)
