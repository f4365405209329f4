"""Questions about some reports only: as if no others were held."""

import pytest
from material.few_reports import report

from search.request import Request

REPORTS = (
    report("a", "审计一", "审计二", "信访", zone="甲区", year=2021, part="问题不足"),
    report("b", "审计三", "审计四和信访", zone="乙区", year=2023, place=("江苏省", "南京市")),
    report("c", "复议", zone="审计区", year=2022),
)
A, B, C = (each.id for each in REPORTS)


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    return engine_on(tmp_path_factory.mktemp("index"), *REPORTS)


@pytest.fixture(scope="module", params=[(A,), (B,), (A, C), (A, B, C)])
def asked(request):
    return request.param


@pytest.fixture(scope="module")
def alone(tmp_path_factory, engine_on, asked):
    """An engine that holds nothing but what is asked about."""
    return engine_on(tmp_path_factory.mktemp("alone"), *(each for each in REPORTS if each.id in asked))


@pytest.mark.parametrize("typed", ["审计", '"审计"', "审计 信访", "", "审计 OR 复议", "-信访", "审*一", "办理"])
@pytest.mark.parametrize("filters", [{}, {"year": ("2021",)}])
def test_is_as_if_no_others_were_held(engine, alone, typed, asked, filters):
    one, other = (each.search(Request(typed, filters, reports=asked)) for each in (engine, alone))
    assert one.total == other.total
    assert {facet: shown(values) for facet, values in one.facets.items()} == {
        facet: shown(values) for facet, values in other.facets.items()
    }
    assert found(one) == found(other)
    assert [(cause.alone, cause.without) for cause in one.explanation] == [
        (cause.alone, cause.without) for cause in other.explanation
    ]
    assert one.reports == other.reports
    assert engine.kwic(Request(typed, filters, reports=asked)) == alone.kwic(Request(typed, filters))


def shown(values):
    """The chosen value stands there even when the smaller corpus does not hold it."""
    return {(value.value, value.count) for value in values}


def found(answer):
    return {(hit.report, hit.section, hit.occurrences, hit.snippet) for hit in answer.hits}


@pytest.mark.parametrize("asked", [("0",), ("zzz",), ("", "00000000000")])
def test_an_unknown_report_has_nothing(engine, asked):
    answer = engine.search(Request("审计", reports=asked))
    assert (answer.total.sections, answer.hits, answer.reports) == (0, (), ())


def test_the_name_of_a_report_that_is_not_asked_about_is_no_answer(engine):
    assert engine.search(Request("审计区", reports=(C,))).reports
    assert not engine.search(Request("审计区", reports=(A,))).reports
