"""What kind of character each code point is, as far as cutting words goes."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from corpus.text.fold import SKIPPED

OTHER, LETTER, IDEOGRAPH, HAN = 0, 1, 2, 3
# What jieba's dictionary and model know as Han; other ideographs are words of one character.
HAN_FIRST, HAN_LAST = 0x4E00, 0x9FD5
_IDEOGRAPHS = ((0x3005, 0x3007), (0x3400, 0x4DBF), (0x9FD6, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_LETTERS = ((0x3041, 0x3096), (0x30A1, 0x30FF), (0xAC00, 0xD7A3))  # kana, hangul
_ALPHABETS_END = 0x2E80  # below it Unicode itself tells letters from signs


def _kinds() -> npt.NDArray[np.uint8]:
    kinds = np.zeros(0x110000, np.uint8)
    kinds[:_ALPHABETS_END] = [chr(code).isalnum() for code in range(_ALPHABETS_END)]
    for first, last in _LETTERS:
        kinds[first : last + 1] = LETTER
    for first, last in _IDEOGRAPHS:
        kinds[first : last + 1] = IDEOGRAPH
    kinds[HAN_FIRST : HAN_LAST + 1] = HAN
    return kinds


# KINDS[c] and IS_SKIPPED[c] for every code point c.
KINDS = _kinds()
IS_SKIPPED = np.zeros(0x110000, np.bool_)
IS_SKIPPED[[ord(character) for character in SKIPPED]] = True
