"""A workbook read back by what others read it with: what was put in comes out, as it was."""

import io
import itertools
import zipfile
from itertools import islice
from pathlib import Path

import openpyxl
import pandas
import pytest

from web.record import workbook as module
from web.record.sheet import Sheet, table
from web.record.workbook import CELL, Words, fitting, workbook

WORDS = Words("表", "说明", "……（略）", "截短的格数", "放不下的行数")
CELLS = (
    "3.10",
    "007",
    "1e5",
    "2023-01-10",
    "=SUM(A1)",
    '=HYPERLINK("https://evil.example")',
    "+1",
    "-审计",
    "@SUM(A1)",
    "'已经有撇号",
    "https://www.linxi.example/2023/1.html",
    "internal:'说明'!A1",
    "一行\n又一行",
    "一格\t又一格",
    " 前后有空格 ",
    "TRUE",
    "#N/A",
    "{=1+1}",
    "𠮷野家😀👩‍👩‍👧",
    "&<>\"'",
    "]]>",
)


def made(rows, columns=("甲", "乙")):
    return b"".join(workbook(Sheet(columns, iter(rows)), WORDS, [("检索式", "=1+1")]))


def read(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [list(map(list, sheet.values)) for sheet in book.worksheets]


@pytest.mark.parametrize("cell", CELLS)
def test_texts_are_texts(cell):
    data = made([(cell, 1)])
    rows, about = read(data)
    assert rows == [["甲", "乙"], [cell, 1]]
    assert about == [["检索式", "=1+1"]]
    assert pandas.read_excel(io.BytesIO(data), dtype={"甲": str}, keep_default_na=False)["甲"][0] == cell
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_numbers_are_numbers_and_nothing_is_empty():
    rows, _ = read(made([(2023, 0.5), (None, True), ("", 0)]))
    assert rows[1:] == [[2023, 0.5], [None, 1], [None, 0]]


def test_what_a_program_cannot_write_does_not_break_the_file():
    rows, _ = read(made([("甲\x00\x0b乙\ufffe丙", 1)]))
    assert rows[1][0].startswith("甲")
    assert rows[1][0].endswith("丙")


@pytest.mark.parametrize(("letter", "units"), [("a", 1), ("长", 1), ("😀", 2)])
@pytest.mark.parametrize("over", [-1, 0, 1, 20_000])
def test_long_texts_are_cut_and_that_is_said(letter, units, over):
    text = letter * (CELL // units + over)
    size = len(text) * units
    rows, about = read(made([(text, 1), ("短", 2)]))
    cell = rows[1][0]
    if size <= CELL:
        assert cell == text
        assert len(about) == 1
    else:
        assert cell.endswith(WORDS.cut)
        assert set(cell.removesuffix(WORDS.cut)) == {letter}
        assert CELL - units < len(cell.encode("utf-16-le")) // 2 <= CELL
        assert about[1:] == [["截短的格数", "1"]]
    assert rows[2] == ["短", 2]


def test_a_sign_of_two_units_is_not_cut_in_half():
    cut = fitting("长" * (CELL - len(WORDS.cut) - 1) + "😀" * 20, WORDS.cut)
    assert cut.endswith("长" + WORDS.cut)


def test_rows_that_do_not_fit_are_counted(monkeypatch):
    monkeypatch.setattr(module, "ROWS", 30)
    rows, about = read(made((str(n), n) for n in range(100)))
    assert [row[1] for row in rows[1:]] == list(range(29))
    assert about[1:] == [["放不下的行数", "71"]]


def test_rows_come_in_order_and_the_first_stays_in_sight():
    data = made((f"{n:05}", n) for n in range(1_000))
    rows, _ = read(data)
    assert [row[0] for row in rows[1:]] == [f"{n:05}" for n in range(1_000)]
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].freeze_panes == "A2"


def test_rows_are_read_as_they_are_written(monkeypatch, tmp_path):
    """A piece is sent long before the last row is asked for, nothing is written to disk, and a
    reader may go away."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    asked = itertools.count()
    pieces = workbook(Sheet(("甲",), ((str(next(asked)),) for _ in range(200_000))), WORDS, [])
    assert next(pieces)[:2] == b"PK"
    assert next(asked) < 10_000
    assert not list(Path(tmp_path).iterdir())
    pieces.close()


def test_more_bytes_than_an_archive_holds_are_rows_that_do_not_fit(monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 100_000)
    rows, about = read(made((str(n), n) for n in range(20_000)))
    assert [row[1] for row in rows[1:]] == list(range(len(rows) - 1))
    assert about[1:] == [["放不下的行数", f"{20_001 - len(rows):,}"]]


def test_an_error_among_the_rows_leaves_nothing_behind(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ZeroDivisionError):
        made((n, 1 / (5 - n)) for n in range(10))
    assert not list(Path(tmp_path).iterdir())


@pytest.mark.parametrize("cell", CELLS)
def test_the_plain_table_says_the_same_and_is_no_formula(cell):
    text = "".join(islice(table(Sheet(("甲", "乙"), iter([(cell, 3)]))), None))
    found = pandas.read_csv(io.StringIO(text.removeprefix("\ufeff")), dtype={"甲": str}, keep_default_na=False)
    assert found["甲"][0].removeprefix("'") == cell.removeprefix("'")
    assert not found["甲"][0].startswith(("=", "+", "-", "@", "\t"))
