# ruff: noqa: E501  (pages are quoted as they stand)
"""Boxes of teasers that outweigh a short report, in the forms sites give them."""

from itertools import product

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.load.page import load
from corpus.records import Page
from corpus.strip.page import strip
from corpus.strip.teasers import without_teasers

TITLE = "东湖县气象局2025年法治政府建设年度报告"
BODY = (
    "2025年，东湖县气象局认真落实法治政府建设要求，现将有关情况报告如下。",
    "一、主要做法",
    "开展防雷安全检查四十二家次，办理施放气球许可九件，没有发生行政复议和行政诉讼。",
    "二、存在不足",
    "执法人员偏少，普法宣传形式比较单一，部门协作还不够紧密。",
    "三、下步打算",
    "加强业务培训，联合应急部门开展执法，做好气象灾害防御的普法宣传。",
)
NEWS = "推进会在县城召开，会议强调要抢抓机遇、乘势而上，以项目建设的成效推动高质量发展，各乡镇、各部门负责同志参加会议，会议还通报了进展情况。"
TEASERS = {
    "headline in a link": "<div class='item'><a href='/{n}'>全县召开第{n}次项目调度推进会议</a><p>{n}日，{news}</p></div>",
    "list of definitions": "<dl><dt><a href='/{n}'>全县召开第{n}次项目调度推进会议</a></dt><dd>{n}日，{news}</dd></dl>",
    "with its date": "<li><a href='/{n}'>全县召开第{n}次项目调度推进会议</a><span>2026-01-{n}</span><p>{n}日，{news}</p></li>",
    "and a link in its text": "<li><p class='t'><a href='/{n}'>全县召开第{n}次项目调度推进会议</a></p><p class='s'>{n}日，{news}<a href='/{n}'>[详细]</a></p></li>",
    "linked as a whole": "<a href='/{n}'><h4>全县召开第{n}次项目调度推进会议</h4><p>{n}日，{news}</p></a>",
    "two paragraphs": "<div class='n'><a href='/{n}'>全县召开第{n}次项目调度推进会议</a><p>{n}日，{news}</p><p>又讯，{news}</p></div>",
    "a link below": "<div class='item'><h4>全县召开第{n}次项目调度推进会议</h4><p>{n}日，{news}</p><a href='/{n}'>查看详情</a></div>",
}
HOLDERS = {
    "a class of the site's own": "<div class='detail'>{head}<div class='txt'>{body}</div></div>",
    "a known container": "<div class='detail'>{head}<div id='zoom'>{body}</div></div>",
    "none": "<div>{head}{body}</div>",
}
PLACES = {
    "below": "{held}<div class='rec'>{box}</div>",
    "above": "<div class='top'>{box}</div>{held}",
    "both": "<div class='top'>{box}</div>{held}<div class='rec'>{box}</div>",
    "beside": "<table><tr><td class='left'>{box}</td><td class='right'>{held}</td></tr></table>",
}


@pytest.mark.parametrize(("teaser", "holder", "place"), [*product(TEASERS, HOLDERS, PLACES)])
def test_a_short_body_among_heavy_boxes(teaser, holder, place):
    box = "".join(TEASERS[teaser].format(n=n, news=NEWS) for n in range(10, 22))
    head = f"<h1>{TITLE}</h1><div>发布时间：2026-01-20 来源：县气象局</div>"
    held = HOLDERS[holder].format(head=head, body="".join(f"<p>{line}</p>" for line in BODY))
    page = f"<html><head><title>{TITLE}_东湖县</title></head><body>{PLACES[place].format(held=held, box=box)}</body></html>"
    stripped = strip(load(Page("https://www.example.gov.cn/a.html", page.encode())))
    assert (stripped.title, stripped.body) == (TITLE, BODY)


