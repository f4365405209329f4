"""The curve of a phrase as a drawing: what part of those held has said it by now, year by year.

No line runs through a year with fewer than FEW held: their points stand alone, with what they are
made of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from search.tables import CurveYear
from web.language.sentences import gettext

FEW: Final = 5
# Of the drawing, in units of it: the room for the axes, and for the curve.
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 220, 44, 12, 24, 24
LINES: Final = (0, 25, 50, 75, 100)  # percent
YEARS_NAMED: Final = 12  # as many years have room for their name
Stretch: TypeAlias = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Point:
    """A year: where it stands, what it says, and whether enough are held for a line."""

    x: float
    y: float
    name: str
    few: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the chart: its points, and the stretches between them that are drawn."""

    label: str
    points: tuple[Point, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """`ticks` are the years named under the axis, `levels` the lines of the grid with their
    percent."""

    curves: tuple[Curve, ...]
    ticks: tuple[tuple[float, int], ...]
    levels: tuple[tuple[float, int], ...]

    width, height, left, right, foot = WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, HEIGHT - 6

    @property
    def has_few(self) -> bool:
        """Whether any year has too few for a line."""
        return any(point.few for curve in self.curves for point in curve.points)


def chart(curves: Sequence[tuple[str, Sequence[CurveYear]]]) -> Chart | None:
    """The chart of one phrase or several; None where anybody is held in fewer than two years."""
    years = sorted({row.year for _, rows in curves for row in rows if row.held})
    if len(years) < 2:
        return None
    first, last = years[0], years[-1]

    def x(year: int) -> float:
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (year - first) / (last - first), 1)

    every = -(-len(years) // YEARS_NAMED)
    ticks = [(x(year), year) for place, year in enumerate(years[::-1]) if not place % every]
    drawn = [Curve(label, *_drawn(rows, x)) for label, rows in curves]
    return Chart(tuple(drawn), tuple(ticks[::-1]), tuple([(_y(level / 100), level) for level in LINES]))


def _drawn(rows: Sequence[CurveYear], x: Callable[[int], float]) -> tuple[tuple[Point, ...], tuple[Stretch, ...]]:
    points = [_point(row, x(row.year)) for row in rows if row.held]
    return tuple(points), tuple(_stretches(points))


def _stretches(points: Sequence[Point]) -> Iterator[Stretch]:
    for one, other in pairwise(points):
        if not (one.few or other.few):
            yield one.x, one.y, other.x, other.y


def _point(row: CurveYear, x: float) -> Point:
    values = {"year": row.year, "said": row.said_by, "held": row.held, "new": row.new}
    name = gettext("%(year)s 年：收录 %(held)s 个主体，%(said)s 个已经写到，其中新写到 %(new)s 个", **values)
    return Point(x, _y(row.said_by / row.held), name, row.held < FEW)


def _y(share: float) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (1 - share), 1)
