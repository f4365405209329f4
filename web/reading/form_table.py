"""A table of the national form as it is shown: heads over columns, labels before rows, and which
paragraphs of its section are its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from corpus.form.recognised import national
from corpus.grid import Cell, Table

# A line between the rows of a table is one of it if it is no sentence and no longer.
LONGEST_ROW = 60


class Head(NamedTuple):
    """A head of columns: its text, how many columns and how many lines of heads it takes."""

    text: str
    columns: int
    lines: int


class Row(NamedTuple):
    """A row: its label, its figures as written."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows under the same heads, by what stands over them in common, "" for nothing; `labelled`:
    whether rows have labels."""

    heads: tuple[tuple[Head, ...], ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    labelled: bool
    columns: int


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table: its chapter's number, what the form calls it, and its parts from top to bottom."""

    form: str
    title: str
    parts: tuple[Part, ...]


def shown(table: Table) -> ShownTable:
    """The table as it is drawn."""
    known = national().get(table.form, {})
    rows = [_placed(cells, known.get("columns", ())) for cells in _rows(table.cells)]
    parts = [
        _part(columns, [Row(label, texts) for label, _, texts in own], known.get("groups", {}))
        for columns, own in groupby(rows, key=lambda row: row[1])
    ]
    return ShownTable(table.form, known.get("title", ""), tuple(parts))


def _rows(cells: Sequence[Cell]) -> list[list[Cell]]:
    """The cells row by row: another label, or a column once more, begins a row."""
    rows: list[list[Cell]] = []
    for cell in cells:
        if not rows or rows[-1][0].row != cell.row or any(cell.column == other.column for other in rows[-1]):
            rows.append([])
        rows[-1].append(cell)
    return rows


def _placed(cells: Sequence[Cell], columns: Sequence[str]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """A row's label, its columns, and the text under each."""
    texts = {cell.column: cell.text for cell in cells}
    names = tuple(columns) if set(texts) <= set(columns) else tuple(texts)
    return cells[0].row, names, tuple(texts.get(name, "") for name in names)


def _part(columns: Sequence[str], rows: Sequence[Row], known: Mapping[str, Sequence[str]]) -> Part:
    opening = {labels[0]: group for group, labels in known.items()}
    closing = {labels[-1] for labels in known.values()}
    groups: list[tuple[str, list[Row]]] = [("", [])]
    for row in rows:
        if row.label in opening:
            groups.append((opening[row.label], []))
        groups[-1][1].append(row)
        if row.label in closing:
            groups.append(("", []))
    filled = tuple((group, tuple(own)) for group, own in groups if own)
    return Part(_heads(columns), filled, any(row.label for row in rows), len(columns))


def _heads(columns: Sequence[str]) -> tuple[tuple[Head, ...], ...]:
    """One or two lines of heads."""
    levels = [column.split(">", 1) for column in columns]
    if all(len(level) == 1 for level in levels):
        return (tuple(Head(column, 1, 1) for column in columns),)
    upper: list[Head] = []
    for (text, deep), own in groupby(levels, key=lambda level: (level[0], len(level) > 1)):
        upper.append(Head(text, len(list(own)), 1 if deep else 2))
    return tuple(upper), tuple(Head(level[1], 1, 1) for level in levels if len(level) > 1)


def row_places(lines: Sequence[str]) -> frozenset[int]:
    """Which lines of a section with a table, from 0, are rows of one."""
    tabbed = [at for at, line in enumerate(lines) if at and "\t" in line]
    if not tabbed:
        return frozenset()
    first, last = tabbed[0], tabbed[-1]
    while first > 1 and _is_short(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_short(lines[last + 1]):
        last += 1
    return frozenset(at for at in range(first, last + 1) if "\t" in lines[at] or _is_short(lines[at]))


def _is_short(line: str) -> bool:
    return len(line) <= LONGEST_ROW and not any(mark in line for mark in "。；;")
