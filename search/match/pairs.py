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
from search.match.occurrences import Placed, Searched, behind, codes, decoded, distinct, in_reach, union

# So often members are given out to all pairs at once; what is left then is gone through one by one.
ROUNDS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Beside:
    """What stands beside each other: `members`, the occurrences of both sides that have one of the
    other in reach; `able`, those of them that stand side by side, the one before and the one
    behind, for each order of the sides."""

    members: Placed
    able: tuple[tuple[Placed, Placed], ...]


def beside(characters: Searched, left: Placed, right: Placed, distance: int) -> Beside:
    """What of two sides stands beside each other."""
    sides = [left] if left is right else [left, right]
    kept = [np.zeros(len(side.starts), np.bool_) for side in sides]
    orders = [(0, -1), (-1, 0)][: len(sides)]
    able = [_followed(characters, sides[a], sides[b], distance, kept[a], kept[b]) for a, b in orders]
    for a, b in orders:
        _preceded(characters, sides[a], sides[b], distance, kept[a])
    return Beside(union([side.only(wanted) for side, wanted in zip(sides, kept, strict=True)]), tuple(able))


def _followed(
    characters: Searched, some: Placed, others: Placed, distance: int, kept: Bools, others_kept: Bools
) -> tuple[Placed, Placed]:
    """Keep those that have another in reach behind them, and the first of these; which of both
    stand side by side."""
    following, linked = behind(some.ends, others.starts)
    reached = in_reach(characters, some.ends[linked], others.starts[following], distance)
    following, linked = following[reached], linked[reached]
    kept[linked] = others_kept[following] = True
    # What is followed by the same one as the next of `some` has that next one between.
    last = np.diff(following, append=len(others.starts)) != 0
    return some.only(linked[last]), others.only(following[last])


def _preceded(characters: Searched, some: Placed, others: Placed, distance: int, kept: Bools) -> None:
    """Keep those that have another in reach before them."""
    before = others.ends.searchsorted(some.starts, "right") - 1
    linked = np.flatnonzero((before >= 0) & ~kept)
    kept[linked] = in_reach(characters, others.ends[before[linked]], some.starts[linked], distance)


def pairs(alternatives: Sequence[Beside]) -> Placed:
    """The pairs of several alternatives, each member in one at most."""
    able = [two for each in alternatives for two in each.able]
    both, which = _numbered(np.concatenate([codes(two[at]) for at in (0, 1) for two in able]))
    members, half = decoded(both), len(which) // 2
    first, second = _once(which[:half], which[half:])
    # Distances fit into eight bits, which are sorted in one pass.
    nearest = (members.starts[second] - members.ends[first]).astype(np.uint8).argsort(kind="stable")
    taken = np.zeros(len(first), np.bool_)
    taken[nearest[_each_once(first[nearest], second[nearest], len(both))]] = True
    return decoded(distinct(codes(Placed(members.starts[first[taken]], members.ends[second[taken]]))))


def _numbered(numbers: Ints) -> tuple[Ints, Ints]:
    """Each number once, ascending, and the place of each given one among them."""
    order = numbers.argsort(kind="stable")
    ordered = numbers[order]
    new: Bools = np.diff(ordered, prepend=-1) != 0
    which = np.empty(len(numbers), np.int64)
    which[order] = np.cumsum(new) - 1
    return ordered[new], which


def _once(first: Ints, second: Ints) -> tuple[Ints, Ints]:
    """Each pair of members once, from left to right."""
    numbers = distinct((first << 32) + second)
    return numbers >> 32, numbers & 0xFFFFFFFF


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
