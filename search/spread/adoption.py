"""First use and spread: when each issuer first says it, and how many do, year by year.

What is not held is not known: first use is an interval. It is «exact» where the year before is held
and silent, an «interval» where years between are not held, «left» where the first year held already
says it: then it may be much older, and nobody is called the first for it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Bools, Ints
from search.spread.bodies import Bodies
from search.tables import CurveYear

NEVER = -1
EXACT, INTERVAL, LEFT, SILENT = "exact", "interval", "left", "silent"


class Adoption(NamedTuple):
    """For each issuer of a table: the column of the first year that says it and of the last silent
    year before, NEVER for none; and its state."""

    by: Ints
    after: Ints
    states: tuple[str, ...]

    def known_before(self, years: Ints) -> list[int | None]:
        """The rank of each: one more than those that are known to say it in an earlier year; None
        for those whose first use is not known."""
        known = np.array([state in (EXACT, INTERVAL) for state in self.states], np.bool_)
        firsts = np.sort(years[self.by[known]])
        ranks = firsts.searchsorted(years[self.by], "left") + 1
        return [int(rank) if is_known else None for rank, is_known in zip(ranks, known, strict=True)]


def adoption(table: Bodies) -> Adoption:
    """First use by each issuer."""
    says = table.say.sum(axis=1) > 0
    columns = np.arange(len(table.years))
    by = np.full(len(table.zones), NEVER, np.int64)
    if says.any():
        by[says] = table.say[says].argmax(axis=1)
    silent = table.held & ~table.say & (columns < by[:, None])
    after = np.where(silent, columns, NEVER).max(axis=1, initial=NEVER)
    states = tuple([_state(table.years, *each) for each in zip(by.tolist(), after.tolist(), strict=True)])
    return Adoption(by, after, states)


def _state(years: Ints, by: int, after: int) -> str:
    if by == NEVER:
        return SILENT
    if after == NEVER:
        return LEFT
    return EXACT if years[by] - years[after] == 1 else INTERVAL


def balanced(table: Bodies) -> Bools:
    """The issuers of whom every year of the table is held."""
    every: Bools = np.equal(table.held.sum(axis=1), max(1, len(table.years)))
    return every


def curve(table: Bodies, among: Bools) -> tuple[CurveYear, ...]:
    """A row for each year, for some of the issuers."""
    held, say = table.held[among], table.say[among]
    said_by = np.logical_or.accumulate(say, axis=1) if say.size else say
    before = _shifted(said_by)
    at_risk = held & _shifted(np.logical_or.accumulate(held, axis=1) if held.size else held) & ~before
    columns = (held, held & say, held & said_by, at_risk, at_risk & say)
    sums = [each.sum(axis=0).tolist() for each in columns]
    return tuple([CurveYear(year, *each) for year, *each in zip(table.years.tolist(), *sums, strict=True)])


def half_year(rows: tuple[CurveYear, ...]) -> int | None:
    """The first year by which more than half of those held have said it."""
    return next((row.year for row in rows if 2 * row.said_by > row.held), None)


def _shifted(table: Bools) -> Bools:
    """What held by the year before."""
    moved = np.zeros_like(table)
    moved[:, 1:] = table[:, :-1]
    return moved
