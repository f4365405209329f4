"""The server's files: fetched once from Maven Central, compared with their recorded hashes, and laid
together in a folder that any user may read.

`XUNZHANG_MAVEN` names another repository of the same layout.
"""

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
import tomllib
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from typing import Any

CENTRAL = "https://repo.maven.apache.org/maven2"
RECORDED: dict[str, Any] = tomllib.loads(Path(__file__).with_name("distribution.toml").read_text(encoding="utf8"))
VERSION: str = RECORDED["version"]
PATIENCE = 60  # seconds without a byte
TRIES = 3


class Unavailable(Exception):
    """A cluster cannot be had here; the one sentence says why."""


def home() -> Path:
    """Where the server and its nodes lie. Root's own cache would do for root alone, and no node runs as
    root."""
    if named := os.environ.get("XUNZHANG_OPENSEARCH_FOLDER"):
        return Path(named).absolute()
    if os.geteuid() == 0:
        return Path("/var/cache/xunzhang-opensearch")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "xunzhang-opensearch"


def distribution() -> Path:
    """The folder of the server, fetched where it is not there yet. Raises Unavailable."""
    whole = home() / f"opensearch-{VERSION}"
    if whole.exists():
        return whole
    before = os.umask(0o022)  # whatever it was: another user reads this
    try:
        home().mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home(), prefix=".fetching-") as beside:
            made = _laid_together(Path(beside))
            with contextlib.suppress(OSError):  # somebody else was faster
                made.rename(whole)
    except OSError as error:
        raise Unavailable(f"{home()} cannot be written to: {error}") from error
    finally:
        os.umask(before)
    return whole


def _laid_together(folder: Path) -> Path:
    """Everything fetched into `folder` and laid together below it; the server's folder."""
    made = folder / f"opensearch-{VERSION}"
    for file in RECORDED["files"]:
        fetched = _fetched(file, folder)
        if module := file.get("module"):
            (made / "modules" / module).mkdir(exist_ok=True)
            shutil.move(fetched, made / "modules" / module / fetched.name)
        else:
            zipfile.ZipFile(fetched).extractall(folder)
    for name, module in RECORDED["modules"].items():
        _describe(made / "modules" / name, name, module)
    return made


def _describe(folder: Path, name: str, module: dict[str, str]) -> None:
    """The descriptor that the whole distribution puts beside a module's jars."""
    values = {
        "name": name,
        "description": name,
        "version": VERSION,
        "opensearch.version": VERSION,
        "classname": module["classname"],
        "java.version": "11",
        "custom.foldername": "",
        "extended.plugins": module["extends"],
        "has.native.controller": "false",
    }
    text = "".join(f"{key}={value}\n" for key, value in values.items())
    (folder / "plugin-descriptor.properties").write_text(text, encoding="utf8")
    if module["policy"]:
        (folder / "plugin-security.policy").write_text(module["policy"], encoding="utf8")


def _fetched(file: dict[str, str], folder: Path) -> Path:
    """One file, whole and as recorded. Raises Unavailable."""
    address = f"{os.environ.get('XUNZHANG_MAVEN', CENTRAL).rstrip('/')}/{file['path']}"
    content = _read(address)
    if hashlib.sha256(content).hexdigest() != file["sha256"]:
        raise Unavailable(f"{Path(file['path']).name} is not the recorded file: its SHA-256 differs")
    path = folder / Path(file["path"]).name
    path.write_bytes(content)
    return path


def _read(address: str) -> bytes:
    """What stands at an address, tried a few times. Raises Unavailable."""
    why = ""
    for number in range(TRIES):
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                content: bytes = answer.read()
                return content
        except (OSError, urllib.error.URLError) as error:
            why = str(error)
            time.sleep(number)
    raise Unavailable(f"{Path(address).name} could not be fetched: {why}")
