"""Counts beside the results: for each value, how many sections the search would give with that value alone chosen in its facet.

So a facet is counted over what the query and all *other* filters let through, and a facet without a choice sums to the total:
missing metadata is a value too ("", 未注明).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from search.answer import FacetValue
from search.match.filters import COLUMNS, Filters
from search.match.tally import Tally
from search.match.view import View
from search.query.interpret import UNKNOWN
from search.query.years import read_years
from search.request import FACETS
from search.show.unchosen import place_in, unchosen

# For each value its count; values in the order of the snapshot's table, those without sections left out.
Counts = dict[str, int]
Chosen = tuple[str, ...]


def facets(view: View, tallies: Mapping[str, Tally], filters: Filters) -> dict[str, tuple[FacetValue, ...]]:
    """All facets: years newest first, regions by division code, zones by count, the rest as the contract lists them.

    `tallies`: for each facet, the sections that pass all other filters.
    """
    return {
        facet: _chosen(view, facet, tallies[facet], filters.chosen[facet])
        if filters.chosen.get(facet)
        else unchosen(view, facet, tallies[facet])
        for facet in FACETS
    }


def _chosen(view: View, facet: str, tally: Tally, chosen: Chosen) -> tuple[FacetValue, ...]:
    """A facet in which something is chosen."""
    counts = {
        column: {view.snapshot.values[column][code]: count for code, count in tally.column(column).items()}
        for column in COLUMNS[facet]
    }
    if facet == "region":
        return _regions(view, counts["province"], counts["city"], chosen)
    if facet in ("year", "zone"):
        return (_years if facet == "year" else _zones)(counts[facet], chosen)
    return _listed(facet, counts[facet], chosen)


def _values(order: Iterable[str], counts: Counts, chosen: Chosen) -> tuple[FacetValue, ...]:
    """The values in this order, each its own label."""
    return tuple([_value(value, value, counts[value], chosen) for value in order])


def _value(value: str, label: str, count: int, chosen: Chosen, toggled: Chosen | None = None) -> FacetValue:
    selected = value in chosen
    if toggled is None:
        toggled = tuple(other for other in chosen if other != value) if selected else (*chosen, value)
    return FacetValue(value, label or UNKNOWN, count, selected, toggled)


def _with_chosen(counts: Counts, chosen: Chosen) -> Counts:
    return counts | {value: 0 for value in chosen if value not in counts}


def _zones(counts: Counts, chosen: Chosen) -> tuple[FacetValue, ...]:
    # Values come in order, and sorting keeps it among equal counts.
    counts = dict(sorted(_with_chosen(counts, chosen).items()))
    order = sorted(counts, key=counts.__getitem__, reverse=True)
    if "" in counts:
        order.remove("")
        order.append("")
    return _values(order, counts, chosen)


def _listed(facet: str, counts: Counts, chosen: Chosen) -> tuple[FacetValue, ...]:
    counts = _with_chosen(counts, chosen)
    return _values(sorted(counts, key=place_in(facet)), counts, chosen)


def _years(counts: Counts, chosen: Chosen) -> tuple[FacetValue, ...]:
    """Chosen spans first, then single years. Choosing a year drops the spans, or it would change nothing inside one."""
    spans = [value for value in chosen if ".." in value]
    single = tuple(value for value in chosen if value not in spans)
    found = [_value(span, _span_label(span), _in_span(span, counts), chosen) for span in spans]
    years = _with_chosen(counts, single)
    for year in sorted(years, reverse=True):
        toggled = None if year in chosen else (*single, year)
        found.append(_value(year, year, years[year], chosen, toggled))
    return tuple(found)


def _span_label(span: str) -> str:
    first, last = span.split("..")
    return f"{first}–{last}" if first and last else f"{first} 或更晚" if first else f"{last} 或更早"


def _in_span(span: str, counts: Counts) -> int:
    years = read_years(span)
    return sum(count for year, count in counts.items() if years and years.holds(year))


def province_of(code: str) -> str:
    """The division code of the province that a division lies in."""
    return code[:2] + "0000"


def _regions(view: View, provinces: Counts, cities: Counts, chosen: Chosen) -> tuple[FacetValue, ...]:
    """Provinces with their cities, by code, what is unknown last. A city replaces its province; a province replaces its cities."""
    below: dict[str, list[str]] = {}
    for code in sorted({*cities, *chosen}):
        if code and not code.endswith("0000"):
            below.setdefault(code[:2], []).append(code)
    named = [province_of(code) if code else "" for code in chosen]
    lone = [f"{two}0000" for two in below if f"{two}0000" not in provinces]
    provinces = _with_chosen(provinces, tuple(dict.fromkeys([*named, *lone])))
    order = sorted([code for code in provinces if code]) + ([""] if "" in provinces else [])
    return tuple([_province(view, code, provinces[code], cities, below.get(code[:2], []), chosen) for code in order])


def _province(view: View, code: str, count: int, cities: Counts, below: list[str], chosen: Chosen) -> FacetValue:
    name = view.snapshot.places.get
    if code in chosen:
        toggled = tuple([value for value in chosen if value != code])
    else:
        toggled = (*[value for value in chosen if value not in below], code)
    children = tuple([_city(view, city, cities.get(city, 0), code, chosen) for city in below])
    return FacetValue(code, name(code, code) or UNKNOWN, count, code in chosen, toggled, children)


def _city(view: View, code: str, count: int, province: str, chosen: Chosen) -> FacetValue:
    rest = tuple(value for value in chosen if value not in (code, province))
    label = view.snapshot.places.get(code, code)
    return FacetValue(code, label, count, code in chosen, rest if code in chosen else (*rest, code))
