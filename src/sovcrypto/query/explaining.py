"""How the engine finds an answer, in words."""

from __future__ import annotations

from typing import Any

from .memory import planned
from .plan import LatestPer, Plan, Step, Where
from .planner import Way


def explain(plan: Plan[Any]) -> str:
    """Say in lines of text what is done, in the order in which it is done."""
    way = planned(plan)
    mode = "may" if plan.possible else "must"
    lines = [_start(way, mode)]
    lines += [f"keep what {mode} match {asked}" for asked in way.kept]
    lines += [line for step in way.steps for line in _lines(step, mode)]
    orders = [*map(repr, plan.orders), "position in the dataset"]
    lines.append(f"in the order of {', then '.join(orders)}")
    lines += [f"skip {plan.offset}"] * (plan.offset > 0)
    lines += [f"stop after {plan.limit}"] * (plan.limit is not None)
    return "\n".join(lines)


def _start(way: Way[Any], mode: str) -> str:
    """Say which rows are looked at."""
    name, size = way.table.model.__name__, len(way.table.rows)
    rows = f"{size} row{'s'[: size != 1]}"
    if way.access is not None:
        access = way.access
        return (
            f"take {access.found.size} of {rows} of {name} by {access.lookup.index}: "
            f"what {mode} match {access.asked}"
        )
    if way.walked is not None:
        return f"walk {name}, {rows}, by the sorted index of {way.walked.col!r}"
    return f"scan {name}, {rows}{': ' * bool(way.reason)}{way.reason}"


def _lines(step: Step[Any], mode: str) -> list[str]:
    if isinstance(step, Where):
        return [
            f"keep what {mode} match {condition!r}" for condition in step.conditions
        ]
    if isinstance(step, LatestPer):
        keys = ", ".join(map(repr, step.keys))
        return [f"keep the latest by {step.by!r} for each {keys}"]
    return [f"keep what the function of {step} accepts"]
