"""Sheets that are printed in two columns: the left one is read first, then the right one, between
lines that go across.

Told by where lines stand: hardly any crosses the middle, and on both sides stand many that fill
their column. Cells of a table do not: they are short. Rejected: the order in which a file writes
its text, which is row by row as often as column by column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from corpus.sheet.printed import Printed

# Where the gutter may lie, in shares of the printed width, and how finely it is looked for, in
# points.
MIDDLE, STEP = (0.35, 0.65), 2.0
# At most such a share of the lines crosses it.
MOST_CROSSING = 0.2
# So many lines on each side, so long on average, and filling such a share of their column, make
# columns of text.
FEWEST_LINES, SHORTEST_LINE, FILLED = 8, 9, 0.75


def in_reading_order(page: Sequence[Printed]) -> list[list[Printed]]:
    """The page's lines as blocks to be read one after the other; one block, as it is, where there
    are no columns."""
    pieces = [piece for line in page for piece in _pieces(line)]
    gutter = _gutter(pieces)
    if gutter is None:
        return [list(page)]
    blocks: list[list[Printed]] = [[]]
    left: list[Printed] = []
    right: list[Printed] = []
    for line in sorted(page, key=lambda line: -line.top):
        parts = [line] if not _crosses(line, gutter) else list(_pieces(line))
        if any(_crosses(part, gutter) for part in parts):
            blocks += [left, right]
            left, right = [], []
            blocks.append([line])
            continue
        for part in parts:
            (left if part.right <= gutter else right).append(part)
    return [block for block in (*blocks, left, right) if block]


def _pieces(line: Printed) -> Iterator[Printed]:
    """The line cut at its wide gaps."""
    texts = line.text.split("\t")
    if len(texts) != len(line.gaps) + 1:
        yield line
        return
    edges = [line.left, *(edge for gap in line.gaps for edge in gap), line.right]
    for text, left, right in zip(texts, edges[::2], edges[1::2], strict=True):
        yield line._replace(text=text, left=left, right=right, gaps=())


def _crosses(line: Printed, gutter: float) -> bool:
    return line.left < gutter < line.right


def _gutter(pieces: Sequence[Printed]) -> float | None:
    """Where the columns part, in points; None where there are none."""
    if len(pieces) < 2 * FEWEST_LINES:
        return None
    start, end = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    tries = [start + share * (end - start) for share in _shares(end - start)]
    if not tries:
        return None
    crossing = {at: sum(_crosses(piece, at) for piece in pieces) for at in tries}
    least = min(crossing.values())
    best = [at for at in tries if crossing[at] == least]
    gutter = best[len(best) // 2]
    if least > MOST_CROSSING * len(pieces):
        return None
    sides = [p for p in pieces if p.right <= gutter], [p for p in pieces if p.left >= gutter]
    return gutter if all(_is_column(side) for side in sides) else None


def _shares(width: float) -> list[float]:
    steps = int((MIDDLE[1] - MIDDLE[0]) * width / STEP)
    return [MIDDLE[0] + number * STEP / width for number in range(steps)]


def _is_column(side: Sequence[Printed]) -> bool:
    """Do most lines fill the column, as text does?"""
    if len(side) < FEWEST_LINES:
        return False
    width = max(piece.right for piece in side) - min(piece.left for piece in side)
    long = median(len(piece.text) for piece in side) >= SHORTEST_LINE
    return long and median(piece.right - piece.left for piece in side) >= FILLED * width
