"""Texts in the reader's language: numbers, names, dates, and facts as sentences."""

from .formatter import Formatter
from .options import NumberOptions
from .parts import Part, PartKind

__all__ = ["Formatter", "NumberOptions", "Part", "PartKind"]
