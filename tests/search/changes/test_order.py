"""What stays in order, against plain tables."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from material.examples import at_most

from search.changes.order import common, rising

LETTERS = st.text("abc", max_size=12)


def longest(one, other):
    """The length of a longest common subsequence, cell by cell."""
    row = [0] * (len(other) + 1)
    for a in one:
        before = row[:]
        for n, b in enumerate(other):
            row[n + 1] = before[n] + 1 if a == b else max(before[n + 1], row[n])
    return row[-1]


@settings(max_examples=at_most(100), deadline=None)
@given(LETTERS, LETTERS)
def test_the_longest_common_sequence(one, other):
    found = common(one, other)
    assert all(one[a] == other[b] for a, b in found)
    assert all(a < c and b < d for (a, b), (c, d) in itertools.pairwise(found))
    assert len(found) == longest(one, other)


@settings(max_examples=at_most(100), deadline=None)
@given(st.permutations(range(8)))
def test_the_longest_rising_one(values):
    found = sorted(rising(values))
    kept = [values[place] for place in found]
    assert kept == sorted(kept)
    assert len(kept) == longest(values, sorted(values))
