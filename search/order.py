"""Which hits come first: the page asked for, cut out of all that matched without sorting the rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

import numpy as np

from search.view import Floats, Ints

# Up to so many hits Python sorts them.
FEW = 50


def page(scores: Sequence[Floats] | None, keys: Sequence[Ints], offset: int, limit: int) -> list[tuple[int, int]]:
    """(segment, place among its found documents) of the hits from `offset` on, at most `limit`.

    `keys` and `scores` hold one number for each found document, a list for each segment. Higher scores first, then lower keys; without
    scores lower keys. Keys are distinct, so the order is total and does not depend on segments.
    """
    if sum(map(len, keys)) <= FEW:
        return _few(scores, keys)[offset : offset + limit]
    key = np.concatenate(keys)
    score = None if scores is None else np.concatenate(scores)
    wanted = _first(score, key, offset + limit)[offset:]
    ends = np.cumsum([len(part) for part in keys])
    segments = ends.searchsorted(wanted, "right")
    begins = np.concatenate(([0], ends[:-1]))
    return list(zip(segments.tolist(), (wanted - begins[segments]).tolist(), strict=True))


def _few(scores: Sequence[Floats] | None, keys: Sequence[Ints]) -> list[tuple[int, int]]:
    """All of them in order; Python sorts few faster than numpy is called."""
    ranked: list[tuple[float, int, int, int]] = []
    for segment, key in enumerate(keys):
        if len(key):
            score = [0.0] * len(key) if scores is None else (-scores[segment]).tolist()
            ranked += zip(score, key.tolist(), repeat(segment), range(len(key)), strict=False)
    ranked.sort()
    return [(segment, place) for _, _, segment, place in ranked]


def _first(score: Floats | None, key: Ints, count: int) -> Ints:
    """Indices of the first `count`, in order."""
    if score is None:
        near = _smallest(key, count)
        return near[key[near].argsort()][:count]
    near = _smallest(-score, count)
    return near[np.lexsort((key[near], -score[near]))][:count]


def _smallest(values: Floats | Ints, count: int) -> Ints:
    """Indices of all values that are no greater than the `count`-th smallest: ties at the edge stay in."""
    if count >= len(values):
        return np.arange(len(values))
    edge = np.partition(values, count - 1)[count - 1]
    return np.flatnonzero(values <= edge)
