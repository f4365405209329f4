"""The front page and the page of results, as HTML."""

import json
import re
from urllib.parse import unquote

import pytest
from material.site_corpus import BAISHA, HOSTILE, LINXI, MOBILE, site

from corpus.text.fold import squeeze
from search.answer import Answer, Total
from search.request import Request
from web.address.parameters import State
from web.language.choices import exact_link


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data"), notice="示例：园区是虚构的。").test_client()


def page(client, address, **query):
    answer = client.get(address, query_string=query or None)
    assert answer.status_code == 200, answer.text
    return answer.text


def counts(text):
    """The units of the count line: 段 份 个主体 处."""
    line = re.search(r'id="count".*?</h1>', text, re.DOTALL)[0]
    return re.findall(r"([\d,]+) (段|份|个主体|处)<", line)


def test_front(client):
    text = page(client, "/")
    assert "4 份报告" in text
    assert "3 个主体" in text
    assert "2021–2023 年" in text
    examples = re.search(r'<ul class="examples".*?</ul>', text, re.DOTALL)[0]
    assert examples.count('class="count"') == 3
    assert "示例：园区是虚构的。" in text


def test_examples_find_something(client):
    for address in re.findall(r'<li><a href="(/search\?[^"]+)"', page(client, "/")):
        assert "没有找到" not in page(client, address.replace("&amp;", "&"))


def test_counts_are_kept_apart(client):
    assert counts(page(client, "/search", q='"一网通办"')) == [("3", "段"), ("3", "份"), ("2", "个主体"), ("5", "处")]


def test_a_hit_leads_to_its_section(client):
    text = page(client, "/search", q='"复议人员"')
    assert 'href="/r/aaaaaaaaaaa1?q=%22复议人员%22&amp;at=2#s2"' in text
    assert 'href="/r/aaaaaaaaaaa1?q=%22复议人员%22&amp;at=2~p2#s2p2"' in text
    assert re.search('href="/r/aaaaaaaaaaa1/2[?]t=[a-z2-7]{16}"', text)
    assert "<mark>复议人员</mark>" in text


def test_a_heading_is_said_once(client):
    text = page(client, "/search", q='"推行一网通办"')
    assert text.count("推行<mark>") + text.count("<mark>推行一网通办</mark>") == 1


def test_traditional_text_is_marked_and_tagged(client):
    text = page(client, "/search", q='"一网通办"')
    assert "<mark>一網通辦</mark>" in text
    assert re.search(r'<p class="snippet" lang="zh-Hant">推進<mark>一網通辦', text)


def test_facets_and_chips(client):
    text = page(client, "/search", q="行政复议", year="2023")
    assert 'aria-label="去掉 年份：2023"' in text
    assert LINXI in text
    assert BAISHA in text


def test_every_link_of_a_page_works(client):
    seen = set()
    for start in (
        "/search?q=%E4%B8%80%E7%BD%91%E9%80%9A%E5%8A%9E",
        "/search?q=%E4%B8%80%E7%BD%91%E9%80%9A%E5%8A%9E&view=kwic",
    ):
        for address in re.findall(r'href="(/[^"#]*)', page(client, start)):
            seen.add(address.replace("&amp;", "&"))
    answers = {address: client.get(address).status_code for address in seen}
    assert {address: status for address, status in answers.items() if status not in (200, 302)} == {}
    assert len(seen) > 20


def test_unknown_filter_value_is_said(client):
    text = page(client, "/search", part="火星")
    assert "没有找到" in text
    assert "火星" in re.search(r'<ul class="notes".*?</ul>', text, re.DOTALL)[0]


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ({"q": '"一网通办火星"'}, "“一网通办”"),
        ({"q": '"一网通办"', "year": "2021"}, "去掉筛选"),
        ({"q": '审计 "火星文"'}, ">审计<"),
    ],
)
def test_nothing_found_is_explained_with_ways_out(client, query, offered):
    text = page(client, "/search", **query)
    assert offered in text
    block = text[text.index('class="nothing"') : text.index('class="profile"')]
    for address in re.findall(r'href="(/search[^"]*)"', block):
        assert "没有找到" not in page(client, address.replace("&amp;", "&"))


@pytest.mark.parametrize(
    ("typed", "note", "label"),
    [
        ("一网通办 or 火星", "“or”读作或", "按普通文字检索"),
        ("一网通办 –火星", "“–”读作不含", "按普通文字检索"),
        ("“一网通办", "引号 “ 没有配对", "按普通文字检索"),
        ("下年安排", "“下年安排”也是报告的一个部分的名称", "只看这一部分"),
    ],
)
def test_what_was_forgiven_is_said_above_the_hits_with_a_link(client, typed, note, label):
    text = page(client, "/search", q=typed, sort="newest")
    said = re.search(r'<ul class="notes"[^>]*>(.*?)</ul>', text, re.DOTALL)[1]
    assert note in said
    address, linked = re.search(r'<a href="([^"]+)">(.*?)</a>', said).groups()
    assert linked == label
    assert "sort=newest" in address
    assert note not in page(client, address.replace("&amp;", "&"))
    assert "Search it as plain text" in page(client, "/search", q=typed, lang="en") or label == "只看这一部分"


def test_paging_keeps_everything(client):
    text = page(client, "/search", q="", limit="3", sort="newest")
    after = re.search(r'rel="next" href="([^"]+)"', text)[1].replace("&amp;", "&")
    assert after == "/search?sort=newest&offset=3&limit=3"
    assert 'rel="prev"' in page(client, after)


def test_a_page_past_the_end_says_so_without_breaking(client):
    assert "10 段" in page(client, "/search", offset="5000")


