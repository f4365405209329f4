"""Tables: as they stand on a page (`Grid`), and as what the national form asks for (`Table`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple


class Box(NamedTuple):
    """A cell on a page: where it begins, from 0, how many rows and columns it spans, and its text
    on one line."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


# The cells of one table, row by row.
Grid = tuple[Box, ...]


def rows_of(grid: Grid) -> list[list[Box]]:
    """The cells by the row in which they begin, from left to right; a row may have none."""
    rows: list[list[Box]] = [[] for _ in range(max((box.row for box in grid), default=-1) + 1)]
    for box in sorted(grid):
        rows[box.row].append(box)
    return rows


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a table: the labels of its row and its column, its number (None where none is
    written), its text as written."""

    row: str
    column: str
    value: float | int | None
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the national form. `form`: the number of its chapter there; `section`: the id of
    the section it stands in."""

    form: str
    section: str
    cells: tuple[Cell, ...]

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Table:
        """Read a table of a record back. Raises KeyError or TypeError where it is none."""
        return cls(values["form"], values["section"], tuple(Cell(**cell) for cell in values["cells"]))
