"""What a query names: issuers, and reports by title, issuer, year or document number, best first."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from index.characters.arrays import Bools
from search.answer import NOTHING_NAMED, Body, Named, ReportHit
from search.found import Found
from search.match.filters import Filters
from search.match.view import View
from search.name.called import called
from search.name.holding import Holding
from search.name.issuers import bodies
from search.name.listing import listing
from search.name.ranking import ENDS, TITLE, ranked

# So many reports are given; where no more are named, or no more of them answer best, a page shows
# the first few.
MOST_REPORTS, SHOWN = 20, 3


class Naming(NamedTuple):
    """What is named. `titled`: the code of the first report where its title is what was typed."""

    bodies: tuple[Body, ...]
    reports: tuple[ReportHit, ...]
    named: Named
    titled: int | None


def naming(found: Found) -> Naming:
    """What the query of a search names, reports within its filters."""
    view, query = found.view, found.query
    holding = Holding(view, found.lookups, query)
    mask = holding.reports()
    issuers = bodies(view, query, mask, found.filters)
    codes = np.flatnonzero(_filtered(mask, found.filters)) if mask is not None else ()
    if not len(codes) or query.node is None:
        return Naming(issuers, (), NOTHING_NAMED, None)
    best, ways = ranked(found, np.asarray(codes), MOST_REPORTS)
    told_apart = len(codes) <= MOST_REPORTS or ways[0] <= ENDS or (ways == ways[0]).sum() <= MOST_REPORTS
    q = listing(query.node, holding.has_number) if len(codes) > SHOWN or not told_apart else ""
    named = Named(len(codes), min(SHOWN, len(codes)) if told_apart or issuers else 0, q)
    return Naming(issuers, _report_hits(found, best.tolist()), named, int(best[0]) if ways[0] == TITLE else None)


def _filtered(mask: Bools, filters: Filters) -> Bools:
    for column, table in filters.tables.values():
        if column == "report":
            mask &= table
    return mask if filters.within is None else mask & filters.within


def _report_hits(found: Found, codes: list[int]) -> tuple[ReportHit, ...]:
    """Reports by their codes, in this order."""
    return tuple([_report_hit(found.view, code) for code in codes])


def _report_hit(view: View, code: int) -> ReportHit:
    segment, first = called(view).firsts[code].tolist()
    stored = view.segments[segment].segment.report(first)
    number = view.snapshot.values["number"][view.of_reports("number")[code]]
    return ReportHit(stored.id, stored.title, stored.zone, stored.year, stored.kind, number or None)
