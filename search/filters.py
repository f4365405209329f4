"""The filters of a request: read, checked, and made into tables that say which codes pass.

Values inside a facet combine by OR, facets by AND.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from search.errors import BadRequest
from search.interpret import NAMES
from search.request import FACETS, MAX_LIMIT, SORTS, Request
from search.view import Bools, Ints, SegmentView, View
from search.years import WRITTEN, read_years

# Beyond this nobody turns pages; it also keeps a typing error from asking for the impossible.
MAX_OFFSET = 10_000_000
_CODE = re.compile(r"\d{6}")

# The columns a facet looks at; a region is a province or a city.
COLUMNS = {facet: ("province", "city") if facet == "region" else (facet,) for facet in FACETS}


def checked(request: Request) -> dict[str, tuple[str, ...]]:
    """The chosen values of each facet, every value once. Raises BadRequest for what means nothing."""
    if request.sort not in SORTS:
        raise BadRequest(f"不能按“{request.sort}”排序；请选 {'、'.join(SORTS)} 之一。")
    if not 0 <= request.offset <= MAX_OFFSET:
        raise BadRequest(f"offset 是 {request.offset}；请给 0 到 {MAX_OFFSET} 之间的数。")
    if not 1 <= request.limit <= MAX_LIMIT:
        raise BadRequest(f"limit 是 {request.limit}；请给 1 到 {MAX_LIMIT} 之间的数。")
    return _chosen(request.filters)


def _chosen(filters: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for facet, values in filters.items():
        if facet not in FACETS:
            raise BadRequest(f"没有名为“{facet}”的筛选；请用 {'、'.join(FACETS)}。")
        for value in values:
            _check(facet, value)
    return {facet: tuple(dict.fromkeys(values)) for facet, values in filters.items() if values}


def _check(facet: str, value: str) -> None:
    if facet == "year" and read_years(value) is None:
        raise BadRequest(f"年份“{value}”看不懂；请写成 {WRITTEN}。")
    if facet == "region" and value and not _CODE.fullmatch(value):
        raise BadRequest(f"地区“{value}”不是行政区划代码；请给六位数字，例如 440000。")


@dataclass(frozen=True, slots=True, eq=False)
class Filters:
    """Chosen values bound to a snapshot.

    `tables`: for each facet in use the column to look at, and for each of its codes whether it passes. All facets but the part of the
    report are facts about whole reports: their column is the report.
    """

    chosen: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, tuple[str, Bools]]
    notes: tuple[str, ...]

    def pass_report(self, view: SegmentView, doc: int) -> bool:
        """Whether the report of a document passes: the facets that are facts about reports."""
        code = view.segment.codes["report"][doc]
        return all(table[code] for column, table in self.tables.values() if column == "report")

    def passes(self, view: SegmentView, docs: Ints) -> dict[str, Bools]:
        """For each facet in use, which of `docs` pass it."""
        codes = view.segment.codes
        return {facet: table[codes[column].take(docs)] for facet, (column, table) in self.tables.items()}


def bound(chosen: Mapping[str, tuple[str, ...]], view: View) -> Filters:
    """The filters for one snapshot, with a note for each value it does not have."""
    tables = {facet: _table(facet, values, view) for facet, values in chosen.items()}
    notes = [
        f"库中没有{NAMES[facet]}为“{value}”的报告。"
        for facet, values in chosen.items()
        for value in values
        if not _is_known(facet, value, view)
    ]
    return Filters(chosen, tables, tuple(notes))


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
