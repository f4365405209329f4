"""`xunzhang crawl`: what it takes and what it prints; the crawl itself is tested in
`test_crawl`."""

import json

import pytest
from click.testing import CliRunner

from corpus.crawl.account.outcome import Ending, Outcome
from corpus.crawl.account.summary import Summary
from corpus.crawl.journal import Journal, line_of
from corpus.crawl.sources import BadSources
from corpus.crawl.visit import Visit
from web.commands import crawl as module
from web.commands.crawl import command, starts
from web.commands.progress import bar

A, B = "https://a.example/", "https://b.example/"
OUTCOMES = (
    Outcome("https://a.example/1", "new", source=A, report="a" * 12, title="松塘高新区2023年法治政府建设年度报告"),
    Outcome("https://a.example/2", "unchanged", source=A),
    Outcome("https://a.example/3", "failed", "服务器回答 HTTP 500。", source=A),
    Outcome("https://a.example/4", "gone", "服务器回答 HTTP 404，这个网址已失效。", source=A),
    Outcome(B, "refused", "robots.txt 不允许抓取。", source=B),
)
NOTE = "同一类网址超过 --alike 的上限，未抓 7 个，如 https://a.example/c?m=40。"


@pytest.fixture
def asked(monkeypatch):
    calls = []

    def crawl(store, sources, limits, name, progress):
        calls.append((store.data, sources, limits, name))
        progress(1, 5)
        return Summary(OUTCOMES, Ending(7, (NOTE,)), tuple(sources))

    monkeypatch.setattr(module, "crawl", crawl)
    return calls


def test_it_says_what_came_and_why_the_rest_did_not(asked, tmp_path):
    shown = CliRunner().invoke(command, [A, B, "--data", str(tmp_path), "--depth", "1", "--allow", "b.example"])
    assert shown.exit_code == 1  # of one source nothing came
    assert "新收 1，不变 1，拒收 1，失效 1，失败 1；超出上限而未抓的有 7 个网址。" in shown.output
    assert "新收  aaaaaaaaaaaa  松塘高新区2023年法治政府建设年度报告" in shown.output
    assert f"来源 {A}  新收 1，不变 1，失效 1，失败 1\n" in shown.output
    assert f"来源 {B}  没有报告：来源本身没有给出报告：robots.txt 不允许抓取。" in shown.output
    assert NOTE in shown.output
    assert "失败 1  服务器回答 HTTP 500。" in shown.output
    (data, sources, limits, name), *_ = asked
    assert (data, [source.address for source in sources], name) == (tmp_path, [A, B], f"{A}、{B}")
    assert (limits.depth, limits.hosts, limits.allow_loopback) == (1, ("b.example",), False)


def test_failures_alone_are_no_failure_of_the_crawl(asked, tmp_path):
    assert CliRunner().invoke(command, [A, "--data", str(tmp_path)]).exit_code == 0


def test_json_gives_every_address(asked, tmp_path):
    shown = CliRunner().invoke(command, ["--data", str(tmp_path), "--json"])
    lines = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [line["status"] for line in lines] == [outcome.status for outcome in OUTCOMES]
    assert (lines[0]["report"], lines[0]["source"]) == ("a" * 12, A)
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


def test_a_bare_host_is_an_address_and_a_file_of_that_name_is_a_list(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert [(s.address, s.bare) for s in starts(("www.songtang.example",))] == [("http://www.songtang.example", True)]
    (tmp_path / "songtang.example").write_text("https://a.example/1\n")
    assert [s.address for s in starts(("songtang.example",))] == ["https://a.example/1"]


def test_status_tells_of_queues_and_sources(tmp_path):
    journal = Journal(tmp_path / "crawl.csv")
    for name in ("一.csv", "二.csv"):
        journal.begin(f"2026-01-0{1 + (name > '一.csv')}T00:00:00Z", name)
        visit = Visit(A if name == "一.csv" else B, source=A if name == "一.csv" else B)
        journal.write([line_of(visit, "queued", "2026-01-01T00:00:00Z")])
        if name == "一.csv":
            journal.write([line_of(visit, "failed", "2026-01-01T00:00:01Z", reason="域名无法解析。")])
            journal.end("2026-01-01T00:00:02Z")
    shown = CliRunner().invoke(command, ["--status", "--data", str(tmp_path)])
    assert shown.exit_code == 0
    assert "未完  二.csv：2026-01-02T00:00 开始，0/1 个网址；再运行一次会接着抓。" in shown.output
    assert "已完  一.csv：2026-01-01T00:00 结束。" in shown.output
    assert f"{A}  0 份报告；上次抓取 2026-01-01；上次故障：域名无法解析。" in shown.output
    told = json.loads(CliRunner().invoke(command, ["--status", "--json", "--data", str(tmp_path)]).stdout)
    assert (told["unfinished"][0]["name"], told["sources"][0]["fault"]) == ("二.csv", "域名无法解析。")


def test_progress_is_told_without_a_terminal(monkeypatch, capsys):
    times = iter((0.0, 10.0, 31.0, 31.0, 40.0))
    monkeypatch.setattr("web.commands.progress.monotonic", lambda: next(times))
    with bar("抓取", spoken=True) as shown:
        for done in (1, 2, 3):
            shown(done, 9)
    assert capsys.readouterr().err == "抓取 2/9\n"
