"""Segments made of a few texts, each as compiled and as plain `Characters`, for the tests that
compare the two."""

from functools import lru_cache
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from material.examples import at_most

from index.characters.plain import Plain
from index.disk.column import side_by_side, sorted_suffixes
from index.words.passage import analysed
from search.match.lookup import Lookup
from search.match.view import SegmentView

Compiled = pytest.importorskip(
    "index.characters.compiled", reason="not compiled here: numpy does the work", exc_type=ImportError
).Compiled

# The same examples every time, fewer where the profile says so.
SETTINGS = settings(max_examples=at_most(60), deadline=None, database=None, derandomize=True)
# Few characters, so that phrases repeat and overlap: white space that is left out, line breaks, two
# past U+FFFF.
NARROW, WIDE = "政政法a1， \n　", "政法a1 \n𠀀𠀁"
# Documents of 1, 2 and 4 bytes; fewer and more of them than a word of marks has bits.
SIZES = (0, 1, 3, 63, 64, 65, 256, 257, 300)
# In two documents of three, at least, so that all ways of counting are taken.
WIDTHS = (None, None, np.uint16, np.uint32)

cached = lru_cache(maxsize=None)(analysed)


def arrays_of(texts, owners=None, wide=False):
    """The arrays of a segment with these texts; `owners`: another type for the documents; `wide`:
    32 bits a character."""
    arrays = side_by_side([cached(text) for text in texts])
    arrays |= sorted_suffixes(arrays["text"], arrays["starts"])
    arrays["boundaries"] = np.packbits(arrays.pop("bounds"), bitorder="little")
    if owners is not None and owners().itemsize >= arrays["documents"].itemsize:
        arrays["documents"] = arrays["documents"].astype(owners)
    if wide:
        arrays |= {name: arrays[name].astype(np.uint32) for name in ("text", "written", "heads")}
    return arrays


def both(arrays):
    """The same characters as compiled and as plain ones."""
    return Compiled(arrays), Plain(arrays)


def repeated(texts, size):
    """So many texts: these over and over."""
    return [texts[at % len(texts)] for at in range(size)] if texts else [""] * size


def lines_of(letters, **sizes):
    return st.lists(st.text(letters, **sizes), max_size=6)


segments = st.builds(
    lambda texts, size, owners, wide: arrays_of(repeated(texts, size), owners, wide),
    st.one_of(lines_of(NARROW, max_size=30), lines_of(NARROW, max_size=30), lines_of(WIDE, max_size=30)),
    st.sampled_from(SIZES),
    st.sampled_from(WIDTHS),
    st.booleans(),
)
# Some absent, some longer than any text, some whose first character is absent.
phrases = st.one_of(
    st.text("政政法a1", min_size=1, max_size=3),
    st.text("政法a1,𠀀𠀁", min_size=1, max_size=5),
    st.sampled_from(("缺", "缺政", "政缺", "政" * 40, "\uffff", "𠀀", "😀", "12345678", "\0", "1\0")),
)
chances = st.randoms(use_true_random=False)


def some(chance, size):
    """Some of so many documents, ascending."""
    return np.array(sorted(chance.sample(range(size), chance.randint(0, size))), np.int64)


def lookups(arrays, chance, live=None):
    """A lookup that counts in C and one that does not, over one segment: reports of a few sections,
    titles, headings of any length."""
    compiled, pure = both(arrays)
    orders = reports_of(chance, len(pure))
    titles = [chance.choice(("政法", "a1政", "法")) if order == 0 else "" for order in orders.tolist()]
    about = both(arrays_of(titles))
    headings = np.array([chance.randint(0, int(length)) for length in pure.lengths], np.uint32)
    return [
        Lookup(SegmentView(segment_of(text, named, orders, headings, live)))
        for text, named in zip((compiled, pure), about, strict=True)
    ]


def reports_of(chance, size):
    """The place of each document in its report."""
    orders = []
    while len(orders) < size:
        orders += range(chance.randint(1, 5))
    return np.array(orders[:size], np.int32)


def segment_of(text, about, orders, headings, live=None):
    facts = {"orders": orders, "order_of": orders.data, "headings": headings, "lengths": text.lengths}
    return SimpleNamespace(text=text, about=about, size=len(text), live=live, **facts)
