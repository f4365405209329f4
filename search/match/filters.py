"""The filters of a request: read, checked, and made into tables that say which codes pass.

Values inside a facet combine by OR, facets by AND.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import reduce

import numpy as np

from corpus.saying import Saying, listed
from index.characters.arrays import Bools, Ints
from search.errors import BadRequest
from search.match.segment_view import SegmentView
from search.match.view import View
from search.query.interpret import FACET_NAMES
from search.query.years import WRITTEN, read_years
from search.request import FACETS, MAX_LIMIT, SORTS, Request

# Beyond this nobody turns pages; it also keeps a typing error from asking for the impossible.
MAX_OFFSET = 10_000_000
_CODE = re.compile(r"\d{6}")

# The columns a facet looks at; a region is a province or a city.
COLUMNS = {facet: ("province", "city") if facet == "region" else (facet,) for facet in FACETS}


def checked(request: Request) -> dict[str, tuple[str, ...]]:
    """The chosen values of each facet, every value once. Raises BadRequest for what means
    nothing."""
    if request.sort not in SORTS:
        raise BadRequest(Saying("不能按“%(sort)s”排序；请选 %(sorts)s 之一。", sort=request.sort, sorts=listed(SORTS)))
    if not 0 <= request.offset <= MAX_OFFSET:
        raise BadRequest(
            Saying(
                "%(name)s 是 %(value)s；请给 %(least)s 到 %(most)s 之间的数。",
                name="offset",
                value=request.offset,
                least=0,
                most=MAX_OFFSET,
            )
        )
    if not 1 <= request.limit <= MAX_LIMIT:
        raise BadRequest(
            Saying(
                "%(name)s 是 %(value)s；请给 %(least)s 到 %(most)s 之间的数。",
                name="limit",
                value=request.limit,
                least=1,
                most=MAX_LIMIT,
            )
        )
    return _chosen(request.filters)


def _chosen(filters: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for facet, values in filters.items():
        if facet not in FACETS:
            raise BadRequest(Saying("没有名为“%(name)s”的筛选；请用 %(names)s。", name=facet, names=listed(FACETS)))
        for value in values:
            _check(facet, value)
    return {facet: tuple(dict.fromkeys(values)) for facet, values in filters.items() if values}


def _check(facet: str, value: str) -> None:
    if facet == "year" and read_years(value) is None:
        raise BadRequest(Saying("年份“%(typed)s”看不懂；请写成 %(written)s。", typed=value, written=WRITTEN))
    if facet == "region" and value and not _CODE.fullmatch(value):
        raise BadRequest(Saying("地区“%(typed)s”不是行政区划代码；请给六位数字，例如 440000。", typed=value))


@dataclass(frozen=True, slots=True, eq=False)
class Filters:
    """Chosen values bound to a snapshot.

    `tables`: for each facet in use the column to look at, and for each of its codes whether it
    passes. All facets but the part of the report are facts about whole reports: their column is the
    report. `within`: for each code of a report whether it is among `reports`, those that are asked
    about; None where all are.
    """

    chosen: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, tuple[str, Bools]]
    notes: tuple[str, ...]
    reports: tuple[str, ...] = ()
    within: Bools | None = None

    def only(self, facets: Collection[str]) -> Filters:
        """The filters of these facets, which are in use."""
        chosen = {facet: self.chosen[facet] for facet in facets}
        return replace(self, chosen=chosen, tables={facet: self.tables[facet] for facet in facets}, notes=())

    def asked(self, view: SegmentView, docs: Ints) -> Ints:
        """Those of `docs` that lie in the reports asked about."""
        return docs if self.within is None else docs[self.within[view.segment.codes["report"].take(docs)]]

    def passes(self, view: SegmentView, docs: Ints) -> dict[str, Bools]:
        """For each facet in use, which of `docs` pass it."""
        codes = view.segment.codes
        return {facet: table[codes[column].take(docs)] for facet, (column, table) in self.tables.items()}


def bound(chosen: Mapping[str, tuple[str, ...]], view: View, reports: tuple[str, ...] = ()) -> Filters:
    """The filters for one snapshot, with a note for each value it does not have. `reports`: ids, ()
    for all."""
    tables = {facet: _table(facet, values, view) for facet, values in chosen.items()}
    notes = [
        Saying("库中没有%(name)s为“%(value)s”的报告。", name=FACET_NAMES[facet], value=value)
        for facet, values in chosen.items()
        for value in values
        if not _is_known(facet, value, view)
    ]
    return Filters(chosen, tables, tuple(notes), reports, _within(reports, view) if reports else None)


def _within(reports: tuple[str, ...], view: View) -> Bools:
    """For each code of a report whether it is one of these ids. Codes have the order of ids."""
    ids = view.snapshot.values["report"]
    mask = np.zeros(len(ids), np.bool_)
    for report in reports:
        code = bisect_left(ids, report)
        if code < len(ids) and ids[code] == report:
            mask[code] = True
    return mask


def _is_known(facet: str, value: str, view: View) -> bool:
    if facet == "year":
        return any(_wanted("year", (value,), view))
    return any(value in view.snapshot.values[column] for column in COLUMNS[facet])


def _table(facet: str, chosen: tuple[str, ...], view: View) -> tuple[str, Bools]:
    if facet == "part":
        return "part", np.array(_wanted("part", chosen, view), np.bool_)
    masks = [np.array(_wanted(column, chosen, view), np.bool_)[view.of_reports(column)] for column in COLUMNS[facet]]
    return "report", reduce(np.logical_or, masks)


def _wanted(column: str, chosen: tuple[str, ...], view: View) -> list[bool]:
    """For each value of a column, whether it is among the chosen ones."""
    values = view.snapshot.values[column]
    if column == "year":
        spans = [span for value in chosen if (span := read_years(value))]
        return [any(span.holds(year) for span in spans) for year in values]
    # A report without a city may well have a province: 未注明 asks for those without either.
    wanted = set(chosen) - {""} if column == "city" else set(chosen)
    return [value in wanted for value in values]
