"""The sentences of a selection that most issuers write, figures masked."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from index.characters.arrays import Array
from search.across.passages import FORMULA_BODIES, Widespread, WidespreadPage
from search.match.filters import Filters
from search.match.view import View
from search.passages.alike_sentences import equal, held
from search.passages.holders import Holders, merged
from search.passages.oldest import Oldest
from search.passages.owners import Owned, others
from search.passages.sentence_table import Table, tables


def widespread(view: View, filters: Filters, offset: int, limit: int) -> WidespreadPage:
    """A page of the sentences that at least FORMULA_BODIES issuers of the selection write, by
    issuers, then by reports."""
    owners = others(view, filters, None, None)
    every = tables(view)
    hashes = _by_bodies(view, every, owners)
    page = _told(view, every, owners, hashes[offset : offset + limit])
    return WidespreadPage(view.snapshot.version, len(hashes), FORMULA_BODIES, tuple(page))


def _by_bodies(view: View, every: tuple[Table, ...], owners: Owned) -> Array:
    """Hashes of the sentences that enough issuers write, most first. Reports without an issuer are
    nobody's."""
    unnamed = [code for code, zone in enumerate(view.snapshot.values["zone"]) if not zone]
    whose = [own[table.docs].astype(np.int64) for table, own in zip(every, owners, strict=True)]
    kept = [(each >= 0) & ~np.isin(each, unnamed) for each in whose]
    nothing = np.zeros(0, np.uint64)
    hashes = np.concatenate([nothing, *[table.hashes[mask] for table, mask in zip(every, kept, strict=True)]])
    issuers = np.concatenate([nothing.astype(np.int64), *[each[mask] for each, mask in zip(whose, kept, strict=True)]])
    order = np.lexsort((issuers, hashes))
    hashes, issuers = hashes[order], issuers[order]
    first = np.ones(len(hashes), np.bool_)
    first[1:] = (hashes[1:] != hashes[:-1]) | (issuers[1:] != issuers[:-1])
    each, counts = np.unique(hashes[first], return_counts=True)
    wide = counts >= FORMULA_BODIES
    each, counts = each[wide], counts[wide]
    times = np.searchsorted(hashes, each, "right") - np.searchsorted(hashes, each)
    best = np.lexsort((each, -times, -counts))
    return each[best]


def _told(view: View, every: tuple[Table, ...], owners: Owned, hashes: Array) -> Iterator[Widespread]:
    """The sentences with some hashes, each as the oldest holder has it."""
    holders, size = Holders(view, owners), len(hashes)
    places = merged([equal(holders, at, table, hashes) for at, table in enumerate(every)])
    first = Oldest(view).first(places.which, places.segments, places.docs, places.places, size)
    first = first[np.argsort(places.which[first])]
    rows = zip(places.segments[first].tolist(), places.places[first].tolist(), strict=True)
    for (at, place), each in zip(rows, holders.counted(places, size), strict=True):
        assert each is not None, "a hash is that of a sentence held"
        text = held(view, at, every[at], int(every[at].starts.searchsorted(place)))
        yield Widespread(text, each.bodies, each.reports, each.years, each.oldest)
