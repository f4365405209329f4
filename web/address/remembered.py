"""The store's records without their texts, read again only where a file has changed: what is held can be counted anew in a moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from corpus.records import Report
from corpus.store.folder import Store


class Remembered(Store):
    """A store whose records come light: who reports what, when, from where. A record of 25 KB takes 0.5 ms to read, to look at it 10 µs."""

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        self._known: dict[Path, dict[str, tuple[tuple[int, int], Report]]] = {}

    def _read_all(self, folder: Path) -> Iterator[Report]:
        before, now = self._known.get(folder, {}), {}
        for path in sorted(folder.glob("*.json")):
            with suppress(FileNotFoundError):  # removed meanwhile
                stat = path.stat()
                stamp = stat.st_mtime_ns, stat.st_size
                known = before.get(path.name)
                now[path.name] = known if known and known[0] == stamp else (stamp, light(self._read(path)))
        self._known[folder] = now
        yield from (report for _, report in now.values())


def light(report: Report) -> Report:
    """The record without what makes it long."""
    return replace(report, sections=(), receipt=(), front=(), back=(), provenance={})
