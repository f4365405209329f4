"""How many sections of an answer say the same as a hit."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from index.characters.arrays import Array
from search.found import Found


def same_texts(found: Found, page: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """For each (segment, place among the documents found): how many of the sections found have its
    fingerprint, itself included; a section without one is alone."""
    return tuple([_count(found, segment, found.docs[segment].item(place)) for segment, place in page])


def _count(found: Found, segment: int, doc: int) -> int:
    key = found.view.segments[segment].segment.prints[doc]
    if not key:
        return 1
    pairs = zip(found.view.segments, found.docs, strict=True)
    return sum([_among(docs, view.segment.with_print(key)) for view, docs in pairs])


def _among(docs: Array, some: Array) -> int:
    """How many of some documents are among others, ascending."""
    if not len(docs) or not len(some):
        return 0
    places = np.minimum(np.searchsorted(docs, some), len(docs) - 1)
    return int(np.count_nonzero(docs[places] == some))
