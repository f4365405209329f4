"""The edges of a body, and what may go between its lines."""

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.strip.edges import inner, trimmed, without_second_copy

REPORT = ["一、总体情况", *[SENTENCE.replace("52", str(n)) for n in range(20)]]
NOTICE = "欢迎访问本站，请遵守有关规定。"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ([NOTICE, "首页 > 公开"], []),  # a breadcrumb cuts a notice off
        ([], ["主办：东湖县人民政府", NOTICE]),
        ([], ["东湖县人民政府", "2024年1月5日", NOTICE]),  # a signature does
        ([], ["自然人", "商业企业"]),  # what is neither sentence nor heading ends no body
    ],
)
def test_small_pieces_are_cut_off(above, below):
    lines = weighed(*above, *REPORT, *below)
    assert trimmed(lines, (0, len(lines))) == (len(above), len(above) + len(REPORT))


@pytest.mark.parametrize(
    "below",
    [
        ["主办：东湖县人民政府", SENTENCE * 4],  # a sentence too long for a notice
        ["主办：东湖县人民政府", *REPORT],  # half the report
    ],
)
def test_a_report_is_not_cut_in_two(below):
    lines = weighed(*REPORT, *below)
    assert trimmed(lines, (0, len(lines))) == (0, len(lines))


@pytest.mark.parametrize(
    ("again", "end"),
    [
        (REPORT, len(REPORT)),
        (REPORT[:5], len(REPORT)),
        ([REPORT[1]], len(REPORT) + 1),  # one sentence comes again by itself
        ([], len(REPORT)),
    ],
)
def test_a_body_that_is_there_twice(again, end):
    lines = weighed(*REPORT, *again)
    assert without_second_copy(lines, (0, len(lines))) == (0, end)


@pytest.mark.parametrize(
    ("between", "body", "gap", "moved"),
    [
        ([], [], "", []),
        ([""], [], "blank", []),
        (["— 4 —"], [], "page", []),
        (["打印 关闭"], [], "", []),
        (["答发人:陆某"], [], "", ["答发人:陆某"]),
        (["自然人"], ["自然人"], "", []),
        (["主办单位要落实责任。"], ["主办单位要落实责任。"], "", []),
    ],
)
def test_what_goes_between_two_sentences(between, body, gap, moved):
    found = inner(weighed(SENTENCE, *between, SENTENCE))
    assert found.body == [SENTENCE, *body, SENTENCE]
    assert (found.gaps[-1], found.moved) == (gap, moved)
    kept = len(found.body) + sum(not line for line in between)
    assert len(found.gone) == len(between) + 2 - kept


@pytest.mark.parametrize(
    ("above", "gone"), [("全县共有各类市场主体", False), (SENTENCE, False), (f"{SENTENCE}全县共有各类市场主体", True)]
)
def test_a_bare_number_goes_where_a_sentence_is_broken_off(above, gone):
    found = inner(weighed(above, "12", SENTENCE))
    assert ("12" not in found.body) is gone
