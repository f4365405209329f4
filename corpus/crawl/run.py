"""Crawl sources into the store and say what became of every address."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import IO, Any

from corpus.crawl.limits import Limits
from corpus.crawl.outcome import Outcome
from corpus.crawl.sources import Source
from corpus.errors import XunzhangError
from corpus.process import python_for
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


@dataclass(frozen=True, slots=True)
class Summary:
    """What a crawl brought, the part before an interruption included.

    `outcomes`: one an address; `left_out`: addresses beyond the limits.
    """

    outcomes: tuple[Outcome, ...]
    left_out: int = 0

    def _count(self, status: str) -> int:
        return sum(outcome.status == status for outcome in self.outcomes)

    @property
    def fetched(self) -> int:
        """Reports that are new or changed."""
        return self._count("fetched")

    @property
    def unchanged(self) -> int:
        """Pages that are as they were."""
        return self._count("unchanged")

    @property
    def refused(self) -> int:
        """Addresses not asked for, and pages that are no reports."""
        return self._count("refused")

    @property
    def failed(self) -> int:
        """Pages that did not come."""
        return self._count("failed")

    def reasons(self) -> list[tuple[str, str, int]]:
        """(status, reason, how many), the most frequent first."""
        counted = Counter((o.status, o.reason) for o in self.outcomes if o.reason)
        return [(status, reason, count) for (status, reason), count in counted.most_common()]

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        counts = {name: self._count(name) for name in ("fetched", "unchanged", "refused", "failed")}
        return {**counts, "left_out": self.left_out, "outcomes": [outcome.to_dict() for outcome in self.outcomes]}


def crawl(
    store: Store, sources: Iterable[Source], limits: Limits | None = None, *, progress: Progress | None = None
) -> Summary:
    """Crawl in a process of its own; an interrupted crawl goes on where it was.

    Raises CrawlMissing, CrawlBroken, StoreBusy.
    """
    if find_spec("scrapy") is None:
        raise CrawlMissing("抓取需要 Scrapy；请先运行 pip install 'xunzhang[crawl]'。")
    task = {
        "data": str(store.data.resolve()),
        "sources": [asdict(source) for source in sources],
        "limits": asdict(limits or Limits()),
    }
    with tempfile.TemporaryFile() as words:
        return _listen(task, words, progress)


def _listen(task: dict[str, Any], words: IO[bytes], progress: Progress | None) -> Summary:
    outcomes: dict[str, Outcome] = {}
    with closing(_said(task, words)) as lines:
        for said in lines:
            if "left_out" in said:
                return Summary(tuple(outcomes.values()), said["left_out"])
            if "error" in said:
                raise _error(said)
            address, status, reason = said["outcome"]
            outcome = Outcome(address, status, from_record(reason))
            outcomes[outcome.address] = outcome
            if progress:
                progress(said["done"], said["known"])
    words.seek(0)
    last = words.read().decode("utf8", "replace").strip()[-LAST_WORDS:]
    raise CrawlBroken(f"抓取意外中断；再运行一次会从中断处继续。{last}")


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
