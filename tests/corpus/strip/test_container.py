"""The element that holds a body: known by its name, where it holds enough."""

import pytest
from material.weighed_lines import SENTENCE, weighed

from corpus.strip.container import held_by_known, is_known, narrowed, shared_path


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("html body div#zoom", True),
        ("html div.TRS_Editor p", True),
        ("html div.TRS_UEditor p", True),
        ("html div#UCAP-CONTENT", True),
        ("html div.left.article-content p", True),
        ("html div.zoomed", False),
        ("html div.content", False),  # anything may be called so
        ("", False),
    ],
)
def test_known_names(path, known):
    assert is_known(path.split()) is known


@pytest.mark.parametrize(
    ("inside", "outside", "narrows"),
    [(4, 2, True), (1, 2, True), (1, 9, False), (0, 2, False)],
)
def test_a_container_counts_where_it_holds_enough(inside, outside, narrows):
    lines = weighed(*[(SENTENCE, "div#zoom p")] * inside, *[(SENTENCE, "div.about p")] * outside)
    found = narrowed(lines)
    assert [line.weight > 0 for line in found] == [True] * inside + [not narrows] * outside


@pytest.mark.parametrize(
    ("cells", "span"),
    [
        ([("主要工业产品产量及增长速度", "div#zoom td")] * 8, (1, 9)),
        ([("产量", "div#zoom td")] * 8, None),  # too little
        ([("主要工业产品产量及增长速度", "div.list td")] * 8, None),
        ([("主要工业产品产量及增长速度", "div#zoom td", 1.0)] * 8, None),  # links
    ],
)
def test_a_page_without_a_sentence(cells, span):
    assert held_by_known(weighed("首页 > 公开", *cells)) == span


@pytest.mark.parametrize(
    ("paths", "shared"),
    [
        (["html div.a p", "html div.a p"], "html div.a p"),
        (["html div.a p", "html div.a div p"], "html div.a"),
        (["html div.a p", "body p"], ""),
        ([], ""),
    ],
)
def test_what_all_sentences_share(paths, shared):
    assert shared_path(weighed(*[(SENTENCE, path) for path in paths])) == tuple(shared.split())
