"""The matrix as the table a person reads: rows under their provinces, shades, and where each cell
leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from search.tables import Counts, Matrix, Row, Selection
from web.address.telling import Telling
from web.language.languages import counted
from web.language.sentences import gettext
from web.phrase.cell import step, url, value_of, written
from web.phrase.sheets import state_of


@dataclass(frozen=True, slots=True)
class Cell:
    """`state`: said, silent, held, without_part, not_held; `text` is what it says, `name` what a screen
    reader and a finger are told; `url` leads to its hits, None where there are none."""

    state: str
    text: str
    name: str
    step: int = 0
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table, with its sum."""

    label: str
    value: str
    cells: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Table:
    """`groups`: rows under their province, which is None where rows are no issuers."""

    years: tuple[int, ...]
    groups: tuple[tuple[str | None, tuple[Line, ...]], ...]
    columns: tuple[Cell, ...]
    total: Cell

    @property
    def states(self) -> frozenset[str]:
        """What its cells are: what its key has to explain."""
        return frozenset(cell.state for _, lines in self.groups for line in lines for cell in line.cells)


class _Asked(NamedTuple):
    """What cells are drawn for: a phrase, what is known of who does not say it, and the greatest
    value, by which cells are shaded."""

    state: Telling
    query: str
    selection: Selection
    most: float = 0


def table(found: Matrix, state: Telling) -> Table:
    """A matrix as it is shown."""
    asked = _Asked(state, state.queries[0], found.selection, _most(found.rows, state))
    lines = [(row, _line(row, found.years, asked)) for row in found.rows]
    grouped = groupby(lines, lambda each: each[0].province if state.rows == "zone" else None)
    sums = asked._replace(most=0)
    columns = [_cell(each, year, "", sums) for year, each in zip(found.years, found.columns, strict=True)]
    return Table(
        found.years,
        tuple((province, tuple(line for _, line in some)) for province, some in grouped),
        tuple([_plain(cell) for cell in columns]),
        _plain(_cell(_placed(found), None, "", sums)),
    )


def trend(found: Sequence[Matrix], state: Telling) -> Table:
    """Several phrases as one table: a row each, all reports by year."""
    state = replace(state, rows="none")
    years = tuple(sorted({year for each in found for year in each.years}))
    rows = []
    for query, each in zip(state.queries, found, strict=True):
        columns = dict(zip(each.years, each.columns, strict=True))
        rows.append(Row(query, query, "", "", tuple([columns.get(year) for year in years]), _placed(each)))
    most = _most(rows, state)
    pairs = zip(rows, found, strict=True)
    lines = tuple([_line(row, years, _Asked(state, row.value, each.selection, most)) for row, each in pairs])
    return Table(years, ((None, lines),), (), Cell("silent", "", ""))


def _most(rows: Sequence[Row], state: Telling) -> float:
    return max([value_of(cell, state.cells) or 0 for row in rows for cell in row.cells if cell], default=0)


def _placed(found: Matrix) -> Counts:
    """The sum of all cells."""
    return Counts(*[total - beside for total, beside in zip(found.totals, found.unplaced, strict=True)])


def _line(row: Row, years: Sequence[int], asked: _Asked) -> Line:
    cells = [_cell(cell, year, row.value, asked) for year, cell in zip(years, row.cells, strict=True)]
    return Line(row.label, row.value, tuple(cells), _cell(row.total, None, row.value, asked._replace(most=0)))


def _cell(counts: Counts | None, year: int | None, value: str, asked: _Asked) -> Cell:
    known, cells = state_of(counts, asked.selection), asked.state.cells
    if counts is None or known != "said":
        return Cell(known, "·" if known == "silent" else "", " ".join(_when(year, known, counts)))
    number = value_of(counts, cells)
    name = " ".join([*_when(year, known, counts), counted("sections", counts.sections)])
    name += gettext("，%(n)s 处", n=f"{counts.occurrences:,}")
    return Cell(
        known, written(number, cells), name, step(number, asked.most), url(asked.state, asked.query, value, year)
    )


def _when(year: int | None, known: str, counts: Counts | None) -> Iterator[str]:
    if year is not None:
        yield gettext("%(year)s 年", year=year)
    if known == "not_held":
        yield gettext("没有收录")
    elif known == "without_part":
        yield gettext("收录了，没有这一部分")
    elif known == "silent":
        yield gettext("收录了，没有写到")
    elif known == "held":
        yield gettext("收录了，写没写到不能说")
    elif counts is not None:
        yield gettext("%(n)s 份里 %(with)s 份写到", **{"n": f"{counts.reports:,}", "with": f"{counts.reports_with:,}"})


def _plain(cell: Cell) -> Cell:
    """A sum over rows, which leads nowhere."""
    return Cell(cell.state, cell.text, cell.name)
