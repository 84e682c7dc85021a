"""Texts in the reader's language: numbers, names, dates, and facts as sentences."""

from .formatter import Formatter

__all__ = ["Formatter"]
