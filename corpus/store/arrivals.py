"""Which pages came in which order, where only a share of them was added: `arrived.csv` in the data
folder, and `arrived/` with every page as it came.

A page's place counts the pages of all shares, so shares that were added apart can be gathered in
the order of one machine's run. Pages are kept although the store keeps its own: it keeps neither
what it refuses for a better page it holds, nor equal pages twice, and beside other shares' pages
either may be decided otherwise.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from corpus.identity import sha256
from corpus.records import Page
from corpus.store.lines import append_lines, whole_lines
from corpus.store.pages import Pages

ARRIVED = "arrived.csv"


class Arrival(NamedTuple):
    """A page: in which run it came, at which place among all that were to be added, the name it is
    kept by, the hash of its bytes, its address."""

    run: int
    place: int
    name: str
    sha256: str
    address: str


class Arrivals:
    """The file, which grows at its end: a line for each run with its number alone, then one for each
    page."""

    def __init__(self, data: Path) -> None:
        self.path = data / ARRIVED
        self._pages = Pages(data / "arrived")

    def all(self) -> list[Arrival]:
        """Every arrival, in order; a page that came twice at one place is there once, as it came
        last."""
        found = (
            Arrival(int(row[0]), int(row[1]), *row[2:]) for row in self._rows() if len(row) == len(Arrival._fields)
        )
        return sorted({(each.run, each.place): each for each in found}.values())

    def begin(self) -> int:
        """The number of the run that begins now, from 1 on; written down, for a run may bring no page
        of this share."""
        run = max((int(row[0]) for row in self._rows()), default=0) + 1
        self._append([(run,)])
        return run

    def note(self, arrivals: Iterable[Arrival]) -> None:
        """Write down arrivals of which nothing is kept here."""
        self._append(arrivals)

    def keep(self, run: int, place: int, name: str, page: Page) -> None:
        """Keep a page under a name, and write down that it came."""
        self._pages.keep(name, page)
        self._append([Arrival(run, place, name, sha256(page.body), page.address)])

    def page(self, arrival: Arrival) -> Page | None:
        """The page as it came; None where it is not kept."""
        held = self._pages.readable(arrival.name)
        same = (page for page in held if (page.address, sha256(page.body)) == (arrival.address, arrival.sha256))
        return next(same, None)

    def _rows(self) -> list[list[str]]:
        text = whole_lines(self.path).decode("utf8", "surrogateescape")
        return [row for row in csv.reader(io.StringIO(text, newline="")) if row and row[0].isdecimal()]

    def _append(self, rows: Iterable[Iterable[object]]) -> None:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerows(rows)
        append_lines(self.path, buffer.getvalue().encode("utf8", "surrogateescape"))
