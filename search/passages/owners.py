"""Whose the documents of a snapshot are, for a question: a number for each, -1 for what is left
out."""

from __future__ import annotations

from bisect import bisect_left
from functools import reduce

import numpy as np

from index.characters.arrays import Bools, Codes, Ints
from search.match.filters import Filters
from search.match.segment_view import SegmentView
from search.match.view import View

Owned = tuple[Codes, ...]  # int32 for each document, by segment


def code_of(view: View, report: str) -> int | None:
    """The code of a report, None where it is not held."""
    ids = view.snapshot.values["report"]
    code = bisect_left(ids, report)
    return code if code < len(ids) and ids[code] == report else None


def issuer_of(view: View, report: int) -> int | None:
    """The code of a report's issuer, None where it names none."""
    code = int(view.of_reports("zone")[report])
    return code if view.snapshot.values["zone"][code] else None


def others(view: View, filters: Filters, own: int | None, report: int | None) -> Owned:
    """Issuers but one, and without one report; reports without an issuer are one issuer's."""
    return tuple([_others(segment, filters, own, report) for segment in view.segments])


def _others(view: SegmentView, filters: Filters, own: int | None, report: int | None) -> Codes:
    codes = view.segment.codes
    owners = codes["zone"].astype(np.int32)
    kept = _kept(view, filters)
    if own is not None:
        kept &= codes["zone"] != own
    if report is not None:
        kept &= codes["report"] != report
    owners[~kept] = -1
    return owners


def _kept(view: SegmentView, filters: Filters) -> Bools:
    """Documents that are live and pass the filters."""
    docs = np.arange(view.size)
    live = np.ones(view.size, np.bool_) if view.live is None else view.live.copy()
    passing = filters.passes(view, docs).values()
    return reduce(np.logical_and, passing, live)


def own_reports(view: View, own: int, before: int | None, report: int | None) -> Ints:
    """The reports of an issuer (by code), without one; only those of the years before the code
    `before`, where it is given."""
    years = view.of_reports("year")
    chosen = view.of_reports("zone") == own
    if before is not None:
        known = np.array([bool(year) for year in view.snapshot.values["year"]], np.bool_)[years]
        chosen &= known & (years < before)
    if report is not None:
        chosen[report] = False
    return np.flatnonzero(chosen)


def reports_apart(view: View, reports: Ints) -> Owned:
    """Some reports, each an owner of its own."""
    chosen = np.zeros(len(view.snapshot.values["report"]), np.bool_)
    chosen[reports] = True
    found = []
    for segment in view.segments:
        owners = segment.segment.codes["report"].astype(np.int32)
        owners[~chosen[owners] if segment.live is None else ~(chosen[owners] & segment.live)] = -1
        found.append(owners)
    return tuple(found)
