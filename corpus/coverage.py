"""What is held and what is not: zones by year, by province, and every page that was refused or did
not come, with the reason.

A year counts as missing where a zone has reports of the same kind for years before and after it:
the report was written, but is not here. Years outside that span may never have had one, so nothing
is said about them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from corpus.crawl.account.likely import SCRIPTED
from corpus.crawl.journal import JOURNAL, Journal, Line
from corpus.crawl.sources import Source
from corpus.gazetteer import division_code, division_name
from corpus.identity import canonical
from corpus.masked import masked
from corpus.records import Report
from corpus.store.folder import Store
from corpus.store.public import source_name
from corpus.store.record import DamagedRecord, Told
from corpus.text.mask import mask
from corpus.wording.coded import changed, said, to_record

# After every real code: places that are not known.
_UNKNOWN_PLACE = "999999"
# Reports on 依法行政 became reports on 法治政府建设 about 2016: one series, or every zone would
# lack the years of the other name.
_SERIES = {"依法行政": "法治政府建设"}
WAITING = said("waiting")


@dataclass(frozen=True, slots=True)
class ZoneYears:
    """The reports of one kind by one zone. `held`: year → ids; `undated`: ids of reports whose year
    is not known."""

    zone: str | None
    kind: str
    province: str | None
    city: str | None
    level: str | None
    held: Mapping[int, tuple[str, ...]]
    missing: tuple[int, ...]
    undated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotHeld:
    """A page that gave no report. `status`: refused, failed, gone, or waiting (listed, but not asked
    for yet)."""

    status: str
    source: str
    reason: str
    report: str | None = None
    zone: str | None = None
    province: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything at a glance. `years`: from the first to the last year held; `zones` by place, then
    name, then kind.

    `damaged`: a sentence for each record that could not be read.
    """

    years: tuple[int, ...]
    zones: tuple[ZoneYears, ...]
    not_held: tuple[NotHeld, ...]
    damaged: tuple[str, ...] = ()

    def provinces(self) -> list[tuple[str | None, list[ZoneYears]]]:
        """The zones of each province, in the order of division codes; None holds those whose place
        is not known."""
        grouped: dict[str | None, list[ZoneYears]] = defaultdict(list)
        for zone in self.zones:
            grouped[zone.province].append(zone)
        return list(grouped.items())

    def reasons(self) -> list[tuple[str, str, int]]:
        """(status, reason, how many pages), the most frequent first."""
        counted = Counter((page.status, page.reason) for page in self.not_held)
        return [(status, reason, count) for (status, reason), count in counted.most_common()]

    def to_dict(self) -> dict[str, Any]:
        """As plain values, years as strings where they are keys."""
        provinces = [
            {"province": province, "zones": [{**asdict(zone), "held": _plain(zone.held)} for zone in zones]}
            for province, zones in self.provinces()
        ]
        reasons = [
            {"status": status, "reason": str(reason), "pages": count, "why": to_record(reason)}
            for status, reason, count in self.reasons()
        ]
        pages = [asdict(page) | {"why": to_record(page.reason)} for page in self.not_held]
        return {"years": list(self.years), "provinces": provinces, "reasons": reasons, "not_held": pages}


def _plain(held: Mapping[int, tuple[str, ...]]) -> dict[str, list[str]]:
    return {str(year): list(reports) for year, reports in held.items()}


def coverage(store: Store, listed: Iterable[Source] = ()) -> Coverage:
    """What the store holds and what it does not, `listed` addresses included; damaged records are
    named, not counted."""
    damaged: list[str] = []

    def told(error: DamagedRecord) -> None:
        damaged.append(error.said)

    sources = {canonical(source.address): source for source in listed}
    known: set[str] = set()
    grouped: dict[tuple[str | None, str, str | None], list[Report]] = defaultdict(list)
    for report in store.reports(told):
        known.update(map(canonical, report.sources))
        series = _SERIES.get(report.kind, report.kind)
        grouped[report.zone, series, report.province].append(replace(_light(report), kind=series))
    zones = sorted(map(_zone, grouped.values()), key=_order)
    years = [year for zone in zones for year in zone.held]
    span = tuple(range(min(years), max(years) + 1)) if years else ()
    lines = Journal(store.data / JOURNAL).lasts()
    scripted = {canonical(line.address) for line in lines if line.reason == SCRIPTED}
    not_held = (*_refused(store, known, scripted, told), *_absent(lines, known, sources))
    return Coverage(span, tuple(zones), not_held, tuple(damaged))


def _light(report: Report) -> Report:
    """A record without its text: many fit into memory."""
    return masked(replace(report, sections=(), receipt=(), front=(), back=(), provenance={}))


def _zone(reports: list[Report]) -> ZoneYears:
    first = reports[0]
    held: dict[int, tuple[str, ...]] = {}
    for report in sorted(reports, key=lambda report: report.year or 0):
        if report.year is not None:
            held[report.year] = (*held.get(report.year, ()), report.id)
    missing = tuple(year for year in range(min(held), max(held)) if year not in held) if held else ()
    undated = tuple(report.id for report in reports if report.year is None)
    return ZoneYears(first.zone, first.kind, first.province, first.city, first.level, held, missing, undated)


def _order(zone: ZoneYears) -> tuple[str, str, str, str]:
    province = division_code(zone.province, None) or _UNKNOWN_PLACE
    city = division_code(zone.province, zone.city) or _UNKNOWN_PLACE
    return province, city, zone.zone or "", zone.kind


def _refused(store: Store, known: set[str], scripted: set[str], told: Told) -> Iterator[NotHeld]:
    """Pages that came and are no reports; their addresses become `known`. Of `scripted` ones the crawl
    knows better why."""
    for report in map(_light, store.refused(told)):
        addresses = set(map(canonical, report.sources))
        known |= addresses
        name = source_name(report.sources[0]) if report.sources else report.id
        why = SCRIPTED if addresses & scripted else report.refused or ""
        yield NotHeld("refused", name, why, report.id, report.zone, report.province, report.year)


def _absent(lines: Iterable[Line], known: set[str], sources: Mapping[str, Source]) -> Iterator[NotHeld]:
    """What a crawl could not bring, then what is listed and was never asked for."""
    for line in lines:
        key = canonical(line.address)
        if line.status in ("refused", "failed", "gone") and key not in known:
            yield NotHeld(line.status, line.address, changed(line.reason, mask), province=_province(sources.get(key)))
        known.add(key)
    for key, source in sources.items():
        if key not in known:
            yield NotHeld("waiting", source.address, WAITING, province=_province(source))


def _province(source: Source | None) -> str | None:
    """The full name of the province that a source list gives, short or not."""
    if source is None or not source.province:
        return None
    code = division_code(source.province, None)
    return division_name(code) if code else source.province
