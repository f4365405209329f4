"""Where a body is: the heaviest run of lines."""

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.strip.span import body_span

MENU = ["首页 > 政务公开", "要闻", "部门动态"]
FOOT = ["主办：东湖县人民政府", "粤ICP备05026525号"]
CELLS = ["自然人", "商业企业", "12", "0"] * 60
REPORT = ["一、总体情况", SENTENCE, "二、存在问题", SENTENCE]


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (REPORT, REPORT),
        ([*MENU, *REPORT, *FOOT], REPORT),
        # a notice in sentences, the menu, the report
        (["您的浏览器版本过低，请升级浏览器以获得更好体验。", *MENU * 4, *REPORT, *FOOT], REPORT),
        # a table between chapters costs less than the second chapter brings
        ([*MENU, *REPORT, *CELLS, "三、下步打算", SENTENCE, *FOOT], [*REPORT, *CELLS, "三、下步打算", SENTENCE]),
        # the chapter that the count lacks behind a table
        ([*MENU, *REPORT, *CELLS, "三、其他", *FOOT], [*REPORT, *CELLS, "三、其他"]),
        ([SENTENCE, "一、总体情况", *CELLS, "二、存在问题", SENTENCE], None),
        (MENU + FOOT, []),
        (["一、总体情况", "二、存在问题"], []),  # headings alone
        ([], []),
    ],
)
def test_the_heaviest_run(lines, body):
    span = body_span(weighed(*lines))
    assert (lines[slice(*span)] if span else []) == (lines if body is None else body)


def test_a_count_is_followed_only_so_far():
    far = [*REPORT, *["自然人"] * 700, "三、其他"]
    start, end = body_span(weighed(*far))
    assert far[start:end] == REPORT
