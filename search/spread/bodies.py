"""Issuers by year: of whom a report is held in the selection, and whether one says it.

A year of an issuer says it if any of its reports of that year does. Reports without an issuer are
nobody's, those without a year of no year: both are counted beside.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Bools, Ints
from search.spread.counted import Counted


class Bodies(NamedTuple):
    """`zones`: codes of the issuers held, one a row; `years`: the years held, ascending, one a
    column. `held`, `say`: bool[rows, columns]; `characters`: their characters. `unplaced`: reports
    without issuer or year. `kept`: bool for each report, whether it is told about."""

    zones: Ints
    years: Ints
    held: Bools
    say: Bools
    characters: Ints
    unplaced: int
    kept: Bools


def bodies(counted: Counted, kept: Bools) -> Bodies:
    """The table of the reports (by code) that are `kept`."""
    view = counted.view
    zones, years = view.of_reports("zone"), view.of_reports("year")
    held = (counted.held_sections > 0) & kept
    named = np.array([bool(value) for value in view.snapshot.values["zone"]], np.bool_)[zones]
    dated = np.array([bool(value) for value in view.snapshot.values["year"]], np.bool_)[years]
    placed = held & named & dated
    rows, row_of = np.unique(zones[placed], return_inverse=True)
    columns, column_of = np.unique(years[placed], return_inverse=True)
    size = len(rows), len(columns)
    at = row_of * size[1] + column_of

    def table(weights: Ints | Bools) -> Ints:
        return np.bincount(at, weights[placed], size[0] * size[1]).astype(np.int64).reshape(size)

    numbers = np.array([int(view.snapshot.values["year"][year]) for year in columns], np.int64)
    reports, says = table(np.ones(len(zones), np.int64)), table(counted.says)
    characters, unplaced = table(counted.characters), int((held & ~placed).sum())
    return Bodies(rows, numbers, reports > 0, says > 0, characters, unplaced, placed)
