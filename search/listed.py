"""Every report of a snapshot as an entry of the catalogue: a line of each is read, no record is
opened."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from search.engine import Entry
from search.match.segment_view import SegmentView
from search.match.view import View


def entries(view: View) -> tuple[Entry, ...]:
    """The live reports, by id."""
    return tuple(sorted(entry for segment in view.segments for entry in _of_segment(segment)))


def _of_segment(view: SegmentView) -> Iterator[Entry]:
    for first, end in pairwise(view.firsts.tolist()):
        if view.live is not None and not view.live[first]:
            continue
        stored = view.segment.report(first)
        yield Entry(
            id=stored.id,
            title=stored.title,
            zone=stored.zone,
            province=stored.province,
            city=stored.city,
            level=stored.level,
            kind=stored.kind,
            year=stored.year,
            sections=end - first,
            zone_then=stored.zone_then,
        )
