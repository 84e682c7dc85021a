"""Files become facts: the only room of the core that opens any."""

from .loading import MAX_BYTES, Loaded, bundled, load, load_bytes
from .report import FileReport, Outcome, Report

__all__ = [
    "MAX_BYTES",
    "FileReport",
    "Loaded",
    "Outcome",
    "Report",
    "bundled",
    "load",
    "load_bytes",
]
