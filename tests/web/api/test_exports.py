"""A search as a file: whole, honest about what it is, harmless in a spreadsheet."""

import csv
import gzip
import io
import json
import re
import time
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import openpyxl
import pandas
import pytest
from material.site_corpus import LINXI, MOBILE, REPORTS, report, site

from index.build import build
from search.lines import stretches
from search.request import Request
from search.stream import every_hit

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def client(tmp_path_factory, loops):
    return site(tmp_path_factory.mktemp("data")).test_client()


def table(answer):
    assert answer.data.startswith(b"\xef\xbb\xbf")  # Excel reads it as UTF-8
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def asked(answer):
    """What an answer says of itself in its headers."""
    return {name: unquote(answer.headers[f"X-Xunzhang-{name}"]) for name in ("Query", "Version", "Date", "Complete")}


def workbook(answer):
    """The rows of the first sheet, and the second as a mapping."""
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    first, second = book.worksheets
    return list(first.values), dict(second.values)


def test_csv(client):
    answer = client.get("/search.csv", query_string={"q": '"一网通办"', "limit": "1"})
    columns, *body = table(answer)
    assert columns[:3] == ["报告主体", "省份", "城市"]  # first of all, as every program that reads tables expects
    assert columns[11:] == ["固定链接", "文号", "官方网址", "全文"]
    assert len(body) == 3  # all hits, whatever the page held
    assert {len(row) for row in body} == {15}
    assert body[0][11].startswith("/r/")
    assert (asked(answer)["Query"], asked(answer)["Complete"]) == ('"一网通办"', "complete")
    assert asked(answer)["Version"]


def test_the_name_of_a_file_says_query_and_date(client):
    answer = client.get("/search.csv", query_string={"q": '"一网通办"'})
    plain, encoded = re.fullmatch(
        r"attachment; filename=\"([ -~]+)\"; filename\*=UTF-8''([ -~]+)", answer.headers["Content-Disposition"]
    ).groups()
    day = asked(answer)["Date"][:10]
    assert (plain, unquote(encoded)) == (f"xunzhang-{day}.csv", f"寻章-一网通办-{day}.csv")


@pytest.mark.parametrize("query", [{"q": '"一网通办"'}, {"q": "审计 复议"}, {"q": "审计", "view": "kwic"}, {}])
def test_both_tables_say_the_same(client, query):
    columns, *rows = table(client.get("/search.csv", query_string=query))
    answer = client.get("/search.xlsx", query_string=query)
    (names, *cells), about = workbook(answer)
    assert list(names) == columns
    told = [["" if cell is None else str(cell) for cell in row] for row in cells]
    assert told == [[cell.removeprefix("'") for cell in row] for row in rows]
    assert (about["检索式"] or "") == query.get("q", "") == asked(answer)["Query"]
    assert about["语料版本"] == asked(answer)["Version"]
    assert about["是否完整"] == "完整"
    assert "截短的格数" not in about


def test_what_a_hit_has_besides(client):
    found = pandas.read_excel(io.BytesIO(client.get("/search.xlsx?q=一网通办").data), dtype={"段落编号": str})
    by_place = {(row["报告主体"], row["年份"], row["段落编号"]): row for row in found.to_dict("records")}
    first = by_place[LINXI, 2022, "1.1"]
    assert first["文号"] == "临高管〔2023〕2号"
    assert first["全文"] == REPORTS[0].sections[2].text
    assert by_place[LINXI, 2023, "1"]["官方网址"] == "https://www.linxi.example/2023/1.html"


