"""Absence: which reports of a selection do not say it, which have no such part, and what is not held
at all."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from index.characters.arrays import Bools, Ints
from search.match.view import View
from search.spread.bodies import bodies
from search.spread.counted import Counted
from search.spread.rows import in_order
from search.spread.sums import Sums
from search.tables import Absence, SilentReport


def absence(sums: Sums, offset: int, limit: int) -> Absence:
    """Who does not say what was searched: `limit` reports, and as many issuers with years that are
    not held, from `offset` on."""
    counted, view = Counted(sums), sums.view
    held = counted.held_sections > 0
    told = not counted.selection.silence
    silent = _ordered(view, np.flatnonzero(held & ~counted.says)) if told else np.zeros(0, np.int64)
    missing, years = _not_held(counted, held)
    return Absence(
        version=view.snapshot.version,
        interpreted=sums.query.interpreted,
        selection=counted.selection,
        held=int(held.sum()),
        say=int(counted.says.sum()),
        silent=_reports(counted, silent[offset : offset + limit]) if told else None,
        silent_total=len(silent),
        without_part=int(counted.without_part.sum()),
        not_held=tuple([years(code) for code in missing[offset : offset + limit]]),
        not_held_total=len(missing),
    )


def _ordered(view: View, reports: Ints) -> Ints:
    """Reports by issuer as these are listed, newest first; those without an issuer last."""
    zones, years = view.of_reports("zone")[reports], view.of_reports("year")[reports]
    codes = np.unique(zones)
    ranks = np.zeros(len(view.snapshot.values["zone"]), np.int64)
    ranks[in_order(view, "zone", codes, codes, "code")] = np.arange(len(codes))
    if len(codes) and not view.snapshot.values["zone"][0]:
        ranks[0] = len(codes)
    return reports[np.lexsort((reports, -years, ranks[zones]))]


def _not_held(counted: Counted, held: Bools) -> tuple[list[int], Callable[[int], tuple[str, tuple[int, ...]]]]:
    """The issuers of the selection (by code) of whom nothing is held in some of its years, as these
    are listed; and, for one of them, its name with these years."""
    view, table = counted.view, bodies(counted, held)
    lacking = table.zones[~table.held.all(axis=1)]

    def years(code: int) -> tuple[str, tuple[int, ...]]:
        row = int(table.zones.searchsorted(code))
        return view.snapshot.values["zone"][code], tuple(table.years[~table.held[row]].tolist())

    return in_order(view, "zone", lacking, lacking, "code"), years


def _reports(counted: Counted, reports: Ints) -> tuple[SilentReport, ...]:
    view = counted.view
    saying = _keys(view)[counted.says]
    twins = np.isin(_keys(view)[reports], saying)
    found = []
    for code, twin in zip(reports.tolist(), twins.tolist(), strict=True):
        segment, doc = view.firsts[code].tolist()
        stored = view.segments[segment].segment.report(doc)
        characters = int(counted.characters[code])
        twin_says = twin and stored.zone is not None
        found.append(
            SilentReport(
                stored.id,
                stored.title,
                stored.zone,
                stored.province or "",
                stored.year,
                stored.kind,
                characters,
                twin_says,
            )
        )
    return tuple(found)


def _keys(view: View) -> Ints:
    """A number for issuer, year and kind of each report: equal for those that are the same report
    twice."""
    years, kinds = len(view.snapshot.values["year"]), len(view.snapshot.values["kind"])
    keys: Ints = (view.of_reports("zone") * years + view.of_reports("year")) * kinds + view.of_reports("kind")
    return keys
