"""A bare year that is typed is there in the reports of that year, too."""

import pytest
from material.few_reports import report
from material.plain_scan import found, rows

from search.request import Request

REPORTS = [
    report("a", "减税三项", "没有这些", year=2023, title="政府工作报告", zone="国务院"),
    report("b", "减税两项", "回顾二〇二三年减税", "2023年的事", year=2024, title="政府工作报告", zone="国务院"),
    report("c", "2022年减税", year=2022, title="政府工作报告", zone="鹤渚区"),
    report("d", "减税一项", year=None, title="说明", zone="鹤渚区"),
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    return engine_on(tmp_path_factory.mktemp("index"), *REPORTS)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("国务院 2023 减税", {("a", "0"), ("b", "1")}),
        ("2023年 减税", {("a", "0"), ("b", "1")}),
        ("减税2023", {("a", "0"), ("b", "1")}),
        ("2022 减税", {("c", "0")}),
        ("2023", {("b", "1"), ("b", "2")}),  # at least one word has to stand in the section itself
        ("“2023” 减税", set()),  # a phrase is its characters
        ("减税 -2023", {("b", "0"), ("c", "0"), ("d", "0")}),
        ("2021 减税", set()),
    ],
)
def test_found(engine, typed, wanted):
    hits = engine.search(Request(typed, limit=50)).hits
    assert {(hit.report.lstrip("0"), hit.section) for hit in hits} == wanted
    assert {(row.report.lstrip("0"), row.section) for row in found(typed, {}, rows(REPORTS))} == wanted


def test_facets_and_totals_go_along(engine):
    answer = engine.search(Request("国务院 2023 减税"))
    assert [(value.value, value.count) for value in answer.facets["year"]] == [("2024", 1), ("2023", 1)]
    assert (answer.total.sections, answer.total.reports) == (2, 2)
