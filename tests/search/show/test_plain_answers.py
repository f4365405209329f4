"""What plain functions make of the text of a section is what the engine makes of its arrays."""

import tempfile
from collections import Counter
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.examples import at_most
from material.made_shelves import choices, queries, shelves
from material.plain_scan import Shelf, found, rows

from corpus.gazetteer import division_code
from corpus.masked import masked
from corpus.text.fingerprint import fingerprint
from index.disk.document import heading_end, headings
from index.disk.stored import StoredSection
from search.lines.text_lines import text_lines
from search.match.filters import COLUMNS
from search.query.read import parse
from search.request import FACETS, Request
from search.show.section_hit import section_hit
from search.show.value_counts import facets_of

PLACES = {"440000": "广东省", "445100": "潮州市", "320000": "江苏省"}
# Longer than the stretch a hit shows, some with what looks like a personal number.
BEHIND = st.sampled_from(("", "", "行政復議的。" * 30, "行政a议" + "的" * 90, "政 1380000１２３４。" * 9))
SETTINGS = settings(max_examples=at_most(40), deadline=None, derandomize=True, database=None)


@st.composite
def long_shelves(draw):
    return tuple(
        replace(
            report,
            sections=tuple(
                replace(each, text=each.text * draw(st.integers(1, 9)) + draw(BEHIND)) for each in report.sections
            ),
        )
        for report in draw(shelves)
    )


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def known(shelf):
    """For each section what is known of it, its text, and how long its heading is."""
    return {
        (report.id, section.id): (_stored(report, section, order, above), section.text, heading_end(section))
        for report in map(masked, shelf)
        for order, (section, above) in enumerate(zip(report.sections, headings(report.sections), strict=True))
    }


def _stored(report, section, order, above):
    return StoredSection(
        report.id,
        section.id,
        fingerprint(section.text, section.number),
        section.level,
        tuple(above),
        report.title,
        report.zone,
        report.province,
        report.city,
        report.year,
        report.kind,
        section.part,
        report.script,
        report.level,
        report.scan,
        order,
    )


@SETTINGS
@given(shelf=long_shelves(), typed=st.one_of(st.just(""), queries), texts=st.booleans())
@pytest.mark.slow
def test_hits(engine_over, folder, shelf, typed, texts):
    sections = known(shelf)
    for hit in engine_over(Shelf(shelf), folder, fresh=True).search(Request(typed, limit=200, texts=texts)).hits:
        of, text, heading = sections[hit.report, hit.section]
        assert section_hit(parse(typed), of, text, heading, hit.score, texts) == hit
        assert hit.text == (text if texts else None)


@SETTINGS
@given(shelf=long_shelves(), typed=queries)
@pytest.mark.slow
def test_concordances(engine_over, folder, shelf, typed):
    engine, sections = engine_over(Shelf(shelf), folder, fresh=True), known(shelf)
    newest = [(hit.report, hit.section) for hit in engine.search(Request(typed, sort="newest", limit=200)).hits]
    plain = [line for key in newest for line in text_lines(parse(typed), *sections[key][:2], 20)]
    for order, names in (("year", ()), ("left", ("left",)), ("right", ("right",))):
        total, lines = engine.kwic(Request(typed, limit=200), order=order)
        assert total == len(plain)
        assert lines == [each.line for each in sorted(plain, key=attrgetter("broken", *names))][:200]


@SETTINGS
@given(shelf=shelves, typed=st.one_of(st.just(""), queries), chosen=choices)
def test_facets(engine_over, folder, shelf, typed, chosen):
    answer = engine_over(Shelf(shelf), folder, fresh=True).search(Request(typed, chosen))
    held = {code for row in rows(shelf) for code in (row.province, row.city)}
    named = {code: name for code, name in PLACES.items() if code in held}
    assert facets_of(counts(shelf, typed, chosen), chosen, named) == answer.facets


def counts(shelf, typed, chosen):
    """For each facet how many of the sections that pass all other filters have each value."""
    all_rows = rows(shelf)
    others = {facet: {name: values for name, values in chosen.items() if name != facet} for facet in FACETS}
    return {
        facet: {column: _count(found(typed, others[facet], all_rows), column) for column in COLUMNS[facet]}
        for facet in FACETS
    }


def _count(matching, column):
    return dict(Counter(getattr(row, column) for row in matching))


def test_places_are_those_of_the_gazetteer():
    assert [division_code("广东省", None), division_code("广东省", "潮州市"), division_code("江苏省", None)] == [
        *PLACES
    ]
