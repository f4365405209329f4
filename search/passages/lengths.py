"""How long the strings are that a text shares at each of its places, over all segments."""

from __future__ import annotations

from functools import reduce
from typing import NamedTuple

import numpy as np

from index.characters.arrays import Codes, Ints
from search.loops import chosen
from search.match.view import View
from search.passages.draft import Draft
from search.passages.owners import Owned


class Matched(NamedTuple):
    """`whose`, `lengths`: int32[places, many], as `Twin.matched` has them, of all segments; `rows`: of
    each segment int64[places, 2], the suffixes that begin with the least characters."""

    whose: Codes
    lengths: Codes
    rows: tuple[Ints, ...]
    is_whole: bool

    def of(self, bodies: int) -> Codes:
        """For each place the longest string that so many owners hold; 0 where there is none."""
        return self.lengths[:, bodies - 1]


def matched(view: View, draft: Draft, owners: Owned, many: int, least: int) -> Matched:
    """What a draft shares at each place with the `many` owners that share most there."""
    nothing = np.full((len(draft), many), -1, np.int32), np.zeros((len(draft), many), np.int32), (), True
    found = []
    for segment, own in zip(view.segments, owners, strict=True):
        whose, lengths, rows, is_whole = chosen.loops.matched(segment.text, draft.codes, own, many, least)
        found.append(Matched(whose, lengths, (rows,), is_whole))
    return reduce(together, found) if found else Matched(*nothing)


def together(one: Matched, other: Matched) -> Matched:
    """The same of two segments together: an issuer's reports lie in several. Each has its own best,
    so the best of both are among them."""
    many = one.whose.shape[1]
    both = np.flatnonzero(other.lengths[:, 0])
    whose = np.concatenate((one.whose[both], other.whose[both]), axis=1)
    lengths = np.concatenate((one.lengths[both], other.lengths[both]), axis=1)
    whose, lengths = _longest_first(whose, lengths)
    for later in range(1, 2 * many):
        twice = (whose[:, :later] == whose[:, later, None]).any(axis=1)
        whose[twice, later], lengths[twice, later] = -1, 0
    whose, lengths = _longest_first(whose, lengths)
    all_whose, all_lengths = one.whose.copy(), one.lengths.copy()
    all_whose[both], all_lengths[both] = whose[:, :many], lengths[:, :many]
    return Matched(all_whose, all_lengths, one.rows + other.rows, one.is_whole and other.is_whole)


def _longest_first(whose: Codes, lengths: Codes) -> tuple[Codes, Codes]:
    order = np.argsort(-lengths, axis=1, kind="stable")
    return np.take_along_axis(whose, order, 1), np.take_along_axis(lengths, order, 1)
