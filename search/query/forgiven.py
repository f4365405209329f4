"""What is forgiven in typing, and said: operators in lower case or without blanks, other dashes, an
open quotation mark.

Each note has the query of the plain reading, in which the sign is a character like any other.
"""

from __future__ import annotations

import re

from corpus.records import PARTS
from corpus.saying import Saying
from search.answer import Note
from search.query.run import runs, squeezed
from search.query.syntax import Number, Run

# Dashes that stand for the minus sign where one is pasted.
DASHES = "–−﹣"
LOWER = {"or": "or", "not": "not"}
_HAN = "\u3400-\u9fff\U00020000-\U000323af"
_BEFORE = re.compile(f'[{_HAN}”」』"＂]')
_TIGHT = re.compile(rf"(?:[|｜]|[~～](\d{{1,9}}))(?=[{_HAN}“「『\"＂])")
_MEANT = {"or": Saying("或"), "not": Saying("不含"), "near": Saying("相隔的字数")}
# 其他 is a word like any other.
_NAMED_PARTS = frozenset(PARTS) - {"其他"}


def tight(text: str, at: int, behind_group: bool = False) -> re.Match[str] | None:
    """The operator between two Han characters or quotes that stands here without blanks: 甲|乙,
    甲~10乙; 约~10件 is a number."""
    if not behind_group and (not at or not _BEFORE.match(text, at - 1)):
        return None
    sign = _TIGHT.match(text, at)
    return None if sign is None or (sign[1] and _counts(text[at + 1 :])) else sign


def _counts(text: str) -> bool:
    first = next(iter(runs(text)), None)
    return isinstance(first, Run) and isinstance(first.words[0], Number)


def read_as(typed: str, at: int, sign: str, kind: str) -> Note:
    """A sign that was read as an operator."""
    text = Saying("“%(sign)s”读作%(meaning)s", sign=sign, meaning=_MEANT[kind])
    return _plain(typed, at, text)


def closed(typed: str, at: int, sign: str) -> Note:
    """A quotation mark without a partner that was closed at the end."""
    return _plain(typed, at, Saying("引号 %(sign)s 没有配对，当作一直引到末尾", sign=sign))


def _plain(typed: str, at: int, text: Saying) -> Note:
    return Note(text, Saying("按普通文字检索"), f"{typed[:at]}\\{typed[at:]}")


def named_part(typed: str, at: int, end: int) -> Note | None:
    """A word that is the name of a part: the part is offered."""
    name = squeezed(typed[at:end])
    if name not in _NAMED_PARTS:
        return None
    text = Saying("“%(part)s”也是报告的一个部分的名称", part=name)
    return Note(text, Saying("只看这一部分"), f"{typed[:at]}part:{name}{typed[end:]}")
