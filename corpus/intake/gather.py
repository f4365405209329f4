"""Shares that several machines added become one store: what one machine would hold that had added
everything.

Every page is taken again in the order of that machine's run, so twins, equal pages and pages that
go on with others meet as they would have met there. A page is not cleaned again, though, where its
share's record says all: that of a page by itself, without corrections.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path

from corpus.errors import XunzhangError
from corpus.identity import sha256
from corpus.intake.take import Added, take
from corpus.records import Page, Report
from corpus.saying import Saying
from corpus.store.arrivals import ARRIVED, Arrival, Arrivals
from corpus.store.folder import Store

Progress = Callable[[int, int], None]


class NoShare(XunzhangError):
    """A folder that holds no share."""

    code = "no_share"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            Saying("%(folder)s 里没有分片；请给出用 xunzhang add --shard 收录的数据文件夹。", folder=str(folder))
        )


def gather(store: Store, folders: Sequence[Path], progress: Progress | None = None) -> Iterator[Added]:
    """Take what the shares in these folders hold and this store does not yet; one outcome a page.
    The shares stay as they are. Raises NoShare, StoreBusy."""
    shares = [_Gathered(folder) for folder in folders]
    with store.writing():
        _bring_corrections(store, shares)
        arrivals = Arrivals(store.data)
        known = set(arrivals.all())
        waiting = [(each, share) for each, share in _merged(shares) if each not in known]
        for done, (arrival, share) in enumerate(waiting, 1):
            if page := share.page(arrival):
                yield _taken(store, page, share)
            arrivals.note([arrival])
            if progress:
                progress(done, len(waiting))


def _merged(shares: Sequence[_Gathered]) -> Iterator[tuple[Arrival, _Gathered]]:
    """All arrivals in order: by run, and in a run by place."""
    each = ([(arrival, share) for arrival in share.arrivals] for share in shares)
    return heapq.merge(*each, key=itemgetter(0))


def _bring_corrections(store: Store, shares: Sequence[_Gathered]) -> None:
    held = set(store.corrections.all())
    for share in shares:
        for line in share.store.corrections.all():
            if line not in held:
                store.corrections.append(line)
                held.add(line)


def _taken(store: Store, page: Page, share: _Gathered) -> Added:
    try:
        record = share.record(page)
        added = take(store, page, known=record)
        if record and store.pages.path(record.id).exists():
            store.recognised.bring(record.id, share.store.recognised.path(record.id))
        return added
    except XunzhangError as error:
        return Added(page.address, None, "failed", str(error))


class _Gathered:
    """One share, which is only read."""

    def __init__(self, folder: Path) -> None:
        if not (folder / ARRIVED).exists():
            raise NoShare(folder)
        self.store, self._kept = Store(folder), Arrivals(folder)
        self.arrivals = self._kept.all()

    def page(self, arrival: Arrival) -> Page | None:
        """The page as it came; None where it is not kept any more."""
        return self._kept.page(arrival)

    def record(self, page: Page) -> Report | None:
        """What the page was cleaned to by itself; None where others were cleaned with it, or it was
        corrected."""
        entry = self.store.ledger.by_address(page.address)
        held = self.store.readable(entry.report) if entry else None
        if held is None or len(self.store.ledger.of(held.id)) != 1 or held.url != page.url:
            return None
        corrected = self.store.corrections.of(held.id, held.sources)
        return held if held.source_sha256 == sha256(page.body) and not corrected else None
