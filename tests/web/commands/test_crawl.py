"""`xunzhang crawl`: what it takes and what it prints; the crawl itself is tested in
`test_crawl`."""

import json

import pytest
from click.testing import CliRunner

from corpus.crawl.outcome import Outcome
from corpus.crawl.run import Summary
from corpus.crawl.sources import BadSources
from web.commands import crawl as module
from web.commands.crawl import command, starts

OUTCOMES = (
    Outcome("https://a.example/1", "fetched"),
    Outcome("https://a.example/2", "unchanged"),
    Outcome("https://a.example/3", "failed", "服务器回答 HTTP 404。"),
    Outcome("https://a.example/4", "failed", "服务器回答 HTTP 404。"),
    Outcome("https://a.example/5", "refused", "robots.txt 不允许抓取。"),
)


@pytest.fixture
def asked(monkeypatch):
    calls = []

    def crawl(store, sources, limits, progress):
        calls.append((store.data, sources, limits))
        progress(1, 5)
        return Summary(OUTCOMES, left_out=7)

    monkeypatch.setattr(module, "crawl", crawl)
    return calls


def test_it_says_what_came_and_why_the_rest_did_not(asked, tmp_path):
    shown = CliRunner().invoke(
        command, ["https://a.example/", "--data", str(tmp_path), "--depth", "1", "--allow", "b.example"]
    )
    assert shown.exit_code == 1
    assert "新增或更新 1，不变 1，拒收 1，失败 2；超出上限而未抓的有 7 个网址。" in shown.output
    assert "失败 2  服务器回答 HTTP 404。" in shown.output
    (data, sources, limits), *_ = asked
    assert (data, [source.address for source in sources]) == (tmp_path, ["https://a.example/"])
    assert (limits.depth, limits.hosts, limits.allow_loopback) == (1, ("b.example",), False)


def test_json_gives_every_address(asked, tmp_path):
    shown = CliRunner().invoke(command, ["--data", str(tmp_path), "--json"])
    lines = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [line["status"] for line in lines] == [outcome.status for outcome in OUTCOMES]
    assert len(asked[0][1]) > 150


def test_sources_may_be_addresses_and_lists(tmp_path):
    listed = tmp_path / "list.csv"
    listed.write_text("address,depth\nhttps://a.example/1,0\n")
    assert [(source.address, source.depth) for source in starts((str(listed), "https://b.example/年报"))] == [
        ("https://a.example/1", 0),
        ("https://b.example/%E5%B9%B4%E6%8A%A5", None),
    ]
    with pytest.raises(BadSources):
        starts(("nothere.csv",))
