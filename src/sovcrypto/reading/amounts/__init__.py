"""Amounts in a text: numbers with their scale, unit and hedge, and ranges of them."""

from .quantities import FoundAmount, find_amounts

__all__ = ["FoundAmount", "find_amounts"]
