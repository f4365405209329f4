"""The figures of a draft beside those of the last report of the same issuer."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import Final

from corpus.records import Report, Section
from search.changes.compared import compared
from web.changes.rows import FigureRow, Shown

MOST: Final = 200  # figures that are shown


def figures(text: str, last: Report, lang: str) -> list[FigureRow]:
    """Figures that changed, each with what stands before it in the draft and the address of the old
    one. The draft is compared as a report of one section; nothing leads into it."""
    draft = replace(last, id="", sections=(Section("0", 1, None, None, text),), tables=())
    rows = compared(last, draft).rows
    return list(islice(Shown(last, draft, rows, lang).figures(), MOST))
