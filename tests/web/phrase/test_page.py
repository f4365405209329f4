"""The page of a phrase: what its cells say and where they lead, what is said beside them."""

import re
from html import unescape

import pytest
from material.few_reports import report
from material.phrase_site import phrase_site
from material.plain_scan import Shelf

from index.build import build
from web.app import create_app


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return phrase_site(tmp_path_factory.mktemp("data"))


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.text


CELL = re.compile(r'<td class="(s\d|silent|not_held|without_part)">(.*?)</td>', re.DOTALL)
ADDRESS = re.compile(r'href="([^"]*)"[^>]*>([^<]*)<')


def rows(text):
    """Name of a row → its cells: class, and what it says."""
    table = text[text.index('<table class="matrix">') : text.index("</table>", text.index('<table class="matrix">'))]
    found = {}
    for row in table.split("<tr>")[1:]:
        name = re.search(r'scope="row"[^>]*>(?:<a[^>]*>)?([^<]*)<', row)
        if name and CELL.search(row):
            found[name[1]] = [(state, re.sub("<[^>]*>", "", cell).strip()[:1]) for state, cell in CELL.findall(row)]
    return found


def test_cells(client):
    found = rows(page(client, '/phrase?q="免扰清单"&cells=occurrences'))
    assert list(found) == ["乙区", "丙区", "甲区", "丁区", "合计"]
    assert found["甲区"] == [("s3", "1"), ("s5", "2"), ("s3", "1"), ("s0", "4")]
    assert [state for state, _ in found["乙区"]][:3] == ["silent", "not_held", "s3"]
    assert [state for state, _ in found["丁区"]] == ["silent"] * 4
    assert [said for _, said in found["合计"]] == ["1", "2", "4", "7"]


@pytest.mark.parametrize(
    "more", ["", "&rows=province", "&rows=kind", "&rows=none", "&year=2020..2021", "&order=sections"]
)
def test_each_cell_leads_to_what_it_counts(client, more):
    text = page(client, f'/phrase?q="免扰清单"{more}')
    table = text[text.index('<table class="matrix">') :]
    links = [(unescape(url), said) for url, said in ADDRESS.findall(table[: table.index("</table>")])]
    links = [(url, said) for url, said in links if not url.startswith("/zones/")]
    assert len(links) >= 3
    for url, said in links:
        total = client.get("/api" + url).json["total"]["sections"]
        assert f"{total:,}" == said


@pytest.mark.parametrize(
    ("cells", "said"),
    [("sections", "1"), ("occurrences", "2"), ("reports", "1"), ("per_report", "1.00"), ("per_million", "–")],
)
def test_what_cells_say(client, cells, said):
    text = page(client, f'/phrase?q="免扰清单"&zone=甲区&year=2020&cells={cells}')
    table = text[text.index('<table class="matrix">') :]
    assert next(text for url, text in ADDRESS.findall(table) if not url.startswith("/zones/")) == said


def test_first_use_is_told_as_far_as_it_is_known(client):
    text = page(client, '/phrase?q="免扰清单"')
    table = text[text.index("figures first") : text.index("</table>", text.index("figures first"))]
    plain = re.findall(r"<tr><td>(.*?)</td><th.*?><a[^>]*>(.*?)</a></th><td><a[^>]*>(.*?)</a></td>", table)
    assert plain == [
        ("–", "甲区", "至迟 2019 年，更早未收录"),
        ("1", "丙区", "2021 年，上一年没有写到"),
        ("1", "乙区", "2019 年之后，至迟 2021 年；其间未收录"),
    ]


@pytest.mark.parametrize(
    ("q", "said"),
    [
        ('-"免扰清单"', "排除（-、NOT）是按段说的"),
        ('zone:甲区 OR "免扰清单"', "字段（如 zone:、year:）写在“或”里"),
        ('zone:甲区 "免扰清单"', "只划定范围，不算要找的话"),
        ('"免扰" "总体平稳"', "几个词要在同一段内"),
    ],
)
def test_what_is_said_of_a_question(client, q, said):
    text = page(client, f"/phrase?q={q}")
    assert said in unescape(text)
    silent = "不能说谁没有写到" in text
    assert silent == (said.startswith(("排除", "字段（")))


def test_absence(client):
    text = page(client, '/phrase?q="免扰清单"')
    assert "收录的 12 份里，6 份没有写到。" in text
    assert re.search(r'乙区</a> <span class="count">2020<', text)
    without = page(client, '/phrase?q="免扰清单"&part=下年安排')
    assert "另有 12 份没有这一部分，两边都不算。" in without


def test_curve(client):
    text = page(client, '/phrase?q="免扰清单"')
    names = re.findall(r"<circle[^>]*(few)?[^>]*><title>([^<]*)<", text)
    assert [name for _, name in names] == [
        "2019 年：收录 4 个主体，1 个已经写到，其中新写到 0 个",
        "2020 年：收录 3 个主体，1 个已经写到，其中新写到 0 个",
        "2021 年：收录 4 个主体，3 个已经写到，其中新写到 2 个",
    ]
    assert text.count('class="few"') == 3  # fewer than five are held: no line
    assert 'd="M44' not in text[text.index('class="c1"') :][:2000]


def test_several_phrases(client):
    text = page(client, '/phrase?q="免扰清单"&q="总体平稳"&cells=reports')
    found = rows(text)
    table = text[text.index('<table class="matrix">') :]
    for url, said in ADDRESS.findall(table[: table.index("</table>")]):
        assert str(client.get("/api" + unescape(url)).json["total"]["reports"]) == said
    assert [said for _, said in found["&#34;免扰清单&#34;"]] == ["1", "2", "3", "6"]
    assert [said for _, said in found["&#34;总体平稳&#34;"]] == ["4", "4", "4", "1"]
    assert 'aria-label="去掉 &#34;免扰清单&#34;"' in text
    assert client.get("/phrase?" + "&".join(f"q={each}" for each in "甲乙丙丁戊己庚")).status_code == 400


def test_what_cannot_be_read_is_said(client):
    assert client.get("/phrase?q=zone:").status_code == 400
    assert client.get("/phrase?rows=planet").status_code == 400


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_results_and_help_lead_here(client, lang):
    text = page(client, f'/search?q="免扰清单"&year=2021&lang={lang}')
    url = unescape(re.search(r'<a class="told" href="([^"]*)"', text)[1])
    assert url.startswith("/phrase?q=%22")
    assert "year=2021" in url
    assert client.get(url).status_code == 200
    assert "/phrase?q=" in page(client, f"/help?lang={lang}")


@pytest.mark.slow
def test_many_issuers_make_pages_of_bounded_size(tmp_path):
    many = [
        report(f"{zone}x{year}", "推行免扰清单", zone=f"某某{zone}高新技术产业开发区", year=year)
        for zone in range(300)
        for year in range(2014, 2024)
    ]
    build(Shelf(many), tmp_path / "index")
    client = create_app(tmp_path).test_client()
    first = page(client, '/phrase?q="免扰清单"')
    assert len(first.encode()) < 200_000
    assert 'rel="next"' in first
    turned = page(client, unescape(re.search(r'rel="next" href="([^"]*)"', first)[1]))
    assert not set(rows(first)) & set(rows(turned)) - {"合计"}
