"""The inner loops of a search in C give the very numbers and snippets that those in Python give:
equal, not nearly so."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.segments_made import SETTINGS, arrays_of, both, cached, repeated

from corpus.text.fold import squeeze
from search.answer import FacetValue
from search.loops import plain

compiled_loops = pytest.importorskip(
    "search.loops.compiled", reason="not compiled here: numpy does the work", exc_type=ImportError
)

SIZE = 40
K1, INSIDE, HEADING, ABOUT = 1.2, 0.25, 1.5, 3.0
floats = st.floats(0, 1e4, allow_subnormal=False)
chances = st.randoms(use_true_random=False)


def numbers(chance, count, most=30):
    return np.array([chance.randint(0, most) for _ in range(count)], np.int64)


def fractions(chance, count):
    """Some of them equal."""
    return np.array([chance.choice((0.0, 0.1, chance.random() * 9)) for _ in range(count)], np.float64)


def documents(chance):
    return np.array(sorted(chance.sample(range(SIZE), chance.randint(0, SIZE))), np.int64)


def named_some(chance, count):
    """For each document whether the title holds a word, or None where no title does."""
    return chance.choice((None, np.array([chance.random() < 0.4 for _ in range(count)], np.bool_)))


def alike(name, *given):
    """What the function of this name gives in C, which is what it gives in numpy, to the last
    bit."""
    one, other = getattr(compiled_loops, name)(*given), getattr(plain, name)(*given)
    if isinstance(one, np.ndarray):
        assert one.dtype == other.dtype
        assert one.tobytes() == other.tobytes()
    else:
        assert (type(one), repr(one)) == (type(other), repr(other))
    return one


def changed_alike(name, totals, *given):
    """The same for a function that adds to arrays."""
    others = [total.copy() for total in totals]
    getattr(compiled_loops, name)(*totals, *given)
    getattr(plain, name)(*others, *given)
    assert [total.tobytes() for total in totals] == [total.tobytes() for total in others]


@SETTINGS
@given(chances, floats, floats)
def test_scores_are_added_up_alike(chance, about, weight):
    docs, lengths = documents(chance), numbers(chance, SIZE, 3000).astype(np.uint32)
    count, headings = len(docs), numbers(chance, SIZE, 12)
    norm = alike("norms", lengths, docs, 60.0, 0.7 / (chance.random() * 900 + 1), 1.0 - 0.7)
    times = alike("frequencies", norm, fractions(chance, count), fractions(chance, count), HEADING)
    low, high = fractions(chance, count), fractions(chance, count)
    for _ in range(3):
        named, length = named_some(chance, count), chance.randint(1, 8)
        changed_alike("add", [low], times, named, about, weight, K1)
        bounds = (norm, numbers(chance, count), docs, headings, length, named)
        changed_alike("add_bounds", [low, high], *bounds, INSIDE, HEADING, about, weight, K1)


@SETTINGS
@given(st.lists(st.one_of(floats, st.sampled_from((0.0, 1.0, 2.5))), min_size=1, max_size=60), st.data())
def test_the_best_are_chosen_alike(values, data):
    values = np.array(values)
    least = alike("edge", values, data.draw(st.integers(1, len(values))))
    near = alike("at_least", values, least)
    assert (values[near] >= least).all()
    alike("at_least", values, data.draw(floats))


@SETTINGS
@given(chances, st.integers(1, 12))
def test_values_are_counted_alike(chance, size):
    codes = np.array([chance.randrange(size) for _ in range(SIZE)], np.int32)
    alike("by_code", codes, documents(chance), size)
    wide = codes.astype(np.int64)
    alike("regrouped", wide, numbers(chance, SIZE, 3), size)
    things = chance.sample(range(SIZE), chance.randint(0, SIZE))
    counts = {thing: chance.randint(1, 9) for thing in things}
    grouped = alike("few_regrouped", wide, counts)
    assert list(grouped) == sorted(grouped)
    values = [(f"{code}", f"第{code}", (f"{code}",)) for code in range(size)]
    alike("facet_values", FacetValue, values, [*grouped], grouped)


def test_nothing_is_counted_alike():
    none = np.zeros(0, np.int64)
    alike("by_code", np.zeros(0, np.int32), none, 0)
    alike("regrouped", none, none, 0)
    alike("few_regrouped", none, {})
    alike("facet_values", FacetValue, [], [], {})
    alike("at_least", np.zeros(0), 1.0)


# What lies between is longer than what is looked for; ends of sentences, white space of several
# kinds, line breaks.
PIECES = ("法治", "法", "政府", "治", "园区服务窗口全年接待群众", "。", "；", "\n", " ", "　　", "！", "，办 结 率")
STRINGS = (
    "法治",
    "法",
    "治",
    "治政",
    "政府",
    "法治政府",
    "。园",
    "园区服务窗口全年接待群众",
    "结率",
    "法法",
    "治" * 130,
    "\U00020000",
)
bodies = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=120).map("".join),
    st.lists(st.sampled_from(PIECES[:4]), min_size=20, max_size=90).map("".join),  # more than 32 matches
    st.lists(st.sampled_from(("园区服务窗口全年接待群众", "。", "法")), min_size=10, max_size=60).map(" ".join),
    st.text("治\n ", min_size=120, max_size=300),
)


def shown_alike(texts, strings, **how):
    cached.cache_clear()
    compiled, pure = both(arrays_of(texts, **how))
    strings = [*dict.fromkeys(map(squeeze, strings))]
    found = 0
    for doc in range(len(texts)):
        snippet = compiled_loops.shown(compiled, doc, strings)
        assert snippet == plain.shown(pure, doc, strings) == plain.shown(compiled, doc, strings)
        assert (snippet is not None) == any(pure.places(doc, string) for string in strings)
        found += snippet is not None
    return found


@SETTINGS
@given(
    st.lists(bodies, min_size=1, max_size=3), st.lists(st.sampled_from(STRINGS), min_size=1, max_size=4), st.booleans()
)
def test_hits_show_the_same(texts, strings, wide):
    shown_alike(texts, strings, wide=wide)
    shown_alike(texts, strings[:1], wide=wide)


EDGES = [
    "法治",
    "法治。",
    "。法治",
    " 法治 ",
    "\n法治\n",
    "法治法治法治",
    "法 治",
    "治法 治法治",
    "法" * 31,
    "法" * 32,
    "法" * 33,
]


@pytest.mark.parametrize(
    "strings", [["法治"], ["法"], ["法", "法治"], ["治", "治法", "法治"], ["法治法治", "法法法法"]]
)
@pytest.mark.parametrize("filler", ["", "园" * 119, "园" * 121, "园区。" * 60, "园 区；\n" * 60])
def test_matches_at_both_ends(filler, strings):
    texts = [text for edge in EDGES for text in (edge + filler, filler + edge, edge + filler + edge)]
    assert shown_alike(texts, strings) > len(EDGES)


@pytest.mark.parametrize("strings", [["法治"], ["法治", "治法"], ["法", "治", "治法"], ["治法治", "法"]])
def test_matches_that_just_fit_into_a_stretch(strings):
    texts = [
        f"{before}法治{'园' * gap}治法治{'园' * 200}法治法{'园' * gap}治"
        for gap in range(112, 122)
        for before in ("", "园" * 90 + "。", "园" * 150)
    ]
    assert shown_alike(texts, strings) == len(texts)


def test_what_stands_past_the_basic_plane_is_shown():
    texts = repeated(["园𠀀区。" * 40 + "法治𠀁", "𠀀", "法治"], 6)
    assert shown_alike(texts, ["法治", "𠀁"]) == 4
