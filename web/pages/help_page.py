"""How to search, in a table one reads in a minute, and where programs find the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from typing import Any, Final

from flask import Flask, render_template, request

from corpus.errors import XunzhangError
from search.request import Request
from web.address import links
from web.address.parameters import State, read_language
from web.address.telling import address, of_search
from web.language.languages import N_
from web.language.sentences import gettext
from web.pages.examples import living_examples
from web.record.openapi import description
from web.shelf import shelf

# What is written, and what it means; each is a search that can be tried.
SYNTAX: Final = (
    (
        "行政复议 办结率",
        N_(
            "都有，次序不论，同在一段。标题、主体、地区里有的词和报告的年份也算，但至少一个要写在段里；只写着其中几个的另列在后。"
        ),
    ),
    ("“行政复议办结率”", N_('逐字如此，一字不差，在一个自然段之内。也可用 " "、「」、『』。')),
    ("办理 12件", N_("数字带着量词，十二件也算；加上引号就只找 12件。")),
    ("行政复议 OR 行政应诉", N_("有一个就行，也可写 | 。")),
    ("行政复议 -行政应诉", N_("有前面的，没有后面的，也可写 NOT。")),
    ("(行政复议 OR 行政应诉) 人数", N_("括号分组。")),
    ("行政复议 ~10 办结率", N_("相隔不到 11 个字，次序不论。")),
    ("“第*批”", N_("* 代表 0 到 10 个字，一个词组里最多两个。")),
    ("小标题:审计", N_("只在小标题里找；还有 标题: 园区: 地区: 部分: 类型: 级别:。")),
    ("文号:某政发〔2023〕5号", N_("按报告自己的文号找，括号和数字怎样写都行。直接写文号也会先列出那份报告。")),
    ("行政复议 年份:2021..2023", N_("限定年份或一段年份。")),
)

# What the description of the API calls its addresses.
SUMMARIES: Final = (
    N_("检索，一段一条"),
    N_("检索，一处一行"),
    N_("短语的矩阵，每行一个主体，每列一年"),
    N_("短语传开的过程：谁先写到，逐年多少"),
    N_("没有写到短语的报告"),
    N_("一份报告或一段文字里，哪些话别处也有"),
    N_("写得最多的句子，数字不论"),
    N_("同另一份报告相比，哪些句子变了"),
    N_("别的主体写同一话题的段落"),
    N_("已输入文字的常见后续"),
    N_("一份报告的完整记录"),
    N_("站点是否能检索"),
    N_("这份说明"),
)


def register(app: Flask) -> None:
    """The address of this module."""
    app.add_url_rule("/help", "help_page", help_page)


def help_page() -> str:
    """The query language by example, what counts as the same, and the API."""
    state = State(lang=read_language(request.args))
    syntax = [(text, gettext(meaning), links.search(links.with_request(state, q=text))) for text, meaning in SYNTAX]
    return render_template("help.html", state=state, syntax=syntax, told=_told(state), routes=routes())


def _told(state: State) -> list[tuple[str, str]]:
    """Questions about phrases that this corpus has, each with the page that answers it; none where
    there is no index to ask."""
    try:
        phrases = [f'"{phrase}"' for phrase, _ in living_examples(shelf().engine)]
    except XunzhangError:
        return []
    return list(_questions(phrases, state)) if phrases else []


def _questions(phrases: list[str], state: State) -> Iterator[tuple[str, str]]:
    one, what = of_search(replace(state, request=Request(phrases[0]))), phrases[0]
    yield gettext("谁先写到%(what)s？", what=what), f"{address(one)}#first"
    provinces = address(one, rows="province", cells="reports")
    yield gettext("各省各年有多少份报告写到%(what)s？", what=what), f"{provinces}#matrix"
    yield gettext("哪些报告没有写到%(what)s，哪些年份没有收录？", what=what), f"{address(one)}#absent"
    most = address(one, cells="per_million", order="sections")
    yield gettext("%(what)s，谁写得最多？按字数算呢？", what=what), f"{most}#matrix"
    if len(phrases) > 1:
        together = address(one, queries=tuple(phrases), cells="reports")
        yield gettext("%(phrases)s，哪一个先传开？", phrases="、".join(phrases)), together


def routes() -> list[tuple[str, str, list[str]]]:
    """The API's addresses: path, what it gives, its parameters."""
    paths: dict[str, Any] = description(version("xunzhang"))["paths"]
    asked = ((path, way) for path, methods in paths.items() for way in methods.values())
    named = ((path, way["summary"], [each["name"] for each in way.get("parameters", ())]) for path, way in asked)
    return [(path, gettext(summary), parameters) for path, summary, parameters in named]
