"""Which words stand in which documents, and how often: the postings of a segment, counted at once
from the word boundaries.

Merged segments keep their boundaries, so merging counts again instead of reading postings word by
word. Counting per document in Python and sorting postings as tuples, as Whoosh's own writer does,
took five times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from index.characters.arrays import Array
from index.characters.lookup import decoded
from index.words.cut import word_spans

# Words of up to so many 16-bit characters are told apart by one 64-bit number.
PACKED = 4
# Words are counted so many characters at a time: memory stays bounded, and sorting stays in the
# processor's cache.
STRETCH = 2_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """All words of a segment, ascending: word i stands in `documents[starts[i]:starts[i+1]]`
    (ascending) `counts[…]` times.

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
    """Count the words of a segment's `text` in each document; document d is
    `text[starts[d]:starts[d+1]-1]`."""
    stretches = [_count_stretch(text, bounds, starts, first, stop) for first, stop in _stretches(starts)]
    everything = sorted(set(chain.from_iterable(stretch.words for stretch in stretches)))
    number = {word: place for place, word in enumerate(everything)}
    of_word = _joined([np.array([number[word] for word in part.words], np.int32)[part.of_word] for part in stretches])
    order = np.argsort(of_word, kind="stable")  # stretches follow one another, so documents stay ascending
    return Postings(
        [word.encode("utf-8", "surrogatepass") for word in everything],
        np.searchsorted(of_word[order], np.arange(len(everything) + 1)),
        _joined([part.documents for part in stretches])[order],
        _joined([part.counts for part in stretches])[order],
        _joined([part.lengths for part in stretches]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Stretch:
    """Words of some documents in a row: `words[of_word[i]]` stands `counts[i]` times in
    `documents[i]`."""

    words: list[str]
    of_word: Array
    documents: Array
    counts: Array
    lengths: Array


def _stretches(starts: Array) -> Iterator[tuple[int, int]]:
    """Rows of documents of about STRETCH characters each."""
    first, size = 0, len(starts) - 1
    while first < size:
        stop = max(first + 1, int(np.searchsorted(starts, int(starts[first]) + STRETCH, "right")) - 1)
        yield first, stop
        first = stop


def _count_stretch(text: Array, bounds: Array, starts: Array, first: int, stop: int) -> _Stretch:
    base, size = int(starts[first]), stop - first
    text, bounds = text[base : starts[stop]], bounds[base : starts[stop]]
    begins, ends = word_spans(text, bounds)
    owners = np.repeat(np.arange(size), starts[first + 1 : stop + 1] - starts[first:stop])[begins]
    words, numbers = _numbered(text, begins, ends - begins)
    pairs, counts = _runs(np.sort(numbers * size + owners))
    of_word, documents = np.divmod(pairs, size)
    lengths = np.bincount(owners, minlength=size)
    return _Stretch(words, of_word, (documents + first).astype(np.uint32), counts.astype(np.uint32), lengths)


def _joined(arrays: list[Array]) -> Array:
    return np.concatenate(arrays) if arrays else np.zeros(0, np.int32)


def _runs(values: Array) -> tuple[Array, Array]:
    """The distinct values of a sorted array and how often each occurs."""
    if not len(values):
        return values, values
    first = np.concatenate(([0], np.flatnonzero(values[1:] != values[:-1]) + 1))
    return values[first], np.diff(first, append=len(values))


def _numbered(text: Array, begins: Array, lengths: Array) -> tuple[list[str], Array]:
    """The distinct words in the order of their code points, and for each occurrence the number of
    its word."""
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
    return everything, result


def of_keys(items: Iterable[tuple[bytes, int]]) -> Postings:
    """Postings of ids, from (id, document) in ascending order, each document once for an id."""
    keys, documents = zip(*items, strict=True)
    starts = [0, *(at for at in range(1, len(keys)) if keys[at] != keys[at - 1]), len(keys)]
    ones, lengths = np.ones(len(keys), np.int64), np.zeros(max(documents) + 1, np.int64)
    return Postings([keys[at] for at in starts[:-1]], np.array(starts), np.array(documents), ones, lengths)
