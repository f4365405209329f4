"""Which reports can be searched, by zone: what the pages of zones and the row of other years are
drawn from.

It is asked of the engine once for each version of the corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from search.engine import Engine, Entry


class Catalogue:
    """The reports of an engine's newest version, by zone. Safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._version: str | None = None
        self._zones: dict[str | None, list[Entry]] = {}

    def zones(self, engine: Engine) -> Mapping[str | None, Sequence[Entry]]:
        """All reports by zone (None: those that name none), each zone's in id order. Raises what
        opening an index raises."""
        version = engine.version
        with self._lock:
            if version != self._version:
                self._version, self._zones = version, _by_zone(engine.catalogue())
            return self._zones


def _by_zone(entries: Iterable[Entry]) -> dict[str | None, list[Entry]]:
    zones: dict[str | None, list[Entry]] = {}
    for entry in entries:
        zones.setdefault(entry.zone, []).append(entry)
    return zones
