"""The comparison of two reports, as a page, a table and an answer for programs."""

import csv
import io
import re
from html import unescape

import pytest
from material.few_reports import report
from material.plain_scan import Shelf

from corpus.store.folder import Store
from index.build import build
from web.app import create_app

OLD = report(
    "1", ("一、", "审批", "一、审批\n全年办理许可37份，罚款12.5万元。推行告知承诺制，群众少跑一趟。"), year=2020
)
NEW = report(
    "2",
    ("一、", "审批", "一、审批\n全年办理许可52份，罚款9.3万元。推行告知承诺制，群众少跑一趟。为老人开设专窗。"),
    year=2022,
)
OTHER = report("3", "推行告知承诺制，群众少跑一趟。", zone="云岭区", year=2022, kind="信息公开")
NAMES = {"old": OLD.id, "new": NEW.id, "other": OTHER.id}


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    data = tmp_path_factory.mktemp("data")
    store = Store(data)
    for each in (OLD, NEW, OTHER):
        store.save(each)
    build(Shelf((OLD, NEW, OTHER)), data / "index")
    return create_app(data).test_client()


def test_the_answer_for_programs(client):
    found = client.get(f"/api/reports/{NEW.id}/diff").json
    assert (found["old"]["id"], found["new"]["year"], found["skipped_years"]) == (OLD.id, 2022, [2021])
    assert {kind: n for kind, n in found["counts"].items() if n} == {"unchanged": 2, "figures": 1, "new": 1}
    assert found["notes"] == ["中间隔着 2021 年。", "其中 2021 年的报告没有收录。"]
    changed = next(row for row in found["changes"] if row["kind"] == "figures")
    assert changed["figures"] == [
        {"old": "37份", "new": "52份", "old_value": 37, "new_value": 52, "unit": "份", "difference": 15},
        {
            "old": "12.5万元",
            "new": "9.3万元",
            "old_value": 125000,
            "new_value": 93000,
            "unit": "元",
            "difference": -32000,
        },
    ]
    assert [op[0] for op in changed["ops"]] == ["=", "-", "+", "=", "-", "+", "="]
    place = changed["new"]
    paragraph = NEW.sections[0].text.split("\n")[place["paragraph"] - 1]
    assert paragraph[place["start"] : place["end"]] == place["text"]


def test_each_place_is_a_page(client):
    for row in client.get(f"/api/reports/{NEW.id}/diff").json["changes"]:
        for side in filter(None, (row["old"], row["new"])):
            page = client.get(side["url"])
            assert page.status_code == 200
            assert f'id="{side["url"].partition("#")[2]}"' in page.text


def test_the_page_leads_with_figures_and_pairs(client):
    text = client.get(f"/r/{NEW.id}/changes").text
    assert re.findall(r'<h2 id="(\w+)"', text) == ["figures", "pairs", "new", "unchanged"]
    said = re.sub("<[^>]*>", "", text)
    assert "−3.2万元" in said
    assert "+15份" in said
    assert "<del>37份</del>" in text
    assert "<ins>52份</ins>" in text
    for url in {unescape(url) for url in re.findall(r'class="place" href="([^"]*)"', text)}:
        assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/r/{new}/changes?with={other}", 200, "两份报告不是同一主体的。"),
        ("/r/{new}/changes?with={other}", 200, "两份报告不是同一类型的。"),
        ("/r/{new}/changes?with=http://any.where/r/{old}?q=1%23s0", 200, "中间隔着 2021 年。"),
        ("/r/{new}/changes?with={new}", 200, "没有变的句子"),
        ("/r/{old}/changes", 200, "没有收录同一主体更早的同类报告；请说明同哪一份报告比较。"),
        ("/r/{new}/changes?with=nothing", 404, "这里没有这份报告"),
        ("/r/{new}/changes?with=a+b", 400, "不是报告的编号"),
        ("/r/{new}/changes?with={old}&with={new}", 400, "只能给一个值"),
        ("/r/nothing/changes", 404, "这里没有这份报告"),
        ("/api/reports/{old}/diff", 404, "没有收录同一主体更早的同类报告"),
        ("/api/reports/{new}/diff?with=nothing", 404, "没有编号"),
        ("/r/{old}/changes.csv", 404, "没有收录同一主体更早的同类报告"),
    ],
)
def test_what_is_said(client, address, status, said):
    answer = client.get(address.format_map(NAMES))
    assert (answer.status_code, said in answer.text) == (status, True), answer.text[:2000]


def test_the_table_has_every_row(client):
    text = client.get(f"/r/{NEW.id}/changes.csv").data.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [(line["kind"], line["old_figure"], line["new_figure"], line["difference"]) for line in lines] == [
        ("unchanged", "", "", ""),
        ("figures", "37份", "52份", "15"),
        ("figures", "12.5万元", "9.3万元", "-32000"),
        ("unchanged", "", "", ""),
        ("new", "", "", ""),
    ]


def test_a_report_leads_to_its_comparison(client):
    for each, said in ((NEW, "同 2020 年比，变了什么"), (OLD, "同另一份报告比")):
        text = client.get(f"/r/{each.id}").text
        url = re.search(rf'href="([^"]*)"[^>]*>{said}<', text)[1]
        assert client.get(unescape(url)).status_code == 200


def test_without_an_index_two_named_reports_are_compared(tmp_path):
    store = Store(tmp_path)
    for each in (OLD, NEW):
        store.save(each)
    client = create_app(tmp_path).test_client()
    assert client.get(f"/api/reports/{NEW.id}/diff?with={OLD.id}").json["counts"]["figures"] == 1
