"""Where the pairs of `A ~n B` stand in one segment: from the start of the one to the end of the
other.

Two that stand side by side are a pair: no other A and no other B lies nearer to either. Where one
could stand in two pairs it takes the nearer partner, and the left one of two that are as near.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.characters.arrays import Bools, Ints
from index.characters.lookup import Characters
from search.match.occurrences import Placed, behind, codes, decoded, distinct, in_reach, union

# So often members are given out to all pairs at once; what is left then is gone through one by one.
ROUNDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """What stands beside each other: `members`, the occurrences of both sides that have one of the
    other in reach; `able`, those of them that stand side by side, the one before and the one
    behind, for each order of the sides."""

    members: Placed
    able: tuple[tuple[Placed, Placed], ...]


def beside(characters: Characters, left: Placed, right: Placed, distance: int) -> Beside:
    """What of two sides stands beside each other."""
    orders = [(left, right)] if left is right else [(left, right), (right, left)]
    found = [_beside(characters, *order, distance) for order in orders]
    return Beside(union([members for members, _ in found]), tuple([able for _, able in found]))


def _beside(
    characters: Characters, some: Placed, others: Placed, distance: int
) -> tuple[Placed, tuple[Placed, Placed]]:
    """Those of `some` that have another in reach, and those that have it behind them, side by
    side."""
    kept = np.zeros(len(some.starts), np.bool_)
    following, linked = behind(some.ends, others.starts)
    reached = in_reach(characters, some.ends[linked], others.starts[following], distance)
    following, linked = following[reached], linked[reached]
    kept[linked] = True
    # What is followed by the same one as the next of `some` has that next one between.
    last = np.diff(following, append=len(others.starts)) != 0
    able = some.only(linked[last]), others.only(following[last])
    before = others.ends.searchsorted(some.starts, "right") - 1
    linked = np.flatnonzero((before >= 0) & ~kept)
    kept[linked] = in_reach(characters, others.ends[before[linked]], some.starts[linked], distance)
    return some.only(kept), able


def pairs(alternatives: Sequence[Beside]) -> Placed:
    """The pairs of several alternatives, each member in one at most."""
    able = [two for each in alternatives for two in each.able]
    one, other = (np.concatenate([codes(two[at]) for two in able]) for at in (0, 1))
    members = distinct(np.concatenate([one, other]))
    placed = decoded(members)
    first, second = _nearest_first(members.searchsorted(one), members.searchsorted(other), placed)
    taken = _each_once(first, second, len(members))
    return decoded(distinct(codes(Placed(placed.starts[first[taken]], placed.ends[second[taken]]))))


def _nearest_first(first: Ints, second: Ints, members: Placed) -> tuple[Ints, Ints]:
    """Pairs of members in the order in which they are chosen, each once."""
    order = distinct(first * len(members.starts) + second)
    first, second = order // max(len(members.starts), 1), order % max(len(members.starts), 1)
    # Distances fit into eight bits, which are sorted in one pass.
    gaps = (members.starts[second] - members.ends[first]).astype(np.uint8)
    nearest = gaps.argsort(kind="stable")
    return first[nearest], second[nearest]


def _each_once(first: Ints, second: Ints, members: int) -> Ints:
    """Of pairs of members, given in order, those whose members no pair taken earlier has."""
    left, used = np.arange(len(first)), np.zeros(members, np.bool_)
    taken: list[Ints] = [left[:0]]
    for _ in range(ROUNDS):
        taken.append(left[_foremost(first[left], second[left], members)])
        used[first[taken[-1]]] = used[second[taken[-1]]] = True
        left = left[~(used[first[left]] | used[second[left]])]
        if not len(left):
            break
    return np.concatenate([*taken, left[_one_by_one(first[left], second[left])]])


def _foremost(first: Ints, second: Ints, members: int) -> Bools:
    """Which pairs have both members before any other pair."""
    places = np.arange(len(first))
    foremost = np.empty(members, np.int64)
    # Of several values for one cell the last stays.
    foremost[np.column_stack((first, second)).ravel()[::-1]] = places.repeat(2)[::-1]
    kept: Bools = (foremost[first] == places) & (foremost[second] == places)
    return kept


def _one_by_one(first: Ints, second: Ints) -> Bools:
    used: set[int] = set()
    kept = np.zeros(len(first), np.bool_)
    for at, (one, other) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        if one not in used and other not in used:
            used |= {one, other}
            kept[at] = True
    return kept
