"""Chinese characters in a text."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff]+")


def han(text: str) -> int:
    """How many Chinese characters the text has.

    >>> han("第2章 总体情况abc")
    6
    """
    return sum(map(len, _HAN.findall(text)))
