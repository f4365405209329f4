"""A query that only excludes, asked of whole reports, against a plain scan of every report."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.examples import at_most
from material.few_reports import report
from material.made_shelves import choices, fields, groups, pairs, phrases, runs, shelves
from material.plain_scan import Shelf, holds, passes, rows

from search.match.whole import only_excludes
from search.query.read import parse
from search.query.syntax import And, Not, Or
from search.request import FACETS, Request
from search.stream import every_hit

excluded = st.one_of(phrases, runs, pairs, groups, fields, st.builds("{} {}".format, phrases, fields)).map(
    "-({})".format
)
parts = st.one_of(excluded, excluded, fields)
excluding = st.one_of(
    st.lists(parts, min_size=1, max_size=3).map(" ".join), st.lists(parts, min_size=1, max_size=3).map(" OR ".join)
).filter(lambda typed: only_excludes(parse(typed)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('-"甲"', True),
        ('-"甲" -乙 year:2023', True),
        ('-"甲" OR part:问题', True),
        ("-(甲 OR 乙)", True),
        ("-(甲 -part:问题)", True),
        ("", False),
        ("year:2023", False),
        ("甲 -乙", False),
        ("甲 OR -乙", False),
        ("-(甲 -乙)", False),
    ],
)
def test_which_queries_only_exclude(typed, expected):
    assert only_excludes(parse(typed)) is expected


def of_report(node, row, inside):
    """Whether a section is given, NOT asked of all sections `inside` its report."""
    if isinstance(node, And | Or):
        return (all if isinstance(node, And) else any)(of_report(each, row, inside) for each in node.nodes)
    if isinstance(node, Not):
        return not any(holds(node.node, each, False) for each in inside)
    return holds(node, row, False)


def found(typed, filters, all_rows):
    """The sections that are given."""
    node, reports = parse(typed).node, {}
    for row in all_rows:
        reports.setdefault(row.report, []).append(row)
    return [
        row
        for row in all_rows
        if of_report(node, row, reports[row.report]) and all(passes(*item, row) for item in filters.items())
    ]


@settings(max_examples=at_most(60), deadline=None)
@given(shelf=shelves, typed=excluding, filters=choices)
def test_equals_a_plain_scan_of_reports(engine_over, tmp_path_factory, shelf, typed, filters):
    folder = tmp_path_factory.mktemp("whole")
    engine, all_rows = engine_over(Shelf(shelf), folder, fresh=True), rows(shelf)
    answer, hits = every_hit(engine, Request(typed, filters, whole=True))
    expected = found(typed, filters, all_rows)
    reports = {row.report for row in expected}
    assert answer.whole
    assert Counter(hit.report for hit in hits) == Counter(reports)
    assert answer.given == answer.total.reports == len(reports)
    assert answer.total.sections == len(expected)
    assert answer.total.zones == len({row.zone for row in expected} - {""})
    for facet in FACETS:
        values = answer.facets[facet]
        for value in [*values, *(city for province in values for city in province.children)]:
            chosen = found(typed, {**filters, facet: (value.value,)}, all_rows)
            assert value.count == len({row.report for row in chosen})


@settings(max_examples=at_most(20), deadline=None)
@given(shelf=shelves, typed=excluding, filters=choices)
def test_pages_hold_each_report_once(engine_over, tmp_path_factory, shelf, typed, filters):
    engine = engine_over(Shelf(shelf), tmp_path_factory.mktemp("whole"), fresh=True)
    asked = [Request(typed, filters, offset=at, limit=1, whole=True) for at in range(6)]
    single = [hit for each in asked for hit in engine.search(each).hits]
    assert single == list(engine.search(Request(typed, filters, whole=True)).hits)


def test_what_sections_give_stays(engine_on, tmp_path):
    """Other views, and queries that want something, count sections."""
    says, silent = report("aaaaaaaaaaa1", "实施免扰清单", "其他"), report("aaaaaaaaaaa2", "其他", "没有")
    engine = engine_on(tmp_path, says, silent)
    for typed, whole, expected in (
        ('-"免扰清单"', True, ["aaaaaaaaaaa2"]),
        ('-"免扰清单"', False, ["aaaaaaaaaaa1", "aaaaaaaaaaa2", "aaaaaaaaaaa2"]),
        ('其他 -"免扰清单"', True, ["aaaaaaaaaaa1", "aaaaaaaaaaa2"]),
    ):
        hits = engine.search(Request(typed, whole=whole, sort="newest")).hits
        assert [hit.report for hit in hits] == expected, (typed, whole)
