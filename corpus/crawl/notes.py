"""What a crawl writes down, and tells whoever started it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from corpus.crawl.account.outcome import Outcome
from corpus.crawl.frontier import Frontier
from corpus.crawl.journal import QUEUED, QUIET, REPORTS, SPARE, Journal, Line, line_of
from corpus.crawl.visit import Visit

_KEPT = ("etag", "modified", "report", "came", "first")


def now() -> str:
    """The time as it is written down: ISO 8601, UTC, to the microsecond: crawls are ordered."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Notes:
    """Lines into the journal, outcomes to `report`."""

    def __init__(self, journal: Journal, frontier: Frontier, report: Callable[[Outcome], None]) -> None:
        self._journal, self._frontier, self._report = journal, frontier, report

    def queue(self, visits: Iterable[Visit]) -> None:
        """These will be asked for."""
        self._journal.write(line_of(visit, QUEUED, now()) for visit in visits)

    def tell(self, line: Line, title: str = "") -> None:
        """Tell of an outcome, unless nobody needs to know."""
        if line.status not in QUIET:
            told = (line.status, line.reason, line.source, line.way, line.report, title)
            self._report(Outcome(line.address, *told))

    def note(
        self,
        visit: Visit,
        status: str,
        reason: str = "",
        follow: Iterable[Visit] = (),
        title: str = "",
        *,
        still: bool = False,
        said: Mapping[str, str] | None = None,
    ) -> None:
        """One write: the outcome, what the page `said` (validators, report), and what it leads to. A
        failure, and a page that is `still` as it was, keep what was known before."""
        values = self._values(visit, status, still=still, said=said or {})
        follow = list(follow)
        queued = (line_of(each, QUEUED, now()) for each in follow)
        spared = (line_of(each, SPARE, now()) for each in self._frontier.newly_kept(follow))
        outcome = line_of(visit, status, now(), reason=reason, **values)
        self._journal.write([outcome, *queued, *spared])
        self.tell(outcome, title)

    def _values(self, visit: Visit, status: str, *, still: bool, said: Mapping[str, str]) -> dict[str, str]:
        last = self._journal.last(visit.address)
        kept = {name: getattr(last, name) if last else "" for name in _KEPT}
        if said or (status in ("refused", "gone") and not still):
            kept = {**dict.fromkeys(_KEPT, ""), "first": kept["first"]}
        values = {**kept, **said}
        return {**values, "first": values["first"] or now()} if status in REPORTS else values