@pytest.mark.parametrize(
    "hostile", [HOSTILE, "\"'><svg onload=alert(1)>", "{{ 7*7 }}", "&lt;script&gt;", "</title><script>"]
)
def test_hostile_query_is_text(client, hostile):
    for name in ("q", "zone", "part"):
        text = client.get("/search", query_string={name: hostile}).text
        assert "<script>alert" not in text
        assert "<svg onload" not in text
        assert "<img src=x" not in text
        assert "</title><script>" not in text


def test_hostile_report_is_text(client):
    text = page(client, "/search", q="仍是文字")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text


def test_numbers_of_persons_are_hidden(client):
    assert MOBILE not in page(client, "/search", q="联系电话")
    assert MOBILE not in page(client, "/search", q="联系电话", view="kwic")


def test_concordance(client):
    text = page(client, "/search", q='"一网通办"', view="kwic")
    assert len(re.findall(r'<th scope="row"', text)) == 5
    assert "<mark>一网通办</mark>" in text


def test_hits_by_report(client):
    text = page(client, "/search", q="行政复议", view="reports")
    assert text.count('class="hit grouped"') == 3  # four sections of three reports
    assert "2 段 · 2 处" in text
    assert "只归并了" not in text


def test_too_many_hits_to_group_are_said(client, monkeypatch):
    monkeypatch.setattr("web.pages.by_report.MOST", 2)
    monkeypatch.setattr("web.pages.by_report.MAX_LIMIT", 2)
    assert "只归并了" in page(client, "/search", view="reports")


def test_a_sample_of_the_concordance_is_offered_and_left(client, monkeypatch):
    monkeypatch.setattr("web.language.choices.SAMPLED", 2)
    address = re.search(r'class="sampled"><a href="([^"]+)"', page(client, "/search", q='"一网通办"', view="kwic"))[1]
    sampled = page(client, address.replace("&amp;", "&"))
    assert len(re.findall(r'<th scope="row"', sampled)) == 2
    assert sampled == page(client, address.replace("&amp;", "&"))  # the same seed, the same lines
    assert "看全部" in sampled


def test_words_that_stand_unbroken_are_offered_as_a_phrase(client):
    text = page(client, "/search", q="行政复议 制度")
    assert "连写的有" not in text  # nowhere one after the other


def test_where_little_is_found_words_to_leave_out_are_offered(client):
    text = page(client, "/search", q="行政复议 一网通办")
    block = text[text.index('class="nothing"') : text.index('class="profile"')]
    before = int(counts(text)[0][0])
    offers = re.findall(r'href="(/search[^"]*)"', block)
    assert offers
    for address in offers:
        assert int(counts(page(client, address.replace("&amp;", "&")))[0][0]) > before


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("行政复议办结", True),
        ("行政復議办结。", True),
        ("行政复议办结 审计工作", False),
        ("行政复议办结，审计工作", False),
        ("“行政复议”", False),
    ],
)
def test_a_phrase_is_offered_where_it_finds_what_stands_unbroken(typed, offered):
    answer = Answer("1.1", typed, "", Total(5, 2, 1, 9, exact=2), (), {})
    link = exact_link(answer, State(Request(typed)))
    assert bool(link) == offered
    assert not offered or unquote(link).endswith(f'"{typed.rstrip("。")}"')


def test_a_span_of_years_has_one_address(client):
    answer = client.get("/search?q=一网通办&year=2023&sort=newest&year_from=2022&year_to=2023")
    assert (answer.status_code, unquote(answer.headers["Location"])) == (
        302,
        "/search?q=一网通办&year=2022..2023&sort=newest",
    )
    text = page(client, answer.headers["Location"])
    assert "<option selected>2022</option>" in text
    chip = re.search(r'<ul class="chips".*?href="([^"]+)" aria-label="去掉 年份：2022–2023"', text, re.DOTALL)[1]
    assert unquote(chip) == "/search?q=一网通办&amp;sort=newest"


def test_whole_reports_are_listed_where_a_query_only_excludes(client):
    query = {"q": '-"一网通办"', "view": "reports"}
    text = page(client, "/search", **query)
    listed = re.findall(r'<h2[^>]*><a href="/r/(\w+)"', text)
    every = map(json.loads, client.get("/reports.jsonl").text.splitlines())
    silent = [each["id"] for each in every if not any("一网通办" in squeeze(part["text"]) for part in each["sections"])]
    assert sorted(listed) == sorted(silent)
    assert "按整份报告计" in text
    assert re.findall(r"<strong>(\d+) 份</strong>", text) == [str(len(silent))] * 2
    assert "段</" not in re.search(r'id="count".*?</h1>', text, re.DOTALL)[0]
    found = client.get("/api/search", query_string=query).json
    assert (found["counts"], sorted(hit["report"] for hit in found["hits"])) == ("reports", sorted(silent))
    assert sum(value["count"] for value in found["facets"]["year"]) == len(silent)
    assert client.get("/api/search", query_string={"q": query["q"]}).json["counts"] == "sections"


def test_what_is_named_stands_above_the_hits(client):
    text = page(client, "/search", q=f"{LINXI} 2022")
    named = re.search(r'<ul class="named".*?</ul>', text, re.DOTALL)[0]
    links = re.findall(r'href="([^"]+)"', named)
    assert unquote(links[0]) == f"/zones/{LINXI}"
    assert links[1].startswith("/r/")
    assert 'class="named"' not in page(client, "/search", q='"复议人员"')


def test_issuers_on_results_lead_to_their_pages(client):
    for view in ("list", "kwic", "reports"):
        issuers = re.findall(
            r'<span class="zone"[^>]*><a href="([^"]+)"', page(client, "/search", q="一网通办", view=view)
        )
        assert issuers
        assert {client.get(address).status_code for address in issuers} == {200}
