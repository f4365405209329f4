"""Passages that leave the heading above them: problems and plans which a report adds without a
heading of their own.

「2021年，…虽然取得了一定成绩，但…还存在不足」 after the last measure is not part of that measure.
Told by how the passage opens and what its first sentence turns to, never inside a run of headings
that goes on behind it.
"""

from __future__ import annotations

import re

from corpus.outline.part import LACKING, NEXT
from corpus.text.fold import squeeze

# Characters of a paragraph in which it turns; what it comes to later does not make it leave the
# topic.
TURN_WITHIN = 160

_YEAR = r"(?:20\d\d年(?:度|来|以来)?|一年来|过去(?:的)?一年(?:里|来)?)"
_CONCEDES = re.compile(
    rf"^(?:{_YEAR}[,，]?|虽然|尽管|在(?:肯定|看到|取得|总结)|总(?:的|体)(?:来)?(?:看|说)?|同时|与此同时|但是?|当前|目前|我(?:们|局|区|委|镇|街道|市|县|办)|存在(?:的)?(?:主要)?(?:问题|不足)|(?:主要)?(?:问题|不足)(?:和|与|及|:|是|有)|不足之处|回顾|对照|综上)"
)
_TURNS = re.compile(
    r"(?:但|仍|还|也|同时|然而|依然|不过|尚)[^。]{0,60}(?:不足|问题|差距|薄弱|短板|困难)|^(?:存在|主要|不足|问题)[^。]{0,16}(?:问题|不足|差距|短板|表现)"
)
_OPENS_PLAN = re.compile(r"^(?:下一?步|下一?年度?|下一?阶段|今后|来年|明年|新的一年|接下来|下来[,，]|下半年)")
_PLANS = re.compile(r"将|要|继续|进一步|计划|打算|安排|重点|着力|持续|深入|拟")
_COMING = re.compile(r"^(?:在|到)?(20\d\d)年(?:度)?[,，]?[^。]{0,40}?(?:将|要|拟|计划|重点|继续|打算|着力|工作安排)")


def leaves_topic(paragraph: str, year: int | None) -> str | None:
    """The part the paragraph turns to, problems or plans, or None where it stays with what stands
    above it.

    >>> leaves_topic("2021年，我区工作虽然取得一定成绩，但仍存在一些不足。一是…", 2021)
    '问题不足'
    >>> leaves_topic("2022年，我区将围绕重点工作…", 2021)
    '下年安排'
    """
    text = squeeze(paragraph)[:TURN_WITHIN]
    if _CONCEDES.match(text) and _TURNS.search(text):
        return LACKING
    if _OPENS_PLAN.match(text) and _PLANS.search(text):
        return NEXT
    coming = _COMING.match(text)
    if coming and (year is None or int(coming[1]) > year):
        return NEXT
    return None
