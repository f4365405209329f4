"""Where in their sections the occurrences of a string stand: as words or inside words, in the heading or behind it.

`inside` is the weight of an occurrence whose ends are no ends of words; other occurrences weigh 1. Figures are sums of fractions of two,
so they are the same in whatever order they are added up.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Floats, Ints
from search.match.gathered import Gathered
from search.match.lookup import Counted, Lookup
from search.match.view import SegmentView


def by_place(lookup: Lookup, text: str, docs: Ints, inside: float) -> tuple[Floats, Floats]:
    """For each of `docs`: occurrences weighted by whether they are words, and those of them that stand in the heading."""
    native, view = lookup.view.text.native, lookup.view
    if lookup.looks_through(text, docs):
        if native is not None:
            return native.weighted_through(docs, view.headings, text, inside)
        return _one_by_one(view, text, docs, inside)
    if native is not None:
        return native.weighted(docs, view.headings, text, *lookup.rows(text), inside)
    counted = lookup.counted(text)
    if counted.docs is docs:
        return _in_order(lookup, text, counted, inside)
    return _among(lookup, text, docs, inside)


def _in_order(lookup: Lookup, text: str, counted: Counted, inside: float) -> tuple[Floats, Floats]:
    """For all sections that hold the text: sorted, their occurrences lie side by side."""
    view, (low, high) = lookup.view, lookup.rows(text)
    starts = view.text.suffixes[low:high]
    if view.live is not None:
        starts = starts[view.live.take(view.text.documents[low:high])]
    starts, docs, size = np.sort(starts), counted.docs, len(counted.docs)
    weights = np.where(view.text.on_boundaries(starts, len(text)), 1.0, inside)
    of = np.arange(size).repeat(counted.counts)
    # Where an occurrence has to begin to stand in the heading.
    last = view.text.starts.take(docs) + view.headings.take(docs) - len(text)
    in_heading = (starts <= last.take(of)).nonzero()[0]
    return _summed(of, weights, size), _summed(of.take(in_heading), weights.take(in_heading), size)


def _among(lookup: Lookup, text: str, docs: Ints, inside: float) -> tuple[Floats, Floats]:
    """For some of the sections that hold the text."""
    low, high = lookup.rows(text)
    characters, size = lookup.view.text, len(docs)
    starts, of = characters.suffixes[low:high], characters.documents[low:high]
    at, found = Gathered(lookup.view.size, docs).places(of)
    starts, of = starts.take(found), of.take(found)
    weights = np.where(characters.on_boundaries(starts, len(text)), 1.0, inside)
    ends = starts + len(text) - characters.starts.take(of)
    in_heading = (ends <= lookup.view.headings.take(of)).nonzero()[0]
    return _summed(at, weights, size), _summed(at.take(in_heading), weights.take(in_heading), size)


def _one_by_one(view: SegmentView, text: str, docs: Ints, inside: float) -> tuple[Floats, Floats]:
    found = np.array([in_one(view, text, doc, inside) for doc in docs.tolist()])
    return found[:, 0], found[:, 1]


def in_one(view: SegmentView, text: str, doc: int, inside: float) -> tuple[float, float]:
    """The same for one section."""
    characters, length, in_text, in_heading = view.text, len(text), 0.0, 0.0
    start, heading = characters.start(doc), view.headings[doc]
    for place in characters.places(doc, text):
        weight = 1.0 if characters.is_word(start + place, start + place + length) else inside
        in_text += weight
        if place + length <= heading:
            in_heading += weight
    return in_text, in_heading


def _summed(at: Ints, weights: Floats, size: int) -> Floats:
    """The weights that fall on each place; nothing to sum is no matter of types."""
    return np.bincount(at, weights, size).astype(np.float64, copy=False)
