"""Pieces that recognition sees become lines: upright, those beside each other on one."""

import math

import pytest

from corpus.load.scan.rows import level, pieces_of
from corpus.load.scan.seen import LEGIBLE, Seen, Sheet, confidence_of, legible
from corpus.sheet.printed import in_lines

SIZE = 20.0


def piece(text, x, y, *, tilt=0.0, confidence=0.99):
    """A piece whose characters are SIZE wide, its upper left corner at (x, y) before the sheet was
    turned by `tilt` degrees."""
    wide = SIZE * sum(0.5 if letter.isascii() else 1.0 for letter in text)
    turn = math.radians(tilt)
    corners = ((x, y), (x + wide, y), (x + wide, y + SIZE), (x, y + SIZE))
    turned = [(a * math.cos(turn) - b * math.sin(turn), a * math.sin(turn) + b * math.cos(turn)) for a, b in corners]
    return Seen(text, confidence, tuple(turned))


def lines_of(sheet):
    return in_lines(pieces_of(sheet))


def sheet(*pieces):
    return Sheet(0, 1000.0, 1400.0, 0.5, pieces)


@pytest.mark.parametrize("tilt", [0.0, 2.0, -3.0])
def test_a_sheet_that_lay_askew_is_set_straight(tilt):
    lines = ["全年办结行政复议案件五十二件，", "比上年增加七件，", "按期办结率百分之百。"]
    seen = [piece(text, 100, 100 + 40 * at, tilt=tilt) for at, text in enumerate(lines)]
    straight = level(seen)
    assert max(abs(one.corners[0][1] - one.corners[1][1]) for one in straight) < 0.5
    assert [line.text for line in lines_of(sheet(*reversed(seen)))] == lines


@pytest.mark.parametrize(
    ("pieces", "texts"),
    [
        ([piece("行政许可", 100, 100), piece("1,286", 300, 102), piece("件", 500, 99)], ["行政许可\t1,286\t件"]),
        ([piece("全年办结行政复议", 100, 100), piece("案件五十二件", 270, 103)], ["全年办结行政复议案件五十二件"]),
        ([piece("GDP", 100, 100), piece("2023", 155, 100)], ["GDP 2023"]),
        (
            [piece("左栏的一行字到这里为止。", 100, 100), piece("右栏的一行", 380, 108)],
            ["左栏的一行字到这里为止。\t右栏的一行"],
        ),
        ([piece("上一行", 100, 100), piece("下一行", 100, 118)], ["上一行", "下一行"]),
    ],
)
def test_pieces_beside_each_other_are_one_line(pieces, texts):
    assert [line.text for line in lines_of(sheet(*pieces))] == texts


def test_boxes_are_points_from_the_lower_left_corner():
    (line,) = lines_of(sheet(piece("（一）全面推进依法行政", 100, 200)))
    assert (line.left, line.right, line.bottom, line.top) == (45.0, 160.0, 590.0, 600.0)
    assert line.size == 10.0


def test_confidence_is_the_mean_over_characters():
    assert confidence_of([sheet(piece("三个字", 0, 0, confidence=1.0), piece("字", 0, 50, confidence=0.6))]) == 0.9
    assert confidence_of([sheet()]) is None


@pytest.mark.parametrize(("confidence", "unread"), [(LEGIBLE, False), (LEGIBLE - 0.01, True)])
def test_a_page_that_was_only_guessed_is_unread(confidence, unread):
    found = legible(sheet(piece("全年办结", 0, 0, confidence=confidence)))
    assert (found.unread, bool(found.pieces)) == (unread, not unread)
