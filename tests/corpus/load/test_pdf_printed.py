"""Printed reports whose layout has cut paragraphs or made headings of cells; all of it invented."""

import pytest

from corpus.clean import clean
from corpus.grid import Box
from corpus.records import Page
from corpus.sample.typeset import Block, Note, Style, typeset

pytest.importorskip("pypdfium2", reason="the extra `files` is not installed")
pytest.importorskip("reportlab", reason="reportlab writes the PDF files of these tests")

from benchmarks.drawn import pdf_of

LONG = "全镇各办所坚持依法行政，按照年初确定的任务清单逐项推进，办结群众来信来访事项三百余件，按期办结率和回访满意率均比上年提高。"
OPENING = [
    Block("云岭镇2023年法治政府建设年度报告", title=True),
    Block("现将有关情况报告如下。"),
    Block("一、工作成效"),
    Block(LONG),
]
CLOSING = [Block("三、存在不足"), Block("执法力量有待加强。")]
STYLES = [
    Style("large"),
    Style("small", size=10.5, leading=17, head="云岭镇人民政府", foot="第{page}页 共{pages}页"),
    Style("bound", size=14, leading=40, bound=24, foot="{page}"),
    Style("no indents", size=12, leading=20, indent=0, apart=14, foot="- {page} -"),
    Style("columns", size=10, leading=16, left=55, right=55, columns=2),
]


def rows(*lines):
    return tuple(Box(row, at, 1, 1, text) for row, own in enumerate(lines) for at, text in enumerate(own))


def many(count):
    return rows(*((f"某类事项{number}", str(number), "0", "9") for number in range(count)))


EMPTY = rows(*((f"{'一二三四五'[number]}、某类事项", "", "") for number in range(5)))
GROUPED = (
    Box(0, 0, 1, 3, "（一）许可事项"),
    *(Box(row, at, 1, 1, text) for row in (1, 2) for at, text in enumerate((f"{row}.某项", "3", "4"))),
    Box(3, 0, 1, 3, "（二）处罚事项"),
    *(Box(row, at, 1, 1, text) for row in (4, 5) for at, text in enumerate((f"{row - 3}.某项", "", "4"))),
)
GRIDS = {
    "many": many(70),
    "few": many(3),
    "empty": EMPTY,
    "grouped": GROUPED,
    "numbered": rows(("一、某项", "1"), ("二、某项", "2")),
}


def cleaned(blocks, style, **drawn):
    return clean(Page("file:///printed.pdf", pdf_of(typeset(blocks, style), **drawn)))


def texts_of(report):
    return [text for section in report.sections for text in section.text.split("\n")]


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_tables_cut_nothing_and_head_nothing(grid, style):
    report = cleaned([*OPENING, Block("二、办理情况"), Block(grid=GRIDS[grid]), Block(LONG), *CLOSING], style)
    assert [section.heading for section in report.sections] == [None, "工作成效", "办理情况", "存在不足"]
    texts = [text for text in texts_of(report) if "\t" not in text]
    blocks = [*OPENING[1:], Block("二、办理情况"), Block(LONG), *CLOSING]
    assert texts == [block.text for block in blocks]


@pytest.mark.parametrize("mark", ["①", "[1]", "〔1〕", "※"])
@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_notes_tear_no_sentence(mark, style):
    noted = Block(LONG * 2, notes=(Note(mark, "逐项推进", "任务清单由镇党政办印发。"),))
    report = cleaned([*OPENING, noted, Block("二、办理情况"), *(Block(LONG * 3) for _ in range(4)), *CLOSING], style)
    texts = texts_of(report)
    assert texts.count(LONG * 2) == 1
    assert texts.count(LONG * 3) == 4
    assert [text for text in texts if "党政办印发" in text] == [f"{mark} 任务清单由镇党政办印发。"]


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_in_whatever_order_they_were_written(by_rows):
    blocks = [*OPENING, Block("二、办理情况"), *(Block(LONG * 2) for _ in range(12)), *CLOSING]
    report = cleaned(blocks, STYLES[-1], by_rows=by_rows)
    assert texts_of(report) == [block.text for block in blocks[1:]]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_sheets_may_be_turned(turned):
    blocks = [*OPENING, Block("二、办理情况"), Block(grid=GROUPED), Block(LONG * 2), *CLOSING]
    report = cleaned(blocks, STYLES[0], turned=turned)
    assert texts_of(report) == texts_of(cleaned(blocks, STYLES[0]))
