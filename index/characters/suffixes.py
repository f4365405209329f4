"""The suffix array of a text, by libdivsufsort.

The library sorts bytes: code units go in as two bytes, most significant first, so that bytes sort
as code points do, and every other suffix (those that begin inside a character) is thrown away. Code
points past U+FFFF are first replaced by their rank among the characters that occur. It runs without
Python's lock, beside whatever else the writer does.
"""

from __future__ import annotations

import numpy as np
from pydivsufsort import divsufsort

from index.characters.arrays import Array

# The library's 32-bit sort holds this many bytes; more needs twice the memory, so segments end well
# before.
MAX_BYTES = 2**31 - 1
STRETCH = 1 << 22


def suffix_array(text: Array) -> Array:
    """Starts of the suffixes of `text` (uint16 or uint32) in the order of their code points, as
    uint32."""
    if not len(text):
        return np.zeros(0, np.uint32)
    if text.itemsize > 2:
        text = np.unique(text, return_inverse=True)[1].astype(np.uint16)
    if 2 * len(text) > MAX_BYTES:
        raise ValueError(f"a segment of {len(text)} characters is too long to sort")
    return _whole_characters(divsufsort(text.astype(">u2").view(np.uint8)), len(text))


def _whole_characters(order: Array, length: int) -> Array:
    """Of the suffixes of bytes those that begin with a character, piece by piece: the array of
    bytes is the largest of a build."""
    kept, done = np.empty(length, np.uint32), 0
    for start in range(0, len(order), STRETCH):
        part = order[start : start + STRETCH]
        part = part[(part & 1) == 0] >> 1
        kept[done : done + len(part)] = part
        done += len(part)
    return kept
