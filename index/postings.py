"""Writing the postings of a whole segment into Whoosh's posting file, term by term, from arrays.

The blocks are those of Whoosh's own writer (`W3PostingsWriter`), so its readers and matchers read them; only the way there is
shorter: numbers come as arrays, not as one call a posting.
"""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import WHOOSH3_HEADER_MAGIC, W3TermInfo
from whoosh.util.numeric import length_to_byte

from index.words import Postings

# Postings a block: larger blocks are smaller on disk and faster to write, smaller ones let a matcher skip more.
BLOCK = 512
# Blocks shorter than this many bytes do not shrink enough to be worth it.
WORTH_COMPRESSING = 100
COMPRESSION = 1
_PICKLE = 2  # the protocol Whoosh reads and writes


def write_postings(postings: Postings, file: Any) -> Iterator[tuple[bytes, W3TermInfo]]:
    """Write each word's postings to `file`; yields the word and what Whoosh's table of terms has to know of it."""
    lengths = postings.lengths[postings.documents]
    for word, start, stop in postings:
        info = W3TermInfo()
        begin = file.tell()
        file.write(WHOOSH3_HEADER_MAGIC)
        for at in range(start, stop, BLOCK):
            end = min(at + BLOCK, stop)
            _write_block(file, info, postings.documents[at:end], postings.counts[at:end], lengths[at:end], end == stop)
        info.set_extent(begin, file.tell() - begin)
        yield word, info


def _write_block(file: Any, info: W3TermInfo, documents: Any, counts: Any, lengths: Any, last: bool) -> None:
    most, shortest, longest = int(counts.max()), int(lengths.min()), int(lengths.max())
    _remember(info, documents, int(counts.sum()), most, shortest, longest)
    steps = np.diff(documents, prepend=0).tolist()
    weights = None if most == 1 else tuple(map(float, counts.tolist()))
    content = pickle.dumps((tuple(steps), weights, None), _PICKLE)
    compression = COMPRESSION if len(content) >= WORTH_COMPRESSING else 0
    if compression:
        content = zlib.compress(content, compression)
    extremes = (length_to_byte(shortest), length_to_byte(longest))
    head = pickle.dumps((len(steps), int(documents[-1]), float(most), compression, *extremes), _PICKLE)
    size = len(head) + len(content)
    file.write_int(-size if last else size)
    file.write(head)
    file.write(content)


def _remember(info: W3TermInfo, documents: Any, total: int, most: int, shortest: int, longest: int) -> None:
    info._weight += total
    info._df += len(documents)
    info._minlength = shortest if info._minlength is None else min(info._minlength, shortest)
    info._maxlength = max(info._maxlength, longest)
    info._maxweight = max(info._maxweight, most)
    if info._minid is None:
        info._minid = int(documents[0])
    info._maxid = int(documents[-1])
