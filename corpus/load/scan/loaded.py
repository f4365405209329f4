"""Recognised sheets as what cleaning wants: lines, and a receipt that says where each was read and
how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.load.scan.seen import Seen, Sheet
from corpus.records import Trace


def traces(sheets: Sequence[Sheet]) -> Iterator[Trace]:
    """What was recognised, piece by piece: page, box and confidence, and the text; then the pages
    that could not be read."""
    for sheet in sheets:
        yield from (Trace("recognised", _place(sheet, piece), piece.text) for piece in sheet.pieces)
    yield from (unread(sheet.page) for sheet in sheets if sheet.unread)


def unread(page: int) -> Trace:
    """A page, counted from 0, of which nothing is known."""
    return Trace("unread page", f"p{page + 1}")


def _place(sheet: Sheet, piece: Seen) -> str:
    """Page, left and upper edge, width and height in shares of the sheet, and the confidence:
    `p1 x0.119 y0.066 w0.629 h0.020 c0.998`. Each figure has its letter, so that no row of them
    looks like a number of a person."""
    across, down = zip(*piece.corners, strict=True)
    left, top, width, height = min(across), min(down), max(across) - min(across), max(down) - min(down)
    shares = (("x", left / sheet.width), ("y", top / sheet.height), ("w", width / sheet.width))
    rest = (("h", height / sheet.height), ("c", piece.confidence))
    return " ".join([f"p{sheet.page + 1}", *(f"{name}{value:.3f}" for name, value in (*shares, *rest))])
