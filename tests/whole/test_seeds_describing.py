"""The five real reports against what a reader wrote down about them."""

import json

import pytest
from material.shared_material import GOLD, SEEDS, needs_seeds

from corpus.describe.report import describe
from corpus.load.page import load
from corpus.records import Page
from corpus.repair.paragraphs import repair
from corpus.strip.page import strip

pytestmark = needs_seeds

FIELDS = {
    "zone": "zone",
    "province": "province",
    "city": "city",
    "county": "county",
    "year": "report_year",
    "published": "pub_date",
    "issued": "issue_date",
    "number": "doc_number",
    "script": "script",
}
NAMES = sorted(path.stem for path in SEEDS.glob("*.txt")) if SEEDS.is_dir() else []


def described(name):
    page = Page(f"file:///{name}.txt", (SEEDS / f"{name}.txt").read_bytes())
    loaded = load(page)
    stripped = strip(loaded)
    paragraphs, _ = repair(stripped)
    return describe(page, loaded, stripped, paragraphs)


@pytest.mark.parametrize("name", NAMES)
def test_fields_equal_what_a_reader_found(name):
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    found = described(name)
    assert {field: getattr(found, field) for field in FIELDS} == {field: gold[key] for field, key in FIELDS.items()}
    assert found.kind == "法治政府建设"


@pytest.mark.parametrize("name", NAMES)
def test_titles_are_printed_or_marked_inferred(name):
    gold = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    found = described(name)
    assert found.provenance["title"].inferred is (gold["title"] is None)
    if gold["title"]:
        assert found.title == gold["title"]
    else:
        assert found.title == f"{gold['zone']}{gold['report_year']}年法治政府建设年度报告"
