"""One crawl, apart from the network: what to ask for, and what to make of every answer.

The order of writing keeps a killed crawl whole: a page is laid down in `incoming/` as soon as it
came, then cleaned into the store, then its outcome and its links go into the journal, and last the
copy in `incoming/` goes away. A crawl that goes on takes what lies there first, and asks no server
for it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace

from corpus.crawl.account.ending import ending
from corpus.crawl.account.outcome import Ending, Outcome
from corpus.crawl.following import Following
from corpus.crawl.frontier import Frontier
from corpus.crawl.journal import Journal
from corpus.crawl.notes import Notes, now
from corpus.crawl.scope import host_of
from corpus.crawl.sources import Source
from corpus.crawl.taking import DAYS, Answer, age, held, receive
from corpus.crawl.visit import Visit
from corpus.crawl.ways.link import COLUMN, SITEMAP, is_list
from corpus.crawl.ways.links import links_of
from corpus.errors import unforeseen
from corpus.identity import canonical, id_of_address
from corpus.records import Page
from corpus.store.folder import Store, StoreBusy
from corpus.store.pages import Pages
from corpus.wording.coded import said

# One redirect more is a loop; browsers stop at 20, robots.txt readers at 5.
MOST_REDIRECTS = 5
# The role in the journal of a page that is asked for again, since it leads to others.
LEADS = "leads"


class Harvest:
    """The state of a crawl. Everything but `receive` runs in one thread."""

    def __init__(
        self,
        store: Store,
        journal: Journal,
        frontier: Frontier,
        report: Callable[[Outcome], None],
        *,
        fresh: bool = False,
    ) -> None:
        self.store, self._journal, self._frontier = store, journal, frontier
        self._notes = Notes(journal, frontier, report)
        self._incoming, self._fresh = Pages(store.data / "incoming"), fresh
        self._following = Following(journal, frontier, fresh=fresh)
        self._sources: dict[str, Visit] = {}

    def start(self, sources: Iterable[Source], depth: int, name: str = "") -> list[Visit]:
        """What to ask for first: the sources, and what an interrupted crawl of that name left."""
        resumed = self._journal.begin(now(), name)
        queue = self._journal.current
        assert queue is not None
        for line in queue.visits.values():
            self._frontier.know(line.visit())
        for key, line in queue.spare.items():
            if key not in queue.visits:
                self._frontier.know(line.visit())
                self._frontier.spares.restore(line.visit())
        for line in queue.done.values():
            self._frontier.asked(line.address)
            record = self.store.readable(line.report) if line.status in ("new", "changed") else None
            self._notes.tell(line, record.title or "" if record else "")
        fresh = [self._visit(source, depth) for source in sources]
        self._sources = {host_of(visit.address): visit for visit in sorted(fresh, key=lambda visit: visit.reach)}
        self._notes.queue([visit for visit in fresh if self._frontier.know(visit)])
        waiting = self._journal.waiting()
        return [more for visit in waiting for more in self._again(visit)] if resumed else waiting

    def _visit(self, source: Source, depth: int) -> Visit:
        reach = depth if source.depth is None else source.depth
        return Visit(source.address, reach, COLUMN, "bare" if source.bare else "source", source=source.address)

    def _again(self, visit: Visit) -> list[Visit]:
        """The visit, or what follows from it where its page had come before an interruption."""
        refused = self._frontier.scope.refusal(visit.address)  # removed meanwhile, say
        versions = [] if refused else self._incoming.readable(id_of_address(visit.address))
        if not versions:
            return [visit]
        try:
            answer = receive(self.store, visit, versions[-1])
        except Exception as error:
            if isinstance(error, OSError | StoreBusy):
                raise
            self.failed(visit, unforeseen(error))
            return []
        last = self._journal.last(visit.address)
        if answer.status == "unchanged" and not (last and last.report):  # the store had time to take it
            answer = replace(answer, status="new")
        return self.arrived(visit, answer)

    def lay_down(self, page: Page) -> None:
        """Keep a page that came, until it is taken."""
        self._incoming.remove(id_of_address(page.address))
        self._incoming.keep(id_of_address(page.address), page)

    def conditions(self, visit: Visit) -> dict[str, str]:
        """Headers that make a request conditional, where the store holds what they speak of, and has
        seen it come not too long ago."""
        line = self._journal.last(visit.address)
        if line is None or not (line.etag or line.modified) or self._fresh or age(line.came or line.time) > DAYS:
            return {}
        if held(self.store, visit.address, visit.role) is None:
            return {}
        named = {"If-None-Match": line.etag, "If-Modified-Since": line.modified}
        return {name: value for name, value in named.items() if value}

    def arrived(self, visit: Visit, answer: Answer) -> list[Visit]:
        """A page came. The visits it leads to."""
        named = {name.lower(): value for name, value in answer.page.headers}
        follow = self._following.follow(visit, answer)
        validators = {"etag": named.get("etag", ""), "modified": named.get("last-modified", ""), "came": now()}
        noted = replace(visit, role=visit.role or LEADS * bool(answer.leads or follow))
        validators["report"] = answer.report
        self._notes.note(noted, answer.status, answer.reason, follow, answer.title, said=validators)
        self.store.gone.back(visit.address)
        self._incoming.remove(id_of_address(visit.address))
        return follow

    def maps(self, root: str, named: Iterable[str]) -> list[Visit]:
        """The site maps of a host: those that its robots.txt names, or the usual one."""
        before = self._sources.get(host_of(root))
        visits = self._following.maps(before, root, named) if before and before.reach else []
        self._notes.queue(visits)
        return visits

    def not_modified(self, visit: Visit) -> list[Visit]:
        """The server says that the page is as it was. The visits that the held page leads to."""
        page, last = held(self.store, visit.address, visit.role), self._journal.last(visit.address)
        links = links_of(page, visit.role, visit.worth, visit.page) if page else ()
        was_report = last is not None and bool(last.report)
        status = "read" if is_list(visit.role) else "unchanged" if was_report or not last else "refused"
        answer = Answer(page or Page(visit.address, b""), links, status)
        follow = self._following.follow(visit, answer)
        reason = last.reason if last and status == "refused" else ""
        role = visit.role or (LEADS if follow or (last and last.role == LEADS) else "")
        self._notes.note(replace(visit, role=role), status, reason, follow, still=True)
        return follow

    def moved(self, visit: Visit, target: str, redirects: int) -> list[Visit]:
        """The page is elsewhere. A visit to there, unless it is out of scope, known, or a loop."""
        reason = self._frontier.scope.refusal(target)
        if reason is not None:
            self._notes.note(visit, "refused", said("leads_on", address=target[:200], reason=reason))
            return []
        if redirects >= MOST_REDIRECTS or target == visit.address:
            self._notes.note(visit, "failed", said("going_round"))
            return []
        there = replace(visit, address=target)
        if canonical(target) == canonical(visit.address):  # the same page by another scheme or host name
            return [there]
        follow = [there] if self._frontier.know(there) else []
        self._notes.note(visit, "moved", target, follow)
        return follow

    def refused(self, visit: Visit, reason: str) -> None:
        """The page is not asked for."""
        self._notes.note(visit, "absent" if visit.role == SITEMAP else "refused", reason)

    def gone(self, visit: Visit, status: int) -> None:
        """The server says that there is nothing there (any more)."""
        if visit.role == SITEMAP:
            self._notes.note(visit, "absent")
            return
        if self.store.ledger.by_address(visit.address) is not None:
            self.store.gone.note(visit.address, now(), status)
        self._notes.note(visit, "gone", said("gone", status=status))

    def failed(self, visit: Visit, reason: str) -> list[Visit]:
        """The page did not come; the next crawl tries again. A bare host may speak TLS only."""
        if visit.role == SITEMAP:
            self._notes.note(visit, "absent", reason)
        elif visit.way == "bare" and visit.address.startswith("http://"):
            return [replace(visit, address=f"https{visit.address.removeprefix('http')}")]
        else:
            self._notes.note(visit, "failed", reason)
        return []

    def left(self, visit: Visit, bound: str = "pages") -> None:
        """One page too many for this host in this crawl."""
        self._frontier.strike(bound, host_of(visit.address), visit.address)
        self._notes.note(visit, "left")

    def end(self) -> Ending:
        """Close the crawl. What was left out for its bounds."""
        for report in self._incoming.reports():
            self._incoming.remove(report)
        with suppress(OSError):  # not there, or a page of somebody else's
            self._incoming.folder.rmdir()
        self._journal.end(now())
        return ending(self._frontier, self._following.settled)
