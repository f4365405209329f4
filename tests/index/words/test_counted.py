"""Word postings: the same as counting each document by hand, whatever the stretches, the lengths of
words, the planes."""

import random
from collections import Counter

import numpy as np
import pytest

from corpus.text.fold import fold
from index.disk.column import side_by_side
from index.disk.postings import BLOCK, Blocks
from index.words import counted as words_module
from index.words.counted import Postings, count_words, of_keys
from index.words.cut import segment
from index.words.passage import analysed

PIECES = [
    "信访",
    "依法行政",
    "习近平新时代中国特色社会主义思想",
    "abcdefghij",
    "a",
    "45.94",
    "𠀀",
    "😀",
    "，",
    "\n",
    " ",
    "法",
]


def counted(texts: list[str]) -> Postings:
    arrays = side_by_side([analysed(text) for text in texts])
    return count_words(arrays["text"], arrays["bounds"], arrays["starts"])


def listed(postings: Postings) -> dict[str, dict[int, int]]:
    documents, counts = postings.documents.tolist(), postings.counts.tolist()
    return {
        word.decode(): dict(zip(documents[start:stop], counts[start:stop], strict=True))
        for word, start, stop in postings
    }


@pytest.mark.parametrize("stretch", [1, 40, 10_000])
def test_postings_equal_counting_by_hand(monkeypatch, stretch: int) -> None:
    monkeypatch.setattr(words_module, "STRETCH", stretch)
    rng = random.Random(stretch)
    texts = ["".join(rng.choices(PIECES, k=rng.randrange(0, 12))) for _ in range(60)]
    expected: dict[str, dict[int, int]] = {}
    for document, text in enumerate(texts):
        for word, count in Counter(word for word, _ in segment(fold(text))).items():
            expected.setdefault(word, {})[document] = count
    postings = counted(texts)
    assert listed(postings) == expected
    assert [word.decode() for word in postings.words] == sorted(expected)
    assert all(np.all(np.diff(postings.documents[start:stop].astype(int)) > 0) for _, start, stop in postings)
    assert postings.lengths.tolist() == [len(segment(fold(text))) for text in texts]


@pytest.mark.parametrize("texts", [[], [""], ["，"], ["", "，。", "\n"]])
def test_no_words(texts: list[str]) -> None:
    postings = counted(texts)
    assert (postings.words, postings.documents.tolist()) == ([], [])


def test_keys() -> None:
    postings = of_keys([(b"a", 0), (b"a", 4), (b"b", 2)])
    assert listed(postings) == {"a": {0: 1, 4: 1}, "b": {2: 1}}


def test_blocks_hold_one_word_each() -> None:
    documents = [*range(0, 3 * (BLOCK + 10), 3), 5, 7]
    counts = np.array([1 + place % 3 for place in range(len(documents))])
    starts = np.array([0, BLOCK + 10, BLOCK + 12])
    postings = Postings([b"a", b"b"], starts, np.array(documents), counts, np.full(9_000, 4))
    rows = list(Blocks.of(postings).rows())
    assert [row[:2] for row in rows] == [(0, BLOCK), (BLOCK, BLOCK + 10), (BLOCK + 10, BLOCK + 12)]
    assert [row[2] for row in rows] == [counts[:BLOCK].sum(), counts[BLOCK:-2].sum(), counts[-2:].sum()]
    steps = Blocks.of(postings).steps.tolist()
    assert steps[BLOCK] == documents[BLOCK]
    assert steps[BLOCK + 1] == 3
    assert steps[-2:] == [5, 2]
