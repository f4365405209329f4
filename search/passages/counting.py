"""Strings of a draft that stand in what is held, counted: many at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.characters.arrays import Ints
from search.match.view import View
from search.passages.draft import Draft
from search.passages.holders import Counted, Holders, merged
from search.passages.lengths import Matched
from search.passages.owners import Owned
from search.passages.standing import Rows, narrowed
from search.passages.strings import Told

AT_ONCE = 1 << 20  # places that are counted at a time: 40 bytes each


def strings(
    view: View, draft: Draft, owners: Owned, found: Matched, least: int, every: Sequence[Told]
) -> list[Counted]:
    """What is told of each string; `found`: what the draft shares with those owners, in strings of
    the `least` characters and more."""
    spans = {draft.text[each.start : each.end]: (each.start, each.end) for each in every}
    starts, ends = np.array([*spans.values()], np.int64).reshape(-1, 2).T
    rows = [
        narrowed(segment.text, draft, of, least, starts, ends)
        for segment, of in zip(view.segments, found.rows, strict=True)
    ]
    holders = Holders(view, owners)
    counted = [one for some in _portions(rows, len(spans)) for one in _counted(view, holders, rows, some)]
    by_text = dict(zip(spans, counted, strict=True))
    return [by_text[draft.text[each.start : each.end]] for each in every]


def _portions(rows: Sequence[Rows], size: int) -> Iterator[Ints]:
    """The numbers of the strings, so many together that their places are few enough."""
    places = np.cumsum(sum((each.highs - each.lows for each in rows), np.zeros(size, np.int64)))
    portion = places // AT_ONCE
    yield from np.split(np.arange(size), np.flatnonzero(np.diff(portion)) + 1)


def _counted(view: View, holders: Holders, rows: Sequence[Rows], some: Ints) -> Iterator[Counted]:
    held = []
    for at, segment in enumerate(view.segments):
        which, each = rows[at].of(some).every()
        held.append(holders.kept(at, which, segment.text.documents[each], segment.text.suffixes[each]))
    for counted in holders.counted(merged(held), len(some)):
        assert counted is not None, "what was found is held"
        yield counted
