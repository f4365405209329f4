"""Where strings of a draft stand among the sorted suffixes of a segment: many strings at once."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Ints
from index.characters.lookup import Characters
from search.loops.beside import Beside
from search.passages.draft import Draft


class Rows(NamedTuple):
    """For each string the rows from `lows` to before `highs`: the suffixes that begin with it."""

    lows: Ints
    highs: Ints

    def every(self) -> tuple[Ints, Ints]:
        """The strings' numbers and the rows, each row of each string."""
        sizes = self.highs - self.lows
        ends = np.cumsum(sizes)
        total = int(ends[-1]) if len(ends) else 0
        rows = np.arange(total) + (self.lows - (ends - sizes)).repeat(sizes)
        return np.arange(len(sizes)).repeat(sizes), rows

    def of(self, chosen: Ints) -> Rows:
        """Those of some strings."""
        return Rows(self.lows[chosen], self.highs[chosen])


def narrowed(text: Characters, draft: Draft, rows: Ints, least: int, starts: Ints, ends: Ints) -> Rows:
    """The rows of strings, given for every place of the draft those of the `least` characters there
    (`Matched.rows`). No string is shorter, none runs across a GAP."""
    search, lows, highs = Beside(text, draft.codes), rows[starts, 0], rows[starts, 1]
    known = np.full(len(starts), least)
    first = _first(search, starts, ends - starts, known, Rows(lows, highs), behind=False)
    return Rows(first, _first(search, starts, ends - starts, known, Rows(first, highs), behind=True))


def _first(search: Beside, places: Ints, lengths: Ints, known: Ints, among: Rows, behind: bool) -> Ints:
    """The first row whose suffix does not come before the string, or (`behind`) comes behind all that
    begin with it; `known`: as much of it every suffix shares."""
    low, high = among.lows.copy(), among.highs.copy()
    while len(going := np.flatnonzero(low < high)):
        middle, place, length = (low[going] + high[going]) >> 1, places[going], lengths[going]
        same = search.same(place, middle, known[going], length)
        before = search.is_before(place, middle, same, length)
        if behind:
            before |= same == length
        low[going[before]] = middle[before] + 1
        high[going[~before]] = middle[~before]
    return low
