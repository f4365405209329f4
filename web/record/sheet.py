"""Tables and JSON piece by piece: files are sent as they are made, so none is ever held as a
whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final, NamedTuple

BLOCK: Final = 16_000  # characters sent at a time
MARK: Final = "\ufeff"  # by which Excel knows UTF-8
HARMLESS: Final = "'"  # before a cell that a spreadsheet would take for a formula
FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # in full width, too: spreadsheets in Chinese take them
BREAKS: Final = ("\t", "\r", "\n")
Row = Iterable[object]


class Sheet(NamedTuple):
    """A table to be written once: the names of its columns, and its rows as they come. Cells are
    texts, numbers, truth values or None."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


def harmless(cell: str) -> str:
    """A cell no spreadsheet takes for a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("行政复议")
    ("'=HYPERLINK(1)", '行政复议')
    """
    return HARMLESS + cell if cell.lstrip().startswith(FORMULA) or cell.startswith(BREAKS) else cell


def table(sheet: Sheet) -> Iterator[str]:
    """The table in CSV as a spreadsheet opens it right: UTF-8 with its mark, columns first, no cell
    a formula."""
    return blocks(chain([MARK], map(_written, chain([sheet.columns], sheet.rows))))


def _written(row: Row) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow([_cell(value) for value in row])
    return buffer.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, str):
        return harmless(value)
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(int(value) if isinstance(value, bool) else value)


def listing(before: Mapping[str, Any], name: str, records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """An object of JSON with what it is, and under `name` the records, one a line."""
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    begun = json.dumps(before, ensure_ascii=False, indent=1).removesuffix("\n}") + f',\n "{name}": [\n'
    return blocks(chain([begun], _between(lines, ",\n"), ["\n ]\n}\n"]))


def _between(pieces: Iterable[str], separator: str) -> Iterator[str]:
    for place, piece in enumerate(pieces):
        yield separator + piece if place else piece


def blocks(pieces: Iterable[str]) -> Iterator[str]:
    """A text in pieces worth sending."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= BLOCK:
            yield "".join(waiting)
            waiting, size = [], 0
    yield "".join(waiting)
