"""By what a value lies in a range: itself, or one of its two ends.

A vague amount and a period have ends. An end of an amount is a cut between numbers:
"more than 5" begins just after 5, "at least 5" just before it. So keys are compared by
size and then by whether the cut comes after the number, and open bounds need no case of
their own.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, TypeAlias

from ..codes import dimension, scale
from ..values import Amount, Period
from ..values.number import EXACT

Cut: TypeAlias = tuple[str, Decimal, bool]
"""What is measured, a number of it, and whether the cut comes after that number."""

_BELOW: Final = Decimal("-Infinity")
_ABOVE: Final = Decimal("Infinity")
_ALWAYS: Final = 0  # before the ordinal of any day
_NEVER: Final = 2**22  # after the ordinal of any day


class Side(StrEnum):
    """What of a value is compared."""

    VALUE = "value"
    START = "start"
    END = "end"
    LOW = "low"
    HIGH = "high"
    LOW_BASE = "low in base units"
    HIGH_BASE = "high in base units"


def floor(measured: str) -> Cut:
    """Return the cut below every amount of what is measured."""
    return measured, _BELOW, False


def ceiling(measured: str) -> Cut:
    """Return the cut above every amount of what is measured."""
    return measured, _ABOVE, True


def _low(amount: Amount) -> Cut:
    spread = amount.spread()
    return "", _BELOW if spread.low is None else spread.low, spread.low_open


def _high(amount: Amount) -> Cut:
    spread = amount.spread()
    return "", _ABOVE if spread.high is None else spread.high, not spread.high_open


def _in_base_units(amount: Amount, cut: Cut) -> Cut:
    _, size, after = cut
    by = Decimal(scale(amount.unit))
    return dimension(amount.unit), EXACT.multiply(size, by), after


def _start(period: Period) -> int:
    return _ALWAYS if period.start is None else period.start.toordinal()


def _end(period: Period) -> int:
    return _NEVER if period.end is None else period.end.toordinal()


KEYS: Final[dict[Side, Callable[[Any], Any]]] = {
    Side.VALUE: lambda value: value,
    Side.START: _start,
    Side.END: _end,
    Side.LOW: _low,
    Side.HIGH: _high,
    Side.LOW_BASE: lambda amount: _in_base_units(amount, _low(amount)),
    Side.HIGH_BASE: lambda amount: _in_base_units(amount, _high(amount)),
}
"""From a value that is stated to its key."""


def cuts(value: Amount | Decimal) -> tuple[Cut, Cut]:
    """Return both ends of what is compared with; a number alone measures nothing."""
    if isinstance(value, Amount):
        return KEYS[Side.LOW_BASE](value), KEYS[Side.HIGH_BASE](value)
    return ("", value, False), ("", value, True)
