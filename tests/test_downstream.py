"""What a project that depends on the package sees: the wheel, installed and typed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

# The environment is made once, by the one worker that has all of this.
pytestmark = pytest.mark.xdist_group("downstream")

ROOT = Path(__file__).parents[1]
HERE = ROOT / "tests" / "downstream"
PRELUDE: Final = """\
import sovcrypto as sc

SV, BTC = sc.country_code("SV"), sc.asset_code("BTC")
held = sc.Reserve(holder=SV, asset=BTC, quantity=sc.Amount.more_than(6200, "BTC"))
data = sc.Dataset.of(held)
"""
# Each mistake alone, by a Python that has the wheel: the numbers of those that raise.
ATTEMPTS: Final = """\
import sys
prelude, *mistakes = sys.stdin.read().split("\\0")
for number, mistake in enumerate(mistakes, 1):
    names = {}
    exec(prelude, names)
    try:
        exec(mistake, names)
    except (AttributeError, TypeError, ValueError):
        print(f"{number:02}")
"""
ARTICLE: Final = """\
published: 2026-05-04
language: en
---
Oman plans to build a reserve of more than 300 BTC.
"""
# Other ways by which a package could come in.
PATHS: Final = {"PYTHONPATH", "MYPYPATH"}
EVERYBODY: Final = ("mypy", "pyright", "python")


class Mistake(NamedTuple):
    """One line of the file of mistakes."""

    code: str
    number: str
    meaning: str
    by: frozenset[str]


def mistakes() -> list[Mistake]:
    """Read the file of mistakes."""
    text = (HERE / "bad.txt").read_text("utf-8")
    found = re.findall(r"^([^#\n].*)  # (\d\d) (.+): (.+)$", text, re.MULTILINE)
    assert len(found) == len(re.findall(r"^[^#\n]", text, re.MULTILINE))
    return [
        Mistake(code, number, meaning, frozenset(by.split()))
        for code, number, meaning, by in found
    ]


MISTAKES: Final = mistakes()


class Project(NamedTuple):
    """A project beside the environment that it uses.

    Attributes:
        folder: where its files are.
        python: the interpreter of the environment.
        packages: where the wheel is unpacked.
    """

    folder: Path
    python: Path
    packages: Path

    def run(self, *command: str | Path, text: str = "") -> tuple[str, str]:
        """Run a command in the folder; give what it prints, and its complaints."""
        environment = {k: v for k, v in os.environ.items() if k not in PATHS}
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            input=text,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout, done.stderr


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project of two files, and an environment with the wheel and no network.

    A wheel of pure Python is installed by unpacking it. What it depends on is taken
    from the environment of the tests; a path that stands in a .pth file is searched
    last, and the .pth files there are not read: `src/` cannot come in.
    """
    base = tmp_path_factory.mktemp("downstream")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    subprocess.run([*build, "-d", base], cwd=ROOT, check=True)
    (wheel,) = base.glob("*.whl")
    venv.create(base / "env", symlinks=True)
    packages = sysconfig.get_path("purelib", "venv", vars={"base": str(base / "env")})
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    others = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    Path(packages, "others.pth").write_text("\n".join(sorted(others)), "utf-8")

    folder = base / "project"
    folder.mkdir()
    (folder / "good.py").write_text((HERE / "good.py").read_text("utf-8"), "utf-8")
    bad = PRELUDE + "\n".join(mistake.code for mistake in MISTAKES) + "\n"
    (folder / "bad.py").write_text(bad, "utf-8")
    scripts = sysconfig.get_path("scripts", "venv", vars={"base": str(base / "env")})
    return Project(folder, Path(scripts, "python"), Path(packages))


@pytest.fixture(scope="module")
def complaints(project: Project) -> dict[str, dict[str, set[int]]]:
    """The lines that each checker rejects, by its name and that of the file."""
    return {"mypy": by_mypy(project), "pyright": by_pyright(project)}


