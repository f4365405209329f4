"""Words as one pattern: whatever the way it is written, it finds what the words find."""

import re

import pytest

from corpus.line.alternatives import any_of, searched, spread

WORDS = ["(?:您|你)?(?:离开|访问)本站", "版权所有", "(?:主|承)办[:：]", "(?:ab)+c", "网(?:站|页)"]
LINES = ["您离开本站", "访问本站", "承办：", "xababc", "网页", "版权", "离开", ""]


def test_a_search_finds_the_same_however_it_is_written():
    for line in LINES:
        plain = any(re.search(word, line) for word in WORDS)
        assert bool(re.search(searched(WORDS), line)) is plain, line


@pytest.mark.parametrize(
    ("word", "spread_out"),
    [
        ("版权", ["版权"]),
        ("(?:主|承)办", ["主办", "承办"]),
        ("(?:您|你)?访", ["您访", "你访", "访"]),
        ("(?:a(?:b|c)|d)e", ["a(?:b|c)e", "de"]),
        ("(?:ab)+c", ["(?:ab)+c"]),  # repeated: left as it is
    ],
)
def test_spreading(word, spread_out):
    assert spread(word) == spread_out


def test_the_longest_word_is_taken():
    assert re.match(any_of(["网", "网站", "网站地图"]), "网站地图").group() == "网站地图"
