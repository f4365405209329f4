"""Tables of the national form in traditional script, and drawn in flattened text."""

import opencc
import pytest

from benchmarks.forms import TITLE, blocks, html_of, right_cells
from corpus.clean import clean
from corpus.grid import rows_of
from corpus.load.drawn_tables import cells_of, is_rule
from corpus.records import Page
from corpus.sample.national import figures, forms

SCRIPTS = ("s2t", "s2tw", "s2hk")


def matrix(grid):
    """All places of a table, those that a merged cell covers empty."""
    height = max(box.row + box.rows for box in grid)
    width = max(box.column + box.columns for box in grid)
    placed = {(box.row, box.column): box.text for box in grid}
    return [[placed.get((row, column), "") for column in range(width)] for row in range(height)]


def tabbed(grid):
    return ["\t".join(cells) for cells in matrix(grid)]


def tabbed_short(grid):
    return ["\t".join(box.text for box in row) for row in rows_of(grid)]


def boxed(grid, bar="│", rule="├───┼───┤"):
    rows = [rule]
    for cells in matrix(grid):
        rows += [bar + bar.join(f" {cell} " for cell in cells) + bar, rule]
    return rows


def piped(grid):
    return boxed(grid, bar="|", rule="|---|---|")


def dashed(grid):
    return boxed(grid, bar="|", rule="+-----+-----+")


DRAWN = {"tabs": tabbed, "tabs, merged left out": tabbed_short, "box": boxed, "pipes": piped, "ASCII": dashed}


def text_of(tables, draw):
    lines = [line for block in blocks(tables) for line in (draw(block.grid) if block.grid else [block.text])]
    return "\n".join(lines)


@pytest.mark.parametrize("since", [2019, 2021])
@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("seed", [11, 12])
def test_traditional_script(since, script, seed):
    tables = forms(figures(seed), since=since)
    page = html_of(tables)
    body = opencc.OpenCC(script).convert(page.body.decode()).encode()
    report = clean(Page(page.address, body, page.content_type))
    right, wanted, given = right_cells(report, tables)
    assert (report.script, right, given) == ("hant", wanted, wanted)


@pytest.mark.parametrize("since", [2019, 2021])
@pytest.mark.parametrize("drawn", DRAWN)
def test_drawn_in_flattened_text(since, drawn):
    tables = forms(figures(13), since=since)
    report = clean(Page("file:///form.txt", text_of(tables, DRAWN[drawn]).encode(), "text/plain; charset=utf-8"))
    right, wanted, given = right_cells(report, tables)
    assert report.title == TITLE
    assert (right, given) == (wanted, wanted)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("├──┼──┤", True),
        ("+---+---+", True),
        ("|:--|--:|", True),
        ("════════", True),
        ("│ 行政许可 │ 12 │", False),
        ("", False),
        ("—", False),
        ("-1", False),
    ],
)
def test_rules_between_rows(line, rule):
    assert is_rule(line) == rule


@pytest.mark.parametrize("line", ["一、总体情况", "全县行政许可12件 | 行政处罚3件。", ""])
def test_other_lines_are_one_cell(line):
    assert cells_of(line) == [line]
