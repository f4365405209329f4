"""Texts about a report instead of one: explanations, digests, news, resolutions."""

from __future__ import annotations

import re
from typing import Final

from corpus.refusal.genre import bare_title
from corpus.refusal.page import Read
from corpus.refusal.voice import tells_work

# Resolutions have fewer numbered chapters; a page whose name is no report's has more.
FEWEST_CHAPTERS = 2
# News of a report are short and have no numbered chapters.
LONGEST_NEWS = 2500
# So many times somebody says something at a meeting.
MOST_SAID = 1

_EXPLAINS: Final = re.compile(
    r"解读|[图漫]解|图说|漫画|一图(?:读懂|看懂|了解)|答记者问|读懂|访谈|新闻发布会|报告(?:的)?(?:评议|审议|点评|摘登)(?!意见)|速[览读递]|数读"
)
# The same in titles that name no report: the words may be a report's own.
_PRAISES: Final = re.compile(r"热词|关键词|看点|亮点|划重点|金句|干货|说变化|看变化")
_DIGEST: Final = re.compile(r"要点$|(?:报告|年报)[^。]{0,4}(?:速记|摘录|精编|学习(?:笔记|体会|问答|辅导))")
# 信访问答平台建设情况, 政策解读工作: what a report is on.
_WORK_ON: Final = re.compile(
    r"(?<=关于)[^。]*(?:解读|图解|问答|访谈|新闻发布会|亮点)|(?:解读|图解|问答|访谈|发布会|亮点)[^。]{0,10}(?:工作|平台|机制|制度|栏目|情况|质量|建设|项目|开展|编制)"
)
_NEWS: Final = re.compile(
    r"(?:本报|本网|本台)(?:讯|记者)|(?:\d日|近日)(?:讯|电)|[(（]\s*(?:记者|通讯员|全媒体)|^.{0,12}讯[（(\s]|记者.{0,12}(?:获悉|了解到|看到|采访)"
)
# A caption tells who took the picture; its paper's name makes no news of what stands below.
_CAPTION: Final = re.compile(
    r"(?:本报|本网|日报)?(?:记者|通讯员)?[\s/]*[\u4e00-\u9fff]{2,4}\s*[/／]?(?:摄|图|文)(?:[/、]?[摄图文])?\s*[)）]?$"
)
# A resolution on a report begins with the meeting that heard it.
_RESOLUTION: Final = re.compile(
    r".{0,60}(?:会议|大会)(?:听取|审议|审查)(?:和|并|了)*(?:审议|审查|讨论)?了?.{0,60}(?:报告|草案)[。，]?.{0,40}(?:会议|大会)(?:充分|高度|同意|认为|决定|批准)"
)
_BYLINE: Final = re.compile(r"[(（](?:记者|通讯员|文|图|来源)?[/：:\s]?[\u4e00-\u9fff]{2,4}[)）]$")
_CALLED_NEWS: Final = re.compile(
    r"(?:发布|公布|出炉|召开|举行|举办|启动|审议|听取|通过|印发|亮点|显示|来了|开幕|闭幕|督导|调研|座谈|走访|慰问|热议|聆听|宣讲|反响|热烈|揭牌|获评|荣获|入选|超|逾|破|突破|首次|一行)"
)
_HEARD: Final = re.compile(r"(?:常委会|人大|政协|会议|县委|市委|区委|省委).{0,14}(?:听取|审议)")
_SAID: Final = re.compile(
    r"会议(?:指出|强调|要求|认为|听取|审议)|(?:书记|组长|主任|局长|[省市区县镇]长|负责人|一行|领导|座谈会上|会上)[^。，,]{0,12}(?:指出|强调|表示|介绍|要求|说)"
)
_WORDS_OF_REPORT: Final = re.compile(r"(?:报告|年报|公报|总结|汇报)(?:[(\[].{1,24}[)\]])?$")
_OPENING_SIGNS, _CLOSING_SIGNS = 160, 60  # characters in which a paper and a reporter are named


def explains(page: Read) -> bool:
    """Is the title that of an explanation or a digest? Not where a report is on explaining."""
    name = bare_title(page.name)
    if _DIGEST.search(name):
        return not page.called_report
    if page.called_report:
        return bool(_EXPLAINS.search(page.name)) and not _WORK_ON.search(page.name)
    return bool(_EXPLAINS.search(page.name) or _PRAISES.search(page.name))


def resolves(page: Read) -> bool:
    """A resolution on a report."""
    return page.chapters < FEWEST_CHAPTERS and bool(_RESOLUTION.match(page.opening.replace("\n", "")))


def is_news(page: Read) -> bool:
    """News: called like it (发布, 开幕), short, unnumbered, signed by a reporter or full of what was
    said at a meeting; never a speech to an assembly."""
    if page.is_speech_to_assembly or page.chapters >= FEWEST_CHAPTERS or page.signs >= LONGEST_NEWS:
        return False
    named = bool(_WORDS_OF_REPORT.search(page.name))
    text = "\n".join(line for line in page.text.split("\n") if not _CAPTION.search(line.strip()))
    reported = bool(_NEWS.search(text[:_OPENING_SIGNS]) or _NEWS.search(text[-_CLOSING_SIGNS:]))
    reported |= bool(_HEARD.search(page.name))
    reported |= len(_SAID.findall(page.text)) > MOST_SAID and not (page.announces or tells_work(page.text))
    called = bool(_CALLED_NEWS.search(page.name)) and not named and not page.called_report
    return reported or called or (not named and bool(_BYLINE.search(page.text)))
