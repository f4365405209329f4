"""Dates behind labels: how a label is read, and which labels say neither published nor issued.

When rules take effect or end, when a collector fetched the page, when people met: such dates are
taken away before anything is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.text.dates import dates_in, squeezed, with_digits

LABEL_MARKS = frozenset("日时于新改")  # every label has one of these
LETTER_SPACES = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000\u00a0]+(?=[\u4e00-\u9fff])")
LABEL_REACH = 16  # characters between a label and its date: `| 发布日期 | 2024-…`, not the next field's
# What else happens at a time: rules take effect and end, a page is fetched, read, printed, people meet.
_ELSE = (
    "生效|实施|施行|执行|适用|失效|废止|终止|到期|届满|有效|截[止至]|起止|起始|开始|结束|统计|采集|抓取|爬取|获取|收录|入库|归档|存档|备份"
    "|下载|打印|访问|浏览|查询|检索|导出|保存|快照|缓存|当前|系统|服务器|现在|会议|开会|召开|活动|报名|考试|受理|办理|办结|答复|回复|来信|咨询|提问"
    "|签收|接收|收到|登记|成立|办公|工作|服务|开放"
)
OTHER = re.compile(
    rf"(?:{_ELSE})(?:的)?(?:日期(?!间)|时间)|(?:截[止至]|生效|失效|到期|届满|实施|施行|执行)日(?!期)"
    r"|(?:采集|抓取|爬取|收录|归档|保存|下载|打印|生效|失效)[于自](?=[:： ]?\d)|有效期(?:限)?(?:至|到)?(?![\u4e00-\u9fff])"
)
_MARKS = " :：|-\t　•·"
NEAR_LABEL = 4  # characters before a date that stands below its label
_BEHIND = re.compile(r"[T/ ]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?|\d{4,6}(?!\d)")
_UNTIL = re.compile(r"\s*(?:[至到~～—–]|--?)\s*")


def without_others(lines: Sequence[str]) -> list[str]:
    """The lines without dates that tell another thing than publication or issue; their labels stay.

    >>> without_others(["发布日期 2026-01-20 生效日期 2026-03-01", "采集时间：", "2026-11-20"])
    ['发布日期 2026-01-20 生效日期 ', '采集时间：', '']
    """
    kept: list[str] = []
    label_above = False
    for line in lines:
        if line.strip(_MARKS):
            plain = line if not label_above and LABEL_MARKS.isdisjoint(line) else _without(close_up(line), label_above)
            label_above = plain is None
            line = line if plain is None else plain
        kept.append(line)
    return kept


def _without(flat: str, label_above: bool) -> str | None:
    """The line without the date that its own label, or the one above, gives another meaning; None
    where it is such a label alone, of which the value follows."""
    if label_above and (dates := dates_in(flat, compact=True)) and dates[0].start <= NEAR_LABEL:
        return ""
    labels = list(OTHER.finditer(flat))
    if labels and not OTHER.sub("", flat).strip(_MARKS):
        return None
    for label in reversed(labels):
        rest = with_digits(flat[label.end() :])
        dates = dates_in(rest, compact=True)
        if dates and dates[0].start <= LABEL_REACH and not another_label(rest[: dates[0].start]):
            flat = f"{flat[: label.end()]} {rest[_end_of_span(rest, dates[0].end) :]}"
    return flat


def _end_of_span(text: str, end: int) -> int:
    """Where a date ends, with its clock, or with the second date of a span (…至…)."""
    behind = _BEHIND.match(text, end)
    end = behind.end() if behind else end
    if (until := _UNTIL.match(text, end)) and (dates := dates_in(text[until.end() :])) and not dates[0].start:
        return until.end() + dates[0].end
    return end


@lru_cache(maxsize=1024)
def close_up(line: str) -> str:
    """The line without spaces inside its labels: 发 布 日 期."""
    return squeezed(LETTER_SPACES.sub("", line))


def another_label(between: str) -> bool:
    """Does a field of its own begin between a label and a date?"""
    return bool(re.search(r"(?:日期|时间|来源|机构|索引|编号|文号)", between))