def test_no_cell_is_a_formula(client):
    rows = table(client.get("/search.csv", query_string={"q": "审计", "view": "kwic"}))
    for query in ({"q": '"SUM(A1)"'}, {"q": "-审计"}, {"q": '"SUM"', "view": "kwic"}):
        rows += table(client.get("/search.csv", query_string=query))
    assert any("SUM(A1)" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.fixture(scope="module")
def long(tmp_path_factory, loops):
    """A site over 450 sections: more than two pages of the largest size. Each says 检索 twice."""
    sections = [(str(n), 1, None, None, f"第{n}段检索，再检索。", None) for n in range(450)]
    return site(tmp_path_factory.mktemp("long"), (report("fffffffffff1", LINXI, 2022, sections),)).test_client()


def test_files_are_whole(long):
    body = table(long.get("/search.csv?q=检索"))[1:]
    assert len(body) == len({row[6] for row in body}) == 450
    assert len(long.get("/search.json?q=检索&limit=1").get_json()["hits"]) == 450
    assert len(ET.fromstring(long.get("/search.atom?q=检索").data).findall(f"{ATOM}entry")) == 450
    assert len(long.get("/search.json").get_json()["hits"]) == 450


@pytest.mark.parametrize("order", ["left", "right", "zone", "year"])
def test_concordances_are_whole_and_as_on_the_pages(long, order):
    query = {"q": "检索", "view": "kwic", "order": order, "context": "10", "limit": "200"}
    found = long.get("/search.json", query_string=query).get_json()
    pages = [long.get("/api/kwic", query_string={**query, "offset": str(at)}).get_json() for at in range(0, 900, 200)]
    assert found["complete"] == "complete"
    assert found["lines"] == [line for page in pages for line in page["lines"]]
    assert len(table(long.get("/search.csv", query_string=query))) == 1 + 900


def test_a_sample_says_that_it_is_one(long):
    found = long.get("/search.json?q=检索&view=kwic&sample=30&seed=4").get_json()
    assert found["complete"] == "random 30 of 900, seed 4"
    assert len(found["lines"]) == 30


@pytest.mark.parametrize("ending", ["json", "csv", "atom"])
def test_files_are_sent_as_they_are_made(long, ending):
    answer = long.get(f"/search.{ending}?q=检索", headers={"Accept-Encoding": "gzip"}, buffered=False)
    assert answer.is_streamed
    assert answer.headers["Content-Encoding"] == "gzip"
    plain = long.get(f"/search.{ending}?q=检索").text
    assert len(plain) == len(gzip.decompress(b"".join(answer.iter_encoded())).decode())
    assert long.head(f"/search.{ending}?q=检索").status_code == 200


@pytest.mark.slow
def test_one_snapshot_from_the_first_hit_to_the_last(tmp_path):
    app = site(
        tmp_path, [report("fffffffffff1", LINXI, 2022, [(str(n), 1, None, None, "检索。", None) for n in range(300)])]
    )
    at_hand = app.extensions["xunzhang"]
    answer, hits = every_hit(at_hand.engine, Request(q="检索"))
    first = next(hits)
    at_hand.store.remove("fffffffffff1")
    build(at_hand.store, tmp_path / "index")
    time.sleep(1.1)  # a site looks once a second
    assert at_hand.engine.search(Request(q="检索")).total.sections == 0
    assert len({first.section, *(hit.section for hit in hits)}) == answer.total.sections == 300


def test_lines_of_a_concordance_say_what_hits_say(client):
    query = {"q": '"一网通办"', "sort": "newest"}
    hits = {hit["permalink"]: hit for hit in client.get("/search.json", query_string=query).get_json()["hits"]}
    lines = client.get("/search.json", query_string={**query, "view": "kwic"}).get_json()["lines"]
    named = ("report", "section", "title", "zone", "province", "city", "year", "kind", "part", "headings")
    for line in lines:
        assert [line[name] for name in named] == [hits[line["permalink"]][name] for name in named]
    columns, *rows = table(client.get("/search.csv", query_string={**query, "view": "kwic"}))
    assert columns[:7] == ["报告主体", "年份", "左文", "命中", "右文", "段落编号", "固定链接"]  # as they were
    assert columns[7:] == ["省份", "城市", "类型", "标题", "小标题", "部分", "文号", "官方网址"]
    named = ("province", "city", "kind", "title", "headings", "part")
    told = [
        [" › ".join(cell) if isinstance(cell, list) else cell or "" for cell in map(line.get, named)] for line in lines
    ]
    assert [row[7:13] for row in rows] == told


def test_english_columns(client):
    rows = table(client.get("/search.csv?q=审计&lang=en"))
    assert rows[0][:3] == ["Reporting body", "Province", "City"]


def test_json(client):
    found = client.get("/search.json", query_string={"q": '"一网通办"'}).get_json()
    assert list(found) == ["query", "interpreted", "address", "version", "date", "complete", "hits"]
    assert len(found["hits"]) == 3
    lines = client.get("/search.json", query_string={"q": '"一网通办"', "view": "kwic"}).get_json()["lines"]
    assert len(lines) == 5


def test_atom(client):
    answer = client.get("/search.atom", query_string={"q": "正文 仍是文字"})
    assert answer.mimetype == "application/atom+xml"
    feed = ET.fromstring(answer.data)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 1
    again = client.get(
        "/search.atom", query_string={"q": "正文 仍是文字"}, headers={"If-None-Match": answer.headers["ETag"]}
    )
    assert again.status_code == 304  # readers ask often
    assert "<mark>" in entries[0].find(f"{ATOM}content").text
    assert "<script>" not in entries[0].find(f"{ATOM}content").text


def test_a_feed_in_english(client):
    feed = ET.fromstring(client.get("/search.atom", query_string={"q": "审计 -甲", "lang": "en"}).data)
    assert feed.find(f"{ATOM}title").text == "审计 -甲 – Xunzhang"
    assert feed.find(f"{ATOM}subtitle").text.startswith(
        "审计 and without甲 (1 section; corpus ".replace("without", "without ")
    )


def test_the_whole_corpus(client):
    answer = client.get("/reports.jsonl")
    records = [json.loads(line) for line in answer.text.splitlines()]
    assert [record["id"] for record in records] == sorted(report.id for report in REPORTS)
    assert MOBILE not in answer.text
    assert "/somewhere/deep" not in answer.text


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx", "atom"])
def test_numbers_of_persons_and_errors(client, ending):
    answer = client.get(f"/search.{ending}")
    assert MOBILE not in (str(workbook(answer)) if ending == "xlsx" else answer.text)
    answer = client.get(f"/search.{ending}?limit=0")
    assert answer.status_code == 400
    assert answer.get_json()["error"]["code"] == "bad_parameter"


@pytest.mark.parametrize("order", ["left", "year"])
def test_lines_of_an_export_are_placed_and_sorted_once(tmp_path, monkeypatch, order):
    sections = [(str(n), 1, None, None, f"第{n}段检索，再检索。", None) for n in range(450)]
    app = site(tmp_path, (report("fffffffffff1", LINXI, 2022, sections),))
    sorted_, times = stretches.ordered, []
    monkeypatch.setattr(stretches, "ordered", lambda *given: times.append(given) or sorted_(*given))
    lines = app.test_client().get(f"/search.json?q=检索&view=kwic&order={order}").get_json()["lines"]
    assert (len(lines), len(times)) == (900, 1)
