"""Tables in flattened text: rows of cells between tabs, or between bars that were drawn with
characters (│ 行政许可 │ 12 │)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.form.recognised import may_hold
from corpus.grid import Box, Grid

# Bars and rules as programs draw them: the block of box drawing, ASCII's +---+, Markdown's |---|.
_BAR = re.compile(r"[\u2502\u2503\u2551|｜]")
_RULE = re.compile(r"[\s\u2500-\u257f|｜+:=\-—]*[\u2500-\u257f\-—=]{2}[\s\u2500-\u257f|｜+:=\-—]*")
# What draws a frame and nothing else: bars, crossings and rules of some length.
_DRAWN = re.compile(r"[\u2502\u2503\u2551\u250c-\u254b\u2552-\u256c]|[\u2500\u2501\u2550]{3}")
# A row has at least so many cells, a table so many rows.
FEWEST_CELLS, FEWEST_ROWS = 2, 2


def grids_of(lines: Sequence[str]) -> tuple[Grid, ...]:
    """The tables of a text, where it may hold one of the national form; cells that were merged stand
    empty, or not at all."""
    if not may_hold("".join(lines)):
        return ()
    return tuple(_grid(rows) for rows in _runs(lines) if len(rows) >= FEWEST_ROWS)


def is_rule(line: str) -> bool:
    """Is the line nothing but a drawn rule between rows: ├──┼──┤, +---+---+?"""
    return _RULE.fullmatch(line) is not None


def cells_of(line: str) -> list[str]:
    """The cells of a row; a line that is none is one cell.

    >>> cells_of("│ 行政许可 │ 12 │"), cells_of("规章\\t3\\t"), cells_of("一、总体情况")
    (['行政许可', '12'], ['规章', '3', ''], ['一、总体情况'])
    """
    bars = len(_BAR.findall(line))
    if "\t" in line or bars < FEWEST_CELLS:
        return [cell.strip() for cell in line.split("\t")]
    inner = _BAR.split(line.strip())
    return [cell.strip() for cell in inner[not inner[0].strip() : len(inner) - (not inner[-1].strip())]]


def _runs(lines: Sequence[str]) -> Iterator[list[list[str]]]:
    """Rows that follow each other, rules and blank lines aside."""
    run: list[list[str]] = []
    for line in lines:
        if not line.strip(" ") or is_rule(line):
            continue
        cells = cells_of(line)
        if len(cells) >= FEWEST_CELLS:
            run.append(cells)
        elif run:
            yield run
            run = []
    yield run


def _grid(rows: Sequence[Sequence[str]]) -> Grid:
    return tuple(Box(row, at, 1, 1, text) for row, cells in enumerate(rows) for at, text in _cells(cells))


def _cells(cells: Sequence[str]) -> list[tuple[int, str]]:
    """The cells of a row by column; a single word over the whole row is one cell."""
    filled = [(at, text) for at, text in enumerate(cells) if text]
    return filled if len(filled) == 1 else list(enumerate(cells))


def undrawn(line: str) -> str | None:
    """A line without what draws a table's frame: cells between tabs; None for a rule. Other lines as
    they stand.

    >>> undrawn("┃规章┃3┃"), undrawn("┣━━╋━┫"), undrawn("一、总体情况")
    ('规章\\t3', None, '一、总体情况')
    """
    if not _DRAWN.search(line):
        return line
    return None if is_rule(line) else "\t".join(cells_of(line))
