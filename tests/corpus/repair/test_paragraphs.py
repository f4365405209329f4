# ruff: noqa: E501  (text is quoted as it stands)
"""Repair: joins, spaces, marks, glued headings; and the many lines that must not change."""

import pytest

from corpus.records import Stripped, Trace
from corpus.repair.paragraphs import repair
from corpus.repair.spacing import is_ocr, without_ocr_spaces

LONG = "凡涉及人事、重大建设项目、重大决策和大额资金使用的事项，均经集体讨论决定，并由法律顾问出具意见，报送市司法局进行合法"


def repaired(*lines, receipt=()):
    return list(repair(Stripped((), None, (), lines, (), (), receipt))[0])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["（一）执法规范。"], ["（一）执法规范。"]),
        (["- (三)规范执法。", "* （四）普法。"], ["(三)规范执法。", "（四）普法。"]),
        (["## 一、成效", "**（一）执法**。严格规范。"], ["一、成效", "（一）执法。严格规范。"]),
        (
            ["- 第一项工作已经完成。", "一、成效。"],
            ["第一项工作已经完成。", "一、成效。"],
        ),  # bullets on half of the lines
        (
            ["(一)学习宣传贯彻精神,", "强化法治思维培育。高新区精心组织。"],
            ["(一)学习宣传贯彻精神,强化法治思维培育。高新区精心组织。"],
        ),
        (
            ["我局制定《重大行政决策", "程序规定》等制度。"],
            ["我局制定《重大行政决策", "程序规定》等制度。"],
        ),  # no evidence, no join
        (["按照会议要求，落实以下任务：", "一是加强领导。"], ["按照会议要求，落实以下任务：", "一是加强领导。"]),
        (["主要工业产品产量", "酒\t15", "罐头\t7"], ["主要工业产品产量", "酒\t15", "罐头\t7"]),
        (["关于我国防御区的确定", "和加强减灾工作的报告"], ["关于我国防御区的确定", "和加强减灾工作的报告"]),
    ],
)
def test_lines_to_paragraphs(lines, expected):
    assert repaired(*lines) == expected


def test_page_breaks_join_only_with_evidence_of_pages():
    lines = [LONG, "性审查。二是建立顾问制度。"]
    assert repaired(*lines) == lines
    assert repaired(*lines, receipt=(Trace("page number", "— 4 —"),)) == ["".join(lines)]


def test_hard_wrapped_lines_are_joined_to_paragraphs():
    text = ["    一、依法行政工作开展情况"]
    sentence = "全区坚持依法行政，办理行政复议案件五十二件，全部按期办结，群众满意度持续提升，没有发生重大违法案件，法治宣传覆盖所有村组。"
    paragraph = "    " + sentence * 3
    wrapped = [paragraph[at : at + 28] for at in range(0, len(paragraph), 28)]
    assert repaired(*text, *wrapped, *wrapped, "    二、不足") == [
        "一、依法行政工作开展情况",
        sentence * 3,
        sentence * 3,
        "二、不足",
    ]


def test_recognised_text_loses_its_spaces_and_nothing_else():
    line = "坚持把学习宣传作为重大政治任务抓紧抓实, 并将学习法治思 想纳入中心组必学内 容,紧扣省 委部署, 推动 68 项任务落 实见效,使用 ABC DEF 系统。"
    assert is_ocr([line] * 6)
    assert repaired(*[line] * 6)[0] == without_ocr_spaces(line)
    assert "ABC DEF" in without_ocr_spaces(line)
    assert "法治思想" in without_ocr_spaces(line)


@pytest.mark.parametrize(
    "line", ["《青岚市东湖区 青岚开发区应急预案》", "走访企业14 批次，使用 “云平台” 系统", "目　录", "引 言"]
)
def test_single_spaces_stay(line):
    assert repaired(line, *["没有空格的一段话，说明这份文件不是识别得来的。"] * 8)[0] == line


def test_a_page_in_one_line_is_split_at_its_headings():
    body = "2024年，我县依法行政，成效明显，现将情况报告如下：" + "全县各级各部门高度重视，狠抓落实。" * 8
    glued = f"{body} 一、工作成效。（一）执法规范。全年办案52件。（二）普法深入。开展宣传30场。二、存在不足。力量薄弱。三、下步打算。加强培训。"
    parts = repaired(glued)
    assert [part[:5] for part in parts] == [
        "2024年"[:5],
        "一、工作成",
        "（一）执法",
        "（二）普法",
        "二、存在不",
        "三、下步打",
    ]
    assert "".join(parts) == glued.replace(" ", "")


def test_enumerations_inside_a_paragraph_stay_whole():
    lines = ["一、成效", "二、不足", LONG + "，包括：一、修订办法；二、清理文件；三、公开目录。" + LONG]
    assert repaired(*lines) == lines


def test_every_change_leaves_a_trace():
    _, traces = repair(Stripped((), None, (), ("- (一)加强领导，", "健全机制。"), (), ()))
    assert {trace.rule for trace in traces} == {"converter's marks", "lines joined"}
