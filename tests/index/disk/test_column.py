"""The character column: sorted suffixes, exact counts, boundaries, offsets into the text as
written, and merging."""

import random

import numpy as np
import pytest
from material.index_material import MemoryStore, indexed, report

from corpus.text.fold import squeeze
from index.build import build
from index.characters.suffixes import suffix_array
from index.snapshot import Snapshot, open_snapshot
from index.words.cut import segment

pytestmark = pytest.mark.usefixtures("loops")

ALPHABETS = [
    (np.uint16, [0, 1, 2]),
    (np.uint16, [0, 0xFF, 0x100, 0xFFFF]),  # the two bytes of a unit sort as the unit does
    (np.uint16, [0x4E00, 0x4E01]),
    (np.uint32, [0, 0xFF, 0x100, 0xFFFF, 0x20000, 0x10FFFF]),
]


@pytest.mark.parametrize(("dtype", "alphabet"), ALPHABETS)
@pytest.mark.parametrize("length", [0, 1, 2, 7, 60, 300])
def test_suffixes_sort_by_code_point(dtype: type, alphabet: list[int], length: int) -> None:
    codes = random.Random(length).choices(alphabet, k=length)
    naive = sorted(range(length), key=lambda at: codes[at:])
    assert suffix_array(np.array(codes, dtype)).tolist() == naive


# Few characters, so that phrases repeat and overlap; white space, both scripts, line breaks.
LETTERS = "一二三法政政a1 \n　，为為"


def texts(seed: int, letters: str = LETTERS, count: int = 12) -> list[str]:
    rng = random.Random(seed)
    return ["".join(rng.choices(letters, k=rng.randrange(1, 60))) for _ in range(count)] + [
        "一一一一一",
        "\n\n",
        " 法 ",
    ]


def scan(text: str, phrase: str) -> int:
    """Occurrences of `phrase` in the squeezed text, overlapping ones too."""
    squeezed = squeeze(text)
    return sum(squeezed.startswith(phrase, at) for at in range(len(squeezed)))


def phrases(text: str, rng: random.Random, count: int) -> list[str]:
    found = []
    for _ in range(count):
        paragraph = rng.choice([part for part in squeeze(text).split("\n") if part] or ["无"])
        start = rng.randrange(len(paragraph))
        found.append(paragraph[start : start + rng.randint(1, 8)])
    return found


def equals_a_scan(snapshot: Snapshot, held: dict[str, list[str]], wanted: list[str]) -> None:
    for phrase in wanted:
        expected = {
            (name, str(number)): scan(text, phrase)
            for name, sections in held.items()
            for number, text in enumerate(sections)
            if scan(text, phrase)
        }
        found = {}
        for segment_ in snapshot.segments:
            for doc, count in zip(*(part.tolist() for part in segment_.text.counts(phrase)), strict=True):
                if segment_.live is None or segment_.live[doc]:
                    stored = segment_.stored(doc)
                    found[stored.report, stored.section] = count
        assert found == expected, phrase


@pytest.mark.parametrize("letters", [LETTERS, LETTERS + "𠀀𠀁😀"])
def test_counts_equal_a_plain_scan(tmp_path, letters: str) -> None:
    rng = random.Random(9)
    held = {f"r{number}": texts(number, letters) for number in range(4)}
    snapshot = indexed(tmp_path, [report(name, sections) for name, sections in held.items()])
    everything = "\n".join(text for sections in held.values() for text in sections)
    equals_a_scan(snapshot, held, [*phrases(everything, rng, 150), "缺", "法缺", "𠀀", "a1a1a1a1a1a1a1a1"])


def test_counts_survive_deleting_replacing_and_merging(tmp_path) -> None:
    rng, store, held = random.Random(2), MemoryStore(), {}
    for step in range(14):
        name = f"r{rng.randrange(6)}"
        if name in held and rng.random() < 0.3:
            store.drop(name)
            del held[name]
        else:
            held[name] = texts(step + 100, count=4)
            store.put(report(name, held[name]))
        build(store, tmp_path)
        everything = "\n".join(text for sections in held.values() for text in sections)
        equals_a_scan(open_snapshot(tmp_path), held, phrases(everything, rng, 25))


