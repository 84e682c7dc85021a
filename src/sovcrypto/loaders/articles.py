"""The header of an article file: what it says of its source, and where it ends.

A header is lines of `key: value` closed by a line `---`; such a line may open it too::

    publisher: The Daily Example
    published: 2025-07-16
    language: en
    ---
    The article begins here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

import attrs

from ..codes import language_tag
from ..errors import InvalidValue, shown
from ..provenance import Source
from ..records import Problem
from ..values import Period

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_FENCE: Final = re.compile(r"---[ \t]*\r?(?:\n|$)")
_LINE: Final = re.compile(r"(?P<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<value>.*)")
# More lines than this are a text that happens to hold colons.
_LONGEST: Final = 40
# A moment of ISO 8601, as content systems write it: its date is what counts here.
_MOMENT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]{5,}\S*", re.ASCII)
_NAMES: Final = {
    "publisher": "publisher",
    "title": "title",
    "url": "url",
    "published": "published",
    "date": "published",
    "language": "language",
}


@attrs.frozen
class Article:
    """The text of an article and what its header says.

    Attributes:
        text: what follows the header, unchanged; spans refer to it.
        source: what the header says.
        unused: keys of the header that mean nothing here.
        problems: what the header says and cannot be read.
    """

    text: str
    source: Source
    unused: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def article(text: str, *, file: str) -> Article:
    r"""Take the header off an article.

    >>> made = article("date: 2025-07\n---\nBhutan mines.", file="a.txt")
    >>> made.text, made.source.published
    ('Bhutan mines.', Period('2025-07'))
    """
    lines, start = _header(text)
    stated: dict[str, tuple[int, str]] = {}
    unused: list[str] = []
    problems: list[Problem] = []
    for number, key, value in lines:
        name = _NAMES.get(key.lower())
        if name is None:
            unused.append(key)
        elif name in stated and stated[name][1] != value:
            message = f"{name} is stated on line {stated[name][0]} already"
            problems.append(_problem(file, number, key, value, message))
        elif value:
            stated[name] = number, value
    period = _read(stated, "published", _date, file, problems)
    language = _read(stated, "language", language_tag, file, problems)
    texts = {name: value for name, (_, value) in stated.items()}
    source = Source(
        publisher=texts.get("publisher"),
        title=texts.get("title"),
        url=texts.get("url"),
        published=period,
        language=language,
    )
    return Article(text[start:], source, tuple(unused), tuple(problems))


def _header(text: str) -> tuple[list[tuple[int, str, str]], int]:
    """Return the header's lines as number, key and value, and where the text starts."""
    opened = _FENCE.match(text)
    start = opened.end() if opened else 0
    number = 2 if opened else 1
    found: list[tuple[int, str, str]] = []
    while number <= _LONGEST:
        fence = _FENCE.match(text, start)
        if fence:
            known = any(key.lower() in _NAMES for _, key, _ in found)
            return (found, fence.end()) if known else ([], 0)
        end = text.find("\n", start)
        if end < 0:
            break
        line = text[start:end].strip()
        match = _LINE.fullmatch(line)
        if match:
            found.append((number, match["key"], _unquoted(match["value"])))
        elif line and not opened:  # between two fences, YAML has more to say
            break
        start, number = end + 1, number + 1
    return [], 0


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]
    return value[1:-1] if quoted else value


def _date(text: str) -> Period:
    moment = _MOMENT.fullmatch(text)
    return Period(moment[1] if moment else text)


def _read(
    stated: dict[str, tuple[int, str]],
    name: str,
    parse: Callable[[str], T],
    file: str,
    problems: list[Problem],
) -> T | None:
    if name not in stated:
        return None
    line, value = stated[name]
    try:
        return parse(value)
    except InvalidValue as error:
        problems.append(_problem(file, line, name, value, str(error)))
        return None


def _problem(file: str, line: int, key: str, value: str, message: str) -> Problem:
    return Problem(file=file, line=line, path=key, value=shown(value), message=message)
