"""Which reports can be searched, by zone: what the pages of zones and the row of other years are drawn from.

It is read from the index, once for each of its versions: a line of each report, without opening a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from threading import Lock

from search.engine import Engine
from search.match.view import View


@dataclass(frozen=True, slots=True)
class Entry:
    """A report without its text; `sections` counts its sections."""

    id: str
    title: str
    zone: str | None
    province: str | None
    city: str | None
    level: str | None
    kind: str
    year: int | None
    sections: int


class Catalogue:
    """The reports of an engine's newest snapshot, by zone. Safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._view: View | None = None
        self._zones: dict[str | None, list[Entry]] = {}

    def zones(self, engine: Engine) -> Mapping[str | None, Sequence[Entry]]:
        """All reports by zone (None: those that name none), each zone's in id order. Raises what opening an index raises."""
        view = engine.view
        with self._lock:
            if view is not self._view:
                self._view, self._zones = view, {}
                for entry in sorted(_entries(view), key=lambda entry: entry.id):
                    self._zones.setdefault(entry.zone, []).append(entry)
            return self._zones


def _entries(view: View) -> Iterator[Entry]:
    for part in view.segments:
        firsts = part.firsts.tolist()
        for first, end in pairwise(firsts):
            if part.live is not None and not part.live[first]:
                continue
            stored = part.segment.stored(first)
            yield Entry(
                id=stored.report,
                title=stored.title,
                zone=stored.zone,
                province=stored.province,
                city=stored.city,
                level=stored.level,
                kind=stored.kind,
                year=stored.year,
                sections=end - first,
            )
