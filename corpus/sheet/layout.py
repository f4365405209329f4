"""The lines of printed sheets, wherever they were read, as the lines of a loaded page.

A PDF's text layer and text recognition give the same thing, lines with their boxes; what they mean
is worked out here, once.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Line, Trace
from corpus.sheet.columns import in_reading_order
from corpus.sheet.paragraphs import paragraphs
from corpus.sheet.printed import Printed
from corpus.sheet.running import without_running


def laid_out(pages: Sequence[Sequence[Printed]], receipt: list[Trace]) -> tuple[Line, ...]:
    """Paragraphs and rows of tables in the order they are read, without page numbers and running
    heads; all that is done goes to the receipt.

    `pages`: the lines of every sheet, from top to bottom.
    """
    blocks = [block for lines in without_running(pages, receipt) for block in in_reading_order(lines)]
    return tuple(Line(text) for text in paragraphs(blocks, receipt) if text.strip())
