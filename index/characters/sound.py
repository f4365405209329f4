"""Whether the arrays of a segment fit together: a file may be damaged, and what an offset says
decides what is read next."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from index.characters.arrays import Array


def check(arrays: Mapping[str, Array]) -> None:
    """Raises ValueError where offsets lead out of what they point into, or where arrays differ in
    length."""
    spans = (("starts", "text"), ("written_starts", "written"), ("skip_starts", "skips"), ("head_rows", "suffixes"))
    for name, of in spans:
        offsets = arrays[name]
        # Every document ends with a GAP, and every first character occurs; but most documents have
        # no skips.
        falls = np.less if name == "skip_starts" else np.less_equal
        if not len(offsets) or offsets[0] or offsets[-1] != len(arrays[of]) or falls(offsets[1:], offsets[:-1]).any():
            raise ValueError(f"{name} lead out of {of}")
    size = {name: len(array) for name, array in arrays.items()}
    documents = {size["starts"], size["written_starts"], size["skip_starts"], size["lengths"] + 1}
    pairs = {size["suffixes"] - size["documents"], size["head_rows"] - size["heads"] - 1}
    if len(documents) > 1 or pairs != {0} or not size["suffixes"] <= size["text"] <= 8 * size["boundaries"]:
        raise ValueError("arrays differ in length")
