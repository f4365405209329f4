"""The filters of a request as clauses: one for each facet in use, as `search.match.filters` says
them of arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.opensearch.asking.clauses import Clause, any_of, of_years, one_of
from search.query.years import read_years


def passes(chosen: Mapping[str, Sequence[str]]) -> dict[str, Clause]:
    """For each facet in use, what passes it."""
    return {facet: _passes(facet, values) for facet, values in chosen.items()}


def _passes(facet: str, values: Sequence[str]) -> Clause:
    if facet == "year":
        spans = [span for value in values if (span := read_years(value))]
        return any_of([of_years(span.first, span.last) for span in spans])
    if facet != "region":
        return one_of(facet, values)
    # A report without a city may well have a province: 未注明 asks for those without either.
    cities = [value for value in values if value]
    return any_of([one_of("province", values), *([one_of("city", cities)] if cities else [])])


def within(reports: Sequence[str]) -> list[Clause]:
    """What lies in the only reports that are asked about; all do where there are none."""
    return [one_of("report", reports)] if reports else []
