"""Sheets in two columns, and what only looks like it."""

from corpus.sheet.columns import in_reading_order
from corpus.sheet.printed import Printed


def test_a_table_is_no_column():
    tops = [700 - 20 * n for n in range(20)]
    rows = [Printed(0, 60, at - 12, 400, at, 12, f"第{n}项\t{n}00", ((96, 340),)) for n, at in enumerate(tops)]
    assert in_reading_order(rows) == [rows]
