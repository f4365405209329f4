"""What a crawl did, line by line: `crawl.csv` in the data folder.

Every line is written when it is true, in one write with the links that were found, so a crawl
killed at any moment goes on from here: what has an outcome is not fetched again, what is queued is
not lost. A new crawl keeps the last line of every address: its validators (ETag, Last-Modified)
make the next request conditional. Rejected: the framework's own job folder, which is only whole
after an orderly end.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.crawl.frontier import Visit
from corpus.identity import canonical
from corpus.store.atomic import clear_leftovers, replace_file
from corpus.store.lines import append_lines, whole_lines
from corpus.wording.coded import from_record, to_record

JOURNAL = "crawl.csv"
COLUMNS = ("crawl", "time", "status", "address", "reach", "promising", "etag", "modified", "reason", "code", "values")
EARLIER = 9  # columns of journals that have no codes
# Statuses: what became of an address; `moved` has the new address as its reason, `left` was one too
# many.
OUTCOMES = ("fetched", "unchanged", "refused", "failed", "moved", "left")
QUEUED, BEGUN, ENDED = "queued", "begun", "ended"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the journal."""

    crawl: str
    time: str
    status: str
    address: str = ""
    reach: int = 0
    promising: bool = False
    etag: str = ""
    modified: str = ""
    reason: str = ""

    def row(self) -> tuple[str, ...]:
        """As it is written."""
        yes = "1" if self.promising else ""
        why = to_record(self.reason)
        values = json.dumps(why["values"], ensure_ascii=False) if why["values"] else ""
        texts = (self.etag, self.modified, why["text"], why["code"], values)
        clean = (text.replace("\r", " ").replace("\n", " ") for text in texts)
        return (self.crawl, self.time, self.status, self.address, str(self.reach), yes, *clean)


def _line(row: list[str]) -> Line | None:
    if len(row) not in (EARLIER, len(COLUMNS)) or row[0] == COLUMNS[0] or not row[4].isdecimal():
        return None
    return Line(row[0], row[1], row[2], row[3], int(row[4]), bool(row[5]), row[6], row[7], _reason(*row[8:]))


def _reason(text: str, code: str = "", values: str = "") -> str:
    """The sentence of a line; its text alone where the rest cannot be read."""
    try:
        return from_record({"code": code, "values": json.loads(values or "{}"), "text": text} if code else text)
    except (ValueError, KeyError, TypeError, AttributeError):
        return text


def _as_csv(rows: Iterable[Iterable[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


class Journal:
    """The lines of the last crawl, open or ended, and what earlier ones left behind. Nothing is
    written before `begin`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.crawl: str | None = None
        self._last: dict[str, Line] = {}
        self._visits: dict[str, Visit] = {}
        self._done: dict[str, Line] = {}
        for line in self._read():
            self._take(line)

    def _read(self) -> Iterator[Line]:
        rows = csv.reader(io.StringIO(whole_lines(self.path).decode("utf8", "replace"), newline=""))
        yield from filter(None, map(_line, rows))

    def _take(self, line: Line) -> None:
        key = canonical(line.address)
        if line.status == BEGUN:
            self.crawl, self._visits, self._done = line.crawl, {}, {}
        elif line.status == ENDED:
            self.crawl = None
        elif line.status == QUEUED:
            self._visits[key] = Visit(line.address, line.reach, line.promising)
        elif line.status in OUTCOMES:
            self._last[key] = line
            if line.crawl == self.crawl:
                self._done[key] = line

    def begin(self, now: str) -> bool:
        """Go on with the crawl that never ended (True), or start one (False), at the ISO time
        `now`."""
        clear_leftovers(self.path.parent, of=self.path.name)
        clear_leftovers(self.path.parent / "incoming")
        if self.crawl is not None:
            replace_file(self.path, whole_lines(self.path))
            return True
        rows = (line.row() for line in self._last.values())
        begun = Line(now, now, BEGUN)
        replace_file(self.path, _as_csv((COLUMNS, *rows, begun.row())))
        self._take(begun)
        return False

    def write(self, lines: Iterable[Line]) -> None:
        """Append lines, all in one write."""
        noted = [replace(line, crawl=self.crawl or "") for line in lines]
        append_lines(self.path, _as_csv(line.row() for line in noted))
        for line in noted:
            self._take(line)

    def end(self, now: str) -> None:
        """Nothing is left to do."""
        self.write([Line("", now, ENDED)])

    def visits(self) -> list[Visit]:
        """Everything queued in this crawl, in order, done or not."""
        return list(self._visits.values())

    def outcomes(self) -> list[Line]:
        """What became of addresses in this crawl so far."""
        return list(self._done.values())

    def waiting(self) -> list[Visit]:
        """What was queued in this crawl and has no outcome yet."""
        return [visit for key, visit in self._visits.items() if key not in self._done]

    def counts(self) -> tuple[int, int]:
        """Addresses with an outcome, and addresses known, in this crawl."""
        return len(self._done), len(self._visits)

    def lasts(self) -> list[Line]:
        """What became of every address the last time."""
        return list(self._last.values())

    def last(self, address: str) -> Line | None:
        """What became of the address the last time, in whichever crawl."""
        return self._last.get(canonical(address))
