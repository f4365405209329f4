"""A report's page: sections and anchors, marks, facts, nothing that is not to be shown."""

import re
from dataclasses import replace

import pytest
from material.site_corpus import LINXI, MOBILE, REPORTS, site
from material.site_corpus import report as made


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


def page(client, address, **query):
    answer = client.get(address, query_string=query or None)
    assert answer.status_code == 200, answer.text
    return answer.text


def plain(text):
    """The text of the article as a reader sees it."""
    body = text[text.index('<article class="text"') : text.index("</article>")]
    return re.sub(r"<[^>]+>", "", body)


def test_every_section_and_paragraph_has_its_anchor(client):
    text = page(client, "/r/aaaaaaaaaaa1")
    for anchor in ("s0", "s0p1", "s1", "s1p1", "s1.1", "s1.1p1", "s1.1p2", "s2", "s2p2"):
        assert text.count(f'id="{anchor}"') == 1
        if "p" not in anchor:
            assert f'href="#{anchor}"' in text


def test_anchors_are_unique(client):
    ids = re.findall(r' id="([^"]+)"', page(client, "/r/aaaaaaaaaaa1", q="一网通办"))
    assert len(ids) == len(set(ids))


def test_the_text_is_whole(client):
    shown = re.sub(r"\s|§", "", plain(page(client, "/r/aaaaaaaaaaa1", q='"一网通办"')))
    for section in REPORTS[0].sections:
        assert re.sub(r"\s", "", section.text) in shown


def test_marks_are_counted_through_the_report(client):
    text = page(client, "/r/aaaaaaaaaaa1", q='"一网通办"')
    assert re.findall(r'<mark id="(m\d+)">([^<]+)</mark>', text) == [(f"m{number}", "一网通办") for number in (1, 2, 3)]
    assert "<b>–</b> / 3" in text
    assert re.search(r'rel="next" data-step="1" href="[^"]*n=1#m1"', text)


def test_stepping_works_without_a_script(client):
    text = page(client, "/r/aaaaaaaaaaa1", q='"一网通办"', n="2")
    assert '<mark id="m2" class="here">' in text
    assert re.search(r'rel="prev"[^>]*n=1#m1"', text)
    assert re.search(r'rel="next"[^>]*n=3#m3"', text)


def test_only_sections_that_are_found_are_marked(client):
    text = page(client, "/r/aaaaaaaaaaa1", q="复议 不足")
    assert "<mark" in text
    assert text.count('class="n"') == 1  # one section holds both


def test_words_apart_are_marked_and_said_to_be_apart(client):
    text = page(client, "/r/aaaaaaaaaaa1", q='"一网通办" "复议人员"')
    assert "没有一段满足整个检索" in text
    assert "<mark" in text


@pytest.mark.parametrize(("q", "said"), [('"', "引号"), ("火星", "这份报告里没有")])
def test_a_query_that_marks_nothing_is_said(client, q, said):
    text = page(client, "/r/aaaaaaaaaaa1", q=q)
    assert said in text
    assert "<mark" not in text


def test_script(client):
    text = page(client, "/r/bbbbbbbbbbb1")
    assert '<article class="text" lang="zh-Hant">' in text
    assert "推進一網通辦" in text
    simplified = page(client, "/r/bbbbbbbbbbb1", script="hans", q='"一网通办"')
    assert '<article class="text" lang="zh-Hans">' in simplified
    assert '<mark id="m1">一网通办</mark>' in simplified


def test_facts(client):
    text = page(client, "/r/aaaaaaaaaaa1")
    for fact in ("临高管〔2023〕2号", "2023-01-10", "广东省 潮州市", "aaaaaaaaaaa1.txt", "2 次", "[R/OL]", "（推断）"):
        assert fact in text
    assert "/somewhere/deep" not in text
    assert re.search(r'<a href="/r/aaaaaaaaaaa2" rel="nofollow" title="[^"]+">2023</a>', text)


def test_source_link(client):
    assert 'href="https://www.linxi.example/2023/1.html"' in page(client, "/r/aaaaaaaaaaa2")


def test_hostile_text_and_numbers_of_persons(client):
    for report in REPORTS:
        text = page(client, f"/r/{report.id}", q="正文")
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert MOBILE not in text


def test_unknown_report(client):
    assert client.get("/r/nothing").status_code == 404
    assert client.get("/r/..%2f..%2fetc").status_code == 404


def test_a_page_that_was_refused_is_not_shown(tmp_path):
    refused = replace(REPORTS[0], refused="只是一个列表。", sections=())
    client = site(tmp_path, (*REPORTS[1:], refused)).test_client()
    answer = client.get("/r/aaaaaaaaaaa1")
    assert answer.status_code == 404
    assert "只是一个列表" in answer.text


def test_a_report_is_read_without_an_index(tmp_path):
    client = site(tmp_path).test_client()
    (tmp_path / "index" / "CURRENT").unlink()
    assert client.get("/r/aaaaaaaaaaa1").status_code == 200


@pytest.fixture(scope="module", params=[12, pytest.param(1120, marks=pytest.mark.slow)])
def many(tmp_path_factory, request):
    """Reports of one issuer, year and kind, the larger number with more sections that match than
    anyone pages through; and the ids of the first and the last."""
    texts = ("审计加强。", "信访加强。", "审计、信访。")
    sections = [(str(n), 1, None, None, text, None) for n, text in enumerate(texts, 1)]
    reports = [made(f"{n:012x}", LINXI, 2022, sections) for n in range(request.param)]
    return site(tmp_path_factory.mktemp("many"), reports).test_client(), (reports[0].id, reports[-1].id)


@pytest.mark.parametrize(
    ("q", "marked"),
    [
        ("审计", ["1", "3"]),
        ("审计 信访", ["3"]),
        ("审计 -信访", ["1"]),
        ("加强 -信访", ["1"]),
        ("加强 -审计", ["2"]),
    ],
)
def test_exactly_the_sections_that_match_are_marked_among_many_reports(many, q, marked):
    client, ends = many
    for identity in ends:
        assert marked_sections(page(client, f"/r/{identity}", q=q)) == marked


def marked_sections(text):
    """The sections of the article that hold a mark."""
    pieces = re.split(r'id="s(\d+)"', text[text.index('<article class="text"') : text.index("</article>")])
    return [name for name, inside in zip(pieces[1::2], pieces[2::2], strict=True) if "<mark" in inside]
