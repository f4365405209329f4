"""The fingerprints of all sections of a segment as numbers, so that sections which say the same are
found without reading a line of each."""

from __future__ import annotations

from typing import Final

import numpy as np

from corpus.text.fingerprint import LENGTH
from index.characters.arrays import Array
from index.disk.stored import SEPARATOR

FIELD: Final = 2  # of the fields of a line (`index.disk.stored.section_line`), the fingerprint's
AT_ONCE: Final = 1 << 18  # lines: 4 MB of characters
ODD: Final = np.uint64(0x9E3779B97F4A7C15)  # mixes the halves; any odd number with many bits does


def prints(raw: Array, starts: Array) -> Array:
    """uint64, one a line: equal for equal fingerprints; 0 where a line has none. Line i is
    `raw[starts[i]:starts[i+1]]`, in bytes."""
    ends = np.flatnonzero(raw == ord(SEPARATOR))
    first = np.searchsorted(ends, starts[:-1])
    last = len(ends) - 1
    begin = ends[np.minimum(first + FIELD - 1, last)] + 1 if len(ends) else np.zeros(len(first), np.int64)
    stop = np.where(first + FIELD <= last, ends[np.minimum(first + FIELD, last)], len(raw)) if len(ends) else begin
    # Behind an empty line the fields of the next one, or of the one before, would be read.
    whole = (np.minimum(stop, starts[1:].astype(np.int64)) - begin == LENGTH) & (begin > starts[:-1].astype(np.int64))
    found = np.zeros(len(first), np.uint64)
    places = np.flatnonzero(whole)
    for some in np.split(places, range(AT_ONCE, len(places), AT_ONCE)):
        halves = raw[begin[some][:, None] + np.arange(LENGTH)].view(np.uint64)
        found[some] = halves[:, 0] * ODD ^ halves[:, 1]
    return found
