"""How many reports are held for each year or province: what tells «says nothing» from «is not
here»."""

from __future__ import annotations

from collections.abc import Mapping

from search.query.years import read_years
from web.catalogue import Facts, Known

Filters = Mapping[str, tuple[str, ...]]


def held_by_year(facts: Known, filters: Filters) -> Mapping[int, int]:
    """Reports held a year, within all filters but those of years; those without a year are left
    out."""
    within = {facet: values for facet, values in filters.items() if facet != "year"}
    return _within(facts, within).by_year


def held_by_province(facts: Known, filters: Filters) -> Mapping[str, int]:
    """Reports held a province (its division code), within all filters but those of places."""
    within = {facet: values for facet, values in filters.items() if facet != "region"}
    return _within(facts, within).by_province


def _within(facts: Known, filters: Filters) -> Known:
    if not filters:
        return facts
    return Known({each: reports for each, reports in facts.items() if _passes(each, filters)})


def _passes(each: Facts, filters: Filters) -> bool:
    """Whether a report passes the filters. The part is a fact about sections: any report may have
    it."""
    return all(_holds(each, facet, values) for facet, values in filters.items() if facet != "part")


def _holds(each: Facts, facet: str, values: tuple[str, ...]) -> bool:
    if facet == "region":
        return any(value in (each.province, each.city) if value else not each.province for value in values)
    if facet == "year":
        return any((span := read_years(value)) is not None and span.holds(each.year) for value in values)
    return getattr(each, facet) in values
