"""Matrix, spread and absence as plain tables, header first: one line a cell, an issuer and year, a
report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from search.engine import Engine
from search.errors import BadRequest
from search.request import MAX_LIMIT
from search.tables import Absence, BodyYear, Counts, Matrix, Selection, SilentReport
from web.address.telling import Telling
from web.phrase.cell import per_million, per_report
from web.phrase.wording import why_untold
from web.record.sheet import Row

RATES = ("per_report", "per_million")
CELL_COLUMNS = ("phrase", "row", "label", "province", "level", "year", "state", *Counts._fields, *RATES)
BODY_YEAR_COLUMNS = BodyYear._fields
ABSENT_COLUMNS = SilentReport._fields


def cells(engine: Engine, state: Telling) -> Iterator[Row]:
    """All cells of the matrices of all phrases, those that say nothing and are not held too."""
    for query in state.queries:
        for found in _matrices(engine, state, query):
            for row in found.rows:
                for year, cell in zip(found.years, row.cells, strict=True):
                    counts = cell or Counts()
                    said = (query, row.value, row.label, row.province, row.level, year, state_of(cell, found.selection))
                    yield (*said, *counts, per_report(counts), per_million(counts))


def state_of(cell: Counts | None, selection: Selection) -> str:
    """What is known of a cell, in a word: said, silent, without_part, not_held; held where silence
    cannot be told."""
    if cell is None:
        return "not_held"
    silent = "held" if selection.silence else "silent"
    return "said" if cell.sections else silent if cell.reports else "without_part"


def _matrices(engine: Engine, state: Telling, query: str) -> Iterator[Matrix]:
    """The pages of one matrix."""
    asked, offset = state.request(MAX_LIMIT, query), 0
    while True:
        found = engine.matrix(replace(asked, offset=offset, limit=MAX_LIMIT), state.rows, state.order)
        yield found
        offset += MAX_LIMIT
        if offset >= found.row_total:
            return


def body_years(engine: Engine, state: Telling) -> Iterator[Row]:
    """A line for each issuer and year held. Raises BadRequest where silence cannot be told."""
    found = engine.spread(state.request(1), state.panel, state.every_kind, years=True)
    _check(found.selection)
    return iter(found.body_years)


def _check(selection: Selection) -> None:
    """A table of who says it and who does not would call those silent of whom nothing is known."""
    if selection.silence:
        raise BadRequest(why_untold(selection))


def silent(engine: Engine, state: Telling) -> Iterator[Row]:
    """A line for each report that does not say it. Raises BadRequest where that cannot be told."""
    for found in _absences(engine, state):
        _check(found.selection)
        yield from found.silent or ()


def _absences(engine: Engine, state: Telling) -> Iterator[Absence]:
    asked, offset = state.request(MAX_LIMIT), 0
    while True:
        found = engine.absent(replace(asked, offset=offset, limit=MAX_LIMIT))
        yield found
        offset += MAX_LIMIT
        if offset >= found.silent_total:
            return
