"""The table of reasons why a page is no report, each with its code: the first that holds is told.

A title that names a report is believed unless the body is a mirror's, a form, news or nothing; a
title that names another kind of text is believed unless the body says that it reports; a title that
says neither leaves it to the body.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.records import Stripped
from corpus.refusal.about import FEWEST_CHAPTERS, explains, is_news, resolves
from corpus.refusal.genre import asks_for_reports, hands_over, names_report
from corpus.refusal.page import Read, first_line
from corpus.refusal.scant import is_list, is_mirror, is_short, is_template, too_short
from corpus.refusal.voice import (
    FEWEST_STEPS,
    asks_and_answers,
    demands,
    instructs,
    is_left_open,
    is_rules,
    steps,
    tells_work,
)
from corpus.saying import Saying
from corpus.strip.bodiless import IS_LIST


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a page is no report: `holds` says whether it is so, `told` says it to a person, `seen`
    what pages it was made for."""

    code: str
    holds: Callable[[Read], bool]
    told: Callable[[Read], str]
    seen: str


def _of(*genres: str) -> Callable[[Read], bool]:
    """Titles of these genres, unless the body says that it reports."""
    return lambda page: page.genre in genres and not (page.announces or page.is_speech_to_assembly)


def _is_order(page: Read) -> bool:
    """A notice, plan or rule, and no report handed over by one."""
    if page.genre != "order":
        return False
    if page.name.endswith("通知") and page.says_rules:
        return True
    if hands_over(page.name):
        return not ((page.reports and page.chapters > 1) or tells_work(page.text))
    return not (page.announces and page.chapters > 1)


def _by_body(holds: Callable[[Read], bool]) -> Callable[[Read], bool]:
    """What only the body says, of a page that neither is called a report nor says that it reports."""
    return lambda page: not (page.called_report or page.announces) and holds(page)


def _is_guide(page: Read) -> bool:
    return steps(page.body) >= FEWEST_STEPS or instructs(page.text)


def _is_unlike(page: Read) -> bool:
    return not (names_report(page.name) or page.called_report or page.reports or page.chapters > FEWEST_CHAPTERS)


REASONS: Final = (
    Reason("list", is_list, lambda _: IS_LIST, "lists with the beginnings of reports"),
    Reason(
        "mirror",
        is_mirror,
        lambda _: Saying("正文夹有括注拼音，是镜像站的损坏副本，不是报告原文：请添加官方网站的页面。"),
        "81 mirrors of official pages",
    ),
    Reason(
        "template",
        is_template,
        lambda _: Saying("正文里的地名、年份是 XX 一类的空位，是范文模板，不是真实的报告。"),
        "templates of document libraries",
    ),
    Reason(
        "form",
        lambda page: (page.genre == "form" and not page.announces) or is_left_open(page.body),
        lambda _: Saying("这是报告的空白格式或编写提纲，内容尚待填写，不是真实的报告。"),
        "the blank national form, outlines of what to write",
    ),
    Reason(
        "about",
        explains,
        lambda page: Saying("标题为「%(title)s」，是关于报告的解读或要点，不是报告本身。", title=page.title),
        "explanations, digests, questions to speakers",
    ),
    Reason("resolution", resolves, lambda _: Saying("这是关于报告的决议，不是报告本身。"), "resolutions of assemblies"),
    Reason("short", is_short, too_short, "pages that only attach the report, error pages"),
    Reason(
        "asks",
        lambda page: asks_for_reports(page.name) and (page.says_rules or (demands(page.text) and not page.announces)),
        lambda page: Saying("标题为「%(title)s」，是布置或征集报告的通知，不是报告本身。", title=page.title),
        "notices to write or send in reports",
    ),
    Reason(
        "guide",
        _of("guide"),
        lambda page: Saying("标题为「%(title)s」，是办事指南一类的说明，不是工作报告。", title=page.title),
        "9 of 46 real pages were guides, lists or publicity, as the next two",
    ),
    Reason(
        "questions",
        lambda page: _of("questions")(page) or _by_body(lambda read: asks_and_answers(read.body))(page),
        lambda _: Saying("这是问题解答，不是工作报告。"),
        "questions with answers, in the title or in most headings",
    ),
    Reason(
        "publicity",
        _of("publicity"),
        lambda page: Saying("标题为「%(title)s」，是宣传材料，不是工作报告。", title=page.title),
        "leaflets, open letters, appeals",
    ),
    Reason(
        "recruitment",
        _of("recruitment"),
        lambda page: Saying("标题为「%(title)s」，是招聘信息，不是工作报告。", title=page.title),
        "advertisements of posts",
    ),
    Reason(
        "procurement",
        _of("procurement"),
        lambda page: Saying("标题为「%(title)s」，是采购或招标信息，不是工作报告。", title=page.title),
        "calls for tenders and their results, also for writing reports",
    ),
    Reason(
        "consultation",
        _of("consultation"),
        lambda page: Saying("标题为「%(title)s」，是征求意见一类的公告，不是工作报告。", title=page.title),
        "drafts and calls for opinions, also on reports to come",
    ),
    Reason(
        "other",
        lambda page: _of("speech", "profile", "decision", "minutes", "catalogue")(page) or _is_order(page),
        lambda page: Saying("标题为「%(title)s」，不是工作报告。", title=page.title),
        "speeches, lists, minutes, decisions, notices, plans, rules",
    ),
    Reason(
        "articles",
        _by_body(lambda page: is_rules(page.body)),
        lambda _: Saying("正文是逐条的规定，不是工作报告。"),
        "laws and rules whose titles do not say so",
    ),
    Reason("news", is_news, lambda _: Saying("这是关于报告的新闻，不是报告本身。"), "news of reports and meetings"),
    Reason(
        "instructs",
        _by_body(_is_guide),
        lambda _: Saying("正文是写给办事人的说明，讲的是怎样办理，不是做了哪些工作，不是工作报告。"),
        "guides whose titles do not say so",
    ),
    Reason(
        "rules",
        lambda page: not names_report(page.name) and page.says_rules and not page.reports,
        lambda _: Saying("正文是通知、方案一类的文件，不是工作报告。"),
        "notices and plans without a title",
    ),
    Reason(
        "unlike",
        _is_unlike,
        lambda _: Saying("没有报告的标题、章节或“情况报告如下”一类的说明，不像一份报告。"),
        "news and articles of all kinds",
    ),
)  # fmt: skip


def reason_of(title: str | None, body: Sequence[str]) -> tuple[str, str] | None:
    """Code and sentence of the first reason why a page with this title and body is no report; None
    where it is one."""
    page = Read(title, body)
    return next(((reason.code, reason.told(page)) for reason in REASONS if reason.holds(page)), None)


def why_refused(stripped: Stripped) -> str | None:
    """Why the page is no report, or None where it is one."""
    return stripped.bodiless or _told(stripped)[1]


def code_of(stripped: Stripped) -> str | None:
    """The code of the reason, `bodiless` where the page has no body; None where it is a report."""
    return "bodiless" if stripped.bodiless else _told(stripped)[0]


def _told(stripped: Stripped) -> tuple[str, str] | tuple[None, None]:
    return reason_of(stripped.title or first_line(stripped.head), stripped.body) or (None, None)
