"""The longest strings that a draft shares with a segment, in numpy: all places of the draft at once.

These are matching statistics (Chang and Lawler, 1994) over a suffix array: each place is looked up
among the sorted suffixes, and from there one walks outwards, always to the side that shares more,
until enough owners are met. `search.loops.native_matching` has the same in C.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Array, Codes, Ints
from index.characters.lookup import Characters
from search.loops.beside import Beside, Stands

# So many suffixes are walked at one place: where all of them belong to documents that are left out,
# or to few owners, the walk would go on through all that begin alike. With every document left out
# 20,000 characters of held texts took 36 ms in C, 0.4 s in numpy, and no walk was cut short (54,132
# sections, 28 November 2026).
FARTHEST = 1_000
# So many steps are taken at all places together; the few that go on are walked one by one.
TOGETHER = 24
STEP = 6  # of so many places one is looked up first: half the least length


def matched(text: Characters, draft: Array, owners: Codes, many: int, least: int) -> tuple[Codes, Codes, Ints, bool]:
    """`Twin.matched`."""
    if len(owners) != len(text) or many < 1 or least < 2:
        raise IndexError("an owner for each document, one at least to be found, two characters at least")
    whose = np.full((len(draft), many), -1, np.int32)
    lengths = np.zeros((len(draft), many), np.int32)
    rows = np.zeros((len(draft), 2), np.int64)
    compared = Beside(text, draft)
    places, stands = _near(compared, least)
    keys, first, back = np.unique(np.stack(stands[:3]), axis=1, return_index=True, return_inverse=True)
    walks = _Walks(compared, owners, places[first], stands.of(first), many, least)
    is_whole = walks.run() if keys.shape[1] else True
    back = back.ravel()
    whose[places], lengths[places] = walks.whose[back], walks.lengths[back]
    rows[places] = compared.spread(places[first], stands.of(first), least)[back]
    return whose, lengths, rows, is_whole


def _near(compared: Beside, least: int) -> tuple[Ints, Stands]:
    """Where the places stand that share enough with any suffix. A place shares one character more
    than the next one at most: every sixth is looked up first, and those before it only where they
    may share enough."""
    bounds = compared.rooms.copy()
    every = np.arange(len(bounds))
    some = np.flatnonzero((bounds >= least) & (every % STEP == STEP - 1))
    first, stands = compared.stands(some)
    bounds[some] = 0
    bounds[first] = np.maximum(stands.left, stands.right)
    following = every - every % STEP + STEP - 1
    inside = following < len(bounds)
    able = ~inside | (bounds[np.where(inside, following, 0)] + following - every >= least)
    rest = np.flatnonzero(able & (following != every) & (compared.rooms >= least))
    then, others = compared.stands(rest)
    places, both = np.concatenate((first, then)), Stands(*map(np.concatenate, zip(stands, others, strict=True)))
    near = np.maximum(both.left, both.right) >= least
    return places[near], both.of(near)


class _Walks:
    """Walks outwards from where places stand. `whose`, `lengths`: what was found, a row a place."""

    def __init__(self, compared: Beside, owners: Codes, places: Ints, stands: Stands, many: int, least: int) -> None:
        self._compared, self._owners, self._places = compared, owners, places
        self._stands, self._many, self._least = stands, many, least
        self._left, self._right = stands.left.copy(), stands.right.copy()
        self._before, self._behind = stands.row - 1, stands.row.copy()
        self._found = np.zeros(len(places), np.int64)
        self.whose = np.full((len(places), many), -1, np.int32)
        self.lengths = np.zeros((len(places), many), np.int32)

    def run(self) -> bool:
        """Walk everywhere; whether no walk was cut short."""
        going = np.arange(len(self._places))
        for _ in range(TOGETHER):
            going = self._going(going)
            if not len(going):
                return True
            self._step(going)
        ended = [self._alone(at) for at in self._going(going).tolist()]
        return all(ended)

    def _going(self, among: Ints) -> Ints:
        near = np.maximum(self._left[among], self._right[among]) >= self._least
        return among[near & (self._found[among] < self._many)]

    def _step(self, going: Ints) -> None:
        """One step at each of some places."""
        to_left = self._left[going] >= self._right[going]
        shared = np.where(to_left, self._left[going], self._right[going])
        rows = np.where(to_left, self._before[going], self._behind[going])
        self._before[going] -= to_left
        self._behind[going] += ~to_left
        following = np.where(to_left, self._before[going], self._behind[going])
        inside = (following >= self._stands.low[going]) & (following < self._stands.high[going])
        then = np.zeros(len(going), np.int64)
        some = going[inside]
        none = np.zeros(len(some), np.int64)
        then[inside] = self._compared.same(self._places[some], following[inside], none, shared[inside])
        self._left[going] = np.where(to_left, then, self._left[going])
        self._right[going] = np.where(to_left, self._right[going], then)
        who = self._owners[self._compared.text.documents[rows]]
        self._meet(going, who, shared)

    def _meet(self, going: Ints, who: Codes, shared: Ints) -> None:
        new = (who >= 0) & ~(self.whose[going] == who[:, None]).any(axis=1)
        met, at = going[new], self._found[going[new]]
        self.whose[met, at], self.lengths[met, at] = who[new], shared[new]
        self._found[met] += 1

    def _alone(self, at: int) -> bool:
        """The rest of one walk: all rows of both sides in the order they would be met in."""
        left, right = self._side(at, -1), self._side(at, 1)
        rows, shared = np.concatenate((left[0], right[0])), np.concatenate((left[1], right[1]))
        order = np.argsort(-shared, kind="stable")
        cut = order[: FARTHEST - TOGETHER]
        who = self._owners[self._compared.text.documents[rows[cut]]]
        known = {*self.whose[at].tolist()}
        for each, length in zip(who.tolist(), shared[cut].tolist(), strict=True):
            if each >= 0 and each not in known and self._found[at] < self._many:
                known.add(each)
                self.whose[at, self._found[at]], self.lengths[at, self._found[at]] = each, length
                self._found[at] += 1
        return len(order) <= len(cut) or bool(self._found[at] == self._many)

    def _side(self, at: int, step: int) -> tuple[Ints, Ints]:
        """The next rows of one side that share enough, the nearest first, and what they share: one
        more than a walk may take."""
        start = int(self._before[at] if step < 0 else self._behind[at])
        edge = int(self._stands.low[at]) - 1 if step < 0 else int(self._stands.high[at])
        count = min(abs(edge - start), FARTHEST - TOGETHER + 1)
        rows = start + step * np.arange(count)
        most = np.full(count, int(self._left[at] if step < 0 else self._right[at]))
        places = np.full(count, self._places[at])
        shared = self._compared.same(places, rows, np.zeros(count, np.int64), most)
        enough = shared >= self._least
        return rows[enough], shared[enough]
