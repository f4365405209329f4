"""Which words stand in which documents, and how often: the postings of a segment, counted at once from the word boundaries.

Merged segments keep their boundaries, so merging counts again instead of reading postings word by word. Counting per document
in Python and sorting postings as tuples, as Whoosh's own writer does, took five times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from index.arrays import Array
from index.characters import decoded
from index.segment import word_spans

# Words of up to so many 16-bit characters are told apart by one 64-bit number.
PACKED = 4


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """All words of a segment, ascending: word i stands in `documents[starts[i]:starts[i+1]]` (ascending) `counts[…]` times.

    `lengths`: words of each document."""

    words: list[bytes]
    starts: Array
    documents: Array
    counts: Array
    lengths: Array

    def __iter__(self) -> Iterator[tuple[bytes, int, int]]:
        """Each word with the stretch of its postings."""
        starts = self.starts.tolist()
        return zip(self.words, starts, starts[1:], strict=False)


def count_words(text: Array, bounds: Array, starts: Array) -> Postings:
    """Count the words of a segment's `text` in each document; document d is `text[starts[d]:starts[d+1]-1]`."""
    begins, ends = word_spans(text, bounds)
    owners = np.repeat(np.arange(len(starts) - 1), starts[1:] - starts[:-1])[begins]
    words, numbers = _numbered(text, begins, ends - begins)
    size = len(starts) - 1
    pairs, counts = _runs(np.sort(numbers * size + owners))
    of_word, documents = np.divmod(pairs, max(size, 1))
    firsts = np.searchsorted(of_word, np.arange(len(words) + 1))
    lengths = np.bincount(owners, minlength=size)
    return Postings(words, firsts, documents, counts, lengths)


def _runs(values: Array) -> tuple[Array, Array]:
    """The distinct values of a sorted array and how often each occurs."""
    if not len(values):
        return values, values
    first = np.concatenate(([0], np.flatnonzero(values[1:] != values[:-1]) + 1))
    return values[first], np.diff(first, append=len(values))


def _numbered(text: Array, begins: Array, lengths: Array) -> tuple[list[bytes], Array]:
    """The distinct words in the order of their code points, and for each occurrence the number of its word."""
    packed = np.zeros(len(begins), np.uint64)
    short = lengths <= PACKED
    padded = np.concatenate((text, np.zeros(PACKED, text.dtype)))
    for at in range(PACKED):
        unit = np.where(at < lengths, padded[begins + at], 0)
        short &= unit <= 0xFFFF
        packed |= unit.astype(np.uint64) << np.uint64(16 * (PACKED - 1 - at))
    packed = packed[short]
    found = np.unique(packed)
    words = [
        value.to_bytes(2 * PACKED, "big").decode("utf-16-be", "surrogatepass").rstrip("\0") for value in found.tolist()
    ]
    others = np.flatnonzero(~short)
    spelled = [
        decoded(text[at : at + length])
        for at, length in zip(begins[others].tolist(), lengths[others].tolist(), strict=True)
    ]
    everything = sorted({*words, *spelled})
    number = {word: place for place, word in enumerate(everything)}
    result = np.empty(len(begins), np.int64)
    result[short] = np.array([number[word] for word in words], np.int64)[np.searchsorted(found, packed)]
    result[others] = [number[word] for word in spelled]
    return [word.encode("utf-8", "surrogatepass") for word in everything], result


def of_keys(items: Iterable[tuple[bytes, int]]) -> Postings:
    """Postings of ids, from (id, document) in ascending order, each document once for an id."""
    keys, documents = zip(*items, strict=True)
    starts = [0, *(at for at in range(1, len(keys)) if keys[at] != keys[at - 1]), len(keys)]
    ones, lengths = np.ones(len(keys), np.int64), np.zeros(max(documents) + 1, np.int64)
    return Postings([keys[at] for at in starts[:-1]], np.array(starts), np.array(documents), ones, lengths)
