"""The rules that make facts, one table; each family of facts has a module."""

from collections.abc import Iterable
from typing import Final

from . import (
    agreements,
    exchanges,
    financing,
    holdings,
    law,
    licences,
    markets,
    mining,
    movements,
    organisations,
    people,
    supervision,
    tokens,
)
from .rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *holdings.RULES,
    *movements.RULES,
    *mining.RULES,
    *agreements.RULES,
    *law.RULES,
    *supervision.RULES,
    *licences.RULES,
    *markets.RULES,
    *exchanges.RULES,
    *people.RULES,
    *financing.RULES,
    *organisations.RULES,
    *tokens.RULES,
)
"""Every rule, in the order in which they are asked."""

_BY_TRIGGER: Final[dict[str, list[int]]] = {}
for _index, _rule in enumerate(RULES):
    for _trigger in _rule.triggers:
        _BY_TRIGGER.setdefault(_trigger, []).append(_index)


def rules_for(concepts: Iterable[str]) -> list[Rule]:
    """Return the rules that some concepts call, in order."""
    called = {index for each in concepts for index in _BY_TRIGGER.get(each, ())}
    return [RULES[index] for index in sorted(called)]


__all__ = ["RULES", "Rule", "rules_for"]
