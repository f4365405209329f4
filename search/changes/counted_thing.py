"""What a figure counts: the words of its clause, without those that only lead to the figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

# Ends of clauses, folded.
_ENDS = re.compile(r"[,。;:!?()]")
_SIGNS = re.compile(r"[\W_]+")
# Words that say nothing of what is counted: how the figure is reached, how near it is, in which time.
_LEADING = re.compile(
    r"(?:提升|提高|上升|下降|增加|增长|减少|降低|升|降|增)(?:至|到)"
    r"|达到|达|共计|总计|合计|累计|总共|共有|共|超过|超|逾|近|约|(?<!平)均|仅|为|是|有"
    r"|开展|举办|组织|进行|实施|继续|持续|稳步|进一步"
    r"|全年|今年|上年|去年|年内|比例|比率|率|的|了|在|对|经过"
)
# From one figure to another.
_FROM = ("由", "从")
_TO = re.compile(r"[^,。;:!?]*[到至为成]")
# A thing of one character is too short to be known again: 案 stands in 立案 and in 案件.
SHORTEST: Final = 2


def things(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """What each figure of a sentence (folded, squeezed) counts. Of 由7.2天压缩到4.1天 the second one counts
    what stands in front, and the first one nothing.

    >>> things("平均用时由7天压缩到4天,网办率达98%。", [(5, 7), (10, 12), (17, 20)])
    ['', '平均用时', '网办']
    """
    found: list[str] = []
    reached = ""  # what the next figure counts, where it is reached from this one
    edges = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans[1:]), len(text)], strict=False)
    for (start, end), (first, last) in zip(spans, edges, strict=False):
        before = text[first:start]
        one = reached if reached and _TO.fullmatch(before) else _thing(text, start, end, (first, last))
        reached = one.removesuffix(before[-1]) if before.endswith(_FROM) else ""
        found.append("" if reached else one)
    return found


def _thing(text: str, start: int, end: int, edges: tuple[int, int]) -> str:
    """What the figure from `start` to before `end` counts; `edges`: where the one before ends, and where
    the next one begins. Where its clause holds no word of it, the clause before says it:
    办结率稳步提高,达99.1%."""
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
