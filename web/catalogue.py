"""Which reports are held, by zone and year: what the pages of zones and the row of other years are drawn from.

The records are read once and again only where they change, for a corpus has thousands of them and a page needs a line of each.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

from corpus.errors import XunzhangError
from corpus.store import Store

FRESH: Final = 1.0  # seconds for which the folder is not looked at again


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the catalogue: a report without its text."""

    id: str
    title: str | None
    zone: str | None
    zone_then: str | None
    province: str | None
    city: str | None
    county: str | None
    level: str | None
    kind: str
    year: int | None
    sections: int


class Catalogue:
    """The held reports as the store has them now, at most `FRESH` seconds old."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._looked = -FRESH
        self._known: dict[str, tuple[str, Entry]] = {}
        self._zones: dict[str | None, list[Entry]] = {}

    def of_zone(self, zone: str | None) -> Sequence[Entry]:
        """The reports of one zone (None: of those that name none), in id order."""
        return self.zones().get(zone, ())

    def zones(self) -> dict[str | None, list[Entry]]:
        """All held reports by zone."""
        with self._lock:
            if time.monotonic() - self._looked >= FRESH:
                self._look()
                self._looked = time.monotonic()
            return self._zones

    def _look(self) -> None:
        stamps = self._store.stamps()
        known: dict[str, tuple[str, Entry]] = {}
        for identity, stamp in stamps.items():
            before = self._known.get(identity)
            line = before if before and before[0] == stamp else self._read(identity, stamp)
            if line:
                known[identity] = line
        if known == self._known:
            return
        self._known, self._zones = known, {}
        for _, entry in (known[identity] for identity in sorted(known)):
            self._zones.setdefault(entry.zone, []).append(entry)

    def _read(self, identity: str, stamp: str) -> tuple[str, Entry] | None:
        try:
            report = self._store.report(identity)
        except XunzhangError:
            return None  # a damaged record, or one removed this moment: its own page says so
        names = ("id", "title", "zone", "zone_then", "province", "city", "county", "level", "kind", "year")
        return stamp, Entry(**{name: getattr(report, name) for name in names}, sections=len(report.sections))
