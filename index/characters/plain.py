"""What is looked for in a segment's sorted characters, in Python and numpy."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

import numpy as np

from index.characters import weighing
from index.characters.arrays import Array, Bools, Floats, Ints
from index.characters.counting import counted, counted_with
from index.characters.lookup import Characters


class Plain(Characters):
    """The plain twin."""

    # Looking through a document takes 1 to 2 µs, looking up a string 20 and one for so many
    # occurrences.
    OCCURRENCES_A_DOCUMENT = 256
    COUNTED_ANEW = 0

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        super().__init__(arrays)
        self._rows, self._heads, self._head_rows = (arrays[name].data for name in ("suffixes", "heads", "head_rows"))
        self._width = self.text.itemsize
        self._coding = "utf-32-le" if self._width == 4 else "utf-16-le"

    def rows(self, phrase: str) -> tuple[int, int]:
        """`Twin.rows`."""
        if not phrase:
            raise ValueError("a phrase has at least one character")
        low, high = self._head(ord(phrase[0]))
        if len(phrase) == 1 or low == high:
            return low, high
        key, length, units = [ord(character) for character in phrase], len(phrase), self._units
        return self._stretch(key, low, high, lambda at: units[at : at + length].tolist())

    def _head(self, code: int) -> tuple[int, int]:
        at = bisect_left(self._heads, code)
        if at == len(self._heads) or self._heads[at] != code:
            return 0, 0
        return self._head_rows[at], self._head_rows[at + 1]

    def _stretch(self, key: list[int], low: int, high: int, unit: Callable[[int], list[int]]) -> tuple[int, int]:
        """Binary search for the first row, then strides that grow: most phrases are rare, their
        last row is near."""
        first = bisect_left(self._rows, key, low, high, key=unit)
        inside, beyond, stride = first, first, 1
        while beyond < high and unit(self._rows[beyond]) == key:
            inside, beyond, stride = beyond + 1, beyond + stride, stride * 4
        return first, bisect_right(self._rows, key, inside, min(beyond, high), key=unit)

    def counted(self, low: int, high: int, live: Bools | None = None, also: Ints | None = None) -> tuple[Ints, Ints]:
        """`Twin.counted`."""
        docs, counts = counted(self.documents[low:high], len(self))
        if also is not None:
            docs, counts = counted_with(also, docs, counts, len(self))
        if live is None:
            return docs, counts
        kept = live[docs]
        return docs[kept], counts[kept]

    def kept(self, low: int, high: int, live: Bools) -> int:
        """`Twin.kept`."""
        return int(np.count_nonzero(live.take(self.documents[low:high])))

    def dense(self, low: int, high: int) -> Ints:
        """`Twin.dense`."""
        return np.bincount(self.documents[low:high], minlength=len(self)).astype(np.int64, copy=False)

    def mark(self, cells: Array, low: int, high: int, bit: int) -> None:
        """`Twin.mark`."""
        cells[self.documents[low:high]] |= np.uint8(bit)

    def counts_of(self, docs: Ints, low: int, high: int) -> Ints:
        """`Twin.counts_of`."""
        return self.dense(low, high).take(docs)

    def counts_through(self, docs: Ints, phrase: str) -> Ints:
        """`Twin.counts_through`."""
        return np.array([len(self.places(doc, phrase)) for doc in docs.tolist()], np.int64)

    def places(self, doc: int, phrase: str) -> list[int]:
        """`Twin.places`. Looking through the bytes takes a third of making a string of them
        first."""
        if self._width == 2 and not phrase.isascii() and max(phrase) > "\uffff":
            return []
        units = self._units[self._starts[doc] : self._starts[doc + 1] - 1].tobytes()
        return _places(units, phrase.encode(self._coding, "surrogatepass"), self._width)

    def belong(self, docs: Ints, orders: Array, firsts: Ints) -> Bools:
        """`Twin.belong`."""
        mask = np.zeros(len(self), np.bool_)
        mask[firsts] = True
        return mask.take(docs - orders.take(docs))

    def weighted(
        self, docs: Ints, headings: Ints, phrase: str, low: int, high: int, inside: float
    ) -> tuple[Floats, Floats]:
        """`Twin.weighted`."""
        return weighing.weighted(self, docs, headings, len(phrase), low, high, inside)

    def weighted_through(self, docs: Ints, headings: Ints, phrase: str, inside: float) -> tuple[Floats, Floats]:
        """`Twin.weighted_through`."""
        pairs = zip(docs.tolist(), headings.take(docs).tolist(), strict=True)
        found = [weighing.in_one(self, doc, heading, phrase, inside) for doc, heading in pairs]
        return np.array([in_text for in_text, _ in found]), np.array([in_heading for _, in_heading in found])


def _places(units: bytes, sought: bytes, width: int) -> list[int]:
    found = []
    at = units.find(sought)
    while at >= 0:
        if at % width:  # between the bytes of two characters
            at = units.find(sought, at + 1)
            continue
        found.append(at // width)
        at = units.find(sought, at + width)
    return found
