"""Where the operands of a query stand in one segment.

Plain phrases come from the suffix array. Gap phrases and pairs start from the positions of their
pieces, joined by binary search: no loop over occurrences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from index.characters.arrays import Array, Bools, Ints
from index.characters.lookup import GAP
from search.query.syntax import GAP_WIDTH, Near, Operand, Phrase, Word


class Searched(Protocol):
    """Folded text in which strings are looked for: of a whole segment, or of some of its sections."""

    text: Array

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


NOWHERE = Placed(np.zeros(0, np.int64), np.zeros(0, np.int64))


def plain(operand: Operand | str) -> str | Phrase | Near:
    """The string an operand looks for, or the operand itself where it is more than a string. Equal
    ones have the same occurrences."""
    if isinstance(operand, Word):
        return operand.text
    return operand.pieces[0] if isinstance(operand, Phrase) and len(operand.pieces) == 1 else operand


def grouped(docs: Ints) -> tuple[Ints, Ints]:
    """Each of ascending `docs` once, and how often it stood there."""
    first = np.flatnonzero(np.diff(docs, prepend=-1))
    return docs[first], np.diff(first, append=len(docs))


def string(characters: Searched, text: str) -> Placed:
    """All occurrences of a string."""
    starts = characters.begins(text)
    return Placed(starts, starts + len(text))


def joined(characters: Searched, operand: Phrase | Near) -> Placed:
    """All occurrences of a phrase with gaps or of a pair."""
    return _near(characters, operand) if isinstance(operand, Near) else _phrase(characters, operand)


def _phrase(characters: Searched, phrase: Phrase) -> Placed:
    """One occurrence a start, with the shortest end: from the last piece backwards, each takes the
    first that follows in reach.

    That is the shortest, for of two occurrences of a piece the later never ends sooner.
    """
    found = string(characters, phrase.pieces[-1])
    for piece in reversed(phrase.pieces[:-1]):
        before = string(characters, piece)
        behind, linked = _behind(before.ends, found.starts)
        before = before.only(linked)
        reached = _in_reach(characters, before.ends, found.starts[behind], GAP_WIDTH)
        found = Placed(before.starts[reached], found.ends[behind[reached]])
    return found


def _behind(ends: Ints, starts: Ints) -> tuple[Ints, Ints]:
    """For each end that has one the first start not before it, and which ends those are. Both
    ascending."""
    behind = starts.searchsorted(ends)
    linked = np.flatnonzero(behind < len(starts))
    return behind[linked], linked


def _near(characters: Searched, near: Near) -> Placed:
    """The occurrences of both sides that have one of the other in reach."""
    left, right = _phrase(characters, near.left), _phrase(characters, near.right)
    return union([_beside(characters, left, right, near.distance), _beside(characters, right, left, near.distance)])


def _beside(characters: Searched, some: Placed, others: Placed, distance: int) -> Placed:
    kept = np.zeros(len(some.starts), np.bool_)
    behind, linked = _behind(some.ends, others.starts)
    kept[linked] = _in_reach(characters, some.ends[linked], others.starts[behind], distance)
    before = others.ends.searchsorted(some.starts, "right") - 1
    linked = np.flatnonzero((before >= 0) & ~kept)
    kept[linked] = _in_reach(characters, others.ends[before[linked]], some.starts[linked], distance)
    return some.only(kept)


def _in_reach(characters: Searched, since: Ints, to: Ints, distance: int) -> Bools:
    """Whether at most `distance` characters lie from `since` to `to`, none of them a GAP."""
    reached = to - since <= distance
    close = np.flatnonzero(reached)
    since, to = since[close], to[close]
    while len(close):
        # What stands at `to` is no GAP: there a stretch has been walked through.
        ended = characters.text[since] == GAP
        reached[close[ended]] = False
        going = ~ended & (since < to)
        since, to, close = since[going] + 1, to[going], close[going]
    return reached


def together(parts: list[Placed]) -> Placed:
    """The occurrences of all parts, one part behind the other."""
    starts, ends = ([getattr(part, name) for part in (NOWHERE, *parts)] for name in ("starts", "ends"))
    return Placed(np.concatenate(starts), np.concatenate(ends))


def union(parts: list[Placed]) -> Placed:
    """The occurrences of all parts, each (start, end) once, by start, then end."""
    found = together(parts)
    order = np.lexsort((found.ends, found.starts))
    starts, ends = found.starts[order], found.ends[order]
    return Placed(starts, ends).only((np.diff(starts, prepend=-1) != 0) | (np.diff(ends, prepend=-1) != 0))
