"""What may get in: values of the right type, and the fast way for sane decimals."""

from __future__ import annotations

from decimal import (
    Context,
    Decimal,
    DecimalException,
    Inexact,
    InvalidOperation,
    Overflow,
    Rounded,
    Subnormal,
)
from typing import TYPE_CHECKING, Final

from ..errors import InvalidAmount
from ..values import number

if TYPE_CHECKING:
    from ..values import Number

# Wider than what an amount may be, and far from what costs time or memory. In this
# context a number beyond them is a signal, which one addition in C raises; taking the
# number apart costs ten times as much.
_LONGEST: Final = 200
_BOUNDS: Final = Context(
    prec=_LONGEST,
    Emin=-_LONGEST // 2,
    Emax=_LONGEST,
    traps=[Inexact, InvalidOperation, Overflow, Rounded, Subnormal],
)


_PLUS: Final = _BOUNDS.plus


def check_kind(value: object, kind: type, expected: str) -> None:
    """Refuse what a caller without a type checker may give.

    >>> check_kind(5, str, "a locale must be a text")
    Traceback (most recent call last):
    TypeError: a locale must be a text, not the int 5

    Raises:
        TypeError: it is of another type.
    """
    if not isinstance(value, kind):
        raise TypeError(f"{expected}, not the {type(value).__name__} {value!r}")


def checked(value: Number) -> Decimal:
    """Return a number that may get in.

    >>> checked(Decimal("6200.50"))
    Decimal('6200.50')

    Raises:
        TypeError: a float or a bool.
        InvalidAmount: NaN, infinity, too many digits or an exponent that is too large.
    """
    if isinstance(value, Decimal):
        try:
            bounded = _PLUS(value)
        except DecimalException:
            if not value.is_finite():
                return number(value)
            expected = f"a number of {_LONGEST} digits at most, none of them far off"
            raise InvalidAmount(value, expected) from None
        if bounded.is_finite():
            return bounded
    return number(value)
