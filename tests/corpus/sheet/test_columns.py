"""Sheets in two columns, and what only looks like it."""

from corpus.sheet.columns import in_reading_order
from corpus.sheet.printed import Printed, in_lines


def test_a_table_is_no_column():
    tops = [700 - 20 * n for n in range(20)]
    labels = [Printed(0, 60, at - 12, 96, at, 12, f"第{n}项") for n, at in enumerate(tops)]
    values = [Printed(0, 340, at - 12, 400, at, 12, f"{n}00") for n, at in enumerate(tops)]
    rows = in_lines([*labels, *values])
    assert [row.text for row in rows[:2]] == ["第0项\t000", "第1项\t100"]
    assert in_reading_order(rows) == [rows]
