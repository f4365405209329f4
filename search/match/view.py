"""What search works out about a snapshot once and then uses for every question. Nothing here grows
with questions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.describe.docnumber import comparable
from corpus.text.fold import squeeze
from index.characters.arrays import Bools, Ints
from index.snapshot import COLUMNS, Segment, Snapshot
from search.once import once

# Sections of one report in order come next to each other in every sort; no report has more of them.
_MOST_SECTIONS = 1 << 20
# A section with less text behind its heading is a heading only.
BODY = 10
# Up to so many reports are marked one by one; more of them in one pass over all documents.
MARKED_ONE_BY_ONE = 200
# Where 5 of 100 documents are deleted, all of the first 16 occurrences are deleted one time in 10²⁰.
LOOKED_AT_FIRST = 16
# Columns that are no counted facts about reports.
NOT_OF_REPORTS = ("report", "part", "number")


class SegmentView:
    """A segment with what is derived from it. Documents are numbered within the segment; deleted
    ones are never given out."""

    def __init__(self, segment: Segment) -> None:
        self.segment, self.text, self.about = segment, segment.text, segment.about
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


class View:
    """A snapshot with what is derived from it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.segments = tuple(SegmentView(segment) for segment in snapshot.segments)
        self.sections = sum(len(view.documents) for view in self.segments)
        characters = sum(int(view.segment.lengths[view.documents].sum()) for view in self.segments)
        self.average_length = characters / self.sections if characters else 1.0
        self._keys: dict[str, tuple[Ints, ...]] = {}
        self._reports: dict[str, Ints] = {}
        self._counts: dict[str, Ints] = {}
        # What other modules work out for each column, once.
        self.listed: dict[str, object] = {}

    @once
    def folded(self) -> dict[str, tuple[str, ...]]:
        """The tables of zones, places and numbers as a query is compared with them."""
        snapshot = self.snapshot
        places = {column: snapshot.values[column] for column in ("province", "city")}
        names = {
            column: tuple(squeeze(snapshot.places.get(code, "")) for code in codes) for column, codes in places.items()
        }
        numbers = tuple(comparable(number) for number in snapshot.values["number"])
        return names | {"zone": tuple(squeeze(zone) for zone in snapshot.values["zone"]), "number": numbers}

    @once
    def place_names(self) -> frozenset[str]:
        """Provinces and cities, folded."""
        return frozenset(self.folded["province"] + self.folded["city"])

    def keys(self, sort: str) -> tuple[Ints, ...]:
        """For each segment a number for each document: ascending is the order of `sort`; no two
        sections have the same.

        Relevance uses the key of "newest" for ties: year descending, zone, report, place in the
        report.
        """
        name = "newest" if sort == "relevance" else sort
        if name not in self._keys:
            ranks = self._report_ranks(name)
            self._keys[name] = tuple(
                ranks[view.segment.codes["report"]] * _MOST_SECTIONS + view.segment.orders for view in self.segments
            )
        return self._keys[name]

    def _report_ranks(self, sort: str) -> Ints:
        """The rank of each report (by its code) in a sort. What is missing comes last."""
        year, zone = self.of_reports("year"), self.of_reports("zone")
        newest = np.where(_missing(self.snapshot.values["year"], year), len(self.snapshot.values["year"]), -year)
        oldest = np.where(_missing(self.snapshot.values["year"], year), len(self.snapshot.values["year"]), year)
        zones = np.where(_missing(self.snapshot.values["zone"], zone), len(self.snapshot.values["zone"]), zone)
        # lexsort takes the most important key last; equal reports keep the order of their codes,
        # which is that of their ids.
        order = np.lexsort({"newest": (zones, newest), "oldest": (zones, oldest), "zone": (newest, zones)}[sort])
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    def counts(self, column: str) -> Ints:
        """How many live sections have each code of a column."""
        if column not in self._counts:
            size = len(self.snapshot.values[column])
            codes = [view.segment.codes[column][view.documents] for view in self.segments]
            self._counts[column] = (
                np.bincount(np.concatenate(codes), minlength=size) if codes else np.zeros(size, np.int64)
            )
        return self._counts[column]

    def of_reports(self, column: str) -> Ints:
        """The code in `column` of each report, by the report's code."""
        if column not in self._reports:
            self._reports[column] = self._codes_of_reports(column)
        return self._reports[column]

    @once
    def report_columns(self) -> tuple[tuple[str, Ints], ...]:
        """`of_reports` of all columns that are counted and are facts about reports."""
        return tuple((column, self.of_reports(column)) for column in COLUMNS if column not in NOT_OF_REPORTS)

    def _codes_of_reports(self, column: str) -> Ints:
        found = np.zeros(len(self.snapshot.values["report"]), np.int64)
        for view in self.segments:
            codes = view.segment.codes
            found[codes["report"][view.documents]] = codes[column][view.documents]
        return found


def _missing(values: tuple[str, ...], codes: Ints) -> Bools:
    return codes == 0 if values and values[0] == "" else np.zeros(len(codes), np.bool_)
