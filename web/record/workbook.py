"""A table as a workbook of Excel (.xlsx): one sheet with the rows, one that says what they are.

The rows are written to a file in a folder of its own and never held, so that a table of a million
rows takes no more memory than one of ten; the file is sent when it is whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from web.record.sheet import Row, Sheet

ROWS: Final = 1_048_576  # of a sheet, its first one with the columns' names
CELL: Final = 32_767  # units of UTF-16 in a cell, which Excel counts
MEASURED: Final = 20  # rows that say how wide columns are
WIDEST: Final = 44  # in digits, as Excel measures columns
NARROWEST: Final = 6
PIECE: Final = 65_536  # bytes sent at a time
# A text is a text whatever it looks like: 3.10 stays 3.10, =A1 is no formula, an address no link.
OPTIONS: Final = {"constant_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}


class Words(NamedTuple):
    """What a workbook says: the names of its two sheets; what stands at the end of a cell that was
    cut; how the second sheet calls the number of cells cut, and that of rows left out."""

    rows: str
    about: str
    cut: str
    cells_cut: str
    rows_left: str


class Losses:
    """What did not fit into the sheet."""

    def __init__(self) -> None:
        self.cells = self.rows = 0


def workbook(sheet: Sheet, words: Words, about: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """The workbook in pieces, made when the first is asked for; `about`: names and values of the
    second sheet."""
    with TemporaryDirectory(prefix="xunzhang-xlsx-") as folder:
        path = Path(folder) / "table.xlsx"
        with Workbook(path, {**OPTIONS, "tmpdir": folder}) as book:
            losses = _rows(book, book.add_worksheet(words.rows), sheet, words.cut)
            _about(book, book.add_worksheet(words.about), [*about, *_lost(losses, words)], words.cut)
        with path.open("rb") as stream:
            while piece := stream.read(PIECE):
                yield piece


def _rows(book: Workbook, into: Worksheet, sheet: Sheet, cut: str) -> Losses:
    losses, first = Losses(), [list(row) for row in islice(sheet.rows, MEASURED)]
    _head(book, into, sheet.columns, first)
    for place, row in enumerate(chain(first, sheet.rows), 1):
        if place < ROWS:
            _write(into, place, row, cut, losses)
        else:
            losses.rows += 1
    return losses


def _head(book: Workbook, into: Worksheet, columns: Sequence[str], first: Sequence[Sequence[object]]) -> None:
    """The names of the columns, which stay in sight; columns as wide as the first rows need them."""
    bold = book.add_format({"bold": True})
    into.freeze_panes(1, 0)
    for column, name in enumerate(columns):
        into.set_column(column, column, _width([name, *(row[column] for row in first)]))
        into.write_string(0, column, name, bold)


def _write(into: Worksheet, place: int, row: Row, cut: str, losses: Losses) -> None:
    for column, value in enumerate(row):
        if value is None or value == "":
            continue
        if isinstance(value, str):
            text = fitting(value, cut)
            losses.cells += text is not value
            into.write_string(place, column, text)
        else:
            into.write_number(place, column, value)


def fitting(text: str, cut: str) -> str:
    """A text that fits into a cell: itself, or as much of it as fits before `cut`.

    >>> fitting("短", "……"), len(fitting("长" * 40_000, "……"))
    ('短', 32767)
    """
    if len(text) <= CELL // 2:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * CELL:
        return text
    room = 2 * CELL - len(cut.encode("utf-16-le"))
    return units[:room].decode("utf-16-le", "ignore") + cut


def _width(values: Sequence[object]) -> int:
    """How wide a column is drawn, by some of its values; a Han takes two digits."""
    texts = ("" if value is None else str(value)[:WIDEST] for value in values)
    widest = max(sum(2 if each > "\u2e80" else 1 for each in text) for text in texts)
    return max(NARROWEST, min(WIDEST, widest + 2))


def _about(book: Workbook, into: Worksheet, lines: Sequence[tuple[str, str]], cut: str) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    into.set_column(0, 0, 20)
    into.set_column(1, 1, 90)
    for place, (name, value) in enumerate(lines):
        into.write_string(place, 0, name)
        into.write_string(place, 1, fitting(value, cut), wrapped)


def _lost(losses: Losses, words: Words) -> Iterator[tuple[str, str]]:
    if losses.cells:
        yield words.cells_cut, f"{losses.cells:,}"
    if losses.rows:
        yield words.rows_left, f"{losses.rows:,}"
