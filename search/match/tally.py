"""How many of the sections found have each value of a column: one pass over the sections, then over
reports.

All columns but the part of the report are facts about whole reports, so once sections are counted
by report each of those columns costs a pass over the reports, not over the sections.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Ints
from search.loops import chosen
from search.match.view import View
from search.once import once

# Up to so many sections are counted one by one: 5 µs for all columns of three sections, where
# passes over arrays take 60.
COUNTED_ONE_BY_ONE = 100

# Code → count, codes ascending, those without sections left out.
Counts = dict[int, int]


class Tally:
    """Counts over `docs`, the documents found in each segment, ascending."""

    def __init__(self, view: View, docs: Sequence[Ints]) -> None:
        self._view, self._docs = view, docs
        self.sections = sum(map(len, docs))
        self._columns: dict[str, Counts] = {}

    @once
    def reports(self) -> int:
        """How many reports the sections belong to. A report lies in one segment, its sections side
        by side."""
        if self.sections <= COUNTED_ONE_BY_ONE:
            return len(self._reports)
        return int(np.count_nonzero(self._by_report))

    def column(self, name: str) -> Counts:
        """How many sections have each code of a column."""
        if name not in self._columns:
            self._columns |= self._few() if self.sections <= COUNTED_ONE_BY_ONE else {name: self._many(name)}
        return self._columns[name]

    def _few(self) -> dict[str, Counts]:
        """All columns."""
        return chosen.loops.few_columns(self._view.report_columns, self._reports) | {
            "part": _counted(self._codes("part"))
        }

    @once
    def _reports(self) -> Counts:
        return _counted(self._codes("report"))

    def _codes(self, name: str) -> list[int]:
        codes: list[int] = []
        for view, docs in zip(self._view.segments, self._docs, strict=True):
            if len(docs):
                codes += view.segment.codes[name].take(docs).tolist()
        return codes

    def _many(self, name: str) -> Counts:
        size = len(self._view.snapshot.values[name])
        if name == "part":
            return chosen.loops.regrouped(np.arange(size), self._direct(name), size)
        return chosen.loops.regrouped(self._view.of_reports(name), self._by_report, size)

    @once
    def _by_report(self) -> Ints:
        return self._direct("report")

    def _direct(self, name: str) -> Ints:
        size = len(self._view.snapshot.values[name])
        pairs = zip(self._view.segments, self._docs, strict=True)
        counts = [chosen.loops.by_code(view.segment.codes[name], docs, size) for view, docs in pairs]
        return counts[0] if len(counts) == 1 else sum(counts, np.zeros(size, np.int64))


def _counted(codes: list[int]) -> Counts:
    if len(codes) == 1:
        return {codes[0]: 1}
    counts: Counts = {}
    for code in sorted(codes):
        counts[code] = counts.get(code, 0) + 1
    return counts
