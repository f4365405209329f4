"""A cell of a sheet of Excel, as it stands in the file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# What stands in no XML, or not as itself: written by its number (ECMA-376, ST_Xstring), and what looks
# so already is written otherwise.
UNFIT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

# Texts no longer than this stand in many rows: names, kinds, titles.
REPEATED: Final = 40


def cell(name: str, value: object) -> str:
    """The cell `name` with a text, a number or a truth value; "" for None and an empty text.

    >>> cell("A2", "<1>"), cell("B2", 5)
    ('<c r="A2" t="inlineStr"><is><t>&lt;1&gt;</t></is></c>', '<c r="B2"><v>5</v></c>')
    """
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        inside = _repeated(value) if len(value) <= REPEATED else _inside(value)
        return f'<c r="{name}" t="inlineStr">{inside}</c>'
    if isinstance(value, bool | int):
        return f'<c r="{name}"><v>{int(value)}</v></c>'
    return f'<c r="{name}"><v>{value:.16G}</v></c>'


def _inside(text: str) -> str:
    kept = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f"<is><t{kept}>{written(text)}</t></is>"


_repeated = lru_cache(maxsize=1024)(_inside)


def written(text: str) -> str:
    r"""A text as XML that Excel reads as this text.

    >>> written("甲\x00乙 & _x0041_")
    '甲_x0000_乙 &amp; _x005F_x0041_'
    """
    if not text.replace("\n", "").isprintable() or "_x" in text:
        text = UNFIT.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
