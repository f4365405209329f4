"""A report as an office prints it: which words stand where on which sheet, in points.

Nothing is drawn here; what is placed can be written as a PDF or painted as a picture. Every style
has what makes printed reports hard to read for a program: running heads, page numbers inside
sentences, columns, notes at the foot of a page, statutory tables in small type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.grid import Box, Grid
from corpus.sample.scan import NEVER_FIRST, width_of

WIDTH, HEIGHT = 595.0, 842.0  # an A4 sheet
NOTE_SIZE, CELL_SIZE, CELL_LEADING, PADDING = 9.0, 9.0, 13.0, 4.0
SEPARATOR = 144.0  # the rule above notes


class Placed(NamedTuple):
    """Words on a sheet: the left end of their base line, their size, and how far one character is
    set from the next beyond its width."""

    x: float
    y: float
    size: float
    text: str
    spread: float = 0.0


@dataclass(slots=True)
class Sheet:
    """One side of paper: its words, and its rules as left, lower, right and upper end."""

    words: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Style:
    """How a report is printed. Lengths in points; `head` and `foot` are put at each page's edges,
    {page} being its number, {pages} that of the last."""

    name: str
    size: float = 16.0
    leading: float = 28.0
    left: float = 79.0
    right: float = 79.0
    top: float = 780.0
    bottom: float = 80.0
    columns: int = 1
    gutter: float = 24.0
    indent: float = 2.0
    apart: float = 0.0  # between paragraphs
    bound: float = 0.0  # by how much odd pages stand farther right
    head: str = ""
    foot: str = "— {page} —"
    justified: bool = True

    @property
    def measure(self) -> float:
        """How wide a column is."""
        return (WIDTH - self.left - self.right - self.gutter * (self.columns - 1)) / self.columns


@dataclass(frozen=True, slots=True)
class Note:
    """A note to a paragraph: its mark, the words behind which it stands there, its text."""

    mark: str
    behind: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its notes, or a table; `title`s are centred."""

    text: str = ""
    notes: tuple[Note, ...] = ()
    grid: Grid | None = None
    title: bool = False


def typeset(blocks: Sequence[Block], style: Style) -> list[Sheet]:
    """The sheets of a report."""
    press = _Press(style)
    for block in blocks:
        if block.grid is not None:
            press.table(block.grid)
        elif block.title:
            press.title(block.text)
        else:
            press.paragraph(block)
    press.end_page()
    return press.numbered()


def lines_of(text: str, measure: float, size: float, indent: float) -> Iterator[str]:
    """The printed lines of a paragraph; figures are not cut, and no line begins with a mark."""
    start, room = 0, measure - indent * size
    for end in range(1, len(text)):
        room -= width_of(text[end - 1]) * size
        held = text[end] in NEVER_FIRST or (text[end - 1].isascii() and text[end].isascii())
        if room < width_of(text[end]) * size and not held:
            yield text[start:end]
            start, room = end, measure
    yield text[start:]


