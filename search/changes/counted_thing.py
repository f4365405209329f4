"""What a figure counts: the words of its clause, verbs among them, without those that only lead to the
figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

# Ends of clauses, folded.
_ENDS = re.compile(r"[,。;:!?()]")
_SIGNS = re.compile(r"[\W_]+")
# Words that say nothing of what is counted: how the figure is reached, how near it is, in which time.
_LEADING = re.compile(
    r"(?:提升|提高|上升|下降|增加|增长|减少|降低|升|降|增)(?:至|到)"
    r"|不(?:低于|少于|高于|多于|超过|到|足)|达到|达|共计|总计|合计|累计|总共|共有|共|超过|超|逾|近|约|(?<!平)均|仅|为|是|有"
    r"|预计|预期|拟|计划|已经|已|将|要把|我们|继续|持续|不断|稳步|进一步|认真|全面|深入|扎实|依法"
    r"|全[国省州市县区旗乡镇]|全年|今年|上年|去年|年内|以上|以下|以内|左右|比例|比率|率|的|了|在|对|经过"
)
# Verbs that leave it to the thing to say what is counted: 举办讲座9场 counts lectures, as 讲座9场 does. Any
# other verb is part of what is counted: 制定文件4件 is not 废止文件4件. Of money (三农支出) national reports
# say 安排, 投入 and 用于 by turns. Of 44 pairs from their years that other words part, 32 were wrong.
_LIGHT = re.compile(r"开展|举办|举行|组织|进行|实施|召开|安排|投入|用于")
# Of a thing that was not done as little is said as of another one: 不予受理.
_NOT = re.compile(r"[不未]")
DONE = "·"  # stands for a light verb
# Names that are but examples of what is counted.
_EXAMPLES = re.compile(r"(?:《[^》]*》[、和及与]*)+等")
# From one figure to another.
_FROM = ("由", "从")
_TO = re.compile(r"[^,。;:!?]*[到至为成]")
# A thing of one character is too short to be known again: 案 stands in 立案 and in 案件.
SHORTEST: Final = 2


class Thing(NamedTuple):
    """What a figure counts: `said` by its own clause, and `topic`, where that holds but a light verb, by
    the one in front, which has a figure itself: 法治讲座听众1350人,共举办12场. `behind`: the rest of its
    clause: 五项原则."""

    said: str
    topic: str = ""
    behind: str = ""


def things(text: str, spans: Sequence[tuple[int, int]]) -> list[Thing]:
    """What each figure of a sentence (folded, squeezed) counts. Of 由7.2天压缩到4.1天 the second one counts
    what stands in front, and the first one nothing.

    >>> [thing.said for thing in things("平均用时由7天压缩到4天,网办率达98%。", [(5, 7), (10, 12), (17, 20)])]
    ['', '平均用时', '网办']
    """
    found: list[Thing] = []
    reached = ""  # what the next figure counts, where it is reached from this one
    edges = zip([0, *(end for _, end in spans)], [*(start for start, _ in spans[1:]), len(text)], strict=False)
    for (start, end), (first, last) in zip(spans, edges, strict=False):
        before = text[first:start]
        behind = _behind(text[end:last], last == len(text))
        one = reached if reached and _TO.fullmatch(before) else _thing(before, behind)
        reached = one.removesuffix(before[-1]) if before.endswith(_FROM) else ""
        is_turned = one == DONE and found and _ENDS.search(before)
        topic = found[-1].said + found[-1].topic if is_turned else ""
        found.append(Thing("" if reached else one, topic, behind))
    return found


def _behind(text: str, is_last: bool) -> str:
    """What follows a figure in its clause; what runs on to the next figure without a break is said of that
    one."""
    clauses = _ENDS.split(text, maxsplit=1)
    return clauses[0] if is_last or len(clauses) > 1 else ""


def _thing(before: str, behind: str) -> str:
    """What a figure counts that stands between the two. Where its clause holds no word of it, the clause
    before says it: 办结率稳步提高,达99.1%."""
    clauses = _ENDS.split(before)
    found = _words(clauses[-1] + behind)
    return found if found.strip(DONE) or len(clauses) < 2 else _words(clauses[-2]) or found


def _words(text: str) -> str:
    """The words of a clause that say what is counted, DONE for light verbs."""
    plain = _EXAMPLES.sub("等", text) if "《" in text else text
    return _LIGHT.sub(DONE, _LEADING.sub("", _SIGNS.sub("", plain)))


def is_same(one: Thing, other: Thing) -> bool:
    """Whether two things are the same, in whatever order: all characters of the shorter one stand in
    the other."""
    ours, theirs = one.said + one.topic, other.said + other.topic
    return min(len(_bare(ours)), len(_bare(theirs))) >= SHORTEST and not _differ(ours, theirs)


def differ(one: Thing, other: Thing) -> bool:
    """Whether two clauses name different things by themselves."""
    return _differ(one.said, other.said)


def is_behind(one: Thing, other: Thing) -> bool:
    """Whether the same thing follows both figures, so that what is in front says less: 五项原则."""
    ours, theirs = (_words(each.behind)[:SHORTEST] for each in (one, other))
    return len(ours) == SHORTEST and ours == theirs


def _differ(one: str, other: str) -> bool:
    """Whether each of two things has characters that the other one lacks. Where only one has a light verb
    that verb counts, if the other has something else in its place: 取消讲座 is not 举办讲座."""
    if (DONE in one) != (DONE in other):
        light, plain = (one, other) if DONE in one else (other, one)
        rest = light.rpartition(DONE)[2]
        if rest and plain.endswith(rest) and len(plain) > len(_bare(light)):
            return True
    if bool(_NOT.search(one)) != bool(_NOT.search(other)):
        return bool(_bare(one) and _bare(other))
    ours, theirs = Counter(_bare(one)), Counter(_bare(other))
    return bool(ours - theirs and theirs - ours)


def _bare(thing: str) -> str:
    return thing.replace(DONE, "")
