"""The one door through which numbers get in: exact, finite, of a sane size."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Final, TypeAlias

from ..errors import InvalidAmount

Number: TypeAlias = Decimal | int | str

# What may get in. Sixty digits hold any amount of an 18-decimal asset; the exponent
# bound keeps `format(Decimal("1E+999999"), "f")` from eating the memory.
_MAX_DIGITS: Final = 60
_MAX_EXPONENT: Final = 40
# Wide enough for the exact sum of any two numbers that may get in.
EXACT: Final = Context(prec=2 * (_MAX_DIGITS + _MAX_EXPONENT), rounding=ROUND_HALF_EVEN)

# An ASCII pattern: `\d` would let "٤٢" through, and Decimal itself "1_000".
NUMBER: Final = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"


def number(value: Number) -> Decimal:
    """Turn an int, a Decimal or a plain decimal text into a safe Decimal.

    >>> number("6200.50")
    Decimal('6200.50')

    Raises:
        TypeError: a float or a bool: their decimal value is not what was written.
        InvalidAmount: NaN, infinity, other digits than 0-9, more than 60 digits, or an
            exponent beyond ±40.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int | str):
        kind = type(value).__name__
        msg = f"a number must be a Decimal, an int or a text, not the {kind} {value!r}"
        raise TypeError(msg)
    if isinstance(value, str):
        if len(value) > 2 * _MAX_DIGITS or not re.fullmatch(NUMBER, value, re.ASCII):
            raise InvalidAmount(value, "a plain decimal number such as '6200.5'")
    elif isinstance(value, int) and value.bit_length() > 4 * _MAX_DIGITS:
        size = f"an integer of {value.bit_length()} bits"
        raise InvalidAmount(size, f"a number of at most {_MAX_DIGITS} digits")
    result = Decimal(value)
    if not result.is_finite():
        raise InvalidAmount(value, "a finite number")
    digits = len(result.as_tuple().digits)
    if digits > _MAX_DIGITS or (result and abs(result.adjusted()) > _MAX_EXPONENT):
        expected = f"a number of {_MAX_DIGITS} digits and 10^±{_MAX_EXPONENT} at most"
        raise InvalidAmount(value, expected)
    # A negative zero is a zero.
    return result or abs(result)
