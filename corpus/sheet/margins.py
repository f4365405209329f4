"""Where lines begin and end on a sheet, and how large the type of its prose is.

Measured on the prose alone: a statutory table has more lines than all chapters together, in a
smaller type, and a rule of its indents would cut every paragraph behind its first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from statistics import median

from corpus.sheet.printed import Printed

# In heights of a character. A first line is indented by about two; more is centred, less is uneven
# printing.
INDENT_FROM, INDENT_TO = 1.3, 3.2
# So many indented lines show that paragraphs of a document are.
FEWEST_INDENTED = 3
# The share of steps from line to line that are the usual one or less; where paragraphs of one line
# stand apart, the middle step is that between two of them.
LEADING_SHARE = 0.25
# Lines so many times farther apart than usual are two paragraphs; so many show that paragraphs are
# told by space, where nothing is indented.
APART, FEWEST_APART = 1.3, 5
# A page with fewer lines has the margins of the whole document.
FEWEST_FOR_MARGINS = 6
# The share of lines that end before the right margin of a page, which a few stray ones overrun.
RIGHT_SHARE = 0.9
# Where fewer lines end together there, all of the block may be short.
FEWEST_FULL = 3
# Shorter lines (headings, cells without their neighbours) say nothing about the type of the prose.
SHORTEST_PROSE = 10
# Type is the same within this ratio: recognition measures a line of figures lower than one of Han.
SAME_SIZE = 1.2
# Left edges so near, in heights, are one margin; of a page of first lines such a share stands at it.
NEAR, FEW_SHARE = 0.5, 0.12


@dataclass(frozen=True, slots=True)
class Margins:
    """Where lines begin and end, and how high a character is, in points; `indented`: whether first
    lines are; `leading`: from one line's upper edge to the next one's."""

    left: float
    right: float
    size: float
    indented: bool = False
    leading: float = 0.0
    spaced: bool = False

    def is_apart(self, above: Printed, line: Printed) -> bool:
        """Is there more than a line's usual space between two lines of a page?"""
        return above.page == line.page and above.top - line.top > APART * self.leading > 0

    def indent(self, line: Printed) -> float:
        """How far the line begins from the margin, in heights of its characters."""
        return (line.left - self.left) / self._size(line)

    def short(self, line: Printed) -> float:
        """How far the line ends before the margin, in heights of its characters."""
        return (self.right - line.right) / self._size(line)

    def _size(self, line: Printed) -> float:
        """The line's own, but that of the prose where it is about that."""
        return self.size if alike(line.size, self.size) else line.size


def alike(size: float, other: float) -> bool:
    """Are two lines printed in one size of type?"""
    return size <= other * SAME_SIZE and other <= size * SAME_SIZE


def prose_size(lines: Sequence[Printed]) -> float:
    """The height of the type that most of the prose is printed in."""
    prose = [line for line in lines if not line.is_row and len(line.text) >= SHORTEST_PROSE]
    prose = prose or [line for line in lines if line.text]
    return median(line.size for line in prose for _ in line.text) if prose else 1.0


def margins_of(blocks: Sequence[Sequence[Printed]]) -> list[Margins]:
    """The margins of every block; odd and even sheets differ where they are bound."""
    size = prose_size([line for block in blocks for line in block]) or 1.0
    prose = [[line for line in block if not line.is_row and alike(line.size, size)] for block in blocks]
    of_all = _measured([line for lines in prose for line in lines] or [b for block in blocks for b in block], size)
    known = [_measured(lines, size) if len(lines) >= FEWEST_FOR_MARGINS else None for lines in prose]
    own = [_settled(m, lines or block, known, of_all) for m, lines, block in zip(known, prose, blocks, strict=True)]
    indents = sum(INDENT_FROM <= m.indent(line) <= INDENT_TO for m, p in zip(own, prose, strict=True) for line in p)
    indented, leading = indents >= FEWEST_INDENTED, _leading(prose)
    all_of = Margins(0.0, 0.0, size, indented, leading)
    apart = sum(all_of.is_apart(above, line) for lines in prose for above, line in pairwise(lines))
    spaced = not indented and apart >= FEWEST_APART
    return [replace(all_of, left=m.left, right=m.right, spaced=spaced) for m in own]


def _measured(lines: Sequence[Printed], size: float) -> Margins:
    return Margins(_left(lines, size), _right(lines), size)


def _settled(
    own: Margins | None, lines: Sequence[Printed], known: Sequence[Margins | None], of_all: Margins
) -> Margins:
    """A block's margins: its own, unless its lines are too few or only its first lines were seen.

    A block of few lines has those of the block that begins nearest to it: the foot of a column.
    """
    others = [margins for margins in known if margins is not None]
    if own is None:
        left = min(line.left for line in lines)
        return _moved(min(others, key=lambda m: abs(m.left - left), default=of_all), lines)
    shifts = [(m, (own.left - m.left) / own.size) for m in others if m.right >= own.right - own.size]
    wider = [m for m, shift in shifts if INDENT_FROM <= shift <= INDENT_TO]
    alike_left = any(m is not own and abs(m.left - own.left) <= NEAR * own.size for m in others)
    if wider and not alike_left:
        return max(wider, key=lambda m: m.right)
    full = sum(abs(line.right - own.right) <= own.size for line in lines)
    same = [own.right, *(m.right for m in others if full < FEWEST_FULL and abs(m.left - own.left) <= NEAR * own.size)]
    return replace(own, right=max(same))


def _moved(margins: Margins, lines: Sequence[Printed]) -> Margins:
    """Margins moved to where a few lines stand, if they overstep them: the other side of a bound
    sheet."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    short, long = left - margins.left, right - margins.right
    over = long > margins.size and short >= long - margins.size  # not one line that is overfull
    shift = short if short < -NEAR * margins.size else long if over else 0.0
    return replace(margins, left=margins.left + shift, right=margins.right + shift)


def _left(lines: Sequence[Printed], size: float) -> float:
    """The left edge that most lines share; or that of the few that stand an indent before them,
    where most lines are first ones."""
    lefts = sorted(line.left for line in lines)
    edges = [[other for other in lefts[at:] if other <= left + NEAR * size] for at, left in enumerate(lefts)]
    most = max(edges, key=len)
    few = (edge for edge in edges if len(edge) >= FEW_SHARE * len(lines))
    before = (edge for edge in few if INDENT_FROM <= (most[0] - edge[0]) / size <= INDENT_TO)
    return median(next(before, most))


def _right(lines: Sequence[Printed]) -> float:
    return sorted(line.right for line in lines)[ceil(RIGHT_SHARE * (len(lines) - 1))]


def _leading(blocks: Sequence[Sequence[Printed]]) -> float:
    steps = [a.top - b.top for block in blocks for a, b in pairwise(block) if a.top > b.top]
    return sorted(steps)[int(LEADING_SHARE * len(steps))] if steps else 0.0
