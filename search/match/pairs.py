"""Where the pairs of `A ~n B` stand in one segment: from the start of the one to the end of the
other.

Two that stand side by side are a pair: no other A and no other B lies nearer to either. Where one
could stand in two pairs it takes the nearer partner, and the left one of two that are as near.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.characters.arrays import Bools, Ints
from index.characters.lookup import Characters
from search.match.occurrences import Placed, among, behind, in_reach, union

# So often members are given out to all pairs at once; what is left then is gone through one by one.
ROUNDS = 4


def pairs(characters: Characters, sides: Sequence[tuple[Placed, Placed, int]]) -> Placed:
    """The pairs of several alternatives, each member in one at most. `sides`: the occurrences left
    and right of `~` that have one of the other in reach, and the distance."""
    able = [one for left, right, reach in sides for one in _both_ways(characters, left, right, reach)]
    one, other = (union_all([each[at] for each in able]) for at in (0, 1))
    members = union([one, other])
    first, second = among(one, members), among(other, members)
    order = np.lexsort((second, first, other.starts - one.ends))
    first, second = first[order], second[order]
    new = (np.diff(first, prepend=-1) != 0) | (np.diff(second, prepend=-1) != 0)
    taken = _each_once(first[new], second[new], len(members.starts))
    first, second = first[new][taken], second[new][taken]
    return union([Placed(members.starts[first], members.ends[second])])


def union_all(parts: Sequence[Placed]) -> Placed:
    """All occurrences of all parts, one behind the other."""
    return Placed(np.concatenate([part.starts for part in parts]), np.concatenate([part.ends for part in parts]))


def _both_ways(characters: Characters, left: Placed, right: Placed, distance: int) -> list[tuple[Placed, Placed]]:
    return [_beside(characters, left, right, distance), _beside(characters, right, left, distance)]


def _beside(characters: Characters, before: Placed, after: Placed, distance: int) -> tuple[Placed, Placed]:
    """Which stand side by side in this order."""
    next_, linked = behind(before.ends, after.starts)
    last = before.ends.searchsorted(after.starts[next_], "right") - 1
    next_, linked = next_[last == linked], linked[last == linked]
    near = in_reach(characters, before.ends[linked], after.starts[next_], distance)
    return before.only(linked[near]), after.only(next_[near])


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
    foremost = np.full(members, len(first))
    np.minimum.at(foremost, first, places)
    np.minimum.at(foremost, second, places)
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
