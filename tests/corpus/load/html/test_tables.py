"""Tables of data, and tables that only lay a page out."""

import pytest

from corpus.load.html.tables import LONGEST_CELL, data_tables
from corpus.load.html.tree import tree_of

PAIR = "<tr><td>行政处罚</td><td>52</td></tr>"


@pytest.mark.parametrize(
    ("tables", "data"),
    [
        (f"<table>{PAIR}</table>", [True]),
        ("<table><tr><td>一格</td></tr><tr><td>一格</td></tr></table>", [False]),
        (f"<table><tr><td>栏</td><td><table>{PAIR}</table></td></tr></table>", [False, True]),
        (f"<table><tr><td>栏</td><td>{'字' * (LONGEST_CELL + 1)}</td></tr></table>", [False]),
        (f"<table><tr><td>栏</td><td>{'<p>段</p>' * 7}</td></tr></table>", [False]),
        (f"<table><tr><td>栏</td><td>{'<p>段</p>' * 6}</td></tr></table>", [True]),
        (
            f"<table><tr><td>栏</td><td>短<!--{'字' * LONGEST_CELL}--></td></tr></table>",
            [True],
        ),  # comments are not shown
        (f"<table>{PAIR}</table><table>{PAIR}</table>", [True, True]),
    ],
)
def test_tables(tables, data):
    root = tree_of(tables)
    found = data_tables(root)
    assert [table in found for table in root.iter("table")] == data
