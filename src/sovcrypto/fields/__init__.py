"""How records are declared, and what `Reserve.asset` means on the class."""

from .columns import Col
from .conditions import Op, Order, Pred, asc, desc
from .kinds import PARSERS, Kind, kind_of
from .records import Field, Record, derived, field, is_record, record
from .relations import Many

__all__ = [
    "PARSERS",
    "Col",
    "Field",
    "Kind",
    "Many",
    "Op",
    "Order",
    "Pred",
    "Record",
    "asc",
    "derived",
    "desc",
    "field",
    "is_record",
    "kind_of",
    "record",
]
