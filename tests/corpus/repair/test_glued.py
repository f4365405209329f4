"""Headings glued into a paragraph: split where they count on from one, and nowhere else."""

import pytest

from corpus.repair.glued import split_glued

LONG = "全县各级各部门高度重视，狠抓落实，" * 8


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            [f"{LONG}成效明显。 一、工作成效。力度加大。二、存在不足。力量薄弱。"],
            [f"{LONG}成效明显。", "一、工作成效。力度加大。", "二、存在不足。力量薄弱。"],
        ),
        (
            [f"一、工作成效。{LONG}（一）执法规范。办案52件。（二）普法深入。开展宣传。"],
            [f"一、工作成效。{LONG}（一）执法规范。办案52件。（二）普法深入。开展宣传。"],  # no end mark before （一）
        ),
        (
            [f"一、工作成效。{LONG}成效明显。（一）执法规范。办案52件。（二）普法深入。开展宣传。"],
            [f"一、工作成效。{LONG}成效明显。", "（一）执法规范。办案52件。", "（二）普法深入。开展宣传。"],
        ),
        # （一） right behind the words of a chapter
        (
            ["一、工作成效（一）执法规范。全年办案52件。（二）普法深入。开展宣传30场。", "二、存在不足"],
            ["一、工作成效", "（一）执法规范。全年办案52件。", "（二）普法深入。开展宣传30场。", "二、存在不足"],
        ),
        # one number is no row, nor is a count that does not begin at one
        ([f"{LONG}成效明显。一、工作成效。力度加大。"], None),
        ([f"{LONG}成效明显。三、工作成效。四、存在不足。"], None),
        ([f"{LONG}。一、二、三产业协调发展。二、三产业占比提高。"], None),
        # chapters stand on lines of their own: inside a paragraph 一、 enumerates
        (["一、总体情况", "二、主要做法", f"{LONG}分三步。一、调查。二、整改。"], None),
        (["成效明显。一、成效。二、不足。"], None),  # a short paragraph is no glued page
        ([], []),
    ],
)
def test_splitting(paragraphs, expected):
    traces = []
    found = split_glued(paragraphs, traces)
    assert found == (paragraphs if expected is None else expected)
    assert len(traces) == len(found) - len(paragraphs)
