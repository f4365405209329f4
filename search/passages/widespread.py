"""The sentences of a selection that most issuers write, figures masked."""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Array, Ints
from search.across.passages import FORMULA_BODIES, Widespread, WidespreadPage
from search.match.filters import Filters
from search.match.view import View
from search.passages.alike_sentences import held
from search.passages.holders import Holders, merged
from search.passages.owners import Owned, others
from search.passages.sentence_table import Table, tables


def widespread(view: View, filters: Filters, offset: int, limit: int) -> WidespreadPage:
    """A page of the sentences that at least FORMULA_BODIES issuers of the selection write, by
    issuers, then by reports."""
    owners = others(view, filters, None, None)
    every = tables(view)
    hashes = _by_bodies(view, every, owners)
    holders = Holders(view, owners)
    page = [_told(view, every, holders, int(number)) for number in hashes[offset : offset + limit].tolist()]
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


def _told(view: View, every: tuple[Table, ...], holders: Holders, number: int) -> Widespread:
    rows = [table.equal(number) for table in every]
    places = merged([holders.kept(at, every[at].docs[row], every[at].starts[row]) for at, row in enumerate(rows)])
    counted = holders.counted(places)
    assert counted is not None, "a hash is that of a sentence held"
    at, row = _first(every, rows, places.segments, places.places, view, counted.oldest.report)
    return Widespread(held(view, at, every[at], row), counted.bodies, counted.reports, counted.years, counted.oldest)


def _first(
    every: tuple[Table, ...], rows: list[Array], segments: Ints, places: Ints, view: View, report: str
) -> tuple[int, int]:
    """Segment and row of the sentence as a report has it."""
    for at, place in zip(segments.tolist(), places.tolist(), strict=True):
        row = next(int(row) for row in rows[at].tolist() if int(every[at].starts[row]) == place)
        if view.segments[at].segment.stored(int(every[at].docs[row])).report == report:
            return at, row
    raise AssertionError("the oldest holder is one of the places")
