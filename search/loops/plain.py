"""The inner loops of a search, in Python and numpy; `search.loops.twin` says what is asked of
them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Array, Bools, Codes, Floats, Ints
from search.answer import FacetValue
from search.loops.matching import matched as matched
from search.loops.stretch import shown as shown
from search.loops.twin import PlainValue

# Calling numpy for so few sections costs more than going through them.
SCORED_ONE_BY_ONE = 12


def norms(lengths: Array, docs: Ints, least: float, scale: float, rest: float) -> Floats:
    """`Twin.norms`."""
    norm: Floats = 1.0 / (np.maximum(lengths.take(docs), least) * scale + rest)
    return norm


def frequencies(norm: Floats, in_text: Floats, in_heading: Floats, heading: float) -> Floats:
    """`Twin.frequencies`."""
    return in_text * norm + heading * in_heading


def add(total: Floats, frequency: Floats, named: Bools | None, about: float, weight: float, k1: float) -> None:
    """`Twin.add`."""
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
    """`Twin.add_bounds`."""
    room = np.minimum(counts, np.maximum(headings.take(docs) - (length - 1), 0))
    add(low, inside * (counts * norm), named, about, weight, k1)
    add(high, counts * norm + heading * room, named, about, weight, k1)


def edge(values: Floats, count: int) -> float:
    """`Twin.edge`."""
    return float(np.partition(values, len(values) - count)[len(values) - count])


def at_least(values: Floats, least: float) -> Ints:
    """`Twin.at_least`."""
    near: Ints = (values >= least).nonzero()[0]
    return near


def by_code(codes: Codes, docs: Ints, size: int) -> Ints:
    """`Twin.by_code`."""
    return np.bincount(codes.take(docs), minlength=size).astype(np.int64, copy=False)


def regrouped(codes: Ints, counts: Ints, size: int) -> dict[int, int]:
    """`Twin.regrouped`."""
    sums = np.bincount(codes, counts, size).astype(np.int64)
    found = sums.nonzero()[0]
    return dict(zip(found.tolist(), sums.take(found).tolist(), strict=True))


def few_regrouped(codes: Ints, counts: dict[int, int]) -> dict[int, int]:
    """`Twin.few_regrouped`."""
    found: dict[int, int] = {}
    for thing, count in counts.items():
        code = codes.item(thing)
        found[code] = found.get(code, 0) + count
    return found if len(found) <= 1 else dict(sorted(found.items()))


def few_columns(columns: Sequence[tuple[str, Ints]], counts: dict[int, int]) -> dict[str, dict[int, int]]:
    """`Twin.few_columns`."""
    return {name: few_regrouped(codes, counts) for name, codes in columns}


def facet_values(
    kind: type[FacetValue], plain: list[PlainValue], codes: list[int], counts: dict[int, int]
) -> tuple[FacetValue, ...]:
    """`Twin.facet_values`: made as the tuples they are, for an answer has hundreds; 0.3 µs each and
    not 0.6."""
    new = tuple.__new__
    return tuple([new(kind, (*plain[code][:2], counts[code], False, plain[code][2], ())) for code in codes])
