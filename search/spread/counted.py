"""What is held and found of each report: one number a report for each kind of count.

Everything about issuers, years and kinds is a sum over reports; so sections are looked at once.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Bools, Ints
from search.once import once
from search.query.read import MAX_LENGTH, parse
from search.query.written import written
from search.spread.apart import apart
from search.spread.dividing import dividing
from search.spread.selecting import Selecting, selecting
from search.spread.sums import Sums
from search.tables import NOT_FOR_NAMES, Counts, Selection

# What a search without filters is asked about is worked out once a snapshot.
KEPT = "held of reports"


class Counted:
    """Counts by report (by its code) for a search, and for the selection it is asked within."""

    def __init__(self, sums: Sums) -> None:
        self.sums, self.view = sums, sums.view
        self.asked: Selecting = selecting(sums.query)

    @once
    def selection(self) -> Selection:
        """What is asked about, and whether silence can be told."""
        selection, asked = self.asked.selection, self.asked
        names = () if selection.silence else dividing(self.sums, asked.bare, self.held_sections > 0)
        if not names:
            return selection
        return selection._replace(silence=NOT_FOR_NAMES, names=names, instead=self._instead(names))

    def _instead(self, names: tuple[str, ...]) -> str:
        """The query with these words as fields or in quotation marks, "" where that finds
        nothing."""
        node = self.sums.query.node
        instead = written(apart(self.view, node, names)) if node is not None else ""
        short = 0 < len(instead) <= MAX_LENGTH
        return instead if short and self.sums.sections(parse(instead)) else ""

    @once
    def _found(self) -> tuple[Ints, Ints]:
        return self.sums.found()

    @property
    def sections(self) -> Ints:
        """Sections found."""
        return self._found[0]

    @property
    def occurrences(self) -> Ints:
        """Occurrences found."""
        return self._found[1]

    @property
    def held_sections(self) -> Ints:
        """Sections held in the selection."""
        return self._of_held[0]

    @property
    def characters(self) -> Ints:
        """Characters held in the selection."""
        return self._of_held[1]

    def held_of(self, part: int) -> tuple[Ints, Ints]:
        """Sections and characters held of one part of reports, by its code."""
        return self.sums.held(self.asked.selecting, self.sums.filters, part)

    @once
    def says(self) -> Bools:
        """Which reports say it."""
        says: Bools = self.sections > 0
        return says

    @once
    def without_part(self) -> Bools:
        """Which reports would be in the selection, were it not for its part."""
        filters, asked = self.sums.filters, self.asked
        if not asked.has_part and "part" not in filters.tables:
            return np.zeros(len(self.held_sections), np.bool_)
        others = filters.only([facet for facet in filters.tables if facet != "part"])
        every = self.sums.held(asked.of_any_part, others)[0] > 0
        without: Bools = every & (self.held_sections == 0)
        return without

    @once
    def _of_held(self) -> tuple[Ints, Ints]:
        view, filters = self.view, self.sums.filters
        everything = self.asked.selecting.node is None and not filters.tables and filters.within is None
        if everything and KEPT in view.listed:
            return view.listed[KEPT]  # type: ignore[return-value]
        counts = self.sums.held(self.asked.selecting, filters)
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
