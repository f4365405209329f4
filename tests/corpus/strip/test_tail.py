"""The tail of a page: where a body ends, and what is kept behind it."""

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.strip.tail import back_of, is_signature

FOOT = ["主办：东湖县人民政府", "粤ICP备05026525号"]


@pytest.mark.parametrize(
    ("below", "back", "ends"),
    [
        ([], [], SENTENCE),
        (["东湖县人民政府", "2024年1月5日", *FOOT], ["东湖县人民政府", "2024年1月5日"], SENTENCE),
        (["东湖县人民政府2024年1月5日"], ["东湖县人民政府2024年1月5日"], SENTENCE),
        (["- 东湖县司法局", "二〇二四年一月五日"], ["东湖县司法局", "二〇二四年一月五日"], SENTENCE),
        (["（此件公开发布）", *FOOT], ["（此件公开发布）"], SENTENCE),
        # copies and the printing line are kept wherever they stand
        ([*FOOT, "抄送：市委依法治市办。"], ["抄送：市委依法治市办。"], SENTENCE),
        (["上一篇：没有了", "东湖县人民政府", "司法部"], [], SENTENCE),
        # a menu of names ends no body; a short last item is the body's
        (["司法部", "青岚市", "望溪区", "南浦镇"], [], SENTENCE),
        (["（三）其他工作情况3项"], [], "（三）其他工作情况3项"),
        (["12", "34", "56"], [], "56"),  # rows of a table
        (["12"], [], SENTENCE),  # a counter
        # what a seal leaves of its ring; the same amid the text is text
        (["管理委员会"], ["管理委员会"], SENTENCE),
        (["委员会"], ["委员会"], SENTENCE),
    ],
)
def test_below_a_body(below, back, ends):
    lines = weighed(SENTENCE, SENTENCE, *below)
    end, kept, _ = back_of(lines, (0, 2))
    assert (kept, lines[end - 1].line.text) == (back, ends)


@pytest.mark.parametrize(("last", "below", "end"), [("五、其他事项", "无", 2), (SENTENCE, "无", 1)])
def test_a_heading_alone_takes_the_line_below(last, below, end):
    assert back_of(weighed(last, below), (0, 1))[0] == end


def test_in_a_page_an_unknown_line_of_the_same_element_is_the_body_s():
    inside, beside = "div#zoom p", "div.menu a"
    assert back_of(weighed((SENTENCE, inside), ("司法部", inside)), (0, 1))[0] == 2
    assert back_of(weighed((SENTENCE, inside), ("司法部", beside)), (0, 1))[0] == 1


@pytest.mark.parametrize(
    ("line", "below", "signs"),
    [
        ("东湖县人民政府", ["2024年1月5日"], True),
        ("东湖县人民政府", ["", "（此件公开发布）"], True),
        ("东湖县人民政府", [], True),  # the page's last word
        ("东湖县人民政府", ["望溪区人民政府"], False),  # a menu
        ("司法部", ["2024年1月5日"], False),  # too short
        ("东湖县2023年法治政府建设年度报告", ["2024年1月5日"], False),
        (SENTENCE, ["2024年1月5日"], False),
    ],
)
def test_signatures(line, below, signs):
    assert is_signature(weighed(line, *below), 0) is signs
