"""A page in English shows no Chinese but what it quotes, and what it quotes says so: every text
with Han stands under lang="zh"."""

import re
from dataclasses import replace

import pytest
from lxml import html
from material.page_types import PAGE_TYPES
from material.site_corpus import LINXI, REPORTS, site

from web.app import create_app

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
SPOKEN = ("title", "aria-label", "placeholder", "alt")  # attributes that are read out
REFUSED = replace(
    REPORTS[0], id="ddddddddddd1", zone=None, year=None, sections=(), refused="标题为「某解读」，不是工作报告。"
)
UNKNOWN = replace(REFUSED, id="ddddddddddd2", refused="这句话没有英文。")
PAGES = (
    "/",
    "/search",
    "/search?q=一网通办",
    "/search?q=行政复议 -审计&sort=newest",
    "/search?q=52件",
    "/search?q=一网通办&view=kwic",
    "/search?q=一网通办&view=reports",
    "/search?q=不在其中的词",
    "/search?q=“行政复议”&year=1999",
    "/search?q=行政复议 审计 概况",
    "/search?q=审计&region=440000&level=市&part=其他&kind=其他&zone=",
    "/search?q=部分:问题 OR 级别:省级开发区 -类型:其他 年份:2022..",
    "/search?q=揭阳苏枣",
    '/search?q="甲',
    "/search?q=(行政复议 OR)",
    "/search?year=abc",
    "/search?sort=甲",
    "/search?limit=0",
    "/nothing",
    "/r/nonesuch",
    "/r/ddddddddddd1",
    "/r/ddddddddddd2",
    "/r/aaaaaaaaaaa1",
    "/r/aaaaaaaaaaa1?q=一网通办&n=1",
    "/r/aaaaaaaaaaa1?q=没有的",
    "/r/aaaaaaaaaaa1?q=“甲",
    "/r/aaaaaaaaaaa1?from=9.9",
    "/r/aaaaaaaaaaa2",
    "/r/bbbbbbbbbbb1",
    "/r/ccccccccccc1",
    "/r/aaaaaaaaaaa1/9.9",
    "/r/aaaaaaaaaaa1/receipt",
    "/r/ddddddddddd1/receipt",
    "/r/ddddddddddd2/receipt",
    "/r/aaaaaaaaaaa1/changes",
    "/r/aaaaaaaaaaa1/changes?with=aaaaaaaaaaa2",
    "/r/aaaaaaaaaaa1/changes?with=bbbbbbbbbbb1",
    "/r/aaaaaaaaaaa1/changes?with=a%20b",
    "/r/aaaaaaaaaaa1/0/alike",
    "/r/aaaaaaaaaaa1/1/alike?within=part",
    "/r/aaaaaaaaaaa1/9.9/alike",
    "/zones",
    f"/zones/{LINXI}",
    "/zones/没有的区",
    "/coverage",
    "/coverage?reason=标题为「…」，不是工作报告。",
    "/help",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data"), (*REPORTS, REFUSED, UNKNOWN)).test_client()


def language(element):
    """The language an element is in: its own or that of what it stands in."""
    return next((found for each in (element, *element.iterancestors()) if (found := each.get("lang"))), "")


def unmarked(document):
    """Every Han text outside what says that it is Chinese, with the element it stands in."""
    for element in document.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "title"):
            continue
        texts = [(element, element.text)] + [(element, child.tail) for child in element]
        for within, text in texts:
            if text and HAN.search(text) and not language(within).startswith("zh"):
                yield f"<{within.tag} class={within.get('class')}> {text.strip()[:60]}"


def of_ours(document):
    """Every Han text in the page's title and in attributes that are read out that does not also
    stand quoted in the page."""
    quoted = " ".join(
        [text for element in document.iter() if isinstance(element.tag, str) for text in element.xpath("text()")]
        + [element.get("value") or "" for element in document.iter("input")]
    )
    for element in document.iter():
        if not isinstance(element.tag, str) or language(element).startswith("zh"):
            continue
        texts = [element.text] if element.tag == "title" else [element.get(name) for name in SPOKEN]
        for piece in (piece for text in texts if text for piece in HAN.findall(text)):
            if piece not in quoted:
                yield f"<{element.tag}> {piece[:60]}"


@pytest.mark.parametrize("address", PAGES)
def test_chinese_is_marked(client, address):
    page = client.get(address + ("&" if "?" in address else "?") + "lang=en", follow_redirects=True)
    document = html.fromstring(page.text)
    assert document.get("lang") == "en"
    assert [*unmarked(document), *of_ours(document)] == []


def test_the_chinese_page_is_caught(client):
    """The walk itself sees what is not marked."""
    document = html.fromstring(client.get("/help").text.replace('lang="zh-Hans"', 'lang="en"'))
    assert len(list(unmarked(document))) > 10


@pytest.fixture(scope="module")
def sample_client(sample):
    return create_app(sample).test_client()


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_chinese_is_marked_in_every_type_of_page(sample_client, ids, name):
    page = sample_client.get(PAGE_TYPES[name].address(ids, "en"))
    document = html.fromstring(page.text)
    assert [*unmarked(document), *of_ours(document)] == []
