"""Sentences that were split, and those that were merged: what is left beside a reworded pair and
lies in its other side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from search.changes.sentence import Sentence

INSIDE: Final = 0.8  # of a piece's pairs of characters stand in the whole
SHORTEST: Final = 3  # characters of a piece: shorter ones stand anywhere


def pieces(
    side: Sequence[Sentence], wholes: Sequence[Sentence], partner: Mapping[int, int], reworded: Mapping[int, int]
) -> dict[int, int]:
    """For sentences of a side without a partner: the sentence of the other side that each is a piece
    of. `partner`: all that have one; `reworded`: those that were reworded."""
    found: dict[int, int] = {}
    for step in (1, -1):
        order = range(len(side)) if step > 0 else range(len(side) - 1, -1, -1)
        for each in order:
            beside = each - step
            whole = found.get(beside, reworded.get(beside))
            if each in partner or each in found or whole is None:
                continue
            if _lies_in(side[each].masked, wholes[whole].masked):
                found[each] = whole
    return found


def _lies_in(piece: str, whole: str) -> bool:
    pairs = set(pairwise(piece))
    shared = pairs & set(pairwise(whole))
    return len(piece) >= SHORTEST and len(shared) >= INSIDE * len(pairs)
