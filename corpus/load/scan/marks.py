"""Punctuation as it is printed, where recognition cannot tell a narrow mark from a wide one.

Between Chinese characters marks are wide; in a figure the comma is narrow.
"""

from __future__ import annotations

import re

_WIDE = str.maketrans("(),;:!?", "（），；：！？")
_WIDE_MARKS = "（）《》“”，。、；：？！—"
_BESIDE_HAN = re.compile(rf"(?<=[\u3400-\u9fff{_WIDE_MARKS}])[(),;:!?]|[(),;:!?](?=[\u3400-\u9fff{_WIDE_MARKS}])")
_PAIR = re.compile(r"（([^（）()]*)\)|\(([^（）()]*)）")
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")


def as_printed(text: str) -> str:
    """The text with the width of its marks set right.

    >>> as_printed("(一）办理1，286件(2015—2020年)")
    '（一）办理1,286件（2015—2020年）'
    """
    wide = _BESIDE_HAN.sub(lambda found: found[0].translate(_WIDE), text)
    paired = _PAIR.sub(lambda found: f"（{found[1] or found[2] or ''}）", wide)
    return _THOUSANDS.sub(",", paired)
