"""Tables of Word files as grids: cells over several columns, and those that go on below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corpus.grid import Box, Grid

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# A cell cannot span more columns than Word allows.
MOST_COLUMNS = 63


def grid_of(table: Any, text_of: Callable[[Any], str]) -> Grid:
    """The cells of a `w:tbl` with their spans; `text_of` reads a cell."""
    boxes: list[Box] = []
    below: dict[int, int] = {}  # by column, the cell that may go on in the next row
    for row, cells in enumerate(table.iterchildren(f"{W}tr")):
        column = 0
        for cell in cells.iter(f"{W}tc"):
            wide = _span(cell)
            merged = cell.find(f"{W}tcPr/{W}vMerge")
            if merged is not None and merged.get(f"{W}val") != "restart" and column in below:
                at = below[column]
                boxes[at] = boxes[at]._replace(rows=row - boxes[at].row + 1)
            else:
                below[column] = len(boxes)
                boxes.append(Box(row, column, 1, wide, text_of(cell)))
            column += wide
    return tuple(sorted(boxes))


def _span(cell: Any) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    written = span.get(f"{W}val", "1") if span is not None else "1"
    return min(max(int(written), 1), MOST_COLUMNS) if written.isdecimal() else 1
