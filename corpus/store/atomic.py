"""Writing a file so that a reader, or a crash, sees the old one whole or the new one whole."""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path

# What is being written is called `.<name>.<eight characters>.tmp`; earlier versions left the name
# away.
_BESIDE = re.compile(r"\.(?:(?P<name>.+)\.)?[a-z0-9_]{8}\.tmp")


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, then put it in its place in one step; the folder is made where
    it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(beside).chmod(0o644)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def clear_leftovers(folder: Path, of: str | None = None, but: str | None = None) -> None:
    """Delete what killed programs were just writing in a folder: only `of` that file, or all `but`
    that.

    Whoever calls this holds the lock under which these files are written.
    """
    for path in folder.glob(".*.tmp"):
        named = _BESIDE.fullmatch(path.name)
        if named and (of is None or named["name"] == of) and (but is None or named["name"] != but):
            path.unlink(missing_ok=True)
