"""Rows of records become facts, and facts rows, by one strict converter."""

from .converter import structure, unstructure
from .csv_text import read_csv
from .json_text import read_json, read_json_lines
from .problems import Problem, Rejected, Row

__all__ = [
    "Problem",
    "Rejected",
    "Row",
    "read_csv",
    "read_json",
    "read_json_lines",
    "structure",
    "unstructure",
]
