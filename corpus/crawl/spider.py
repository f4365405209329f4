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
from scrapy.utils.sitemap import sitemap_urls_from_robots

from corpus.crawl.frontier import Frontier
from corpus.crawl.harvest import Harvest
from corpus.crawl.limits import Limits
from corpus.crawl.manners.failure import Refused, TooMany, answered, reason, turned_away
from corpus.crawl.manners.gate import OK
from corpus.crawl.manners.resolver import ALLOW_LOOPBACK
from corpus.crawl.scope import written
from corpus.crawl.taking import receive
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import ATTACHED, COLUMN, LIST, NOTHING, OTHER, REPORT, SITEMAP, is_list
from corpus.errors import unforeseen
from corpus.identity import plain
from corpus.records import Page
from corpus.wording.coded import said

AGENT = "Xunzhang"
NOT_MODIFIED, GONE = 304, (404, 410)
REDIRECTS = (301, 302, 303, 307, 308)  # of HTTP
AT_ONCE = 16  # hosts; one request to each at a time
MEMORY_MB = 1500  # nine times what 105 reports among 900 pages took; rejects a page that fills it
# What goes first: reports and the files of one, lists, columns, then what promises nothing.
FIRST = {REPORT: 400, COLUMN: 200, NOTHING: 0, OTHER: -200}
FILES, LISTS = 400, 300


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
        "TWISTED_DNS_RESOLVER": f"{__package__}.manners.resolver.PublicResolver",
        "DOWNLOAD_DELAY": limits.delay,
        "DOWNLOAD_DELAY_JITTER": 0.0,  # at least the delay, not half of it now and then
        "DOWNLOAD_HANDLERS": dict.fromkeys(("data", "file", "ftp", "s3")),
        "DOWNLOAD_MAXSIZE": limits.largest,
        "DOWNLOAD_TIMEOUT": limits.timeout,
        "DOWNLOAD_VERIFY_CERTIFICATES": not limits.any_certificate,
        "DOWNLOAD_FAIL_ON_DATALOSS": False,  # what is whole HTML is kept, see the gate
        "DOWNLOADER_MIDDLEWARES": {
            f"{__package__}.manners.gate.Gate": 40,
            f"{__package__}.manners.waiting.RetryAfter": 560,  # inside the one that tries again, 550
        },
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
    return Page(plain(visit.address), response.body, kind.decode("latin-1") if kind else None, fetched, headers)


def priority(visit: Visit) -> int:
    """How early an address is asked for."""
    kind = FILES if visit.role == ATTACHED and visit.promising else FIRST[visit.worth]
    if is_list(visit.role) or visit.role in (LIST, SITEMAP):
        kind = LISTS
    return kind + visit.reach


class ReportSpider(Spider):
    """Asks for what the harvest says and hands back what comes."""

    name = "xunzhang"

    def __init__(
        self, harvest: Harvest, frontier: Frontier, visits: list[Visit], limits: Limits, **values: Any
    ) -> None:
        super().__init__(**values)
        self.frontier, self.limits = frontier, limits
        self.robots_down: dict[str, str] = {}
        self.bare = frozenset(urlsplit(visit.address).netloc for visit in visits if visit.way == "bare")
        self._harvest, self._visits = harvest, visits
        self._cleaning = ThreadPoolExecutor(1)  # in order, and beside the network

    async def start(self) -> AsyncIterator[Request]:
        """The first requests."""
        for visit in self._visits:
            yield self._request(visit)

    def came(self, visit: Visit, response: Response) -> None:
        """A page is here: keep it before anything else is asked for."""
        self._harvest.lay_down(page_of(visit, response))

    def robots_came(self, address: str, body: bytes) -> None:
        """A robots.txt is here: it may name site maps."""
        root = address.removesuffix("/robots.txt")
        for visit in self._harvest.maps(root, sitemap_urls_from_robots(body, root)):
            self.crawler.engine.crawl(self._request(visit))

    def _request(self, visit: Visit, redirects: int = 0) -> Request:
        return Request(
            visit.address,
            callback=self.parse,
            errback=self.missed,
            headers=self._harvest.conditions(visit),
            priority=priority(visit),
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
                answer = await loop.run_in_executor(self._cleaning, receive, self._harvest.store, visit, page)
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
        elif response.status in GONE:
            follow = []
            self._harvest.gone(visit, response.status)
        else:
            follow = self._harvest.failed(visit, answered(response.status))
        for more in follow:
            yield self._request(more, redirects if response.status in REDIRECTS else 0)

    def missed(self, failure: Any) -> Iterator[Request]:
        """No answer."""
        error, visit = failure.value, failure.request.meta["visit"]
        parts = urlsplit(visit.address)
        away = turned_away(parts.hostname or "")
        down = self.robots_down.get(parts.netloc)
        follow: list[Visit] = []
        if isinstance(error, TooMany):
            self._harvest.left(visit, str(error))
        elif isinstance(error, Refused) or away:
            self._harvest.refused(visit, away or error.args[0])
        elif isinstance(error, IgnoreRequest) and "robots.txt" in str(error):
            if down is None:
                self._harvest.refused(visit, said("robots"))
            else:
                follow = self._harvest.failed(visit, said("robots_missing", reason=down))
        else:
            follow = self._harvest.failed(visit, reason(error, self.limits))
        return map(self._request, follow)


def _joined(base: str, location: str) -> str:
    """Where a redirect leads; what is no address at all stays as it is and is refused."""
    try:
        return written(urljoin(base, location))
    except ValueError:
        return location
