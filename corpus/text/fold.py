"""Folding: which characters count as the same when a phrase is looked for.

`fold` maps every character to exactly one character, so offsets in folded text are offsets in the
text that is shown. Rejected: NFKC and OpenCC on whole texts (both change lengths, and OpenCC's
phrase rules damage text that is simplified already). The table is data, made by
`corpus.text.fold_table`.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import numpy.typing as npt

# Variation selectors choose a glyph for the character before them: 葛󠄀 and 葛 are one character.
SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
# White space inside a paragraph: it never counts for matching, for OCR and layout put it anywhere.
# Tested on folded characters, so every space that NFKC knows is here as U+0020.
SPACES = frozenset(" \u00a0\u3000\t\u200b\u200d\ufeff\u00ad")
# What stands in no matched text.
SKIPPED = SPACES | SELECTORS
# From this many characters on a numpy look-up is faster than str.translate.
LONG = 48


def _read_table() -> dict[int, int]:
    rows = Path(__file__).with_name("fold.tsv").read_text(encoding="utf8").split("\n")
    pairs = (row.split("\t", 2)[:2] for row in rows if row and not row.startswith("#"))
    return {int(code, 16): int(became, 16) for code, became in pairs}


def _as_array(table: dict[int, int]) -> npt.NDArray[np.uint32]:
    array = np.arange(0x110000, dtype=np.uint32)
    array[list(table)] = list(table.values())
    array.flags.writeable = False
    return array


_TABLE = _read_table()
# FOLD_TABLE[c] is what the character with code point c folds to.
FOLD_TABLE = _as_array(_TABLE)
# The table as a string, which str.translate reads without an exception for each character that
# stays.
_FOLDED = FOLD_TABLE.tobytes().decode("utf-32-le", "surrogatepass")
# Selectors as ranges: named one by one they take thirty times as long.
_SKIPPED = re.compile("[" + "".join(SPACES) + "\ufe00-\ufe0f\U000e0100-\U000e01ef]+")


def fold(text: str) -> str:
    """The same text, as long, with characters that count as the same made the same. Folding twice
    is folding once.

    >>> fold("《廣州市》２０２３年，〔2023〕８號")
    '《广州市》2023年,[2023]8号'
    """
    if len(text) < LONG:
        return text.translate(_FOLDED)
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return FOLD_TABLE[codes].tobytes().decode("utf-32-le", "surrogatepass")


def squeeze(text: str) -> str:
    """Folded text without white space and variation selectors, which do not count; line breaks
    stay.

    >>> squeeze("法治 政府\\u3000建 設")
    '法治政府建设'
    """
    return _SKIPPED.sub("", fold(text))
