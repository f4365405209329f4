"""Answers of the engine made the rows that a Python program is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.errors import XunzhangError
from search.answer import Hit as FoundHit
from search.answer import KwicLine
from search.tables import Absence, BodyYear, Counts, CurveYear, FirstUse, Matrix, SilentReport
from web.address import links
from web.library.rows import Cell, Hit, Line, Rows
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


def hit_row(hit: FoundHit) -> Hit:
    facts = (hit.report, hit.section, hit.title, hit.zone, hit.province, hit.city, hit.year, hit.kind, hit.part)
    lasting = links.permalink(hit.report, hit.section, hit.fingerprint)
    return Hit(*facts, hit.headings, hit.occurrences, hit.score, hit.snippet.text, lasting)


def line_row(line: KwicLine) -> Line:
    facts = (line.report, line.section, line.zone, line.year, line.left, line.match, line.right, line.start, line.end)
    return Line(*facts, line.title, line.kind, line.part, line.headings)


def cell_rows(page: Matrix) -> Iterator[Cell]:
    for row in page.rows:
        for year, cell in zip(page.years, row.cells, strict=True):
            state = state_of(cell)
            counts = cell or Counts()
            rates = (per_report(counts), per_million(counts))
            facts = (row.value, row.label, row.province, row.level, year, state, counts.reports, counts.reports_with)
            yield Cell(*facts, counts.sections, counts.occurrences, counts.characters, *rates)


def silent_rows(page: Absence) -> tuple[SilentReport, ...]:
    if page.silent is None:
        said = list(notes(page.selection))
        raise CannotTell(said[-1])
    return page.silent
