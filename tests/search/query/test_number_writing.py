"""Numbers in bare words are found in all their writings, quoted ones only as they stand."""

import pytest
from material.engines import embedded, on
from material.few_reports import report

from search.found import Found
from search.match.filters import bound
from search.query.read import parse
from search.request import Request


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    return engine_on(tmp_path_factory.mktemp("index"), *reports())


def reports():
    return (
        report("a", "全年办理行政复议52件。", "审计共１５２件", year=2021),
        report("b", "办理行政复议五十二件，办结率百分之九十八。", year=2023),
        report("c", "拨打12345热线，办结率98%", "二〇二三年的复议", year=2020, title="园区报告"),
    )


@pytest.mark.parametrize(
    ("typed", "matches"),
    [
        ("52件", ["52件", "五十二件", "５２件"]),  # a number inside a longer one is still found, but last
        ("五十二件", ["52件", "五十二件", "５２件"]),
        ("“五十二件”", ["五十二件"]),
        ("“52件”", ["52件", "５２件"]),
        ("办结率98%", ["办结率98%", "办结率百分之九十八"]),
        ("复议 2023年", ["二〇二三年"]),
        ("12345热线", ["12345热线"]),
    ],
)
def test_found_and_marked(engine, typed, matches):
    answer = engine.search(Request(typed))
    marked = {hit.snippet.text[start:end] for hit in answer.hits for start, end in hit.snippet.ranges}
    assert set(matches) <= marked
    assert not any(match in marked for match in {"52件", "五十二件", "５２件"} - set(matches))


def test_inside_a_longer_number_comes_last(engine):
    *_, last = engine.search(Request("52件")).hits
    assert "１５２件" in last.snippet.text


def test_unbroken_is_as_typed_but_either_writing_ranks_first(engine):
    answer = engine.search(Request("行政复议52件"))
    assert (answer.total.exact, answer.total.sections) == (1, 2)
    assert {hit.report for hit in answer.hits} == {"00000000000a", "00000000000b"}


def test_each_writing_of_a_run_weighs_alike(tmp_path):
    view = on(embedded, tmp_path, *reports()).view
    assert len({term.weight for term in Found(view, parse("行政复议52件"), bound({}, view)).terms[3:]}) == 1


def test_what_denies_a_number_denies_all_its_writings(engine):
    assert engine.search(Request("行政复议 -52件")).total.sections == 0


def test_a_rare_writing_weighs_as_the_usual_one(engine):
    one, other = (hit for hit in engine.search(Request("办结率 98%")).hits)
    assert one.score == pytest.approx(other.score, rel=0.25)


def test_said_back():
    assert parse("行政复议52件").interpreted == "行政复议 且 52件（或写作 五十二件）"
