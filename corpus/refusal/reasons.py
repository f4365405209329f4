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
from corpus.strip.bodiless import IS_LIST
from corpus.wording.coded import said


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
        lambda _: said("mirror"),
        "81 mirrors of official pages",
    ),
    Reason(
        "template",
        is_template,
        lambda _: said("template"),
        "templates of document libraries",
    ),
    Reason(
        "form",
        lambda page: (page.genre == "form" and not page.announces) or is_left_open(page.body),
        lambda _: said("form"),
        "the blank national form, outlines of what to write",
    ),
    Reason(
        "about",
        explains,
        lambda page: said("about", title=page.title),
        "explanations, digests, questions to speakers",
    ),
    Reason("resolution", resolves, lambda _: said("resolution"), "resolutions of assemblies"),
    Reason("short", is_short, too_short, "pages that only attach the report, error pages"),
    Reason(
        "asks",
        lambda page: asks_for_reports(page.name) and (page.says_rules or (demands(page.text) and not page.announces)),
        lambda page: said("asks", title=page.title),
        "notices to write or send in reports",
    ),
    Reason(
        "guide",
        _of("guide"),
        lambda page: said("guide", title=page.title),
        "9 of 46 real pages were guides, lists or publicity, as the next two",
    ),
    Reason(
        "questions",
        lambda page: _of("questions")(page) or _by_body(lambda read: asks_and_answers(read.body))(page),
        lambda _: said("questions"),
        "questions with answers, in the title or in most headings",
    ),
    Reason(
        "publicity",
        _of("publicity"),
        lambda page: said("publicity", title=page.title),
        "leaflets, open letters, appeals",
    ),
    Reason(
        "recruitment",
        _of("recruitment"),
        lambda page: said("recruitment", title=page.title),
        "advertisements of posts",
    ),
    Reason(
        "procurement",
        _of("procurement"),
        lambda page: said("procurement", title=page.title),
        "calls for tenders and their results, also for writing reports",
    ),
    Reason(
        "consultation",
        _of("consultation"),
        lambda page: said("consultation", title=page.title),
        "drafts and calls for opinions, also on reports to come",
    ),
    Reason(
        "other",
        lambda page: _of("speech", "profile", "decision", "minutes", "catalogue")(page) or _is_order(page),
        lambda page: said("other", title=page.title),
        "speeches, lists, minutes, decisions, notices, plans, rules",
    ),
    Reason(
        "articles",
        _by_body(lambda page: is_rules(page.body)),
        lambda _: said("articles"),
        "laws and rules whose titles do not say so",
    ),
    Reason("news", is_news, lambda _: said("news"), "news of reports and meetings"),
    Reason(
        "instructs",
        _by_body(_is_guide),
        lambda _: said("instructs"),
        "guides whose titles do not say so",
    ),
    Reason(
        "rules",
        lambda page: not names_report(page.name) and page.says_rules and not page.reports,
        lambda _: said("rules"),
        "notices and plans without a title",
    ),
    Reason(
        "unlike",
        _is_unlike,
        lambda _: said("unlike"),
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
