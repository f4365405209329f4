# ruff: noqa: E501  (lines are quoted as they stand)
"""The head of a page: what stays in front of a body, what goes, and where the body begins."""

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.strip.head import front_of
from corpus.title.printed import find_title

TITLE = "东湖县2023年法治政府建设年度报告"


@pytest.mark.parametrize(
    ("above", "front", "begins"),
    [
        ([TITLE], [], SENTENCE),
        (["首页 > 公开", TITLE, "来源：东湖县司法局 发布时间：2024-01-05"], ["来源：东湖县司法局 发布时间：2024-01-05"], SENTENCE),
        (["东 湖 县 人 民 政 府 文 件", "东湖政报〔2024〕8号", TITLE, "市委、市政府："], ["东 湖 县 人 民 政 府 文 件", "东湖政报〔2024〕8号", "市委、市政府："], SENTENCE),
        ([TITLE, "2024年1月5日", "打印 关闭"], ["2024年1月5日"], SENTENCE),
        # what opens a body stands in no menu
        ([TITLE, "引言"], [], "引言"),
        ([TITLE, "各位代表："], ["各位代表："], SENTENCE),
        # an unknown line under the title is the body's; one of the page's is not
        ([TITLE, "坚持党的领导"], [], "坚持党的领导"),
        ([TITLE, "（二〇二四年一月）"], [], SENTENCE),
        ([TITLE, "江西"], [], SENTENCE),
        (["要闻", "部门动态"], [], SENTENCE),
    ],
)  # fmt: skip
def test_above_a_body(above, front, begins):
    lines = weighed(*above, SENTENCE, SENTENCE)
    at = len(above)
    start, kept, _ = front_of(lines, (at, at + 2), find_title(lines, range(at), (), SENTENCE))
    assert (kept, lines[start].line.text) == (front, begins)


@pytest.mark.parametrize(
    ("above", "rule"),
    [("首页 > 公开", "breadcrumb"), ("分享到：", "tool"), ("南浦镇", "before the body"), (TITLE, "repeated title")],
)
def test_what_goes_says_why(above, rule):
    lines = weighed(above, TITLE, SENTENCE)
    _, _, dropped = front_of(lines, (2, 3), find_title(lines, range(1, 2), (), SENTENCE))
    assert [(trace.rule, trace.what) for trace in dropped] == [(rule, above)]


def test_a_letter_that_hands_the_report_over_stays_in_front():
    letter = ["市人民政府：", "现将我县2023年度法治政府建设情况报告报上，请审阅。", "附件：年度报告"]
    lines = weighed("首页 > 公开", *letter, TITLE, SENTENCE)
    title = find_title(lines, range(4, 5), (), SENTENCE)
    _, front, dropped = front_of(lines, (5, 6), title)
    assert [*front] == [letter[0], letter[1], letter[2]]
    assert [trace.what for trace in dropped] == ["首页 > 公开"]
