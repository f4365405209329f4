"""What a draft shares with a segment: both twins against every place tried, and against each other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plain_passages import lengths
from material.segments_made import NARROW, SETTINGS, WIDE, arrays_of, both, chances

from corpus.text.fold import squeeze
from search.loops import matching, plain
from search.passages.draft import Draft
from search.passages.standing import narrowed

native = pytest.importorskip("search.loops.native_matching", reason="not compiled here", exc_type=ImportError)
MANY, LEAST = 3, 2


def codes(text):
    return np.array([0 if each == "\n" else ord(each) for each in squeeze(text)], np.uint32)


def twice(arrays, draft, owners, many=MANY, least=LEAST):
    """What the compiled twin gives, which the plain one gives, too."""
    compiled, pure = both(arrays)
    found, other = (
        twin.matched(text, draft, owners, many, least) for twin, text in ((native, compiled), (plain, pure))
    )
    for one, same in zip(found, other, strict=True):
        assert np.array_equal(one, same)
    return found


def by_owner(texts, owners):
    return {
        owner: [text for text, own in zip(texts, owners, strict=True) if own == owner] for owner in {*owners} - {-1}
    }


@SETTINGS
@given(
    st.lists(st.text(WIDE, max_size=30), max_size=9),
    st.lists(st.text(NARROW, max_size=30), max_size=9),
    st.text("政政法a1\n　𠀀", max_size=40),
    st.booleans(),
    chances,
)
def test_every_place_against_every_owner(wide, narrow, draft, is_wide, chance):
    texts = wide if is_wide else narrow
    owners = [chance.randrange(-1, 4) for _ in texts]
    whose, found, _, whole = twice(arrays_of(texts), codes(draft), np.array(owners, np.int32))
    assert whole
    assert [*map(tuple, found.tolist())] == lengths(squeeze(draft), by_owner(texts, owners), MANY, LEAST)
    for row, some in zip(whose.tolist(), found.tolist(), strict=True):
        named = [who for who, length in zip(row, some, strict=True) if length]
        assert len(named) == len({*named})


@SETTINGS
@given(st.lists(st.text(NARROW, max_size=40), max_size=40), st.text("政政法a1\n", max_size=60), st.integers(2, 5))
def test_rows_are_those_of_the_first_characters(texts, draft, least):
    """Whoever owns them; of longer strings they are narrowed down to what looking each up finds."""
    arrays = arrays_of(texts)
    _, _, rows, _ = twice(arrays, codes(draft), np.full(len(texts), -1, np.int32), least=least)
    text, whole = both(arrays)[1], Draft(draft)
    stretch = lambda start, end: (0, 0) if "\0" in whole.text[start:end] else text.rows(whole.text[start:end])  # noqa: E731
    places = range(len(whole) - least + 1)
    expected = [stretch(place, place + least) for place in places]
    assert [low == high or (low, high) for low, high in rows.tolist()][: len(expected)] == [
        low == high or (low, high) for low, high in expected
    ]
    assert not rows[len(expected) :].any()
    longer = [(start, end) for start in places for end in range(start + least, len(whole) + 1)]
    held = [(start, end) for start, end in longer if "\0" not in whole.text[start:end]]
    starts, ends = np.array(held, np.int64).reshape(-1, 2).T
    found = narrowed(text, whole, rows, least, starts, ends)
    for (start, end), low, high in zip(held, *found, strict=True):
        assert high - low == text.rows(whole.text[start:end])[1] - text.rows(whole.text[start:end])[0]
        assert low == high or (low, high) == text.rows(whole.text[start:end])


@pytest.mark.parametrize("draft", ["政法" * 300, "1" * 500, "a1政法" * 200 + "1", ""])
def test_what_repeats(draft):
    texts = ["1" * 40, "政法" * 20, "a1政法" * 9 + "\n1", "政法政", ""] * 3
    owners = np.arange(15, dtype=np.int32) % 6 - 1
    _, found, _, _ = twice(arrays_of(texts), codes(draft), owners, 5, 8)
    assert [*map(tuple, found.tolist())] == lengths(draft, by_owner(texts, owners.tolist()), 5, 8)


@pytest.mark.parametrize("over", [-2, -1, 0, 1, 700])
def test_a_walk_that_is_cut_short_says_so(over):
    """All that begins so belongs to one owner, or is left out, but the last."""
    size = matching.FARTHEST + over
    texts = [*["政法人大会议"] * size, "政法人大法"]
    for left_out in (-1, 3):
        owners = np.array([*[left_out] * size, 1], np.int32)
        whose, _, _, whole = twice(arrays_of(texts), codes("政法人大会议"), owners, 2, 4)
        assert whole == (size < matching.FARTHEST)
        assert (1 in whose[0]) == (size < matching.FARTHEST)


def test_owners_of_other_documents_are_refused():
    compiled, pure = both(arrays_of(["政法"]))
    for twin, text in ((native, compiled), (plain, pure)):
        for owners, many, least in ((np.zeros(2, np.int32), 1, 2), (np.zeros(1, np.int32), 0, 2)):
            with pytest.raises(IndexError):
                twin.matched(text, codes("政法"), owners, many, least)


@pytest.mark.parametrize("name", ["suffixes", "documents"])
@pytest.mark.parametrize("value", [0, 7, 2**32 - 1])
def test_positions_that_lead_out_of_the_text_end_nothing(name, value):
    """What they give is anybody's guess; numpy says so, C reads nothing that is not there."""
    arrays = arrays_of(["政法政法a1"] * 9, np.uint32)
    arrays[name] = np.full_like(arrays[name], value)
    compiled, _ = both(arrays)
    whose, found, _, _ = native.matched(compiled, codes("政法政法a1政法"), np.zeros(9, np.int32), 2, 2)
    assert found.max() <= 8
    assert {*whose.ravel().tolist()} <= {-1, 0}
