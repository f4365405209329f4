"""The engine against a plain scan of every section: what is found, how often, which ranges, which
counts."""

import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.made_shelves import choices, queries, shelves
from material.plain_scan import Shelf, counted, found, rows

from corpus.text.fold import squeeze
from search.answer import Snippet
from search.match.spans import merged, spans
from search.query.read import parse
from search.request import FACETS, SORTS, Request
from web.pages.report_page import _marked

pytestmark = pytest.mark.usefixtures("loops")


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def texts_of(shelf):
    return {(report.id, section.id): section.text for report in shelf for section in report.sections}


def as_written(text, squeezed_spans):
    """Spans of the squeezed text as spans of the text that is shown, sorted."""
    offsets = [at for at, character in enumerate(text) if squeeze(character)]
    return [(offsets[start], offsets[end - 1] + 1) for start, end in sorted(squeezed_spans)]


def ranges_in(counted, begin, snippet):
    """The occurrences in a stretch, those that overlap made one."""
    inside = [(a - begin, b - begin) for a, b in counted if begin <= a and b <= begin + len(snippet.text)]
    return merged(inside)


def every_line(engine, typed, filters):
    """A whole concordance, page by page."""
    total, _ = engine.kwic(Request(typed, filters, limit=1))
    pages = [engine.kwic(Request(typed, filters, offset=at, limit=200), order="year")[1] for at in range(0, total, 200)]
    return [line for page in pages for line in page]


def where(line):
    return line.report, line.section, line.start, line.end


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(shelf=shelves, asked=st.lists(st.tuples(queries, choices), min_size=1, max_size=8))
def test_equals_a_plain_scan(engine_over, folder, shelf, asked):
    engine, all_rows, written = engine_over(Shelf(shelf), folder, fresh=True), rows(shelf), texts_of(shelf)
    for typed, filters in asked:
        answer = engine.search(Request(typed, filters, limit=200))
        expected = found(typed, filters, all_rows)
        assert {(hit.report, hit.section): hit.occurrences for hit in answer.hits} == {
            (row.report, row.section): len(spans) for row, spans in expected.items()
        }
        places = {
            (row.report, row.section): as_written(written[row.report, row.section], each)
            for row, each in expected.items()
        }
        assert answer.total.sections == len(answer.hits) == len(expected)
        assert answer.total.occurrences == sum(map(len, expected.values()))
        assert answer.total.reports == len({row.report for row in expected})
        assert answer.total.zones == len({row.zone for row in expected} - {""})
        for hit in answer.hits:
            text, of_hit = written[hit.report, hit.section], places[hit.report, hit.section]
            assert spans(parse(typed), text) == of_hit
            assert hit.snippet.text in text
            assert any(
                hit.snippet == Snippet(text[at : at + len(hit.snippet.text)], ranges_in(of_hit, at, hit.snippet))
                for at in range(len(text))
            )
        lines = every_line(engine, typed, filters)
        assert len(lines) == answer.total.occurrences
        assert Counter(map(where, lines)) == Counter((*key, *span) for key, each in places.items() for span in each)
        unbroken = {text for run in parse(typed).runs for text in run.texts}
        broken = [squeeze(line.match) not in unbroken for line in lines]
        assert broken == sorted(broken)


@settings(max_examples=60, deadline=None)
@given(shelf=shelves, typed=queries)
def test_marks_of_a_report_equal_a_plain_scan(shelf, typed):
    query = parse(typed)
    for report in shelf:
        marked = _marked(query, report, frozenset())
        for section in report.sections:
            places = as_written(section.text, counted(query.node, squeeze(section.text)))
            assert marked.occurrences.get(section.id, 0) == len(places)
            assert tuple(marked.ranges.get(section.id, ())) == merged(places)


@settings(max_examples=12, deadline=None)
@given(shelf=shelves, typed=st.one_of(st.just(""), queries), filters=choices)
def test_facets_count_what_choosing_them_gives(engine_over, folder, shelf, typed, filters):
    engine, all_rows = engine_over(Shelf(shelf), folder, fresh=True), rows(shelf)
    answer = engine.search(Request(typed, filters))
    for facet in FACETS:
        values = answer.facets[facet]
        if not filters.get(facet):
            assert sum(value.count for value in values) == answer.total.sections
        for value in [*values, *(city for province in values for city in province.children)]:
            assert value.count == len(found(typed, {**filters, facet: (value.value,)}, all_rows))
            assert value.selected == (value.value in filters.get(facet, ()))
            assert (value.value in value.toggled) != value.selected


@settings(max_examples=8, deadline=None)
@given(
    before=shelves, after=shelves, asked=st.lists(st.tuples(queries, st.sampled_from(SORTS)), min_size=1, max_size=4)
)
def test_answers_do_not_depend_on_how_the_index_came_about(engine_over, before, after, asked):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        kept = [replace(report, id=f"z{report.id[1:]}") for report in before]
        engine_over(Shelf([*before, *kept]), Path(one))
        grown, fresh = (engine_over(Shelf([*after, *kept]), Path(place)) for place in (one, other))
        for typed, sort in asked:
            request = Request(typed, sort=sort, limit=200)
            assert replace(grown.search(request), version="") == replace(fresh.search(request), version="")


def test_an_index_that_holds_nothing_answers(engine_over, tmp_path):
    engine = engine_over(Shelf([]), tmp_path)
    for typed in ("", "行政 复议", '"行*议"', "行政 ~3 复议", "zone:火炬 title:a -x"):
        answer = engine.search(Request(typed, {"year": ("2021",)}))
        assert (answer.total.sections, answer.hits) == (0, ())
        assert engine.kwic(Request(typed)) == (0, [])
    assert engine.suggest("行政") == ()
    assert engine.held().reports == 0
