"""What a hit shows of its section."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.match.spans import spans
from search.query.read import parse
from search.show.snippet import WIDTH, snippet

FILLER = "园区企业服务窗口全年接待来访群众。" * 20


def shown(typed, text, heading=0):
    made, paragraph = snippet(text, spans(parse(typed), text), heading)
    return made.text, [made.text[start:end] for start, end in made.ranges], paragraph


def test_begins_with_the_sentence_and_says_the_paragraph():
    text, marks, paragraph = shown('"审计"', f"一、概况\n{FILLER}去年完成审计两项。{FILLER}")
    assert text.startswith("园区企业服务窗口")
    assert "去年完成审计两项。园区" in text
    assert (marks, paragraph) == (["审计"], 2)
    assert len(text) <= WIDTH


def test_prefers_the_place_where_different_words_meet():
    text, marks, _ = shown("审计 信访", f"审计、审计、审计。{FILLER}审计与信访。{FILLER}")
    assert marks == ["审计", "信访"]
    assert text.startswith("园区企业服务窗口")


def test_a_match_in_the_heading_shows_what_stands_behind_it():
    assert shown('"审计"', "一、审计\n完成两项。")[0] == "一、审计\n完成两项。"


def test_a_match_longer_than_the_stretch_is_shown_whole():
    phrase = FILLER[: WIDTH + 30]
    _, marks, _ = shown(f'"{phrase}"', f"前。{phrase}后。")
    assert marks == [phrase]


def test_without_matches_the_text_behind_the_heading():
    assert shown("", "一、概况\n园区建成。", len("一、概况")) == ("园区建成。", [], None)
    assert shown("", "一、概况", len("一、概况")) == ("一、概况", [], None)


@pytest.mark.parametrize("typed", ['"a"', '"aa"', '"a*b"', "a b"])
@given(text=st.text("ab。\n \u3000界" * 3, min_size=1, max_size=400))
def test_ranges_are_whole_matches_inside_the_stretch(typed, text):
    found = spans(parse(typed), text)
    made, paragraph = snippet(text, found)
    assert made.text in text
    assert bool(made.ranges) == bool(found) == (paragraph is not None)
    assert all(0 <= start < end <= len(made.text) for start, end in made.ranges)
    assert all(first[1] <= then[0] for first, then in zip(made.ranges, made.ranges[1:], strict=False))
