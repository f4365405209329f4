"""What comes first: the judged queries keep their floors, judgements name what exists, and the
figures are counted right."""

import math
import tempfile
from pathlib import Path

import pytest

from benchmarks.authors import authors
from benchmarks.judged import GRADES, Judged, judged, score
from benchmarks.rankings import Sample, measured, weights
from benchmarks.relevance import broken, floors
from benchmarks.stock import Stock, bigrams, words
from benchmarks.unquoted import expressions, unquoted
from search.rank import score as rank

AUTHORS = authors()
KINDS = {
    "first": {"topic", "zone", "part", "figure", "heading", "script", "mixed", "sentence", "exact"},
    "second": {"year", "place", "spacing", "many", "phrase", "topic", "natural", "name"},
    "work": {"year", "many"},
}
QUERIES = AUTHORS["first"].queries()
LOG3 = math.log2(3)


@pytest.fixture(scope="module")
def held(loops):
    with tempfile.TemporaryDirectory() as folder:
        yield Sample(Path(folder))


@pytest.fixture(scope="module")
def work(tmp_path_factory):
    return Sample(tmp_path_factory.mktemp("work"), AUTHORS["work"].reports()) if "work" in AUTHORS else None


def asked_of(author, held, work):
    return work if author == "work" else held


def test_no_figure_falls_through_its_floor(held):
    assert broken("first", measured(held.ranking, QUERIES), unquoted(held.matching, held.texts())) == []


@pytest.mark.slow
@pytest.mark.parametrize("author", [name for name in AUTHORS if name != "first"])
def test_nor_does_one_of_another_author(author, held, work):
    assert broken(author, measured(asked_of(author, held, work).ranking, AUTHORS[author].queries())) == []


@pytest.mark.slow
@pytest.mark.parametrize("author", AUTHORS)
def test_hardly_any_question_finds_nothing(author, held, work):
    """At most 2 % of those whose words all stand in the corpus; here none."""
    asked = asked_of(author, held, work)
    assert [query.text for query in AUTHORS[author].queries() if not asked.ranking(query.text)] == []


def test_floors_are_named_after_figures():
    assert set(floors("first")) == {"ndcg", "mrr", "p1", "found", "unquoted_first"}
    assert set(floors("second")) == set(floors("work")) == {"ndcg", "mrr", "p1", "found"}


@pytest.mark.slow
@pytest.mark.parametrize("author", AUTHORS)
def test_judgements_name_sections_that_exist(author, held, work):
    sections = set(asked_of(author, held, work).texts())
    queries = AUTHORS[author].queries()
    assert [(query.text, name) for query in queries for name in query.grades if name not in sections] == []


@pytest.mark.parametrize("author", AUTHORS)
def test_every_query_is_judged_once_and_has_an_answer(author):
    queries = AUTHORS[author].queries()
    assert len({query.text for query in queries}) == len(queries)
    assert {query.kind for query in queries} == KINDS[author]
    assert [query.text for query in queries if max(query.grades.values()) < 2] == []


def test_both_halves_hold_a_third_at_least():
    halves = [query.half for query in QUERIES]
    assert min(halves.count("tuned"), halves.count("held")) > len(halves) / 3


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        (["a", "b", "c"], (1, 1, 1, 1)),
        ([], (0, 0, 0, 0)),
        (["x", "a", "b", "c"], (None, 0.5, 0, 1)),
        (["b", "a", "c"], ((3 + 7 / LOG3 + 0.5) / (7 + 3 / LOG3 + 0.5), 1, 0, 1)),
        (["a"], (7 / (7 + 3 / LOG3 + 0.5), 1, 1, 0.5)),  # b, an answer, is not found
        (["c"], (None, 0, 0, 0)),  # a mention is no answer
        (["x"] * 10 + ["a", "b"], (0, 1 / 11, 0, 1)),  # past the first ten there is no gain
    ],
)
def test_figures(ranking, expected):
    found = score(ranking, {"a": 3, "b": 2, "c": 1})
    for figure, value in zip((found.ndcg, found.mrr, found.p1, found.found), expected, strict=True):
        assert value is None or figure == pytest.approx(value)
    assert 0 <= found.ndcg <= 1


def test_a_section_is_graded_once(tmp_path):
    path = tmp_path / "judgements.toml"
    path.write_text('[[query]]\ntext = "甲"\nkind = "topic"\n3 = "p/1"\n2 = "p/2 p/1"\n', encoding="utf-8")
    with pytest.raises(ValueError, match="甲"):
        judged(path)


def test_grades_are_those_described():
    assert {grade for query in QUERIES for grade in query.grades.values()} == set(GRADES)


def test_a_query_stays_in_its_half():
    assert Judged("行政复议 办结率", "topic", {}).half == Judged("行政复议 办结率", "zone", {"a": 1}).half


def test_weights_are_set_back():
    usual = rank.HEADING
    with pytest.raises(RuntimeError), weights({"HEADING": 9.0}):
        raise RuntimeError
    assert usual == rank.HEADING


def test_an_unknown_weight_is_an_error():
    with pytest.raises(AttributeError), weights({"HEADNIG": 9.0}):
        pass


def test_stock_search_cuts_as_engines_do():
    assert words("依法行政，办结率99%") == ["依法行政", "办结率", "99"]
    assert bigrams("行政复議，率") == ["行政", "政复", "复议", "率"]


def test_stock_search_asks_for_all_or_any(held):
    query = "执法人员 培训 不足"
    assert Stock(held.reports, words, every=True)(query) == []
    assert "zaoxi-2022/2" in Stock(held.reports, words, every=False)(query)


def test_expressions_are_the_same_each_time(held):
    texts = held.texts()
    drawn = expressions(texts, 50)
    assert drawn == expressions(texts, 50)
    assert all(any(expression in text for text in texts.values()) for expression in drawn)
