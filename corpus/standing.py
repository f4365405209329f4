"""How every source of the crawls stands: when it was crawled last, when it last gave a new report, which
years are missing, what went wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from corpus.coverage import Coverage, ZoneYears
from corpus.crawl.account.likely import SCRIPTED
from corpus.crawl.journal import Journal, Line
from corpus.identity import canonical


@dataclass(frozen=True, slots=True)
class Standing:
    """A source. `zone`: who most of its reports are by; `crawled`, `newest`: the days (YYYY-MM-DD) of the
    last crawl and of the last new report, "" for never; `reports`: ids; `missing`: years between those
    held; `gone`: addresses that are gone; `fault`: the last thing that went wrong, "" for nothing."""

    address: str
    zone: str | None
    crawled: str
    newest: str
    reports: tuple[str, ...]
    missing: tuple[int, ...]
    gone: int
    fault: str

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        return {**asdict(self), "fault": str(self.fault)}


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A crawl that did not end: its list, when it began, how many addresses are done and known."""

    name: str
    begun: str
    done: int
    known: int


def unfinished(journal: Journal) -> list[Unfinished]:
    """The queues that are open."""
    return [Unfinished(q.begun.address, q.begun.time, len(q.done), len(q.visits)) for q in journal.queues()]


def standings(journal: Journal, coverage: Coverage) -> list[Standing]:
    """Every source that a crawl has asked for, those without a report first, then by address."""
    lines: dict[str, list[Line]] = defaultdict(list)
    for line in journal.lasts():
        if line.source:
            lines[line.source].append(line)
    by_report = {report: zone for zone in coverage.zones for report in _ids(zone)}
    found = [_standing(source, each, by_report) for source, each in lines.items()]
    return sorted(found, key=lambda standing: (bool(standing.reports), standing.address))


def _ids(zone: ZoneYears) -> Iterator[str]:
    for reports in (*zone.held.values(), zone.undated):
        yield from reports


def _standing(source: str, lines: list[Line], by_report: dict[str, ZoneYears]) -> Standing:
    reports = tuple(dict.fromkeys(line.report for line in lines if line.report in by_report))
    zones = Counter(by_report[report].zone for report in reports)
    missing = {year for report in reports for year in by_report[report].missing}
    return Standing(
        source,
        zones.most_common(1)[0][0] if zones else None,
        _day(line.time for line in lines),
        _day(line.first for line in lines if line.report),
        reports,
        tuple(sorted(missing)),
        sum(line.status == "gone" for line in lines),
        _fault(source, lines, held=bool(reports)),
    )


def _day(times: Iterable[str]) -> str:
    return max(times, default="")[:10]


def _fault(source: str, lines: list[Line], *, held: bool) -> str:
    """The last failure, a list that nobody could read, or why a source without reports gave none."""
    faults = [line for line in lines if line.status == "failed" or line.reason == SCRIPTED]
    if not faults and not held:
        faults = [line for line in lines if canonical(line.address) == canonical(source) and line.reason]
    return max(faults, key=lambda line: line.time).reason if faults else ""
