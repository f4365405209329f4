"""What a hit shows of a section and of its report, kept as lines of fields: split in 1 µs where
JSON takes 5, twenty times a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from corpus.records import Report

# Cleaning leaves no control character in a report; where one came all the same, it becomes a space.
SEPARATOR = "\x1f"


class StoredReport(NamedTuple):
    """What is known of a report besides its text; `zone_then` is its issuer's name in it. `stamp` says
    which version of it was indexed."""

    id: str
    title: str
    zone: str | None
    province: str | None
    city: str | None
    county: str | None
    year: int | None
    kind: str
    level: str | None
    script: str
    scan: float | None
    zone_then: str | None
    stamp: str


class StoredSection(NamedTuple):
    """What a hit shows of a section and its report. `headings` stand as written with their numbers,
    outermost first, the section's own last; `fingerprint` is that of its text
    (`corpus.text.fingerprint`); `depth` the level of its heading; `level` and `scan` the report's;
    `order` its place in the report.

    A tuple, for a page makes twenty of them and more: 0.5 µs each, a frozen dataclass takes 3."""

    report: str
    section: str
    fingerprint: str
    depth: int
    headings: tuple[str, ...]
    title: str
    zone: str | None
    province: str | None
    city: str | None
    year: int | None
    kind: str
    part: str | None
    script: str
    level: str | None
    scan: float | None
    order: int


def section_line(id: str, level: int, fingerprint: str, headings: Iterable[str]) -> bytes:
    """A section's own line; `headings` as in `StoredSection`."""
    return _line((id, level, fingerprint, *headings))


def report_line(report: Report, stamp: str) -> bytes:
    """A report's line."""
    values = [getattr(report, name) for name in StoredReport._fields[:-1]]
    return _line((*values, stamp))


def read_section(line: bytes) -> tuple[str, int, str, tuple[str, ...]]:
    """Id, level, fingerprint and headings."""
    id, level, fingerprint, *headings = line.decode("utf8", "surrogatepass").split(SEPARATOR)
    return id, int(level), fingerprint, tuple(headings)


def read_report(line: bytes) -> StoredReport:
    """The report that a line was made of; what was empty is None."""
    id, title, zone, province, city, county, year, kind, level, script, scan, then, stamp = line.decode(
        "utf8", "surrogatepass"
    ).split(SEPARATOR)
    return StoredReport(
        id,
        title,
        zone or None,
        province or None,
        city or None,
        county or None,
        int(year) if year else None,
        kind,
        level or None,
        script,
        float(scan) if scan else None,
        then or None,
        stamp,
    )


def section_of(report: StoredReport, line: bytes, part: str | None, order: int) -> StoredSection:
    """A section of a report, from its own line and what stands in columns."""
    section, depth, fingerprint, headings = read_section(line)
    return StoredSection(
        report.id,
        section,
        fingerprint,
        depth,
        headings,
        report.title,
        report.zone,
        report.province,
        report.city,
        report.year,
        report.kind,
        part,
        report.script,
        report.level,
        report.scan,
        order,
    )


def _line(values: Iterable[str | float | None]) -> bytes:
    fields = ("" if value is None else str(value).replace(SEPARATOR, " ") for value in values)
    return SEPARATOR.join(fields).encode("utf8", "surrogatepass")
