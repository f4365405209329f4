"""What a line weighs: sentences and headings speak for a body, furniture and links against it."""

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.line.weight import WEIGHTS, is_prose, weigh
from corpus.records import Line


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (SENTENCE, True),
        ("好的。", False),  # two characters are none
        ("工作推进有力。", True),  # short, but ended
        ("其中，农业增加值", False),
        ("加强领导；落实责任；强化督查；", True),
        ("现将有关情况报告如下：", False),  # too short for what has no full stop
        ("现将二〇二三年度有关情况报告如下：", True),
        ("东湖县2023年法治政府建设年度报告", False),
        ("东湖县人民政府关于2023年度法治政府建设和依法行政工作情况的报告", False),
        ("我县深入学习宣传贯彻法治思想，坚持把法治政府建设摆在突出位置，统筹推进各项重点任务落实", True),
    ],
)
def test_sentences(text, prose):
    assert is_prose(text) is prose


@pytest.mark.parametrize(
    ("line", "role", "prose", "heading", "speaks_for"),
    [
        (Line(SENTENCE), None, True, False, True),
        (Line("一、总体情况"), None, False, True, True),
        (Line("# 二、主要做法"), None, False, True, True),
        (Line("一、总体情况", linked=1.0), None, False, False, False),  # a menu's entry
        (Line(SENTENCE, linked=0.9), None, False, False, False),  # a list's entry
        (Line("2.统计表.doc"), "attached", False, False, False),
        (Line("当前位置：首页 > 公开"), "breadcrumb", False, False, False),
        (Line("主要工业产品产量"), None, False, False, False),
        (Line(""), "blank", False, False, False),
    ],
)
def test_lines(line, role, prose, heading, speaks_for):
    found = weigh(line)
    assert (found.role, found.prose, found.heading, found.weight > 0) == (role, prose, heading, speaks_for)


def test_a_longer_sentence_weighs_more_up_to_a_bound():
    short, long, glued = (weigh(Line(SENTENCE * times)).weight for times in (1, 4, 400))
    assert short < long < glued == weigh(Line(SENTENCE * 800)).weight
    assert weigh(Line(SENTENCE, linked=0.4)).weight < short


@pytest.mark.parametrize(
    ("lines", "roles"),
    [
        # a value below its key
        (["发布时间：", "2024-01-01"], ["metadata", "metadata"]),
        (["来源：", "县政府网站", "发布时间：2024-01-01"], ["metadata"] * 3),
        (["来源：", "", "县政府网站", "作者："], ["metadata", "blank", "metadata", "key"]),
        # words below a key may be the title where no other key follows
        (["来源：", "东湖县2023年法治政府建设年度报告", SENTENCE], ["key", None, None]),
        # pieces of a sentence that an extractor broke at its links
        (["根据", "《条例》", "，我局编制本报告。"], [None, None, None]),
        # what recurs between sentences is a watermark
        (["主办：东湖县人民政府", SENTENCE] * 3, ["watermark", None] * 3),
        (["主办：东湖县人民政府", SENTENCE] * 2, ["footer", None] * 2),
    ],
)
def test_lines_in_the_light_of_others(lines, roles):
    assert [line.role for line in weighed(*lines)] == roles


def test_pieces_of_a_sentence_are_sentences():
    assert [line.prose for line in weighed("根据", "《条例》", "，我局编制本报告。")] == [True] * 3


def test_no_kind_of_furniture_speaks_for_a_body():
    assert max(WEIGHTS.values()) == 0.0
