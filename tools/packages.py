"""Fetch pinned packages and write tables: what all generators share.

Packages come from whatever registries npm and pip are configured for, by name and
version, into a folder under the system's temporary directory.
"""

import json
import subprocess
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TOOLS = Path(__file__).parent
DATA = TOOLS.parent / "src" / "sovcrypto" / "_data"

Json = dict[str, Any]
Parsed = Any  # what a foreign file holds is checked where it is used


@dataclass(frozen=True, kw_only=True)
class Package:
    """A pinned package of npm or PyPI, its licence, and what is taken from it."""

    registry: str
    name: str
    version: str
    licence: str
    used_for: str

    def fetch(self) -> Path:
        """Download and unpack it, once a machine; return its folder."""
        folder = Path(tempfile.gettempdir()) / "sovcrypto-packages"
        target = folder / f"{self.name.replace('/', '-')}-{self.version}"
        if not target.exists():
            folder.mkdir(exist_ok=True)
            with tempfile.TemporaryDirectory(dir=folder) as fresh:
                unpacked = Path(fresh) / "unpacked"
                _unpack(self._download(Path(fresh)), unpacked)
                unpacked.rename(target)
        return target / "package" if self.registry == "npm" else target

    def _download(self, folder: Path) -> Path:
        """Fetch the archive with the registry's own client."""
        clients = {
            "npm": ("npm", "pack", "--silent", f"{self.name}@{self.version}"),
            "PyPI": ("pip", "download", "--no-deps", f"{self.name}=={self.version}"),
        }
        command = clients[self.registry]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        (archive,) = folder.iterdir()
        return archive


def _unpack(archive: Path, target: Path) -> None:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(target)  # noqa: S202 -- it keeps paths within
    else:
        with tarfile.open(archive) as tarball:
            tarball.extractall(target, filter="data")


def read_json(path: Path) -> Parsed:
    """Read a foreign JSON file."""
    return json.loads(path.read_text("utf-8"))


def read_toml(name: str) -> Json:
    """Read one of the hand-kept files beside the generators."""
    return tomllib.loads((TOOLS / "data" / f"{name}.toml").read_text("utf-8"))


def sources(packages: Sequence[Package]) -> Json:
    """Return what a table says of the packages that it is made from."""
    return {
        f"{package.registry} {package.name}": {
            "version": package.version,
            "licence": package.licence,
            "used_for": package.used_for,
        }
        for package in packages
    }


def write_table(
    name: str,
    generator: str,
    packages: Sequence[Package],
    sections: Mapping[str, Mapping[str, object]],
) -> None:
    """Write `_data/<name>.json`, one entry a line, sorted by key."""
    meta = {"generator": generator, "sources": sources(packages)}
    written = {"_meta": meta, **sections}
    blocks = [f"{_text(key)}: {_block(part)}" for key, part in written.items()]
    path = DATA / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text("{\n" + ",\n".join(blocks) + "\n}\n", "utf-8")
    print(f"{path.relative_to(TOOLS.parent)}: {path.stat().st_size:,} bytes")


def _block(section: Mapping[str, object]) -> str:
    lines = [f"{_text(key)}: {_text(section[key])}" for key in sorted(section)]
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
