"""Thirteen invented sites crawled by the defaults: what is found, what it costs, what is said of the
rest; again, when one report has changed."""

import shutil
from collections import Counter
from contextlib import ExitStack

import pytest
from material.official_sites import sites
from material.site_served import serve

from corpus.crawl.journal import JOURNAL, Journal
from corpus.crawl.limits import Limits
from corpus.crawl.run import crawl
from corpus.crawl.sources import Source
from corpus.store.folder import Store

pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")

pytestmark = [pytest.mark.crawl, pytest.mark.slow]
SWIFT = Limits(delay=0.0, timeout=5.0, allow_loopback=True)
# Pages that are no report, for each report found.
MOST_FOR_A_REPORT = 4


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """Two crawls: (store, sites, served, first summary, its requests by site, second, its requests)."""
    store = Store(tmp_path_factory.mktemp("sites") / "data")
    made = sites()
    with ExitStack() as stack:
        served = [stack.enter_context(serve(site.pages, host=f"127.0.0.{n}")) for n, site in enumerate(made, 2)]
        sources = [Source(f"{one.root}{site.start}") for one, site in zip(served, made, strict=True)]
        first = crawl(store, sources, SWIFT)
        shutil.copytree(store.data, store.data.with_name("after-first"))
        asked = [one.paths() for one in served]
        for one in served:
            one.asked.clear()
        changed = made[0].pages["/zwgk/fzzf/t20160120_2016.html"]
        made[0].pages["/zwgk/fzzf/t20160120_2016.html"] = changed.replace("继续下降".encode(), "明显下降".encode())
        added = made[0].report("/zwgk/fzzf/t20250120_2025.html", 2025, "pager")
        index = (
            made[0]
            .pages["/zwgk/fzzf/"]
            .replace(
                b"<ul class='list'>",
                f"<ul class='list'><li><a href='/zwgk/fzzf/t20250120_2025.html'>{added}</a>".encode(),
            )
        )
        made[0].pages["/zwgk/fzzf/"] = index
        second = crawl(Store(store.data), sources, SWIFT)
        yield Store(store.data), made, served, first, asked, second, [one.paths() for one in served]


def test_nearly_all_is_found(crawled):
    store, made, *_ = crawled
    titles = {report.title for report in store.reports()}
    missed = {site.name: set(site.ways) - titles for site in made if set(site.ways) - titles}
    assert missed == {site.name: site.sealed for site in made if site.sealed}


def test_the_material_is_large_enough():
    made = sites()
    assert len(made) >= 8
    assert sum(len(site.ways) for site in made) >= 60
    assert sum(site.others for site in made) >= 600


def test_few_pages_are_fetched_that_are_no_report(crawled):
    _, _made, _, first, asked, *_ = crawled
    assert sum(map(len, asked)) - first.fetched <= MOST_FOR_A_REPORT * first.fetched


def test_of_what_is_missed_the_summary_says_why(crawled):
    _, made, served, first, *_ = crawled
    sealed = next(one for one, site in zip(served, made, strict=True) if site.sealed)
    (brought,) = first.empty_handed()
    assert brought.reason == f"列表由脚本生成，未能读取：{sealed.root}/zwgk/"


def test_the_second_crawl_brings_only_what_changed(crawled):
    *_, second, _asked = crawled
    brought = [(outcome.status, outcome.address.rpartition("/")[2]) for outcome in second.outcomes]
    assert {each for each in brought if each[0] in ("new", "changed")} == {
        ("changed", "t20160120_2016.html"),
        ("new", "t20250120_2025.html"),
    }


def test_what_was_refused_is_not_asked_for_again(crawled):
    store, _made, served, _, _, _, asked = crawled
    lines = Journal(store.data.with_name("after-first") / JOURNAL).lasts()
    settled = {line.address for line in lines if line.status == "refused" and line.came and not line.role}
    again = {f"{one.root}{path}" for one, paths in zip(served, asked, strict=True) for path in paths}
    sources = {f"{one.root}/" for one in served}
    assert settled
    assert settled & again - sources == set()


def test_nothing_is_asked_for_twice(crawled):
    _, _made, _served, _, first, _, second = crawled
    for paths in (*first, *second):
        twice = {path for path, count in Counter(paths).items() if count > 1}
        assert twice <= {"/nb/2017.html"}  # which said that it was busy
