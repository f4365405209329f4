"""A crawl of a site on loopback: polite, bounded, resumed after being killed; nothing fetched
twice, nothing lost."""

import gzip
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from itertools import pairwise

import pytest
from material.checkout import ROOT
from material.pages_written import html_page
from material.site_served import certificate, linking, serve

from corpus.crawl.limits import Limits
from corpus.crawl.run import CrawlBroken, crawl
from corpus.crawl.sources import Source
from corpus.errors import XunzhangError
from corpus.store.folder import Store

pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")

pytestmark = pytest.mark.crawl
MB = 1024 * 1024
ROBOTS = b"User-agent: *\nDisallow: /private/\n"


def gentle(**values):
    return Limits(**{"delay": 0.01, "timeout": 0.5, "retries": 1, "allow_loopback": True, **values})


def written(year):
    return html_page(year=year).body


def endless(handler):
    """6 MB, a piece at a time, without saying how much is to come."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    for _ in range(6):
        handler.wfile.write(b" " * MB)
    handler.close_connection = True


def dripping(handler):
    """A byte now and then, for longer than anybody waits."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(30):
        handler.wfile.write(b".")
        time.sleep(0.1)


SITE = {
    "/robots.txt": ROBOTS,
    "/": linking(
        *("/plain.html", "/gb.html", "/gzip.html", "/moved", "/private/page.html", "/missing", "/broken", "/away"),
        *("/scheme", "/loop", "/drip", "/big", "/declared-big", "/bomb", "/picture", "/plain.html#top", "ftp://x/y"),
        *("http://127.0.0.2/off-host", "/flaky", "/relative/page"),
    ),
    "/plain.html": (200, {"ETag": '"1"'}, written(2021)),
    "/gb.html": (200, {"Content-Type": "text/html; charset=gb2312"}, written(2022).decode().encode("gb18030")),
    "/gzip.html": (
        200,
        {"Content-Encoding": "gzip", "Last-Modified": "Mon, 02 Jan 2023 00:00:00 GMT"},
        gzip.compress(written(2020)),
    ),
    "/moved": (301, {"Location": "/new/place.html"}, b""),
    "/new/place.html": written(2019),
    "/broken": (500, {}, b"oops"),
    "/away": (302, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
    "/scheme": (302, {"Location": "file:///etc/passwd"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/drip": dripping,
    "/big": endless,
    "/declared-big": (200, {"Content-Length": str(6 * MB)}, b" "),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 6 * MB)),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/relative/page": linking("next.html", "../plain.html"),
    "/relative/next.html": written(2018),
}


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """The site crawled twice: (store, first summary, its requests, second summary, its
    requests)."""
    store = Store(tmp_path_factory.mktemp("crawl") / "data")
    pages = dict(SITE)
    with serve(pages) as site:
        pages["/flaky"] = lambda handler: (503, {}, b"later") if site.paths().count("/flaky") == 1 else written(2017)
        first = crawl(store, [Source(f"{site.root}/")], gentle(largest=MB))
        asked, site.asked[:] = list(site.asked), []
        for path in ("/drip", "/big", "/declared-big", "/bomb", "/broken", "/missing"):
            pages[path] = b""
        pages["/gb.html"] = written(2016)
        second = crawl(Store(store.data), [Source(f"{site.root}/")], gentle(largest=MB))
        yield Store(store.data), site, first, asked, second, list(site.asked)


def statuses(summary):
    return {outcome.address.split("/", 3)[3]: outcome for outcome in summary.outcomes}


EXPECTED = [
    ("plain.html", "new", ""),
    ("gb.html", "new", ""),
    ("gzip.html", "new", ""),
    ("new/place.html", "new", ""),
    ("relative/next.html", "new", ""),
    ("flaky", "new", ""),
    ("private/page.html", "refused", "robots.txt"),
    ("missing", "gone", "404"),
    ("broken", "failed", "500"),
    ("away", "refused", "不是公网地址"),
    ("scheme", "refused", "http"),
    ("loop", "failed", "没有尽头"),
    ("drip", "failed", "0.5 秒"),
    ("big", "failed", "1 MB"),
    ("declared-big", "failed", "1 MB"),
    ("bomb", "failed", "1 MB"),
    ("picture", "failed", "不是网页"),
]


@pytest.mark.parametrize(("path", "status", "reason"), EXPECTED)
def test_every_address_has_its_outcome(crawled, path, status, reason):
    outcome = statuses(crawled[2])[path]
    assert outcome.status == status
    assert reason in outcome.reason


def test_what_came_is_stored_with_its_headers(crawled):
    store, site, *_ = crawled
    assert {2017, 2018, 2019, 2020, 2021} <= {report.year for report in store.reports()}
    entry = store.ledger.by_address(f"{site.root}/gzip.html")
    page = store.pages.versions(entry.report)[-1]
    assert page.body == written(2020)
    assert dict(page.headers)["Last-Modified"].startswith("Mon")
    assert page.fetched


def test_the_site_is_asked_politely(crawled):
    asked = crawled[3]
    assert asked[0][1] == "/robots.txt"
    counts = Counter(path for _, path, _ in asked)
    tried_again = {"/broken", "/flaky", "/drip"}
    assert {path for path, count in counts.items() if count > 1} <= tried_again
    assert not {"/private/page.html", "/off-host"} & set(counts)
    assert "Xunzhang" in asked[1][2]["User-Agent"]


def test_the_second_crawl_is_conditional_and_brings_what_changed(crawled):
    *_, second, asked = crawled
    found = statuses(second)
    assert {path for path, outcome in found.items() if outcome.status in ("new", "changed")} == {"gb.html"}
    assert {"plain.html", "gzip.html", "flaky", "new/place.html"} <= {
        p for p, o in found.items() if o.status == "unchanged"
    }
    headers = {path: headers for _, path, headers in asked}
    assert headers["/plain.html"]["If-None-Match"] == '"1"'
    assert headers["/gzip.html"]["If-Modified-Since"] == "Mon, 02 Jan 2023 00:00:00 GMT"
    assert "If-None-Match" not in headers["/gb.html"]


def test_a_removed_address_is_not_asked_for_again(crawled):
    store, site, *_ = crawled
    address = f"{site.root}/flaky"
    store.remove(store.ledger.by_address(address).report)
    site.asked.clear()
    summary = crawl(store, [Source(address, depth=0)], gentle())
    assert summary.refused == 1
    assert site.paths() == []


def test_a_calendar_without_end_is_bounded_and_no_robots_for_trouble_forbids_all(tmp_path):
    def month(handler):
        number = int(handler.path.rsplit("=", 1)[-1]) if "=" in handler.path else 0
        return linking(f"/calendar?month={number + 1}", f"/calendar?month={number - 1}", f"/day/{number}.html")

    def robots(handler):
        return (503 if "localhost" in handler.headers["Host"] else 404), {}, b""

    with serve({"/calendar": month, "/robots.txt": robots}) as site:
        sources = [Source(f"{site.root}/calendar"), Source(f"http://localhost:{site.port}/calendar")]
        summary = crawl(Store(tmp_path), sources, gentle(depth=1000, pages=12))
    assert len(site.paths()) == 11  # and the site map that is not there
    assert summary.left_out > 0
    missed = [outcome for outcome in summary.outcomes if "localhost" in outcome.address]
    assert [(outcome.status, "robots.txt" in outcome.reason) for outcome in missed] == [("failed", True)]


def test_a_site_may_ask_for_longer_pauses(tmp_path):
    pages = {f"/{n}": written(2010 + n) for n in range(3)}
    with serve({"/robots.txt": b"User-agent: *\nCrawl-delay: 0.4\n", "/": linking(*pages), **pages}) as site:
        crawl(Store(tmp_path), [Source(f"{site.root}/")], gentle())
    times = [at for at, path, _ in site.asked if path not in ("/robots.txt", "/sitemap.xml")]
    assert len(times) == 4
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.3


def test_certificates_are_verified_unless_told_otherwise(tmp_path):
    with serve({"/": written(2023)}, secured=certificate(tmp_path)) as site:
        source = [Source(f"https://127.0.0.1:{site.port}/", depth=0)]
        strict, lenient = (
            crawl(Store(tmp_path / name), source, gentle(retries=0, any_certificate=name == "lenient"))
            for name in ("strict", "lenient")
        )
    assert [(o.status, "证书" in o.reason) for o in strict.outcomes] == [("failed", True)]
    assert [o.status for o in lenient.outcomes] == ["new"]


def test_private_hosts_are_not_even_connected_to(tmp_path):
    with serve({"/": written(2023)}) as site:
        sources = [Source(f"{site.root}/"), Source(f"http://localhost:{site.port}/"), Source("http://10.0.0.1/")]
        summary = crawl(Store(tmp_path), sources, gentle(allow_loopback=False))
    assert site.asked == []
    assert [outcome.status for outcome in summary.outcomes] == ["refused"] * 3
    assert all("公网" in outcome.reason for outcome in summary.outcomes)


LONG = {
    "/": linking(*(f"/r{n}.html" for n in range(6)), "/list.html"),
    "/list.html": linking(*(f"/s{n}.html" for n in range(4))),
    **{f"/r{n}.html": (200, {"ETag": f'"{n}"'}, html_page(year=2000 + n).body) for n in range(6)},
    **{f"/s{n}.html": html_page(year=2006 + n, figure=n).body for n in range(4)},
}
START = """
import sys
from pathlib import Path
from corpus.crawl.limits import Limits
from corpus.crawl.run import crawl
from corpus.crawl.sources import Source
from corpus.store.folder import Store
if __name__ == "__main__":
    crawl(Store(Path(sys.argv[1])), [Source(sys.argv[2])], Limits(delay=0.02, timeout=5, allow_loopback=True))
"""


def once_free(start):
    """The worker leaves with its parent, but not before its parent has."""
    for _ in range(100):
        try:
            return start()
        except XunzhangError as error:
            if error.code != "store_busy":
                raise
            time.sleep(0.05)
    pytest.fail("the killed crawl still holds the data folder")


def test_killed_and_resumed(tmp_path):
    """Killed twice while a page is on its way; every page is answered once, and all are held in the
    end."""
    waiting, answered = threading.Event(), []
    stop_at = {"/r3.html", "/s2.html"}

    def watched(path, page):
        def answer(handler):
            if path in stop_at:
                waiting.set()
                time.sleep(0.4)  # killed meanwhile; then the answer goes nowhere
                return None
            answered.append(path)
            return page

        return answer

    with serve({path: watched(path, page) for path, page in LONG.items()}) as site:
        for path in sorted(stop_at):
            waiting.clear()
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            running = subprocess.Popen([sys.executable, "-c", START, tmp_path, f"{site.root}/"], env=environment)
            assert waiting.wait(20)
            running.kill()
            running.wait()
            stop_at.discard(path)
        summary = once_free(lambda: crawl(Store(tmp_path), [Source(f"{site.root}/")], gentle()))
    assert Counter(answered) == Counter(LONG.keys())
    assert summary.fetched == 10
    assert {report.year for report in Store(tmp_path).reports()} == set(range(2000, 2010))


def test_a_crawl_that_breaks_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("corpus.process.sys.executable", "/bin/false")
    with pytest.raises(CrawlBroken):
        crawl(Store(tmp_path), [Source("http://127.0.0.1:9/")], gentle())
