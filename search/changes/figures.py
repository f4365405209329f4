"""The figures of two sentences side by side: each beside what it was, told by what stands around
it, or by what it counts, where the sentence was turned round."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile
from typing import Final, NamedTuple

from search.changes.counted_thing import differ, is_behind, is_same
from search.changes.sentence import Reading, Sentence

# Of nine characters beside a figure: one unit and a character, or three characters, tell it.
UNIT: Final = 2
KNOWN: Final = 3


class Beside(NamedTuple):
    """A figure and what it was; None where one side has no such figure."""

    old: Reading | None
    new: Reading | None

    @property
    def unit(self) -> str | None:
        """What both count; None where that differs or there is but one."""
        return self.old.unit if self.old and self.new and self.old.unit == self.new.unit else None

    @property
    def difference(self) -> Decimal | None:
        """New less old; None where they do not count the same, where it is not said what they count,
        or where they name a year, a day, a rank."""
        if not self.old or not self.new or not self.unit or self.old.is_one or self.new.is_one:
            return None
        return self.new.value - self.old.value

    @property
    def is_year(self) -> bool:
        """Whether it tells a year of the calendar."""
        return any(side.is_year for side in (self.old, self.new) if side)

    @property
    def is_changed(self) -> bool:
        """Whether it does not count the same on both sides."""
        return not (self.old and self.new and self.old[3:5] == self.new[3:5])


def beside(old: Sentence, new: Sentence) -> list[Beside]:
    """All figures of two sentences, in the order of the new one, what only the old one has at the
    end."""
    pairs = dict(_pairs(old, new))
    left = [figure for n, figure in enumerate(old.figures) if n not in pairs.values()]
    both = [Beside(old.figures[pairs[n]] if n in pairs else None, each) for n, each in enumerate(new.figures)]
    return [*both, *(Beside(figure, None) for figure in left)]


def _pairs(old: Sentence, new: Sentence) -> Iterator[tuple[int, int]]:
    """Places of the new sentence's figures with those of the old one's: the best known first."""
    if old.masked == new.masked:
        yield from ((n, n) for n in range(len(new.figures)))
        return
    known = [(-_known(was, now), a + b, b, a) for a, was in enumerate(old.figures) for b, now in enumerate(new.figures)]
    taken: tuple[set[int], set[int]] = set(), set()
    for worth, _, now, was in sorted(known):
        if -worth >= KNOWN and now not in taken[0] and was not in taken[1]:
            yield now, was
            taken[0].add(now)
            taken[1].add(was)


def _known(old: Reading, new: Reading) -> int:
    """How many characters beside two figures are the same, and whether the unit is; KNOWN where both
    count the same thing in the same unit; 0 where they count others."""
    left, right = _same(old.left[::-1], new.left[::-1]), _same(old.right, new.right)
    beside = left + right
    if old.unit != new.unit:
        return beside if old.thing == new.thing and len(old.thing.said) >= KNOWN else 0
    if not old.is_one and differ(old.thing, new.thing) and (left < KNOWN or not is_behind(old.thing, new.thing)):
        return 0
    counted = bool(old.unit) and not old.is_one and is_same(old.thing, new.thing)
    return max(beside + UNIT, KNOWN) if counted else beside + UNIT


def _same(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
