"""Which reports share most of a text: for each report the characters that stand in it, too, in strings
of the least length."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Array, Bools, Codes, Ints
from search.across.passages import Source
from search.match.segment_view import SegmentView
from search.match.view import View
from search.passages.draft import Draft
from search.passages.owners import Owned

# A string that stands more often is everybody's; it is looked for afterwards in the likely ones
# alone.
MOST_ROWS = 2_000
# So many reports are counted exactly, where such strings were left aside.
LIKELY = 30
TOLD = 10  # reports told
# Odd, with bits all over: a stretch of characters as one number.
_BASE = np.uint64(0x9E3779B97F4A7C15)


def sources(view: View, draft: Draft, owners: Owned, starts: Ints, least: int, counted: Bools) -> tuple[Source, ...]:
    """The reports that share most, most first. `starts`: the places where a shared string of the
    least length begins; `counted`: the characters that
    count as shared."""
    starts = starts[counted[starts] | counted[starts + least - 1]]
    held = [_stretches(segment, draft, starts, least) for segment in view.segments]
    pairs = [_holders(*each) for each in zip(view.segments, owners, held, strict=True)]
    reports, places = (np.concatenate([np.zeros(0, np.int64), *parts]) for parts in zip(*pairs, strict=True))
    if not len(reports):
        return ()
    likely = _likely(reports)
    among = np.isin(reports, likely)
    reports, places = reports[among], places[among]
    masks = {report: places[reports == report] for report in likely}
    if len(wide := np.unique(np.concatenate([each.wide for each in held]))):
        wanted, back = np.unique(_hashes(draft.codes, least)[wide], return_inverse=True)
        stand = {report: _standing(view, report, wanted, least)[back] for report in likely}
        masks = {report: np.append(at, wide[stand[report]]) for report, at in masks.items()}
    sizes = {report: _characters(at, least, counted) for report, at in masks.items()}
    best = sorted(sizes, key=lambda report: (-sizes[report], report))[:TOLD]
    return tuple([_source(view, report, sizes[report], draft.characters) for report in best if sizes[report]])


class _Stretches(NamedTuple):
    """Places of a draft, and the rows of the suffixes that begin as it does there; `wide`: places of
    which there are too many."""

    places: Ints
    lows: Ints
    highs: Ints
    wide: Ints


def _stretches(view: SegmentView, draft: Draft, starts: Ints, least: int) -> _Stretches:
    text, rows = draft.text, view.text.rows
    found = np.array([rows(text[start : start + least]) for start in starts.tolist()], np.int64).reshape(-1, 2)
    lows, highs = found[:, 0], found[:, 1]
    few = highs - lows <= MOST_ROWS
    return _Stretches(starts[few], lows[few], highs[few], starts[~few])


def _holders(view: SegmentView, own: Codes, held: _Stretches) -> tuple[Ints, Ints]:
    """Pairs of a report and a place at which it holds the string of the least length."""
    sizes = held.highs - held.lows
    ends = np.cumsum(sizes)
    rows = np.arange(int(sizes.sum())) + (held.lows - (ends - sizes)).repeat(sizes)
    docs = view.text.documents[rows]
    kept = own[docs] >= 0
    return view.segment.codes["report"][docs[kept]].astype(np.int64), held.places.repeat(sizes)[kept]


def _likely(reports: Ints) -> list[int]:
    """The reports that share at most places, as far as was counted."""
    times = np.bincount(reports)
    order: list[int] = np.argsort(-times, kind="stable")[:LIKELY].tolist()
    return [report for report in order if times[report]]


def _characters(starts: Ints, least: int, counted: Bools) -> int:
    """Characters that strings of the least length cover, of those that count."""
    steps = np.zeros(len(counted) + least + 1, np.int64)
    starts = np.unique(starts)
    np.add.at(steps, starts, 1)
    np.add.at(steps, starts + least, -1)
    return int(np.count_nonzero((np.cumsum(steps)[: len(counted)] > 0) & counted))


def _standing(view: View, report: int, wanted: Array, least: int) -> Bools:
    """Which strings of the least length, by their hashes, ascending, stand in a report."""
    at, first = view.firsts[report].tolist()
    segment = view.segments[at]
    last = int(segment.firsts[segment.firsts.searchsorted(first) + 1])
    text = segment.text
    held = _hashes(text.text[int(text.starts[first]) : int(text.starts[last])].astype(np.uint32), least)
    near = np.minimum(wanted.searchsorted(held), len(wanted) - 1)
    stands = np.zeros(len(wanted), np.bool_)
    stands[near[wanted[near] == held]] = True
    return stands


def _hashes(codes: Array, length: int) -> Array:
    """A number for each stretch of a length: equal stretches have equal numbers."""
    count = max(len(codes) - length + 1, 0)
    found = np.zeros(count, np.uint64)
    for place in range(length):
        found = found * _BASE + codes[place : place + count]
        found ^= found >> np.uint64(29)
    return found


def _source(view: View, report: int, characters: int, of: int) -> Source:
    at, first = view.firsts[report].tolist()
    stored = view.segments[at].segment.report(first)
    return Source(stored.id, stored.title, stored.zone, stored.year, characters, characters / of)
