"""Counting Chinese characters."""

import pytest

from corpus.text.han import han


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("2023年GDP增长5%", 3), ("一、二。三", 3), ("㐀鿿", 2), ("〇", 0), ("ＡＢ，", 0)],
)
def test_counts(text, count):
    assert han(text) == count
