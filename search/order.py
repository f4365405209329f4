"""Which hits come first: the page asked for, cut out of all that matched without sorting the rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import numpy as np

from search.compiled import at_least, edge
from search.view import Floats, Ints

# Up to so many hits Python sorts them; up to VERY_FEW it also gathers what they are sorted by.
FEW, VERY_FEW = 500, 30


def page(
    scores: Sequence[Floats] | None, keys: Sequence[Ints], docs: Sequence[Ints], offset: int, limit: int
) -> list[tuple[int, int]]:
    """(segment, place among its found documents) of the hits from `offset` on, at most `limit`.

    `docs`: the documents found in each segment; `scores`: a number for each of them; `keys`: one for each document of the segment. Higher
    scores first, then lower keys; without scores lower keys. Keys are distinct, so the order is total and does not depend on segments.
    """
    count = offset + limit
    if sum(map(len, docs)) <= VERY_FEW:
        return _very_few(scores, keys, docs)[offset:count]
    wanted = [
        _first(None if scores is None else scores[segment], keys[segment], found, count)
        for segment, found in enumerate(docs)
    ]
    if sum([len(near) for near, _, _ in wanted]) <= FEW:
        return _merged(wanted)[offset:count]
    near, key, score = (np.concatenate(parts) for parts in zip(*wanted, strict=True))
    segments = np.repeat(np.arange(len(wanted)), [len(part) for part, _, _ in wanted])
    order = np.lexsort((key, -score))[offset:count]
    return list(zip(segments[order].tolist(), near[order].tolist(), strict=True))


def _very_few(scores: Sequence[Floats] | None, keys: Sequence[Ints], docs: Sequence[Ints]) -> list[tuple[int, int]]:
    ranked: list[tuple[float, int, int, int]] = []
    for segment, found in enumerate(docs):
        if len(found):
            score = [0.0] * len(found) if scores is None else scores[segment].tolist()
            key = keys[segment].take(found).tolist()
            ranked += [(-score[place], key[place], segment, place) for place in range(len(key))]
    ranked.sort()
    return [(segment, place) for _, _, segment, place in ranked]


def _first(score: Floats | None, keys: Ints, docs: Ints, count: int) -> tuple[Ints, Ints, Floats]:
    """Places, keys and scores of the first `count` of one segment, in any order and perhaps with more that are equal to the last."""
    if score is None:
        key = keys.take(docs)
        near = _greatest(-key.astype(np.float64), count)
        return near, key.take(near), np.zeros(len(near))
    near = _greatest(score, count)
    return near, keys.take(docs.take(near)), score.take(near)


def _greatest(values: Floats, count: int) -> Ints:
    """Indices of all values that are no less than the `count`-th greatest: ties at the edge stay in."""
    size = len(values)
    if count >= size:
        return np.arange(size)
    return at_least(values, edge(values, count))


def _merged(wanted: Sequence[tuple[Ints, Ints, Floats]]) -> list[tuple[int, int]]:
    """All of them in order; Python sorts few faster than numpy is called."""
    ranked: list[tuple[float, int, int, int]] = []
    for segment, (near, key, score) in enumerate(wanted):
        if len(near):
            ranked += zip((-score).tolist(), key.tolist(), repeat(segment), near.tolist(), strict=False)
    ranked.sort()
    return [(segment, place) for _, _, segment, place in ranked]
