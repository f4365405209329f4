"""How many of the sections found have each value of a column: one pass over the sections, then over reports.

All columns but the part of the report are facts about whole reports, so once sections are counted by report each of those columns
costs a pass over the reports, not over the sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from search.view import Ints, View


class Tally:
    """Counts over `docs`, the documents found in each segment, ascending."""

    def __init__(self, view: View, docs: Sequence[Ints]) -> None:
        self._view, self._docs = view, docs
        self.sections = sum(map(len, docs))

    @cached_property
    def _by_report(self) -> Ints:
        return self._direct("report")

    @cached_property
    def reports(self) -> int:
        """How many reports the sections belong to. A report lies in one segment, its sections side by side."""
        if self.sections >= len(self._view.snapshot.values["report"]):
            return int(np.count_nonzero(self._by_report))
        pairs = zip(self._view.segments, self._docs, strict=True)
        codes = [view.segment.codes["report"].take(docs) for view, docs in pairs if len(docs)]
        return sum([int(np.count_nonzero(part[1:] != part[:-1])) + 1 for part in codes])

    def column(self, name: str) -> Ints:
        """For each code of a column, how many sections have it."""
        if name == "part" or self.sections < len(self._view.snapshot.values["report"]):
            return self._direct(name)
        size = len(self._view.snapshot.values[name])
        return np.bincount(self._view.of_reports(name), self._by_report, size).astype(np.int64)

    def _direct(self, name: str) -> Ints:
        size = len(self._view.snapshot.values[name])
        pairs = zip(self._view.segments, self._docs, strict=True)
        counts = [np.bincount(view.segment.codes[name].take(docs), minlength=size) for view, docs in pairs]
        return counts[0] if len(counts) == 1 else sum(counts, np.zeros(size, np.int64))
