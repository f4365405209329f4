"""Why nothing was found."""

import pytest
from few_reports import engine_on, report

from search.request import Request


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return engine_on(
        tmp_path_factory.mktemp("index"),
        report("a", "全年办理行政复议五件", "审计两项", year=2021),
        report("b", "行政复议办结率提高", year=2023),
    )


def causes(engine, typed, **filters):
    return engine.search(Request(typed, filters)).explanation


def test_silent_where_something_is_found(engine):
    assert causes(engine, "行政复议") == ()
    assert causes(engine, "") == ()


def test_the_word_that_is_nowhere(engine):
    present, absent = causes(engine, "审计 信访件")
    assert (present.label, present.alone, present.without) == ("审计", 1, 0)
    assert (absent.label, absent.alone, absent.without, absent.q) == ("信访件", 0, 1, "审计")


def test_the_filter_that_is_to_blame(engine):
    word, year = causes(engine, '"审计"', year=("2023",))
    assert (word.alone, word.without) == (1, 1)
    assert (year.facet, year.label, year.without) == ("year", "年份为2023", 1)


@pytest.mark.parametrize(
    ("typed", "shorter", "sections"),
    [
        ('"今年办理行政复议七件"', "年办理行政复议", 1),
        ('"行政复议率"', "行政复议", 2),
        ('"火星*行政复议了"', "行政复议", 2),
        ('"火星"', "", 0),
        ("信访 ~5 行政复审", "行政复", 2),
    ],
)
def test_the_longest_piece_that_occurs(engine, typed, shorter, sections):
    (cause,) = causes(engine, typed)
    assert (cause.shorter, cause.shorter_sections) == (shorter, sections)
    if shorter:
        assert engine.search(Request(cause.shorter_q)).total.sections == sections


def test_offers_keep_their_meaning(engine):
    first, *_ = causes(engine, '-"审*计" year:2021 信访 (办理 OR "a\\"b")')
    assert first.q == 'year:2021 信访 (办理 OR "a\\"b")'
