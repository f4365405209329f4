"""What a crawl finds on thirteen invented sites, each with another way to its reports, and how it
behaves there.

    python -m benchmarks.ways             the table of ways, by the defaults but for the gaps
    python -m benchmarks.ways --manners   gaps, hosts at once and memory, with the real gaps
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

from corpus.crawl.account.summary import Summary
from corpus.crawl.limits import Limits
from corpus.crawl.run import crawl
from corpus.crawl.sources import Source
from corpus.store.folder import Store

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))


def run(made, limits: Limits):
    """The sites crawled: (summary, titles held, served sites, seconds, largest memory in MB)."""
    from material.site_served import serve

    with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        served = [stack.enter_context(serve(site.pages, host=f"127.0.0.{n}")) for n, site in enumerate(made, 2)]
        sources = [Source(f"{one.root}{site.start}", name=site.name) for one, site in zip(served, made, strict=True)]
        peak, done = [0.0], threading.Event()
        threading.Thread(target=_watch, args=(peak, done), daemon=True).start()
        began = time.monotonic()
        summary = crawl(Store(Path(folder)), sources, limits)
        done.set()
        titles = {report.title for report in Store(Path(folder)).reports()}
        return summary, titles, served, time.monotonic() - began, peak[0]


def _watch(peak, done):
    """Note the largest memory of the process that crawls, while it is there."""
    while not done.wait(0.2):
        for status in Path("/proc").glob("[0-9]*/status"):
            try:
                command = status.with_name("cmdline").read_bytes()
                if b"corpus.crawl.worker" in command:
                    high = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
                    peak[0] = max(peak[0], int(high.split()[1]) / 1024)
            except (OSError, StopIteration):
                continue


def ways() -> None:
    """Print the table of ways."""
    from material.official_sites import sites

    made = sites()
    limits = Limits(delay=0.0, timeout=10.0, allow_loopback=True)
    summary, titles, served, seconds, memory = run(made, limits)
    print("| site | reports | found | other pages | requests |\n| --- | ---: | ---: | ---: | ---: |")
    for site, one in zip(made, served, strict=True):
        found = sum(title in titles for title in site.ways)
        print(f"| {site.name} | {len(site.ways)} | {found} | {site.others} | {len(one.asked)} |")
    _sum_up(made, summary, titles, served)
    print(f"{seconds:.1f} s, {memory:.0f} MB at most")


def _sum_up(made, summary: Summary, titles, served) -> None:
    reports, requests = sum(len(site.ways) for site in made), sum(len(one.asked) for one in served)
    found = sum(title in titles for site in made for title in site.ways)
    others = sum(site.others for site in made)
    print(f"| all | {reports} | {found} ({found / reports:.0%}) | {others} | {requests} |\n")
    print(f"{(requests - found) / found:.1f} requests a report that brought none (robots.txt and site maps included)")
    by_way = Counter(outcome.way for outcome in summary.outcomes if outcome.status == "new")
    print(
        "reports by the way of their own address:", ", ".join(f"{way} {count}" for way, count in by_way.most_common())
    )
    lists = Counter(outcome.way for outcome in summary.outcomes if outcome.status in ("read", "refused"))
    print("lists and other pages by way:", ", ".join(f"{way} {count}" for way, count in lists.most_common()))
    for brought in summary.empty_handed():
        print(f"nothing from {brought.name}: {brought.reason}")


def manners() -> None:
    """Print gaps between requests to one host, how many hosts are asked at once, and memory."""
    from material.official_sites import sites

    made = [site for site in sites() if site.name in ("trs", "gkmlpt", "sitemap", "jpaas", "attached", "deep")]
    summary, _, served, seconds, memory = run(made, Limits(allow_loopback=True))
    gaps = [
        later - earlier
        for one in served
        for (earlier, *_), (later, *_) in pairwise(sorted(one.asked, key=lambda a: a[0]))
    ]
    total = sum(len(one.asked) for one in served)
    spans = [(min(at for at, *_ in one.asked), max(at for at, *_ in one.asked)) for one in served]
    print(f"{len(made)} hosts, {total} requests in {seconds:.0f} s, {summary.fetched} reports")
    short = sum(gap < 0.9 for gap in gaps)
    print(
        f"gaps at one host: median {sorted(gaps)[len(gaps) // 2]:.2f} s, least {min(gaps):.2f} s, {short} below 0.9 s"
    )
    print(f"one host after the other that would be {sum(end - start for start, end in spans):.0f} s")
    print(f"{memory:.0f} MB at most")


def main() -> None:
    """Read what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--manners", action="store_true")
    manners() if parser.parse_args().manners else ways()


if __name__ == "__main__":
    main()
