"""Sums over reports of what a search found in arrays."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Bools, Codes, Ints
from search.found import Found
from search.match.filters import Filters
from search.match.lookup import Lookup
from search.match.view import View
from search.query.read import Query


class FoundSums:
    """Adds up one search: keeps `search.spread.sums.Sums`."""

    def __init__(self, found: Found) -> None:
        self._found = found

    @property
    def view(self) -> View:
        """The snapshot."""
        return self._found.view

    @property
    def query(self) -> Query:
        """What was asked."""
        return self._found.query

    @property
    def filters(self) -> Filters:
        """What was chosen."""
        return self._found.filters

    @property
    def lookups(self) -> tuple[Lookup, ...]:
        """What is looked up, for each segment."""
        return self._found.lookups

    def sections(self, query: Query) -> int:
        """How many sections another query finds with the same filters."""
        return self._found.instead(query, self.filters).sections

    def counts_by_name(self, texts: Sequence[str]) -> bool:
        """Whether a section found holds none of these texts, its report being about one."""
        for lookup, docs in zip(self.lookups, self._found.docs, strict=True):
            about = docs[_about(lookup, texts, docs)]
            holds = np.zeros(len(about), np.bool_)
            for text in texts:
                holds |= lookup.holds(text, about)
            if not holds.all():
                return True
        return False

    def found(self, part: int | None = None) -> tuple[Ints, Ints]:
        """Sections found, and occurrences in them, by report; of all, or of those of one part."""
        docs, counts = self._found.docs, self._found.occurrences
        if part is not None:
            masks = [self._codes(at, some) == part for at, some in enumerate(docs)]
            docs = tuple([some[mask] for some, mask in zip(docs, masks, strict=True)])
            counts = tuple([some[mask] for some, mask in zip(counts, masks, strict=True)])
        return summed(self.view, docs), summed(self.view, docs, counts)

    def held(self, query: Query, filters: Filters, part: int | None = None) -> tuple[Ints, Ints]:
        """Sections that a query and filters select, and characters in them, by report."""
        docs = self._selected(query, filters)
        if part is not None:
            docs = tuple([some[self._codes(at, some) == part] for at, some in enumerate(docs)])
        lengths = [segment.segment.lengths.take(some) for segment, some in zip(self.view.segments, docs, strict=True)]
        return summed(self.view, docs), summed(self.view, docs, lengths)

    def _codes(self, segment: int, docs: Ints) -> Codes:
        return self.view.segments[segment].segment.codes["part"].take(docs)

    def _selected(self, query: Query, filters: Filters) -> tuple[Ints, ...]:
        if query.node is None and not filters.tables and filters.within is None:
            return tuple([segment.documents for segment in self.view.segments])
        return self._found.instead(query, filters).docs

    def first(self, report: int) -> tuple[str, str]:
        """The ids of a report and of the first of its sections that is found."""
        for segment, docs in zip(self.view.segments, self._found.docs, strict=True):
            own = docs[segment.segment.codes["report"].take(docs) == report]
            if len(own):
                stored = segment.segment.stored(int(own[0]))
                return stored.report, stored.section
        raise AssertionError("a report that says it has a section found")


def _about(lookup: Lookup, texts: Sequence[str], docs: Ints) -> Bools:
    mask = np.zeros(len(docs), np.bool_)
    for text in texts:
        named = lookup.is_named(text, docs)
        if named is not None:
            mask |= named
    return mask


def summed(view: View, docs: Sequence[Ints], weights: Sequence[Ints] | None = None) -> Ints:
    """For each report the number of its documents among `docs`, or the sum of their weights."""
    size = len(view.snapshot.values["report"])
    total = np.zeros(size, np.int64)
    for at, (segment, some) in enumerate(zip(view.segments, docs, strict=True)):
        if len(some):
            codes = segment.segment.codes["report"].take(some)
            counts = np.bincount(codes, None if weights is None else weights[at], size)
            total += counts.astype(np.int64)
    return total
