"""What crawls did, line by line: `crawl.csv` in the data folder.

Every line is written when it is true, in one write with the links that were found, so a crawl
killed at any moment goes on from here: what has an outcome is not fetched again, what is queued is
not lost. Every list of sources has its own queue; one that was interrupted stays while others are
crawled. A new crawl keeps the last line of every address: its validators (ETag, Last-Modified) make
the next request conditional, its refusal saves it. Rejected: the framework's own job folder, which
is only whole after an orderly end.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.crawl.journal_line import COLUMNS, parsed
from corpus.crawl.journal_line import Line as Line
from corpus.crawl.journal_line import line_of as line_of
from corpus.crawl.visit import Visit
from corpus.identity import canonical
from corpus.store.atomic import clear_leftovers, replace_file
from corpus.store.lines import append_lines, whole_lines

JOURNAL = "crawl.csv"
# What became of an address. new, changed, unchanged: it is a report; read: a list of addresses;
# refused: not asked for, or no report; gone: 404, 410; moved: `reason` has the new address; left: one
# too many; absent: nothing was expected to be there. `fetched` is what new and changed were once.
REPORTS = ("new", "changed", "unchanged", "fetched")
OUTCOMES = (*REPORTS, "refused", "failed", "gone", "read", "moved", "left", "absent")
# What nobody has to be told of.
QUIET = ("moved", "left", "absent")
QUEUED, SPARE, BEGUN, ENDED = "queued", "spare", "begun", "ended"


def _as_csv(rows: Iterable[Iterable[str]]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


@dataclass
class Queue:
    """One crawl of one list that has not ended (`begun.address` is its name): what is queued, spared
    for later, and done, by canonical address."""

    begun: Line
    visits: dict[str, Line] = field(default_factory=dict)
    spare: dict[str, Line] = field(default_factory=dict)
    done: dict[str, Line] = field(default_factory=dict)

    def lines(self) -> list[Line]:
        """Everything about it, to be written again."""
        return [self.begun, *self.visits.values(), *self.spare.values(), *self.done.values()]

    def waiting(self) -> list[Visit]:
        """What is queued and has no outcome yet."""
        return [line.visit() for key, line in self.visits.items() if key not in self.done]


class Journal:
    """The queues that are open, how the others ended, and the last outcome of every address.
    Nothing is written before `begin`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.current: Queue | None = None
        self._open: dict[str, Queue] = {}
        self._ended: dict[str, Line] = {}
        self._last: dict[str, Line] = {}
        rows = csv.reader(io.StringIO(whole_lines(path).decode("utf8", "replace"), newline=""))
        for line in filter(None, map(parsed, rows)):
            self._take(line)

    def _take(self, line: Line) -> None:
        key, queue = canonical(line.address), self._open.get(line.crawl)
        if line.status == BEGUN:
            self._open[line.crawl] = Queue(line)
        elif line.status == ENDED:
            name = line.address or (queue.begun.address if queue else "")
            self._ended[name] = replace(line, address=name)
            self._open.pop(line.crawl, None)
        elif line.status in OUTCOMES:
            if key not in self._last or self._last[key].time <= line.time:  # another queue may know better
                self._last[key] = line
            if queue:
                queue.done[key] = line
        elif queue:
            {QUEUED: queue.visits, SPARE: queue.spare}.get(line.status, {})[key] = line

    def begin(self, now: str, name: str = "") -> bool:
        """Go on with the crawl of that name that never ended (True), or start one (False), at the ISO
        time `now`."""
        clear_leftovers(self.path.parent, of=self.path.name)
        clear_leftovers(self.path.parent / "incoming")
        self.current = next((queue for queue in self._open.values() if queue.begun.address in (name, "")), None)
        if self.current is not None:
            replace_file(self.path, whole_lines(self.path))
            return True
        self._take(begun := Line(now, now, BEGUN, name))
        self.current = self._open[now]
        kept = (*self._ended.values(), *self._last.values())
        others = (line for queue in self._open.values() if queue.begun is not begun for line in queue.lines())
        rows = (line.row() for line in (*kept, *others, begun))
        replace_file(self.path, _as_csv((COLUMNS, *rows)))
        return False

    def write(self, lines: Iterable[Line]) -> None:
        """Append lines to the current queue, all in one write."""
        crawl = self.current.begun.crawl if self.current else ""
        noted = [replace(line, crawl=crawl) for line in lines]
        append_lines(self.path, _as_csv(line.row() for line in noted))
        for line in noted:
            self._take(line)

    def end(self, now: str) -> None:
        """Nothing is left to do in the current queue."""
        assert self.current is not None
        self.write([Line("", now, ENDED, self.current.begun.address)])

    def queues(self) -> list[Queue]:
        """The queues that are open."""
        return list(self._open.values())

    def ended(self) -> list[Line]:
        """When the last crawl of every other list ended; the address is its name."""
        return list(self._ended.values())

    def waiting(self) -> list[Visit]:
        """What was queued in the current crawl and has no outcome yet."""
        return self.current.waiting() if self.current else []

    def counts(self) -> tuple[int, int]:
        """Addresses with an outcome, and addresses known, in the current crawl."""
        return (len(self.current.done), len(self.current.visits)) if self.current else (0, 0)

    def lasts(self) -> list[Line]:
        """What became of every address the last time."""
        return list(self._last.values())

    def last(self, address: str) -> Line | None:
        """What became of the address the last time, in whichever crawl."""
        return self._last.get(canonical(address))
