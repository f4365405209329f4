"""A text set for reading, cut where what it shares begins and ends: formula, shared, its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from search.across.passages import Stretch


class Piece(NamedTuple):
    """A stretch of a paragraph; `kind`: "formula", "shared" or "" where nobody else has it."""

    text: str
    kind: str


def set_draft(text: str, stretches: Sequence[Stretch]) -> list[list[Piece]]:
    """The paragraphs of a text, each cut into pieces; empty ones are left out.

    >>> set_draft("我区坚持党的领导。\\n\\n办结", [Stretch(2, 8, True)])[0][1]
    Piece(text='坚持党的领导', kind='formula')
    """
    found, begin = [], 0
    for line in text.split("\n"):
        end = begin + len(line)
        inside = [each for each in stretches if each.start < end and each.end > begin]
        if line.strip():
            found.append(_pieces(text, begin, end, inside))
        begin = end + 1
    return found


def _pieces(text: str, begin: int, end: int, stretches: Sequence[Stretch]) -> list[Piece]:
    pieces, here = [], begin
    for each in stretches:
        start, stop = max(each.start, begin), min(each.end, end)
        if start > here:
            pieces.append(Piece(text[here:start], ""))
        pieces.append(Piece(text[start:stop], "formula" if each.is_formula else "shared"))
        here = stop
    return [*pieces, Piece(text[here:end], "")] if here < end else pieces
