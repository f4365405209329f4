"""Why nothing was found."""

import pytest
from material.few_reports import report

from search.counting import Counting
from search.request import Request
from search.show.pieces import MOST_READ


@pytest.fixture(scope="module")
def engine(tmp_path_factory, engine_on, loops):
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
    absent, present = causes(engine, "审计 信访件")
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
    found = causes(engine, '-"审*计" year:2021 信访 (办理 OR "a\\"b")')
    (denied,) = (cause for cause in found if cause.label == "不含“审…计”")
    assert denied.q == 'year:2021 信访 (办理 OR "a\\"b")'


def test_words_that_can_be_left_out_of_a_search_that_finds_little(engine):
    """Best first, and only those that raise the count."""
    (cause,) = causes(engine, "行政复议 提高")
    assert (cause.label, cause.without, cause.q) == ("提高", 2, "行政复议")
    assert causes(engine, "提高") == ()


def test_pieces_of_a_pasted_sentence(engine):
    """Each offered query finds what is said, as typed."""
    found = causes(engine, "全年辦理行政復議五件的办结率提高審計两项")
    pieces = [(cause.shorter, cause.shorter_sections) for cause in found if cause.shorter]
    assert pieces == [("全年辦理行政復議五件", 1), ("办结率提高", 1), ("審計两项", 1)]
    for cause in found:
        if cause.shorter:
            assert engine.search(Request(cause.shorter_q)).total.sections == cause.shorter_sections


def test_what_was_typed_is_said_back(engine):
    (cause,) = causes(engine, "“行政復議率”")
    assert (cause.label, cause.shorter, cause.shorter_q) == ("“行政復議率”", "行政復議", '"行政復議"')


def test_much_pasted_takes_bounded_work(engine, monkeypatch):
    asked = []
    occur, counts = Counting.occur, Counting.counts
    monkeypatch.setattr(Counting, "occur", lambda self, texts: asked.extend(texts) or occur(self, texts))
    monkeypatch.setattr(Counting, "counts", lambda self, given: asked.extend(given) or counts(self, given))
    found = causes(engine, "复议审计办结率提高两项五件行政全年" * 3 + "火星")
    assert len(asked) < 3 * MOST_READ
    assert [cause.label for cause in found if not cause.alone] == ["火星"]


def test_words_that_hardly_fit_are_explained_too(engine):
    typed = "".join(f"审{'x' * 29}" for _ in range(16))
    assert any(not cause.alone for cause in causes(engine, typed))
