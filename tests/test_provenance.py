"""Sources and citations are plain values."""

from __future__ import annotations

import pickle

import attrs
import pytest

from sovcrypto.codes import language_tag
from sovcrypto.provenance import Citation, Source, Standing
from sovcrypto.values import Period

SOURCE = Source(
    publisher="Gazette",
    title="A reserve is founded",
    url="https://gazette.example/1",
    published=Period("2025-07-16"),
    language=language_tag("en"),
    sha256="0" * 64,
)


def test_a_citation_is_a_value() -> None:
    """Equal by content, hashable, frozen, pickled whole."""
    one = Citation(source=SOURCE, span=(0, 42), attributed_to="Saqib")
    other = Citation(source=attrs.evolve(SOURCE), span=(0, 42), attributed_to="Saqib")
    assert one == other
    assert len({one, other}) == 1
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 -- our own
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.span = None  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]


def test_what_is_not_said_is_reported() -> None:
    """The press says most of what there is."""
    citation = Citation(source=Source())
    assert citation.standing is Standing.REPORTED
    assert citation.originator is citation.attributed_to is citation.quote is None


def test_standings_go_from_strong_to_weak() -> None:
    """The order of the vocabulary is its meaning."""
    assert list(Standing) == ["official", "reported", "estimated", "rumoured"]


def test_arguments_are_named() -> None:
    """Nobody has to remember an order of seven."""
    with pytest.raises(TypeError):
        Source("Gazette")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
