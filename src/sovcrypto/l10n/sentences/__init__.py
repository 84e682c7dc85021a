"""Any fact as one sentence: every kind of fact has its own, here all are gathered."""

from .statements import statement

__all__ = ["statement"]
