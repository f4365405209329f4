"""What a crawl may ask for, in which order it writes down what it did, and what it reads from
pages."""

from dataclasses import replace

import pytest
from material.pages_written import LIST_PAGE, html_page

from corpus.crawl.frontier import Frontier
from corpus.crawl.harvest import Harvest
from corpus.crawl.journal import ENDED, QUEUED, Journal, Line
from corpus.crawl.limits import Limits
from corpus.crawl.manners.public_address import is_public
from corpus.crawl.scope import Scope
from corpus.crawl.sources import BadSources, Source, read_sources
from corpus.crawl.taking import receive
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import Link
from corpus.crawl.ways.links import links_of
from corpus.identity import id_of_address
from corpus.records import Page
from corpus.store.folder import Store

PUBLIC = ["8.8.8.8", "223.5.5.5", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"]
PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",  # behind a carrier's NAT
    "0.0.0.0",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",  # through an IPv6 gateway
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::1",  # 6to4
    "2001:0:808:808::80ff:fffe",  # Teredo, 127.0.0.1 behind it
    "localhost",
    "",
]


@pytest.mark.parametrize("host", PUBLIC)
def test_public_addresses(host):
    assert is_public(host)


@pytest.mark.parametrize("host", PRIVATE)
def test_other_addresses(host):
    assert not is_public(host)


def test_loopback_for_tests_allows_loopback_only():
    assert is_public("127.0.0.1", allow_loopback=True)
    assert is_public("::1", allow_loopback=True)
    assert not is_public("10.0.0.1", allow_loopback=True)


class Endpoint:
    """What connects: to the addresses it is handed, and no others."""

    def __init__(self):
        self.addresses, self.complete = [], False

    def resolutionBegan(self, resolution):  # noqa: N802
        pass

    def addressResolved(self, address):  # noqa: N802
        self.addresses.append(address.host)

    def resolutionComplete(self):  # noqa: N802
        self.complete = True


@pytest.mark.crawl
def test_a_name_that_changes_its_mind_is_checked_each_time():
    pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")
    from types import SimpleNamespace

    from corpus.crawl.manners.resolver import PublicResolver

    answers = iter([["8.8.8.8"], ["127.0.0.1"], ["10.0.0.1", "8.8.4.4"]])

    class Names:
        def resolveHostName(self, receiver, *_):  # noqa: N802
            receiver.resolutionBegan(None)
            for host in next(answers):
                receiver.addressResolved(SimpleNamespace(host=host))
            receiver.resolutionComplete()

    resolver = PublicResolver(SimpleNamespace(nameResolver=Names()))
    handed = []
    for _ in range(3):
        endpoint = Endpoint()
        resolver.resolveHostName(endpoint, "rebind.example", 80)
        assert endpoint.complete
        handed.append(endpoint.addresses)
    assert handed == [["8.8.8.8"], [], ["8.8.4.4"]]


SCOPE = Scope(frozenset({"kfq.example", "10.0.0.1", "127.0.0.1"}), frozenset({"kfq.example/gone.html"}))
REFUSED = [
    ("https://www.kfq.example/a", None),
    ("HTTP://KFQ.example:8080/a", None),
    ("ftp://kfq.example/a", "http"),
    ("file:///etc/passwd", "http"),
    ("http:///a", "http"),
    ("http://kfq.example:99999/", "网址"),
    ("http://[::1", "网址"),
    ("http://user:secret@kfq.example/", "账号"),
    ("http://kfq.example/" + "a" * 3000, "过长"),
    ("http://10.0.0.1/", "公网"),
    ("http://127.0.0.1/", "公网"),
    ("http://[::ffff:127.0.0.1]/", "公网"),
    ("http://other.example/", "--allow other.example"),
    ("http://kfq.example.evil.example/", "--allow"),
    ("http://www.kfq.example/gone.html?utm_source=x", "删除"),
]


@pytest.mark.parametrize(("address", "reason"), REFUSED)
def test_scope(address, reason):
    refusal = SCOPE.refusal(address)
    assert refusal is None if reason is None else reason in refusal


HERE = Visit("https://kfq.example/", 1)


def frontier(**limits):
    return Frontier(Limits(**limits), Scope(frozenset({"kfq.example"})))


