"""Writing the postings of a whole segment into Whoosh's posting file, term by term, from arrays.

The blocks are those of Whoosh's own writer (`W3PostingsWriter`), so its readers and matchers read
them; only the way there is shorter: what a block has to say of itself is computed for all blocks at
once, not with one call a posting. A word that stands in one section only is kept in the table of
terms (`set_inlined`), which Whoosh reads but never writes.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3TermInfo
from whoosh.util.numeric import length_to_byte

from index.characters.arrays import Array
from index.words.counted import Postings

# Postings a block: larger blocks are smaller on disk and faster to write, smaller ones let a
# matcher skip more.
BLOCK = 512
# Blocks shorter than this many bytes do not shrink enough to be worth it.
WORTH_COMPRESSING = 100
COMPRESSION = 1
_PICKLE = 2  # the protocol Whoosh reads and writes


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """What each block says of itself: where it lies among the postings, its sum and maximum of
    counts, its shortest and longest document in words. A block never holds postings of two words.
    `steps`, one a posting: how far the document is from the one before it in the block."""

    starts: Array
    stops: Array
    steps: Array
    totals: Array
    most: Array
    shortest: Array
    longest: Array

    @classmethod
    def of(cls, postings: Postings) -> Blocks:
        """Cut each word's postings into blocks of at most BLOCK."""
        sizes = np.diff(postings.starts)
        blocks = -(-sizes // BLOCK)
        first = np.repeat(np.cumsum(blocks) - blocks, blocks)
        starts = np.repeat(postings.starts[:-1], blocks) + (np.arange(len(first)) - first) * BLOCK
        lengths = postings.lengths[postings.documents]
        steps = np.diff(postings.documents.astype(np.int64), prepend=0)
        steps[starts] = postings.documents[starts]
        return cls(
            starts,
            np.append(starts[1:], len(postings.documents)),
            steps,
            np.add.reduceat(postings.counts, starts),
            np.maximum.reduceat(postings.counts, starts),
            np.minimum.reduceat(lengths, starts),
            np.maximum.reduceat(lengths, starts),
        )

    def rows(self) -> Iterator[tuple[int, ...]]:
        """One block after the other, as plain numbers."""
        fields = (self.starts, self.stops, self.totals, self.most, self.shortest, self.longest)
        return zip(*(field.tolist() for field in fields), strict=True)


def write_postings(postings: Postings, file: Any) -> Iterator[tuple[bytes, W3TermInfo]]:
    """Write each word's postings to `file`; yields the word and what Whoosh's table of terms has to
    know of it."""
    if not postings.words:
        return
    blocks = Blocks.of(postings)
    rows = blocks.rows()
    for word, start, stop in postings:
        info = W3TermInfo()
        if stop - start == 1:
            _inline(info, int(postings.documents[start]), next(rows))
        else:
            _write_blocks(postings, blocks.steps, file, info, rows, stop)
        yield word, info


def _inline(info: W3TermInfo, document: int, row: tuple[int, ...]) -> None:
    _remember(info, document, document, 1, row)
    info.set_inlined((document,), (float(row[2]),), (b"",))


def _write_blocks(
    postings: Postings, steps: Array, file: Any, info: W3TermInfo, rows: Iterator[tuple[int, ...]], end: int
) -> None:
    begin = file.tell()
    file.write(WHOOSH3_HEADER_MAGIC)
    at = -1
    while at < end:
        row = next(rows)
        start, at = row[:2]
        final = int(postings.documents[at - 1])
        _remember(info, int(postings.documents[start]), final, at - start, row)
        _write_block(file, steps[start:at].tolist(), postings.counts[start:at], final, row, at == end)
    info.set_extent(begin, file.tell() - begin)


def _write_block(file: Any, steps: list[int], counts: Array, final: int, row: tuple[int, ...], last: bool) -> None:
    _, _, _, most, shortest, longest = row
    weights = None if most == 1 else tuple(counts.astype(float).tolist())
    content = pickle.dumps((tuple(steps), weights, None), _PICKLE)
    compression = COMPRESSION if len(content) >= WORTH_COMPRESSING else 0
    if compression:
        content = zlib.compress(content, compression)
    extremes = (length_to_byte(shortest), length_to_byte(longest))
    head = pickle.dumps((len(steps), final, float(most), compression, *extremes), _PICKLE)
    size = len(head) + len(content)
    file.write_int(-size if last else size)
    file.write(head + content)


def _remember(info: W3TermInfo, first: int, final: int, size: int, row: tuple[int, ...]) -> None:
    _, _, total, most, shortest, longest = row
    info._weight += total
    info._df += size
    info._minlength = shortest if info._minlength is None else min(info._minlength, shortest)
    info._maxlength = max(info._maxlength, longest)
    info._maxweight = max(info._maxweight, most)
    if info._minid is None:
        info._minid = first
    info._maxid = final
