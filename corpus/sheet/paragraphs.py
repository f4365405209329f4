"""The lines of printed pages as paragraphs, by where they stand on the sheet.

A line that does not begin a paragraph is flush with the margin, and the line before it reaches far
to the right. Rejected: leaving this to `corpus.repair.wraps`, which counts characters: figures are
half as wide, so a justified line with 1,286 in it is no shorter on the sheet, but looks unfinished
in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.grid import Grid, rows_of
from corpus.records import Trace
from corpus.sheet.margins import INDENT_FROM, INDENT_TO, Margins, alike, margins_of
from corpus.sheet.notes import begins_note
from corpus.sheet.printed import Printed, between
from corpus.text.numbering import number_of

# How far a full line may end before the right margin: a long figure that goes to the next line
# whole; where nothing is indented, so that the end of a line is all there is to go by, one
# punctuation mark and its neighbour.
SHORT_OF_MARGIN, SHORT_WITHOUT_INDENTS = 6.0, 2.2
_FINAL = re.compile(r"[。！？!?；;：:…][”’」』\"')）]*$")


class Block(NamedTuple):
    """Lines to be read one after the other, and the notes at their foot."""

    lines: Sequence[Printed]
    notes: Sequence[Printed] = ()


@dataclass(slots=True)
class _Text:
    """The paragraph at hand, the line it ends with, and what has to wait until it is whole;
    `tabled`: a table does."""

    receipt: list[Trace]
    paragraph: str = ""
    last: tuple[Printed, Margins] | None = None
    waiting: list[str] = field(default_factory=list)
    tabled: bool = False

    def whole(self) -> Iterator[str]:
        yield from filter(None, [self.paragraph, *self.waiting])
        self.paragraph, self.last, self.waiting, self.tabled = "", None, [], False

    def add(self, line: Printed, margins: Margins) -> Iterator[str]:
        """Take in a line; what is whole by then comes out."""
        if self.last and _goes_on(*self.last, line, margins, beside=not self.tabled):
            self.paragraph = joined(self.paragraph, line.text, self.receipt)
        else:
            yield from self.whole()
            self.paragraph = line.text
        self.last = line, margins


def paragraphs(blocks: Sequence[Block], receipt: list[Trace]) -> Iterator[str]:
    """The text of the blocks, wrapped lines joined across their ends and across pages; every join
    goes to the receipt.

    Notes and tables that stand inside a paragraph follow it.
    """
    kept = [block for block in blocks if block.lines]
    text = _Text(receipt)
    for block, margins in zip(kept, margins_of([block.lines for block in kept]), strict=True):
        for line in block.lines:
            if line.is_row:
                text.waiting += row_texts(line.grid) if line.grid is not None else [line.text]
                text.tabled = True
            else:
                yield from text.add(line, margins)
        text.waiting += _notes(block.notes, receipt)
    yield from text.whole()


def row_texts(grid: Grid) -> list[str]:
    """The rows of a table as lines, cells parted by tabs; a tab stands in every one.

    >>> from corpus.grid import Box
    >>> row_texts((Box(0, 0, 1, 1, "办结"), Box(0, 1, 1, 1, "2")))
    ['办结\\t2']
    """
    rows = ("\t".join(box.text for box in row) + "\t" * (len(row) == 1) for row in rows_of(grid))
    return [row for row in rows if row.strip()]


def _notes(lines: Sequence[Printed], receipt: list[Trace]) -> list[str]:
    notes: list[str] = []
    for line in lines:
        if notes and not begins_note(line.text):
            notes[-1] = joined(notes[-1], line.text, receipt)
        else:
            notes.append(line.text)
    return notes


def _goes_on(above: Printed, margins_above: Margins, line: Printed, margins: Margins, *, beside: bool) -> bool:
    """Is the line the next one of the same paragraph? `beside`: no table stands between
    them."""
    final = bool(_FINAL.search(above.text))
    if not alike(above.size, line.size) or (final and not beside):
        return False
    short, indent = margins_above.short(above), margins.indent(line)
    full = short <= SHORT_WITHOUT_INDENTS
    if margins.spaced and above.page == line.page:
        return short <= SHORT_OF_MARGIN and not margins.is_apart(above, line)
    if number_of(line.text) and (final or not full or not margins.indented):
        return False
    if abs(indent) > INDENT_FROM / 2:
        return full and not final and not number_of(above.text) and _is_set_in(margins_above.indent(above), indent)
    if margins.indented:
        return margins_above.indent(above) <= INDENT_TO and short <= SHORT_OF_MARGIN
    return full and not final


def _is_set_in(above: float, indent: float) -> bool:
    """Do both lines begin at one indent, as those of a passage that is set in do?"""
    return abs(above - indent) <= INDENT_FROM / 2 and indent <= INDENT_TO


def joined(paragraph: str, text: str, receipt: list[Trace]) -> str:
    """The paragraph with the line that goes on with it."""
    gap = between(paragraph, text)
    receipt.append(Trace("lines joined", f"{paragraph[-20:]}\n{text[:20]}", f"{paragraph[-20:]}{gap}{text[:20]}"))
    return paragraph + gap + text
