"""Figures beside what they were, and when they may be subtracted."""

import pytest
from material.few_reports import report

from search.changes.figures import beside
from search.changes.sentence import sentences
from search.changes.worded import worded


def one(text):
    return next(sentences(report("1", text)))


CASES = (
    ("进出口总额1.15万亿美元。", "进出口总额1.42万亿美元。", [("1.15万亿美元", "1.42万亿美元", 270_000_000_000)]),
    ("(4)建立入企检查登记制度。", "建立入企检查登记制度，登记27次。", [(None, "27次", None)]),
    ("编制执法程序“二十问”。", "编制执法程序“三十问”。", []),
    ("增长百分之二十一点一。", "增长百分之十八。", [("百分之二十一点一", "百分之十八", -3.1)]),
    ("办理37份。", "办理五十二份。", [("37份", "五十二份", 15)]),
    ("全年办理许可37份。", "全年办理许可37件。", [("37份", "37件", None)]),
    ("办理37份。", "受理37件。", [(None, "37件", None), ("37份", None, None)]),
    ("拨打12345热线。", "拨打12346热线。", [("12345", "12346", None)]),
    ("改造2600多万套。", "改造620多万套。", [("2600多万套", "620多万套", -19_800_000)]),
    ("定于3月办理。", "定于5月办理。", [("3月", "5月", None)]),
    ("公布第三批清单。", "公布第五批清单。", [("第三批", "第五批", None)]),
    ("罚款3件，警告5件。", "警告7件，罚款2件。", [("5件", "7件", 2), ("3件", "2件", -1)]),
)


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_beside(old, new, expected):
    found = [
        (each.old and each.old.text, each.new and each.new.text, each.difference) for each in beside(one(old), one(new))
    ]
    assert [(a, b, None if c is None else float(c)) for a, b, c in found] == [
        (a, b, None if c is None else float(c)) for a, b, c in expected
    ]


def test_years_are_told_apart():
    found = beside(one("2019年办理37份。"), one("2020年办理52份。"))
    assert [(each.is_year, each.difference) for each in found] == [(True, None), (False, 15)]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("全年办理37份，提速。", "全年办理52份，提速。", "全年办理[-37份]{+52份}，提速。"),
        ("办理37份。", "办理三十七份。", "办理三十七份。"),
        ("审批提速。", "审批 提 速！", "审批 提 速[-。]{+！}"),
        ("推行告知承诺制。", "继续推行告知承诺制。", "{+继续}推行告知承诺制。"),
        ("甲。", "乙。", "[-甲]{+乙}。"),
    ],
)
def test_word_by_word(old, new, said):
    ours, theirs = one(old), one(new)
    ops = worded(ours, theirs)
    signs = {"=": "%s", "-": "[-%s]", "+": "{+%s}"}
    assert "".join(ours.text[op.old_start : op.old_end] for op in ops) == old
    assert "".join(theirs.text[op.new_start : op.new_end] for op in ops) == new
    shown = [theirs.text[op.new_start : op.new_end] or ours.text[op.old_start : op.old_end] for op in ops]
    assert "".join(signs[op.sign] % text for op, text in zip(ops, shown, strict=True)) == said
