"""Occurrences, each with its place in the corpus, lined up in an order in which patterns show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.characters.arrays import Array, Ints
from search.found import Found
from search.lines.text_lines import LAST_CODE, SORTED
from search.match.segment_view import SegmentView

_HALF = 4  # characters of 16 bits that fit into one sorting key
BY_CONTEXT = ("left", "right")
# The order of sections that each order of lines begins with: all there is to "zone" and "year".
SECTIONS = {"left": "newest", "right": "newest", "zone": "zone", "year": "newest"}


@dataclass(frozen=True, slots=True, eq=False)
class Occurrences:
    """All occurrences found: segment, document, offsets in the segment's folded text, the place of
    the section in the corpus, and 0 for a bare run that stands unbroken, else 1."""

    segments: Ints
    docs: Ints
    starts: Ints
    ends: Ints
    keys: Ints
    broken: Array

    def only(self, wanted: Ints) -> Occurrences:
        """The occurrences at these indices, in this order."""
        return Occurrences(*(getattr(self, name)[wanted] for name in self.__slots__))


def occurrences(found: Found, docs: Sequence[Ints], sort: str, only_unbroken: bool = False) -> Occurrences:
    """All occurrences in some of the sections found, `docs` for each segment, or only the unbroken
    runs among them, in the order that `sort` gives the sections."""
    parts: list[tuple[Array, ...]] = [(np.zeros(0, np.int64),) * 6]  # an index may have no segment
    for segment, keys in enumerate(found.view.keys(sort)):
        placed = found.placed(segment, docs[segment], only_unbroken)
        of = found.lookups[segment].docs(placed)
        broken = (~found.unbroken(segment, placed)).astype(np.int8)
        parts.append((np.full(len(of), segment), of, placed.starts, placed.ends, keys[of], broken))
    all_ = Occurrences(*(np.concatenate(part) for part in zip(*parts, strict=True)))
    return all_.only(np.lexsort((all_.ends, all_.starts, all_.keys)))


def ordered(found: Found, given: Occurrences, order: str) -> Occurrences:
    """The occurrences sorted by what stands left or right of them, by zone or by year; unbroken
    runs before all others."""
    if order == "year":
        return _sorted(given)
    if order == "zone":
        keys = np.zeros(len(given.docs), np.int64)
        for segment, zone_keys in enumerate(found.view.keys("zone")):
            inside = given.segments == segment
            keys[inside] = zone_keys[given.docs[inside]]
        return _sorted(given, keys)
    near, far = _context_keys(found, given, order)
    return _sorted(given, far, near)


def _sorted(given: Occurrences, *keys: Array) -> Occurrences:
    """By `keys`, the last first of all; but unbroken runs before all others."""
    if not given.broken.all():
        keys = (*keys, given.broken)
    return given.only(np.lexsort(keys)) if keys else given


def _context_keys(found: Found, given: Occurrences, order: str) -> tuple[npt.NDArray[np.uint64], ...]:
    """The characters beside each occurrence, nearest first, packed into two numbers that sort as
    they do."""
    keys = np.zeros((2, len(given.docs)), np.uint64)
    for segment, view in enumerate(found.view.segments):
        inside = np.flatnonzero(given.segments == segment)
        at, step = (given.starts[inside] - 1, -1) if order == "left" else (given.ends[inside], 1)
        keys[:, inside] = _packed(view, at, step)
    return keys[0], keys[1]


def _packed(view: SegmentView, at: Ints, step: int) -> npt.NDArray[np.uint64]:
    text, keys = view.text.text, np.zeros((2, len(at)), np.uint64)
    going = np.ones(len(at), np.bool_)
    for number in range(SORTED):
        place = at + number * step
        codes = np.where((place >= 0) & going, text[np.clip(place, 0, len(text) - 1)], 0)
        going &= codes != 0
        half = keys[number // _HALF]
        half <<= np.uint64(16)
        half |= np.minimum(codes, LAST_CODE).astype(np.uint64)
    return keys
