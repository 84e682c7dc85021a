"""What holds for the repository as a whole, whoever changes it."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "src").rglob("*.py"))
LONGEST_MODULE = 400

# Said in pieces, so that this file doesn't name what it forbids.
REGISTRIES = ("pypi", "pythonhosted", "npmjs", "deb.debian")
REGISTRY_HOST = re.compile(rf"({'|'.join(map(re.escape, REGISTRIES))})\.(org|com)")
# A path begins with the folder; in "https://example.org/home/x" it only passes by.
FOLDERS = ("home", "root", "tmp", "work", "Users")
MACHINE_PATH = re.compile(rf"(^|[^\w.])/({'|'.join(FOLDERS)})/[\w.-]", re.MULTILINE)


def tracked(*below: str) -> list[str]:
    """The paths that git tracks, and that are there."""
    command = ["git", "ls-files", "-z", "--", *below]
    listed = subprocess.run(
        command, cwd=ROOT, capture_output=True, check=True, text=True
    )
    return [name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]


def offences(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern occurs in the tracked files, as `path: text`."""
    return [
        f"{name}: {match[0]}"
        for name in tracked()
        for match in pattern.finditer((ROOT / name).read_text("utf-8", "replace"))
    ]


def test_no_package_registry_is_named() -> None:
    """Where packages come from is the machine's business, not the repository's."""
    assert offences(REGISTRY_HOST) == []


def test_no_path_of_one_machine_is_written_down() -> None:
    """Paths are relative to the repository."""
    assert offences(MACHINE_PATH) == []


@pytest.mark.parametrize(
    ("text", "is_path"),
    [
        ("cd /ho" + "me/ada/sovcrypto", True),
        ('open("/tm' + 'p/facts.jsonl")', True),
        ("https://example.org/home/ada", False),
        ("the work/home/root question", False),
    ],
)
def test_machine_paths_are_told_from_addresses(text: str, *, is_path: bool) -> None:
    """A folder of the machine is found, a page of that name is not."""
    assert bool(MACHINE_PATH.search(text)) is is_path


def test_no_lock_file_is_tracked() -> None:
    """A lock names the registry it was made from; `exclude-newer` replaces it."""
    locks = {"uv.lock", "pylock.toml", "poetry.lock", "package-lock.json"}
    assert [name for name in tracked() if Path(name).name in locks] == []


@pytest.mark.parametrize(
    "module", MODULES, ids=lambda path: str(path.relative_to(ROOT / "src"))
)
def test_a_module_can_be_read_at_one_go(module: Path) -> None:
    """A longer module is two modules."""
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST_MODULE


def test_the_wheel_holds_the_whole_package_and_the_seeds(tmp_path: Path) -> None:
    """Data files, catalogues, the typing marker and `seeds/` are all installed."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run([*command, "-d", tmp_path], cwd=ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    expected = {
        name.removeprefix("src/") if name.startswith("src/") else f"sovcrypto/{name}"
        for name in tracked("src/sovcrypto", "seeds")
    }
    assert "sovcrypto/py.typed" in expected
    assert expected - packed == set()
