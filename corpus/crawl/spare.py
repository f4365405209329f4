"""Addresses that a crawl keeps for later, because nothing speaks for them: one of each column is
tried, and as long as a column gives reports, more of it."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from corpus.crawl.scope import host_of
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import OTHER

# Tried of a column about which nobody says anything (a site map has addresses only), and of titles
# that name something else; then so many for every report that one of them was. On the thirteen
# sites of `tests/material/official_sites.py` 3, 1 and 4 fetch 2.6 pages a report that are none.
TRIED_WORDLESS, TRIED_TITLED, FOR_A_REPORT = 3, 1, 4

_DATED = re.compile(r"^(?:(?:19|20)\d{2}(?:[-_]?\d{1,2}){0,2}|\d{1,2})$")
_COLUMN_IN_NAME = re.compile(r"^(?:art|content|col)_(\d+)_")


def column_of(address: str) -> str:
    """The column an address stands in: its folder without dates, and the number of the column where
    the name has one.

    >>> column_of("https://kfq.example/art/2023/2/7/art_1229_58.html")
    'kfq.example/art/1229'
    """
    folder, _, name = urlsplit(address).path.rpartition("/")
    parts = [part for part in folder.split("/") if part and not _DATED.match(part)]
    parts = [re.sub(r"\d{4,}", "0", part) for part in parts]
    if found := _COLUMN_IN_NAME.match(name):
        parts.append(found[1])
    return "/".join((host_of(address), *parts))


@dataclass
class _Column:
    waiting: deque[Visit] = field(default_factory=deque)
    allowed: int = 0


class Spares:
    """The addresses kept back, by column."""

    def __init__(self) -> None:
        self._columns: dict[tuple[str, bool], _Column] = {}
        self._group: dict[str, tuple[str, bool]] = {}

    def _key(self, visit: Visit) -> tuple[str, bool]:
        return column_of(visit.address), visit.worth == OTHER

    def keep(self, visit: Visit) -> list[Visit]:
        """Keep a visit; those of its column that may be made now."""
        key = self._group[visit.address] = self._key(visit)
        column = self._columns.get(key)
        if column is None:
            column = self._columns[key] = _Column(allowed=TRIED_TITLED if key[1] else TRIED_WORDLESS)
        column.waiting.append(visit)
        return self._released(column)

    def restore(self, visit: Visit) -> None:
        """Keep a visit that an interrupted crawl had kept; those tried of its column were tried then."""
        key = self._group[visit.address] = self._key(visit)
        self._columns.setdefault(key, _Column()).waiting.append(visit)

    def _released(self, column: _Column) -> list[Visit]:
        released = [column.waiting.popleft() for _ in range(min(column.allowed, len(column.waiting)))]
        column.allowed -= len(released)
        return released

    def was_report(self, visit: Visit) -> list[Visit]:
        """A visit that had been kept gave a report: those of its column that may be made now."""
        column = self._columns.get(self._group.get(visit.address) or self._key(visit))
        if column is None:
            return []
        column.allowed += FOR_A_REPORT
        return self._released(column)

    def waiting(self) -> list[Visit]:
        """What was never tried."""
        return [visit for column in self._columns.values() for visit in column.waiting]
