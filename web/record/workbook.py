"""A table as a workbook of Excel (.xlsx): one sheet with the rows, one that says what they are.

The rows are packed as they come and sent as they are packed: a table of a million rows takes no
more memory than one of ten, and nothing is written to disk. What stands around them XlsxWriter
makes. It could make them, too, and packs tighter: 54,132 hits take 8.7 s of processor so, and 2.3 s
here (2026-11-28).
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from web.record.cells import held
from web.record.sheet import Row, Sheet

ROWS: Final = 1_048_576  # of a sheet, its first one with the columns' names
CELL: Final = 32_767  # units of UTF-16 in a cell, which Excel counts
SURE: Final = CELL // 2  # so many characters fit, whatever they are
MEASURED: Final = 20  # rows that say how wide columns are
WIDEST: Final = 44  # in digits, as Excel measures columns
NARROWEST: Final = 6
PIECE: Final = 65_536  # bytes of rows packed at a time
LARGEST: Final = 2_000_000_000  # bytes of rows: more of them a plain archive does not hold
LEVEL: Final = 1  # of packing: 54,132 hits were 25.9 MB in 3.5 s, with level 6 21.5 MB in 5.5 s (2026-11-28)
SHEET: Final = "xl/worksheets/sheet1.xml"
END: Final = b"</sheetData>"
# A text is a text whatever it looks like: 3.10 stays 3.10, =A1 is no formula, an address no link.
OPTIONS: Final = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}


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


class _Sent(io.RawIOBase):
    """What an archive is written into: bytes to be sent, forgotten when they are taken."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def writable(self) -> bool:
        """It only takes."""
        return True

    def write(self, piece: object) -> int:
        """Take a piece."""
        taken = bytes(piece)  # type: ignore[call-overload]
        self._waiting.append(taken)
        return len(taken)

    def taken(self) -> bytes:
        """All that waits."""
        found = b"".join(self._waiting)
        self._waiting.clear()
        return found


def workbook(sheet: Sheet, words: Words, about: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """The workbook in pieces, made as they are asked for; `about`: names and values of the second
    sheet."""
    losses, sent = Losses(), _Sent()
    first = [list(row) for row in islice(sheet.rows, MEASURED)]
    begin, end = _frame(sheet.columns, first, words, ())[SHEET].split(END)
    with ZipFile(sent, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        with archive.open(SHEET, "w") as into:
            for piece in _pieces(begin, Sheet(sheet.columns, chain(first, sheet.rows)), words.cut, losses):
                into.write(piece)
                if packed := sent.taken():
                    yield packed
            into.write(END + end)
        lines = [*about, *_lost(losses, words)]
        for name, part in _frame(sheet.columns, first, words, lines).items():
            if name != SHEET:
                archive.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    yield sent.taken()


def _frame(
    columns: Sequence[str], first: Sequence[Sequence[object]], words: Words, about: Sequence[tuple[str, str]]
) -> dict[str, bytes]:
    """The parts of a workbook that has only its first row yet. How far the sheet reaches it does
    not say."""
    whole = io.BytesIO()
    with Workbook(whole, OPTIONS) as book:
        _head(book, book.add_worksheet(words.rows), columns, first)
        _about(book, book.add_worksheet(words.about), about, words.cut)
    with ZipFile(whole) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    before, _, behind = parts[SHEET].partition(b"<dimension ")
    return parts | {SHEET: before + behind.partition(b"/>")[2]}


def _pieces(begin: bytes, sheet: Sheet, cut: str, losses: Losses) -> Iterator[bytes]:
    """The rows of the sheet behind its beginning."""
    waiting, size, written = [begin], len(begin), 0
    letters = [xl_col_to_name(column) for column in range(len(sheet.columns))]
    for place, row in enumerate(sheet.rows, 2):
        if place > ROWS or written > LARGEST:
            losses.rows += 1
            continue
        made = _row(place, row, letters, cut, losses).encode("utf-8", "replace")
        waiting.append(made)
        size += len(made)
        if size >= PIECE:
            written += size
            yield b"".join(waiting)
            waiting, size = [], 0
    yield b"".join(waiting)


def _row(place: int, row: Row, letters: Sequence[str], cut: str, losses: Losses) -> str:
    cells = []
    for letter, value in zip(letters, row, strict=True):
        if isinstance(value, str) and len(value) > SURE:
            text = fitting(value, cut)
            losses.cells += text is not value
            value = text
        if inside := held(value):
            cells.append(f'<c r="{letter}{place}"{inside}')
    return f'<row r="{place}">{"".join(cells)}</row>'


def _head(book: Workbook, into: Worksheet, columns: Sequence[str], first: Sequence[Sequence[object]]) -> None:
    """The names of the columns, which stay in sight; columns as wide as the first rows need them."""
    bold = book.add_format({"bold": True})
    into.freeze_panes(1, 0)
    for column, name in enumerate(columns):
        into.set_column(column, column, _width([name, *(row[column] for row in first)]))
        into.write_string(0, column, name, bold)


def fitting(text: str, cut: str) -> str:
    """A text that fits into a cell: itself, or as much of it as fits before `cut`.

    >>> fitting("短", "……"), len(fitting("长" * 40_000, "……"))
    ('短', 32767)
    """
    if len(text) <= SURE:
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
