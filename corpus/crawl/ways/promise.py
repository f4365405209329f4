"""What the words of a link, or an address alone, promise: a report, a column of reports, something
else, nothing."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from corpus.crawl.ways.link import COLUMN, NOTHING, ORDER, OTHER, REPORT
from corpus.text.fold import squeeze
from corpus.text.han import han

# A name of a column is shorter; a title is longer.
LONGEST_COLUMN, SHORTEST_TITLE = 14, 9

_REPORT = re.compile("报告|年报|公报|总结|汇报|述职|白皮书")
_SUBJECT = re.compile("法治政府|依法行政|依法治|法治建设|信息公开|政府工作")
_COLUMN = re.compile(
    "法治政府|依法行政|法治建设|信息公开|主动公开|政务公开|公开目录|公开内容|基础公开|公开年报|工作报告"
)
# Reports that are none of a government on its year.
_OF_PROJECTS = re.compile("环境影响|环评|可行性|验收|检测|监测|竣工|勘察|招标|中标|采购|水土保持|稳评|审计")
# Texts about reports, and what is no report unless it says so.
_ABOUT = re.compile("解读|图解|一图|读懂|通知$|答记者问")
_EVENT = re.compile("培训|会议|召开|座谈|举办|开展|组织")
_HANDED_ON = re.compile("印发.*(?:报告|年报|总结)")
_CUT_OFF = re.compile(r"(?:\.{2,}|…)$")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Words that name nothing by themselves: what stands around them counts.
_GENERIC = re.compile(
    r"(?:查看|点击|浏览|阅读|下载|立即|在线|更多|详情|详细|全文|原文|附件|正文|内容|链接|文件|打开|进入|PDF|DOCX?|Word|版"
    r"|(?:19|20)\d\d年?度?|\d{1,2}|[>».…:：()（）\[\]【】]+)*",
    re.IGNORECASE,
)
# Folders are named after the initials of a column: 年度报告 ndbg, 法治政府 fzzf, 信息公开年报 xxgknb.
_FOLDER = re.compile(
    r"^(?:\w{0,8}(?:ndbg|gknb|xxgkndbg|gzbg|zfgzbg|ndgzbg)\w{0,4}|nb|nianbao|fzzf\w{0,6}|yfxz\w{0,6}|fzjs|reports?)$",
    re.IGNORECASE,
)


def is_generic(words: str) -> bool:
    """Do the words of a link name nothing, so that what stands around them counts?

    >>> is_generic("点击下载"), is_generic("年度报告")
    (True, False)
    """
    return bool(_GENERIC.fullmatch(squeeze(words)))


def promise_of(words: str, page: str = NOTHING, around: str = "") -> str:
    """What the words of a link promise, on a page that promised `page`; `around` is the row it stands
    in.

    >>> [promise_of(w) for w in ("松塘区2023年法治政府建设年度报告", "年度报告", "园区概况", "松塘高新区召开安全生产会议")]
    ['report', 'column', '', 'other']
    """
    text = squeeze(words)
    if not text and not around:
        return NOTHING
    if _GENERIC.fullmatch(text):
        row = squeeze(around)
        found = NOTHING if _GENERIC.fullmatch(row) else promise_of(row)
        return page if found in (NOTHING, OTHER) and page in (COLUMN, REPORT) else found
    if _is_none(text):
        return OTHER
    if _YEAR.search(text) and (_REPORT.search(text) or _SUBJECT.search(text) or _CUT_OFF.search(text)):
        return REPORT
    if len(text) <= LONGEST_COLUMN and (_COLUMN.search(text) or _REPORT.search(text)):
        return COLUMN
    if _REPORT.search(text):
        return REPORT
    return OTHER if han(text) >= SHORTEST_TITLE else NOTHING


def _is_none(text: str) -> bool:
    """Does a title say that what it names is no report?"""
    if _OF_PROJECTS.search(text) or (_EVENT.search(text) and not _REPORT.search(text)):
        return True
    return bool(_ABOUT.search(text)) and not _HANDED_ON.search(text)


def promise_of_address(address: str) -> str:
    """What an address promises that nobody gives words to.

    >>> promise_of_address("https://kfq.example/zwgk/fzzf/t20230120_7.html")
    'report'
    """
    path = unquote(urlsplit(address).path)
    if _REPORT.search(path) or _SUBJECT.search(path):
        return REPORT
    named = any(_FOLDER.match(folder) for folder in path.split("/"))
    return (COLUMN if path.endswith("/") else REPORT) if named else NOTHING


def better(one: str, other: str) -> str:
    """The greater of two promises."""
    return max(one, other, key=ORDER.index)
