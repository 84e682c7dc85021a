"""Files become facts: the only room of the core that opens any."""

from .loading import Loaded, bundled, load
from .report import FileReport, Outcome, Report

__all__ = ["FileReport", "Loaded", "Outcome", "Report", "bundled", "load"]
