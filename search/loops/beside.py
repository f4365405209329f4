"""A draft beside the text of a segment: where its places stand among the sorted suffixes, in numpy."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Array, Bools, Codes, Ints
from index.characters.lookup import GAP, Characters


class Stands(NamedTuple):
    """Where places of a draft would stand among the suffixes: the row behind each, the characters
    it shares with the suffix before and behind, and the rows that begin as it does."""

    row: Ints
    left: Ints
    right: Ints
    low: Ints
    high: Ints

    def of(self, chosen: Ints | Bools) -> Stands:
        """Some of them."""
        return Stands(*[each[chosen] for each in self])


def rooms_of(draft: Array, width: int) -> Codes:
    """How many characters stand from each place to the end of its paragraph, or to the first that a
    segment with `width` bytes a character cannot hold."""
    ends = np.flatnonzero((draft == GAP) | (draft > 2 ** (8 * width) - 1))
    places = np.arange(len(draft))
    rooms: Codes = (np.append(ends, len(draft))[ends.searchsorted(places)] - places).astype(np.int32)
    return rooms


class Beside:
    """A draft beside the text of a segment, read eight bytes at a time."""

    def __init__(self, text: Characters, draft: Array) -> None:
        self.text, self.width = text, text.text.itemsize
        self.at_once, self.bits = 8 // self.width, 8 * self.width
        self.length = len(text.text)
        self.rooms = rooms_of(draft, self.width).astype(np.int64)
        self.draft = draft.astype(text.text.dtype)
        self._texts = _windows(text.text if self.length >= 8 else np.append(text.text, np.zeros(8, text.text.dtype)))
        self._drafts = _windows(np.append(self.draft, np.zeros(8, self.draft.dtype)))

    def same(self, places: Ints, rows: Ints, done: Ints, most: Ints) -> Ints:
        """How many characters places share with suffixes, at most `most`, `done` of them known."""
        at = self.text.suffixes[rows].astype(np.int64)
        most = np.minimum(most, self.length - at)
        same = np.minimum(done, most)
        going = np.flatnonzero(same < most)
        while len(going):
            here, room = same[going], most[going]
            equal = self._equal(at[going] + here, places[going] + here)
            same[going] = np.minimum(here + equal, room)
            going = going[(equal == self.at_once) & (same[going] < room)]
        shared: Ints = np.maximum(same, 0)
        return shared

    def _equal(self, at: Ints, places: Ints) -> Ints:
        """How many of the next characters are equal."""
        last = len(self._texts) - 1
        within = np.minimum(at, last)
        words = self._texts[within] >> ((at - within) * self.bits).astype(np.uint64)
        differ = words ^ self._drafts[places]
        lowest = (differ & (~differ + np.uint64(1))) - np.uint64(1)  # ones below the lowest bit that differs
        equal: Ints = np.minimum(np.bitwise_count(lowest).astype(np.int64) // self.bits, self.at_once)
        return equal

    def is_before(self, places: Ints, rows: Ints, same: Ints, rooms: Ints) -> Bools:
        """Whether suffixes come before what stands at places, of which so many characters count, so
        many of them shared."""
        at = self.text.suffixes[rows] + same
        ended = at >= self.length
        units = self.text.text[np.minimum(at, self.length - 1)]
        drafted = self.draft[np.minimum(places + same, len(self.draft) - 1)]
        before: Bools = (same < rooms) & (ended | (units < drafted))
        return before

    def stands(self, places: Ints) -> tuple[Ints, Stands]:
        """Those of the places whose first character any suffix has, and where they stand."""
        heads, rows = self.text.heads, self.text.head_rows.astype(np.int64)
        head = np.minimum(heads.searchsorted(self.draft[places]), max(len(heads) - 1, 0))
        held = np.flatnonzero(heads[head] == self.draft[places]) if len(heads) else places[:0]
        places, head = places[held], head[held]
        low, high, room = rows[head], rows[head + 1], self.rooms[places]
        first, last, left, right = low.copy(), high.copy(), np.ones_like(low), np.ones_like(low)
        going = np.flatnonzero(low < high)
        while len(going):
            middle = (first[going] + last[going]) >> 1
            same = self.same(places[going], middle, np.minimum(left[going], right[going]), room[going])
            before = self.is_before(places[going], middle, same, room[going])
            lower, upper = going[before], going[~before]
            first[lower], left[lower] = middle[before] + 1, same[before]
            last[upper], right[upper] = middle[~before], same[~before]
            going = going[first[going] < last[going]]
        left, right = np.where(first > low, left, 0), np.where(first < high, right, 0)
        return places, Stands(first, left, right, low, high)

    def spread(self, places: Ints, stands: Stands, least: int) -> Ints:
        """int64[places, 2]: the rows of the suffixes that begin with the `least` characters that
        stand there; one suffix at least does."""
        rows = np.stack((stands.row, stands.row), axis=1)
        left, right = np.flatnonzero(stands.left >= least), np.flatnonzero(stands.right >= least)
        rows[left, 0] = 1 + self._edge(places[left], stands.row[left] - 1, -1, stands.low[left] - 1, least)
        rows[right, 1] = self._edge(places[right], stands.row[right], 1, stands.high[right], least)
        return rows

    def _edge(self, places: Ints, inside: Ints, step: int, outside: Ints, least: int) -> Ints:
        """The first row in a direction that does not share enough, between rows that do and
        `outside`: in strides that grow, then by halves."""
        inside, beyond, going, stride = inside.copy(), outside.copy(), np.arange(len(places)), step
        while len(going := going[(outside[going] - inside[going] - stride) * step > 0]):
            ahead = inside[going] + stride
            enough = self._holds(places[going], ahead, least)
            beyond[going[~enough]] = ahead[~enough]
            inside[going[enough]] = ahead[enough]
            going, stride = going[enough], stride * 2
        while len(going := np.flatnonzero((beyond - inside) * step > 1)):
            middle = (inside[going] + beyond[going]) >> 1
            enough = self._holds(places[going], middle, least)
            inside[going[enough]] = middle[enough]
            beyond[going[~enough]] = middle[~enough]
        return beyond

    def _holds(self, places: Ints, rows: Ints, least: int) -> Bools:
        """Whether suffixes share so many characters with places."""
        none = np.zeros(len(places), np.int64)
        enough: Bools = self.same(places, rows, none, none + least) >= least
        return enough


def _windows(units: Array) -> Array:
    """Eight bytes from each character on, as one number each."""
    count = len(units) - 8 // units.itemsize + 1
    return np.ndarray((count,), np.dtype("<u8"), units.data, 0, (units.itemsize,))
