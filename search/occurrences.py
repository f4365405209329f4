"""Where the operands of a query stand in one segment: documents, counts, and positions where those are needed.

Plain phrases come from the suffix array. Gap phrases and pairs start from the positions of their pieces, joined by binary
search: no loop over occurrences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.characters import GAP, Characters
from search.syntax import GAP_WIDTH, Near, Operand, Phrase, Word
from search.view import Bools, Ints, SegmentView


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Live documents that hold something, ascending, and how often each does."""

    docs: Ints
    counts: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Occurrences in order: offsets in the segment's folded text where each starts and ends, and its document."""

    starts: Ints
    ends: Ints
    docs: Ints

    def only(self, wanted: Ints | Bools) -> Placed:
        """The occurrences at a mask or at indices."""
        return Placed(self.starts[wanted], self.ends[wanted], self.docs[wanted])


class Lookup:
    """Asks one segment; remembers the answers for the length of one search."""

    def __init__(self, view: SegmentView) -> None:
        self.view = view
        self._counted: dict[str | Phrase | Near, Counted] = {}

    def counted(self, operand: Operand | str) -> Counted:
        """Documents and counts of a word, a phrase, a pair or a plain string."""
        key = plain(operand)
        if key not in self._counted:
            self._counted[key] = Counted(*self.view.counts(key)) if isinstance(key, str) else _grouped(self.placed(key))
        return self._counted[key]

    def placed(self, operand: Operand | str) -> Placed:
        """All live occurrences of an operand."""
        key = plain(operand)
        found = _string(self.view.text, key) if isinstance(key, str) else _joined(self.view.text, key)
        kept = self.view.kept(found.docs)
        return found if kept is None else found.only(kept)

    def about(self, text: str) -> Ints:
        """The first documents of the reports whose title, zone or place holds `text`."""
        docs = self.view.about.counts(text)[0]
        kept = self.view.kept(docs)
        return docs if kept is None else docs[kept]


def plain(operand: Operand | str) -> str | Phrase | Near:
    """The string an operand looks for, or the operand itself where it is more than a string. Equal ones have the same occurrences."""
    if isinstance(operand, Word):
        return operand.text
    return operand.pieces[0] if isinstance(operand, Phrase) and len(operand.pieces) == 1 else operand


def _grouped(placed: Placed) -> Counted:
    return Counted(*np.unique(placed.docs, return_counts=True))


def _string(characters: Characters, text: str) -> Placed:
    positions, docs = characters.occurrences(text)
    order = positions.argsort()
    starts = positions[order]
    return Placed(starts, starts + len(text), docs[order])


def _joined(characters: Characters, operand: Phrase | Near) -> Placed:
    return _near(characters, operand) if isinstance(operand, Near) else _phrase(characters, operand)


def _phrase(characters: Characters, phrase: Phrase) -> Placed:
    """One occurrence a start, with the shortest end: from the last piece backwards, each takes the first that follows in reach.

    That is the shortest, for of two occurrences of a piece the later never ends sooner.
    """
    found = _string(characters, phrase.pieces[-1])
    for piece in reversed(phrase.pieces[:-1]):
        before = _string(characters, piece)
        behind = found.starts.searchsorted(before.ends)
        linked = np.flatnonzero(behind < len(found.starts))
        before, behind = before.only(linked), behind[linked]
        reached = _in_reach(characters, before.ends, found.starts[behind], GAP_WIDTH)
        found = Placed(before.starts[reached], found.ends[behind[reached]], before.docs[reached])
    return found


def _near(characters: Characters, near: Near) -> Placed:
    """The occurrences of both sides that have one of the other in reach."""
    left, right = _phrase(characters, near.left), _phrase(characters, near.right)
    sides = (_beside(characters, left, right, near.distance), _beside(characters, right, left, near.distance))
    joined = [np.concatenate(parts) for parts in zip(*((p.starts, p.ends, p.docs) for p in sides), strict=True)]
    order = np.lexsort((joined[1], joined[0]))
    starts, ends, docs = (part[order] for part in joined)
    new = np.ones(len(starts), np.bool_)
    new[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return Placed(starts, ends, docs).only(new)


def _beside(characters: Characters, some: Placed, others: Placed, distance: int) -> Placed:
    kept = np.zeros(len(some.starts), np.bool_)
    behind = others.starts.searchsorted(some.ends)
    linked = np.flatnonzero(behind < len(others.starts))
    kept[linked] = _in_reach(characters, some.ends[linked], others.starts[behind[linked]], distance)
    before = others.ends.searchsorted(some.starts, "right") - 1
    linked = np.flatnonzero(before >= 0)
    kept[linked] |= _in_reach(characters, others.ends[before[linked]], some.starts[linked], distance)
    return some.only(kept)


def _in_reach(characters: Characters, since: Ints, to: Ints, distance: int) -> Bools:
    """Whether at most `distance` characters lie from `since` to `to`, none of them a GAP."""
    reached = to - since <= distance
    close = np.flatnonzero(reached)
    since, to = since[close], to[close]
    open_ = np.zeros(len(close), np.bool_)
    for step in range(int((to - since).max(initial=0))):
        # What stands at `to` is no GAP, so stopping there needs no mask.
        open_ |= characters.text[np.minimum(since + step, to)] == GAP
    reached[close] = ~open_
    return reached
