"""How many of the sections found have each value of a column: one pass over the sections, then over reports.

All columns but the part of the report are facts about whole reports, so once sections are counted by report each of those columns
costs a pass over the reports, not over the sections.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from search.view import Ints, View

# Up to so many sections are counted one by one: 15 us for all columns of three sections, where passes over arrays take 60.
FEW = 200

# Code → count, codes ascending, those without sections left out.
Counts = dict[int, int]


class Tally:
    """Counts over `docs`, the documents found in each segment, ascending."""

    def __init__(self, view: View, docs: Sequence[Ints]) -> None:
        self._view, self._docs = view, docs
        self.sections = sum(map(len, docs))
        self._columns: dict[str, Counts] = {}

    @cached_property
    def reports(self) -> int:
        """How many reports the sections belong to. A report lies in one segment, its sections side by side."""
        if self._are_many:
            return int(np.count_nonzero(self._by_report))
        pairs = zip(self._view.segments, self._docs, strict=True)
        codes = [view.segment.codes["report"].take(docs) for view, docs in pairs if len(docs)]
        return sum([int(np.count_nonzero(part[1:] != part[:-1])) + 1 for part in codes])

    @property
    def _are_many(self) -> bool:
        """Whether passes over all reports cost less than passes over the sections."""
        return self.sections >= len(self._view.snapshot.values["report"])

    def column(self, name: str) -> Counts:
        """How many sections have each code of a column."""
        if name not in self._columns:
            self._columns[name] = self._few(name) if self.sections <= FEW else _present(self._many(name))
        return self._columns[name]

    def _few(self, name: str) -> Counts:
        if name == "part":
            return _counted((code, 1) for code in self._codes(name))
        if not self.sections:
            return {}
        codes = self._view.of_reports(name).take(list(self._reports)).tolist()
        return _counted(zip(codes, self._reports.values(), strict=True))

    @cached_property
    def _reports(self) -> Counts:
        return _counted((code, 1) for code in self._codes("report"))

    def _codes(self, name: str) -> Iterable[int]:
        pairs = zip(self._view.segments, self._docs, strict=True)
        return [code for view, docs in pairs if len(docs) for code in view.segment.codes[name].take(docs).tolist()]

    def _many(self, name: str) -> Ints:
        if name == "part" or not self._are_many:
            return self._direct(name)
        size = len(self._view.snapshot.values[name])
        return np.bincount(self._view.of_reports(name), self._by_report, size).astype(np.int64)

    @cached_property
    def _by_report(self) -> Ints:
        return self._direct("report")

    def _direct(self, name: str) -> Ints:
        size = len(self._view.snapshot.values[name])
        pairs = zip(self._view.segments, self._docs, strict=True)
        counts = [np.bincount(view.segment.codes[name].take(docs), minlength=size) for view, docs in pairs]
        return counts[0] if len(counts) == 1 else sum(counts, np.zeros(size, np.int64))


def _counted(pairs: Iterable[tuple[int, int]]) -> Counts:
    counts: Counts = {}
    for code, count in pairs:
        counts[code] = counts.get(code, 0) + count
    return dict(sorted(counts.items()))


def _present(counts: Ints) -> Counts:
    found = counts.nonzero()[0]
    return dict(zip(found.tolist(), counts[found].tolist(), strict=True))
