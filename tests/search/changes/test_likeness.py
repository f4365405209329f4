"""Likeness, sentence by sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.examples import at_most

from search.changes.likeness import likeness

SENTENCES = st.lists(st.text("行政复议#\U00020000", min_size=1, max_size=8), max_size=6)


def dice(one, other):
    ours, theirs = ({text[n : n + 2] for n in range(max(1, len(text) - 1))} for text in (one, other))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


@settings(max_examples=at_most(100), deadline=None)
@given(SENTENCES, SENTENCES)
def test_all_with_all(one, other):
    found = likeness(one, other)
    assert found.shape == (len(one), len(other))
    for a, ours in enumerate(one):
        for b, theirs in enumerate(other):
            assert found[a, b] == pytest.approx(dice(ours, theirs))
