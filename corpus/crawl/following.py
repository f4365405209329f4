"""Which of the links of an answer are followed, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.crawl.frontier import Frontier
from corpus.crawl.journal import REPORTS, Journal, Line
from corpus.crawl.taking import DAYS, Answer, age
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import DATA, SAME, SITEMAP, Link
from corpus.crawl.ways.sitemap import ROOT


class Following:
    """From answers to visits. `settled` counts addresses that are not asked for, since they were no
    reports the last time."""

    def __init__(self, journal: Journal, frontier: Frontier, *, fresh: bool) -> None:
        self._journal, self._frontier, self._fresh = journal, frontier, fresh
        self.settled = 0

    def follow(self, visit: Visit, answer: Answer) -> list[Visit]:
        """The visits that an answer leads to. The next page of a platform's list is asked for only where
        this one held something new: some servers give the same page for ever."""
        turns = [link for link in answer.links if visit.role.startswith(DATA) and link.role == visit.role]
        rows = [link for link in answer.links if link.role != SAME and link not in turns]
        new = any(not self._frontier.knows(link.address) for link in rows)
        for link in answer.links:
            if link.role == SAME:
                self._frontier.know(replace(visit, address=link.address))
        follow = self._frontier.offer(self._unsettled(rows), visit)
        follow += self._frontier.offer(turns, visit) if new else []
        return follow + (self._frontier.spares.was_report(visit) if answer.status in REPORTS else [])

    def _unsettled(self, links: Iterable[Link]) -> Iterator[Link]:
        """Links without those that were no reports the last time, or gone, until that is long ago or a
        site map says that they have changed."""
        for link in links:
            last = self._journal.last(link.address)
            if last and not self._fresh and not self._frontier.knows(link.address) and _settled(last, link):
                self._frontier.know(Visit(link.address))
                self.settled += 1
            else:
                yield link

    def maps(self, source: Visit, root: str, named: Iterable[str]) -> list[Visit]:
        """The site maps of a source's host: those that robots.txt names, or the usual one."""
        addresses = list(named) or [root + ROOT]
        return self._frontier.offer([Link(each, role=SITEMAP, way="sitemap") for each in addresses], source)


def _settled(last: Line, link: Link) -> bool:
    """Was an address looked at, found to be no report and to lead nowhere, and not too long ago?"""
    looked_at = (last.status == "refused" and bool(last.came) and not last.role) or last.status == "gone"
    return looked_at and age(last.time) < DAYS and not link.changed[:10] > last.time[:10]
