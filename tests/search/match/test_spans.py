"""Where a query stands in a text as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plain_scan import counted

from corpus.text.fold import squeeze
from search.match.spans import merged, scan, spans
from search.query.read import escape, parse


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("", "行政复议", []),
        (
            '"行政复议"',
            "行政復 議，行政\n复议",
            ["行政復 議"],
        ),  # other script, white space inside, no match over a paragraph's end
        ('"aa"', "ＡaA", ["Ａa", "aA"]),  # overlapping ones count
        ("行政 -复议", "行政复议", ["行政"]),  # what is denied is not marked
        ("行政 OR 行政复议", "行政复议", ["行政", "行政复议"]),
        ("title:行政 复议", "行政复议", ["复议"]),
        ('"第*批"', "第一批第二批 第\n三批", ["第一批", "第二批"]),
        ('"第*批"', "第第一批批", ["第第一批", "第一批"]),  # once a start, shortest end
        ('"第*批"', "第" + "一" * 10 + "批", ["第" + "一" * 10 + "批"]),
        ('"第*批"', "第" + "一" * 11 + "批", []),
        ('"a*b*c"', "a1b2b3c", ["a1b2b3c"]),
        ("审计 ~2 信访", "审计和信访", ["审计和信访"]),
        ("审计 ~2 信访", "信访，，审计一二三信访", ["信访，，审计"]),  # in either order, a pair once
        ("审计 ~2 信访", "审计\n信访", []),
        ("aa ~5 aa", "aaa", []),  # a word is not beside itself
        ("aa ~5 aa", "aaaa", ["aaaa"]),
        ("审计 ~9 信访", "审计一审计二信访三四审计", ["审计二信访"]),  # each member once, with the nearest
        ("审计 ~9 信访", "审计一信访一审计一信访", ["审计一信访", "审计一信访"]),  # from left to right
        ("审计 ~9 信访", "审计审计信访信访", ["审计信访"]),  # side by side
        ("(审计 OR 稽查) ~9 信访", "审计、稽查信访", ["稽查信访"]),
        ("审计 ~9 信访 审计", "审计和信访", ["审计", "审计和信访"]),
        ("免扰清单", "免扰清单，清单免扰，免扰清单", ["免扰清单", "清单", "免扰", "免扰清单"]),
        ("免扰清单", "免扰，清单", ["免扰", "清单"]),
        ("免扰清单 清单", "免扰清单", ["免扰清单", "清单"]),  # what also stands on its own counts by itself
        ('免扰清单 "免扰清单"', "免扰清单", ["免扰清单"]),
        ("免扰清单 OR 清单制度", "免扰清单", ["免扰清单", "清单"]),  # the second run is broken here
        ("免扰清单 -清单", "免扰清单", ["免扰清单"]),
        ('免扰清单 "免*扰"', "免扰清单", ["免扰", "免扰清单"]),
        ("研究研究", "研究研究研究", ["研究研究", "研究研究"]),  # overlapping ones count
        ("研究研究", "研究，研究", ["研究", "研究"]),
        ("整改52件", "整改五十二件，整改52件，五十二件", ["整改五十二件", "整改52件", "五十二件"]),
    ],
)
def test_marks(typed, text, marked):
    assert [text[start:end] for start, end in spans(parse(typed), text)] == marked


def test_merges_what_overlaps_and_leaves_what_touches():
    assert merged([]) == ()
    assert merged([(0, 2), (2, 4), (3, 5), (3, 4), (7, 8)]) == ((0, 2), (2, 5), (7, 8))


texts = st.text("行政復議a \u3000\n", max_size=40)
small = st.text("行政复a", min_size=1, max_size=2)
operands = st.one_of(
    small.map(escape),
    st.lists(small, min_size=2, max_size=3).map(lambda pieces: f'"{"*".join(pieces)}"'),
    st.builds('"{}" ~{} "{}"'.format, small, st.integers(1, 4), small),
)


@given(operands, texts)
def test_equals_trying_every_position(typed, text):
    query = parse(typed)
    assert scan(query, squeeze(text)) == sorted(counted(query.node, squeeze(text)))


@given(st.data(), texts)
def test_every_substring_of_a_paragraph_is_found_and_slices_back(data, text):
    paragraphs = [paragraph for paragraph in text.split("\n") if squeeze(paragraph)]
    if not paragraphs:
        return
    paragraph = data.draw(st.sampled_from(paragraphs))
    start = data.draw(st.integers(0, len(paragraph) - 1))
    piece = paragraph[start : data.draw(st.integers(start + 1, len(paragraph)))]
    if squeeze(piece):
        found = spans(parse(escape(piece)), text)
        assert found
        assert {squeeze(text[start:end]) for start, end in found} == {squeeze(piece)}
