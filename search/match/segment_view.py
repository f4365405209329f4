"""What search works out about one segment once and then uses for every question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Bools, Ints
from index.snapshot import Segment
from search.once import once

# A section with less text behind its heading is a heading only.
BODY = 10
# Up to so many reports are marked one by one; more of them in one pass over all documents.
MARKED_ONE_BY_ONE = 200
# Where 5 of 100 documents are deleted, all of the first 16 occurrences are deleted one time in 10²⁰.
LOOKED_AT_FIRST = 16


class SegmentView:
    """A segment with what is derived from it; `years` are what codes of years stand for. Documents
    are numbered within the segment; deleted ones are never given out."""

    def __init__(self, segment: Segment, years: tuple[str, ...] = ()) -> None:
        self.segment, self.text, self.about, self._years = segment, segment.text, segment.about, years
        self.size, self.live = segment.size, segment.live

    def kept(self, docs: Ints) -> Bools | None:
        """Which of `docs` are live; None where all are."""
        return None if self.live is None else self.live[docs]

    def holds(self, text: str) -> bool:
        """Whether `text` stands in any live document."""
        low, high = self.text.rows(text)
        return low < high and (self.live is None or self._is_live(low, high, self.live))

    def _is_live(self, low: int, high: int, live: Bools) -> bool:
        """Whether any of a stretch of the suffixes is in a live document. The first few tell it
        nearly always; there may be a million."""
        near = min(high, low + LOOKED_AT_FIRST)
        return self.text.kept(low, near, live) > 0 or (near < high and self.text.kept(near, high, live) > 0)

    def absent(self, texts: Sequence[str]) -> list[str]:
        """Those of some strings that stand in no live document."""
        return [text for text in texts if not self.holds(text)]

    def counts(self, text: str) -> tuple[Ints, Ints]:
        """Live documents that hold `text` (folded and squeezed), ascending, and how often each
        does."""
        return self.text.counted(*self.text.rows(text), self.live)

    @once
    def documents(self) -> Ints:
        """All live documents."""
        return np.arange(self.size) if self.live is None else np.flatnonzero(self.live)

    @once
    def headings(self) -> Ints:
        """Folded characters of the heading that each section begins with; 0 where less than BODY
        characters stand behind it."""
        headings = self.segment.headings
        return np.where(headings + BODY <= self.segment.lengths, headings, 0).astype(np.int64)

    @once
    def firsts(self) -> Ints:
        """The first document of each report, and the size at the end: a report's documents lie side
        by side."""
        return np.append(np.flatnonzero(self.segment.orders == 0), self.size)

    def of_year(self, year: str) -> Ints:
        """The first documents of the reports of a year."""
        return self._by_year.get(year, self.firsts[:0])

    @once
    def _by_year(self) -> dict[str, Ints]:
        firsts = self.firsts[:-1] if self.live is None else self.firsts[:-1][self.live[self.firsts[:-1]]]
        codes = self.segment.codes["year"][firsts]
        return {self._years[code]: firsts[codes == code] for code in np.unique(codes).tolist()} if self._years else {}

    def documents_of_reports(self, firsts: Ints) -> Ints:
        """All documents of the reports that begin with `firsts`, ascending."""
        sizes = self.firsts.take(self.firsts.searchsorted(firsts) + 1) - firsts
        ends = np.cumsum(sizes)
        documents: Ints = np.arange(ends[-1]) + (firsts - (ends - sizes)).repeat(sizes)
        return documents

    def of_reports(self, docs: Ints) -> Bools:
        """A mask of all documents of the reports that `docs` belong to."""
        reports = self.firsts.searchsorted(docs, "right") - 1
        mask = np.zeros(self.size, np.bool_)
        if len(docs) <= MARKED_ONE_BY_ONE:
            for first, last in zip(self.firsts[reports].tolist(), self.firsts[reports + 1].tolist(), strict=True):
                mask[first:last] = True
            return mask
        chosen = np.zeros(len(self.firsts) - 1, np.bool_)
        chosen[reports] = True
        return chosen.repeat(np.diff(self.firsts))

    @once
    def about_lines(self) -> Ints:
        """For each character of `about`: how many line ends come before it."""
        return np.concatenate(([0], np.cumsum(self.about.text == 0)))[:-1]

    def line_of(self, positions: Ints, docs: Ints) -> Ints:
        """The line of `about` that each position lies in, 0 for the title."""
        return self.about_lines[positions] - self.about_lines[self.about.starts[docs]]
