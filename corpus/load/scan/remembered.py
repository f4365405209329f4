"""What was recognised once is not recognised again: a memory that whoever holds the pages lends to
loading.

It is asked by the file's bytes and by the way of recognising: the models, the libraries' versions
and our own modules that prepare pictures and read answers. Another of any of these is another way.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Any, Final, Protocol

from corpus.load.scan.engine import model_files
from corpus.load.scan.seen import Sheet

_MODULES: Final = ("engine.py", "marks.py", "pictures.py", "process.py", "seal.py")
_LIBRARIES: Final = ("rapidocr", "onnxruntime", "numpy", "opencv-python", "pillow", "pypdfium2")
Wanted = tuple[int, ...] | None


class Memory(Protocol):
    """Keeps plain sheets by reader and file."""

    def recall(self, reader: str, file: str) -> Any | None:
        """The sheets kept; None where there are none, or not as they were."""

    def keep(self, reader: str, file: str, sheets: Any) -> None:
        """Keep them."""


_memory: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def remembering(memory: Memory) -> Iterator[None]:
    """While this is open, what is recognised goes to the memory, and is asked of it first."""
    token = _memory.set(memory)
    try:
        yield
    finally:
        _memory.reset(token)


@lru_cache(maxsize=1)
def reader() -> str:
    """A digest of the way of recognising that is installed. Raises OSError where the models are not
    there."""
    found = hashlib.sha256()
    for path in model_files():
        found.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for name in _MODULES:
        found.update((files(__package__) / name).read_bytes())
    return hashlib.sha256(found.digest() + json.dumps([_version(name) for name in _LIBRARIES]).encode()).hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:  # OpenCV comes under several names
        return ""


def recall(body: bytes, wanted: Wanted) -> tuple[Sheet, ...] | None:
    """The sheets of these pages of a file as they were recognised before; None where nobody remembers
    them whole."""
    memory = _memory.get()
    plain = memory.recall(reader(), _file(body, wanted)) if memory else None
    if plain is None:
        return None
    try:
        sheets = tuple(Sheet.from_plain(values) for values in plain)
    except (ValueError, TypeError):
        return None
    return sheets if wanted is None or tuple(sheet.page for sheet in sheets) == wanted else None


def keep(body: bytes, wanted: Wanted, sheets: Sequence[Sheet]) -> None:
    """Have sheets remembered; a page that could not be read is tried again another time."""
    memory = _memory.get()
    if memory and not any(sheet.unread for sheet in sheets):
        memory.keep(reader(), _file(body, wanted), sheets)


def _file(body: bytes, wanted: Wanted) -> str:
    return hashlib.sha256(json.dumps(wanted).encode() + b"\n" + body).hexdigest()
