"""`make vendor`: the libraries our pages use, taken from their packages and kept here with version,
licence and checksum.

`static/vendor/VENDORED.toml` is the list. A file whose checksum is not the recorded one is not
kept: to take a newer version, change the version, run this and write down the checksum it names.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "static" / "vendor"
LIST: Final = FOLDER / "VENDORED.toml"


@dataclass(frozen=True, slots=True)
class Vendored:
    """A file of a package: `inside` is its place there, `name` its name here, `sha256` what its
    bytes must hash to."""

    package: str
    version: str
    licence: str
    inside: str
    name: str
    sha256: str


def vendored() -> Iterator[Vendored]:
    """Every file on the list."""
    for package in tomllib.loads(LIST.read_text(encoding="utf-8"))["package"]:
        for file in package["files"]:
            yield Vendored(package["name"], package["version"], package["licence"], **file)


def sha256(content: bytes) -> str:
    """The checksum of a file's bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def packed(package: str, version: str, folder: Path) -> tarfile.TarFile:
    """The package as its registry gives it, downloaded by npm into the folder."""
    subprocess.run(["npm", "pack", "--silent", f"{package}@{version}"], cwd=folder, check=True, stdout=subprocess.PIPE)
    return tarfile.open(next(folder.glob("*.tgz")))


def fetch(file: Vendored) -> bytes:
    """The bytes of a listed file, out of its package."""
    with tempfile.TemporaryDirectory() as folder, packed(file.package, file.version, Path(folder)) as archive:
        found = archive.extractfile(f"package/{file.inside}")
        if found is None:
            raise FileNotFoundError(f"{file.package} {file.version} has no {file.inside}")
        return found.read()


def main() -> int:
    """Fetch every file on the list; 1 if one of them is not what was recorded."""
    wrong = 0
    for file in vendored():
        content = fetch(file)
        if sha256(content) == file.sha256:
            (FOLDER / file.name).write_bytes(content)
            print(f"{file.name}: {file.package} {file.version}, {len(content):,} bytes")
        else:
            wrong += 1
            print(f"{file.name}: sha256 is {sha256(content)}, not what is recorded", file=sys.stderr)
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
