"""Retry-After: a site that is busy says when to come again, and is left alone until then."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from corpus.crawl.manners.failure import TooMany

BUSY = (429, 503)  # of HTTP: with these a Retry-After is sent


class Pauses:
    """Which hosts are closed for the rest of a crawl, for they want to be left alone for longer than
    anybody waits. One a crawl."""

    def __init__(self) -> None:
        self._closed: set[str] = set()

    @classmethod
    def of(cls, crawler: Any) -> Pauses:
        """The pauses of a crawl."""
        if not hasattr(crawler, "xunzhang_pauses"):
            crawler.xunzhang_pauses = cls()
        pauses: Pauses = crawler.xunzhang_pauses
        return pauses

    def close(self, address: str) -> None:
        """Ask the host of an address for nothing more."""
        self._closed.add(urlsplit(address).netloc)

    def closed(self, address: str) -> bool:
        """Is the host of the address asked for nothing more?"""
        return urlsplit(address).netloc in self._closed


def seconds_of(value: str, now: datetime) -> float | None:
    """What a Retry-After says: seconds, or until a date; None for anything else.

    >>> seconds_of("120", datetime.now(UTC))
    120.0
    """
    if value.strip().isdecimal():
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, ((then if then.tzinfo else then.replace(tzinfo=UTC)) - now).total_seconds())


class RetryAfter:
    """A downloader middleware inside the one that tries again: it holds the host's next request back,
    the one that tries again included."""

    def __init__(self, crawler: Any) -> None:
        self._crawler, self._pauses = crawler, Pauses.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Any) -> RetryAfter:
        """How the framework makes one."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Read what a busy site says."""
        said = (response.headers.get("Retry-After") or b"").decode("latin-1")
        wait = seconds_of(said, datetime.now(UTC)) if response.status in BUSY and said else None
        if wait is None:
            return response
        if wait > self._crawler.spider.limits.patience:
            self._pauses.close(request.url)
            request.meta["dont_retry"] = True
        slot = self._crawler.engine.downloader.slots.get(request.meta.get("download_slot"))
        if slot is not None and self._pauses.closed(request.url):
            while slot.queue:
                slot.queue.popleft()[1].errback(Failure(TooMany("waits")))  # type: ignore[no-untyped-call]
        elif slot is not None:
            slot.lastseen = monotonic() + wait  # the downloader counts its gap from there
        return response
