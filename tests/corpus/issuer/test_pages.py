"""Whose report a page is, and where that is: labelled pages by group, made up around names of real
places.

`/` parts the lines of a page, `//` its body from what stands behind it. An empty place is one that
nobody says.
"""

import csv
from pathlib import Path

import pytest

from benchmarks.names import page_of
from corpus.clean import clean
from corpus.records import Page

ROWS = list(csv.DictReader((Path(__file__).parent / "pages.csv").open(encoding="utf-8", newline="")))


def cleaned(text):
    return clean(Page("file:///names/page.txt", page_of(text).encode(), "text/plain; charset=utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['group']}-{at}" for at, row in enumerate(ROWS)])
def test_whose_report_a_page_is(row):
    found = cleaned(row["page"])
    assert (found.zone, found.level, found.province or "", found.city or "") == (
        row["zone"],
        row["level"],
        row["province"],
        row["city"],
    )


def test_what_nobody_says_is_said_so():
    open_to_all = cleaned("鼓楼区2023年法治政府建设年度报告").provenance["zone"].source
    told = cleaned("鼓楼区2023年法治政府建设年度报告//主办：福州市鼓楼区人民政府").provenance["zone"].source
    assert open_to_all == "标题；页面没有说明是哪里的“鼓楼区”"
    assert told == "标题"
