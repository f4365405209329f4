"""Tables of the national form in every format, however their cells are merged, cut or left
empty."""

import pytest

from benchmarks.forms import MAKERS, html_of, right_cells
from corpus.clean import clean
from corpus.form.recognised import recognised
from corpus.grid import Box, rows_of
from corpus.records import Page, Report
from corpus.sample.national import applications, disputes, figures, forms, opened


def cells_of(grids):
    return [(form, tuple((c.row, c.column, c.text) for c in cells)) for form, cells in recognised(grids)]


@pytest.mark.parametrize("since", [2019, 2021])
@pytest.mark.parametrize("make", MAKERS)
def test_every_cell_is_read(make, since):
    pytest.importorskip("pypdfium2")
    pytest.importorskip("docx")
    tables = forms(figures(since), since=since)
    report = clean(MAKERS[make](tables))
    right, wanted, given = right_cells(report, tables)
    assert (right, given) == (wanted, wanted)
    assert [(table.form, table.section) for table in report.tables] == [("2", "2"), ("3", "3"), ("4", "4")]
    assert [section.id for section in report.sections] == ["0", "1", "2", "3", "4", "5"]


def unspanned(grid):
    """The cells as pages have them that span nothing: one after the other."""
    return tuple(Box(row, at, 1, 1, box.text) for row, own in enumerate(rows_of(grid)) for at, box in enumerate(own))


def cut(grid, at):
    """The table as two, the second without heads."""
    above = tuple(box for box in grid if box.row < at)
    return [above, tuple(box._replace(row=box.row - at) for box in grid if box.row >= at)]


@pytest.mark.parametrize("filled", forms(figures(4)), ids=lambda filled: filled.form)
def test_spans_may_be_broken(filled):
    assert cells_of([unspanned(filled.grid)]) == [(filled.form, filled.gold)]


@pytest.mark.parametrize("at", [6, 9, 15, 25])
def test_the_end_of_a_page_may_cut_it(at):
    filled = applications(figures(5))
    assert cells_of(cut(filled.grid, at)) == [("3", filled.gold)]


def test_the_blocks_of_a_chapter_may_be_tables_of_their_own():
    filled = opened(figures(6))
    starts = [box.row for box in filled.grid if box.text.startswith("第二十条")]
    parts = [
        tuple(box._replace(row=box.row - first) for box in filled.grid if first <= box.row < last)
        for first, last in zip(starts, [*starts[1:], 99], strict=True)
    ]
    assert [cell for _, cells in cells_of(parts) for cell in cells] == list(filled.gold)


def test_empty_figures_are_left_open():
    (_, cells), *_ = recognised([disputes(lambda: "").grid])
    assert {(cell.value, cell.text) for cell in cells} == {(None, "")}
    assert len(cells) == 15


OTHERS = [
    [["项目", "2022年", "2023年"], ["行政许可", "12", "13"], ["行政强制", "2", "1"]],
    [["部门", "信息内容", "件数"], ["司法局", "规划", "3"]],
    [["行政复议", "12"], ["行政诉讼", "3"], ["结果维持", "9"]],
    [["栏目", "说明"], ["申请人情况", "见附件"]],
]


@pytest.mark.parametrize("rows", OTHERS)
def test_other_tables_are_none(rows):
    grid = tuple(Box(row, at, 1, 1, text) for row, own in enumerate(rows) for at, text in enumerate(own))
    assert cells_of([grid]) == []


def test_a_table_beside_the_report_is_none_of_it():
    tables = forms(figures(7))
    page = html_of(tables)
    source = page.body.decode().replace("<table>", "<table hidden>", 1)
    report = clean(Page(page.address, source.encode(), page.content_type))
    assert [table.form for table in report.tables] == ["3", "4"]


def test_records_of_before_have_none():
    record = clean(html_of(forms(figures(8)))).to_dict()
    assert record["tables"]
    del record["tables"]
    assert Report.from_dict(record).tables == ()


def test_numbers_of_persons_are_hidden_in_cells():
    def fill(numbers=iter(["13800138000"] + ["0"] * 500)):  # noqa: B008
        return next(numbers)

    report = clean(html_of(forms(fill)))
    hidden = report.tables[0].cells[0]
    assert (hidden.value, hidden.text[-8:]) == (None, "********")
