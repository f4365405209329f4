"""The lines of printed sheets, wherever they were read, as the lines of a loaded page.

A PDF's text layer and text recognition give the same thing, lines with their boxes; what they mean
is worked out here, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from corpus.grid import Grid
from corpus.records import Line, Trace
from corpus.sheet.columns import in_reading_order
from corpus.sheet.margins import prose_size
from corpus.sheet.notes import without_notes
from corpus.sheet.paragraphs import Block, paragraphs
from corpus.sheet.printed import Printed, in_lines, pieces
from corpus.sheet.ruled import Rule, separators, with_tables
from corpus.sheet.running import without_running


class Laid(NamedTuple):
    """What printed sheets say: their lines, and the ruled tables among them."""

    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()


def laid_out(pages: Sequence[Sequence[Printed]], receipt: list[Trace], rules: Sequence[Sequence[Rule]] = ()) -> Laid:
    """Paragraphs and rows of tables in the order they are read, without page numbers and running
    heads; all that is done goes to the receipt.

    `pages`: the lines of every sheet; `rules`: the lines drawn on it, where they are known.
    """
    drawn = [own for _, own in zip_longest(pages, rules, fillvalue=())][: len(pages)]
    cut = [[piece for line in lines for piece in pieces(line)] for lines in pages]
    tabled = [in_lines(with_tables(found, own)) for found, own in zip(cut, drawn, strict=True)]
    bare = list(without_running(tabled, receipt))
    size = prose_size([line for lines in bare for line in lines])
    blocks = [
        block
        for lines, own in zip(bare, drawn, strict=True)
        for block in _blocks(lines, separators(own), size, receipt)
    ]
    texts = paragraphs(blocks, receipt)
    grids = [line.grid for block in blocks for line in block.lines if line.grid]
    return Laid(tuple(Line(text) for text in texts if text.strip()), tuple(grids))


def _blocks(lines: Sequence[Printed], rules: Sequence[Rule], size: float, receipt: list[Trace]) -> Iterator[Block]:
    """What stands on one sheet, in reading order; notes stand at its foot, or at that of a
    column."""
    text, below = without_notes(lines, rules, size, receipt)
    columns = in_reading_order(text)
    for at, column in enumerate(columns, 1):
        kept, notes = without_notes(column, rules, size, receipt) if len(columns) > 1 else (column, [])
        yield Block(kept, [*notes, *(below if at == len(columns) else [])])
