"""Locale data in one compressed file, read a language at a time.

The file begins with the length of its head (four bytes) and the head, which is zlib
over JSON: where everything lies, and what holds for all locales. Then come blocks. Each
is raw deflate over JSON with a preset dictionary, the text that the languages of its
part have in common, and holds the locales of one language, each with what it has
otherwise than its parent.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from functools import cached_property, lru_cache
from importlib import resources
from typing import TypeAlias, TypedDict

import attrs

Place: TypeAlias = tuple[int, int]
"""Where a block begins, and how long it is."""

Forms: TypeAlias = Mapping[str, str]
"""Texts by plural category or by name."""

Entry: TypeAlias = "str | int | Forms | Mapping[str, str | Forms]"
"""What a locale has under one key."""

Part: TypeAlias = "Mapping[str, Mapping[str, Entry | None]]"
"""Sections of keys; None takes away what a parent has."""


class _Head(TypedDict):
    dictionaries: Mapping[str, Place]
    index: Mapping[str, Mapping[str, Place]]
    shared: Mapping[str, object]


@attrs.frozen(slots=False)
class Archive:
    """An archive of locale data by its name.

    >>> sorted(Archive("l10n/cldr").language("numbers", "ja"))
    ['ja']

    Attributes:
        name: its path in this folder, without extension.
    """

    name: str

    @cached_property
    def _bytes(self) -> bytes:
        return (
            resources.files("sovcrypto._data").joinpath(f"{self.name}.bin").read_bytes()
        )

    @cached_property
    def _start(self) -> int:
        return 4 + int.from_bytes(self._bytes[:4])

    @cached_property
    def _head(self) -> _Head:
        head: _Head = json.loads(zlib.decompress(self._bytes[4 : self._start]))
        return head

    @property
    def shared(self) -> Mapping[str, object]:
        """What holds for all locales."""
        return self._head["shared"]

    def language(self, part: str, language: str) -> Mapping[str, Part]:
        """Return one part of the data of all locales of a language."""
        place = self._head["index"][part].get(language)
        if place is None:
            return {}
        maker = zlib.decompressobj(-15, zdict=self._dictionary(part))
        rows: dict[str, Part] = json.loads(maker.decompress(self._block(place)))
        return rows

    @lru_cache(maxsize=8)  # noqa: B019 -- there is one archive, for good
    def _dictionary(self, part: str) -> bytes:
        return zlib.decompress(self._block(self._head["dictionaries"][part]))

    def _block(self, place: Place) -> bytes:
        start, size = place
        return self._bytes[self._start + start : self._start + start + size]
