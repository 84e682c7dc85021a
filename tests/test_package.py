"""The package as it is imported: what it offers, and what it leaves alone."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import sovcrypto

INIT = Path(sovcrypto.__file__)


def imported_names() -> set[str]:
    """Every name that the table of contents imports, late ones included."""
    tree = ast.parse(INIT.read_text("utf-8"))
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
    }


def test_all_that_is_imported_is_offered() -> None:
    """`__all__` is the table of contents, neither more nor less."""
    assert set(sovcrypto.__all__) == imported_names()
    assert len(sovcrypto.__all__) == len(set(sovcrypto.__all__))


@pytest.mark.parametrize("name", sovcrypto.__all__)
def test_what_is_offered_is_there(name: str) -> None:
    """At once, or when it is first asked for."""
    assert getattr(sovcrypto, name) is not None


def test_what_is_not_offered_is_an_attribute_error() -> None:
    """As for any module."""
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        getattr(sovcrypto, "nothing")  # noqa: B009 -- a checker refuses the dotted form


def modules_after(statement: str) -> set[str]:
    """The modules that a fresh interpreter holds after a statement."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_an_import_loads_no_more_than_it_needs() -> None:
    """Neither the command line's packages nor the rooms that wait, nor Babel."""
    loaded = modules_after("import sovcrypto")
    late = {"babel", "cattrs", "cyclopts", "rich", "ahocorasick_rs", "sovcrypto.l10n"}
    assert not loaded & (late | {"sovcrypto.reading", "sovcrypto.loaders"})


def test_a_formatter_loads_no_locale_before_it_speaks() -> None:
    """Babel's data are read when a name is first needed."""
    code = (
        "import sovcrypto, babel.localedata\n"
        "sovcrypto.Formatter('fr')\n"
        "assert not babel.localedata._cache"
    )
    assert "babel" in modules_after(code)
