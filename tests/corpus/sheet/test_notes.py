"""Notes at the foot of a page: taken out, kept, and their marks with them."""

import pytest

from corpus.sheet.notes import without_notes
from corpus.sheet.printed import Printed


def line(text, y, size=16, x=79):
    return Printed(0, x, y, x + 400, y + size, size, text)


def page(mark, note, size=9):
    body = [
        line(f"全年办结事项{mark}八十六件，均在期限内，", 700),
        *(line("逐件回访，群众满意。", 672 - 28 * n) for n in range(4)),
    ]
    return [*body, line(note, 80, size), line("并经核对。", 68, size)]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("①", "① 数据由各部门填报，"),
        ("[1]", "[1] 数据由各部门填报，"),
        ("〔1〕", "〔1〕数据由各部门填报，"),
        ("¹", "1 数据由各部门填报，"),
        ("*", "* 数据由各部门填报，"),
        ("※", "※数据由各部门填报，"),
    ],
)
def test_notes_are_apart_and_their_marks_gone(mark, note):
    receipt = []
    kept, notes = without_notes(page(mark, note), (), 16, receipt)
    assert [each.text for each in notes] == [note, "并经核对。"]
    assert kept[0].text == "全年办结事项八十六件，均在期限内，"
    assert [trace.rule for trace in receipt] == ["footnotes moved", "footnote mark"]


def test_a_rule_above_tells_notes_in_the_type_of_the_text():
    lines = page("①", "① 数据由各部门填报，", size=16)
    assert without_notes(lines, (), 16, [])[1] == []
    assert len(without_notes(lines, ((79, 100, 220, 100),), 16, [])[1]) == 2


@pytest.mark.parametrize("note", ["数据由各部门填报，", "12个部门逐月填报，", "2024年数据由各部门填报，"])
def test_small_type_without_a_mark_is_text(note):
    assert without_notes(page("", note), (), 16, [])[1] == []


def test_an_annex_in_small_type_is_no_note():
    annex = [line(f"{'①②③④⑤⑥⑦⑧⑨'[n]} 某项任务由镇党政办牵头，", 700 - 14 * n, 9) for n in range(9)]
    assert without_notes(annex, (), 16, [])[1] == []
    assert without_notes([line("附件：任务清单", 760), *annex], (), 16, [])[1] == []


def test_a_list_in_somewhat_smaller_type_is_none():
    lines = [*page("", "1. 健全机制，")[:-2], line("1. 健全机制，", 80, 12), line("2. 强化培训，", 68, 12)]
    assert without_notes(lines, (), 16, [])[1] == []
