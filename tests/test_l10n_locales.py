"""Which locale is meant, and what happens where there is none."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from sovcrypto.errors import SovcryptoError, UnknownLocale
from sovcrypto.l10n import Formatter
from sovcrypto.values import Amount


@pytest.mark.parametrize(
    ("given", "resolved"),
    [
        ("fr", "fr"),
        ("fr-FR", "fr-FR"),
        ("fr_FR", "fr-FR"),
        ("FR-fr", "fr-FR"),
        ("fr_FR.UTF-8", "fr-FR"),
        ("fr_FR@euro", "fr-FR"),
        ("fr-XX", "fr"),
        ("fra", "fr"),
        ("iw", "he"),
        ("zh-HK", "zh-Hant-HK"),
        ("zh-Hant-HK", "zh-Hant-HK"),
        ("zh-Hant-HK-u-nu-hanidec", "zh-Hant-HK"),
        ("sr-ME", "sr-Latn-ME"),
        ("es-419", "es-419"),
        ("ca-ES-valencia", "ca-ES-valencia"),
        ("und", "und"),
        ("root", "und"),
    ],
)
def test_what_is_meant(given: str, resolved: str) -> None:
    """BCP 47 tags and POSIX names are read; regions that CLDR lacks fall back."""
    assert Formatter(given).resolved_locale == resolved


def test_fallback_follows_the_parents_of_cldr() -> None:
    """Mexico inherits from Latin America, not from Spain; Angola from Portugal."""
    assert Formatter("es-MX").format("1234.5") == "1,234.5"
    assert Formatter("pt-AO").format(12345) == "12\u00a0345"


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("jp", "; did you mean 'ja'?"),
        ("french", "; did you mean 'fr'?"),
        ("Français", "; did you mean 'fr'?"),
        ("xx", ""),
        ("", ""),
        ("C", ""),
        ("../../etc/passwd", ""),
        ("fr/../de", ""),
        ("fr\0", ""),
        ("fr\n", ""),
        ("en-Cyrl", ""),
    ],
)
def test_an_unknown_language_is_an_error_with_a_hint(given: str, hint: str) -> None:
    """The error names what was given and what may have been meant."""
    with pytest.raises(UnknownLocale) as caught:
        Formatter(given)
    assert str(caught.value) == (
        f"{given!r} is not a locale whose language CLDR has, such as 'fr' or 'pt-BR'"
        f"{hint}"
    )
    assert isinstance(caught.value, SovcryptoError)
    assert isinstance(caught.value, LookupError)


def test_a_long_text_is_cut_in_the_message() -> None:
    """A message stays a message."""
    with pytest.raises(UnknownLocale) as caught:
        Formatter("a" * 100_000)
    assert len(str(caught.value)) < 200


def test_a_locale_is_a_text() -> None:
    """None is no locale: there is no ambient one."""
    with pytest.raises(TypeError, match="must be a text, not the NoneType None"):
        Formatter(None)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_formatters_are_values() -> None:
    """Two of one locale are equal; the repr says which."""
    assert Formatter("fr_FR") == Formatter("fr-FR") != Formatter("fr")
    assert repr(Formatter("fr_FR")) == "Formatter('fr-FR')"
    assert len({Formatter("fr"), Formatter("fr")}) == 1


def test_a_formatter_can_be_made_again() -> None:
    """From its repr and from a pickle, used or not; the numbering system is kept."""
    for formatter in (
        Formatter("fr", style="currency", currency="EUR"),
        Formatter("zh-Hant-HK-u-nu-hanidec"),
        Formatter("ar-EG-u-nu-latn", numbering_system="native"),
    ):
        said = formatter.format(5)
        again = pickle.loads(pickle.dumps(formatter))  # noqa: S301 -- our own
        assert again == formatter
        assert again.format(5) == said
        assert eval(repr(formatter), {"Formatter": Formatter}) == formatter  # noqa: S307 -- our own repr


def test_a_formatter_cannot_be_changed() -> None:
    """Nor can anything be put into it."""
    with pytest.raises(AttributeError):
        Formatter("fr").locale = "de"  # type: ignore[attr-defined] # pyright: ignore[reportAttributeAccessIssue]


def test_threads_may_share_what_is_compiled() -> None:
    """The first to ask and the others get the same."""
    dollars = Amount.exactly(5, "USD"), Amount.exactly(7, "USD")

    def ranged(_: int) -> str:
        return Formatter("ta").format_range(*dollars)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(16) as pool:
            said = pool.map(ranged, range(64))
            assert len(set(said)) == 1
    finally:
        sys.setswitchinterval(interval)


def test_an_import_loads_no_locale_data() -> None:
    """Babel's data and our own are read when something is first said."""
    code = """
import sovcrypto.l10n, babel.core, babel.localedata
from sovcrypto.l10n import tables
assert not babel.localedata._cache
assert babel.core._global_data is None
assert "_bytes" not in vars(tables._ARCHIVE)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_environment_is_not_asked() -> None:
    """What is printed does not depend on LANG."""
    code = "from sovcrypto.l10n import Formatter; print(Formatter('fr').format('1.5'))"
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={"LANG": lang, "LC_ALL": lang, "PYTHONUTF8": "1"},
        ).stdout
        for lang in ("C", "de_DE.UTF-8", "ar_EG.UTF-8")
    }
    assert printed == {b"1,5\n"}
