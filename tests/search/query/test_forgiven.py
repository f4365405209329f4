"""Typing that is forgiven: what was typed, how it is read, what is said, and the search that is
offered instead."""

import pytest

from search.query.read import parse

TYPED = [
    # an open quotation mark is closed at the end
    ("审计 “信访", "审计 且 “信访”", "引号 “ 没有配对，当作一直引到末尾", "审计 且 信访"),
    ('"审计 信访', "“审计信访”", '引号 " 没有配对，当作一直引到末尾', "审计 且 信访"),
    ("「审计*信访", "“审计…信访”", "引号 「 没有配对，当作一直引到末尾", "审计 且 信访"),
    ("标题:“审计 报告", "标题含“审计报告”", "引号 “ 没有配对，当作一直引到末尾", None),
    # dashes
    ("审计 –信访", "审计 且 不含信访", "“–”读作不含", "审计 且 信访"),
    ("−信访 审计", "不含信访 且 审计", "“−”读作不含", "信访 且 审计"),
    ("审计 ﹣“信访”", "审计 且 不含“信访”", "“﹣”读作不含", "审计 且 “﹣” 且 “信访”"),
    ("审计 OR –(信访 园区)", "审计 或 除去 （信访 且 园区）", "“–”读作不含", "审计 或 （信访 且 园区）"),
    ("审计 – 信访", "审计 且 “–” 且 信访", None, None),
    ("审计–信访", "审计 且 信访", None, None),
    ("审计 —信访", "审计 且 信访", None, None),
    # operators in lower case
    ("审计 or 信访", "审计 或 信访", "“or”读作或", "审计 且 or 且 信访"),
    ("审计 ｏｒ “信访”", "审计 或 “信访”", "“ｏｒ”读作或", "审计 且 ｏｒ 且 “信访”"),
    ("审计 not 信访", "审计 且 不含信访", "“not”读作不含", "审计 且 not 且 信访"),
    ("(审计) or (信访)", "审计 或 信访", "“or”读作或", "审计 且 or 且 信访"),
    ("title:审计 or year:2021", "标题含“审计” 或 年份为 2021", "“or”读作或", "标题含“审计” 且 or 且 年份为 2021"),
    ("审计 or -信访", "审计 或 不含信访", "“or”读作或", "审计 且 or 且 不含信访"),
    ("or 信访", "or 且 信访", None, None),
    ("not 信访", "not 且 信访", None, None),
    ("信访 or", "信访 且 or", None, None),
    ("信访 or OR 审计", "（信访 且 or） 或 审计", None, None),
    (r"信访 \or 审计", "信访 且 or 且 审计", None, None),
    ("信访 “or” 审计", "信访 且 “or” 且 审计", None, None),
    # operators without blanks
    ("行政复议|行政应诉", "行政复议 或 （行政 且 应诉）", "“|”读作或", "行政复议 且 行政 且 应诉"),
    ("行政复议｜信访", "行政复议 或 信访", "“｜”读作或", "行政复议 且 信访"),
    ("“行政复议”|“信访”", "“行政复议” 或 “信访”", "“|”读作或", "“行政复议” 且 “|” 且 “信访”"),
    ("行政复议~10案件", "“行政复议”与“案件”相隔不超过 10 字", "“~10”读作相隔的字数", "行政复议 且 10 且 案件"),
    ("行政复议～0“案件”", "“行政复议”与“案件”相隔不超过 0 字", "“～0”读作相隔的字数", "行政复议 且 0 且 “案件”"),
    ("约~10件", "约 且 10件（或写作 十件）", None, None),
    ("ab|cd", "ab 且 cd", None, None),
    ("第(一|二)项", "第 且 一 且 二 且 项", None, None),
    ("title:审计|信访", "标题含“审计|信访”", None, None),
    # the name of a part
    ("下年安排", "下年 且 安排", "“下年安排”也是报告的一个部分的名称", "部分为下年安排"),
    ("審計 舉措成效", "審計 且 舉措 且 成效", "“举措成效”也是报告的一个部分的名称", "審計 且 部分为举措成效"),
    ("part:下年安排", "部分为下年安排", None, None),
    ("“下年安排”", "“下年安排”", None, None),
    ("其他", "其他", None, None),
]


@pytest.mark.parametrize(("typed", "read", "note", "plainly"), TYPED)
def test_read_said_and_offered(typed, read, note, plainly):
    query = parse(typed)
    assert query.interpreted == read
    assert [each.text for each in query.notes] == ([note] if note else [])
    if plainly:
        assert parse(query.notes[0].q).interpreted == plainly


def test_without_blanks_behind_a_group():
    query = parse("(信访|审计)~3园区")
    assert query.interpreted == "“信访”与“园区”相隔不超过 3 字 或 “审计”与“园区”相隔不超过 3 字"
    assert [note.text for note in query.notes] == ["“|”读作或", "“~3”读作相隔的字数"]


def test_each_note_undoes_its_own_sign():
    query = parse("审计 or 信访 –园区 “企业")
    assert query.interpreted == "审计 或 （信访 且 不含园区 且 “企业”）"
    assert [parse(note.q).interpreted for note in query.notes] == [
        "审计 或 （信访 且 园区 且 “企业”）",
        "审计 或 （信访 且 不含园区 且 企业）",
        "审计 且 or 且 信访 且 不含园区 且 “企业”",
    ]


@pytest.mark.parametrize("typed", [row[0] for row in TYPED])
def test_what_is_offered_is_not_forgiven_again(typed):
    for note in parse(typed).notes:
        assert note.text not in [again.text for again in parse(note.q).notes]
