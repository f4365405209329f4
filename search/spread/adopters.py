"""Spread: who says it first, who follows, and who is silent, for one kind of report at a time.

A 政府工作报告 bears the year it is delivered in, other reports the year they look back on: kinds mixed
shift a first use by a year.
"""

from __future__ import annotations

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.view import View
from search.spread.adoption import SILENT, Adoption, adoption, balanced, curve, half_year
from search.spread.bodies import Bodies, bodies
from search.spread.counted import Counted
from search.spread.rows import in_order, label, places
from search.spread.sums import Sums
from search.tables import BodyYear, FirstUse, Silent, Spread

# In which order those of one year are told: what is known exactly comes first.
STATES = ("exact", "interval", "left")


def spread(sums: Sums, panel: str, every_kind: bool, offset: int, limit: int, with_years: bool) -> Spread:
    """The spread of what was searched, `limit` of its first uses and silent issuers from `offset`
    on; `every_kind` where no kind is chosen: all of them together. `with_years`: a row for each
    issuer and year, too, all of them."""
    counted, view = Counted(sums), sums.view
    kinds = _kinds(counted)
    kind = kinds[0][0] if kinds and not every_kind and not sums.filters.chosen.get("kind") else ""
    table = bodies(counted, _of_kind(view, kind))
    first = adoption(table)
    shown = np.ones(len(table.zones), np.bool_) if panel == "held" else balanced(table)
    told = not counted.selection.silence
    order = _order(view, table, first) if told else []
    users = [at for at in order if first.states[at] != SILENT]
    silent = [at for at in order if first.states[at] == SILENT]
    telling = _Telling(counted, table, first)
    return Spread(
        version=view.snapshot.version,
        interpreted=sums.query.interpreted,
        selection=counted.selection,
        kinds=tuple(kinds),
        kind=kind,
        first=tuple([telling.first(at) for at in users[offset : offset + limit]]),
        first_total=len(users),
        silent=tuple([telling.silent(at) for at in silent[offset : offset + limit]]),
        silent_total=len(silent),
        curve=curve(table, shown) if told else (),
        half_year=half_year(curve(table, balanced(table))) if told else None,
        panel=int(shown.sum()),
        unplaced=table.unplaced,
        body_years=tuple([each for at in order for each in telling.years(at)]) if with_years else (),
    )


def _kinds(counted: Counted) -> list[tuple[str, int]]:
    """Sections found of each kind, most first."""
    values = counted.view.snapshot.values["kind"]
    counts = np.bincount(counted.view.of_reports("kind"), counted.sections, len(values)).astype(np.int64).tolist()
    found = [(value, count) for value, count in zip(values, counts, strict=True) if count]
    return sorted(found, key=lambda each: -each[1])


def _of_kind(view: View, kind: str) -> Bools:
    codes = view.of_reports("kind")
    if not kind:
        return np.ones(len(codes), np.bool_)
    mask: Bools = codes == view.snapshot.values["kind"].index(kind)
    return mask


def _order(view: View, table: Bodies, first: Adoption) -> list[int]:
    """Rows by the year of first use, what is known exactly first, then as issuers are listed; those
    that are silent last."""
    places_of = {int(code): at for at, code in enumerate(table.zones)}
    listed = [places_of[code] for code in in_order(view, "zone", table.zones, table.zones, "code")]
    users = [at for at in listed if first.states[at] != SILENT]
    silent = [at for at in listed if first.states[at] == SILENT]
    return sorted(users, key=lambda at: (int(first.by[at]), STATES.index(first.states[at]))) + silent


def _first_reports(counted: Counted, table: Bodies) -> dict[tuple[int, int], int]:
    """For each issuer and year, by their codes, the first report that says it."""
    reports = np.flatnonzero(counted.says & table.kept)
    zones, years = (counted.view.of_reports(column)[reports].tolist() for column in ("zone", "year"))
    return dict(zip(zip(zones[::-1], years[::-1], strict=True), reports[::-1].tolist(), strict=True))


class _Telling:
    """What is said of each issuer of a table."""

    def __init__(self, counted: Counted, table: Bodies, first: Adoption) -> None:
        self._view, self._table, self._first, self._counted = counted.view, table, first, counted
        self._ranks = first.known_before(table.years) if len(table.years) else []
        self._first_report = _first_reports(counted, table)

    def _named(self, at: int) -> tuple[str, str, str]:
        values, zone = self._view.snapshot.values, int(self._table.zones[at])
        province, _, level = places(self._view)
        return values["zone"][zone], label(self._view, "province", province[zone]), values["level"][level[zone]]

    def first(self, at: int) -> FirstUse:
        table, first = self._table, self._first
        by, after = int(table.years[first.by[at]]), int(first.after[at])
        report, section = self._where(int(table.zones[at]), by)
        last = int(table.years[after]) if after >= 0 else None
        return FirstUse(*self._named(at), by, last, first.states[at], self._ranks[at], report, section)

    def _where(self, zone: int, year: int) -> tuple[str, str]:
        """The first report of an issuer and year that says it, and its first section that does."""
        view = self._view
        report = self._first_report[zone, view.snapshot.values["year"].index(str(year))]
        return self._counted.sums.first(report)

    def silent(self, at: int) -> Silent:
        return Silent(*self._named(at), tuple(self._table.years[self._table.held[at]].tolist()))

    def years(self, at: int) -> list[BodyYear]:
        table, first = self._table, self._first
        named, by, left = self._named(at), int(first.by[at]), int(first.states[at] == "left")
        columns: Ints = np.flatnonzero(table.held[at])
        return [
            BodyYear(
                *named,
                int(table.years[column]),
                1,
                int(table.say[at, column]),
                int(column == by and not left),
                int(column != columns[0] and (by < 0 or column <= by)),
                left,
                int(table.characters[at, column]),
            )
            for column in columns.tolist()
        ]
