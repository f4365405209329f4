"""Tables of a page that are those of the national form, cell by cell.

A table is known by its labels, whatever its cells span: sites and word processors merge cells as
they like, and a page's end cuts a table in two. Columns stand under their heads; where spans are
broken, the form's own order says which is which.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from corpus.form.label import bare, is_value, value_of
from corpus.grid import Box, Cell, Grid, Table, rows_of
from corpus.records import Section
from corpus.text.fold import squeeze
from corpus.text.numbering import number_of

# So many of its signs know a table.
FEWEST_SIGNS = 2
HEAD = "信息内容"
APPLICATIONS, DISPUTES, OPENED = "3", "4", "2"


@cache
def national() -> Mapping[str, Any]:
    """The form's tables: titles, signs, columns, groups of rows, by chapter."""
    with Path(__file__).with_name("national.toml").open("rb") as file:
        return tomllib.load(file)


def may_hold(text: str) -> bool:
    """Does the text of a page or a table hold what only such a table says, in either script?"""
    text = squeeze("".join(text.split()))
    return any(sign in text for sign in ("信息内容", "申请人情况", "本年新收政府信息公开申请", "复议后起诉"))


@dataclass(slots=True)
class _Found:
    """A table while its parts are read. `heads`: the labels over its columns at hand."""

    form: str
    heads: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)


def recognised(grids: Sequence[Grid]) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    """The chapter and the cells of each table of the form; one that goes on in the next is one."""
    found: _Found | None = None
    for grid in grids:
        form = _form(grid)
        if form is None and not (found and _goes_on(found, grid)):
            continue
        if found is None or (form is not None and form != found.form) or _begins(found, grid):
            yield from _whole(found)
            found = _Found(form or (found.form if found else OPENED))
        _READERS[found.form](found, grid)
    yield from _whole(found)


def _whole(found: _Found | None) -> Iterator[tuple[str, tuple[Cell, ...]]]:
    if found and found.cells:
        yield found.form, tuple(found.cells)


def _form(grid: Grid) -> str | None:
    """Which table it is, by its signs."""
    labels = {bare(box.text) for box in grid}
    signs = {form: len(labels & set(table["signs"])) for form, table in national().items()}
    form = max(signs, key=lambda form: signs[form])
    return form if signs[form] >= FEWEST_SIGNS else None


def _goes_on(found: _Found, grid: Grid) -> bool:
    """A part without signs: rows of as many figures as the form has columns."""
    wanted = len(national()[found.form].get("columns", found.heads))
    return any(len(_values(row)) == wanted for row in rows_of(grid)) and wanted > 1


def _begins(found: _Found, grid: Grid) -> bool:
    """Is it another table of the same kind? Its first row of figures was read already."""
    read = {cell.row for cell in found.cells}
    labelled = (_label(row) for row in rows_of(grid) if row and _values(row))
    first = next((label for label in labelled if label), "")
    return found.form != OPENED and bool(first) and first in read


def _values(row: Sequence[Box]) -> list[Box]:
    """The figures at the end of a row."""
    last = next((at for at in range(len(row) - 1, -1, -1) if not is_value(row[at].text)), -1)
    return list(row[last + 1 :])


def _label(row: Sequence[Box]) -> str:
    labels = [bare(box.text) for box in row if not is_value(box.text)]
    return labels[-1] if labels else ""


def _read_opened(found: _Found, grid: Grid) -> None:
    """Chapter 2: blocks, each with its own heads; a row has a label and a figure a head."""
    for row in rows_of(grid):
        texts = [bare(box.text) for box in row]
        if HEAD in texts:
            at = texts.index(HEAD)
            found.heads = [text for text in texts[at + 1 :] if text]
            found.starts = [box.column for box in row[at + 1 :]]
        elif len(row) > 1 and found.heads and texts[0]:
            _add(found, texts[0], row[1:])


def _read_applications(found: _Found, grid: Grid) -> None:
    """Chapter 3: a row has labels of up to three levels and seven figures."""
    found.heads = national()[APPLICATIONS]["columns"]
    leaves = [head.rpartition(">")[2] for head in found.heads]
    for row in rows_of(grid):
        values = _values(row)
        label = _label(row)
        if label in leaves and len(values) < len(leaves) and not any(box.text for box in values):
            found.starts = _starts(grid, leaves) or found.starts
        elif label and values:
            _add(found, label, values)


def _read_disputes(found: _Found, grid: Grid) -> None:
    """Chapter 4: one row of fifteen figures under three times five heads."""
    found.heads = national()[DISPUTES]["columns"]
    for row in rows_of(grid):
        if len(row) == len(found.heads) and all(is_value(box.text) for box in row):
            _add(found, "", row)
            return


def _starts(grid: Grid, leaves: Sequence[str]) -> list[int]:
    """The columns in which the heads of figures stand, if all do, in the form's order."""
    heads = sorted((box.column, bare(box.text)) for box in grid if not is_value(box.text))
    starts: list[int] = []
    for column, text in heads:
        if len(starts) < len(leaves) and text == leaves[len(starts)] and column not in starts:
            starts.append(column)
    return starts if len(starts) == len(leaves) else []


def _add(found: _Found, label: str, values: Sequence[Box]) -> None:
    """A row's figures under their heads: in order where there are as many, else by column."""
    if len(values) == len(found.heads):
        named = list(zip(found.heads, values, strict=True))
    else:
        under = dict(zip(found.starts, found.heads, strict=False))
        named = [(under[box.column], box) for box in values if box.column in under]
    for head, box in named:
        text = " ".join(box.text.split())
        found.cells.append(Cell(label, head, value_of(text), text))


_READERS = {OPENED: _read_opened, APPLICATIONS: _read_applications, DISPUTES: _read_disputes}


def tables_of(grids: Sequence[Grid], sections: Sequence[Section]) -> tuple[Table, ...]:
    """The tables of the form, each with the section it stands in; one that stands in none is no
    part of the report."""
    found = ((form, cells, _section(form, cells, sections)) for form, cells in recognised(grids))
    return tuple(Table(form, section, cells) for form, cells, section in found if section is not None)


def _section(form: str, cells: Sequence[Cell], sections: Sequence[Section]) -> str | None:
    """The section that holds most of a table's labels; of several, the one of its chapter."""
    labels = {label for cell in cells for label in (cell.row, cell.column.rpartition(">")[2]) if label}
    texts = {section.id: squeeze(section.text) for section in sections}
    holding = {name: sum(squeeze(label) in text for label in labels) for name, text in texts.items()}
    most = max(holding.values(), default=0)
    if 2 * most < len(labels):
        return None
    best = [section for section in sections if holding[section.id] == most]
    return next((section.id for section in best if _chapter(section) == form), best[0].id)


def _chapter(section: Section) -> str | None:
    number = number_of(section.text) if section.number else None
    return str(number.value) if number else None
