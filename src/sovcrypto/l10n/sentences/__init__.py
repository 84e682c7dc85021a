"""Any fact as one sentence: every kind of fact has its own, here all are gathered."""

from .statements import told

__all__ = ["told"]
