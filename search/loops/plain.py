"""The inner loops of a search over arrays, in numpy. `search.loops.native` has the same in C, and gives the same numbers.

Ints are int64[n], Floats float64[n], one for each of n documents, unless something else is said.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Array, Bools, Codes, Floats, Ints
from search.answer import FacetValue

# Of a value of a facet: what the address holds, what a person reads, and the choice after it is toggled.
Plain = tuple[str, str, tuple[str, ...]]


def norms(lengths: Array, docs: Ints, least: float, scale: float, rest: float) -> Floats:
    """What a count is multiplied by for the length of each document. `lengths`: uint32 for each document of the segment."""
    norm: Floats = 1.0 / (np.maximum(lengths.take(docs), least) * scale + rest)
    return norm


def frequencies(norm: Floats, in_text: Floats, in_heading: Floats, heading: float) -> Floats:
    """How often a term stands in each document; what stands in the heading counts `heading` more, however long the document is."""
    return in_text * norm + heading * in_heading


def add(total: Floats, frequency: Floats, named: Bools | None, about: float, weight: float, k1: float) -> None:
    """Add one term's part to the scores. `named`: where the title holds it, which is worth `about` more."""
    times = frequency if named is None else frequency + np.multiply(named, about)
    total += weight * times / (times + k1)


def add_bounds(
    low: Floats,
    high: Floats,
    norm: Floats,
    counts: Ints,
    docs: Ints,
    headings: Ints,
    length: int,
    named: Bools | None,
    inside: float,
    heading: float,
    about: float,
    weight: float,
    k1: float,
) -> None:
    """Add the least and the most that a term of so many `counts` and characters may be worth: as if no occurrence was a word, and as
    if all were and stood in the heading, where there is room. `headings`: characters of it for each document of the segment."""
    room = np.minimum(counts, np.maximum(headings.take(docs) - (length - 1), 0))
    add(low, inside * (counts * norm), named, about, weight, k1)
    add(high, counts * norm + heading * room, named, about, weight, k1)


def edge(values: Floats, count: int) -> float:
    """The `count`-th greatest of more values."""
    return float(np.partition(values, len(values) - count)[len(values) - count])


def at_least(values: Floats, least: float) -> Ints:
    """Indices of the values that are no less, ascending."""
    near: Ints = (values >= least).nonzero()[0]
    return near


def by_code(codes: Codes, docs: Ints, size: int) -> Ints:
    """How many of `docs` have each of `size` codes. `codes`: int32 for each document of the segment."""
    return np.bincount(codes.take(docs), minlength=size).astype(np.int64, copy=False)


def regrouped(codes: Ints, counts: Ints, size: int) -> dict[int, int]:
    """Counts of things as counts of their codes, which are less than `size`: ascending, those without any left out."""
    sums = np.bincount(codes, counts, size).astype(np.int64)
    found = sums.nonzero()[0]
    return dict(zip(found.tolist(), sums.take(found).tolist(), strict=True))


def few_regrouped(codes: Ints, counts: dict[int, int]) -> dict[int, int]:
    """The same for few things, by their numbers."""
    found: dict[int, int] = {}
    for thing, count in counts.items():
        code = codes.item(thing)
        found[code] = found.get(code, 0) + count
    return found if len(found) <= 1 else dict(sorted(found.items()))


def few_columns(columns: Sequence[tuple[str, Ints]], counts: dict[int, int]) -> dict[str, dict[int, int]]:
    """The same for several columns, each with its name."""
    return {name: few_regrouped(codes, counts) for name, codes in columns}


def facet_values(
    kind: type[FacetValue], plain: list[Plain], codes: list[int], counts: dict[int, int]
) -> tuple[FacetValue, ...]:
    """The values of a facet in which nothing is chosen, in the order of `codes`; `plain`: value, label and toggled for each code.

    (Made as the tuples they are: an answer has hundreds, 0.3 µs each and not 0.6.)"""
    new = tuple.__new__
    return tuple([new(kind, (*plain[code][:2], counts[code], False, plain[code][2], ())) for code in codes])
