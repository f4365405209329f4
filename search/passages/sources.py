"""Which reports share most of a text: for each report the characters that stand in it, too, in strings
of the least length."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Array, Bools, Codes, Ints
from search.across.passages import Source
from search.match.segment_view import SegmentView
from search.match.view import View
from search.passages.draft import Draft
from search.passages.owners import Owned
from search.passages.standing import Rows

# A string that stands more often is everybody's; it is looked for afterwards in the likely ones
# alone.
MOST_ROWS = 2_000
# So many reports are counted exactly, where such strings were left aside.
LIKELY = 30
TOLD = 10  # reports told
# Odd, with bits all over: a stretch of characters as one number.
_BASE = np.uint64(0x9E3779B97F4A7C15)
# The same of three characters of it, so short that each value has a cell: few stretches are left.
_SHORT = np.uint16(0x9E37)


def sources(
    view: View, draft: Draft, owners: Owned, rows: Sequence[Ints], starts: Ints, least: int, counted: Bools
) -> tuple[Source, ...]:
    """The reports that share most, most first. `rows`: `Matched.rows`; `starts`: the places where a
    shared string of the least length begins; `counted`: the characters that count as shared."""
    starts = starts[counted[starts] | counted[starts + least - 1]]
    if not len(starts):
        return ()
    begins = [Rows(*each[starts].T) for each in rows]
    many = [each.highs - each.lows > MOST_ROWS for each in begins]
    pairs = [_holders(*each) for each in zip(view.segments, owners, begins, many, strict=True)]
    reports, which = (np.concatenate([np.zeros(0, np.int64), *parts]) for parts in zip(*pairs, strict=True))
    if not len(reports):
        return ()
    likely = _likely(reports)
    stand = _standing(reports, which, likely, len(starts))
    if len(wide := np.flatnonzero(np.any(many, axis=0))):
        strings = draft.codes[starts[wide][:, None] + np.arange(least)]
        stand[:, wide] |= _among([_text(view, report) for report in likely.tolist()], strings)
    sizes = _characters(stand, starts, least, counted)
    best = np.lexsort((likely, -sizes))[:TOLD]
    told = [(int(likely[at]), int(sizes[at])) for at in best.tolist() if sizes[at]]
    return tuple([_source(view, report, size, draft.characters) for report, size in told])


def _holders(view: SegmentView, own: Codes, begins: Rows, many: Bools) -> tuple[Ints, Ints]:
    """Pairs of a report and a string of the least length that it holds, but for those that stand in
    too many rows."""
    few = np.flatnonzero(~many)
    which, rows = begins.of(few).every()
    docs = view.text.documents[rows]
    kept = own[docs] >= 0
    return view.segment.codes["report"][docs[kept]].astype(np.int64), few[which[kept]]


def _likely(reports: Ints) -> Ints:
    """The reports that share at most places, as far as was counted."""
    times = np.bincount(reports)
    order = np.argsort(-times, kind="stable")[:LIKELY]
    return order[times[order] > 0]


def _standing(reports: Ints, which: Ints, likely: Ints, size: int) -> Bools:
    """bool[likely, size]: which of the strings stand in each of the likely reports."""
    row = np.full(int(reports.max()) + 1, -1)
    row[likely] = np.arange(len(likely))
    rows = row[reports]
    kept = np.flatnonzero(rows >= 0)
    stand = np.zeros((len(likely), size), np.bool_)
    stand[rows[kept], which[kept]] = True
    return stand


def _characters(stand: Bools, starts: Ints, least: int, counted: Bools) -> Ints:
    """For each report the characters that its strings cover, of those that count."""
    steps = np.zeros((len(stand), len(counted) + 1), np.int8)
    steps[:, starts] = stand
    covered = np.cumsum(steps, axis=1, dtype=np.int32)
    covered[:, least:] -= covered[:, :-least].copy()
    sizes: Ints = np.count_nonzero((covered[:, :-1] > 0) & counted, axis=1).astype(np.int64)
    return sizes


def _text(view: View, report: int) -> Array:
    """The folded characters of a report, GAPs between its sections."""
    at, first = view.firsts[report].tolist()
    segment = view.segments[at]
    last = int(segment.firsts[segment.firsts.searchsorted(first) + 1])
    text: Array = segment.text.text[int(segment.text.starts[first]) : int(segment.text.starts[last])]
    return text


def _among(texts: Sequence[Array], strings: Array) -> Bools:
    """bool[texts, strings]: which strings (a row of code points each, all of one length) stand in
    which texts; each text ends with a GAP, so that none runs across two."""
    windows = np.lib.stride_tricks.sliding_window_view(np.concatenate(texts), strings.shape[1])
    looked_for = np.zeros(1 << 16, np.bool_)
    looked_for[_short(strings)] = True
    places = np.flatnonzero(looked_for[_short(windows)])
    known, back = np.unique(_hashes(strings), return_inverse=True)
    found = _hashes(windows[places])
    near = np.minimum(known.searchsorted(found), len(known) - 1)
    same = known[near] == found
    ends = np.cumsum([len(text) for text in texts])
    stand = np.zeros((len(texts), len(known)), np.bool_)
    stand[ends.searchsorted(places[same], "right"), near[same]] = True
    among: Bools = stand[:, back]
    return among


def _short(strings: Array) -> Array:
    """A number of 16 bits for each string, of three of its characters."""
    first, middle, last = (strings[:, at].astype(np.uint16) for at in (0, strings.shape[1] // 2, -1))
    return (first * _SHORT + middle) * _SHORT + last


def _hashes(strings: Array) -> Array:
    """A number for each string: equal ones have equal numbers."""
    found = np.zeros(len(strings), np.uint64)
    for at in range(strings.shape[1]):
        found = found * _BASE + strings[:, at]
        found ^= found >> np.uint64(29)
    return found


def _source(view: View, report: int, characters: int, of: int) -> Source:
    at, first = view.firsts[report].tolist()
    stored = view.segments[at].segment.report(first)
    return Source(stored.id, stored.title, stored.zone, stored.year, characters, characters / of)
