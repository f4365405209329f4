"""Files, folders and archives into the store, one outcome a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

from corpus.clean import own_id
from corpus.errors import XunzhangError
from corpus.intake.arrive import Unreadable, files_of, pages_of
from corpus.intake.share import Share
from corpus.intake.take import Added, take
from corpus.records import Page
from corpus.store.arrivals import Arrivals
from corpus.store.folder import Store
from corpus.store.pages import LARGEST_PAGE

Progress = Callable[[int, int], None]


def add(
    store: Store,
    paths: Iterable[Path],
    *,
    take_any: bool = False,
    share: Share | None = None,
    progress: Progress | None = None,
) -> Iterator[Added]:
    """Add everything that paths stand for, one outcome a page; one bad page stops nothing. Of a
    `share` only its own pages are added, and in which order they came is noted. Raises StoreBusy."""
    files = files_of(paths)
    with store.writing():
        arrived = _Order(store, share) if share else None
        for done, file in enumerate(files, 1):
            for page in pages_of(file):
                if arrived is None or isinstance(page, Unreadable) or arrived.is_ours(page):
                    if arrived and isinstance(page, Page):
                        arrived.keep(page)
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


class _Order:
    """The order of pages in one run, those of other shares counted with them."""

    def __init__(self, store: Store, share: Share) -> None:
        self._share, self._arrivals = share, Arrivals(store.data)
        self._run, self._places, self._place = self._arrivals.begin(), count(), -1

    def is_ours(self, page: Page) -> bool:
        """Is the next page in the share?"""
        self._place = next(self._places)
        return self._share.holds(page)

    def keep(self, page: Page) -> None:
        """Keep it as it came, whatever becomes of it: one that is too large to be a report as little as
        the store does."""
        if len(page.body) <= LARGEST_PAGE:
            self._arrivals.keep(self._run, self._place, own_id(page), page)
