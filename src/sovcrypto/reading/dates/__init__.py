"""Dates in a text, in the precision in which they are written."""

from .periods import FoundPeriod, find_periods, resolve

__all__ = ["FoundPeriod", "find_periods", "resolve"]
