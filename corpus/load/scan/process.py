"""The process that recognises the pages of one file: the wanted pages in JSON on the first line of
standard input, then the file's bytes; a sheet as JSON a line on standard output.

A process of its own, because the libraries are native code and files come from anywhere: what
hangs, crashes or swells there is ended without harm. Started by `corpus.load.scan.recognise`.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from typing import Any

from corpus.load.scan.engine import Engine
from corpus.load.scan.pictures import Pictures, pictures_of
from corpus.load.scan.seen import Sheet

# A report has at most some two hundred pages; recognising more takes an hour.
MOST_PAGES = 300
# Bytes of addresses for the whole process, where the system can bound them: it takes 2 GB of them
# and 1 GB of memory for a page of 2,000 pixels.
MEMORY = 4 * 1024**3


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(body: bytes, wanted: list[int] | None) -> Iterator[Any]:
    """First how many pages follow, then the sheets; or one `error`: what is wrong."""
    try:
        pictures = pictures_of(body)
        pages = range(len(pictures)) if wanted is None else wanted
    except Exception:  # the libraries' own errors have no common base
        yield {"error": "damaged"}
        return
    if len(pages) > MOST_PAGES:
        yield {"error": "long"}
        return
    yield {"pages": len(pages)}
    engine = Engine()
    for page in pages:
        yield _sheet(engine, pictures, page)


def _sheet(engine: Engine, pictures: Pictures, page: int) -> Sheet:
    try:
        picture, points = pictures.picture(page)
        reading = engine.read(picture)
    except MemoryError:
        raise
    except Exception:  # one page that cannot be drawn or read
        return Sheet(page, 0.0, 0.0, 1.0, unread=True)
    height, width = picture.shape if reading.quarters % 2 == 0 else picture.shape[::-1]
    return Sheet(page, float(width), float(height), points, reading.pieces)


def main() -> None:
    """Read, answer."""
    _bound_memory()
    wanted = json.loads(sys.stdin.buffer.readline())
    for answer in read(sys.stdin.buffer.read(), wanted):
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
