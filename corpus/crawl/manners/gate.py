"""What every request passes on its way out, redirects and robots.txt included: scope, page limits,
and what a missing robots.txt means.

RFC 9309: no robots.txt (4xx) allows everything; one that cannot be had (5xx, no connection) forbids
everything.
"""

from __future__ import annotations

import re
from typing import Any, Protocol
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.exceptions import StopDownload
from scrapy.http import Response, TextResponse

from corpus.crawl.frontier import Frontier
from corpus.crawl.limits import Limits
from corpus.crawl.manners.failure import CutOff, Refused, TooMany, reason, turned_away
from corpus.crawl.manners.waiting import Pauses
from corpus.crawl.visit import Visit
from corpus.wording.coded import said

FORBID_ALL = b"User-agent: *\nDisallow: /\n"
OK, TOO_MANY_REQUESTS = 200, 429  # of HTTP
# An HTML page is whole where it ends as pages end, whatever length the server gave.
_END_WITHIN = 2000
_DOCUMENT = re.compile(r"\.(?:docx?|wps|pdf)\b", re.IGNORECASE)
# A robots.txt that asks for more than this many seconds between two requests is taken to mean this
# many.
LONGEST_DELAY = 60.0
_NO_PAGES = (
    "image/",
    "video/",
    "audio/",
    "font/",
    "application/zip",
    "application/x-rar",
    "text/css",
    "application/javascript",
)


class Gated(Protocol):
    """What the gate needs of a spider."""

    frontier: Frontier
    limits: Limits
    robots_down: dict[str, str]
    bare: frozenset[str]

    def came(self, visit: Visit, response: Response) -> None:
        """A page is here."""

    def robots_came(self, address: str, body: bytes) -> None:
        """A robots.txt is here, or there is none."""


def is_whole(body: bytes) -> bool:
    """Does an HTML page reach to its end?

    >>> is_whole(b"<html><p>text</p></html>"), is_whole(b"<html><p>te")
    (True, False)
    """
    return b"</html>" in body[-_END_WITHIN:].lower() or b"</body>" in body[-_END_WITHIN:].lower()


def _robots(url: str, body: bytes) -> Response:
    return TextResponse(url, status=200, body=body, encoding="utf-8")


class Gate:
    """A downloader middleware, the outermost one."""

    def __init__(self, crawler: Any) -> None:
        self._crawler = crawler
        self._delays: dict[str, float] = {}
        self._pauses = Pauses.of(crawler)

    @classmethod
    def from_crawler(cls, crawler: Any) -> Gate:
        """How the framework makes one."""
        gate = cls(crawler)
        crawler.signals.connect(gate.robots_read, signal=signals.robots_parsed)
        crawler.signals.connect(gate.slow_down, signal=signals.response_downloaded)
        crawler.signals.connect(gate.headers_came, signal=signals.headers_received)
        return gate

    @property
    def _spider(self) -> Gated:
        spider: Gated = self._crawler.spider
        return spider

    def process_request(self, request: Request) -> None:
        """Let a request out, or raise Refused or TooMany."""
        refusal = self._spider.frontier.scope.refusal(request.url)
        if refusal is not None:
            raise Refused(refusal)
        if "visit" not in request.meta or "retry_times" in request.meta:
            return
        if not self._spider.frontier.admits(request.url):
            raise TooMany("pages")
        if self._pauses.closed(request.url):
            raise TooMany("waits")
        self._spider.frontier.asked(request.url)

    def process_response(self, request: Request, response: Response) -> Response:
        """Lay a page down at once; read a robots.txt with an error status as the rules say."""
        if "visit" in request.meta:
            if response.status == OK:
                if "dataloss" in response.flags and not is_whole(response.body):
                    raise CutOff
                self._spider.came(request.meta["visit"], response)
            return response
        if response.status >= 500 or response.status == TOO_MANY_REQUESTS:
            self._spider.robots_down[urlsplit(request.url).netloc] = said("status", status=response.status)
            return _robots(request.url, FORBID_ALL)
        body = response.body if response.status == OK else b""
        if urlsplit(request.url).netloc not in self._spider.robots_down:
            self._spider.robots_came(request.url, body)
        return _robots(request.url, b"") if response.status >= 400 else response

    def process_exception(self, request: Request, exception: Exception) -> Response | Request | None:
        """A robots.txt that could not be had forbids everything; one of a host that speaks TLS only is
        there."""
        if "visit" in request.meta or isinstance(exception, TooMany):
            return None
        parts = urlsplit(request.url)
        away = isinstance(exception, Refused) or turned_away(parts.hostname or "")
        if parts.scheme == "http" and not away and parts.netloc in self._spider.bare:
            return request.replace(url=parts._replace(scheme="https").geturl(), dont_filter=True)
        why = turned_away(parts.hostname or "") or (
            exception.args[0] if isinstance(exception, Refused) else reason(exception, self._spider.limits)
        )
        self._spider.robots_down[parts.netloc] = why
        return _robots(request.url, FORBID_ALL)

    def robots_read(self, robotparser: Any, request: Request) -> None:
        """Note how long a site wants to be left alone."""
        delay = robotparser.crawl_delay(self._crawler.settings["ROBOTSTXT_USER_AGENT"])
        if delay:
            self._delays[urlsplit(request.url).hostname or ""] = min(float(delay), LONGEST_DELAY)

    def slow_down(self, request: Request) -> None:
        """Autothrottle may go below what robots.txt asks for; put it back."""
        key = request.meta.get("download_slot")
        slot = self._crawler.engine.downloader.slots.get(key)
        delay = self._delays.get(urlsplit(request.url).hostname or "")
        if slot is not None and delay is not None:
            slot.delay = max(slot.delay, delay)

    def headers_came(self, headers: Any, request: Request) -> None:
        """Do not download pictures, sound and archives to their end."""
        kind, name = (
            (headers.get(header) or b"").decode("latin-1").lower() for header in ("Content-Type", "Content-Disposition")
        )
        document = _DOCUMENT.search(name) or _DOCUMENT.search(request.url)  # a Word file is an archive to some servers
        if "visit" in request.meta and kind.startswith(_NO_PAGES) and not document:
            raise StopDownload(fail=True)
