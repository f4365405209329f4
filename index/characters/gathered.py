"""Bringing what is known about other documents to the documents found: one table from document to
place, asked by index."""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Ints

# From this many times more others on, searching them beats walking through them.
SPARSE = 16
# Up to this share of all documents, searching for each costs less than making the table.
DENSE = 32


class Gathered:
    """`docs`: the documents found in a segment of `size` documents, ascending."""

    def __init__(self, size: int, docs: Ints) -> None:
        self.size, self.docs = size, docs
        self._made: Ints | None = None

    def _table(self) -> Ints:
        """For each document of the segment its place in `docs`, -1 where it is not there. Made
        once."""
        if self._made is None:
            self._made = np.full(self.size, -1, np.int64)
            self._made[self.docs] = np.arange(len(self.docs))
        return self._made

    def places(self, others: Ints) -> tuple[Ints, Ints]:
        """Where in `docs` those of `others` stand that are there, and which of `others` those
        are."""
        if len(others) * DENSE < self.size and len(self.docs):
            at = np.minimum(self.docs.searchsorted(others), len(self.docs) - 1)
            inside = np.flatnonzero(self.docs.take(at) == others)
            return at.take(inside), inside
        at = self._table().take(others)
        inside = np.flatnonzero(at >= 0)
        return at.take(inside), inside

    def values(self, others: Ints, values: Ints) -> Ints:
        """For each of `docs` the value it has among `others` (ascending), 0 where it is not
        there."""
        if others is self.docs:
            return values
        if len(others) > SPARSE * len(self.docs):
            at = np.minimum(others.searchsorted(self.docs), len(others) - 1)
            return np.where(others[at] == self.docs, values[at], 0)
        at, inside = self.places(others)
        gathered = np.zeros(len(self.docs), np.int64)
        gathered[at] = values[inside]
        return gathered
