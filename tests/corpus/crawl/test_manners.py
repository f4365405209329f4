"""Manners and faults of servers, one page under several addresses, lists of sources as people have
them, queues side by side."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from material.pages_written import html_page
from material.site_served import linking, serve

from corpus.crawl.frontier import Frontier
from corpus.crawl.harvest import Harvest
from corpus.crawl.journal import JOURNAL, QUEUED, Journal, line_of
from corpus.crawl.limits import Limits
from corpus.crawl.run import crawl
from corpus.crawl.scope import Scope
from corpus.crawl.sources import BadSources, Source, read_sources
from corpus.crawl.taking import receive
from corpus.crawl.visit import Visit
from corpus.identity import canonical, plain
from corpus.store.folder import Store

pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")


def gentle(**values):
    return Limits(**{"delay": 0.01, "timeout": 2.0, "retries": 1, "allow_loopback": True, **values})


def report(year=2023, **values):
    return html_page(year=year, **values).body


def statuses(summary):
    return {outcome.address.split("/", 3)[3]: outcome.status for outcome in summary.outcomes}


# Manners and faults


@pytest.mark.crawl
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_site_is_left_alone_as_long_as_it_says(tmp_path, status):
    asked = []

    def busy(handler):
        asked.append(time.monotonic())
        return report() if len(asked) > 1 else (status, {"Retry-After": "1"}, b"busy")

    with serve({"/": busy}) as site:
        summary = crawl(Store(tmp_path), [Source(f"{site.root}/", depth=0)], gentle())
    assert statuses(summary) == {"": "new"}
    assert asked[1] - asked[0] >= 1.0


@pytest.mark.crawl
def test_a_site_that_wants_to_be_left_alone_for_hours_is(tmp_path):
    pages = {f"/{n}.html": (503, {"Retry-After": "7200"}, b"closed") for n in range(4)}
    with serve({"/": linking(*pages), **pages}) as site:
        summary = crawl(Store(tmp_path), [Source(f"{site.root}/")], gentle())
    assert len(site.paths()) == 2
    assert any("要求隔很久再来" in note for note in summary.ending.notes)


def of_length(body, said):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(said))
        handler.send_header("Connection", "close")
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


LENGTHS = [(900, "new"), (0, "new"), (-20, "new")]


@pytest.mark.crawl
@pytest.mark.parametrize(("more", "status"), LENGTHS)
def test_a_whole_page_of_another_length_than_said_is_kept(tmp_path, more, status):
    body = report() + b"\n" * 40
    with serve({"/": of_length(body, len(body) + more)}) as site:
        summary = crawl(Store(tmp_path), [Source(f"{site.root}/", depth=0)], gentle(retries=0))
    assert statuses(summary) == {"": status}


@pytest.mark.crawl
def test_a_page_that_breaks_off_is_not_kept(tmp_path):
    body = report()[:600]
    with serve({"/": of_length(body, 4000)}) as site:
        (outcome,) = crawl(Store(tmp_path), [Source(f"{site.root}/", depth=0)], gentle(retries=0)).outcomes
    assert (outcome.status, outcome.reason) == ("failed", "传输中断，内容不完整。")


@pytest.mark.crawl
def test_forbidden_says_the_way_out_and_gone_is_marked_on_the_report(tmp_path):
    pages = {"/": linking("/a.html", "/b.html", "/c.html"), "/a.html": report(2020), "/b.html": (403, {}, b"no")}
    pages["/c.html"] = (404, {}, b"nothing")
    with serve(pages) as site:
        first = crawl(Store(tmp_path), [Source(f"{site.root}/")], gentle())
        assert statuses(first) == {"": "refused", "a.html": "new", "b.html": "failed", "c.html": "gone"}
        (reason,) = [outcome.reason for outcome in first.outcomes if outcome.status == "failed"]
        assert "xunzhang add" in reason
        pages["/a.html"] = (410, {}, b"gone")
        crawl(Store(tmp_path), [Source(f"{site.root}/")], gentle())
        store, address = Store(tmp_path), f"{site.root}/a.html"
        assert store.gone.since(address) == datetime.now(UTC).strftime("%Y-%m-%d")
        assert [held.year for held in store.reports()] == [2020]
        site.asked.clear()
        crawl(Store(tmp_path), [Source(f"{site.root}/")], gentle())
        assert not {"/a.html", "/c.html"} & set(site.paths())
        pages["/a.html"] = report(2020)
        crawl(Store(tmp_path), [Source(f"{site.root}/")], gentle(fresh=True))
        assert Store(tmp_path).gone.since(address) is None


@pytest.mark.crawl
def test_a_host_without_a_scheme_may_speak_tls_only(tmp_path):
    from material.site_served import certificate

    with serve({"/": report()}, secured=certificate(tmp_path)) as site:
        source = Source(f"http://127.0.0.1:{site.port}/", depth=0, bare=True)
        summary = crawl(Store(tmp_path / "data"), [source], gentle(retries=0, any_certificate=True))
    assert [outcome.status for outcome in summary.outcomes] == ["new"]


PLACE = "https://www.songtang.example/a/1.html"


def begun(folder, **values):
    store = Store(folder)
    scope = Scope.around([PLACE], (), store.removed(), allow_loopback=False)
    return Harvest(store, Journal(folder / JOURNAL), Frontier(Limits(), scope), lambda _: None, **values)


def test_validators_are_asked_past_when_they_are_old_or_nobody_wants_them(tmp_path, monkeypatch):
    one = begun(tmp_path)
    (visit,) = one.start([Source(PLACE)], 0)
    one.arrived(visit, receive(one.store, visit, replace(html_page(PLACE), headers=(("ETag", '"7"'),))))
    one.end()
    assert begun(tmp_path).conditions(visit) == {"If-None-Match": '"7"'}
    assert begun(tmp_path, fresh=True).conditions(visit) == {}
    later = datetime.now(UTC) + timedelta(days=31)
    monkeypatch.setattr("corpus.crawl.taking.datetime", type("Later", (datetime,), {"now": lambda *_: later}))
    assert begun(tmp_path).conditions(visit) == {}


# One page, one address

SAME = [
    "https://kfq.example/a.jsp;jsessionid=0FA?id=1",
    "http://www.kfq.example/a.jsp?id=1&sid=a1b2c3d4e5f6",
    "https://kfq.example/a.jsp?id=1&utm_source=x&spm=3.1",
    "https://kfq.example:8443/a.jsp?id=1&JSESSIONID=7#top",
]
OTHERS = [
    "https://kfq.example/a.jsp?id=2",
    "https://kfq.example/a.jsp?id=1&sid=750040",  # the number of a site
    "https://kfq.example/a.jsp?sid=a1b2c3d4e5f6",  # nothing else names the page
    "https://kfq.example/a.jsp?id=1&name=%D6%D0",
    "https://kfq.example/a.jsp?id=1&name=%B9%FA",
]


def test_one_page_has_one_address():
    assert {canonical(address) for address in SAME} == {"kfq.example/a.jsp?id=1"}
    assert {plain(address).removeprefix("https://kfq.example") for address in SAME[:1]} == {"/a.jsp?id=1"}
    assert len({canonical(address) for address in (SAME[0], *OTHERS)}) == 1 + len(OTHERS)


def test_counters_and_clocks_are_no_change(tmp_path):
    def counted(n, body=b""):
        return report().replace(b"<h1>", f"<p>今天是：2026年11月{n}日 星期六 浏览次数：{n}</p><h1>".encode()) + body

    store = Store(tmp_path)
    visit = Visit(PLACE)
    for n, status in ((1, "new"), (2, "unchanged"), (3, "unchanged")):
        assert receive(store, visit, replace(html_page(PLACE), body=counted(n))).status == status
    assert len(store.pages.versions(store.ledger.by_address(PLACE).report)) == 1
    body = counted(4).replace("按期办结".encode(), "全部办结".encode())
    assert receive(store, visit, replace(html_page(PLACE), body=body)).status == "changed"


# Lists of sources

TABLES = [
    ("网址,省份,名称\nwww.songtang.example/zwgk/,江苏,松塘高新区\n", "gb18030"),
    ("名称;地址;省份\n松塘高新区;http://www.songtang.example/zwgk/;江苏\n", "gb18030"),
    ("名称\t网址\t省份\n松塘高新区\twww.songtang.example/zwgk/\t江苏\n", "utf-16"),
    ("序号,单位名称,网站地址,省份\r\n1,松塘高新区,www.songtang.example/zwgk/,江苏\r\n,,,\r\n", "utf-8-sig"),
    ("Name,URL,Province\n松塘高新区, http://www.songtang.example/zwgk/ ,江苏\n", "utf-8"),
]


@pytest.mark.parametrize(("text", "encoding"), TABLES)
def test_tables_as_people_have_them(tmp_path, text, encoding):
    path = tmp_path / "开发区.csv"
    path.write_bytes(text.encode(encoding))
    (source,) = read_sources(path)
    assert (source.address, source.name, source.province) == ("http://www.songtang.example/zwgk/", "松塘高新区", "江苏")


def test_lines_without_a_scheme_and_a_workbook(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("# 开发区\nwww.songtang.example\nqingshi.example/nb/\n")
    assert [source.bare for source in read_sources(path)] == [True, True]
    path.write_bytes(b"PK\x03\x04xlsx")
    with pytest.raises(BadSources, match="另存为 CSV"):
        read_sources(path)


# Queues side by side


def test_a_list_keeps_its_queue_while_another_is_crawled(tmp_path):
    first = Journal(tmp_path / JOURNAL)
    first.begin("2026-01-01T00", "一")
    first.write(
        line_of(Visit(f"https://a.example/{n}", 1, source="https://a.example/0"), QUEUED, "2026-01-01T00")
        for n in range(3)
    )
    second = Journal(tmp_path / JOURNAL)
    assert second.begin("2026-01-02T00", "二") is False
    second.write(
        [
            line_of(Visit("https://a.example/2"), QUEUED, "t"),
            line_of(Visit("https://a.example/2"), "new", "2026-01-02T01", etag="2"),
        ]
    )
    second.end("2026-01-02T02")
    third = Journal(tmp_path / JOURNAL)
    assert third.begin("2026-01-03T00", "一") is True
    assert [visit.address[-1] for visit in third.waiting()] == ["0", "1", "2"]
    assert third.last("https://a.example/2").etag == "2"
    third.end("2026-01-03T01")
    assert [line.address for line in Journal(tmp_path / JOURNAL).ended()] == ["二", "一"]


@pytest.mark.crawl
def test_two_lists_one_after_the_other_and_the_first_goes_on(tmp_path):
    """The first list is left in the middle; the second is crawled to its end; then the first goes on."""
    store = Store(tmp_path)
    with serve({"/": linking("/1.html", "/2.html"), "/1.html": report(2021), "/2.html": report(2022)}) as one:
        with serve({"/": report(2019, zone="金华青石湾开发区")}, host="127.0.0.2") as other:
            frontier = Frontier(gentle(), Scope.around([one.root], (), frozenset(), allow_loopback=True))
            left = Harvest(store, Journal(tmp_path / JOURNAL), frontier, lambda _: None)
            left.start([Source(f"{one.root}/")], 1, "一")
            visit = Visit(f"{one.root}/", 1, source=f"{one.root}/")
            left.arrived(visit, receive(store, visit, html_page(visit.address, year=2018)))
            second = crawl(store, [Source(f"{other.root}/")], gentle(), name="二")
            assert [outcome.status for outcome in second.outcomes] == ["new"]
        journal = Journal(tmp_path / JOURNAL)
        assert [queue.begun.address for queue in journal.queues()] == ["一"]
        first = crawl(store, [Source(f"{one.root}/")], gentle(), name="一")
    assert [outcome.status for outcome in first.outcomes] == ["new"]
