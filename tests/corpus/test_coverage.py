"""Coverage: zones by year, what lies between, and what is not held and why."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from material.pages_written import report

from corpus.coverage import coverage
from corpus.crawl.journal import QUEUED, Journal, Line
from corpus.crawl.sources import Source
from corpus.store.folder import Store
from web.commands.coverage import command


@pytest.fixture
def store(tmp_path):
    one = Store(tmp_path / "data")
    rows = [
        ("a", {"year": 2018}),
        ("b", {"year": 2021}),
        ("c", {"year": 2021}),
        ("d", {"year": None}),
        ("e", {"year": 2020, "kind": "信息公开"}),
        ("f", {"year": 2019, "zone": "青石湾开发区", "province": "广东省", "city": "潮州市"}),
        ("g", {"year": 2023, "zone": None, "province": None, "city": None}),
        ("h", {"year": 2020, "zone": "北京松塘园", "province": "北京市", "city": "北京市"}),
    ]
    for name, values in rows:
        one.save(replace(report(name * 12), **values))
    one.save(report("r" * 12).refuse("这是列表页，不是报告。"))
    journal = Journal(one.data / "crawl.csv")
    journal.begin("2026-01-01")
    journal.write(
        [
            Line("", "t", QUEUED, "https://songtang.example/x"),
            Line("", "t", "failed", "https://songtang.example/x", reason="服务器回答 HTTP 404。"),
            Line("", "t", "refused", "https://songtang.example/" + "r" * 12, reason="这是列表页，不是报告。"),
            Line("", "t", "fetched", "https://songtang.example/" + "a" * 12),
        ]
    )
    return one


LISTED = [Source("http://songtang.example/y", "上海"), Source("https://songtang.example/x", "江苏")]


def test_years_between_are_missing(store):
    found = {(zone.zone, zone.kind): zone for zone in coverage(store).zones}
    one = found["松塘高新区", "法治政府建设"]
    assert one.held == {2018: ("a" * 12,), 2021: ("b" * 12, "c" * 12)}
    assert one.missing == (2019, 2020)
    assert one.undated == ("d" * 12,)
    assert found["松塘高新区", "信息公开"].missing == ()


def test_provinces_come_in_their_order_and_unknown_ones_last(store):
    found = coverage(store)
    assert [province for province, _ in found.provinces()] == ["北京市", "江苏省", "广东省", None]
    assert found.years == tuple(range(2018, 2024))


def test_what_is_not_held_is_told_once_with_its_reason(store):
    pages = coverage(store, LISTED).not_held
    assert [(page.status, page.source, page.province) for page in pages] == [
        ("refused", "https://songtang.example/" + "r" * 12, "江苏省"),
        ("failed", "https://songtang.example/x", "江苏省"),
        ("waiting", "http://songtang.example/y", "上海市"),
    ]
    assert pages[0].reason == "这是列表页，不是报告。"


def test_nothing_held(tmp_path):
    found = coverage(Store(tmp_path / "none"))
    assert (found.years, found.zones, found.not_held) == ((), (), ())
    assert found.to_dict()["provinces"] == []


def test_the_command_prints_it(store):
    shown = CliRunner().invoke(command, ["--data", str(store.data)])
    assert shown.exit_code == 0
    assert "松塘高新区  法治政府建设  2018、2021；缺 2019–2020；年份不明 1 份" in shown.output
    assert "拒收 1  这是列表页，不是报告。" in shown.output
    values = json.loads(CliRunner().invoke(command, ["--data", str(store.data), "--json"]).output)
    assert values["provinces"][0]["zones"][0]["held"] == {"2020": ["h" * 12]}


def test_reports_under_their_earlier_name_are_the_same_series(tmp_path):
    store = Store(tmp_path)
    for name, year, kind in (("a", 2014, "依法行政"), ("b", 2016, "法治政府建设"), ("c", 2015, "信息公开")):
        store.save(report(name * 12, year=year, kind=kind))
    (_, law) = coverage(store).zones
    assert (law.kind, tuple(law.held), law.missing) == ("法治政府建设", (2014, 2016), (2015,))
