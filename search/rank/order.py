"""Which hits come first: the page asked for, cut out of all that matched without sorting the
rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import numpy as np

from index.characters.arrays import Floats, Ints
from search.loops import chosen

# Up to so many hits Python sorts them, and up to so many it also gathers what they are sorted by.
SORTED_BY_PYTHON, GATHERED_BY_PYTHON = 500, 30


def page(
    scores: Sequence[Floats] | None, keys: Sequence[Ints], docs: Sequence[Ints], offset: int, limit: int
) -> list[tuple[int, int]]:
    """(segment, place among its found documents) of the hits from `offset` on, at most `limit`.

    `docs`: the documents found in each segment; `scores`: a number for each of them; `keys`: one
    for each document of the segment. Higher scores first, then lower keys; without scores lower
    keys. Keys are distinct, so the order is total and does not depend on segments.
    """
    count = offset + limit
    if sum(map(len, docs)) <= GATHERED_BY_PYTHON:
        return _very_few(scores, keys, docs)[offset:count]
    values = scores or [-key.take(found).astype(np.float64) for key, found in zip(keys, docs, strict=True)]
    near = _greatest(values, count)
    if sum(map(len, near)) <= SORTED_BY_PYTHON:
        return _merged(near, scores, keys, docs)[offset:count]
    segments = np.repeat(np.arange(len(near)), [len(part) for part in near])
    score = np.concatenate([each.take(part) for each, part in zip(values, near, strict=True)])
    key = np.concatenate([some.take(found.take(part)) for some, found, part in zip(keys, docs, near, strict=True)])
    order = np.lexsort((key, -score))[offset:count]
    return list(zip(segments[order].tolist(), np.concatenate(near)[order].tolist(), strict=True))


def _very_few(scores: Sequence[Floats] | None, keys: Sequence[Ints], docs: Sequence[Ints]) -> list[tuple[int, int]]:
    ranked: list[tuple[float, int, int, int]] = []
    for segment, found in enumerate(docs):
        if len(found):
            score = [0.0] * len(found) if scores is None else scores[segment].tolist()
            key = keys[segment].take(found).tolist()
            ranked += [(-score[place], key[place], segment, place) for place in range(len(key))]
    ranked.sort()
    return [(segment, place) for _, _, segment, place in ranked]


def _greatest(values: Sequence[Floats], count: int) -> list[Ints]:
    """For each segment the indices of all values that are no less than the `count`-th greatest of
    all: ties at the edge stay in."""
    if count >= sum(map(len, values)):
        return [np.arange(len(each)) for each in values]
    least = chosen.loops.edge(values[0] if len(values) == 1 else np.concatenate(values), count)
    return [chosen.loops.at_least(each, least) for each in values]


def _merged(
    near: Sequence[Ints], scores: Sequence[Floats] | None, keys: Sequence[Ints], docs: Sequence[Ints]
) -> list[tuple[int, int]]:
    """All of them in order; Python sorts few faster than numpy is called."""
    ranked: list[tuple[float, int, int, int]] = []
    for segment, places in enumerate(near):
        if len(places):
            score = repeat(0.0) if scores is None else (-scores[segment].take(places)).tolist()
            key = keys[segment].take(docs[segment].take(places)).tolist()
            ranked += zip(score, key, repeat(segment), places.tolist(), strict=False)
    ranked.sort()
    return [(segment, place) for _, _, segment, place in ranked]
