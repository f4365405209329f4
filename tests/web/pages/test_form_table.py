"""The tables of the national form on a report's page: real tables, and their text as it was."""

import io
import re

import html5lib
import pytest
from material.site_corpus import site

from benchmarks.forms import html_of
from corpus.clean import clean
from corpus.sample.national import figures, forms
from web.reading.form_table import row_places, shown

TABLES = forms(figures(3))
REPORT = clean(html_of(TABLES))


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data"), [REPORT]).test_client()


def page(client, **query):
    answer = client.get(f"/r/{REPORT.id}", query_string=query)
    assert answer.status_code == 200
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree = parser.parse(io.BytesIO(answer.data), transport_encoding="utf-8")
    assert parser.errors == []
    return answer.text, tree


def test_each_table_is_one(client):
    text, tree = page(client)
    tables = tree.findall(".//article//table")
    assert [table.find("caption").text for table in tables] == [
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、行政诉讼情况",
    ]
    written = ["".join(cell.itertext()) for table in tables for row in table.iter("tr") for cell in row.findall("td")]
    figures_shown = [text for text in written if text]
    assert figures_shown == [text for filled in TABLES for *_, text in filled.gold if text]
    assert all(cell.get("scope") for table in tables for cell in table.iter("th"))
    assert text.count('role="region" tabindex="0"') == 3
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("filled", list(zip(TABLES, REPORT.tables, strict=True)), ids=lambda pair: pair[1].form)
def test_heads_stand_over_their_columns(filled):
    for part in shown(filled[1]).parts:
        upper = part.heads[0]
        assert sum(head.columns for head in upper) == part.columns
        if len(part.heads) == 2:
            assert len(part.heads[1]) == sum(head.columns for head in upper if head.lines == 1)
        assert {len(row.texts) for _, rows in part.groups for row in rows} == {part.columns}


def test_the_text_is_there_as_before(client):
    _, tree = page(client)
    for section in REPORT.sections:
        for place, line in enumerate(section.text.split("\n"), 1):
            said = "".join(next(each for each in tree.iter() if each.get("id") == f"s{section.id}p{place}").itertext())
            assert "".join(line.split()) in "".join(said.split())


@pytest.mark.parametrize(
    ("query", "opened"),
    [({}, 0), ({"q": "行政强制"}, 1), ({"q": "群众满意度"}, 0), ({"q": '"属于国家秘密"'}, 1), ({"at": "3~p9"}, 1)],
)
def test_rows_with_a_mark_are_open(client, query, opened):
    text, _ = page(client, **query)
    assert text.count('<details class="rows" open>') == opened
    assert text.count('<details class="rows"') == 3


def test_cells_are_found_and_told(client):
    answer = client.get("/api/search", query_string={"q": '"属于行政查询事项"'}).json
    assert answer["total"]["sections"] == 1
    record = client.get(f"/api/reports/{REPORT.id}").json
    assert [table["form"] for table in record["tables"]] == ["2", "3", "4"]
    assert record["tables"][0]["cells"][0]["column"] == "本年制发件数"
    assert set(record["tables"][1]["cells"][0]) == {"row", "column", "value", "text"}


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["二、情况", "第二十条第（一）项", "信息内容\t件数", "规章\t1", "行政强制"], {1, 2, 3, 4}),
        (["三、情况", "下表为全年情况。", "类别\t1", "说明：以上由各部门填报。"], {2}),
        (["三、情况", "没有表格。"], set()),
        (["总\t计", "类\t1"], {1}),
    ],
)
def test_which_lines_are_rows(lines, rows):
    assert row_places(lines) == rows
