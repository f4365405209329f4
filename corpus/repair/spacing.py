"""Spaces which text recognition put between Chinese characters: only where a whole document is
plainly recognised.

A single space can be meant (两个机关 一个标题); dozens between Chinese characters cannot. ftfy's
rule: rather miss a fix than damage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.text.han import han

# So many spaces between Chinese characters, and such a share of the characters, make a recognised
# document; the cleanest recognised page seen has 1 %, the most spaced ordinary page 0.1 %.
FEWEST_SPACES, SHARE_SPACED = 12, 0.003
# Characters of a line that is not spaced for its looks; rejects 目 录, 引 言, names in a row.
LETTER_SPACED = 30

_SIGN = r"\u3400-\u9fff\u3001-\u301f\uff01-\uff5e\u2014-\u2026"
_BETWEEN_HAN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_BESIDE = re.compile(rf"(?<=[{_SIGN}]) +(?=\S)|(?<=[,.;:!?)\]\"'%]) +(?=[{_SIGN}(\[\"'])|(?<=\S) +(?=[{_SIGN}])")


def is_ocr(lines: Sequence[str]) -> bool:
    """Do spaces stand between Chinese characters all over the text?

    A line of letter-spaced words (目 录, 引 言) says nothing: only lines that are long for their
    spaces count.
    """
    spaces = sum(len(_BETWEEN_HAN.findall(line)) for line in lines if " " in line and han(line) > LETTER_SPACED)
    return spaces >= FEWEST_SPACES and spaces >= SHARE_SPACED * sum(han(line) for line in lines)


def without_ocr_spaces(text: str) -> str:
    """The text without spaces beside Chinese characters and punctuation; spaces between Latin words
    stay.

    >>> without_ocr_spaces("党的二十 大精神, 法治 68 项 2.0 版 ABC DEF")
    '党的二十大精神,法治68项2.0版ABC DEF'
    """
    return _BESIDE.sub("", text)
