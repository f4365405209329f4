"""Which page became which report: one line a source, `ledger.csv` in the data folder.

It can be made again from the reports; it exists so that adding a page to a large corpus needs no
look at every report.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.store.atomic import replace_file
from corpus.store.lines import append_lines, whole_lines

COLUMNS = ("report", "sha256", "address")


@dataclass(frozen=True, slots=True)
class Entry:
    """One source of one report, and the hash of its bytes when it was last read."""

    report: str
    sha256: str
    address: str


class Ledger:
    """The entries, by address, by hash and by report. Read once; changes go to the end of the file:
    later lines win."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._entries: dict[str, Entry] = {}
        self._hashes: dict[str, dict[str, None]] = {}
        self._reports: dict[str, dict[str, None]] = {}
        for row in csv.reader(io.StringIO(whole_lines(path).decode("utf8", "replace"), newline="")):
            if len(row) == len(COLUMNS) and row[0] != COLUMNS[0]:
                self._put(Entry(*row))

    def _put(self, entry: Entry) -> None:
        before = self._entries.get(entry.address)
        if before is not None and before.report == entry.report:  # it keeps its place among the report's sources
            del self._hashes[before.sha256][entry.address]
        else:
            self._drop(entry.address)
        self._entries[entry.address] = entry
        self._hashes.setdefault(entry.sha256, {})[entry.address] = None
        self._reports.setdefault(entry.report, {})[entry.address] = None

    def _drop(self, address: str) -> None:
        before = self._entries.pop(address, None)
        if before is not None:
            del self._hashes[before.sha256][address]
            del self._reports[before.report][address]

    def by_address(self, address: str) -> Entry | None:
        """The entry of this very address."""
        return self._entries.get(address)

    def by_hash(self, sha256: str) -> Entry | None:
        """The first entry with these bytes."""
        address = next(iter(self._hashes.get(sha256, ())), None)
        return None if address is None else self._entries[address]

    def of(self, report: str) -> list[Entry]:
        """A report's entries, in the order they came."""
        return [self._entries[address] for address in self._reports.get(report, ())]

    def below(self, folder: str) -> set[str]:
        """The reports with a source whose address begins with that of a folder, which ends in a
        slash."""
        return {entry.report for address, entry in self._entries.items() if address.startswith(folder)}

    def record(self, entry: Entry) -> None:
        """Note where a page went; an address noted before moves."""
        if self._entries.get(entry.address) != entry:
            self._put(entry)
            self._append(entry)

    def forget(self, report: str) -> None:
        """Drop every entry of a report."""
        self.rewrite([entry for entry in self._entries.values() if entry.report != report])

    def rewrite(self, entries: Iterable[Entry]) -> None:
        """Write the whole ledger anew."""
        kept = list(entries)
        self._entries, self._hashes, self._reports = {}, {}, {}
        for entry in kept:
            self._put(entry)
        rows = [COLUMNS, *((entry.report, entry.sha256, entry.address) for entry in kept)]
        replace_file(self.path, _as_csv(rows).encode())

    def _append(self, entry: Entry) -> None:
        rows = [] if self.path.exists() else [COLUMNS]
        append_lines(self.path, _as_csv([*rows, (entry.report, entry.sha256, entry.address)]).encode())


def _as_csv(rows: Iterable[Iterable[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
