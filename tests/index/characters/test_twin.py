"""The characters of a segment in C give what those in Python give, and leave their working space
empty."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.segments_made import (
    NARROW,
    SETTINGS,
    arrays_of,
    both,
    chances,
    lookups,
    phrases,
    repeated,
    segments,
    some,
)

from index.characters.counting import COUNTED_IN_PYTHON

INSIDE = 0.25
MANY = repeated(["政法a1", "", "政政政\n法 法", "a 1政", "1"], 300)


def same(one, other):
    """Equal arrays of one type, or tuples of such."""
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return one.dtype == other.dtype and one.tolist() == other.tolist()


def is_empty(twin):
    """Whether the working space is all zeros: the cells read out as they are, then the marks."""
    everything = np.arange(twin.size)
    live = np.ones(twin.size, np.bool_)
    return not twin.counts_of(everything, 0, 0).any() and not len(twin.counted(0, 0, live)[0])


def counts_alike(compiled, pure, rows, live, also):
    """Every way of counting a stretch of the suffixes, one after the other in the same working
    space."""
    for kept in (None, live):
        for more in (None, also):
            assert same(compiled.counted(*rows, kept, more), pure.counted(*rows, kept, more))
            assert is_empty(compiled)
    assert compiled.kept(*rows, live) == pure.kept(*rows, live)
    assert same(compiled.dense(*rows), pure.dense(*rows))
    marked, other = np.full(len(pure), 5, np.uint8), np.full(len(pure), 5, np.uint8)
    for bit in (2, 1, 128):
        compiled.mark(marked, *rows, bit)
        pure.mark(other, *rows, bit)
        assert same(marked, other)
    for docs in (also, np.arange(len(pure)), also[::-1].copy()):
        assert same(compiled.counts_of(docs, *rows), pure.counts_of(docs, *rows))
        assert is_empty(compiled)


@SETTINGS
@given(segments, st.lists(phrases, min_size=1, max_size=5), chances)
def test_phrases_are_counted_alike(arrays, wanted, chance):
    compiled, pure = both(arrays)
    live = np.array([chance.random() < 0.7 for _ in range(len(pure))], np.bool_)
    for phrase in wanted:
        rows = pure.rows(phrase)
        assert compiled.rows(phrase) == rows
        counts_alike(compiled, pure, rows, live, some(chance, len(pure)))
        docs = some(chance, len(pure))
        assert same(compiled.counts_through(docs, phrase), pure.counts_through(docs, phrase))
        assert same(compiled.counts(phrase), pure.counts(phrase))


@SETTINGS
@given(segments, phrases)
def test_places_are_found_alike(arrays, phrase):
    compiled, pure = both(arrays)
    for doc in range(min(len(pure), 8)):
        assert compiled.places(doc, phrase) == pure.places(doc, phrase)


@pytest.mark.parametrize("owners", [np.uint16, np.uint32])
@pytest.mark.parametrize(
    "count", [0, 1, COUNTED_IN_PYTHON - 1, COUNTED_IN_PYTHON, COUNTED_IN_PYTHON + 1, 75, 76, 150, 151, 10**6]
)
def test_stretches_at_the_thresholds(owners, count):
    compiled, pure = both(arrays_of(MANY, owners))
    live = np.arange(len(MANY)) % 3 > 0
    for low in (0, 5, 200):
        rows = (low, min(low + count, len(pure.suffixes)))
        counts_alike(compiled, pure, rows, live, np.array([0, 1, 63, 64, 299]))


@pytest.mark.parametrize("wide", [False, True])
def test_every_substring_of_a_text_is_found(wide):
    text = "aaaaa政法政法1a"
    compiled, pure = both(arrays_of(["法", text, "", text[::-1]], wide=wide))
    assert compiled.places(1, "aaa") == [0, 1, 2]
    for start in range(len(text)):
        for stop in range(start + 1, len(text) + 1):
            for phrase in (text[start:stop], text[::-1][start:stop]):
                assert compiled.rows(phrase) == pure.rows(phrase)
                assert [compiled.places(doc, phrase) for doc in range(4)] == [
                    pure.places(doc, phrase) for doc in range(4)
                ]


@pytest.mark.parametrize("last", ["法", "政法", "1政法a", "法法"])
def test_a_phrase_at_the_end_of_the_segment(last):
    compiled, pure = both(arrays_of(["政", "政政" + last]))
    for phrase in (last, last + "法", last[:1], last * 2):
        assert compiled.rows(phrase) == pure.rows(phrase)
        assert same(compiled.counts(phrase), pure.counts(phrase))
        assert compiled.places(1, phrase) == pure.places(1, phrase)


def test_a_segment_of_nothing():
    compiled, pure = both(arrays_of([]))
    assert compiled.rows("政") == pure.rows("政") == (0, 0)
    none = np.zeros(0, np.int64)
    counts_alike(compiled, pure, (0, 0), np.zeros(0, np.bool_), none)
    assert same(compiled.counts_through(none, "政"), none)


def test_an_empty_phrase_is_an_error():
    with pytest.raises(ValueError, match="at least one character"):
        both(arrays_of(["政"]))[0].rows("")


@SETTINGS
@given(segments, phrases, chances)
def test_occurrences_are_weighed_alike(arrays, phrase, chance):
    compiled, pure = lookups(arrays, chance)
    twin, headings = compiled.view.text, pure.view.headings
    docs = some(chance, pure.view.size)
    if not len(docs) or "\0" in phrase:
        return
    expected = pure.weighted(phrase, docs, INSIDE)
    assert same(twin.weighted(docs, headings, phrase, *pure.rows(phrase), INSIDE), expected)
    assert is_empty(twin)
    assert same(twin.weighted_through(docs, headings, phrase, INSIDE), expected)
    held = pure.counted(phrase)  # from here on it is no longer looked through the texts
    assert same(pure.weighted(phrase, docs, INSIDE), expected)
    assert same(compiled.weighted(phrase, held.docs, INSIDE), pure.weighted(phrase, held.docs, INSIDE))


def test_headings_that_end_with_an_occurrence():
    compiled, pure = lookups(arrays_of(["政法" * 12] * 60), random.Random(1))
    twin, headings, docs = compiled.view.text, pure.view.headings, np.arange(60)
    assert len({*headings.tolist()}) > 12
    for phrase in ("政", "法", "政法政"):
        expected = pure.weighted(phrase, docs, INSIDE)
        assert same(twin.weighted(docs, headings, phrase, *pure.rows(phrase), INSIDE), expected)
        assert same(twin.weighted_through(docs, headings, phrase, INSIDE), expected)


@SETTINGS
@given(segments, st.sampled_from(("政", "法", "a1", "缺")), chances)
def test_sections_belong_to_the_same_reports(arrays, text, chance):
    compiled, pure = lookups(arrays, chance)
    for docs in (some(chance, pure.view.size), np.arange(pure.view.size)):
        one, other = compiled.is_named(text, docs), pure.is_named(text, docs)
        assert one is other is None or same(one, other)
        assert is_empty(compiled.view.text)


@SETTINGS
@given(st.lists(st.text(NARROW, min_size=12, max_size=40), min_size=20, max_size=30), chances)
def test_a_lookup_answers_alike(texts, chance):
    """The same questions in the same order, each a while after another: of deleted documents
    nothing is said."""
    live = np.array([chance.random() < 0.8 for _ in texts], np.bool_)
    compiled, pure = lookups(arrays_of(texts), chance, live)
    docs = np.flatnonzero(live)
    for text in ("政", "法", "a1", "政法", "政政", "1"):
        for ask in ("counted", "counted_or_named"):
            one, other = getattr(compiled, ask)(text), getattr(pure, ask)(text)
            assert same((one.docs, one.counts), (other.docs, other.counts))
        assert same(compiled.counts_in(text, docs), pure.counts_in(text, docs))
        assert same(compiled.holds(text, docs[::2].copy()), pure.holds(text, docs[::2].copy()))
