"""Values that keep what their source left open: amounts and periods."""

from .amount import Amount
from .number import Number, number
from .period import Period, Precision
from .truth import Truth

__all__ = ["Amount", "Number", "Period", "Precision", "Truth", "number"]
