"""A ruled table in small type, set row by row; the end of a page cuts it between two rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.grid import Box, Grid
from corpus.sample.sheet import Placed, Sheet, lines_of

SIZE, LEADING, PADDING = 9.0, 13.0, 4.0
# A label takes the more of the measure the longer it is, within these.
NARROWEST, WIDEST, GROWTH = 2.5, 12.0, 0.6


class Rows:
    """A table's rows: `heights`, and the edges of its columns, in points."""

    def __init__(self, grid: Grid, measure: float) -> None:
        self.grid = grid
        self.edges = _edges(grid, measure)
        self.heights = [0.0] * max(box.row + box.rows for box in grid)
        for box in sorted(grid, key=lambda box: box.rows):
            lacking = len(self._lines(box)) * LEADING + 2 * PADDING - sum(self._own(box, 0, len(self.heights)))
            self.heights[box.row + box.rows - 1] += max(0.0, lacking)

    def fitting(self, start: int, room: float) -> int:
        """The row after the last that the room holds from `start` on; one at least."""
        end, high = start, 0.0
        while end < len(self.heights) and high + self.heights[end] <= room:
            high, end = high + self.heights[end], end + 1
        return max(end, start + 1)

    def put(self, sheet: Sheet, left: float, y: float, start: int, end: int) -> float:
        """Set some rows; gives back where the next line may stand."""
        tops = [y + SIZE - sum(self.heights[start:row]) for row in range(start, end + 1)]
        for box in self.grid:
            first, last = max(box.row, start), min(box.row + box.rows, end)
            if first < last:
                x0, x1 = left + self.edges[box.column], left + self.edges[box.column + box.columns]
                self._put_box(sheet, box, (x0, tops[last - start], x1, tops[first - start]), (start, end))
        return tops[-1] - SIZE

    def _put_box(
        self, sheet: Sheet, box: Box, around: tuple[float, float, float, float], rows: tuple[int, int]
    ) -> None:
        x0, y0, x1, y1 = around
        sheet.rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
        for number, line in enumerate(self._lines(box) if self._holds_label(box, *rows) else ()):
            sheet.words.append(Placed(x0 + PADDING, y1 - PADDING - SIZE - number * LEADING, SIZE, line))

    def _lines(self, box: Box) -> Sequence[str]:
        wide = self.edges[box.column + box.columns] - self.edges[box.column] - 2 * PADDING
        return list(lines_of(box.text, wide, SIZE, 0)) if box.text else []

    def _own(self, box: Box, start: int, end: int) -> Iterator[float]:
        yield from self.heights[max(box.row, start) : max(start, min(box.row + box.rows, end))]

    def _holds_label(self, box: Box, start: int, end: int) -> bool:
        """Is the part of a cell on this page the higher one, if a page's end cuts it?"""
        above, here = sum(self._own(box, 0, start)), sum(self._own(box, start, end))
        return here > above and here >= sum(self._own(box, end, len(self.heights)))


def _edges(grid: Grid, measure: float) -> list[float]:
    """Where columns begin: those of figures are narrow, labels take the rest."""
    columns = range(max(box.column + box.columns for box in grid))
    long = [max((len(box.text) for box in grid if box.column == at and box.columns == 1), default=1) for at in columns]
    wanted = [min(WIDEST, max(NARROWEST, length**GROWTH)) for length in long]
    edges = [0.0]
    for width in wanted:
        edges.append(edges[-1] + measure * width / sum(wanted))
    return edges