def test_occurrences_and_offsets(tmp_path) -> None:
    text = "一、 推 进依法\n行政　执法， 依法治理。 "
    (only,) = indexed(tmp_path, [report("r", ["前言", text, "依 法"])]).segments
    positions, docs = only.text.occurrences("依法")
    slices = []
    for position, doc in sorted(zip(positions.tolist(), docs.tolist(), strict=True)):
        ends = only.text.shown_offsets(np.array([position, position + 1])) - int(only.text.written_starts[doc])
        slices.append((doc, only.text.shown(doc)[ends[0] : ends[1] + 1]))
    assert slices == [(1, "依法"), (1, "依法"), (2, "依 法")]
    assert only.text.shown(1) == text
    assert only.text.folded(1) == "一、推进依法\0行政执法,依法治理。"
    assert only.lengths.tolist() == [2, 16, 2]
    assert only.text.counts("法行")[0].tolist() == []  # no match across paragraphs


def test_every_position_has_its_shown_character(tmp_path) -> None:
    (only,) = indexed(tmp_path, [report("r", texts(3, LETTERS + "𠀀"))]).segments
    column = only.text
    for doc in range(only.size):
        start, stop = int(column.starts[doc]), int(column.starts[doc + 1]) - 1
        offsets = column.shown_offsets(np.arange(start, stop)) - int(column.written_starts[doc])
        shown = column.shown(doc)
        assert squeeze("".join(shown[at] for at in offsets)).replace("\n", "\0") == column.folded(doc)


def test_boundaries_are_those_of_the_words(tmp_path) -> None:
    text = "推进依法 行政，办结率45.94%"
    (only,) = indexed(tmp_path, [report("r", ["甲", text])]).segments
    column, start = only.text, 2
    squeezed = squeeze(text)
    words = {(squeezed.index(word), len(word)) for word, _ in segment(squeezed)}
    assert (2, 4) in words  # 依法行政
    for at, length in [(0, 2), (2, 4), (0, 6), (2, 2), (7, 2), (7, 3), (10, 5), (10, 2)]:
        inside = {place for begin, size in words for place in range(begin + 1, begin + size)}
        expected = at not in inside and at + length not in inside
        assert column.on_boundaries(np.array([start + at]), length).tolist() == [expected], (at, length)


def test_merging_keeps_boundaries_without_segmenting_again(tmp_path, monkeypatch) -> None:
    store, segments = MemoryStore(), []
    for number in range(3):
        store.put(report(f"r{number}", [f"推进依法 行政第{number}批\n办结率", "𠀀" if number == 1 else "二"]))
        if number == 2:
            monkeypatch.setattr("index.disk.merge.to_merge", lambda sizes, new: set(range(len(sizes))))
        build(store, tmp_path / "merged")
        segments.append(len(open_snapshot(tmp_path / "merged").segments))
    assert segments[-1] == 1
    (merged,) = open_snapshot(tmp_path / "merged").segments
    build(MemoryStore(store.held.values()), tmp_path / "fresh")
    (fresh,) = open_snapshot(tmp_path / "fresh").segments
    bounds = {}
    for name, only in (("merged", merged), ("fresh", fresh)):
        column = only.text
        for doc in range(only.size):
            start, stop = int(column.starts[doc]), int(column.starts[doc + 1])
            stored = only.stored(doc)
            bounds.setdefault((stored.report, stored.section), {})[name] = (
                column.boundaries(start, stop).tolist(),
                column.shown(doc),
                column.folded(doc),
            )
    assert all(found["merged"] == found["fresh"] for found in bounds.values())


def test_an_empty_phrase_is_an_error(tmp_path) -> None:
    (only,) = indexed(tmp_path, [report("r", ["一"])]).segments
    with pytest.raises(ValueError, match="at least one character"):
        only.text.rows("")
