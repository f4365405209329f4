"""Files, folders and archives into the store, one outcome a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.errors import XunzhangError
from corpus.intake.arrive import Unreadable, files_of, pages_of
from corpus.intake.take import Added, take
from corpus.records import Page
from corpus.store.folder import Store

Progress = Callable[[int, int], None]


def add(
    store: Store, paths: Iterable[Path], *, take_any: bool = False, progress: Progress | None = None
) -> Iterator[Added]:
    """Add everything that paths stand for, one outcome a page; one bad page stops nothing. Raises
    StoreBusy."""
    files = files_of(paths)
    with store.writing():
        for done, file in enumerate(files, 1):
            for page in pages_of(file):
                yield _taken(store, page, take_any)
            if progress:
                progress(done, len(files))


def _taken(store: Store, page: Page | Unreadable, take_any: bool) -> Added:
    if isinstance(page, Unreadable):
        return Added(page.source, None, page.status, page.reason)
    try:
        return take(store, page, take_any=take_any)
    except XunzhangError as error:
        return Added(page.address, None, "failed", str(error))
