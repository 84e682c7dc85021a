"""Typed questions to a dataset: conditions in three values, order, groups."""

from .aggregates import Agg, Fold, count, earliest, latest, maximum, minimum, total
from .groups import Grouped
from .plan import Filter, LatestPer, Plan, Step, Where
from .query import Query
from .tables import Table, Tables

__all__ = [
    "Agg",
    "Filter",
    "Fold",
    "Grouped",
    "LatestPer",
    "Plan",
    "Query",
    "Step",
    "Table",
    "Tables",
    "Where",
    "count",
    "earliest",
    "latest",
    "maximum",
    "minimum",
    "total",
]
