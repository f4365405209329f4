"""What a cell of the national form says: a label without its numbering and remarks, or a number."""

from __future__ import annotations

import re
import unicodedata

from corpus.text.numerals import COUNTING
from corpus.text.script import simplified

_SPACES = re.compile("[\\s\u200b\u200d\ufeff\u00ad]+")
_NUMBERING = re.compile(rf"(?:[{COUNTING}]+[、.．]|[（(][{COUNTING}\d]+[)）]|第[{COUNTING}]+[章项]|\d{{1,2}}[.．、])")
_REMARK = re.compile(r"[（(][^（()）]*[)）]$|[（(].*$")
_NUMBER = re.compile(r"([-+]?\d[\d,]*(?:\.\d+)?)[^\d.,]{0,3}")
# What stands for no figure.
_NONE = frozenset(("", "-", "--", "—", "——", "/", "\\", "无", "－", "_"))


def bare(text: str) -> str:
    """A label as the figures know it, in simplified characters.

    >>> bare("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"), bare("本年收费金额（单位：万元）")
    ('部分公开', '本年收费金额')
    """
    label = simplified(_SPACES.sub("", text))
    label = label[found.end() :] if (found := _NUMBERING.match(label)) else label
    return _REMARK.sub("", label)


def is_value(text: str) -> bool:
    """May the cell hold a figure? An empty one may.

    >>> is_value("1,286"), is_value("/"), is_value("3件"), is_value("规章")
    (True, True, True, False)
    """
    written = _plain(text)
    return written in _NONE or _NUMBER.fullmatch(written) is not None


def value_of(text: str) -> int | float | None:
    """The number in a cell; None where none is written.

    >>> value_of("1,286"), value_of("0.5万元"), value_of("—")
    (1286, 0.5, None)
    """
    found = _NUMBER.fullmatch(_plain(text))
    if not found:
        return None
    digits = found[1].replace(",", "")
    return float(digits) if "." in digits else int(digits)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", _SPACES.sub("", text))
