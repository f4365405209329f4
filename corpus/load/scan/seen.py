"""What text recognition sees on a sheet: pieces of text with their corners and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

Point = tuple[float, float]
# How sure recognition is at least of a page that can be read. Of the pages drawn ever worse
# (benchmarks/README.md) those at 0.87 and more had 83 % and more of their characters right, those
# at 0.61 and less under 50 %.
LEGIBLE = 0.7


class Seen(NamedTuple):
    """A piece of text: its four `corners` from the upper left one clockwise, in pixels from the picture's
    upper left corner; `confidence` 0–1."""

    text: str
    confidence: float
    corners: tuple[Point, ...]


class Sheet(NamedTuple):
    """A recognised page: its number from 0, the size of its picture in pixels, how many points a
    pixel is, and what was seen. `unread` where the page could not be made a picture."""

    page: int
    width: float
    height: float
    points: float
    pieces: tuple[Seen, ...] = ()
    unread: bool = False

    @classmethod
    def from_plain(cls, values: Sequence[Any]) -> Sheet:
        """What JSON made of a sheet, read back."""
        page, width, height, points, pieces, unread = values
        seen = tuple(Seen(text, confidence, tuple((x, y) for x, y in corners)) for text, confidence, corners in pieces)
        return cls(page, width, height, points, seen, unread)


def legible(sheet: Sheet) -> Sheet:
    """The sheet, or, where recognition only guessed, the sheet as one that could not be read."""
    sure = confidence_of([sheet])
    return sheet if sure is None or sure >= LEGIBLE else sheet._replace(pieces=(), unread=True)


def confidence_of(sheets: Sequence[Sheet]) -> float | None:
    """How sure all that was recognised is: the mean over its characters, 0–1; None for nothing."""
    pieces = [piece for sheet in sheets for piece in sheet.pieces]
    characters = sum(len(piece.text) for piece in pieces)
    return round(sum(len(p.text) * p.confidence for p in pieces) / characters, 3) if characters else None
