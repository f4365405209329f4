"""What is held and found of each report: one number a report for each kind of count.

Everything about issuers, years and kinds is a sum over reports; so sections are looked at once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Bools, Ints
from search.found import Found
from search.match.filters import Filters
from search.match.view import View
from search.once import once
from search.query.read import MAX_LENGTH, Query, parse
from search.query.written import written
from search.spread.apart import apart
from search.spread.dividing import dividing
from search.spread.selecting import Selecting, selecting
from search.tables import NOT_FOR_NAMES, Counts, Selection

# What a search without filters is asked about is worked out once a snapshot.
KEPT = "held of reports"


class Counted:
    """Counts by report (by its code) for a search, and for the selection it is asked within."""

    def __init__(self, found: Found) -> None:
        self.found, self.view = found, found.view
        self.asked: Selecting = selecting(found.query)

    @once
    def selection(self) -> Selection:
        """What is asked about, and whether silence can be told."""
        selection, asked = self.asked.selection, self.asked
        names = () if selection.silence else dividing(self.found, asked.bare, self.held_sections > 0)
        if not names:
            return selection
        return selection._replace(silence=NOT_FOR_NAMES, names=names, instead=self._instead(names))

    def _instead(self, names: tuple[str, ...]) -> str:
        """The query with these words as fields or in quotation marks, "" where that finds
        nothing."""
        node = self.found.query.node
        instead = written(apart(self.view, node, names)) if node is not None else ""
        short = 0 < len(instead) <= MAX_LENGTH
        return instead if short and self.found.instead(parse(instead), self.found.filters).sections else ""

    @once
    def sections(self) -> Ints:
        """Sections found."""
        return summed(self.view, self.found.docs)

    @once
    def occurrences(self) -> Ints:
        """Occurrences found."""
        return summed(self.view, self.found.docs, self.found.occurrences)

    @once
    def held(self) -> tuple[Ints, ...]:
        """For each segment the sections of the selection."""
        return self._selected(self.asked.selecting, self.found.filters)

    @once
    def held_sections(self) -> Ints:
        """Sections held in the selection."""
        return self._of_held[0]

    @once
    def characters(self) -> Ints:
        """Characters held in the selection."""
        return self._of_held[1]

    @once
    def says(self) -> Bools:
        """Which reports say it."""
        says: Bools = self.sections > 0
        return says

    @once
    def without_part(self) -> Bools:
        """Which reports would be in the selection, were it not for its part."""
        filters, asked = self.found.filters, self.asked
        if not asked.has_part and "part" not in filters.tables:
            return np.zeros(len(self.held_sections), np.bool_)
        others = filters.only([facet for facet in filters.tables if facet != "part"])
        every = summed(self.view, self._selected(asked.of_any_part, others)) > 0
        without: Bools = every & (self.held_sections == 0)
        return without

    def _selected(self, query: Query, filters: Filters) -> tuple[Ints, ...]:
        if query.node is None and not filters.tables and filters.within is None:
            return tuple([segment.documents for segment in self.view.segments])
        return self.found.instead(query, filters).docs

    @once
    def _of_held(self) -> tuple[Ints, Ints]:
        view, everything = self.view, self.asked.selecting.node is None and not self.found.is_filtered
        if everything and KEPT in view.listed:
            return view.listed[KEPT]  # type: ignore[return-value]
        lengths = [segment.segment.lengths.take(docs) for segment, docs in zip(view.segments, self.held, strict=True)]
        counts = summed(view, self.held), summed(view, self.held, lengths)
        if everything:
            view.listed[KEPT] = counts
        return counts

    @once
    def of_each(self) -> tuple[Ints, ...]:
        """One array for each field of `Counts`, in their order."""
        held = self.held_sections
        return (
            (held > 0).astype(np.int64),
            self.says.astype(np.int64),
            self.sections,
            self.occurrences,
            held,
            self.characters,
            self.without_part.astype(np.int64),
        )

    def total(self, kept: Bools | None = None) -> Counts:
        """The sums over all reports, or those that are kept."""
        return Counts(*[int((each if kept is None else each[kept]).sum()) for each in self.of_each])


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
