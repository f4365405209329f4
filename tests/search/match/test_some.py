"""Below what holds everything: what holds some of it, against a plain scan."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.examples import at_most
from material.few_reports import report
from material.made_shelves import choices, queries, shelves
from material.plain_scan import Shelf, rows, some

from search.query.read import parse
from search.request import Request

REPORTS = [
    report("a", "行政复议五件，办结率提高", "行政复议两项", "办结率和审计", year=2023),
    report("b", "行政复议办结率", "互联网监管", "无关的话", year=2022, zone="云岭区", title="云岭区报告"),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on, loops):
    return engine_on(tmp_path_factory.mktemp("index"), *REPORTS)


@pytest.mark.parametrize(
    ("typed", "whole", "rest"),
    [
        ("行政复议 审计", [], {"a/0": "审计", "a/1": "审计", "b/0": "审计", "a/2": "行政复议"}),
        ("行政复议办结率", ["b/0", "a/0"], {"a/1": "办结率", "a/2": "行政复议"}),
        ("行政复议 办结率 绝无此语", [], {"a/0": "绝无此语", "b/0": "绝无此语", "a/1": "办结率 绝无此语", "a/2": "行政复议 绝无此语"}),
        ("“行政复议五件” 审计", [], {"a/0": "审计", "a/2": "“行政复议五件”"}),
        ("(审计 OR 监管) 两项", [], {"a/1": "审计 或 监管", "a/2": "两项", "b/1": "两项"}),
        ("办结率 绝无此语 -审计", [], {"a/0": "绝无此语", "b/0": "绝无此语"}),
        ("办结率 审计 year:2022", [], {"b/0": "审计"}),
        ("云岭 审计 行政复议", [], {"b/0": "审计", "a/0": "云岭 审计", "a/1": "云岭 审计", "a/2": "云岭 行政复议"}),
        ("行政复议 审计绝无", [], {"a/0": "审计绝无", "a/1": "审计绝无", "b/0": "审计绝无", "a/2": "行政复议 绝无"}),
        ("互联网+", ["b/1"], None),  # one thing
        ("审计", ["a/2"], None),
        ("审计 OR 行政复议五件", ["a/0", "a/2"], None),
        ("审计 -行政复议", ["a/2"], None),
        ("", None, None),
    ],
)  # fmt: skip
def test_what_each_section_lacks(engine, typed, whole, rest):
    answer = engine.search(Request(typed, limit=200))
    if whole is not None:
        assert sorted(_name(hit) for hit in answer.hits) == sorted(whole)
    assert (answer.partial is None) == (rest is None)
    if answer.partial and rest is not None:
        assert {_name(hit): " ".join(lacks) for hit, lacks in answer.partial.hits} == rest


def _name(hit):
    return f"{hit.report.lstrip('0')}/{hit.section}"


def test_offset_and_limit_run_over_both(engine):
    pages = [engine.search(Request("行政复议 办结率", offset=at, limit=1)) for at in range(5)]
    assert [len(page.hits) for page in pages] == [1, 1, 0, 0, 0]
    assert [len(page.partial.hits) for page in pages] == [0, 0, 1, 1, 0]
    assert {page.partial.sections for page in pages} == {2}
    assert {page.total for page in pages} == {pages[0].total}
    behind = [part for page in pages for part in page.partial.hits]
    assert behind == list(engine.search(Request("行政复议 办结率")).partial.hits)
    scores = [hit.score for hit, _ in behind]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.slow
@settings(max_examples=at_most(60), deadline=None)
@given(shelf=shelves, asked=st.lists(st.tuples(queries, choices), min_size=1, max_size=8))
def test_some_are_those_of_a_plain_scan(engine_over, tmp_path_factory, shelf, asked):
    engine = engine_over(Shelf(shelf), tmp_path_factory.mktemp("index"), fresh=True)
    for typed, filters in asked:
        partial, expected = engine.search(Request(typed, filters, limit=200)).partial, some(typed, filters, rows(shelf))
        assert (partial is None) == (expected is None), typed
        if partial is None:
            continue
        assert partial.sections == len(expected), (typed, parse(typed).node)
        lacking = {(row.report, row.section): bool(lacks) for row, lacks in expected.items()}
        for hit, lacks in partial.hits:
            assert lacking[hit.report, hit.section] == bool(lacks), typed
