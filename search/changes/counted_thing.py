"""What a figure counts: the words of its clause, without those that only lead to the figure."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

# Ends of clauses, folded.
_ENDS = re.compile(r"[,。;:!?()]")
_SIGNS = re.compile(r"[\W_]+")
# Words that say nothing of what is counted: how the figure is reached, how near it is, in which time.
_LEADING = re.compile(
    r"(?:提升|提高|上升|下降|增加|增长|减少|降低|升|降|增)(?:至|到)"
    r"|达到|达|共计|总计|合计|累计|总共|共有|共|超过|超|逾|近|约|均|仅|为|是|有"
    r"|开展|举办|组织|进行|实施|继续|持续|稳步|进一步"
    r"|全年|今年|上年|去年|年内|比例|比率|率|的|了|在|对|经过"
)
# A thing of one character is too short to be known again: 案 stands in 立案 and in 案件.
SHORTEST: Final = 2


def thing(text: str, start: int, end: int, edges: tuple[int, int]) -> str:
    """What the figure from `start` to before `end` of a sentence (folded, squeezed) counts; `edges`:
    where the figure before it ends, and where the next one begins. Where its clause holds no word of
    it, the clause before says it: 办结率稳步提高,达99.1%.

    >>> thing("政务服务事项网办率达到97.8%。", 10, 15, (0, 16))
    '政务服务事项网办'
    """
    before = _ENDS.split(text[edges[0] : start])
    behind = _ENDS.split(text[end : edges[1]], maxsplit=1)
    # What runs on to the next figure without a break is said of that one.
    after = behind[0] if len(behind) > 1 or edges[1] == len(text) else ""
    found = words(before[-1] + after)
    return found if found or len(before) < 2 else words(before[-2])


def words(text: str) -> str:
    """The words of a clause that say what is counted."""
    return _LEADING.sub("", _SIGNS.sub("", text))


def is_same(one: str, other: str) -> bool:
    """Whether two things are the same, in whatever order: all characters of the shorter one stand in
    the other."""
    return min(len(one), len(other)) >= SHORTEST and not differ(one, other)


def differ(one: str, other: str) -> bool:
    """Whether each of two things has characters that the other one lacks."""
    ours, theirs = Counter(one), Counter(other)
    return bool(ours - theirs and theirs - ours)
