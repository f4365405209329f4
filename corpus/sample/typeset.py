"""A report as an office prints it: which words stand where on which sheet, in points.

Nothing is drawn here; what is placed can be written as a PDF or painted as a picture. Every style
has what makes printed reports hard to read for a program: running heads, page numbers inside
sentences, columns, notes at the foot of a page, statutory tables in small type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.grid import Grid
from corpus.sample.scan import width_of
from corpus.sample.sheet import Placed, Sheet, lines_of
from corpus.sample.sheet_table import Rows

WIDTH, HEIGHT = 595.0, 842.0  # an A4 sheet
NOTE_SIZE = 9.0
SEPARATOR = 144.0  # the rule above notes


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
    press = Press(style)
    for block in blocks:
        if block.grid is not None:
            press.table(block.grid)
        elif block.title:
            press.title(block.text)
        else:
            press.paragraph(block)
    press.end_page()
    return press.numbered()


class Press:
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
        rows = Rows(grid, self.style.measure)
        start = 0
        while start < len(rows.heights):
            self.need(rows.heights[start])
            end = rows.fitting(start, self.room())
            self.y = rows.put(self.sheets[-1], self.left, self.y, start, end)
            start = end
        self.y -= self.style.leading
