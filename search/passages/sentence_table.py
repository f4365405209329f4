"""All sentences of a snapshot, figures masked, worked out once: 409,000 sentences took 0.7 s of a busy
processor, and 13 MB."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Array, Ints
from search.match.segment_view import SegmentView
from search.match.view import View
from search.passages.masked import sentences
from search.passages.standing import Rows

KEPT = "sentences"


class Table(NamedTuple):
    """The sentences of a segment in the order of its text: where each begins and ends there
    (uint32), its document, its hash; and all by hash: `sorted_hashes[i]` is that of sentence
    `by_hash[i]`."""

    starts: Array
    ends: Array
    docs: Array
    hashes: Array
    sorted_hashes: Array
    by_hash: Array

    def equal(self, hashes: Array) -> Rows:
        """The places in `by_hash` of the sentences with each of some hashes."""
        return Rows(self.sorted_hashes.searchsorted(hashes), self.sorted_hashes.searchsorted(hashes, "right"))

    def around(self, places: Ints) -> Ints:
        """The sentence that each place of the segment lies in, -1 for none."""
        at = self.starts.searchsorted(places.astype(self.starts.dtype), "right").astype(np.int64) - 1
        inside = (at >= 0) & (places < self.ends[at])
        found: Ints = np.where(inside, at, -1)
        return found


def tables(view: View) -> tuple[Table, ...]:
    """One for each segment. Deleted documents are in it."""
    if KEPT not in view.listed:
        view.listed[KEPT] = tuple([_table(segment) for segment in view.segments])
    found: tuple[Table, ...] = view.listed[KEPT]  # type: ignore[assignment]
    return found


def _table(view: SegmentView) -> Table:
    text = view.text
    found = sentences(text.text)
    docs = text.starts.searchsorted(found.starts.astype(text.starts.dtype), "right") - 1
    order = np.argsort(found.hashes, kind="stable").astype(np.uint32)
    starts, ends = found.starts.astype(np.uint32), found.ends.astype(np.uint32)
    return Table(starts, ends, docs.astype(np.uint32), found.hashes, found.hashes[order], order)
