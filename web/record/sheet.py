"""Tables and JSON piece by piece: files are sent as they are made, so none is ever held as a
whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

BLOCK: Final = 16_000  # characters sent at a time
MARK: Final = "\ufeff"  # by which Excel knows UTF-8
HARMLESS: Final = "'"  # before a cell that a spreadsheet would take for a formula
FORMULA: Final = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # in full width, too: spreadsheets in Chinese take them
BREAKS: Final = ("\t", "\r", "\n")


def harmless(cell: str) -> str:
    """A cell no spreadsheet takes for a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("行政复议")
    ("'=HYPERLINK(1)", '行政复议')
    """
    return HARMLESS + cell if cell.lstrip().startswith(FORMULA) or cell.startswith(BREAKS) else cell


def table(before: Mapping[str, Any], columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table that a spreadsheet opens right, what it is `before` it, a name and a value a line."""
    top = [[f"# {name}", harmless(str(value))] for name, value in before.items()]
    every = chain(top, [list(columns)], ([harmless(cell) for cell in row] for row in rows))
    return blocks(chain([MARK], map(_written, every)))


def plain_table(columns: Iterable[str], lines: Iterable[Iterable[object]]) -> Iterator[str]:
    """A table of figures and texts, header first, in UTF-8 with the mark by which spreadsheets know
    it; no cell a formula."""
    return blocks(
        chain([MARK], map(_written, chain([list(columns)], ([_cell(each) for each in row] for row in lines))))
    )


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else f"{value:.6g}" if isinstance(value, float) else str(value)


def _written(row: Sequence[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(row)
    return buffer.getvalue()


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
