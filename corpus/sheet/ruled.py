"""Tables by their rules: which lines drawn on a sheet part which cells, and what is printed in
them.

A cell is what no rule cuts; one that spans several rows or columns is one cell. A frame around text
is no table. Rejected: cells told by gaps alone (labels of two lines and narrow columns run into
each other).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from statistics import mean
from typing import NamedTuple

from corpus.grid import Box, Grid, rows_of
from corpus.sheet.printed import Printed, between, in_lines

# Points: rules so near are one, or meet; printers draw a rule as a thin box, and stop short of
# corners.
NEAR = 3.0
# Shorter strokes are dashes or parts of drawings.
SHORTEST = 6.0
# A rule parts two fields if it runs along so much of their common edge.
PARTS = 0.6
# So many rows and columns at least: one field is a frame, one row a box of remarks.
FEWEST_ROWS, FEWEST_COLUMNS = 2, 2
# Points: a head that no rule parts is no higher.
HIGHEST_HEAD = 60.0
# A sheet with more rules is a drawing.
MOST_RULES = 4000

# Left, lower, right and upper end of a stroke.
Rule = tuple[float, float, float, float]
# A field between neighbouring edges: its row, from above, and its column.
Field = tuple[int, int]


class _Stroke(NamedTuple):
    """A rule: where it runs across, and from where to where."""

    at: float
    start: float
    end: float


def with_tables(found: Sequence[Printed], rules: Sequence[Rule]) -> list[Printed]:
    """The pieces of a sheet with each ruled table in place of what is printed in it."""
    left = list(found)
    for across, down in _tables(rules) if len(rules) <= MOST_RULES else ():
        xs, ys = _edges(down, across), _edges(across, down)
        inside = [piece for piece in left if _within(piece, xs, ys)]
        if len(ys) <= FEWEST_ROWS or len(xs) <= FEWEST_COLUMNS or not inside:
            continue
        grid = _grid(_roots(xs, ys, across, down), xs, ys, inside)
        if sum(len(row) > 1 for row in rows_of(grid)) >= FEWEST_ROWS:
            left = [piece for piece in left if not _within(piece, xs, ys)]
            left.append(Printed(inside[0].page, xs[0], ys[0], xs[-1], ys[-1], 0.0, "", (), grid))
    return left


def separators(rules: Sequence[Rule]) -> list[Rule]:
    """The rules that run across by themselves: what stands below them is apart, as notes are."""
    across, down = _strokes(rules)
    alone = (stroke for stroke in across if not any(_meet(stroke, upright) for upright in down))
    return [(stroke.start, stroke.at, stroke.end, stroke.at) for stroke in alone]


def _strokes(rules: Sequence[Rule]) -> tuple[list[_Stroke], list[_Stroke]]:
    """The rules that run across and those that run down, each as one."""
    across = [_Stroke((b + t) / 2, x, r) for x, b, r, t in rules if t - b <= NEAR and r - x >= SHORTEST]
    down = [_Stroke((x + r) / 2, b, t) for x, b, r, t in rules if r - x <= NEAR and t - b >= SHORTEST]
    return _merged(across), _merged(down)


def _tables(rules: Sequence[Rule]) -> Iterator[tuple[list[_Stroke], list[_Stroke]]]:
    """Rules that touch each other, as those that run across and those that run down."""
    across, down = _strokes(rules)
    groups: list[tuple[list[_Stroke], list[_Stroke]]] = []
    for stroke in across:
        touched = [upright for upright in down if _meet(stroke, upright)]
        own = ([stroke], touched)
        for group in [g for g in groups if any(upright in g[1] for upright in touched)]:
            groups.remove(group)
            own = (own[0] + group[0], own[1] + [u for u in group[1] if u not in own[1]])
        groups.append(own)
    whole = [group for group in groups if group[1]]
    for (stroke,), _ in (group for group in groups if not group[1]):
        over = (crossing for crossing, _ in whole if any(_is_over(stroke, other) for other in crossing))
        next(over, []).append(stroke)
    yield from (group for group in whole if len(group[0]) > 1)


def _is_over(stroke: _Stroke, other: _Stroke) -> bool:
    """Is a rule that touches none the next of a table, as over a head that no rule parts?"""
    same = abs(stroke.start - other.start) <= NEAR and abs(stroke.end - other.end) <= NEAR
    return same and 0 < abs(stroke.at - other.at) <= HIGHEST_HEAD


def _merged(strokes: list[_Stroke]) -> list[_Stroke]:
    """Strokes on one line that touch or overlap, as one."""
    runs: list[list[_Stroke]] = []
    for line in _in_line(strokes):
        end = float("-inf")
        for stroke in sorted(line, key=lambda stroke: stroke.start):
            if stroke.start > end + NEAR:
                runs.append([])
            runs[-1].append(stroke)
            end = max(end, stroke.end) if len(runs[-1]) > 1 else stroke.end
    return [_Stroke(mean(s.at for s in run), min(s.start for s in run), max(s.end for s in run)) for run in runs]


def _in_line(strokes: list[_Stroke]) -> list[list[_Stroke]]:
    """The strokes by the line they lie on."""
    lines: list[list[_Stroke]] = []
    for stroke in sorted(strokes):
        if lines and stroke.at - lines[-1][0].at <= NEAR:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    return lines


def _meet(across: _Stroke, down: _Stroke) -> bool:
    reached = down.start - NEAR <= across.at <= down.end + NEAR
    return reached and across.start - NEAR <= down.at <= across.end + NEAR


def _edges(strokes: Sequence[_Stroke], crossing: Sequence[_Stroke]) -> list[float]:
    """Where fields begin and end, in order; the ends of what crosses close an open side."""
    ends = (min(stroke.start for stroke in crossing), max(stroke.end for stroke in crossing))
    edges: list[float] = []
    for at in sorted([*(stroke.at for stroke in strokes), *ends]):
        if not edges or at - edges[-1] > NEAR:
            edges.append(at)
    return edges


def _middle(piece: Printed) -> tuple[float, float]:
    return (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2


def _within(piece: Printed, xs: Sequence[float], ys: Sequence[float]) -> bool:
    x, y = _middle(piece)
    return piece.grid is None and xs[0] < x < xs[-1] and ys[0] < y < ys[-1]


def _roots(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[_Stroke], down: Sequence[_Stroke]
) -> dict[Field, Field]:
    """Every field between neighbouring edges, the uppermost row first, with the one that stands for
    its cell."""
    high, wide = len(ys) - 1, len(xs) - 1
    owner = {(row, column): (row, column) for row in range(high) for column in range(wide)}

    def root(field: Field) -> Field:
        while owner[field] != field:
            field = owner[field]
        return field

    for row, column in list(owner):
        low, up = ys[high - row - 1], ys[high - row]
        if column + 1 < wide and not _parted(down, xs[column + 1], (low, up)):
            owner[root((row, column + 1))] = root((row, column))
        if row + 1 < high and not _parted(across, low, (xs[column], xs[column + 1])):
            owner[root((row + 1, column))] = root((row, column))
    return {field: root(field) for field in owner}


def _parted(strokes: Sequence[_Stroke], at: float, span: tuple[float, float]) -> bool:
    """Is there a rule at `at` along the common edge of two fields?"""
    near = [stroke for stroke in strokes if abs(stroke.at - at) <= NEAR]
    along = sum(max(0.0, min(stroke.end, span[1]) - max(stroke.start, span[0])) for stroke in near)
    return along >= PARTS * (span[1] - span[0])


def _grid(roots: dict[Field, Field], xs: Sequence[float], ys: Sequence[float], inside: Sequence[Printed]) -> Grid:
    held: dict[Field, list[Printed]] = {}
    for piece in inside:
        x, y = _middle(piece)
        column, row = bisect_right(xs, x) - 1, len(ys) - 1 - bisect_right(ys, y)
        held.setdefault(roots[row, column], []).append(piece)
    fields: dict[Field, list[Field]] = {}
    for field, key in roots.items():
        fields.setdefault(key, []).append(field)
    return tuple(sorted(_box(own, held.get(key, [])) for key, own in fields.items()))


def _box(fields: Sequence[Field], held: Sequence[Printed]) -> Box:
    (top, left), (bottom, right) = map(min, zip(*fields, strict=True)), map(max, zip(*fields, strict=True))
    text = ""
    for line in in_lines(held):
        words = " ".join(line.text.split())
        text += between(text, words) + words
    return Box(top, left, bottom - top + 1, right - left + 1, text)
