"""Which sentence of one report is which of the other.

First those that say the same, in their order and then elsewhere; then those that differ in figures;
then the likest first. Judged by eye, ten random pairs a band: from 0.45 on 27 to 30 of 30 speak of
the same thing, from 0.3 to 0.45 21 to 27 of 30, so the latter are only said to be possible.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from search.changes.likeness import Floats, Ints, likeness
from search.changes.order import common, rising
from search.changes.sentence import Sentence

ALIKE: Final = 0.45
POSSIBLE: Final = 0.3
TIE: Final = 1e-8  # less than two likenesses differ by, so that what is weighed with it only parts equal ones
MANY: Final = 100_000  # pairs that are put in order at a time
Kind = Literal["unchanged", "figures", "reworded", "moved"]


@dataclass(slots=True)
class Pairing:
    """`partner[i]`: what sentence i of the one side is on the other, with what kind of pair and how
    alike; `possible`: for sentences of either side without a partner the likest that has none."""

    partner: dict[int, tuple[int, Kind, float]] = field(default_factory=dict)
    possible: tuple[dict[int, tuple[int, float]], dict[int, tuple[int, float]]] = ({}, {})

    def other(self) -> dict[int, int]:
        """The same from the other side."""
        return {theirs: ours for ours, (theirs, _, _) in self.partner.items()}

    def moved(self) -> set[int]:
        """Sentences of the one side that stand elsewhere: the fewest without which all others
        follow each other as before."""
        ours = sorted(self.partner)
        staying = rising([self.partner[each][0] for each in ours])
        return {each for place, each in enumerate(ours) if place not in staying}


def paired(one: Sequence[Sentence], other: Sequence[Sentence]) -> Pairing:
    """The pairs of two reports; swapping them swaps the pairs, which may need one order."""
    if [each.key for each in other] < [each.key for each in one]:
        return _swapped(_paired(other, one))
    return _paired(one, other)


def _swapped(found: Pairing) -> Pairing:
    partner = {theirs: (ours, kind, score) for ours, (theirs, kind, score) in found.partner.items()}
    return Pairing(partner, found.possible[::-1])


def _paired(one: Sequence[Sentence], other: Sequence[Sentence]) -> Pairing:
    found = Pairing()
    _equal(found, one, other, lambda each: each.key, "unchanged", "moved")
    _equal(found, one, other, lambda each: each.masked, "figures", "figures")
    _alike(found, one, other)
    return found


def _equal(
    found: Pairing,
    one: Sequence[Sentence],
    other: Sequence[Sentence],
    key: Callable[[Sentence], str],
    standing: Kind,
    elsewhere: Kind,
) -> None:
    """Pair what has equal keys: what follows each other as before, then the rest in its order."""
    lines = _lines(found, one, key), _lines(found, [*other], key, other=True)
    for ours, theirs in common(*lines):
        if ours not in found.partner:
            found.partner[ours] = theirs, standing, 1.0
    taken, places = found.other(), defaultdict[str, list[int]](list)
    for theirs, each in enumerate(other):
        if theirs not in taken:
            places[key(each)].append(theirs)
    for ours, each in enumerate(one):
        if ours not in found.partner and places[key(each)]:
            found.partner[ours] = places[key(each)].pop(0), elsewhere, 1.0


def _lines(
    found: Pairing, side: Sequence[Sentence], key: Callable[[Sentence], str], other: bool = False
) -> list[tuple[int, str]]:
    """The keys of a side, what is paired in place of its key: each pair is equal to itself alone."""
    known = {theirs: theirs for theirs in found.other()} if other else {n: p[0] for n, p in found.partner.items()}
    return [(known[n], "") if n in known else (-1, key(each)) for n, each in enumerate(side)]


def _alike(found: Pairing, one: Sequence[Sentence], other: Sequence[Sentence]) -> None:
    """Pair the likest first; what stays without a partner is told the likest that has none, too."""
    taken = found.other()
    ours = np.array([n for n in range(len(one)) if n not in found.partner], np.int64)
    theirs = np.array([n for n in range(len(other)) if n not in taken], np.int64)
    scores = likeness([one[n].masked for n in ours], [other[n].masked for n in theirs])
    way = np.abs(_along(found, ours, len(one))[:, None] - _along(found, theirs, len(other), True)[None, :])
    for row, column in _best(scores, way):
        found.partner[int(ours[row])] = int(theirs[column]), "reworded", float(scores[row, column])
        scores[row, :] = scores[:, column] = 0.0
    found.possible = _possible(scores, ours, theirs), _possible(scores.T, theirs, ours)


def _best(scores: Floats, way: npt.NDArray[np.float64]) -> list[tuple[int, int]]:
    """Rows and columns to pair, each once, the likest first; of equal ones those with the shorter way
    from where their neighbours went, then those nearer to both beginnings. What is likest of all is
    paired before the rest is looked at: where all sentences are alike, there are millions of pairs."""
    rows, columns = np.arange(scores.shape[0]), np.arange(scores.shape[1])
    worth = np.where(scores >= ALIKE, scores - TIE * way - TIE**2 * (rows[:, None] + columns[None, :]), 0.0)
    found: list[tuple[int, int]] = []
    while True:
        left = worth[np.ix_(rows, columns)]
        some = np.count_nonzero(left)
        least = np.partition(left, -MANY, axis=None)[-MANY] if some > MANY else 0.0
        pairs = _first(left, *np.nonzero(left >= least if least else left))
        found += [(int(rows[row]), int(columns[column])) for row, column in pairs]
        if some <= MANY:
            return found
        rows = np.delete(rows, [row for row, _ in pairs])
        columns = np.delete(columns, [column for _, column in pairs])


def _first(worth: npt.NDArray[np.float64], rows: Ints, columns: Ints) -> list[tuple[int, int]]:
    """Those of some cells that are paired, each row and column once, the worthiest first."""
    order = np.argsort(-worth[rows, columns], kind="stable")
    taken: tuple[set[int], set[int]] = set(), set()
    found = []
    for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if row not in taken[0] and column not in taken[1]:
            found.append((row, column))
            taken[0].add(row)
            taken[1].add(column)
    return found


def _along(found: Pairing, places: npt.NDArray[np.int64], size: int, other: bool = False) -> npt.NDArray[np.float64]:
    """How far along both reports sentences stand, 0 to 1: between the pairs around them that follow
    each other as before."""
    moved = found.moved()
    anchors = sorted((pair[0] if other else n) for n, pair in found.partner.items() if n not in moved)
    marks = np.linspace(0.0, 1.0, len(anchors) + 2)
    return np.interp(places, [-1, *anchors, size], marks)


def _possible(
    scores: Floats, ours: npt.NDArray[np.int64], theirs: npt.NDArray[np.int64]
) -> dict[int, tuple[int, float]]:
    if not scores.size:
        return {}
    best = scores.argmax(axis=1)
    likest = scores[np.arange(len(best)), best]
    return {int(ours[n]): (int(theirs[best[n]]), float(likest[n])) for n in np.flatnonzero(likest >= POSSIBLE).tolist()}
