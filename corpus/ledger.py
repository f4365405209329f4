"""Which page became which report: one line a source, `ledger.csv` in the data folder.

It can be made again from the reports; it exists so that adding a page to a large corpus needs no look at every report.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.atomic import replace_file

COLUMNS = ("report", "sha256", "address")


@dataclass(frozen=True, slots=True)
class Entry:
    """One source of one report, and the hash of its bytes when it was last read."""

    report: str
    sha256: str
    address: str


class Ledger:
    """The entries, by address and by hash. Reading is done once; every change is written at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._by_address: dict[str, Entry] = {}
        self._by_hash: dict[str, Entry] = {}
        if path.exists():
            with path.open(encoding="utf8", newline="") as stream:
                self._take(
                    Entry(*row) for row in csv.reader(stream) if len(row) == len(COLUMNS) and row[0] != COLUMNS[0]
                )

    def _take(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self._by_address[entry.address] = entry
            self._by_hash.setdefault(entry.sha256, entry)

    def by_address(self, address: str) -> Entry | None:
        """The entry of this very address."""
        return self._by_address.get(address)

    def by_hash(self, sha256: str) -> Entry | None:
        """The first entry with these bytes."""
        return self._by_hash.get(sha256)

    def of(self, report: str) -> list[Entry]:
        """A report's entries, in the order they came."""
        return [entry for entry in self._by_address.values() if entry.report == report]

    def record(self, entry: Entry) -> None:
        """Note where a page went; an address noted before moves."""
        before = self._by_address.get(entry.address)
        if before == entry:
            return
        if before is None:
            self._take([entry])
            self._append(entry)
        else:
            self.rewrite([*(old for old in self._by_address.values() if old.address != entry.address), entry])

    def forget(self, report: str) -> None:
        """Drop every entry of a report."""
        self.rewrite([entry for entry in self._by_address.values() if entry.report != report])

    def rewrite(self, entries: Iterable[Entry]) -> None:
        """Write the whole ledger anew."""
        kept = list(entries)
        self._by_address, self._by_hash = {}, {}
        self._take(kept)
        rows = [COLUMNS, *((entry.report, entry.sha256, entry.address) for entry in kept)]
        replace_file(self.path, _as_csv(rows).encode())

    def _append(self, entry: Entry) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        rows = [] if self.path.exists() else [COLUMNS]
        with self.path.open("a", encoding="utf8", newline="") as stream:
            stream.write(_as_csv([*rows, (entry.report, entry.sha256, entry.address)]))


def _as_csv(rows: Iterable[Iterable[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
