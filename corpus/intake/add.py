"""Files, folders and archives into the store, one outcome a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.intake.arrive import Unreadable, files_of, pages_of
from corpus.intake.take import Added, take
from corpus.store.folder import Store

Progress = Callable[[int, int], None]


def add(
    store: Store, paths: Iterable[Path], *, take_any: bool = False, progress: Progress | None = None
) -> Iterator[Added]:
    """Add everything that paths stand for, one outcome a page; one bad page stops nothing. Raises StoreBusy."""
    files = files_of(paths)
    with store.writing():
        for done, path in enumerate(files, 1):
            for page in pages_of(path):
                if isinstance(page, Unreadable):
                    yield Added(page.source, None, "failed", page.reason)
                else:
                    yield take(store, page, take_any=take_any)
            if progress:
                progress(done, len(files))
