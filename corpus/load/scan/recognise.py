"""The pages of a file that hold pictures of text, recognised by a process with limits of time and
memory."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import lru_cache
from importlib.util import find_spec
from threading import Timer
from typing import Any, Final

from corpus.errors import Hindered, LoadError
from corpus.load.scan.remembered import keep, recall
from corpus.load.scan.seen import Sheet, legible
from corpus.process import python_for
from corpus.wording.coded import said

# Seconds for one page. One takes five on two busy cores, four times that if it has to be turned.
LONGEST_PAGE = 240.0
NEEDED: Final = ("rapidocr", "onnxruntime", "PIL")
MISSING = said("scan_reader_missing")
SLOW = said("scan_slow")
BROKE_OFF = said("scan_broke_down")
_REASONS = {
    "damaged": (said("picture_damaged"), "damaged"),
    "long": (said("scan_long"), "too-large"),
}
Watcher = Callable[[int, int], None]
_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """While this is open, `watcher` is told how many pages of a file are recognised, of how
    many."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def can_recognise() -> bool:
    """Is the extra installed?"""
    return all(find_spec(name) for name in NEEDED)


def recognise(body: bytes, wanted: tuple[int, ...] | None = None) -> tuple[Sheet, ...]:
    """The wanted pages (from 0; all for None) with what stands on them, in order; what was recognised
    before is not recognised again, where somebody remembers it.

    Raises LoadError: damaged, too long; Hindered: the extra is missing, too slow, out of memory.
    """
    if not can_recognise():
        raise Hindered(MISSING, "ocr_missing")
    sheets = recall(body, wanted)
    if sheets is None:
        sheets = _recognised(body, wanted)
        keep(body, wanted, sheets)
    return tuple(map(legible, sheets))


@lru_cache(maxsize=2)  # a page is read again when it goes on with another, or is taken as `--any`
def _recognised(body: bytes, wanted: tuple[int, ...] | None) -> tuple[Sheet, ...]:
    with subprocess.Popen(
        python_for("corpus.load.scan.process"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            return tuple(_sheets(process, json.dumps(wanted).encode() + b"\n" + body))
        finally:
            process.kill()


def _sheets(process: subprocess.Popen[bytes], given: bytes) -> Iterator[Sheet]:
    assert process.stdin is not None
    with suppress(OSError):  # it ended early: its answer says why
        process.stdin.write(given)
        process.stdin.close()
    head = _answer(process)
    if "error" in head:
        raise LoadError(*_REASONS[head["error"]])
    tell = _watcher.get()
    for done in range(head["pages"]):
        if tell:
            tell(done, head["pages"])
        yield Sheet.from_plain(_answer(process))


def _answer(process: subprocess.Popen[bytes]) -> Any:
    """The next line of the process. Raises Hindered where none comes in time, or at all."""
    assert process.stdout is not None
    late = Timer(LONGEST_PAGE, process.kill)
    late.start()
    try:
        line = process.stdout.readline()
    finally:
        in_time = late.is_alive()
        late.cancel()
    try:
        return json.loads(line)
    except ValueError as error:
        raise Hindered(*((BROKE_OFF, "hindered") if in_time else (SLOW, "slow"))) from error
