"""The pieces that recognition sees as pieces of printed lines: set upright, each with the size of its
characters.

A sheet that lay askew is turned until its lines are level. Boxes end where the ink does, so a line
that begins or ends with a full-width mark is given the rest of the mark's square.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from statistics import median

from corpus.load.scan.seen import Point, Seen, Sheet
from corpus.sheet.printed import SAME_LINE, Printed

# Shorter pieces, in pieces' heights, say nothing of how a sheet lies.
LONG = 4.0
# Characters from which on the length of a piece tells how large one is; before that its height
# does, which is so much larger.
FEWEST_UNITS, AROUND = 4, 1.2
_OPENING, _CLOSING = frozenset("（《〈“‘「『【〔［"), frozenset("，。、；：？！）》〉”’」』】〕］")
HALF = 0.5  # of a square is the width of a letter or figure
_MARK = 0.5  # of a full-width mark's square is empty


def pieces_of(sheet: Sheet) -> list[Printed]:
    """The pieces of the sheet's lines, in points from its lower left corner."""
    upright = [_printed(sheet, piece) for piece in level(sheet.pieces)]
    return [_squared(piece, upright) for piece in upright]


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
    bottom, top, points = sheet.height - max(down), sheet.height - min(down), sheet.points
    edges = min(across) * points, bottom * points, max(across) * points, top * points
    return Printed(sheet.page, *edges, size * points, piece.text)


def width_of(text: str) -> float:
    """The width of a text in full-width characters.

    >>> width_of("共12件")
    3.0
    """
    return sum(1.0 if unicodedata.east_asian_width(letter) in "WF" or letter in "“”‘’—…" else HALF for letter in text)


def _squared(piece: Printed, others: Iterable[Printed]) -> Printed:
    """The piece with the squares of the marks at its ends; where nothing stands beside it, for the
    gap between two columns is told by their ink."""
    line = [other for other in others if other is not piece and _shares_line(piece, other)]
    before = any(other.left < piece.left for other in line)
    behind = any(other.left > piece.left for other in line)
    opens, closes = piece.text[:1] in _OPENING and not before, piece.text[-1:] in _CLOSING and not behind
    left, right = piece.left - _MARK * piece.size * opens, piece.right + _MARK * piece.size * closes
    return piece._replace(left=left, right=right)


def _shares_line(one: Printed, other: Printed) -> bool:
    low = min(one.top - one.bottom, other.top - other.bottom)
    return min(one.top, other.top) - max(one.bottom, other.bottom) >= SAME_LINE * low
