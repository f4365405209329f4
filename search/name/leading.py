"""Where a query is the title of a report, the report's first sections come first: which sections
match stays as it is."""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Floats, Ints
from search.found import Found
from search.rank.order import page

# Of 96 titles typed the first hit is of the right report for 96, for 79 where none leads
# (2026-11-28). So many sections of the report lead; the others stand where their score puts them.
LEADING = 3
Place = tuple[int, int]


def leading(found: Found, titled: int | None) -> list[Place]:
    """The first sections found of the report with this code: (segment, place among its documents
    found)."""
    places: list[Place] = []
    if titled is not None:
        for at, (segment, docs) in enumerate(zip(found.view.segments, found.docs, strict=True)):
            own = np.flatnonzero(segment.segment.codes["report"].take(docs) == titled)
            places += [(at, place) for place in own[:LEADING].tolist()]
    return places


def led(
    leaders: list[Place],
    scores: tuple[Floats, ...] | None,
    keys: tuple[Ints, ...],
    found: Found,
    offset: int,
    limit: int,
) -> list[Place]:
    """A page of the hits, as `search.rank.order.page` cuts it, behind those that lead."""
    if not leaders:
        return page(scores, keys, found.docs, offset, limit)
    rest = page(scores, keys, found.docs, 0, offset + limit)
    return [*leaders, *(place for place in rest if place not in leaders)][offset : offset + limit]