def test_a_shape_without_promise_is_bounded():
    months = [Link(f"https://kfq.example/c?m={n}") for n in range(500)]
    reports = [Link(f"https://kfq.example/r?id={n}", worth="report") for n in range(500)]
    one = frontier(pages=1000)
    assert len(one.offer(months, HERE)) == Limits().alike
    assert len(one.offer(reports, HERE)) == 500
    assert one.left_out == 500 - Limits().alike
    ((bound, what), (first, count)), *_ = one.struck.items()
    assert (bound, what, first, count) == ("alike", "kfq.example/c?m", "https://kfq.example/c?m=40", 460)


def test_nothing_is_offered_twice_or_past_its_reach():
    one = frontier()
    links = [Link("https://kfq.example/a"), Link("http://www.kfq.example/a"), Link("https://kfq.example/a?utm_id=1")]
    assert [visit.address for visit in one.offer(links, HERE)] == ["https://kfq.example/a"]
    assert one.offer([Link("https://kfq.example/b")], Visit("https://kfq.example/", 0)) == []


def test_requests_to_a_host_are_counted():
    one = frontier(pages=2)
    for _ in range(2):
        assert one.admits("https://kfq.example/")
        one.asked("https://www.kfq.example/x")
    assert not one.admits("https://kfq.example/")


PAGE = """<html><head><meta charset=gb2312><base href="/zwgk/"><meta http-equiv=refresh content="0; url=/home.html"></head>
<body><a href="a.html#top">要闻</a> <a href=" b.html ">2023年法治政府建设年度报告</a> <a href="javascript:void(0)">打印</a>
<a href="图片.jpg">图</a> <a href="年报.html">年 报</a> <a href="mailto:x@y">信</a> <a href="../x.pdf">附件</a>
<a href="http://[bad">坏</a> <iframe src="/frame.html"></iframe> <a>空</a> <a href="#top">顶</a></body></html>"""


def test_links_of_a_page():
    page = Page("https://kfq.example/index.html", PAGE.encode("gb18030"), "text/html; charset=gb2312")
    assert links_of(page) == (
        Link("https://kfq.example/zwgk/a.html"),
        Link("https://kfq.example/zwgk/b.html", worth="report"),
        Link("https://kfq.example/zwgk/%E5%B9%B4%E6%8A%A5.html", worth="column"),
        Link("https://kfq.example/x.pdf", role="attached", way="attachment"),
        Link("https://kfq.example/frame.html", role="part", way="frame"),
        Link("https://kfq.example/home.html", role="part", way="refresh"),
    )


@pytest.mark.parametrize(
    "body", [b"", b"\0", b"%PDF-1.7 <a href=x>", b"PK\3\4<a href=x>", b"<a href=", b"\xff\xfe" * 99]
)
def test_no_links(body):
    assert links_of(Page("https://kfq.example/", body)) == ()


def test_links_of_deep_nesting_end():
    body = b"<div>" * 50_000 + b"<a href='/x'>x</a>"
    assert len(links_of(Page("https://kfq.example/", body))) <= 1


def test_a_list_page_gives_all_its_links():
    assert len(links_of(Page("https://kfq.example/", LIST_PAGE))) == 24


def queued(*names):
    return [Line("", "t", QUEUED, f"https://kfq.example/{name}", 1) for name in names]


def outcome(name, status="fetched", **values):
    return Line("", "t", status, f"https://kfq.example/{name}", **values)


def test_a_journal_goes_on_where_it_broke_off(tmp_path):
    path = tmp_path / "crawl.csv"
    one = Journal(path)
    assert one.begin("2026-01-01") is False
    one.write(queued("a", "b"))
    one.write([outcome("a", etag='"1, x"', reason="两行\n理由"), *queued("c")])
    with path.open("a") as stream:
        stream.write("2026-01-01,t,fetched,https://kfq.example/b,1")  # killed in the middle of a line
    two = Journal(path)
    assert two.begin("2026-01-02") is True
    assert [visit.address[-1] for visit in two.waiting()] == ["b", "c"]
    assert [line.etag for line in two.current.done.values()] == ['"1, x"']
    two.write([outcome("b", "failed"), outcome("c", "refused")])
    two.end("2026-01-03")
    assert path.read_text().rstrip().split("\n")[-1].startswith(f"2026-01-01,2026-01-03,{ENDED}")


