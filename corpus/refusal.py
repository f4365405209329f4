"""Why a page is no report: a sentence for the person who added it, or None.

A report in substance is never refused for its looks; what is refused is a page without a body, a
list, a page that only attaches the report, and texts about a report instead of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.outline.heading import heading_of
from corpus.outline.part import DONE, ELSE, chapter_part
from corpus.records import Stripped
from corpus.strip.bodiless import ATTACHED_ONLY, IS_LIST, LISTED, no_page
from corpus.text.fold import squeeze
from corpus.text.han import han
from corpus.text.numbering import number_of
from corpus.wording.coded import said

# Chinese characters a report has at least; the shortest real one seen has about 350.
SHORTEST_REPORT = 150
# A page that is called a report may be shorter.
SHORTEST_TITLED = 80
# What a report says of itself stands in so many characters.
PURPOSE_WITHIN = 1500
# Resolutions have fewer numbered chapters; a page whose name is no report's has more.
FEWEST_CHAPTERS = 2
# Templates leave places and years open (XX市, 202x年) again and again.
MOST_BLANKED = 4
# So many readings in brackets behind characters make a machine-made mirror (國務院辦公(gong)廳).
MOST_READINGS = 5
# So many titles of reports, such a share of the lines, among broken-off sentences: a list.
LISTED_TITLES, LISTED_SHARE = 3, 0.2
# News of a report are short and have no numbered chapters.
LONGEST_NEWS = 2500

_READING = re.compile(r"[(（](?<=[\u3400-\u9fff].)[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
_BROKEN_OFF = re.compile(r"(?:\.{3,}|…+|\[详细\]|查看详情)$")
_ABOUT = re.compile(
    r"解读|图解|一图(?:读懂|看懂|了解)|答记者问|问答|读懂|访谈|要点$|新闻发布会|报告(?:的)?(?:评议|审议|点评|摘登)"
)
_OTHER = re.compile(
    r"(?:通知|公告|通告|意见|决议|决定|办法|规定|条例|方案|细则|批复|函|预案|令|规划|计划|目录|指南|工作要点|启事|简介|名单|公示)(?:[(\[].{1,24}[)\]])?$"
)
_REPORT = re.compile(r"报告|年报|公报|总结|汇报|述职|白皮书|工作情况|建设情况|行政情况|公开情况|落实情况")
_CHAPTER = re.compile(r"[一二三四五六七八九十](?<![^\s。！!].)[一二三四五六七八九十]?、")
_BLANKED = re.compile(
    r"[*xX×ＸΧ](?<![A-Za-z0-9].)(?:\*{0,2}|[xX×ＸΧ]{0,2})(?:省|市|区|县|镇|乡|街道|局|年)|[xX×*](?<=20[0-2\d].)年"
)
_DONE = re.compile(r"成效|成果|举措|情况|回顾|总结|做法")
_RULES = re.compile(
    r"编制了?(?:本|《)[^。]{0,20}(?:指南|目录)|制定(?:本|以下|如下)(?:实施)?(?:方案|办法|意见|规划|规定|条例|细则|制度|规则)|提出(?:如下|以下)(?:实施)?意见|(?:事项|有关要求)?通知如下|公告如下"
)
_REPORTS = re.compile(
    r"(?:情况|工作|报告|年报|如下).{0,12}(?:报告|汇报|公布|公告|通报|总结)如下|年度报告|工作报告|(?:由|包括).{0,80}(?:部分|方面)组成|我代表.{0,20}报告|(?:请予|提请)审议|(?:大会|会议|常委会)[^。]{0,6}作.{2,60}的报告|作(?:了)?(?:政府)?工作报告"
)
_NEWS = re.compile(
    r"(?:本报|本网|本台)(?:讯|记者)|(?:\d日|近日)(?:讯|电)|[(（]\s*(?:记者|通讯员|全媒体)|^.{0,12}讯[（(\s]"
)
# A resolution on a report begins with the meeting that heard it.
_RESOLUTION = re.compile(
    r".{0,60}(?:会议|大会)(?:听取|审议|审查)(?:和|并|了)*(?:审议|审查|讨论)?了?.{0,60}(?:报告|草案)[。，]?.{0,40}(?:会议|大会)(?:充分|高度|同意|认为|决定|批准)"
)
_BYLINE = re.compile(r"[(（](?:记者|通讯员|文|图|来源)?[/：:\s]?[\u4e00-\u9fff]{2,4}[)）]$")
_CALLED_NEWS = re.compile(r"(?:发布|公布|出炉|召开|举行|启动|审议|听取|通过|印发|亮点|显示|来了)")
_HEARD = re.compile(r"(?:常委会|人大|政协|会议|县委|市委|区委|省委).{0,14}(?:听取|审议)")
_MEETING = re.compile(r"会议(?:指出|强调|要求|认为|听取|审议)")
_CALLED_REPORT = re.compile(r"(?:报告|年报|公报|总结|汇报)(?:[(\[].{1,24}[)\]])?$")


def why_refused(stripped: Stripped) -> str | None:
    """Why the page is no report, or None where it is one."""
    return stripped.bodiless or no_report(stripped.title, stripped.body)


def no_report(title: str | None, body: Sequence[str]) -> str | None:
    """Why a page with this title and these body lines is no report, or None where it is one."""
    text, name = "\n".join(body), squeeze(title or "")
    opening, chapters = squeeze(text[:PURPOSE_WITHIN]), len(_CHAPTER.findall(text))
    if _is_list(body):
        return IS_LIST
    if len(_READING.findall(text)) > MOST_READINGS:
        return said("mirror")
    if len(_BLANKED.findall(text)) > MOST_BLANKED:
        return said("template")
    if _ABOUT.search(name):
        return said("about", title=title)
    if chapters < FEWEST_CHAPTERS and _RESOLUTION.match(opening.replace("\n", "")):
        return said("resolution")
    if han(text) < (SHORTEST_TITLED if _CALLED_REPORT.search(name) else SHORTEST_REPORT):
        return _too_short(text)
    reports = bool(_REPORTS.search(opening)) or _holds_prescribed_parts(body)
    notice = name.endswith("通知") and bool(_RULES.search(opening))
    if _OTHER.search(name) and (notice or not (reports and chapters > 1)):
        return said("other", title=title)
    if _REPORT.search(name):
        return _news(name, text, chapters)
    if _RULES.search(opening) and not reports:
        return said("rules")
    if reports or chapters > FEWEST_CHAPTERS:
        return None
    return said("unlike")


def _holds_prescribed_parts(body: Sequence[str]) -> bool:
    """Do the chapters tell what was done and what is lacking or comes next? Then it is a report."""
    words = [heading_of(line, number) for line in body if (number := number_of(line)) and number.level == 1]
    others = {chapter_part(heading, None) for heading in words} - {DONE, ELSE}
    return bool(others) and any(_DONE.search(squeeze(heading)) for heading in words)


def _is_list(body: Sequence[str]) -> bool:
    """Titles of reports with the beginnings of their texts."""
    lines = [squeeze(line) for line in body]
    titles = sum(bool(LISTED.fullmatch(line)) and not number_of(line) for line in lines)
    broken_off = sum(bool(_BROKEN_OFF.search(line)) for line in lines)
    return min(titles, broken_off) >= LISTED_TITLES and titles >= LISTED_SHARE * len(lines)


def _too_short(text: str) -> str:
    if reason := no_page(squeeze(text)):
        return reason
    if re.search(r"附件|下载|点击|详见", text):
        return ATTACHED_ONLY
    return said("short", n=han(text))


def _news(name: str, text: str, chapters: int) -> str | None:
    """News about a report: called like none (发布, 公布), short, unnumbered, signed by a
    reporter."""
    reported = bool(_NEWS.search(text[:160]) or _NEWS.search(text[-60:]) or _HEARD.search(name))
    reported |= len(_MEETING.findall(text)) > 1
    called = bool(_CALLED_NEWS.search(name)) and not _CALLED_REPORT.search(name)
    newsy = reported or called or (not _CALLED_REPORT.search(name) and bool(_BYLINE.search(text)))
    if newsy and chapters < 2 and han(text) < LONGEST_NEWS:
        return said("news")
    return None
