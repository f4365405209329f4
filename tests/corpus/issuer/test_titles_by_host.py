"""Titles as such sites print them, with nothing but the host to tell the place: titles made up by
hand, hosts and places as they are."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from material.made_pages import plain_zone

from corpus.describe.report import describe
from corpus.records import Line, Loaded, Page, Stripped

ROWS = list(csv.DictReader((Path(__file__).parent / "titles_by_host.tsv").open(encoding="utf-8"), delimiter="\t"))
BODY = ("一、总体情况", "一年来工作稳步推进。", "二、下一步安排", "继续努力。")
FLOORS = {"zone": 0.98, "province": 0.99, "city": 0.99, "county": 0.98, "level": 0.98, "year": 1.0}


def verdict(row):
    stripped = Stripped((row["title"],), row["title"], (), BODY, (), ())
    loaded = Loaded("text", tuple(Line(text) for text in (row["title"], *BODY)))
    found = describe(Page(f"http://{row['host']}/zwgk/1.html", b""), loaded, stripped, BODY)
    told = {name: getattr(found, name) == (row[name] or None) for name in ("province", "city", "county", "level")}
    told["year"] = str(found.year) == re.search(r"20\d\d", row["title"]).group()
    where = (found.province, found.city, found.county)
    told["zone"] = plain_zone(found.zone or "", *where) == plain_zone(row["zone"], *where)
    return told


@pytest.fixture(scope="module")
def shares():
    counts = {name: Counter() for name in FLOORS}
    for row in ROWS:
        for name, right in verdict(row).items():
            counts[name][right] += 1
    return {name: count[True] / count.total() for name, count in counts.items()}


@pytest.mark.parametrize("field", FLOORS)
def test_right_as_often_as_promised(shares, field):
    assert shares[field] >= FLOORS[field]
