"""Which of the five contents of an annual report a section holds, by its heading.

The rules on annual reports prescribe them: what was done, what is lacking, how the persons in
charge did their duty, what comes next, what else. A chapter's heading is read generously; headings
below it change the part only when they say so plainly, for 着力解决突出问题 is work done and no
problem section.
"""

from __future__ import annotations

import re

from corpus.text.fold import squeeze

DONE, LACKING, DUTY, NEXT, ELSE = "举措成效", "问题不足", "责任人履职", "下年安排", "其他"
# The kinds of report for which the five contents are prescribed.
KINDS = frozenset({"法治政府建设", "依法行政"})

_ELSE = re.compile(r"^其[他它](?:$|情况|事项|需|方面|工作)|其他需要|需要(?:报告|说明)的")
_LACKING = re.compile(r"问题|不足|差距|短板|薄弱|困难|制约因素|原因")
_SOLVING = re.compile(
    r"(?:解决|化解|整改|聚焦|针对|围绕|办理|处置|破解|消除|坚持)[^,;]{0,14}(?:问题|困难|短板|矛盾)|问题(?:的)?(?:整改|导向|解决|办理|清单)|补(?:齐)?短板|扶困|解困"
)
_NEXT = re.compile(
    r"下(?:一)?(?:步|年度?|阶段)|今后|来年|明年|新(?:的)?一年|打算|思路|工作(?:计划|安排|重点|任务|部署|目标|设想|展望|规划)|主要(?:安排|任务|目标)|(?:安排|计划|展望|设想)$|改进(?:措施|方向|情况)|努力方向|下半年"
)
_DUTY = re.compile(r"第一责任人|(?:党政)?主要负责(?:人|同志)[^,;]{0,12}(?:履行|履职|推进|法治)|责任人职责")
_DONE = re.compile(r"举措|成效|成果|成绩|做法|措施|进展|情况|主要工作|开展|落实|推进|完成|回顾|总体")
_PLAINLY_LACKING = re.compile(
    r"^(?:主要)?(?:存在|面临)?的?(?:主要)?(?:问题|不足|差距|短板|困难)|存在(?:的)?(?:主要|一些|突出)?(?:问题|不足|困难|差距|短板|薄弱)|(?:问题|不足|差距)(?:和|与|及)(?:不足|原因|差距|问题|困难|短板)"
)
_PLAINLY_NEXT = re.compile(
    r"^(?:下(?:一)?(?:步|年度?|阶段)|今后|来年|明年)|(?:下一步|下一年度?|下阶段|今后|来年).{0,12}(?:计划|打算|安排|思路|重点|措施)$"
)
_YEAR = re.compile(r"(20\d\d)年")


def chapter_part(heading: str, year: int | None, before: str | None = None) -> str:
    """The part of a level-1 section; a heading that names none is work done, or goes on with the
    plan before it.

    >>> chapter_part("存在的问题和不足", 2023)
    '问题不足'
    >>> chapter_part("2024年推进法治政府建设的主要安排", 2023)
    '下年安排'
    """
    text = squeeze(heading)
    if _ELSE.search(text):
        return ELSE
    if _LACKING.search(text) and not _SOLVING.search(text):
        return LACKING
    if _NEXT.search(text) and not _is_of_this_year(text, year):
        return NEXT
    if _DUTY.search(text):
        return DUTY
    if _is_of_next_year(text, year):
        return NEXT
    return NEXT if before == NEXT and not _DONE.search(text) else DONE


def section_part(heading: str, inherited: str | None, year: int | None) -> str | None:
    """The part of a section below a chapter: the chapter's, unless the heading says otherwise
    plainly.

    >>> section_part("着力解决群众反映的突出问题", "举措成效", 2023)
    '举措成效'
    """
    text = squeeze(heading)
    if inherited != LACKING and _PLAINLY_LACKING.search(text) and not _SOLVING.search(text):
        return LACKING
    if inherited != NEXT and (_PLAINLY_NEXT.search(text) or (_is_of_next_year(text, year) and _NEXT.search(text))):
        return NEXT
    if inherited in (DONE, None, ELSE) and _DUTY.search(text):
        return DUTY
    return inherited


def _is_of_next_year(text: str, year: int | None) -> bool:
    return year is not None and any(int(found) > year for found in _YEAR.findall(text))


def _is_of_this_year(text: str, year: int | None) -> bool:
    """「2023年主要任务完成情况」 in a report of 2023 is no plan."""
    years = [int(found) for found in _YEAR.findall(text)]
    return bool(re.search(r"(?:完成|落实|开展|进展|执行)情况$", text)) or (
        year is not None and bool(years) and max(years) <= year
    )
