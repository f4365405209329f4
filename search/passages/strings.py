"""The strings that are shared: the maximal ones, how much they cover, and those that are told."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Bools, Codes, Ints
from search.passages.draft import Draft


class Told(NamedTuple):
    """A string that is told of, as places of the draft."""

    start: int
    end: int
    whole_clauses: bool


def maximal(lengths: Codes) -> tuple[Ints, Ints]:
    """Where the shared strings begin and end that lie in no other, ascending."""
    starts = np.flatnonzero(lengths)
    ends = starts + lengths[starts]
    before = np.maximum.accumulate(np.concatenate(([0], ends)))[:-1]
    kept = ends > before
    return starts[kept], ends[kept]


def covered(lengths: Codes, titles: Bools, least: int) -> Bools:
    """Which places stand in a shared string of which so many characters stand outside of titles;
    those inside do not count."""
    outside = np.concatenate(([0], np.cumsum(~titles)))
    starts, ends = maximal(lengths)
    counted = outside[ends] - outside[starts] >= least
    starts, ends = starts[counted], ends[counted]
    steps = np.zeros(len(lengths) + 1, np.int64)
    np.add.at(steps, starts, 1)
    np.add.at(steps, ends, -1)
    inside: Bools = (np.cumsum(steps[:-1]) > 0) & ~titles
    return inside


def apart(lengths: Codes, least: int) -> list[tuple[int, int]]:
    """Strings that do not overlap, in order: longest first, what overlaps is cut off, and what is
    left has the least length still.

    What was taken before is no shorter, and no maximal string lies in another: so one stretch is
    left of each, not two."""
    starts, ends = maximal(lengths)
    order = np.lexsort((starts, starts - ends))
    taken = bytearray(len(lengths))
    found = []
    for start, end in zip(starts[order].tolist(), ends[order].tolist(), strict=True):
        first = taken.find(0, start, end)
        last = taken.rfind(0, start, end) + 1
        if first >= 0 and last - first >= least:
            taken[first:last] = b"\1" * (last - first)
            found.append((first, last))
    return sorted(found)


def told(draft: Draft, lengths: Codes, least: int) -> list[Told]:
    """The strings that are told: their whole clauses where these are long enough, else as they
    are."""
    begins, ends = draft.clauses
    strings = np.array(apart(lengths, least), np.int64).reshape(-1, 2)
    first = np.append(begins, len(draft))[begins.searchsorted(strings[:, 0])]
    last = np.append(ends, 0)[ends.searchsorted(strings[:, 1], "right") - 1]
    whole = last - first >= least
    strings[whole] = np.stack((first, last), axis=1)[whole]
    return list(map(Told, strings[:, 0].tolist(), strings[:, 1].tolist(), whole.tolist()))


def runs(mask: Bools) -> list[tuple[int, int]]:
    """The stretches in which a mask is true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], mask, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
