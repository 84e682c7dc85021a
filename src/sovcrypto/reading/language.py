"""Languages as data: each is a folder of TOML files under `languages/`.

Words are written as they are printed, in lower case; matching folds case and accents on
both sides. Braces list endings, so that a verb takes a line and not a page:
`autoris{e,é,ée,és,ées,er,ent}` stands for seven words, `{,re}prend` for two.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final, TypeAlias

from ..errors import InvalidValue
from .folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Table: TypeAlias = "Mapping[str, object]"

_BRACES: Final = re.compile(r"\{([^{}]*)\}")


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that can be read, sorted.

    >>> "fr" in languages()
    True
    """
    folder = resources.files("sovcrypto.reading").joinpath("languages")
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir()))


@cache
def table(language: str, name: str) -> Table:
    """Read one of the files of a language, such as `quantities` or `facts`.

    A language need not have every file: what it lacks is not found in its texts.

    Raises:
        InvalidValue: the file is no TOML.
    """
    folder = resources.files("sovcrypto.reading").joinpath("languages", language)
    path = folder.joinpath(f"{name}.toml")
    try:
        return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise InvalidValue(str(path), "a file of TOML", hint=str(error)) from error


def expand(pattern: str) -> Iterator[str]:
    """Yield the words for which a pattern with braces stands.

    >>> list(expand("détien{s,t,nent}"))
    ['détiens', 'détient', 'détiennent']
    """
    match = _BRACES.search(pattern)
    if match is None:
        yield pattern
        return
    for ending in match[1].split(","):
        yield from expand(pattern[: match.start()] + ending + pattern[match.end() :])


@cache
def words(language: str, name: str, *path: str) -> tuple[str, ...]:
    """Return the expanded words of a list in a file; none if it is absent."""
    found: object = table(language, name)
    for key in path:
        if not isinstance(found, dict):
            return ()
        found = found.get(key, ())  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    if not isinstance(found, list | tuple):
        return ()
    return tuple(word for entry in found for word in expand(str(entry)))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


@cache
def folded_words(language: str, name: str, key: str) -> tuple[bytes, ...]:
    """Return a list of words of a file as they stand in a shadow."""
    return tuple(fold(word) for word in words(language, name, key))


@cache
def between_spaces(language: str, key: str) -> tuple[bytes, ...]:
    """Return a list of words of `text.toml`, folded, each with a space around it."""
    return tuple(b" %b " % word for word in folded_words(language, "text", key))