def test_a_new_crawl_remembers_the_last_outcome_of_every_address(tmp_path):
    one = Journal(tmp_path / "crawl.csv")
    one.begin("2026-01-01")
    one.write([*queued("a"), outcome("a", etag="old"), outcome("a", etag="new")])
    one.end("2026-01-02")
    two = Journal(one.path)
    assert two.begin("2026-01-03") is False
    assert two.last("http://www.kfq.example/a").etag == "new"
    assert two.waiting() == []
    assert len(one.path.read_text().splitlines()) == 4  # heading, when the one before ended, a, begun


SOURCES = [
    (
        "address,province,depth\nhttps://kfq.example/年报,江苏省,0\n",
        [("https://kfq.example/%E5%B9%B4%E6%8A%A5", "江苏省", 0)],
    ),
    ("\ufeffURL,kind\nhttps://kfq.example/a,信息公开\nhttps://kfq.example/a,\n", [("https://kfq.example/a", "", None)]),
    (
        "# 说明\nhttps://kfq.example/a\n\nhttp://b.example\n",
        [("https://kfq.example/a", "", None), ("http://b.example", "", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_source_lists(tmp_path, text, expected):
    path = tmp_path / "list.csv"
    path.write_text(text)
    assert [(s.address, s.province, s.depth) for s in read_sources(path)] == expected


@pytest.mark.parametrize("text", ["address\nkfq\n", "address,depth\nhttp://a.example,two\n", "ftp://x/\n"])
def test_bad_source_lists_name_the_line(tmp_path, text):
    path = tmp_path / "list.csv"
    path.write_text(text)
    with pytest.raises(BadSources, match=r"list\.csv 第 \d 行"):
        read_sources(path)


def test_a_missing_list_is_named(tmp_path):
    with pytest.raises(BadSources, match=r"none\.csv"):
        read_sources(tmp_path / "none.csv")


def test_the_shipped_list_is_of_official_sites():
    sources = read_sources()
    assert len(sources) > 150
    assert all(isinstance(source, Source) and source.depth == 0 for source in sources)
    assert all(".gov.cn/" in source.address for source in sources)


PLACE = "https://www.songtang.example/a/1.html"


def harvest(store):
    told = []
    scope = Scope.around([PLACE], (), store.removed(), allow_loopback=False)
    return Harvest(store, Journal(store.data / "crawl.csv"), Frontier(Limits(), scope), told.append), told


def test_a_page_that_came_before_the_kill_is_taken_and_not_asked_for_again(tmp_path):
    store = Store(tmp_path)
    one, _ = harvest(store)
    assert [visit.address for visit in one.start([Source(PLACE)], 2)] == [PLACE]
    one.lay_down(html_page(PLACE))  # and here it was killed
    two, told = harvest(Store(tmp_path))
    assert two.start([Source(PLACE)], 2) == []
    assert [outcome.status for outcome in told] == ["new"]
    assert [report.year for report in Store(tmp_path).reports()] == [2023]
    assert two.end().left_out == 0
    assert not list((tmp_path / "incoming").glob("*.warc.gz"))


def test_a_page_removed_meanwhile_is_not_taken(tmp_path):
    store = Store(tmp_path)
    one, _ = harvest(store)
    one.start([Source(PLACE)], 2)
    one.lay_down(html_page(PLACE))
    (tmp_path / "removed.txt").write_text("songtang.example/a/1.html\n")
    two, told = harvest(Store(tmp_path))
    assert len(two.start([Source(PLACE)], 2)) == 1  # which the gate refuses
    assert told == []
    assert list(Store(tmp_path).reports()) == []


def test_a_failure_keeps_what_makes_the_next_request_conditional(tmp_path):
    store = Store(tmp_path)
    one, _ = harvest(store)
    (visit,) = one.start([Source(PLACE)], 0)
    page = replace(html_page(PLACE), headers=(("ETag", '"7"'), ("X-Odd", "\xcd\xf8\u0100")))
    assert one.conditions(visit) == {}
    one.arrived(visit, receive(store, visit, page))
    one.end()
    two, _ = harvest(Store(tmp_path))
    (visit,) = two.start([Source(PLACE)], 0)
    two.failed(visit, "连接被拒绝。")
    assert two.conditions(visit) == {"If-None-Match": '"7"'}
    assert store.report(id_of_address(PLACE)).year == 2023