def test_a_known_container_with_the_chapters_holds_the_report():
    cards = "".join(f"<div class='card'><div class='text'>{n}日，{NEWS}</div></div>" for n in range(10, 22))
    body = "".join(f"<p>{line}</p>" for line in BODY)
    page = f"<html><body><div class='cards'>{cards}</div><h1>{TITLE}</h1><div id='zoom'>{body}</div></body></html>"
    assert strip(load(Page("https://www.example.gov.cn/a.html", page.encode()))).body == BODY


LINK, TEXT = "html body div.item a", "html body div.item p"


@pytest.mark.parametrize(
    ("lines", "teasers"),
    [
        ([("全县召开项目调度推进会议", LINK, 1.0), (SENTENCE, TEXT)] * 3, 3),
        ([("全县召开项目调度推进会议", LINK, 1.0), (SENTENCE, TEXT)] * 2, 0),  # too few for a box
        ([("一、全县召开项目调度推进会议", LINK, 1.0), (SENTENCE, TEXT)] * 4, 0),  # chapters that are links
        ([("全县召开项目调度推进会议", LINK, 1.0), *[(SENTENCE, TEXT)] * 3] * 4, 0),  # paragraphs under links
        ([("全县召开项目调度推进会议", LINK, 1.0), (SENTENCE, TEXT), ("一、概况", TEXT)] * 4, 0),  # text between them
        (["全县召开项目调度推进会议", SENTENCE] * 4, 0),  # flattened
    ],
)
def test_what_makes_a_box(lines, teasers):
    assert sum(line.role == "teaser" for line in without_teasers(weighed(*lines))) == teasers


def _card(at, shape, length):
    title = f"会昌县召开第{at}次重点工作推进会议"
    said = f"近日，会昌县召开第{at}次会议，传达上级精神，研究部署下一阶段任务，与会人员热烈讨论。" * length
    if shape == "li":
        return f"<li><b>{title}</b><p>{said}</p></li>"
    return f"<div class='item'><h4>{title}</h4><p>{said}</p><span>2024-01-0{at}</span></div>"


def _chapters():
    said = "全县上下依法履职能力有了新的提高，重大事项全部经过合法性审核，退回修改9件。"
    names = ("一、主要举措", "二、存在的不足", "三、2024年打算")
    return [text for at, name in enumerate(names) for text in (name, f"第{at + 1}季度，{said}")]


def _page(article, beside, *, after):
    title = "会昌县2023年法治政府建设年度报告"
    body = f"<div class='k9'><h1>{title}</h1><p>日期：2024-01-31</p>{article}</div>"
    source = body + beside if after else beside + body
    page = f"<html><head><title>{title}</title></head><body>{source}</body></html>"
    return Page("http://www.example.gov.cn/a.html", page.encode(), "text/html; charset=utf-8")


def _paragraphs(page):
    return [text.strip() for text in strip(load(page)).body]


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("length", [1, 3])
@pytest.mark.parametrize("number", [3, 8])
@pytest.mark.parametrize("shape", ["li", "card"])
def test_cards_without_links_beside_the_chapters_are_none_of_the_report(shape, number, length, after):
    cards = "".join(_card(at + 1, shape, length) for at in range(number))
    article = "".join(f"<p>{text}</p>" for text in _chapters())
    assert _paragraphs(_page(article, f"<div class='x1'>{cards}</div>", after=after)) == _chapters()


def test_cards_inside_the_chapters_container_are_text():
    cards = "".join(_card(at + 1, "li", 1) for at in range(4))
    article = "".join(f"<p>{text}</p>" for text in _chapters())
    assert len(_paragraphs(_page(article + f"<ul>{cards}</ul>", "", after=True))) == len(_chapters()) + 8


def test_chapters_in_containers_of_their_own_are_all_text():
    parts = [_chapters()[at : at + 2] for at in range(0, 6, 2)]
    article = "".join(f"<div class='part'><h4>{name}</h4><p>{said}</p></div>" for name, said in parts)
    assert _paragraphs(_page(article, "", after=True)) == _chapters()
