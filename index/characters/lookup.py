"""The characters of one segment, sorted: where any string of characters occurs, and in which
documents.

`text` holds the folded characters of all documents in order, white space that does not count left
out, with a GAP between paragraphs and after each document, so that no match crosses either.
`suffixes` is its suffix array without the suffixes that begin with a GAP (nobody looks for those,
and they sort first); `documents` names the document of each suffix, so that counting a phrase is
one contiguous read. `heads` are the distinct characters of `text` and `head_rows` where their
suffixes begin: the first character is never searched for. Every array is a view on the mapped file.

An n-gram index was rejected: it must verify candidates, has a shortest phrase, and is no smaller.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from index.characters.arrays import Array, Bools, Ints
from index.characters.sound import check
from index.characters.twin import Twin

GAP = 0


def decoded(units: Array | memoryview) -> str:
    """The string in an array of code points: uint16 (none past U+FFFF in it) or uint32."""
    return units.tobytes().decode("utf-32-le" if units.itemsize == 4 else "utf-16-le", "surrogatepass")


class Characters(Twin):
    """The character column of one segment: what is read off it. What is looked for in it stands in
    two classes built on this one.

    `text` and `written`: uint16, or uint32 where the segment holds any character past U+FFFF.
    `starts`, `written_starts`: uint32[docs+1], document d is `text[starts[d] : starts[d+1]-1]` and,
    as written, `written[written_starts[d] : written_starts[d+1]-1]`. `skips`: sorted folded
    positions before which a shown character was left out, those of document d from `skip_starts[d]`
    to before `skip_starts[d+1]`.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        check(arrays)
        self.text, self.written = arrays["text"], arrays["written"]
        self.starts, self.written_starts = arrays["starts"], arrays["written_starts"]
        self.skips, self.lengths = arrays["skips"], arrays["lengths"]
        self.skip_starts = arrays["skip_starts"]
        self.suffixes, self.documents = arrays["suffixes"], arrays["documents"]
        self.heads, self.head_rows = arrays["heads"], arrays["head_rows"]
        self._boundaries = arrays["boundaries"]
        # One item of a memoryview is a Python number at once: a section's text takes 1.0 µs and not
        # 2.5.
        self._units, self._written = self.text.data, self.written.data
        self._starts, self._written_starts = self.starts.data, self.written_starts.data
        self._bits = self._boundaries.data
        self._skips, self._skip_starts = self.skips.data, self.skip_starts.data

    def __len__(self) -> int:
        """Number of documents."""
        return len(self.starts) - 1

    def counts(self, phrase: str) -> tuple[Ints, Ints]:
        """Documents that hold `phrase`, ascending, and how often each does; deleted documents
        included."""
        return self.counted(*self.rows(phrase))

    def occurrences(self, phrase: str) -> tuple[Ints, Ints]:
        """Positions in `text` where `phrase` begins and the documents they lie in, in the order of
        the suffixes."""
        low, high = self.rows(phrase)
        return self.suffixes[low:high].astype(np.int64), self.documents[low:high].astype(np.int64)

    def begins(self, phrase: str) -> Ints:
        """Positions in `text` where `phrase` begins, ascending."""
        low, high = self.rows(phrase)
        return np.sort(self.suffixes[low:high]).astype(np.int64)

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

    def paragraph(self, doc: int, place: int) -> int:
        """The 1-based paragraph of a document that its `place`-th folded character stands in."""
        begin = self._starts[doc]
        return 1 + int(np.count_nonzero(self.text[begin : begin + place] == GAP))

    def stretch(self, doc: int, start: int, end: int) -> str:
        """Characters from `start` to before `end` of a document as it was written."""
        begin, stop = self._written_starts[doc], self._written_starts[doc + 1] - 1
        return decoded(self._written[begin + start : min(begin + end, stop)])

    def written_length(self, doc: int) -> int:
        """Characters of a document as it was written."""
        return self._written_starts[doc + 1] - 1 - self._written_starts[doc]

    def left_out(self, doc: int) -> list[int]:
        """Before which folded characters of a document, counted from its beginning, others were
        left out, ascending."""
        low, high, start = self._skip_starts[doc], self._skip_starts[doc + 1], self._starts[doc]
        return [skip - start for skip in self._skips[low:high]] if high > low else []

    def shown_offsets(self, positions: Ints) -> Ints:
        """Positions in `written` of positions in `text`; take `written_starts[doc]` off for offsets
        in the document as written."""
        # Numbers of another type would have all of `skips` copied first.
        return positions + self.skips.searchsorted(positions.astype(self.skips.dtype), "right")
