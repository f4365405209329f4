"""One crawl, apart from the network: what to ask for, and what to make of every answer.

The order of writing keeps a killed crawl whole: a page is laid down in `incoming/` as soon as it
came, then cleaned into the store, then its outcome and its links go into the journal, and last the
copy in `incoming/` goes away. A crawl that goes on takes what lies there first, and asks no server
for it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from corpus.crawl.frontier import Frontier, Visit
from corpus.crawl.journal import QUEUED, Journal, Line
from corpus.crawl.links import Link, links_of
from corpus.crawl.outcome import Outcome
from corpus.crawl.sources import Source
from corpus.errors import unforeseen
from corpus.identity import canonical, id_of_address, sha256
from corpus.intake.take import take
from corpus.records import Page
from corpus.store.folder import Store, StoreBusy
from corpus.store.pages import Pages
from corpus.wording.coded import said

# One redirect more is a loop; browsers stop at 20, robots.txt readers at 5.
MOST_REDIRECTS = 5
# Seconds to wait for another command that writes; cleaning a large store again takes minutes.
PATIENCE = 1800.0


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a server with a page in it: the page, where it leads, and how it was taken."""

    page: Page
    links: tuple[Link, ...]
    status: str
    reason: str = ""


def now() -> str:
    """The time as it is written down: ISO 8601, UTC, to the microsecond: crawls are ordered."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def held(store: Store, address: str) -> Page | None:
    """The raw page that the store holds for an address, as it was read last."""
    entry = store.ledger.by_address(address)
    versions = reversed(store.pages.readable(entry.report)) if entry else ()
    return next((page for page in versions if entry and sha256(page.body) == entry.sha256), None)


def receive(store: Store, page: Page) -> Answer:
    """Take a page into the store and read its links; one with the bytes it had is unchanged."""
    with store.writing(PATIENCE):
        before = store.ledger.by_address(page.address)
        same = before is not None and before.sha256 == sha256(page.body) and store.has(before.report)
        added = take(store, page)
    if same:
        return Answer(page, links_of(page), "unchanged")
    # Whatever came and is no report is refused, even if nobody can read it.
    status = {"added": "fetched", "replaced": "fetched", "unchanged": "unchanged"}.get(added.status, "refused")
    return Answer(page, links_of(page), status, added.reason or "")


class Harvest:
    """The state of a crawl. Everything but `receive` runs in one thread."""

    def __init__(self, store: Store, journal: Journal, frontier: Frontier, report: Callable[[Outcome], None]) -> None:
        self.store, self._journal, self._frontier, self._report = store, journal, frontier, report
        self._incoming = Pages(store.data / "incoming")

    def start(self, sources: Iterable[Source], depth: int) -> list[Visit]:
        """What to ask for first: the sources, and what an interrupted crawl left."""
        resumed = self._journal.begin(now())
        for visit in self._journal.visits():
            self._frontier.know(visit)
        for line in self._journal.outcomes():
            self._frontier.asked(line.address)
            if line.status not in ("moved", "left"):
                self._report(Outcome(line.address, line.status, line.reason))
        fresh = [self._visit(source, depth) for source in sources]
        self._queue([visit for visit in fresh if self._frontier.know(visit)])
        if not resumed:
            return self._journal.waiting()
        return [more for visit in self._journal.waiting() for more in self._again(visit)]

    def _visit(self, source: Source, depth: int) -> Visit:
        return Visit(source.address, depth if source.depth is None else source.depth, promising=True)

    def _queue(self, visits: list[Visit]) -> None:
        self._journal.write(Line("", now(), QUEUED, v.address, v.reach, v.promising) for v in visits)

    def _again(self, visit: Visit) -> list[Visit]:
        """The visit, or what follows from it where its page had come before an interruption."""
        refused = self._frontier.scope.refusal(visit.address)  # removed meanwhile, say
        versions = [] if refused else self._incoming.readable(id_of_address(visit.address))
        if not versions:
            return [visit]
        try:
            answer = receive(self.store, versions[-1])
        except Exception as error:
            if isinstance(error, OSError | StoreBusy):
                raise
            self.failed(visit, unforeseen(error))
            return []
        if self._journal.last(visit.address) is None:  # new, though the store may have had time to take it
            answer = replace(answer, status={"unchanged": "fetched"}.get(answer.status, answer.status))
        return self.arrived(visit, answer)

    def lay_down(self, page: Page) -> None:
        """Keep a page that came, until it is taken."""
        self._incoming.remove(id_of_address(page.address))
        self._incoming.keep(id_of_address(page.address), page)

    def conditions(self, visit: Visit) -> dict[str, str]:
        """Headers that make a request conditional, where the store holds what they speak of."""
        line = self._journal.last(visit.address)
        if line is None or not (line.etag or line.modified) or held(self.store, visit.address) is None:
            return {}
        named = {"If-None-Match": line.etag, "If-Modified-Since": line.modified}
        return {name: value for name, value in named.items() if value}

    def _note(
        self, visit: Visit, status: str, reason: str = "", follow: Iterable[Visit] = (), **validators: str
    ) -> None:
        """One write: the outcome and what it leads to. A failure keeps the former validators."""
        last = self._journal.last(visit.address)
        if not validators and last is not None and status in ("failed", "unchanged"):
            validators = {"etag": last.etag, "modified": last.modified}
        outcome = Line("", now(), status, visit.address, visit.reach, visit.promising, reason=reason, **validators)
        queued = (Line("", now(), QUEUED, v.address, v.reach, v.promising) for v in follow)
        self._journal.write([outcome, *queued])
        if status not in ("moved", "left"):
            self._report(Outcome(visit.address, status, reason))

    def arrived(self, visit: Visit, answer: Answer) -> list[Visit]:
        """A page came. The visits it leads to."""
        named = {name.lower(): value for name, value in answer.page.headers}
        follow = self._frontier.offer(answer.links, visit.reach - 1)
        validators = {"etag": named.get("etag", ""), "modified": named.get("last-modified", "")}
        self._note(visit, answer.status, answer.reason, follow, **validators)
        self._incoming.remove(id_of_address(visit.address))
        return follow

    def not_modified(self, visit: Visit) -> list[Visit]:
        """The server says that the page is as it was. The visits that the held page leads to."""
        page = held(self.store, visit.address)
        follow = self._frontier.offer(links_of(page) if page else (), visit.reach - 1)
        self._note(visit, "unchanged", follow=follow)
        return follow

    def moved(self, visit: Visit, target: str, redirects: int) -> list[Visit]:
        """The page is elsewhere. A visit to there, unless it is out of scope, known, or a loop."""
        reason = self._frontier.scope.refusal(target)
        if reason is not None:
            self._note(visit, "refused", said("leads_on", address=target[:200], reason=reason))
            return []
        if redirects >= MOST_REDIRECTS or target == visit.address:
            self._note(visit, "failed", said("going_round"))
            return []
        there = replace(visit, address=target)
        if canonical(target) == canonical(visit.address):  # the same page by another scheme or host name
            return [there]
        follow = [there] if self._frontier.know(there) else []
        self._note(visit, "moved", target, follow)
        return follow

    def refused(self, visit: Visit, reason: str) -> None:
        """The page is not asked for."""
        self._note(visit, "refused", reason)

    def failed(self, visit: Visit, reason: str) -> None:
        """The page did not come; the next crawl tries again."""
        self._note(visit, "failed", reason)

    def left(self, visit: Visit) -> None:
        """One page too many for this host in this crawl."""
        self._frontier.left_out += 1
        self._note(visit, "left")

    def end(self) -> int:
        """Close the crawl. How many addresses were left out for its bounds."""
        for report in self._incoming.reports():
            self._incoming.remove(report)
        with suppress(OSError):  # not there, or a page of somebody else's
            self._incoming.folder.rmdir()
        self._journal.end(now())
        return self._frontier.left_out