class _Press:
    """Sets one line after the other; a full column gives its notes a place at its foot."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.sheets = [Sheet()]
        self.column, self.y, self.notes = 0, style.top, list[str]()

    @property
    def left(self) -> float:
        style = self.style
        return style.left + style.bound * (len(self.sheets) % 2) + self.column * (style.measure + style.gutter)

    def room(self) -> float:
        taken = sum(len(list(self._note_lines(note))) for note in self.notes) * (NOTE_SIZE + 4)
        return self.y - self.style.bottom - taken - (12 if self.notes else 0)

    def _note_lines(self, note: str) -> Iterator[str]:
        return lines_of(note, self.style.measure, NOTE_SIZE, 0)

    def need(self, height: float) -> None:
        if self.room() < height:
            self.end_column()

    def end_column(self) -> None:
        self._put_notes()
        self.column, self.y = self.column + 1, self.style.top
        if self.column == self.style.columns:
            self.column = 0
            self.sheets.append(Sheet())

    def end_page(self) -> None:
        self._put_notes()

    def _put_notes(self) -> None:
        lines = [line for note in self.notes for line in self._note_lines(note)]
        y = self.style.bottom + (len(lines) - 1) * (NOTE_SIZE + 4)
        if lines:
            at = y + NOTE_SIZE + 4
            self.sheets[-1].rules.append((self.left, at, self.left + min(SEPARATOR, self.style.measure / 2), at))
        for line in lines:
            self.sheets[-1].words.append(Placed(self.left, y, NOTE_SIZE, line))
            y -= NOTE_SIZE + 4
        self.notes = []

    def title(self, text: str) -> None:
        size = self.style.size * 1.3
        for line in lines_of(text, self.style.measure, size, 0):
            self.need(size * 1.5)
            x = self.left + (self.style.measure - width_of(line) * size) / 2
            self.sheets[-1].words.append(Placed(x, self.y, size, line))
            self.y -= size * 1.5
        self.y -= self.style.leading

    def paragraph(self, block: Block) -> None:
        style, text = self.style, block.text
        for note in block.notes:
            text = text.replace(note.behind, note.behind + note.mark, 1)
        lines = list(lines_of(text, style.measure, style.size, style.indent))
        for number, line in enumerate(lines):
            called = [f"{note.mark} {note.text}" for note in block.notes if note.mark in line]
            self.notes += called
            if self.room() < style.leading:
                self.notes = self.notes[: len(self.notes) - len(called)]
                self.end_column()
                self.notes += called
            at = 0.0 if number else style.indent * style.size
            self._line(line, at, number < len(lines) - 1)
        self.y -= style.apart

    def _line(self, line: str, at: float, goes_on: bool) -> None:
        size, room = self.style.size, self.style.measure - at
        short = room - width_of(line) * size
        spread = short / (len(line) - 1) if self.style.justified and goes_on and len(line) > 1 else 0.0
        self.sheets[-1].words.append(Placed(self.left + at, self.y, size, line, spread))
        self.y -= self.style.leading

    def numbered(self) -> list[Sheet]:
        """The sheets with what stands at the edge of each."""
        for page, sheet in enumerate(self.sheets, 1):
            for text, y in ((self.style.head, HEIGHT - 42), (self.style.foot, 40.0)):
                said = text.format(page=page, pages=len(self.sheets))
                x = (WIDTH - width_of(said) * 10.5) / 2
                sheet.words += [Placed(x, y, 10.5, said)] if said else []
        return self.sheets

    def table(self, grid: Grid) -> None:
        """The table, its rows over as many pages as they need; its columns as wide as their
        labels want."""
        _set_table(self, grid)


def _set_table(press: _Press, grid: Grid) -> None:
    columns = max(box.column + box.columns for box in grid)
    rows = max(box.row + box.rows for box in grid)
    edges = _edges(grid, columns, press.style.measure)
    heights = [0.0] * rows
    for box in sorted(grid, key=lambda box: box.rows):
        lines = _cell_lines(box.text, edges[box.column + box.columns] - edges[box.column])
        lacking = len(lines) * CELL_LEADING + 2 * PADDING - sum(heights[box.row : box.row + box.rows])
        heights[box.row + box.rows - 1] += max(0.0, lacking)
    start = 0
    while start < rows:
        press.need(heights[start])
        end, high = start, 0.0
        while end < rows and high + heights[end] <= press.room():
            high, end = high + heights[end], end + 1
        end = max(end, start + 1)
        _set_rows(press, grid, edges, heights, start, end)
        start = end
    press.y -= press.style.leading


def _edges(grid: Grid, columns: int, measure: float) -> list[float]:
    """Where columns begin: those of figures are narrow, labels take the rest."""
    long = [max((len(b.text) for b in grid if b.column == c and b.columns == 1), default=1) for c in range(columns)]
    wanted = [min(12.0, max(2.5, length**0.6)) for length in long]
    edges = [0.0]
    for width in wanted:
        edges.append(edges[-1] + measure * width / sum(wanted))
    return edges


def _cell_lines(text: str, wide: float) -> list[str]:
    return list(lines_of(text, wide - 2 * PADDING, CELL_SIZE, 0)) if text else []


def _set_rows(
    press: _Press, grid: Grid, edges: Sequence[float], heights: Sequence[float], start: int, end: int
) -> None:
    sheet, left, top = press.sheets[-1], press.left, press.y + CELL_SIZE
    tops = [top - sum(heights[start:row]) for row in range(start, end + 1)]
    for box in grid:
        first, last = max(box.row, start), min(box.row + box.rows, end)
        if first >= last:
            continue
        x0, x1 = left + edges[box.column], left + edges[box.column + box.columns]
        y1, y0 = tops[first - start], tops[last - start]
        sheet.rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
        for number, line in enumerate(_cell_lines(box.text, x1 - x0) if _holds_label(box, heights, start, end) else ()):
            y = y1 - PADDING - CELL_SIZE - number * CELL_LEADING
            sheet.words.append(Placed(x0 + PADDING, y, CELL_SIZE, line))
    press.y = tops[-1] - CELL_SIZE


def _holds_label(box: Box, heights: Sequence[float], start: int, end: int) -> bool:
    """Is the part of a cell on this page the higher one, if a page's end cuts it?"""
    parts = [
        sum(heights[max(box.row, first) : min(box.row + box.rows, last)])
        for first, last in ((0, start), (start, end), (end, len(heights)))
    ]
    return parts[1] == max(parts) and parts[1] > parts[0]
