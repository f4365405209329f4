"""Where the operands of a query stand in one segment.

Plain phrases come from the suffix array. Gap phrases and pairs start from the positions of their
pieces, joined by binary search: no loop over occurrences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from index.characters.arrays import Array, Bools, Ints
from index.characters.lookup import GAP
from search.query.counted import plain as plain
from search.query.syntax import GAP_WIDTH, Phrase


class Searched(Protocol):
    """Folded text in which strings are looked for: of a whole segment, or of some of its sections."""

    @property
    def text(self) -> Array:
        """The characters; GAPs between paragraphs."""
        ...

    def begins(self, text: str, /) -> Ints:
        """Where a string begins, ascending."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Occurrences in order: offsets in the segment's folded text where each starts and ends."""

    starts: Ints
    ends: Ints

    def only(self, wanted: Ints | Bools) -> Placed:
        """The occurrences at a mask or at indices."""
        return Placed(self.starts[wanted], self.ends[wanted])

    def between(self, low: int, high: int) -> Placed:
        """Those that start from `low` to before `high`."""
        first, end = self.starts.searchsorted([low, high])
        return Placed(self.starts[first:end], self.ends[first:end])


# No occurrence is longer than a number of so many bits: a query has 500 characters.
_LENGTH = 12
NOTHING: Ints = np.zeros(0, np.int64)
# Looking for all GAPs costs as much as walking from one occurrence for so many characters: 19.5
# million characters take 10 to 45 ms, a walk of up to ten steps 2 µs.
WALKED = 1_000


def grouped(docs: Ints) -> tuple[Ints, Ints]:
    """Each of ascending `docs` once, and how often it stood there."""
    first = np.flatnonzero(np.diff(docs, prepend=-1))
    return docs[first], np.diff(first, append=len(docs))


def string(characters: Searched, text: str) -> Placed:
    """All occurrences of a string."""
    starts = characters.begins(text)
    return Placed(starts, starts + len(text))


def gapped(characters: Searched, phrase: Phrase) -> Placed:
    """One occurrence a start, with the shortest end: from the last piece backwards, each takes the
    first that follows in reach.

    That is the shortest, for of two occurrences of a piece the later never ends sooner.
    """
    found = string(characters, phrase.pieces[-1])
    for piece in reversed(phrase.pieces[:-1]):
        before = string(characters, piece)
        following, linked = behind(before.ends, found.starts)
        before = before.only(linked)
        reached = in_reach(characters, before.ends, found.starts[following], GAP_WIDTH)
        found = Placed(before.starts[reached], found.ends[following[reached]])
    return found


def behind(ends: Ints, starts: Ints) -> tuple[Ints, Ints]:
    """For each end that has one the first start not before it, and which ends those are. Both
    ascending."""
    following = starts.searchsorted(ends)
    linked = np.flatnonzero(following < len(starts))
    return following[linked], linked


def in_reach(characters: Searched, since: Ints, to: Ints, distance: int) -> Bools:
    """Whether at most `distance` characters lie from `since` to `to`, none of them a GAP."""
    reached = to - since <= distance
    close = np.flatnonzero(reached)
    if len(close) * WALKED > len(characters.text):
        gaps = np.append(np.flatnonzero(characters.text == GAP), len(characters.text))
        return reached & (gaps[gaps.searchsorted(since)] >= to)
    since, to = since[close], to[close]
    while len(close):
        # What stands at `to` is no GAP: there a stretch has been walked through.
        ended = characters.text[since] == GAP
        reached[close[ended]] = False
        going = ~ended & (since < to)
        since, to, close = since[going] + 1, to[going], close[going]
    return reached


def together(parts: Sequence[Placed]) -> Placed:
    """The occurrences of all parts, one part behind the other."""
    starts = np.concatenate([NOTHING, *(part.starts for part in parts)])
    return Placed(starts, np.concatenate([NOTHING, *(part.ends for part in parts)]))


def union(parts: Sequence[Placed]) -> Placed:
    """The occurrences of all parts, each (start, end) once, by start, then end."""
    if len(parts) == 1:
        return parts[0]
    return decoded(distinct(np.concatenate([NOTHING, *map(codes, parts)])))


def codes(placed: Placed) -> Ints:
    """A number for each occurrence: equal where start and end are, ascending as they are."""
    return (placed.starts << _LENGTH) + (placed.ends - placed.starts)


def decoded(codes: Ints) -> Placed:
    """The occurrences of `codes`."""
    starts = codes >> _LENGTH
    return Placed(starts, starts + (codes & ((1 << _LENGTH) - 1)))


def distinct(numbers: Ints) -> Ints:
    """Each number once, ascending. Stretches in order are merged: sorting anew costs more."""
    ordered = np.sort(numbers, kind="stable")
    new: Bools = np.diff(ordered, prepend=-1) != 0
    return ordered[new]
