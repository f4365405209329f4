"""The crawl as the framework sees it: requests out, answers in. What they mean is decided in
`harvest`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from corpus.crawl.failure import Refused, TooMany, reason, turned_away
from corpus.crawl.frontier import Frontier, Visit
from corpus.crawl.gate import OK
from corpus.crawl.harvest import Harvest, receive
from corpus.crawl.limits import Limits
from corpus.crawl.resolver import ALLOW_LOOPBACK
from corpus.crawl.scope import written
from corpus.errors import unforeseen
from corpus.records import Page
from corpus.wording.coded import said

AGENT = "Xunzhang"
NOT_MODIFIED = 304
REDIRECTS = (301, 302, 303, 307, 308)
AT_ONCE = 16  # hosts; one request to each at a time
MEMORY_MB = 1500
PROMISING = 100  # reports are asked for before any link that may lead to one, however near


def settings(limits: Limits) -> dict[str, Any]:
    """The framework's settings for a crawl within limits."""
    contact = f"; +{limits.contact}" if limits.contact else ""
    return {
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": limits.delay,
        "CONCURRENT_REQUESTS": AT_ONCE,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "COOKIES_ENABLED": False,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/pdf,*/*;q=0.5",
            "Accept-Language": "zh-CN,zh;q=0.9",
        },
        "TWISTED_DNS_RESOLVER": "corpus.crawl.resolver.PublicResolver",
        "DOWNLOAD_DELAY": limits.delay,
        "DOWNLOAD_DELAY_JITTER": 0.0,  # at least the delay, not half of it now and then
        "DOWNLOAD_HANDLERS": dict.fromkeys(("data", "file", "ftp", "s3")),
        "DOWNLOAD_MAXSIZE": limits.largest,
        "DOWNLOAD_TIMEOUT": limits.timeout,
        "DOWNLOAD_VERIFY_CERTIFICATES": not limits.any_certificate,
        "DOWNLOADER_MIDDLEWARES": {"corpus.crawl.gate.Gate": 40},
        "HTTPPROXY_ENABLED": False,  # a proxy would look names up itself, past the check on addresses
        "LOG_LEVEL": "ERROR",
        "MEMUSAGE_LIMIT_MB": MEMORY_MB,
        "METAREFRESH_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "RETRY_TIMES": limits.retries,
        "RETRY_GIVE_UP_LOG_LEVEL": "INFO",
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": AGENT,
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "STATS_DUMP": False,
        "TELNETCONSOLE_ENABLED": False,
        "USER_AGENT": f"Mozilla/5.0 (compatible; {AGENT}/0.1{contact})",
        ALLOW_LOOPBACK: limits.allow_loopback,
    }


def page_of(visit: Visit, response: Response) -> Page:
    """The answer as a page of the store."""
    headers = tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
    kind = response.headers.get("Content-Type")
    fetched = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Page(visit.address, response.body, kind.decode("latin-1") if kind else None, fetched, headers)


class ReportSpider(Spider):
    """Asks for what the harvest says and hands back what comes."""

    name = "xunzhang"

    def __init__(
        self, harvest: Harvest, frontier: Frontier, visits: list[Visit], limits: Limits, **values: Any
    ) -> None:
        super().__init__(**values)
        self.frontier, self.limits = frontier, limits
        self.robots_down: dict[str, str] = {}
        self._harvest, self._visits = harvest, visits
        self._cleaning = ThreadPoolExecutor(1)  # in order, and beside the network

    async def start(self) -> AsyncIterator[Request]:
        """The first requests."""
        for visit in self._visits:
            yield self._request(visit)

    def came(self, visit: Visit, response: Response) -> None:
        """A page is here: keep it before anything else is asked for."""
        self._harvest.lay_down(page_of(visit, response))

    def _request(self, visit: Visit, redirects: int = 0) -> Request:
        return Request(
            visit.address,
            callback=self.parse,
            errback=self.missed,
            headers=self._harvest.conditions(visit),
            priority=visit.reach + (PROMISING if visit.promising else 0),
            dont_filter=True,
            meta={"visit": visit, "redirects": redirects, "dont_redirect": True, "handle_httpstatus_all": True},
        )

    async def parse(self, response: Response, **_: Any) -> AsyncIterator[Request]:
        """An answer, whatever its status."""
        visit, redirects = response.meta["visit"], response.meta["redirects"]
        location = (response.headers.get("Location") or b"").decode("latin-1")
        if response.status == OK:
            page = page_of(visit, response)
            loop = asyncio.get_running_loop()
            try:
                answer = await loop.run_in_executor(self._cleaning, receive, self._harvest.store, page)
            except OSError:  # no room, no rights: the page is not lost, the next run asks for it again
                raise
            except Exception as error:
                self.logger.exception("cleaning %s", visit.address)
                self._harvest.failed(visit, unforeseen(error))
                return
            follow = self._harvest.arrived(visit, answer)
        elif response.status == NOT_MODIFIED:
            follow = self._harvest.not_modified(visit)
        elif response.status in REDIRECTS and location:
            follow, redirects = self._harvest.moved(visit, _joined(visit.address, location), redirects), redirects + 1
        else:
            follow = []
            self._harvest.failed(visit, said("status", status=response.status))
        for more in follow:
            yield self._request(more, redirects if response.status in REDIRECTS else 0)

    def missed(self, failure: Any) -> Iterator[Request]:
        """No answer."""
        error, visit = failure.value, failure.request.meta["visit"]
        parts = urlsplit(visit.address)
        away = turned_away(parts.hostname or "")
        down = self.robots_down.get(parts.netloc)
        if isinstance(error, TooMany):
            self._harvest.left(visit)
        elif isinstance(error, Refused) or away:
            self._harvest.refused(visit, away or error.args[0])
        elif isinstance(error, IgnoreRequest) and "robots.txt" in str(error):
            if down is None:
                self._harvest.refused(visit, said("robots"))
            else:
                self._harvest.failed(visit, said("robots_missing", reason=down))
        else:
            self._harvest.failed(visit, reason(error, self.limits))
        return iter(())


def _joined(base: str, location: str) -> str:
    """Where a redirect leads; what is no address at all stays as it is and is refused."""
    try:
        return written(urljoin(base, location))
    except ValueError:
        return location
