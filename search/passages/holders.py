"""Who holds strings: how many issuers, reports and years, how often, and which is the oldest place.
Many strings are counted at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from index.characters.arrays import Array, Ints
from search.across.passages import Holder
from search.match.view import View
from search.passages.oldest import Oldest
from search.passages.owners import Owned


class Held(NamedTuple):
    """Places where strings stand: the number of the string, segment, document and position in the
    segment's characters of each, and its owner."""

    which: Ints
    segments: Ints
    docs: Ints
    places: Ints
    owners: Ints


class Counted(NamedTuple):
    """Of the places of a string: issuers, reports, years known, places, and the oldest."""

    bodies: int
    reports: int
    years: tuple[int, ...]
    occurrences: int
    oldest: Holder


class Holders:
    """Who holds what, of the documents that have an owner."""

    def __init__(self, view: View, owners: Owned) -> None:
        self._view, self._owners, self._oldest = view, owners, Oldest(view)
        self._years = np.array([int(year or 0) for year in view.snapshot.values["year"]], np.int64)
        self._year_of = view.of_reports("year")
        self._reports = [segment.segment.codes["report"] for segment in view.segments]

    def kept(self, segment: int, which: Ints, docs: Array, places: Array) -> Held:
        """Those of some places of a segment whose documents have an owner."""
        owners = self._owners[segment][docs]
        kept = np.flatnonzero(owners >= 0)
        found = (which[kept], np.full(len(kept), segment), docs[kept], places[kept], owners[kept])
        return Held(*[part.astype(np.int64, copy=False) for part in found])

    def counted(self, held: Held, size: int) -> list[Counted | None]:
        """What is told of each of `size` strings; None of those that stand nowhere."""
        reports = np.zeros(len(held.docs), np.int64)
        for at, codes in enumerate(self._reports):
            inside = np.flatnonzero(held.segments == at) if len(self._reports) > 1 else slice(None)
            reports[inside] = codes[held.docs[inside]]
        bodies, _ = _distinct(held.which, held.owners)
        each, report = _distinct(held.which, reports)
        counts = [np.bincount(some, minlength=size).tolist() for some in (bodies, each, held.which)]
        years = _lists(*_distinct(each, self._years[self._year_of[report]]), size)
        oldest = self._oldest.of(held.which, held.segments, held.docs, held.places, size)
        return [
            None if place is None else Counted(body, several, tuple(filter(None, some)), times, place)
            for body, several, times, some, place in zip(*counts, years, oldest, strict=True)
        ]


def merged(found: Iterable[Held]) -> Held:
    """Places of several segments together."""
    nothing = np.zeros(0, np.int64)
    return Held(*[np.concatenate(parts) for parts in zip([nothing] * len(Held._fields), *found, strict=True)])


def _distinct(which: Ints, codes: Ints) -> tuple[Ints, Ints]:
    """Pairs of a string and a code, each once, ascending."""
    span = int(codes.max()) + 1 if len(codes) else 1
    pairs = np.sort(which * span + codes)
    first = np.ones(len(pairs), np.bool_)
    np.not_equal(pairs[1:], pairs[:-1], out=first[1:])
    return np.divmod(pairs[first], span)


def _lists(which: Ints, values: Ints, size: int) -> list[Sequence[int]]:
    """The values of each string."""
    ends = np.cumsum(np.bincount(which, minlength=size)).tolist()
    every = values.tolist()
    return [every[start:end] for start, end in zip([0, *ends], ends, strict=False)]
