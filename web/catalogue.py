"""Which reports can be searched, by zone and by what is known of them: what the pages of zones, the
row of other years and the portrait of a search are drawn from.

It is asked of the engine once for each version of the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock
from typing import NamedTuple, TypeVar

from corpus.gazetteer import division_code
from search.engine import Engine, Entry
from search.once import once


class Facts(NamedTuple):
    """What filters ask of a report, as an address writes it; "" where it is not stated. Places are
    division codes."""

    year: str
    province: str
    city: str
    zone: str
    level: str
    kind: str


class Known(Counter[Facts]):
    """How many reports share the same facts."""

    @once
    def by_year(self) -> Counter[int]:
        """Reports a year; those without one are left out."""
        return _summed((int(each.year), reports) for each, reports in self.items() if each.year)

    @once
    def by_province(self) -> Counter[str]:
        """Reports a province, by its division code; those without one are left out."""
        return _summed((each.province, reports) for each, reports in self.items() if each.province)


Of = TypeVar("Of")


def _summed(pairs: Iterable[tuple[Of, int]]) -> Counter[Of]:
    counts: Counter[Of] = Counter()
    for of, reports in pairs:
        counts[of] += reports
    return counts


class Catalogue:
    """The reports of an engine's newest version, by zone. Safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._version: str | None = None
        self._zones: dict[str | None, list[Entry]] = {}
        self._facts = Known()

    def zones(self, engine: Engine) -> Mapping[str | None, Sequence[Entry]]:
        """All reports by zone (None: those that name none), each zone's in id order. Raises what
        opening an index raises."""
        return self._newest(engine)[0]

    def facts(self, engine: Engine) -> Known:
        """How many reports share the same facts. Raises what opening an index raises."""
        return self._newest(engine)[1]

    def _newest(self, engine: Engine) -> tuple[dict[str | None, list[Entry]], Known]:
        version = engine.version
        with self._lock:
            if version != self._version:
                entries = engine.catalogue()
                self._version, self._zones, self._facts = version, _by_zone(entries), Known(map(_facts, entries))
            return self._zones, self._facts


def _facts(entry: Entry) -> Facts:
    province = (division_code(entry.province, None) or "") if entry.province else ""
    city = (division_code(entry.province, entry.city) or "") if entry.city else ""
    return Facts(str(entry.year or ""), province, city, entry.zone or "", entry.level or "", entry.kind)


def _by_zone(entries: Iterable[Entry]) -> dict[str | None, list[Entry]]:
    zones: dict[str | None, list[Entry]] = {}
    for entry in entries:
        zones.setdefault(entry.zone, []).append(entry)
    return zones
