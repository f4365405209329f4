"""Tables of data, and tables that only lay a page out."""

import pytest
from bs4 import BeautifulSoup

from corpus.load.html.tables import LONGEST_CELL, data_tables

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
    soup = BeautifulSoup(tables, "html.parser")
    found = data_tables(soup)
    assert [id(table) in found for table in soup.find_all("table")] == data
