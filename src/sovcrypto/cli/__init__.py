"""The command line: arguments in, pages and records out."""

from .app import main

__all__ = ["main"]
