"""The store's records without their texts, read again only where a file has changed: what is held
can be counted anew in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.records import Report
from corpus.store.folder import Store
from corpus.store.record import Told, read_all, read_record


class Remembered(Store):
    """A store whose records come light: who reports what, when, from where. A record of 25 KB takes
    0.5 ms to read, to look at it 10 µs."""

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        self._known: dict[Path, dict[str, tuple[tuple[int, int], Report]]] = {}

    def reports(self, told: Told | None = None) -> Iterator[Report]:
        """Held reports by id; damaged ones as in `Store.reports`."""
        return self._light(self._held, told)

    def refused(self, told: Told | None = None) -> Iterator[Report]:
        """Records of pages that are no reports, by id."""
        return self._light(self._refused, told)

    def _light(self, folder: Path, told: Told | None) -> Iterator[Report]:
        before = self._known.get(folder, {})
        now: dict[str, tuple[tuple[int, int], Report]] = {}

        def read(path: Path) -> Report:
            stat = path.stat()
            stamp, known = (stat.st_mtime_ns, stat.st_size), before.get(path.name)
            now[path.name] = known if known and known[0] == stamp else (stamp, light(read_record(path)))
            return now[path.name][1]

        yield from read_all(folder, told, read)
        self._known[folder] = now


def light(report: Report) -> Report:
    """The record without what makes it long."""
    return replace(report, sections=(), receipt=(), front=(), back=(), provenance={})
