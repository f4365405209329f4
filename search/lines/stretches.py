"""A long concordance, a stretch at a time: to place and sort five million occurrences takes seconds
and half a gigabyte.

Sections come in their order; each stretch ends with one. What is sorted by its sections alone is
the same line for line, however it is cut; what is sorted by its context is so within a stretch.
Unbroken runs come before all others: they have stretches of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

import numpy as np

from index.characters.arrays import Ints
from search.found import Found
from search.lines.lined_up import BY_CONTEXT, SECTIONS, Occurrences, occurrences, ordered
from search.once import once

# Occurrences that are lined up by their context: up to here all of a question together.
LINED_UP = 200_000
# Occurrences of a stretch where the order of sections is all there is.
BY_SECTION = 20_000


class Kind(Enum):
    """Which occurrences: all, the runs that stand unbroken, or the others."""

    ALL, UNBROKEN, OTHERS = range(3)


class Sections(NamedTuple):
    """Sections in an order: segment, document, how many occurrences there are in each, before it,
    and up to its end; and how many before it have to be placed."""

    segments: Ints
    docs: Ints
    counts: Ints
    starts: Ints
    ends: Ints
    placed: Ints


def stretches(found: Found, order: str) -> Sequence[Stretches]:
    """All occurrences found, in an order: what comes first, and what behind it."""
    if found.total.occurrences <= LINED_UP or not found.query.counted.runs:
        return [Stretches(found, order)]
    return [Stretches(found, order, kind) for kind in (Kind.UNBROKEN, Kind.OTHERS)]


class Stretches:
    """Occurrences found, in an order, read a stretch at a time; the one read last is kept."""

    def __init__(self, found: Found, order: str, kind: Kind = Kind.ALL) -> None:
        self._found, self._order, self._kind = found, order, kind
        self._last: tuple[int, Occurrences] | None = None

    def __len__(self) -> int:
        """How many occurrences there are."""
        return int(self._sections.counts.sum())

    @once
    def _sections(self) -> Sections:
        found, none = self._found, np.zeros(0, np.int64)
        sorted_by = found.view.keys(SECTIONS[self._order])
        order = np.concatenate(
            [none, *(keys[docs] for keys, docs in zip(sorted_by, found.docs, strict=True))]
        ).argsort()
        segments = np.arange(len(found.docs)).repeat([len(docs) for docs in found.docs])
        every, wanted = (np.concatenate([none, *counts])[order] for counts in (self._placed(), self._counts()))
        holds = np.flatnonzero(wanted)
        order, every, counts = order[holds], every[holds], wanted[holds]
        ends = np.cumsum(counts)
        docs = np.concatenate([none, *found.docs])[order]
        return Sections(segments[order], docs, counts, ends - counts, ends, np.cumsum(every) - every)

    def _counts(self) -> Sequence[Ints]:
        """How many of these occurrences each section found holds."""
        if self._kind is not Kind.OTHERS:
            return self._placed()
        pairs = zip(self._found.occurrences, self._found.unbroken_counts, strict=True)
        return [every - unbroken for every, unbroken in pairs]

    def _placed(self) -> Sequence[Ints]:
        """How many occurrences have to be placed in each section found."""
        return self._found.unbroken_counts if self._kind is Kind.UNBROKEN else self._found.occurrences

    def only(self, wanted: Ints) -> Occurrences:
        """The occurrences at these places in the order of sections, ascending."""
        of = self._sections.ends.searchsorted(wanted, "right")
        sections = np.unique(of)
        number = np.cumsum(self._sections.counts[sections]) // LINED_UP
        parts = np.split(sections, np.flatnonzero(np.diff(number)) + 1)
        inside = [(of >= part[0]) & (of <= part[-1]) for part in parts]
        return joined([self._only(part, wanted[mask], of[mask]) for part, mask in zip(parts, inside, strict=True)])

    def _only(self, sections: Ints, wanted: Ints, of: Ints) -> Occurrences:
        """The wanted occurrences, all of which stand in these sections: `of` says in which."""
        counts = self._sections.counts[sections]
        moved = np.cumsum(counts) - counts - self._sections.starts[sections]
        return self._in(sections).only(wanted + moved[sections.searchsorted(of)])

    def _in(self, sections: Ints) -> Occurrences:
        """These occurrences in some sections, in their order."""
        segments, docs = self._sections.segments[sections], self._sections.docs[sections]
        within = [np.sort(docs[segments == segment]) for segment in range(len(self._found.docs))]
        given = occurrences(self._found, within, SECTIONS[self._order], self._kind is Kind.UNBROKEN)
        return given.only(np.flatnonzero(given.broken)) if self._kind is Kind.OTHERS else given

    def between(self, first: int, end: int) -> Occurrences:
        """The occurrences from one place to before another, in the order of lines."""
        parts = []
        while first < min(end, len(self)):
            begun, stretch = self._stretch(int(self._sections.ends.searchsorted(first, "right")))
            parts.append(stretch.only(np.arange(first - begun, min(end - begun, len(stretch.docs)))))
            first = begun + len(stretch.docs)
        return joined(parts)

    def _stretch(self, section: int) -> tuple[int, Occurrences]:
        """How many occurrences come before the stretch that a section lies in, and those in it."""
        placed, size = self._sections.placed, self._size()
        number = int(placed[section]) // size
        low, high = placed.searchsorted([number * size, (number + 1) * size]).tolist()
        if self._last is None or self._last[0] != number:
            self._last = number, ordered(self._found, self._in(np.arange(low, high)), self._order)
        return int(self._sections.starts[low]), self._last[1]

    def _size(self) -> int:
        return LINED_UP if len(self) <= LINED_UP or self._order in BY_CONTEXT else BY_SECTION


def joined(parts: Sequence[Occurrences]) -> Occurrences:
    """The occurrences of all parts, one behind the other."""
    names, none = Occurrences.__slots__, np.zeros(0, np.int64)
    return Occurrences(*(np.concatenate([none, *(getattr(part, name) for part in parts)]) for name in names))
