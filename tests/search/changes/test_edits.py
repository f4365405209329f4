"""Edits as a drafter makes them: what was done to a report is what a comparison finds, and nothing
else."""

from collections import Counter

import pytest
from material.checkout import SAMPLE
from material.edits_recovered import found_in, rest_unchanged
from material.edits_scripted import EDITS, draft, drawn, edited

from corpus.clean import clean
from corpus.records import Page
from search.changes.compared import compared

LEAST, LEAST_TOGETHER = 0.99, 0.97


@pytest.fixture(scope="module")
def reports():
    pages = [path for path in sorted(SAMPLE.iterdir()) if path.name != "NOTICE.txt"]
    return [clean(Page(f"file:///{path.name}", path.read_bytes())) for path in pages]


@pytest.mark.slow
def test_each_edit_alone_is_found_and_the_rest_is_unchanged(reports):
    missed, tried = Counter(), Counter()
    for report in reports:
        before = draft(report).written()
        for edit in EDITS:
            made = draft(report)
            expected = edited(made, edit, drawn(f"{edit.__name__}{report.id}"), set())
            if expected:
                found = compared(before, made.written())
                tried[edit.__name__] += 1
                if not (all(found_in(found, each) for each in expected) and rest_unchanged(found, expected)):
                    missed[edit.__name__] += 1
    assert len(tried) == len(EDITS)
    assert min(tried.values()) >= 8
    assert missed.total() <= (1 - LEAST) * tried.total(), missed


@pytest.mark.slow
def test_ten_edits_at_once(reports):
    missed, tried = Counter(), 0
    for report in reports:
        made, draw, taken = draft(report), drawn(f"ten{report.id}"), set()
        before, every = made.written(), []
        for edit in draw.sample(EDITS, 10):
            every += [(edit.__name__, each) for each in edited(made, edit, draw, taken) or ()]
        found = compared(before, made.written())
        missed.update(name for name, each in every if not found_in(found, each))
        tried += len(every)
    assert tried > 150
    assert missed.total() <= (1 - LEAST_TOGETHER) * tried, missed
