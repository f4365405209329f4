"""The pieces that recognition sees as the lines of a sheet: set upright, those beside each other on
one line.

A sheet that lay askew is turned until its lines are level. Boxes end where the ink does, so a line
that ends with a full-width mark is given the rest of the mark's square.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.load.scan.seen import Point, Seen, Sheet
from corpus.sheet.printed import Printed

# In heights of a character: a wider gap of ink parts the cells of a table or two columns, which have
# two between them. Pieces of one sentence are 0.7 apart at most: the square of a mark.
WIDE_GAP = 1.2
# Pieces whose heights overlap by such a share stand on one line.
ON_ONE_LINE = 0.5
# Shorter pieces, in pieces' heights, say nothing of how a sheet lies.
LONG = 4.0
# Characters from which on the length of a piece tells how large one is; before that its height does,
# which is so much larger.
FEWEST_UNITS, AROUND = 4, 1.2
_OPENING, _CLOSING = frozenset("（《〈“‘「『【〔［"), frozenset("，。、；：？！）》〉”’」』】〕］")
_MARK = 0.5  # of a full-width mark's square is empty


def lines_of(sheet: Sheet) -> list[Printed]:
    """The lines of the sheet from top to bottom, in points from its lower left corner."""
    upright = [_printed(sheet, piece) for piece in level(sheet.pieces)]
    return [_joined(row) for row in _rows(upright)]


def level(pieces: Sequence[Seen]) -> list[Seen]:
    """The pieces as they would lie on a sheet that lay straight."""
    slopes = [
        math.atan2(right[1] - left[1], right[0] - left[0])
        for left, right, _, lower in (piece.corners for piece in pieces)
        if right[0] - left[0] >= LONG * abs(lower[1] - left[1])
    ]
    if not slopes:
        return list(pieces)
    sine, cosine = math.sin(-median(slopes)), math.cos(-median(slopes))
    return [piece._replace(corners=tuple(_turned(at, sine, cosine) for at in piece.corners)) for piece in pieces]


def _turned(at: Point, sine: float, cosine: float) -> Point:
    return at[0] * cosine - at[1] * sine, at[0] * sine + at[1] * cosine


def _printed(sheet: Sheet, piece: Seen) -> Printed:
    across, down = zip(*piece.corners, strict=True)
    wide, units = max(across) - min(across), width_of(piece.text)
    size = wide / units if units >= FEWEST_UNITS else (max(down) - min(down)) / AROUND
    left, right = min(across), max(across)
    bottom, top, points = sheet.height - max(down), sheet.height - min(down), sheet.points
    return Printed(sheet.page, left * points, bottom * points, right * points, top * points, size * points, piece.text)


def width_of(text: str) -> float:
    """The width of a text in full-width characters.

    >>> width_of("共12件")
    3.0
    """
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" or letter in "“”‘’—…" else 0.5 for letter in text)


def _rows(pieces: Iterable[Printed]) -> Iterator[list[Printed]]:
    """Pieces on one line, from left to right."""
    row: list[Printed] = []
    for piece in sorted(pieces, key=lambda piece: -(piece.top + piece.bottom)):
        if row and not _beside(row[0], piece):
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _beside(one: Printed, other: Printed) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    return overlap >= ON_ONE_LINE * min(one.top - one.bottom, other.top - other.bottom)


def _joined(row: Sequence[Printed]) -> Printed:
    """The pieces of a line as one; where the gap is wide, a tab stands between them."""
    text, gaps = row[0].text, list[tuple[float, float]]()
    for before, piece in pairwise(row):
        wide = piece.left - before.right > WIDE_GAP * max(before.size, piece.size)
        gaps += [(_right(before), _left(piece))] if wide else []
        latin = before.text[-1:].isascii() and piece.text[:1].isascii()
        text += ("\t" if wide else " " if latin else "") + piece.text
    bottom, top = min(piece.bottom for piece in row), max(piece.top for piece in row)
    size = median(piece.size for piece in row)
    return Printed(row[0].page, _left(row[0]), bottom, _right(row[-1]), top, size, text, tuple(gaps))


def _left(piece: Printed) -> float:
    """Where the square of its first character begins."""
    return piece.left - (_MARK * piece.size if piece.text[:1] in _OPENING else 0.0)


def _right(piece: Printed) -> float:
    """Where the square of its last character ends."""
    return piece.right + (_MARK * piece.size if piece.text[-1:] in _CLOSING else 0.0)
