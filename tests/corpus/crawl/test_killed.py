"""A crawl killed at twenty points, each while an answer is on its way: in the end every page was
answered once, and every report is held."""

import os
import subprocess
import sys
import threading
import time
from collections import Counter

import pytest
from material.checkout import ROOT
from material.pages_written import html_page
from material.site_served import linking, serve

from corpus.crawl.limits import Limits
from corpus.crawl.run import crawl
from corpus.crawl.sources import Source
from corpus.errors import XunzhangError
from corpus.store.folder import Store

pytest.importorskip("scrapy", reason="the extra `crawl` is not installed")

pytestmark = [pytest.mark.crawl, pytest.mark.slow]
POINTS = 20
REPORTS = {f"/nb/{year}.html": html_page(year=year, figure=year).body for year in range(1996, 2024)}
PAGES = {
    "/": linking("/a/", "/b/", words="年度报告"),
    "/a/": linking(*[path for path in REPORTS if path < "/nb/2010"], words="年度报告全文"),
    "/b/": linking(*[path for path in REPORTS if path >= "/nb/2010"], words="年度报告全文"),
    **REPORTS,
}
START = """
import sys
from pathlib import Path
from corpus.crawl.limits import Limits
from corpus.crawl.run import crawl
from corpus.crawl.sources import Source
from corpus.store.folder import Store
if __name__ == "__main__":
    limits = Limits(delay=0.0, timeout=20, retries=0, allow_loopback=True)
    crawl(Store(Path(sys.argv[1])), [Source(sys.argv[2])], limits, name="list")
"""


def once_free(start):
    """The worker leaves with its parent, but not before its parent has."""
    for _ in range(200):
        try:
            return start()
        except XunzhangError as error:
            if error.code != "store_busy":
                raise
            time.sleep(0.05)
    pytest.fail("the killed crawl still holds the data folder")


def test_killed_at_twenty_points(tmp_path):
    waiting, answered = threading.Event(), []
    stop_at = set(list(PAGES)[1 : 2 * POINTS : 1][:POINTS])

    def watched(path, page):
        def answer(handler):
            if path in stop_at:
                stop_at.discard(path)
                waiting.set()
                time.sleep(1.0)  # killed meanwhile; then the answer goes nowhere
                return None
            answered.append(path)
            return page

        return answer

    killed = 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with serve({path: watched(path, page) for path, page in PAGES.items()}) as site:
        while stop_at:
            waiting.clear()
            command = [sys.executable, "-c", START, tmp_path, f"{site.root}/"]
            running = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
            while running.poll() is None and not waiting.wait(0.05):
                pass
            if running.poll() is None:
                running.kill()
                killed += 1
            running.wait()
            time.sleep(0.1)
        limits = Limits(delay=0.0, timeout=20, retries=0, allow_loopback=True)
        summary = once_free(lambda: crawl(Store(tmp_path), [Source(f"{site.root}/")], limits, name="list"))
    assert killed == POINTS
    assert Counter(answered) == Counter(PAGES.keys())
    assert summary.fetched == len(REPORTS)
    assert {report.year for report in Store(tmp_path).reports()} == set(range(1996, 2024))
