"""Lines broken by a width or a page: when the next one goes on, and when it does not."""

import pytest

from corpus.repair.wraps import Wrapping, joined, wrapping_of

PLAIN = Wrapping(None, False, False)
BROKEN = Wrapping(None, False, True)
WRAPPED = Wrapping(20, False, False)
INDENTED = Wrapping(20, True, False)
FULL = "全县各级行政机关坚持依法行政扎实推进各项"  # twenty characters


@pytest.mark.parametrize(
    ("above", "line", "wrapping", "goes_on"),
    [
        ("强化法治思维培育，", "精心组织学习。", PLAIN, True),
        ("各项工作取得成效。", "全年办案52件。", PLAIN, False),
        ("坚持依法行政", "全年办案52件。", PLAIN, False),  # merely lacks its full stop
        ("坚持依法行政", "，全年办案52件。", PLAIN, True),
        ("其中、", "全年办案52件。", PLAIN, False),  # a label
        ("坚持依法行政，", "二、存在问题", PLAIN, False),
        ("坚持依法行政，", "一是执法力量薄弱。", PLAIN, False),
        ("项目\t金额", "，合计\t52", PLAIN, False),  # rows of a table
        (FULL, "工作。", WRAPPED, True),
        (FULL[:12], "工作。", WRAPPED, False),  # falls short of the width
        (FULL[:-1] + "。", "又一段。", WRAPPED, False),
        (FULL, "　　又一段。", INDENTED, False),
        (
            FULL[:-1] + "。",
            "一是没有缩进的行。",
            INDENTED,
            True,
        ),  # indents tell paragraphs, whatever a line begins with
        (FULL * 3, "工作。", BROKEN, True),
        (FULL[:12], "工作。", BROKEN, False),  # a heading or a caption
    ],
)
def test_two_lines(above, line, wrapping, goes_on):
    assert joined(above, line, "", above, wrapping) is goes_on


@pytest.mark.parametrize(("gap", "goes_on"), [("page", True), ("", False)])
def test_at_the_end_of_a_page_less_is_enough(gap, goes_on):
    above = "全县各级行政机关坚持依法行政扎实推进各项任务落地"
    assert joined(above, "见效。", "", above, BROKEN, gap) is goes_on


def test_a_figure_between_the_words_of_a_sentence():
    assert joined("地区生产总值增长", "9.3", "％，其中农业增长", "地区生产总值增长", PLAIN)
    assert joined("9.3", "％，其中农业增长", "", "地区生产总值增长9.3", PLAIN)
    assert not joined("地区生产总值", "9.3", "总人口", "地区生产总值", PLAIN)


@pytest.mark.parametrize(
    ("lines", "width", "indented"),
    [
        ([FULL] * 9, 20, False),
        ([FULL] * 7, None, False),  # too few
        ([FULL[:10]] * 9, None, False),  # cells of a table
        ([FULL] * 9 + [FULL * 2] * 5, None, False),  # and longer lines besides
        (["　　" + FULL[:-2], FULL, FULL] * 4, 20, True),
        ([(FULL * 3)[: 14 + 3 * n] for n in range(12)], None, False),  # all lengths
        ([FULL[:-1] + "。"] * 9, None, False),  # ended lines say nothing
    ],
)
def test_the_width_of_a_document(lines, width, indented):
    assert wrapping_of(lines, False) == Wrapping(width, indented, False)


def test_paragraphs_that_stand_apart_by_empty_lines():
    lines = [FULL, FULL, FULL[:-1] + "。"] * 8
    gaps = ["blank", "", ""] * 8
    assert wrapping_of(lines, False, gaps).block == 20
    assert wrapping_of(lines, False, [""] * 24).block is None
