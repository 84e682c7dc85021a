"""What a rule is: a name, the concepts that call it, and what it makes of a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from ...codes import CRYPTO, AssetCode, asset_code
from ..lexicon import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...model import AnyFact
    from ..scene import Scene


@attrs.frozen
class Rule:
    """Makes facts of one kind out of a sentence.

    Attributes:
        name: how citations call it.
        triggers: concepts, one of which a sentence must hold for the rule to be asked.
        make: yields the facts, without citations.
    """

    name: str
    triggers: frozenset[str]
    make: Callable[[Scene], Iterator[AnyFact]]


def asset_near(
    scene: Scene, position: int, *, within: tuple[int, int] | None = None
) -> AssetCode | None:
    """Return the asset named nearest to a position; a named one before "crypto"."""
    assets = scene.of_kind(Kind.ASSET)
    named = [event for event in assets if event.value != CRYPTO]
    found = scene.nearest(named, position, within=within)
    general = scene.nearest(assets, position, within=within)
    if found is None or general is None:
        chosen = found or general
        return None if chosen is None else asset_code(chosen.value)
    # "crypto" right beside the word outweighs a ticker at the other end of the clause.
    closer = abs(general.start - position) * 3 < abs(found.start - position)
    return asset_code((general if closer else found).value)


def body_before(scene: Scene, position: int) -> str | None:
    """Return the known body that is named last before a position."""
    bodies = [e for e in scene.of_kind(Kind.BODY) if e.start < position]
    return bodies[-1].value if bodies else None
