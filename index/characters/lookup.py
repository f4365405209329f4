"""The characters of one segment, sorted: where any string of characters occurs, and in which documents.

`text` holds the folded characters of all documents in order, white space that does not count left out, with a GAP between
paragraphs and after each document, so that no match crosses either. `suffixes` is its suffix array without the suffixes
that begin with a GAP (nobody looks for those, and they sort first); `documents` names the document of each suffix, so
that counting a phrase is one contiguous read. `heads` are the distinct characters of `text` and `head_rows` where their suffixes
begin: the first character is never searched for. Every array is a view on the mapped file.

An n-gram index was rejected: it must verify candidates, has a shortest phrase, and is no smaller.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping

import numpy as np

from index.characters.arrays import Array, Bools, Ints
from index.characters.compiled import TEXT
from index.characters.counting import counted, counted_with

GAP = 0


def decoded(units: Array | memoryview) -> str:
    """The string in an array of code points: uint16 (none past U+FFFF in it) or uint32."""
    return units.tobytes().decode("utf-32-le" if units.itemsize == 4 else "utf-16-le", "surrogatepass")


class Characters:
    """The character column of one segment.

    `text` and `written`: uint16, or uint32 where the segment holds any character past U+FFFF. `starts`, `written_starts`: uint32[docs+1],
    document d is `text[starts[d] : starts[d+1]-1]` and, as written, `written[written_starts[d] : written_starts[d+1]-1]`. `skips`: sorted
    folded positions before which a shown character was left out, those of document d from `skip_starts[d]` to before `skip_starts[d+1]`.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        _check(arrays)
        # The same in C, where it was built.
        self.native = TEXT(arrays) if TEXT else None
        self.text, self.written = arrays["text"], arrays["written"]
        self.starts, self.written_starts = arrays["starts"], arrays["written_starts"]
        self.skips, self.lengths = arrays["skips"], arrays["lengths"]
        self.skip_starts, self._numbered = arrays["skip_starts"], arrays["numbered"].data
        self.suffixes, self.documents = arrays["suffixes"], arrays["documents"]
        self._boundaries = arrays["boundaries"]
        # One item of a memoryview is a Python number at once: a section's text takes 1.0 µs and not 2.5.
        self._units, self._rows, self._written = self.text.data, self.suffixes.data, self.written.data
        self._starts, self._written_starts = self.starts.data, self.written_starts.data
        self._heads, self._head_rows = arrays["heads"].data, arrays["head_rows"].data
        self._bits = self._boundaries.data
        self._skips, self._skip_starts = self.skips.data, self.skip_starts.data
        self._width = self.text.itemsize
        self._coding = "utf-32-le" if self._width == 4 else "utf-16-le"

    def __len__(self) -> int:
        """Number of documents."""
        return len(self.starts) - 1

    def rows(self, phrase: str) -> tuple[int, int]:
        """The stretch of `suffixes` that begins with `phrase`, which is squeezed and not empty (else ValueError)."""
        if self.native is not None:
            return self.native.rows(phrase)
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
        """Binary search for the first row, then strides that grow: most phrases are rare, their last row is near."""
        first = bisect_left(self._rows, key, low, high, key=unit)
        inside, beyond, stride = first, first, 1
        while beyond < high and unit(self._rows[beyond]) == key:
            inside, beyond, stride = beyond + 1, beyond + stride, stride * 4
        return first, bisect_right(self._rows, key, inside, min(beyond, high), key=unit)

    def counts(self, phrase: str) -> tuple[Ints, Ints]:
        """Documents that hold `phrase`, ascending, and how often each does; deleted documents included."""
        return self.counted(*self.rows(phrase))

    def counted(self, low: int, high: int, live: Bools | None = None, also: Ints | None = None) -> tuple[Ints, Ints]:
        """The same for a stretch of `suffixes`, and for the documents in `also`; of `live` ones only where those are given."""
        if self.native is not None:
            return self.native.counted(low, high, None if live is None else live.view(np.uint8), also)
        docs, counts = counted(self.documents[low:high], len(self))
        if also is not None:
            docs, counts = counted_with(also, docs, counts, len(self))
        if live is None:
            return docs, counts
        kept = live[docs]
        return docs[kept], counts[kept]

    def kept(self, low: int, high: int, live: Bools) -> int:
        """How many of a stretch of `suffixes` belong to `live` documents."""
        if self.native is not None:
            return self.native.kept(low, high, live.view(np.uint8))
        return int(np.count_nonzero(live.take(self.documents[low:high])))

    def dense(self, low: int, high: int) -> Ints:
        """The same as one number for each document."""
        if self.native is not None:
            return self.native.dense(low, high)
        return np.bincount(self.documents[low:high], minlength=len(self))

    def counts_through(self, docs: Ints, phrase: str) -> Ints:
        """How often `phrase` stands in each of `docs`, by looking through them."""
        if self.native is not None:
            return self.native.counts_through(docs, phrase)
        return np.array([len(self.places(doc, phrase)) for doc in docs.tolist()], np.int64)

    def occurrences(self, phrase: str) -> tuple[Ints, Ints]:
        """Positions in `text` where `phrase` begins and the documents they lie in, in the order of the suffixes."""
        low, high = self.rows(phrase)
        return self.suffixes[low:high].astype(np.int64), self.documents[low:high].astype(np.int64)

    def is_word(self, start: int, end: int) -> bool:
        """Whether a word begins or ends at both places."""
        bits = self._bits
        return bool(bits[start >> 3] >> (start & 7) & bits[end >> 3] >> (end & 7) & 1)

    def on_boundaries(self, positions: Ints, length: int) -> Bools:
        """Whether a word begins or ends at each position and at `length` characters behind it."""
        return self._is_boundary(positions) & self._is_boundary(positions + length)

    def _is_boundary(self, positions: Ints) -> Bools:
        bits: Array = self._boundaries.take(positions >> 3) >> (positions & 7).astype(np.uint8)
        return (bits & 1).astype(np.bool_)

    def boundaries(self, start: int, stop: int) -> Bools:
        """Boundaries of the positions from `start` to before `stop`."""
        bits = np.unpackbits(self._boundaries[start >> 3 : (stop + 7) >> 3], bitorder="little")
        return bits[start & 7 :][: stop - start].astype(np.bool_)

    def folded(self, doc: int) -> str:
        """The folded text of a document, GAPs included."""
        return decoded(self._units[self._starts[doc] : self._starts[doc + 1] - 1])

    def shown(self, doc: int) -> str:
        """The text of a document as it was written."""
        return decoded(self._written[self._written_starts[doc] : self._written_starts[doc + 1] - 1])

    def start(self, doc: int) -> int:
        """Where a document begins in `text`."""
        return self._starts[doc]

    def places(self, doc: int, phrase: str) -> list[int]:
        """Where `phrase`, squeezed, begins in a document, counted from its beginning; overlapping occurrences too.

        Looking through the bytes takes a third of making a string of them first."""
        if self.native is not None:
            return self.native.places(doc, phrase)
        if self._width == 2 and not phrase.isascii() and max(phrase) > "\uffff":
            return []
        units = self._units[self._starts[doc] : self._starts[doc + 1] - 1].tobytes()
        return _places(units, phrase.encode(self._coding, "surrogatepass"), self._width)

    def paragraph(self, doc: int, place: int) -> int:
        """The 1-based paragraph of a document that its `place`-th folded character stands in."""
        begin = self._starts[doc]
        return 1 + len(_places(self._units[begin : begin + place].tobytes(), b"\0" * self._width, self._width))

    def stretch(self, doc: int, start: int, end: int) -> str:
        """Characters from `start` to before `end` of a document as it was written."""
        begin, stop = self._written_starts[doc], self._written_starts[doc + 1] - 1
        return decoded(self._written[begin + start : min(begin + end, stop)])

    def written_length(self, doc: int) -> int:
        """Characters of a document as it was written."""
        return self._written_starts[doc + 1] - 1 - self._written_starts[doc]

    def left_out(self, doc: int) -> list[int]:
        """Before which folded characters of a document, counted from its beginning, others were left out, ascending."""
        low, high, start = self._skip_starts[doc], self._skip_starts[doc + 1], self._starts[doc]
        return [skip - start for skip in self._skips[low:high]] if high > low else []

    def may_hold_number(self, doc: int) -> bool:
        """Whether a personal number may stand in a document."""
        return bool(self._numbered[doc])

    def shown_offsets(self, positions: Ints) -> Ints:
        """Positions in `written` of positions in `text`; take `written_starts[doc]` off for offsets in the document as written."""
        # Numbers of another type would have all of `skips` copied first.
        return positions + self.skips.searchsorted(positions.astype(self.skips.dtype), "right")


def _check(arrays: Mapping[str, Array]) -> None:
    """Raises ValueError where offsets lead out of what they point into: a file may be damaged."""
    spans = (("starts", "text"), ("written_starts", "written"), ("skip_starts", "skips"), ("head_rows", "suffixes"))
    for name, of in spans:
        offsets = arrays[name]
        # Every document ends with a GAP, and every first character occurs; but most documents have no skips.
        falls = np.less if name == "skip_starts" else np.less_equal
        if not len(offsets) or offsets[0] or offsets[-1] != len(arrays[of]) or falls(offsets[1:], offsets[:-1]).any():
            raise ValueError(f"{name} lead out of {of}")
    size = {name: len(array) for name, array in arrays.items()}
    documents = {size["starts"], size["written_starts"], size["skip_starts"], size["lengths"] + 1, size["numbered"] + 1}
    pairs = {size["suffixes"] - size["documents"], size["head_rows"] - size["heads"] - 1}
    if len(documents) > 1 or pairs != {0} or not size["suffixes"] <= size["text"] <= 8 * size["boundaries"]:
        raise ValueError("arrays differ in length")


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
