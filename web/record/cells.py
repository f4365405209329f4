"""What a cell of a sheet of Excel holds, as it stands in the file."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# What stands in no XML, or not as itself: written by its number (ECMA-376, ST_Xstring), and what looks
# so already is written otherwise.
UNFIT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

# Texts no longer than this stand in many rows: names, kinds, titles.
REPEATED: Final = 40


def held(value: object) -> str:
    """What stands behind the name of a cell with a text, a number or a truth value; "" for None and
    an empty text, which are no cell.

    >>> held("<1>"), held(5)
    (' t="inlineStr"><is><t>&lt;1&gt;</t></is></c>', '><v>5</v></c>')
    """
    if isinstance(value, str):
        return _repeated(value) if len(value) <= REPEATED else _text(value)
    if value is None:
        return ""
    return f"><v>{int(value)}</v></c>" if isinstance(value, bool | int) else f"><v>{value:.16G}</v></c>"


def _text(text: str) -> str:
    if not text:
        return ""
    kept = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f' t="inlineStr"><is><t{kept}>{written(text)}</t></is></c>'


_repeated = lru_cache(maxsize=1024)(_text)


def written(text: str) -> str:
    r"""A text as XML that Excel reads as this text.

    >>> written("甲\x00乙 & _x0041_")
    '甲_x0000_乙 &amp; _x005F_x0041_'
    """
    if not text.replace("\n", "").isprintable() or "_x" in text:
        text = UNFIT.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
