"""Whose a reserve is that is spoken of, where it is no state's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..actors import acting
from ..bodies import known_bodies
from ..lexicon import Event, Kind
from .figures import preceded

if TYPE_CHECKING:
    from ..scene import Scene

_STATES: Final = (Kind.COUNTRY, Kind.PART, Kind.CAPITAL)
# How far from its noun the state may stand whose it is, in characters.
_BESIDE: Final = 20


def others_own(scene: Scene, noun: Event) -> bool:
    """Whether a noun is that of a firm or a town: "a Brazilian firm plans a reserve".

    In "bigger than that of Oman", the state is only compared with.
    """
    start, end = scene.clause(noun.start)
    states = [
        e for e in scene.of_kind(*_STATES, Kind.ADJECTIVE) if start <= e.start < end
    ]
    compared = [e for e in states if preceded(scene, e.start, "that_of")]
    if states and len(compared) == len(states):
        return True
    firms = [
        *scene.find("company_holder", "exchange_noun", "local"),
        *(e for e in scene.of_kind(Kind.BODY) if _is_firm(e)),
    ]
    if not any(start <= e.start < noun.start for e in firms):
        return False
    near = any(
        abs(e.start - noun.start) <= _BESIDE for e in states if e.kind in _STATES
    )
    return not near and acting(scene, noun.start) is None


def _is_firm(event: Event) -> bool:
    return known_bodies()[event.value].kind == "exchange"
