"""What a crawl brought, as a whole and by source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from corpus.crawl.account.likely import SCRIPTED, likely_reason
from corpus.crawl.account.outcome import Ending, Outcome
from corpus.crawl.sources import Source

NOTHING_LEFT_OUT = Ending()
COUNTED = ("new", "changed", "unchanged", "refused", "gone", "failed", "read")


@dataclass(frozen=True, slots=True)
class Brought:
    """What one source brought. `counts`: status → addresses; `reason`: why it gave no report, "" where it
    gave one."""

    address: str
    name: str
    counts: dict[str, int]
    reason: str = ""
    unread: tuple[str, ...] = ()

    @property
    def reports(self) -> int:
        """Reports that are held from it now."""
        return sum(self.counts.get(status, 0) for status in ("new", "changed", "unchanged"))


@dataclass(frozen=True, slots=True)
class Summary:
    """What a crawl brought, the part before an interruption included: `outcomes`, one an address; what it
    says at its end; the sources it began with."""

    outcomes: tuple[Outcome, ...]
    ending: Ending = NOTHING_LEFT_OUT
    sources: tuple[Source, ...] = ()

    def _count(self, *statuses: str) -> int:
        return sum(outcome.status in statuses for outcome in self.outcomes)

    @property
    def fetched(self) -> int:
        """Reports that are new or changed."""
        return self._count("new", "changed")

    @property
    def unchanged(self) -> int:
        """Reports that are as they were."""
        return self._count("unchanged")

    @property
    def refused(self) -> int:
        """Addresses not asked for, and pages that are no reports."""
        return self._count("refused")

    @property
    def gone(self) -> int:
        """Addresses at which nothing is any more."""
        return self._count("gone")

    @property
    def failed(self) -> int:
        """Pages that did not come."""
        return self._count("failed")

    @property
    def left_out(self) -> int:
        """Addresses beyond the bounds."""
        return self.ending.left_out

    def reasons(self) -> list[tuple[str, str, int]]:
        """(status, reason, how many), the most frequent first."""
        counted = Counter((o.status, o.reason) for o in self.outcomes if o.reason)
        return [(status, reason, count) for (status, reason), count in counted.most_common()]

    def by_source(self) -> list[Brought]:
        """What each source brought, in the order of the list."""
        grouped: dict[str, list[Outcome]] = defaultdict(list)
        for outcome in self.outcomes:
            grouped[outcome.source].append(outcome)
        elsewhere = dict(self.ending.elsewhere)
        return [_brought(source, grouped[source.address], elsewhere.get(source.address)) for source in self.sources]

    def empty_handed(self) -> list[Brought]:
        """The sources that gave no report at all, but for those that were removed on purpose."""
        return [each for each in self.by_source() if not each.reports and "曾被删除" not in each.reason]

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        counts = {name: self._count(name) for name in COUNTED}
        sources = [asdict(brought) for brought in self.by_source()]
        outcomes = [outcome.to_dict() for outcome in self.outcomes]
        ending = {"left_out": self.left_out, "notes": list(self.ending.notes)}
        return {**counts, **ending, "sources": sources, "outcomes": outcomes}


def _brought(source: Source, outcomes: Iterable[Outcome], elsewhere: str | None) -> Brought:
    found = list(outcomes)
    counts = dict(Counter(outcome.status for outcome in found))
    brought = Brought(source.address, source.name, counts, unread=_unread(found))
    if brought.reports:
        return brought
    return Brought(source.address, source.name, counts, likely_reason(source.address, found, elsewhere), _unread(found))


def _unread(outcomes: list[Outcome]) -> tuple[str, ...]:
    """Addresses of lists that nobody could read without a browser."""
    return tuple(outcome.address for outcome in outcomes if outcome.reason == SCRIPTED)
