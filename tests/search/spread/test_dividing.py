"""Bare words that select: nobody is called silent for a year, an issuer or a title that the words
name; and the question that is offered instead tells it."""

import pytest
from material.few_reports import report

from search.request import Request

PLACES = {"江门鹤渚开发区": ("广东省", "江门市"), "泉州望澜开发区": ("福建省", "泉州市")}
# Both say it in 2021; 鹤渚 does not name itself there. 2021 looks ahead to 2022.
TEXTS = {
    ("江门鹤渚开发区", 2021): ("推行免扰清单", "2022年推进清单"),
    ("江门鹤渚开发区", 2022): ("免扰清单管用", "没有别的"),
    ("泉州望澜开发区", 2021): ("推行免扰清单", "信用评价"),
    ("泉州望澜开发区", 2022): ("信用评价", "没有别的"),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on):
    reports = [
        report(
            f"{place}",
            *texts,
            zone=zone,
            year=year,
            place=PLACES[zone],
            title=f"{zone}{year}年{'信用评价' if place == 3 else '法治'}情况报告",
        )
        for place, ((zone, year), texts) in enumerate(TEXTS.items())
    ]
    return engine_on(tmp_path_factory.mktemp("index"), *reports)


@pytest.mark.parametrize(
    ("typed", "filters", "names", "instead"),
    [
        ("免扰清单 2022", {}, ("2022",), "免扰清单 year:2022"),
        ("免扰清单 2022年", {}, ("2022年",), "免扰清单 year:2022"),
        ("2022年 免扰清单", {}, ("2022年",), "year:2022 免扰清单"),
        ("鹤渚 免扰清单", {}, ("鹤渚",), 'zone:"鹤渚" 免扰清单'),
        ("免扰清单 福建", {}, ("福建",), '免扰清单 region:"福建"'),
        # all reports asked about are of the year
        ("免扰清单 2022", {"year": ("2022",)}, (), ""),
        ("免扰清单 2022 year:2022", {}, (), ""),
        ("鹤渚 免扰清单", {"zone": ("江门鹤渚开发区",)}, (), ""),
        # of no report held
        ("免扰清单 1999", {}, (), ""),
        # in a title, and a section counts by that alone
        ("没有别的 信用评价", {}, ("信用", "评价"), ""),
        # in a title, and no section counts by that alone
        ("免扰 清单 评价", {}, (), ""),
        # alone it has to stand in the section
        ("2022", {}, (), ""),
        ("2022 OR 2021", {}, (), ""),
        ('"2022"', {}, (), ""),
        ('"免扰清单" "2022"', {}, (), ""),
    ],
)
def test_words_that_select(engine, typed, filters, names, instead):
    found = engine.absent(Request(typed, filters))
    assert (found.selection.names, found.selection.instead) == (names, instead)
    assert (found.silent is None) == bool(names) == (found.selection.silence == "not_for_names")
    if instead:
        assert not engine.absent(Request(instead, filters)).selection.silence


def test_those_left_out_are_not_silent_and_the_sums_stay(engine):
    asked = Request("鹤渚 免扰清单", limit=200)
    matrix, total = engine.matrix(asked), engine.search(asked).total
    assert sum(row.total.sections for row in matrix.rows) + matrix.unplaced.sections == total.sections
    assert (matrix.totals.sections, matrix.totals.reports_with) == (total.sections, total.reports)
    instead = engine.absent(Request(engine.absent(asked).selection.instead))
    assert {each.zone for each in instead.silent} <= {"江门鹤渚开发区"}
    assert instead.held == 2


def test_a_question_that_finds_nothing_is_not_offered(engine):
    assert engine.absent(Request("望澜 没有此话")).selection == engine.matrix(Request("望澜 没有此话")).selection
    assert engine.absent(Request("望澜 没有此话")).selection.instead == ""


@pytest.mark.parametrize("typed", ['-"免扰清单"', '"信用" -"免扰清单"', 'zone:鹤渚 OR "免扰清单"', "鹤渚 免扰清单"])
def test_nothing_is_told_that_rests_on_silence(engine, typed):
    found = engine.spread(Request(typed), years=True)
    assert found.selection.silence
    assert (found.first, found.first_total, found.silent, found.silent_total) == ((), 0, (), 0)
    assert (found.curve, found.half_year, found.body_years) == ((), None, ())
