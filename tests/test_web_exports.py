"""A search as a file: whole, honest about what it is, harmless in a spreadsheet."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
from site_corpus import MOBILE, REPORTS, site

import web.exports

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    return site(tmp_path_factory.mktemp("data")).test_client()


def table(answer):
    assert answer.data.startswith(b"\xef\xbb\xbf")  # Excel reads it as UTF-8
    return list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_csv(client):
    rows = table(client.get("/search.csv", query_string={"q": '"一网通办"', "limit": "1"}))
    head = dict(row for row in rows if row[0].startswith("# "))
    assert head["# query"] == '"一网通办"'
    assert head["# complete"] == "complete"
    assert head["# version"]
    assert head["# address"].endswith("/search?q=%22%E4%B8%80%E7%BD%91%E9%80%9A%E5%8A%9E%22&limit=1")
    body = rows[len(head) + 1 :]
    assert len(body) == 3  # all hits, whatever the page held
    assert {len(row) for row in body} == {12}
    assert body[0][-1].startswith("http://localhost/r/")


def test_no_cell_is_a_formula(client):
    rows = table(client.get("/search.csv", query_string={"q": "审计", "view": "kwic"}))
    for query in ({"q": '"SUM(A1)"'}, {"q": "-审计"}, {"q": '"SUM"', "view": "kwic"}):
        rows += table(client.get("/search.csv", query_string=query))
    assert any("SUM(A1)" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_what_is_cut_off_is_said(client, monkeypatch):
    monkeypatch.setattr(web.exports, "MOST", 2)
    for address in ("/search.json", "/search.csv"):
        assert "first 2 of 10" in client.get(address).text
    assert "first 2 of 5" in client.get("/search.json", query_string={"q": '"一网通办"', "view": "kwic"}).text


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


def test_the_whole_corpus(client):
    answer = client.get("/reports.jsonl")
    records = [json.loads(line) for line in answer.text.splitlines()]
    assert [record["id"] for record in records] == sorted(report.id for report in REPORTS)
    assert MOBILE not in answer.text
    assert "/somewhere/deep" not in answer.text


@pytest.mark.parametrize("ending", ["json", "csv", "atom"])
def test_numbers_of_persons_and_errors(client, ending):
    assert MOBILE not in client.get(f"/search.{ending}").text
    answer = client.get(f"/search.{ending}?limit=0")
    assert answer.status_code == 400
    assert answer.get_json()["error"]["code"] == "bad_parameter"
