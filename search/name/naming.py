"""What a query names: issuers, and reports by title, issuer, year or document number, best first."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Bools
from search.match.filters import Filters
from search.match.view import View
from search.name.holding import Holding
from search.name.issuers import bodies
from search.name.ranking import ENDS, EQUAL, ranked
from search.name.searched import Searched
from search.named import NOTHING_NAMED, Body, Named, ReportHit

# So many reports are given; where no more are named, or no more of them answer best, a page shows
# the first few.
MOST_REPORTS, SHOWN = 10, 3


class Naming(NamedTuple):
    """What is named. `titled`: the code of the first report where its title is what was typed."""

    bodies: tuple[Body, ...]
    reports: tuple[ReportHit, ...]
    named: Named
    titled: int | None


NOTHING = Naming((), (), NOTHING_NAMED, None)


def naming(found: Searched) -> Naming:
    """What the query of a search names, reports within its filters."""
    query = found.query
    if query.node is None or not query.operands:
        return NOTHING
    mask = Holding(found.view, found.lookups, query).reports()
    issuers = bodies(found.view, query, mask, found.filters)
    if mask is None:
        return NOTHING._replace(bodies=issuers) if issuers else NOTHING
    codes = np.flatnonzero(_filtered(mask, found.filters))
    if not len(codes):
        return NOTHING._replace(bodies=issuers)
    best, ways = ranked(found, codes, MOST_REPORTS)
    told_apart = len(codes) <= MOST_REPORTS or ways[0] <= ENDS or (ways == ways[0]).sum() <= MOST_REPORTS
    named = Named(len(codes), min(SHOWN, len(codes)) if told_apart or issuers else 0)
    return Naming(issuers, _report_hits(found, best.tolist()), named, int(best[0]) if ways[0] == EQUAL else None)


def _filtered(mask: Bools, filters: Filters) -> Bools:
    for column, table in filters.tables.values():
        if column == "report":
            mask &= table
    return mask if filters.within is None else mask & filters.within


def _report_hits(found: Searched, codes: list[int]) -> tuple[ReportHit, ...]:
    """Reports by their codes, in this order."""
    return tuple([_report_hit(found.view, code) for code in codes])


def _report_hit(view: View, code: int) -> ReportHit:
    segment, first = view.firsts[code].tolist()
    stored = view.segments[segment].segment.report(first)
    number = view.snapshot.values["number"][view.of_reports("number")[code]]
    return ReportHit(stored.id, stored.title, stored.zone, stored.year, stored.kind, number or None)
