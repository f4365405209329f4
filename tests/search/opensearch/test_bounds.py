"""What is bounded on a cluster is said, and what lies deep is found all the same."""

import pytest
from material.engines import opensearch

from corpus.store.folder import Store
from search.across.elsewhere import Topic
from search.across.passages import Compared
from search.errors import NotOnThisEngine, QueryError
from search.opensearch import answering, lines, paging
from search.opensearch.asking import reading
from search.request import Request

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def engine(sample, tmp_path_factory, request):
    address = request.getfixturevalue("opensearch")
    return opensearch(address, Store(sample), tmp_path_factory.mktemp("bounds"))


@pytest.fixture
def few(monkeypatch):
    for module in (answering, lines, reading):
        monkeypatch.setattr(module, "READ", 5)


def test_occurrences_of_a_pair_in_some_sections_only_are_said(engine, few):
    answer = engine.search(Request('"行政" ~9 "执法"'))
    whole = engine.search(Request('"行政"')).total
    assert 5 < answer.total.sections < whole.sections
    assert any("5 段里数过" in note for note in answer.notes)


def test_what_neither_reading_nor_intervals_tell_is_refused(engine, few):
    with pytest.raises(QueryError, match="最多读 5 段"):
        engine.search(Request('"行政*执*法"'))


def test_lines_of_some_sections_only_are_said(engine, few):
    total, _ = engine.kwic(Request('"行政"'))
    assert total < engine.search(Request('"行政"')).total.occurrences
    assert "前面的 5 段" in engine.line_note(Request('"行政"'), total, "left")


def test_nothing_is_said_where_all_is_read(engine):
    assert engine.search(Request('"行政" ~9 "执法"')).notes == ()
    assert engine.line_note(Request('"行政"'), 5, "left") is None


@pytest.mark.parametrize("sort", ["relevance", "zone"])
def test_deep_pages(engine, monkeypatch, sort):
    monkeypatch.setattr(paging, "AT_ONCE", 30)
    whole = [hit for at in range(0, 200, 20) for hit in engine.search(Request('"的"', sort=sort, offset=at)).hits]
    monkeypatch.undo()
    expected = engine.search(Request('"的"', sort=sort, limit=200)).hits
    assert [(hit.report, hit.section) for hit in whole] == [(hit.report, hit.section) for hit in expected]


@pytest.mark.parametrize(
    "ask",
    [
        lambda engine: engine.passages(Compared("行政复议案件办结率逐年提高")),
        lambda engine: engine.widespread(Request()),
        lambda engine: engine.alike(Topic("", None, "其他", None, "", "行政复议案件")),
    ],
    ids=["passages", "widespread", "alike"],
)
def test_what_needs_arrays_is_refused_in_a_sentence(engine, ask):
    with pytest.raises(NotOnThisEngine, match="OpenSearch"):
        ask(engine)