def by_mypy(project: Project) -> dict[str, set[int]]:
    """Run mypy in its strict mode, and with no other option."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file="]
    command += ["--python-executable", str(project.python), "good.py", "bad.py"]
    said, talk = project.run(*command)
    assert "checked 2 source files" in said, said + talk
    found = re.findall(r"^(\w+\.py):(\d+): error:", said, re.MULTILINE)
    return {name: {int(n) for f, n in found if f == name} for name, _ in found}


def by_pyright(project: Project) -> dict[str, set[int]]:
    """Run pyright in its strict mode."""
    env = project.packages.relative_to(project.folder.parent).parts[0]
    settings = {"typeCheckingMode": "strict", "venvPath": "..", "venv": env}
    (project.folder / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    said, talk = project.run(sys.executable, "-m", "pyright", "--outputjson")
    assert said, talk
    report: dict[str, Any] = json.loads(said)
    assert report["summary"]["filesAnalyzed"] == 2
    found: dict[str, set[int]] = {}
    for item in report["generalDiagnostics"]:
        if item["severity"] == "error":
            lines = found.setdefault(Path(item["file"]).name, set())
            lines.add(item["range"]["start"]["line"] + 1)
    return found


def test_the_package_that_is_used_is_the_wheel(project: Project) -> None:
    """And not the source beside the tests."""
    script = "import sovcrypto; print(sovcrypto.__file__)"
    said, talk = project.run(project.python, "-W", "error", "-c", script)
    assert Path(said.strip()).parent == project.packages / "sovcrypto", talk
    assert (project.packages / "sovcrypto" / "py.typed").is_file()


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_correct_use_is_accepted(
    complaints: dict[str, dict[str, set[int]]], checker: str
) -> None:
    """In the strict mode of both checkers, with nothing ignored."""
    assert complaints[checker].get("good.py", set()) == set()


def test_correct_use_works(project: Project) -> None:
    """Own articles and the bundled facts are read, asked and said in French."""
    folder = project.folder / "own"
    folder.mkdir()
    (folder / "oman.txt").write_text(ARTICLE, "utf-8")
    command = [str(project.python), "-W", "error", "good.py", "own", "fr"]
    said, talk = project.run(*command)
    assert "1 fact from 1 article and 0 records" in talk
    plain = said.replace("\u202f", " ").replace("\u00a0", " ")
    assert "Salvador: plus de 6 200 BTC" in plain
    assert plain.splitlines()[-1].startswith("Oman prévoit ")


def test_each_mistake_is_found_by_whom_the_file_says(
    project: Project, complaints: dict[str, dict[str, set[int]]]
) -> None:
    """One that is newly found, or newly missed, is noticed; none escapes all."""
    first = PRELUDE.count("\n") + 1
    found: dict[str, set[str]] = {}
    for checker, lines in complaints.items():
        assert min(lines["bad.py"]) >= first, "the prelude itself is rejected"
        found[checker] = {MISTAKES[line - first].number for line in lines["bad.py"]}
    attempts = "\0".join([PRELUDE, *(mistake.code for mistake in MISTAKES)])
    said, talk = project.run(project.python, "-c", ATTEMPTS, text=attempts)
    assert not talk
    found["python"] = set(said.split())
    expected = {
        who: {mistake.number for mistake in MISTAKES if who in mistake.by}
        for who in EVERYBODY
    }
    assert found == expected


def test_no_mistake_escapes_everybody() -> None:
    """There are ten, and each is found by a checker or when it runs."""
    assert [bool(mistake.by & set(EVERYBODY)) for mistake in MISTAKES] == [True] * 10


def test_the_checkers_believe_the_wheel_for_its_marker(project: Project) -> None:
    """Without `py.typed` mypy takes no types from it: they come from nowhere else."""
    marker = project.packages / "sovcrypto" / "py.typed"
    marker.unlink()
    command = [sys.executable, "-m", "mypy", "--config-file=", "--python-executable"]
    said, _ = project.run(*command, project.python, "good.py")
    marker.touch()
    assert "missing library stubs or py.typed marker" in said
