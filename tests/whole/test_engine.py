"""The engine against a plain scan of every section: what is found, how often, which ranges, which counts."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plain_scan import Shelf, found, rows

from corpus.records import KINDS, LEVELS, PARTS, Report, Section
from corpus.text.fold import squeeze
from index.build import build
from search.engine import Engine
from search.match.spans import spans
from search.query.read import escape, parse
from search.request import FACETS, SORTS, Request

# Few characters, so that chance makes matches; other script, other width, white space, quotes, a gap sign, a character past U+FFFF.
ALPHABET = '行政复议復議率的，。aＡ1１ \u3000\n"“*\\-\U00020000'
ZONES = ("火炬区", "云岭区", None)
PLACES = (("广东省", "潮州市"), ("江苏省", None), (None, None))

texts = st.text(ALPHABET, min_size=1, max_size=40).filter(squeeze)
sections = st.builds(
    lambda text, number, part: (text if number is None else number + text, number, part),
    texts,
    st.sampled_from((None, "一、")),
    st.sampled_from((None, *PARTS[:2])),
)


@st.composite
def reports(draw, name):
    place = draw(st.sampled_from(PLACES))
    zone, year = draw(st.sampled_from(ZONES)), draw(st.sampled_from((None, 2021, 2022, 2023)))
    return Report(
        id=name,
        title=draw(st.sampled_from(("行政复议报告", "年度报告a"))) + (str(year) if year else ""),
        zone=zone,
        zone_then=draw(st.sampled_from((None, "率的区"))),
        province=place[0],
        city=place[1],
        county=None,
        level=draw(st.sampled_from((None, *LEVELS[-2:]))),
        kind=draw(st.sampled_from(KINDS[:2])),
        year=year,
        published=None,
        issued=None,
        number=None,
        script="hans",
        url=None,
        sources=(),
        source_sha256="",
        sections=tuple(
            Section(str(number), 1, mark, None, text, part)
            for number, (text, mark, part) in enumerate(draw(st.lists(sections, min_size=1, max_size=4)))
        ),
    )


shelves = st.integers(1, 5).flatmap(lambda size: st.tuples(*(reports(f"{n:012d}") for n in range(size))))

bare = st.text("行政复议率的a1", min_size=1, max_size=4)
phrases = st.text(ALPHABET.replace("\n", ""), min_size=1, max_size=3).filter(squeeze).map(escape)
gaps = st.lists(st.text("行政复议率a", min_size=1, max_size=2), min_size=2, max_size=3).map(
    lambda p: f'"{"*".join(p)}"'
)
pairs = st.builds("{} ~{} {}".format, bare, st.integers(1, 12), bare)
fields = st.sampled_from(
    [
        "title:复议",
        "title:2021",
        "heading:一",
        "heading:行",
        "zone:火炬",
        "zone:率的",
        "zone:未注明",
        "region:广东",
        "region:潮州市",
        "region:未注明",
        "year:2021..2022",
        "year:未注明",
        "part:举措",
        "kind:信息公开",
        "level:省级开发区",
        "part:未注明",
    ]
)
operands = st.one_of(bare, bare, phrases, gaps, pairs, fields)
queries = st.recursive(
    operands,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
        inner.map("NOT ({})".format),
        inner.map("-({})".format),
        inner.map("（{}）".format),
    ),
    max_leaves=5,
)
choices = st.fixed_dictionaries(
    {},
    optional={
        "year": st.sampled_from([("2021",), ("2021", "2023"), ("2022..",), ("",), ("..2022", "2023")]),
        "region": st.sampled_from([("440000",), ("445100",), ("320000", ""), ("", "445100")]),
        "zone": st.sampled_from([("火炬区",), ("", "云岭区")]),
        "part": st.sampled_from([(PARTS[0],), ("",)]),
        "kind": st.just((KINDS[0],)),
        "level": st.sampled_from([("",), LEVELS[-2:]]),
    },
)


@pytest.fixture(scope="module")
def folder():
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def engine_of(shelf, folder, fresh=True):
    build(Shelf(shelf), folder, fresh=fresh)
    return Engine(folder)


def texts_of(shelf):
    return {(report.id, section.id): section.text for report in shelf for section in report.sections}


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(shelf=shelves, asked=st.lists(st.tuples(queries, choices), min_size=1, max_size=8))
def test_equals_a_plain_scan(folder, shelf, asked):
    engine, all_rows, written = engine_of(shelf, folder), rows(shelf), texts_of(shelf)
    for typed, filters in asked:
        answer = engine.search(Request(typed, filters, limit=200))
        expected = found(typed, filters, all_rows)
        assert {(hit.report, hit.section): hit.occurrences for hit in answer.hits} == {
            (row.report, row.section): len(spans) for row, spans in expected.items()
        }
        assert answer.total.sections == len(answer.hits) == len(expected)
        assert answer.total.occurrences == sum(map(len, expected.values()))
        assert answer.total.reports == len({row.report for row in expected})
        assert answer.total.zones == len({row.zone for row in expected} - {""})
        for hit in answer.hits:
            assert len(spans(parse(typed), written[hit.report, hit.section])) == hit.occurrences
            assert hit.snippet.text in written[hit.report, hit.section]
            assert bool(hit.snippet.ranges) == bool(hit.occurrences)


@settings(max_examples=12, deadline=None)
@given(shelf=shelves, typed=st.one_of(st.just(""), queries), filters=choices)
def test_facets_count_what_choosing_them_gives(folder, shelf, typed, filters):
    engine, all_rows = engine_of(shelf, folder), rows(shelf)
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
def test_answers_do_not_depend_on_how_the_index_came_about(before, after, asked):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        kept = [replace(report, id=f"z{report.id[1:]}") for report in before]
        build(Shelf([*before, *kept]), Path(one))
        grown, fresh = engine_of([*after, *kept], Path(one), fresh=False), engine_of([*after, *kept], Path(other))
        for typed, sort in asked:
            request = Request(typed, sort=sort, limit=200)
            assert replace(grown.search(request), version="") == replace(fresh.search(request), version="")


def test_an_index_that_holds_nothing_answers(tmp_path):
    engine = engine_of([], tmp_path)
    for typed in ("", "行政 复议", '"行*议"', "行政 ~3 复议", "zone:火炬 title:a -x"):
        answer = engine.search(Request(typed, {"year": ("2021",)}))
        assert (answer.total.sections, answer.hits) == (0, ())
        assert engine.kwic(Request(typed)) == (0, [])
    assert engine.suggest("行政") == ()
    assert engine.held().reports == 0
