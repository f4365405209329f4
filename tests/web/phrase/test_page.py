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
    plain = re.findall(r"<tr><td>(.*?)</td><th.*?><a[^>]*>(.*?)</a></th><td><a[^>]*>(.*?)</a>", table)
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


UNTOLD = ['-"免扰清单"', 'zone:甲区 OR "免扰清单"', "免扰清单 2021", "丙区 免扰清单"]


@pytest.mark.parametrize("q", UNTOLD)
def test_where_silence_cannot_be_told_nothing_rests_on_it(client, q):
    text = page(client, f"/phrase?q={q}")
    assert "不能说谁没有写到" in text
    for each in ("传开的过程", "谁先写到", "过半写到", "/spread.csv", "/absent.csv", "收录了，没有写到"):
        assert each not in text
    assert "silent" not in {state for cells in rows(text).values() for state, _ in cells}
    assert "收录了，写没写到不能说" in text or q.startswith(("-", "zone"))


def test_what_to_ask_instead_is_a_click_away(client):
    text = page(client, "/phrase?q=免扰清单 2021")
    url, said = re.search(r'可以改问：<a href="([^"]*)"[^>]*>([^<]*)<', text).groups()
    assert said == "免扰清单 year:2021"
    told = page(client, unescape(url))
    assert "收录的 4 份里，1 份没有写到。" in told
    assert "不能说" not in told


def test_past_the_last_row_there_is_a_way_back(client):
    text = page(client, '/phrase?q="免扰清单"&limit=3&offset=60')
    assert "一共只有 4 行，这一页没有了。" in text
    last, first = (unescape(re.search(f'<a href="([^"]*)">{name}</a>', text)[1]) for name in ("最后一页", "第一页"))
    assert list(rows(page(client, last))) == ["丁区", "合计"]
    assert list(rows(page(client, first))) == ["乙区", "丙区", "甲区", "合计"]
    assert "这一页没有了" not in page(client, '/phrase?q="免扰清单"&limit=2&offset=2')


@pytest.mark.parametrize(
    ("q", "causes"),
    [
        ("火星", ["没有一段写着：", "看看收录了什么"]),
        ("免扰清单 火星", ["火星", "只找："]),
        ('"免扰清单火星"', ["免扰清单"]),
    ],
)
def test_where_nobody_says_it_there_are_causes_and_no_empty_chart(client, q, causes):
    text = page(client, f"/phrase?q={q}")
    for cause in causes:
        assert cause in text
    assert 'class="nothing"' in text
    assert "<svg" not in text
    assert 'class="matrix"' not in text
    for url in re.findall(r'<a href="(/phrase[^"]*)" lang="zh-Hans">', text[text.index('class="nothing"') :]):
        assert "段 · " in page(client, unescape(url))


def test_what_a_filter_leaves_nothing_of(client):
    text = page(client, '/phrase?q="免扰清单"&zone=丁区')
    url = unescape(re.search(r'<a href="([^"]*)">去掉筛选', text)[1])
    assert url.startswith("/phrase?")
    assert 'class="matrix"' in page(client, url)


def test_phrases_of_which_it_cannot_be_told_have_no_curve(client):
    text = page(client, '/phrase?q="免扰清单"&q=-"总体平稳"&q=火星')
    assert len(re.findall(r'<g class="c\d"><?', text)) == 3
    assert text.count("<circle") == 3
    assert "-&#34;总体平稳&#34;：排除" in text
    assert [state for state, _ in rows(text)["火星"]][:3] == ["silent"] * 3


def test_the_curves_of_several_phrases_have_their_table(client):
    text = page(client, '/phrase?q="免扰清单"&q="总体平稳"&q=-"甲"')
    table = text[text.index('<table class="figures">') : text.index("</table>")]
    found = [re.findall(r"<td>([^<]*)</td>", row) for row in table.split("<tr>")[2:]]
    assert found == [["1 / 4", "4 / 4", ""], ["1 / 3", "3 / 3", ""], ["3 / 4", "4 / 4", ""]]


def test_what_stands_beside_the_table_is_said(client):
    assert "另有 1 份没有注明年份或这一项，写到的有 1 段，不在表里。" in page(client, '/phrase?q="免扰清单"')
    assert "不在表里" not in page(client, '/phrase?q="免扰清单"&rows=none')


def test_provinces_fold(client):
    text = page(client, '/phrase?q="免扰清单"')
    assert re.findall(r'class="fold" aria-label="([^"]*)"', text) == ["收起 江苏省", "收起 广东省", "收起 未注明省份"]


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


def test_where_no_line_can_be_drawn_the_choice_stays(tmp_path):
    apart = [report("1", "推行免扰清单", zone="甲区", year=2020), report("2", "没有", zone="乙区", year=2021)]
    build(Shelf(apart), tmp_path / "index")
    text = page(create_app(tmp_path).test_client(), '/phrase?q="免扰清单"&panel=balanced')
    assert 'class="curve"' not in text
    assert "这样的主体收录不到两年，画不成线。" in text
    assert 'href="/phrase?q=%22免扰清单%22">收录的全部主体</a>' in text


def test_phrases_that_nobody_says_make_no_chart(client):
    text = page(client, "/phrase?q=火星&q=水星")
    assert '<h2 id="spread"' not in text
    assert [state for state, _ in rows(text)["火星"]] == ["silent"] * 4


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
