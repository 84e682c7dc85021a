"""How far a reserve has come: asked for, announced, there, or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model import Stage
from ..actors import Actor, acting

if TYPE_CHECKING:
    from ..lexicon import Event
    from ..scene import Scene

# How far a noun may stand from what says that it is planned, or to come.
_NEAR: Final = 25
_REACH: Final = 60
# How far a negation may stand before a mark, and after one.
_BEFORE: Final = 16
_AFTER: Final = 8
# What sets a reserve up, and what is done with one that is there.
_SETTING_UP: Final = (
    "build",
    "found",
    "buy",
    "hold",
    "include",
    "invest",
    "adopt",
    "allocate",
)
_SPENDING: Final = ("sell", "transfer", "seize", "use")
_TO_COME: Final = ("plan", "will", "propose")


def planned_one(scene: Scene, trigger: Event) -> bool:
    """Whether a noun phrase itself says "planned": then a negation denies else."""
    marks = scene.find("planned", "proposed")
    return any(0 <= trigger.start - e.end <= _NEAR for e in marks)


def refused(scene: Scene, trigger: Event) -> bool:
    """Whether a state says that it will have none: "does not intend to build one".

    "Will not sell its reserve" refuses no reserve, and "has never considered one"
    refuses nothing.
    """
    low, high = scene.clause(trigger.start)
    if not scene.free_order:
        high = trigger.start
    marks = [e for e in scene.find(*_TO_COME) if low <= e.start < high]
    for mark in () if scene.find("never") else marks:
        start = low if scene.free_order else mark.start
        inside = [e for e in scene.events if start <= e.start <= max(high, mark.start)]
        done = {e.value for e in inside} | {trigger.value}
        set_up = not done.isdisjoint(_SETTING_UP)
        # "Has no plans for a reserve", "ne créera pas de réserve": no other verb.
        alone = "purpose" not in done and trigger.value not in {"hold", "invest"}
        if (
            done.isdisjoint(_SPENDING)
            and (set_up or alone)
            and (_denied_before(scene, mark) or _denied_after(scene, mark))
        ):
            return True
    return False


def _denied_before(scene: Scene, mark: Event) -> bool:
    return any(0 <= mark.start - e.end <= _BEFORE for e in scene.find("negation"))


def _denied_after(scene: Scene, mark: Event) -> bool:
    reach = _REACH if scene.free_order else _AFTER
    _, end = scene.clause(mark.start)
    return any(
        0 <= e.start - mark.end <= reach and e.start < end
        for e in scene.find("negation")
    )


def reserve_stage(scene: Scene, trigger: Event) -> Stage:
    """A reserve to be built is planned, unless what fills it is done already."""
    if refused(scene, trigger):
        return Stage.REJECTED
    stage = asked_stage(scene, trigger)
    if stage is not Stage.IN_EFFECT:
        return stage
    if _once(scene, trigger):
        return Stage.ENDED
    if _told_on(scene, trigger) or _announced(scene, trigger):
        return Stage.PLANNED
    start, _ = scene.clause(trigger.start)
    builds = [e for e in scene.find("build") if start <= e.start < trigger.start]
    aims = [e for e in scene.find("purpose") if start <= e.start < trigger.start]
    filled = scene.find("mine_done", "done")
    return Stage.PLANNED if builds and aims and not filled else stage


def _once(scene: Scene, trigger: Event) -> bool:
    """Whether a state held it and does no longer: "was once sitting on"."""
    held = trigger.value in {"hold", "have", "count"}
    marks = scene.find("formerly") if held else ()
    gaps = [(min(m.end, trigger.end), max(m.start, trigger.start)) for m in marks]
    return any(
        high - low <= _BEFORE and b"," not in scene.folded[low:high]
        for low, high in gaps
    )


def asked_stage(scene: Scene, trigger: Event) -> Stage:
    """Say how far a thing has come; what only a bill or a deputy wants is asked for."""
    stage = scene.stage(trigger.start)
    if stage in {Stage.IN_EFFECT, Stage.PLANNED} and _in_a_bill(scene, trigger):
        return Stage.PROPOSED
    if stage is Stage.PLANNED and _asked(scene, trigger):
        return Stage.PROPOSED
    return stage


def _in_a_bill(scene: Scene, trigger: Event) -> bool:
    """Whether it stands in a bill that nobody has passed: "a bill that would hold".

    "Under a draft law, it would hold" names the bill afterwards, and "it would hold"
    speaks of the bill of the last sentence.
    """
    if scene.find("enact"):
        return False
    start, end = scene.clause(trigger.start)
    to_come = [e for e in scene.find(*_TO_COME) if start <= e.start < end]
    bills = scene.find("bill")
    if to_come and scene.memory.bill and _goes_on(scene):
        return True
    return any(e.start < trigger.start for e in bills) or bool(
        to_come and any(e.start < end for e in bills)
    )


def _goes_on(scene: Scene) -> bool:
    """Whether a sentence goes on about a bill: "it would", "the text would"."""
    laws = scene.find("law", "bill", "proposal")
    soon = any(e.start - scene.sentence.start < _BEFORE for e in laws)
    return scene.opens_with_pronoun or soon


def _asked(scene: Scene, trigger: Event) -> bool:
    """Whether somebody wants it who does not decide: "a senator wants".

    A law that "would" is asked for, too; "deputies say that the government plans" tells
    of a plan.
    """
    start = scene.main_clause(scene.clause(trigger.start)[0])
    marks = [e for e in scene.find("plan") if start <= e.start < trigger.start]
    if not marks:
        return False
    wants = marks[-1]
    state = acting(scene, wants.start)
    for asker in scene.find("asker", "law"):
        between = state is not None and asker.end <= state.start
        if asker.end <= wants.start <= asker.end + _REACH and not between:
            return True
    return False


def asked_of(scene: Scene, trigger: Event) -> list[Actor]:
    """Return the state of which deputies ask it: "a motion to put reserves into"."""
    if not scene.find("asker", "bill", "propose"):
        return []
    if asked_stage(scene, trigger) is not Stage.PROPOSED:
        return []
    country = scene.country(trigger.start) or scene.memory.country
    return [Actor(country, None, trigger)] if country is not None else []


def _told_on(scene: Scene, trigger: Event) -> bool:
    """Whether a later clause says so: "a reserve, unveiled in May, remains a plan"."""
    _, end = scene.clause(trigger.start)
    return any(
        e.start >= end and e.start - scene.clause(e.start)[0] <= len(", ")
        for e in scene.find("planned")
    )


def _announced(scene: Scene, trigger: Event) -> bool:
    """Whether it is announced, or being set up: "is setting up a reserve"."""
    if trigger.value != "reserve" or scene.find("enact", "found", "mine_done"):
        return False
    start, _ = scene.clause(trigger.start)
    low = max(start, trigger.start - _REACH)
    said = [e for e in scene.find("announce") if low <= e.start < trigger.start]
    deeds = scene.find(*_SPENDING, "hold", "buy")
    return bool(said) and not any(
        said[-1].end <= e.start < trigger.start for e in deeds
    )
