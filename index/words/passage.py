"""A section after analysis, once for everything the index makes of it: the characters that match
and where words begin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from corpus.text.fold import FOLD_TABLE
from index.characters.arrays import Array
from index.characters.lookup import GAP
from index.words.cut import boundaries, codes_of, squeezed

_LINE_BREAK = ord("\n")
WIDE = 0xFFFF  # characters past it need 32 bits each


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """`text`: folded code points, white space out, GAP between paragraphs; `written`: as it was;
    `skips`: see `Characters`; `bounds`: for each of `text`, whether something other than the inside
    of a word begins there. uint16 where that suffices."""

    text: Array
    written: Array
    skips: Array
    bounds: npt.NDArray[np.bool_]


def narrow(codes: Array) -> Array:
    """Code points as uint16 where none is past U+FFFF, else as uint32."""
    return codes.astype(np.uint16) if not len(codes) or codes.max() <= WIDE else codes


def analysed(text: str) -> Passage:
    """Fold, squeeze and segment a text."""
    written = codes_of(text)
    codes, skips = squeezed(FOLD_TABLE[written])
    bounds = boundaries(codes, skips) if len(codes) else np.ones(0, np.bool_)
    codes = np.where(codes == _LINE_BREAK, GAP, codes)
    return Passage(narrow(codes), narrow(written), skips.astype(np.uint32), bounds)
