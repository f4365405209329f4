"""The whole corpus as one SQLite file, for notebooks and for whatever else reads tables.

What stands in it is what the site gives away: numbers of persons hidden, files by name only.
`docs/NOTEBOOKS.md` says what the tables hold and opens them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from corpus.masked import masked
from corpus.records import Report
from corpus.store.public import source_name
from corpus.text.fingerprint import fingerprint
from web.address import links

# Raise it when a table or a column changes its name or its meaning.
VERSION: Final = 1
FIELDS: Final = (
    *("id", "title", "zone", "zone_then", "province", "city", "county", "level", "kind", "year"),
    *("published", "issued", "number", "script", "url", "source_sha256", "scan"),
)
TABLES: Final = """
CREATE TABLE corpus (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE reports (
    id TEXT PRIMARY KEY, title TEXT, zone TEXT, zone_then TEXT, province TEXT, city TEXT, county TEXT,
    level TEXT, kind TEXT NOT NULL, year INTEGER, published TEXT, issued TEXT, number TEXT,
    script TEXT NOT NULL, url TEXT, source_sha256 TEXT NOT NULL, scan REAL, front TEXT NOT NULL, back TEXT NOT NULL);
CREATE TABLE sections (
    report TEXT NOT NULL REFERENCES reports, section TEXT NOT NULL, place INTEGER NOT NULL,
    level INTEGER NOT NULL, number TEXT, heading TEXT, part TEXT, text TEXT NOT NULL, permalink TEXT NOT NULL,
    PRIMARY KEY (report, section));
CREATE TABLE sources (report TEXT NOT NULL REFERENCES reports, place INTEGER NOT NULL, source TEXT NOT NULL);
CREATE TABLE evidence (
    report TEXT NOT NULL REFERENCES reports, field TEXT NOT NULL, source TEXT NOT NULL,
    confidence REAL NOT NULL, inferred INTEGER NOT NULL);
CREATE TABLE cells (
    report TEXT NOT NULL REFERENCES reports, section TEXT NOT NULL, form TEXT NOT NULL,
    "row" TEXT NOT NULL, "column" TEXT NOT NULL, value REAL, text TEXT NOT NULL);
"""
# Made when the rows are in: to keep them up to date meanwhile takes longer.
INDEXES: Final = """
CREATE INDEX reports_by_zone ON reports (zone, year);
CREATE INDEX sections_by_part ON sections (part);
CREATE INDEX sources_by_report ON sources (report);
CREATE INDEX evidence_by_report ON evidence (report);
CREATE INDEX cells_by_report ON cells (report);
"""
Rows = Iterable[tuple[Any, ...]]


def write_database(path: Path, reports: Iterable[Report], about: Iterable[tuple[str, str]], root: str = "") -> None:
    """Write all reports into a new file, one after the other; `about`: names and values of the table
    `corpus`; `root`: the site's public address, for permalinks."""
    with closing(sqlite3.connect(path)) as into, into:
        # Nobody reads it before it is whole; a file that breaks off is thrown away.
        into.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA user_version = {VERSION};")
        into.executescript(TABLES)
        _put(into, "corpus", about)
        for report in reports:
            _write(into, masked(report), root)
        into.commit()
        into.executescript(INDEXES)


def _write(into: sqlite3.Connection, report: Report, root: str) -> None:
    facts = (getattr(report, name) for name in FIELDS)
    _put(into, "reports", [(*facts, "\n".join(report.front), "\n".join(report.back))])
    _put(into, "sections", _sections(report, root))
    _put(into, "sources", ((report.id, place, source_name(each)) for place, each in enumerate(report.sources)))
    _put(into, "evidence", _evidence(report))
    _put(into, "cells", _cells(report))


def _put(into: sqlite3.Connection, table: str, rows: Rows) -> None:
    every = [*rows]
    if every:
        into.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(every[0]))})", every)


def _sections(report: Report, root: str) -> Iterator[tuple[Any, ...]]:
    for place, each in enumerate(report.sections):
        known = (report.id, each.id, place, each.level, each.number, each.heading, each.part, each.text)
        yield (*known, root + links.permalink(report.id, each.id, fingerprint(each.text, each.number)))


def _evidence(report: Report) -> Iterator[tuple[Any, ...]]:
    for field, each in report.provenance.items():
        yield report.id, field, str(each.source), each.confidence, each.inferred


def _cells(report: Report) -> Iterator[tuple[Any, ...]]:
    for table in report.tables:
        for cell in table.cells:
            yield report.id, table.section, table.form, cell.row, cell.column, cell.value, cell.text
