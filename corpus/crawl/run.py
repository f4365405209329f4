"""Crawl sources into the store and say what became of every address."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from dataclasses import asdict
from importlib.util import find_spec
from typing import IO, Any

from corpus.crawl.account.outcome import Ending, Outcome
from corpus.crawl.account.summary import Summary
from corpus.crawl.limits import Limits
from corpus.crawl.sources import Source
from corpus.errors import XunzhangError
from corpus.process import python_for
from corpus.saying import Saying
from corpus.store.folder import Store
from corpus.wording.coded import from_record

Progress = Callable[[int, int], None]
# How much of what a broken crawl printed is shown.
LAST_WORDS = 400


class CrawlMissing(XunzhangError):
    """The extra `crawl` is not installed."""

    code = "crawl_missing"


class CrawlBroken(XunzhangError):
    """A crawl that ended before it was done."""

    code = "crawl_broken"


def crawl(
    store: Store,
    sources: Iterable[Source],
    limits: Limits | None = None,
    *,
    name: str = "",
    progress: Progress | None = None,
) -> Summary:
    """Crawl in a process of its own; an interrupted crawl of the same `name` goes on where it was.

    Raises CrawlMissing, CrawlBroken, StoreBusy.
    """
    if find_spec("scrapy") is None:
        raise CrawlMissing(Saying("抓取需要 Scrapy；请先运行 pip install 'xunzhang[crawl]'。"))
    began = tuple(sources)
    task = {
        "data": str(store.data.resolve()),
        "name": name,
        "sources": [asdict(source) for source in began],
        "limits": asdict(limits or Limits()),
    }
    with tempfile.TemporaryFile() as words:
        outcomes, ending = _listen(task, words, progress)
    return Summary(outcomes, ending, began)


def _listen(task: dict[str, Any], words: IO[bytes], progress: Progress | None) -> tuple[tuple[Outcome, ...], Ending]:
    outcomes: dict[str, Outcome] = {}
    with closing(_said(task, words)) as lines:
        for said in lines:
            if "ending" in said:
                return tuple(outcomes.values()), Ending.read(said["ending"])
            if "error" in said:
                raise _error(said)
            outcome = Outcome(**{**said["outcome"], "reason": from_record(said["outcome"]["reason"])})
            outcomes[outcome.address] = outcome
            if progress:
                progress(said["done"], said["known"])
    words.seek(0)
    last = words.read().decode("utf8", "replace").strip()[-LAST_WORDS:]
    raise CrawlBroken(Saying("抓取意外中断；再运行一次会从中断处继续。%(last)s", last=last))


def _said(task: dict[str, Any], words: IO[bytes]) -> Generator[dict[str, Any], None, None]:
    """What the worker says, line by line; leaving ends it."""
    with _worker(words) as worker, suppress(BrokenPipeError):  # a worker that is gone says no more
        assert worker.stdin is not None
        assert worker.stdout is not None
        try:
            worker.stdin.write(json.dumps(task).encode() + b"\n")
            worker.stdin.flush()
            yield from map(json.loads, worker.stdout)
        finally:
            worker.stdin.close()


def _worker(words: IO[bytes]) -> subprocess.Popen[bytes]:
    command = python_for("corpus.crawl.worker")
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words)


def _error(said: dict[str, str]) -> XunzhangError:
    """The worker's error as one of this process."""
    error = XunzhangError(said["error"])
    error.code = said["code"]
    return error
