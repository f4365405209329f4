"""Files that grow line by line: half a line, which a kill leaves at the end, never was and never
swallows the next one."""

from __future__ import annotations

import os
from pathlib import Path


def whole_lines(path: Path) -> bytes:
    """All lines that were written to their end; nothing where there is no file."""
    content = path.read_bytes() if path.exists() else b""
    return content[: content.rfind(b"\n") + 1]


def append_lines(path: Path, lines: bytes) -> None:
    """Put lines at the end, in one write, in place of half a line that may stand there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+", buffering=0) as stream:
        size = stream.seek(0, os.SEEK_END)
        if size and not _is_ended(stream.fileno(), size):
            stream.truncate(len(whole_lines(path)))
        stream.write(lines)


def _is_ended(file: int, size: int) -> bool:
    return os.pread(file, 1, size - 1) == b"\n" if hasattr(os, "pread") else False
