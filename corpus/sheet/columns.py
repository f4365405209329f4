"""Sheets that are printed in two columns: the left one is read first, then the right one, between
lines that go across.

Told by where lines stand: hardly any crosses the middle, and on both sides stand many that fill
their column. Cells of a table do not: they are short. Rejected: the order in which a file writes
its text, which is row by row as often as column by column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from corpus.sheet.printed import Printed, in_lines, pieces

# Where the gutter may lie, in shares of the printed width, and how finely it is looked for, in
# points.
MIDDLE, STEP = (0.35, 0.65), 2.0
# At most such a share of the lines crosses it.
MOST_CROSSING = 0.2
# So many lines in one column and in the other, which may end early, so long on average, and filling
# such a share of their column, make columns of text.
FEWEST_LINES, FEWEST_BESIDE, SHORTEST_LINE, FILLED = 8, 4, 9, 0.75


def in_reading_order(page: Sequence[Printed]) -> list[list[Printed]]:
    """The page's lines as blocks to be read one after the other; one block, as it is, where there
    are no columns."""
    found = [piece for line in page for piece in pieces(line)]
    gutter = _gutter(found)
    if gutter is None:
        return [list(page)]
    blocks: list[list[Printed]] = []
    for crossing, group in groupby(sorted(found, key=lambda p: -p.top), key=lambda p: _crosses(p, gutter)):
        own = list(group)
        if crossing:
            blocks.append(in_lines(own))
        else:
            blocks.append(in_lines(piece for piece in own if _middle(piece) <= gutter))
            blocks.append(in_lines(piece for piece in own if _middle(piece) > gutter))
    return [block for block in blocks if block]


def _crosses(line: Printed, gutter: float) -> bool:
    """Does it reach into both columns? An overfull line ends in the gutter."""
    reach = max(line.size, STEP)
    return line.left < gutter - reach and line.right > gutter + reach


def _middle(piece: Printed) -> float:
    return (piece.left + piece.right) / 2


def _gutter(found: Sequence[Printed]) -> float | None:
    """Where the columns part, in points; None where there are none."""
    if sum(piece.grid is None for piece in found) < FEWEST_LINES:
        return None
    start, end = min(piece.left for piece in found), max(piece.right for piece in found)
    tries = [start + share * (end - start) for share in _shares(end - start)]
    if not tries:
        return None
    crossing = {at: sum(_crosses(piece, at) for piece in found) for at in tries}
    least = min(crossing.values())
    best = [at for at in tries if crossing[at] == least]
    gutter = best[len(best) // 2]
    if least > MOST_CROSSING * len(found):
        return None
    within = [piece for piece in found if not _crosses(piece, gutter)]
    sides = [p for p in within if _middle(p) <= gutter], [p for p in within if _middle(p) > gutter]
    long = any(piece.grid is not None for piece in within) or max(map(len, sides)) >= FEWEST_LINES
    return gutter if long and all(_is_column(side) for side in sides) else None


def _shares(width: float) -> list[float]:
    steps = int((MIDDLE[1] - MIDDLE[0]) * width / STEP)
    return [MIDDLE[0] + number * STEP / width for number in range(steps)]


def _is_column(side: Sequence[Printed]) -> bool:
    """Do most lines fill the column, as text does, or does a table?"""
    texts = [piece for piece in side if piece.grid is None]
    if not side or (len(texts) < FEWEST_BESIDE and len(texts) == len(side)):
        return False
    width = max(piece.right for piece in side) - min(piece.left for piece in side)
    if any(piece.grid is not None and piece.right - piece.left >= FILLED * width for piece in side):
        return True
    long = median(len(piece.text) for piece in texts) >= SHORTEST_LINE if texts else False
    return long and median(piece.right - piece.left for piece in texts) >= FILLED * width
