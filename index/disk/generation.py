"""Generations of the index on disk: each a Whoosh index in a folder of its own, and CURRENT, which
names the one that answers.

    index/CURRENT       the name of the live generation
    index/LOCK          held by the process that writes
    index/20250131093000/FORMAT      what it was written with
    index/20250131093000/MAIN_….*    Whoosh's files

A new generation is written beside the live one and takes its place by replacing CURRENT. The one
before it stays until the next build: readers that opened it go on with what they mapped.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex
from whoosh.util.filelock import FileLock

from corpus.store.atomic import clear_leftovers, replace_file
from index.disk.schema import schema, written_with
from index.errors import IndexBusy, IndexDamaged, IndexMissing, IndexOutdated

CURRENT, FORMAT, LOCK = "CURRENT", "FORMAT", "LOCK"


def current(directory: Path) -> Path:
    """The folder of the live generation, which a build may remove meanwhile. Raises IndexMissing,
    IndexDamaged."""
    try:
        name = (directory / CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError as error:
        raise IndexMissing(directory) from error
    except (OSError, ValueError) as error:
        raise IndexDamaged(CURRENT) from error
    if not name.isdecimal():
        raise IndexDamaged(CURRENT)
    return directory / name


def check_format(generation: Path) -> None:
    """Raise IndexOutdated where the generation was written with something else, FileNotFoundError
    where it does not say."""
    try:
        found = (generation / FORMAT).read_text(encoding="ascii").strip()
    except ValueError as error:
        raise IndexDamaged(f"{generation.name}/{FORMAT}") from error
    if found != written_with():
        raise IndexOutdated(found, written_with())


def whoosh_index(generation: Path) -> FileIndex:
    """The Whoosh index of a generation, with the schema of this program. Raises what `check_format`
    does."""
    check_format(generation)
    return FileIndex(FileStorage(str(generation)), schema=schema())


def generations(directory: Path) -> list[Path]:
    """All generations there are, whole or not, oldest first."""
    found = (
        [path for path in directory.iterdir() if path.name.isdecimal() and path.is_dir()] if directory.is_dir() else []
    )
    return sorted(found, key=lambda path: int(path.name))


def new_generation(directory: Path) -> Path:
    """Make an empty generation that nobody sees yet. Its name is the time, so that no version ever
    comes again with other content."""
    last = int(generations(directory)[-1].name) if generations(directory) else 0
    generation = directory / str(max(last + 1, int(time.strftime("%Y%m%d%H%M%S", time.gmtime()))))
    generation.mkdir(parents=True)
    (generation / FORMAT).write_text(written_with() + "\n", encoding="ascii")
    FileIndex.create(FileStorage(str(generation)), schema())
    return generation


def publish(generation: Path) -> None:
    """Make a generation the live one."""
    replace_file(generation.parent / CURRENT, f"{generation.name}\n".encode())


def remove_old(directory: Path, keep: Path | None) -> None:
    """Remove every generation but `keep`: earlier ones, and what a killed build left."""
    for generation in generations(directory):
        if generation != keep:
            shutil.rmtree(generation, ignore_errors=True)


@contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Hold the index for writing. The lock is the system's: that of a dead process is gone with it.
    Raises IndexBusy."""
    directory.mkdir(parents=True, exist_ok=True)
    lock = FileLock(str(directory / LOCK))
    if not lock.acquire():
        raise IndexBusy
    try:
        clear_leftovers(directory)
        yield
    finally:
        lock.release()
