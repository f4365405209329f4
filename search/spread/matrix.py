"""The matrix: what is found and held, by issuer (or province, level, kind, part) and year.

Every count is a sum over reports by row and year, one pass each. What has no year or no value in
the rows stands beside: all cells and that together are what the search found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.characters.arrays import Ints
from search.match.view import View
from search.spread.counted import Counted
from search.spread.rows import in_order, label, places
from search.spread.sums import Sums
from search.tables import Counts, Matrix, Row

# Where the counts of a cell stand in it.
HELD, SECTIONS, WITHOUT = map(Counts._fields.index, ("reports", "sections", "without_part"))


def matrix(sums: Sums, rows: str, order: str, offset: int, limit: int) -> Matrix:
    """The matrix of a search, `limit` of its rows from `offset` on."""
    counted, view = Counted(sums), sums.view
    column = None if rows == "none" else rows
    every = _of_parts(counted) if rows == "part" else _of_reports(counted, column)
    placed = _placed(view, column, every)
    stands = placed[HELD] + placed[WITHOUT]
    years, codes = np.flatnonzero(stands.any(axis=0)), np.flatnonzero(stands.any(axis=1))
    listed = in_order(view, column, codes, placed[SECTIONS].sum(axis=1), order) if column else codes.tolist()
    totals = counted.total()
    whole = every.sum(axis=(1, 2)) if rows == "part" else np.array(totals, np.int64)
    shown = placed[:, :, years]
    return Matrix(
        version=view.snapshot.version,
        interpreted=sums.query.interpreted,
        selection=counted.selection,
        years=tuple([int(view.snapshot.values["year"][year]) for year in years]),
        rows=tuple(_rows(view, column, listed[offset : offset + limit], shown)),
        row_total=len(listed),
        columns=tuple(map(Counts._make, shown.sum(axis=1).T.tolist())),
        totals=totals,
        unplaced=Counts._make((whole - placed.sum(axis=(1, 2))).tolist()),
    )


def _placed(view: View, column: str | None, tables: Ints) -> Ints:
    """The tables without what has no year, or no value in the rows."""
    values = view.snapshot.values
    is_year = np.array([bool(year) for year in values["year"]], np.bool_)
    is_row = np.array([bool(value) for value in values[column]] if column else [True], np.bool_)
    kept: Ints = np.where(is_row[:, None] & is_year, tables, 0)
    return kept


def _of_reports(counted: Counted, column: str | None) -> Ints:
    """The counts by row and year: fields × rows × years."""
    view = counted.view
    years = view.of_reports("year")
    rows = np.zeros(len(years), np.int64) if column is None else view.of_reports(column)
    size = 1 if column is None else len(view.snapshot.values[column])
    return np.array([_table(view, rows, size, each) for each in counted.of_each])


def _table(view: View, rows: Ints, size: int, counts: Ints) -> Ints:
    """Counts by report as a table of rows by years."""
    years = len(view.snapshot.values["year"])
    summed_up = np.bincount(rows * years + view.of_reports("year"), counts, size * years)
    return summed_up.astype(np.int64).reshape(size, years)


def _of_parts(counted: Counted) -> Ints:
    """The same with a row for each part: a report counts in each of its parts."""
    view = counted.view
    none = np.zeros(len(view.snapshot.values["report"]), np.int64)
    tables = []
    for code in range(len(view.snapshot.values["part"])):
        sections, occurrences = counted.sums.found(code)
        sections_held, characters = counted.held_of(code)
        each = (
            (sections_held > 0).astype(np.int64),
            (sections > 0).astype(np.int64),
            sections,
            occurrences,
            sections_held,
            characters,
            none,
        )
        tables.append([_table(view, none, 1, counts)[0] for counts in each])
    return np.array(tables, np.int64).reshape(len(tables), len(Counts._fields), -1).swapaxes(0, 1)


def _rows(view: View, column: str | None, codes: Sequence[int], shown: Ints) -> Iterator[Row]:
    """The rows of these codes; `shown`: fields × rows × years."""
    cells = np.moveaxis(shown[:, codes], 0, -1)
    held = (cells[..., HELD] + cells[..., WITHOUT] > 0).tolist()
    totals = cells.sum(axis=1).tolist()
    for code, row, stands, total in zip(codes, cells.tolist(), held, totals, strict=True):
        made = tuple([Counts._make(cell) if is_held else None for cell, is_held in zip(row, stands, strict=True)])
        yield Row(*_named(view, column, code), made, Counts._make(total))


def _named(view: View, column: str | None, code: int) -> tuple[str, str, str, str]:
    """Value and label of a row; of an issuer also province and level."""
    if column is None:
        return "", "", "", ""
    values = view.snapshot.values
    if column != "zone":
        return values[column][code], label(view, column, code), "", ""
    province, _, level = places(view)
    return (
        values["zone"][code],
        values["zone"][code],
        label(view, "province", province[code]),
        values["level"][level[code]],
    )
