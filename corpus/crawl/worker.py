"""The process of one crawl: `main` here, started by `corpus.crawl.run`.

A process of its own, for the framework's event loop runs once only. The task is the first line of
standard input; outcomes go to standard output, one JSON object a line. When standard input ends,
whoever started this is gone, and so is this: at once, for the journal is whole at any moment.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from scrapy.crawler import CrawlerProcess

from corpus.crawl.account.outcome import Outcome
from corpus.crawl.frontier import Frontier
from corpus.crawl.harvest import Harvest
from corpus.crawl.journal import JOURNAL, Journal
from corpus.crawl.limits import Limits
from corpus.crawl.scope import Scope
from corpus.crawl.sources import Source
from corpus.crawl.spider import ReportSpider, settings
from corpus.errors import XunzhangError
from corpus.store.folder import Store
from corpus.wording.coded import to_record


def _leave_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


def _say(stream: TextIO, **values: Any) -> None:
    stream.write(json.dumps(values, ensure_ascii=False) + "\n")
    stream.flush()


def _run(stream: TextIO, data: Path, sources: list[Source], limits: Limits, name: str) -> None:
    store = Store(data)
    with store.crawling():
        journal = Journal(data / JOURNAL)
        addresses = [source.address for source in sources]
        left = (
            line.source
            for queue in journal.queues()
            if queue.begun.address in (name, "")
            for line in queue.visits.values()
        )
        scope = Scope.around((*addresses, *left), limits.hosts, store.removed(), allow_loopback=limits.allow_loopback)
        frontier = Frontier(limits, scope)

        def report(outcome: Outcome) -> None:
            done, known = journal.counts()
            _say(stream, outcome={**asdict(outcome), "reason": to_record(outcome.reason)}, done=done, known=known)

        harvest = Harvest(store, journal, frontier, report, fresh=limits.fresh)
        visits = harvest.start(sources, limits.depth, name)
        process = CrawlerProcess(settings(limits))
        process.crawl(ReportSpider, harvest=harvest, frontier=frontier, visits=visits, limits=limits)
        process.start(install_signal_handlers=False)
        if not process.bootstrap_failed and not journal.waiting():
            _say(stream, ending=asdict(harvest.end()))


def main() -> None:
    """Read the task, crawl, say what comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started this decides
    stream = os.fdopen(os.dup(1), "w", encoding="utf8")
    os.dup2(2, 1)  # whatever else is printed is no answer
    task = json.loads(sys.stdin.readline())
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    limits = Limits(**{**task["limits"], "hosts": tuple(task["limits"]["hosts"])})
    try:
        _run(stream, Path(task["data"]), [Source(**source) for source in task["sources"]], limits, task["name"])
    except XunzhangError as error:
        _say(stream, error=str(error), code=error.code)
    stream.flush()
    os._exit(0)  # worker threads of the framework need not be waited for
