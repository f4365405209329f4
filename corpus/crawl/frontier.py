"""What is still to be asked for, and when it is enough.

Three bounds hold a site that never ends (calendars, sort orders, session numbers): links from the
source, requests to one host, and addresses of one shape, that is alike but for their numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from corpus.crawl.limits import Limits
from corpus.crawl.links import Link
from corpus.crawl.scope import Scope, host_of
from corpus.identity import canonical

# Of addresses that differ in numbers only, and whose links promise nothing: more than that is a
# calendar.
MOST_OF_A_SHAPE = 40
# Addresses kept waiting for one host, as a multiple of its page limit: promising ones may come
# late, and go first.
WAITING, PROMISING_WAITING = 2, 10


@dataclass(frozen=True, slots=True)
class Visit:
    """An address to ask for; `reach` is how many links may be followed from there."""

    address: str
    reach: int = 0
    promising: bool = False


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
        self._seen: set[str] = set()
        self._known: Counter[str] = Counter()
        self._asked: Counter[str] = Counter()
        self._shapes: Counter[str] = Counter()
        self.left_out = 0

    def know(self, visit: Visit) -> bool:
        """Note an address as one of this crawl's, whatever the bounds; False if it was already."""
        key = canonical(visit.address)
        if key in self._seen:
            return False
        self._seen.add(key)
        self._known[host_of(visit.address)] += 1
        self._shapes[shape(visit.address)] += 1
        return True

    def _too_many(self, link: Link) -> bool:
        share = PROMISING_WAITING if link.promising else WAITING
        if self._known[host_of(link.address)] >= share * self._limits.pages:
            return True
        return not link.promising and self._shapes[shape(link.address)] >= MOST_OF_A_SHAPE

    def offer(self, links: Iterable[Link], reach: int) -> list[Visit]:
        """The visits that links give: in scope, not known yet, within bounds. `reach` is what is
        left from there on."""
        visits = []
        for link in links if reach >= 0 else ():
            if canonical(link.address) in self._seen or self.scope.refusal(link.address):
                continue
            if self._too_many(link):
                self.left_out += 1
                continue
            visit = Visit(link.address, reach, link.promising)
            self.know(visit)
            visits.append(visit)
        return visits

    def asked(self, address: str) -> None:
        """Count a request that was made in this crawl."""
        self._asked[host_of(address)] += 1

    def admits(self, address: str) -> bool:
        """Is there room for one more request to the host?"""
        return self._asked[host_of(address)] < self._limits.pages
