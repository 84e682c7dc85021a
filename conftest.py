"""Hooks of pytest that all tests share."""

pytest_plugins = ["tests.documents"]
