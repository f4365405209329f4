"""Tables by their rules: cells, spans, frames that are none."""

import pytest

from corpus.grid import Box
from corpus.sheet.printed import Printed
from corpus.sheet.ruled import separators, with_tables


def piece(text, x, y, size=10):
    return Printed(0, x, y, x + size * len(text), y + size, size, text)


def box(x0, y0, x1, y1):
    return [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]


HEAD, LEFT, RIGHT = box(100, 140, 300, 170), box(100, 100, 200, 140), box(200, 100, 300, 140)
WORDS = [piece("情况", 110, 150), piece("受理", 110, 125), piece("数量", 110, 110), piece("52", 210, 115)]


def grid_of(rules, words=WORDS):
    return next((line.grid for line in with_tables(words, rules) if line.grid), None)


@pytest.mark.parametrize(
    "rules",
    [
        [*HEAD, *LEFT, *RIGHT, *box(100, 60, 200, 100), *box(200, 60, 300, 100)],
        # thin boxes for rules, that stop short of corners
        [
            (100, 169, 300, 171),
            (101, 139, 299, 141),
            (101, 99, 299, 101),
            (101, 59, 299, 61),
            (99, 60, 101, 170),
            (199, 60, 201, 139),
            (299, 60, 301, 170),
        ],
        # no rules at the sides
        [(100, 170, 300, 170), (100, 140, 300, 140), (100, 100, 300, 100), (100, 60, 300, 60), (200, 60, 200, 140)],
    ],
)
def test_cells_are_what_no_rule_cuts(rules):
    words = [*WORDS, piece("办结", 110, 75), piece("50", 210, 75)]
    assert grid_of(rules, words) == (
        Box(0, 0, 1, 2, "情况"),
        Box(1, 0, 1, 1, "受理数量"),
        Box(1, 1, 1, 1, "52"),
        Box(2, 0, 1, 1, "办结"),
        Box(2, 1, 1, 1, "50"),
    )


@pytest.mark.parametrize("rules", [[], HEAD, [*LEFT, *RIGHT], [(79, 150, 220, 150)], [*box(90, 90, 310, 180)]])
def test_a_frame_is_no_table(rules):
    assert grid_of(rules) is None


def test_a_rule_by_itself_is_a_separator():
    assert separators([(79, 50, 220, 50), *HEAD]) == [(79, 50, 220, 50)]
