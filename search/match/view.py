"""What search works out about a snapshot once and then uses for every question. Nothing here grows
with questions."""

from __future__ import annotations

import numpy as np

from corpus.describe.docnumber import comparable
from corpus.text.fold import squeeze
from index.characters.arrays import Bools, Ints
from index.snapshot import COLUMNS, Snapshot
from search.match.segment_view import SegmentView
from search.once import once

# Sections of one report in order come next to each other in every sort; no report has more of them.
_MOST_SECTIONS = 1 << 20
# Columns that are no counted facts about reports.
NOT_OF_REPORTS = ("report", "part", "number")


class View:
    """A snapshot with what is derived from it."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.segments = tuple(SegmentView(segment, snapshot.values["year"]) for segment in snapshot.segments)
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

    @once
    def firsts(self) -> Ints:
        """For each report (by its code) its segment and its first document there."""
        found = np.zeros((len(self.snapshot.values["report"]), 2), np.int64)
        for at, segment in enumerate(self.segments):
            docs = segment.segment.first_documents()
            found[segment.segment.codes["report"].take(docs)] = np.stack((np.full(len(docs), at), docs), axis=1)
        return found

    def _codes_of_reports(self, column: str) -> Ints:
        found = np.zeros(len(self.snapshot.values["report"]), np.int64)
        for view in self.segments:
            codes = view.segment.codes
            found[codes["report"][view.documents]] = codes[column][view.documents]
        return found


def _missing(values: tuple[str, ...], codes: Ints) -> Bools:
    return codes == 0 if values and values[0] == "" else np.zeros(len(codes), np.bool_)
