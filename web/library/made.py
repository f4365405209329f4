"""Answers of the engine made the rows that a Python program is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.coverage import ZoneYears
from corpus.errors import XunzhangError
from search.answer import Hit as FoundHit
from search.answer import KwicLine
from search.tables import Absence, BodyYear, Counts, CurveYear, FirstUse, Matrix, SilentReport
from web.address import links
from web.library.rows import Cell, Hit, Holding, Line, Rows
from web.phrase.cell import per_million, per_report
from web.phrase.sheets import state_of
from web.phrase.wording import notes


class NoSuchSection(XunzhangError):
    """The report has no section of that address."""

    code = "no_such_section"


class CannotTell(XunzhangError):
    """Of such a query nobody can be said to be silent."""

    code = "cannot_tell"


@dataclass(frozen=True, slots=True)
class Spread:
    """How a phrase spread. `first`: since when each issuer says it; `curve`: how many do, year by
    year; `years`: a row an issuer and year, as models of event history take it; `kind`: of which
    kind of report this is told."""

    kind: str
    first: Rows[FirstUse]
    curve: Rows[CurveYear]
    years: Rows[BodyYear]


Count = int | None
Rate = float | None
Figures = tuple[Count, Count, Count, Count, Count, Rate, Rate]
NOT_HELD: Final[Figures] = (None, None, None, None, None, None, None)


def hit_row(hit: FoundHit) -> Hit:
    """A section that matches."""
    facts = (hit.report, hit.section, hit.title, hit.zone, hit.province, hit.city, hit.year, hit.kind, hit.part)
    lasting = links.permalink(hit.report, hit.section, hit.fingerprint)
    return Hit(*facts, hit.headings, hit.occurrences, hit.score, hit.snippet.text, lasting)


def line_row(line: KwicLine) -> Line:
    """An occurrence in its context."""
    facts = (line.report, line.section, line.zone, line.year, line.left, line.match, line.right, line.start, line.end)
    return Line(*facts, line.title, line.kind, line.part, line.headings)


def holding_row(zone: ZoneYears) -> Holding:
    """The reports of one kind by one issuer."""
    facts = (zone.zone, zone.kind, zone.province, zone.city, zone.level)
    return Holding(*facts, tuple(zone.held), zone.missing, len(zone.undated))


def cell_rows(page: Matrix) -> Iterator[Cell]:
    """The cells of a page of a matrix, row by row; those that are not held, too."""
    for row in page.rows:
        for year, cell in zip(page.years, row.cells, strict=True):
            figures = _figures(cell) if cell else NOT_HELD
            yield Cell(row.value, row.label, row.province, row.level, year, state_of(cell, page.selection), *figures)


def _figures(counts: Counts) -> Figures:
    found = (counts.reports, counts.reports_with, counts.sections, counts.occurrences, counts.characters)
    return *found, per_report(counts), per_million(counts)


def silent_rows(page: Absence) -> tuple[SilentReport, ...]:
    """A page of the reports that do not say it. Raises CannotTell."""
    if page.silent is None:
        said = list(notes(page.selection))
        raise CannotTell(said[-1])
    return page.silent
