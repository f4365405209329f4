"""A line printed on a sheet, with its box: what a PDF's text layer gives, and what text recognition
gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.grid import Grid

# In heights of a character: a wider gap parts the cells of a row; a narrower one may still be that
# between two columns of text, or else a space.
WIDE_GAP, GAP = 1.6, 0.9
# Pieces stand on one line if they share so much of the lower one's height.
SAME_LINE = 0.5


class Printed(NamedTuple):
    """A line on a sheet: its text, what wide gaps part in it by tabs, and its box.

    `page` counts from 0. `left`, `bottom`, `right`, `top` are measured from the sheet's lower left
    corner, `size` is the height of its characters, all in one unit (points, or pixels). `parts` are
    what wide gaps part, be they between cells or between columns. `grid` is a table that stands
    there; then there is no text.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str
    parts: tuple[Printed, ...] = ()
    grid: Grid | None = None

    @property
    def is_row(self) -> bool:
        """Is it a table, or a row of one?"""
        return self.grid is not None or "\t" in self.text


def pieces(line: Printed) -> tuple[Printed, ...]:
    """The line cut at its wide gaps."""
    return line.parts or (line,)


def in_lines(found: Iterable[Printed]) -> list[Printed]:
    """Pieces as lines, from top to bottom: what stands on one line is one, with tabs for wide gaps.

    >>> [line.text for line in in_lines([Printed(0, 90, 0, 99, 10, 10, "2"), Printed(0, 9, 1, 39, 11, 10, "办结")])]
    ['办结\\t2']
    """
    lines: list[list[Printed]] = []
    for piece in sorted(found, key=lambda piece: (-piece.top, piece.left)):
        near = next((line for line in reversed(lines[-3:]) if _beside(line, piece)), None)
        if near is None:
            lines.append([piece])
        else:
            near.append(piece)
    return [_line(sorted(line, key=lambda piece: piece.left)) for line in lines]


def _beside(line: Sequence[Printed], piece: Printed) -> bool:
    """Does the piece stand on the line of the others, over none of them?"""
    first = line[0]
    if piece.grid is not None or first.grid is not None:
        return False
    shared = min(first.top, piece.top) - max(first.bottom, piece.bottom)
    low = min(first.top - first.bottom, piece.top - piece.bottom)
    apart = all(piece.left >= other.right - low / 2 or piece.right <= other.left + low / 2 for other in line)
    return apart and shared >= SAME_LINE * low


def _line(found: Sequence[Printed]) -> Printed:
    """The pieces of a line, from left to right, as one, in the type of the largest: marks beside it
    are raised."""
    parts, text = [found[0]], found[0].text
    for before, piece in pairwise(found):
        gap = (piece.left - before.right) / (min(before.size, piece.size) or 1.0)
        if gap > GAP:
            text += ("\t" if gap > WIDE_GAP else " ") + piece.text
            parts.append(piece)
        else:
            text += between(before.text, piece.text) + piece.text
            parts[-1] = _joined(parts[-1], piece)
    whole = _joined(*parts)._replace(text=text)
    return whole._replace(parts=tuple(parts)) if len(parts) > 1 else whole


def _joined(*parts: Printed) -> Printed:
    largest = max(parts, key=lambda part: (part.size, len(part.text)))
    text = parts[0].text + "".join(between(a.text, b.text) + b.text for a, b in pairwise(parts))
    return largest._replace(text=text, left=parts[0].left, right=max(part.right for part in parts))


def between(above: str, text: str) -> str:
    """What joins two stretches of one sentence: a space between Latin words, else nothing."""
    return " " if re.search(r"[A-Za-z]$", above) and re.match(r"[A-Za-z]", text) else ""
