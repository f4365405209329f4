"""What is still to be asked for, and when it is enough.

Three bounds hold a site that never ends (calendars, sort orders, session numbers): links from the
source, requests to one host, and addresses of one shape, that is alike but for their numbers. What
belongs together costs no link: the files of a page, the pages of a list, and a few steps through
columns that promise reports.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit

from corpus.crawl.limits import Limits
from corpus.crawl.scope import Scope, host_of
from corpus.crawl.spare import Spares
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import ATTACHED, LIST, OTHER, PART, REPORT, Link, is_list
from corpus.identity import canonical

# Addresses kept waiting for one host, as a multiple of its page limit: promising ones may come
# late, and go first.
WAITING, PROMISING_WAITING = 2, 10
# Steps that cost no reach in a row: 政务公开 › 信息公开 › 法定主动公开 › 年度报告 are four; a frame
# and a jump come on top.
FREE_STEPS = 6
# Pages of one list, however it is turned.
LIST_PAGES = 60
# Pages of one shape that are numbered as articles are, and whose links name nothing: so many are asked
# for, then more only as they prove to be reports. Columns are numbered, too, but end in / or index.
FEW_DETAILS = 8
_DETAIL = re.compile(
    r"/(?!(?:index|list|col|channel)[^/]*$)[^/]*\d[^/]*\.\w{3,5}(?:$|\?)|[?&]\w*id=\w*\d", re.IGNORECASE
)
# Files that a page attaches lead nowhere.
NOWHERE = 0


def shape(address: str) -> str:
    """An address without its numbers and values.

    >>> shape("https://kfq.example/c/2023-01/t20230105_17.html?page=3")
    'kfq.example/c/0-0/t0_0.html?page'
    """
    parts = urlsplit(address)
    names = "&".join(sorted(name for name, _ in parse_qsl(parts.query, keep_blank_values=True)))
    return host_of(address) + re.sub(r"\d+", "0", parts.path) + (f"?{names}" if names else "")


class Frontier:
    """Addresses known in this crawl and the bounds they count against."""

    def __init__(self, limits: Limits, scope: Scope) -> None:
        self.scope, self._limits = scope, limits
        self.spares = Spares()
        self._seen: set[str] = set()
        self._known: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()
        self._shapes: Counter[str] = Counter()
        self.kept: list[Visit] = []
        self.left_out = 0
        # Where a bound struck first, with how many it kept out: (bound, host or shape) → address, number.
        self.struck: dict[tuple[str, str], tuple[str, int]] = {}
        # Hosts out of scope to which links promise reports, by the source that led there.
        self.elsewhere: dict[str, Counter[str]] = defaultdict(Counter)

    def know(self, visit: Visit, *, kept: bool = False) -> bool:
        """Note an address as one of this crawl's, whatever the bounds; False if it was already. One that
        is `kept` back takes no place of its shape."""
        key = canonical(visit.address)
        if key in self._seen:
            return False
        self._seen.add(key)
        self._known[host_of(visit.address)] += 1
        self._shapes[shape(visit.address)] += not kept
        return True

    def knows(self, address: str) -> bool:
        """Is it an address of this crawl already?"""
        return canonical(address) in self._seen

    def strike(self, bound: str, what: str, address: str) -> None:
        """A bound keeps an address out: count it, and remember the first."""
        first, count = self.struck.get((bound, what), (address, 0))
        self.struck[bound, what] = (first, count + 1)
        self.left_out += 1

    def _speaks_for_nothing(self, link: Link) -> bool:
        """Is the link kept back: its words name something else, or nobody says what it is?"""
        alike = self._shapes[shape(link.address)]
        detail = not link.promising and alike >= FEW_DETAILS and bool(_DETAIL.search(link.address))
        idle = link.worth == OTHER or detail or (link.wordless and not link.promising)
        return idle and not link.role and not self._limits.everything

    def _too_many(self, link: Link, *, kept: bool) -> tuple[str, str] | None:
        """The bound that keeps a link out, and of what."""
        host, share = host_of(link.address), PROMISING_WAITING if link.promising else WAITING
        if self._known[host] >= share * self._limits.pages:
            return "pages", host
        alike = LIST_PAGES if link.role == LIST or is_list(link.role) else self._limits.alike
        counts = link.role in (LIST, "") or is_list(link.role)
        if counts and not kept and (not link.promising or link.role) and self._shapes[shape(link.address)] >= alike:
            return "alike", shape(link.address)
        return None

    def offer(self, links: Iterable[Link], came_by: Visit) -> list[Visit]:
        """The visits that the links of a page give: in scope, not known yet, within bounds and
        reach."""
        visits: list[Visit] = []
        for link in links:
            visit = self._step(link, came_by)
            if visit is None or self.knows(link.address) or self._out_of_scope(link, came_by):
                continue
            kept = self._speaks_for_nothing(link)
            if bound := self._too_many(link, kept=kept):
                self.strike(*bound, link.address)
                continue
            self.know(visit, kept=kept)
            if kept:
                self.kept.append(visit)
                visits += self.spares.keep(visit)
            else:
                visits.append(visit)
        return visits

    def newly_kept(self, released: Iterable[Visit]) -> list[Visit]:
        """What `offer` has kept back since the last time, but for what it gave at once."""
        given, kept, self.kept = set(released), self.kept, []
        return [visit for visit in kept if visit not in given]

    def _out_of_scope(self, link: Link, came_by: Visit) -> bool:
        if self.scope.refusal(link.address) is None:
            return False
        if link.worth == REPORT and (host := host_of(link.address)) not in self.scope.hosts:
            self.elsewhere[came_by.source][host] += 1
        return True

    def _step(self, link: Link, before: Visit) -> Visit | None:
        """The visit of a link on the page of another, None where it is too far."""
        reach, free = before.reach - 1, 0
        if link.role == ATTACHED and (link.promising or before.worth == REPORT):
            reach = NOWHERE
        elif before.reach and before.free < FREE_STEPS:
            if link.role == LIST or is_list(link.role):
                reach, free = before.reach, before.free
            elif link.promising or link.role == PART:
                reach, free = before.reach, before.free + 1
        if reach < 0:
            return None
        return Visit(link.address, reach, link.worth, link.way, link.role, before.source, free, link.changed, link.page)

    def asked(self, address: str) -> None:
        """Count a request that was made in this crawl."""
        self._asked[host_of(address)] += 1

    def admits(self, address: str) -> bool:
        """Is there room for one more request to the host?"""
        return self._asked[host_of(address)] < self._limits.pages
