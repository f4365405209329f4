"""Which reports share most of a text: for each report the characters that stand in it, too, in strings
of the least length."""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Array, Bools, Ints
from search.across.passages import Source
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


def sources(view: View, draft: Draft, owners: Owned, starts: Ints, least: int, titles: Bools) -> tuple[Source, ...]:
    """The reports that share most, most first. `starts`: the places where a shared string of the
    least length begins; `titles`: characters that do not count."""
    starts = starts[~titles[starts] | ~titles[np.minimum(starts + least, len(titles)) - 1]]
    reports, places, is_whole = _holders(view, draft, owners, starts, least)
    if not len(reports):
        return ()
    likely = _likely(reports, places, least)
    masks = {report: np.sort(places[reports == report]) for report in likely}
    if not is_whole:
        masks = {report: np.union1d(at, _standing(view, draft, report, starts, least)) for report, at in masks.items()}
    counted = {report: _characters(at, least, titles) for report, at in masks.items()}
    best = sorted(counted, key=lambda report: (-counted[report], report))[:TOLD]
    return tuple([_source(view, report, counted[report], draft.characters) for report in best if counted[report]])


def _holders(view: View, draft: Draft, owners: Owned, starts: Ints, least: int) -> tuple[Ints, Ints, bool]:
    """Pairs of a report and a place at which it holds the string of the least length; whether that
    is all of them."""
    reports: list[Array] = [np.zeros(0, np.int64)]
    places: list[Array] = [np.zeros(0, np.int64)]
    is_whole = True
    grams = {start: draft.text[start : start + least] for start in starts.tolist()}
    for segment, own in zip(view.segments, owners, strict=True):
        codes, documents = segment.segment.codes["report"], segment.text.documents
        for start, gram in grams.items():
            low, high = segment.text.rows(gram)
            if high - low > MOST_ROWS:
                is_whole = False
            elif low < high:
                docs = documents[low:high]
                reports.append(np.where(own[docs] >= 0, codes[docs], -1))
                places.append(np.full(high - low, start))
    whose, at = np.concatenate(reports), np.concatenate(places)
    return whose[whose >= 0], at[whose >= 0], is_whole


def _likely(reports: Ints, places: Ints, least: int) -> list[int]:
    """The reports that share most, as far as was counted: each place counts as far as to the
    next."""
    keys = np.unique(reports * (1 << 32) + places)
    whose, at = keys >> 32, keys & 0xFFFFFFFF
    steps = np.full(len(keys), least)
    same = whose[1:] == whose[:-1]
    steps[:-1][same] = np.minimum(np.diff(at)[same], least)
    sums = np.bincount(whose, steps)
    order: list[int] = np.argsort(-sums, kind="stable")[:LIKELY].tolist()
    return [report for report in order if sums[report]]


def _characters(starts: Ints, least: int, titles: Bools) -> int:
    """Characters that strings of the least length cover, titles left out."""
    steps = np.zeros(len(titles) + least + 1, np.int64)
    starts = np.unique(starts)
    np.add.at(steps, starts, 1)
    np.add.at(steps, starts + least, -1)
    return int(np.count_nonzero((np.cumsum(steps)[: len(titles)] > 0) & ~titles))


def _standing(view: View, draft: Draft, report: int, starts: Ints, least: int) -> Ints:
    """At which of some places a report holds the string of the least length."""
    at, first = view.firsts[report].tolist()
    segment = view.segments[at]
    ends = segment.firsts
    last = int(ends[ends.searchsorted(first) + 1])
    text = segment.text
    held = _hashes(text.text[int(text.starts[first]) : int(text.starts[last])].astype(np.uint32), least)
    wanted = _hashes(draft.codes, least)
    return starts[np.isin(wanted[starts], held)]


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
