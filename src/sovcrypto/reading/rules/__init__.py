"""The rules that make facts, one table; each family of facts has a module."""

from typing import Final

from . import agreements, holdings, law, markets, organisations, people
from .rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *holdings.RULES,
    *agreements.RULES,
    *law.RULES,
    *markets.RULES,
    *people.RULES,
    *organisations.RULES,
)
"""Every rule, in the order in which they are asked."""

__all__ = ["RULES", "Rule"]
