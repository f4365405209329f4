"""The data folder: raw pages, reports, what was refused, corrections, which page became which.

pages/<id>.warc.gz    raw pages            reports/<id>.json   held reports
refused/<id>.json     pages that are none  ledger.csv          source → report
corrections.csv       by hand              removed.txt         addresses that must not come back
recognised/<id>.json.gz  what was recognised on scans
removing.csv, unindexed.txt           what is being removed; removed, but perhaps still in the index
arrived.csv, arrived/  of a share: which pages came in which order, and as they came
crawl.csv, incoming/, lists/, gone.csv  what crawls did; pages to be cleaned; lists; what is gone
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path

from corpus.identity import is_id
from corpus.records import Report
from corpus.store.atomic import clear_leftovers, replace_file
from corpus.store.corrections import Correction, Corrections
from corpus.store.gone import GONE, Gone
from corpus.store.ledger import Entry, Ledger
from corpus.store.lock import StoreBusy as StoreBusy
from corpus.store.lock import crawled, locked, written
from corpus.store.pages import Pages
from corpus.store.recognised import Recognised
from corpus.store.record import DamagedRecord as DamagedRecord
from corpus.store.record import Told, pass_over, read_all, read_record, written_at
from corpus.store.record import UnknownReport as UnknownReport
from corpus.store.removal import Removals
from corpus.store.twins import Marks, alike

# A crawl holds the folder while it stores a page; a command waits so many seconds for that.
PATIENCE = 3.0


class Store:
    """What is held under one data folder. Writing takes `writing()`, a crawl `crawling()` too."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self._seen: dict[str, tuple[int, int] | None] = {}
        self.pages, self.recognised = Pages(data / "pages"), Recognised(data / "recognised")
        self.corrections = Corrections(data / "corrections.csv")
        self.removals, self.gone = Removals(data), Gone(data / GONE)
        self._held, self._refused = data / "reports", data / "refused"
        self._tidy = False

    @cached_property
    def ledger(self) -> Ledger:
        """Which source became which report; made again from the records where it is missing."""
        path = self.data / "ledger.csv"
        missing = not path.exists()
        ledger = Ledger(path)
        if missing:
            records = [*self.reports(pass_over), *self.refused(pass_over)]
            if records:
                ledger.rewrite(Entry(r.id, r.source_sha256, address) for r in records for address in r.sources)
        return ledger

    @cached_property
    def marks(self) -> Marks:
        """By what twins are found; made again from the records where the file is missing."""
        path = self.data / "marks.csv"
        missing = not path.exists()
        marks = Marks(path)
        for report in self.reports(pass_over) if missing else ():
            marks.note(report)
        return marks

    def twin(self, report: Report) -> Report | None:
        """The held report from the web that is the same as this one, under another address."""
        candidates = map(self.readable, self.marks.candidates(report))
        return next((held for held in candidates if held and not held.refused and alike(held, report)), None)

    @contextmanager
    def writing(self, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the folder for writing. Raises StoreBusy after `patience` seconds of another's."""
        with locked(self.data / ".lock", patience, written(self.data)):
            for name in ("ledger", "marks"):  # read again what another command has written meanwhile
                if self._stamp(name) != self._seen.get(name):
                    self.__dict__.pop(name, None)
            self._finish()
            try:
                yield
            finally:
                self._seen = {name: self._stamp(name) for name in ("ledger", "marks")}

    def _finish(self) -> None:
        """What a killed command left goes: half-written files, and what it was removing."""
        if not self._tidy:
            clear_leftovers(self.data, but="crawl.csv")  # written under the lock of crawls
            for folder in (self._held, self._refused, self.pages.folder):
                clear_leftovers(folder)
            self.recognised.tidy(self.pages)
            self._tidy = True
        if intended := self.removals.intended():
            for report, addresses in intended.items():
                self.removals.note(addresses, report)
                self._delete(report)
            self.removals.gone(intended)

    @contextmanager
    def crawling(self) -> Iterator[None]:
        """Be this folder's only crawl; others may write between pages. Raises StoreBusy."""
        with locked(self.data / ".crawl.lock", 0, crawled(self.data)):
            yield

    def _stamp(self, name: str) -> tuple[int, int] | None:
        path = self.data / f"{name}.csv"
        return (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None

    def reports(self, told: Told | None = None) -> Iterator[Report]:
        """Held reports by id. Of a damaged one `told` is told, else DamagedRecord is raised."""
        return read_all(self._held, told)

    def refused(self, told: Told | None = None) -> Iterator[Report]:
        """Records of pages that are no reports, by id; damaged ones as in `reports`."""
        return read_all(self._refused, told)

    def _path(self, report: str) -> Path | None:
        folders = (self._held, self._refused) if is_id(report) else ()  # nobody climbs out of them
        paths = (folder / f"{report}.json" for folder in folders)
        return next((path for path in paths if path.exists()), None)

    def has(self, report: str) -> bool:
        """Is there a record, held or refused, with this id?"""
        return self._path(report) is not None

    def ids(self) -> list[str]:
        """Every id with a record, held or refused."""
        return sorted(path.stem for folder in (self._held, self._refused) for path in folder.glob("*.json"))

    def report(self, report: str) -> Report:
        """The record with this id, held or refused. Raises UnknownReport, DamagedRecord."""
        path = self._path(report)
        if path is None:
            raise UnknownReport(report)
        return read_record(path)

    def readable(self, report: str) -> Report | None:
        """The record with this id, None where there is none that can be read."""
        with suppress(UnknownReport, DamagedRecord, FileNotFoundError):
            return self.report(report)
        return None

    def stamps(self) -> dict[str, str]:
        """A stamp for each held report: changes when its record does, which is written then only."""
        stats = ((path.stem, path.stat()) for path in self._held.glob("*.json"))
        return {report: f"{stat.st_mtime_ns:x}-{stat.st_size:x}" for report, stat in stats}

    def saved(self, report: str) -> datetime | None:
        """When the record with this id was written last, in UTC; None where there is none."""
        return written_at(self._path(report))

    def save(self, report: Report) -> bool:
        """Write a record to where it belongs; True if that changed anything."""
        content = json.dumps(report.to_dict(), ensure_ascii=False, indent=1).encode()
        here, there = (self._refused, self._held) if report.refused else (self._held, self._refused)
        path = here / f"{report.id}.json"
        changed = not path.exists() or path.read_bytes() != content
        if changed and not report.refused:
            self.marks.note(report)
        if changed:
            replace_file(path, content)
        (there / f"{report.id}.json").unlink(missing_ok=True)  # last: a kill leaves one of the two
        return changed

    def correct(self, report: str, field: str, value: str, note: str = "") -> None:
        """Append a correction. Raises BadCorrection."""
        self.corrections.append(Correction(report, field, value, note))

    def remove(self, report: str) -> None:
        """Delete record and raw copy, and fetch its addresses no more. Raises UnknownReport."""
        if not self.has(report):
            self.report(report)
        self.removals.intend(report, [entry.address for entry in self.ledger.of(report)])
        self._finish()

    def drop(self, report: str) -> None:
        """Delete record and raw copy; its addresses may come back."""
        self.removals.intend(report)
        self._finish()

    def _delete(self, report: str) -> None:
        for folder in (self._held, self._refused):
            (folder / f"{report}.json").unlink(missing_ok=True)
        self.pages.remove(report)
        self.recognised.remove(report)
        self.ledger.forget(report)
        self.marks.forget(report)

    def removed(self) -> frozenset[str]:
        """Canonical addresses that were removed on purpose."""
        return self.removals.removed()
