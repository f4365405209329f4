"""Counts beside the results: for each value, how many sections the search would give with that value alone chosen in its facet.

So a facet is counted over what the query and all *other* filters let through, and a facet without a choice sums to the total:
missing metadata is a value too ("", 未注明).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np

from corpus.records import KINDS, LEVELS, PARTS
from search.answer import FacetValue
from search.filters import COLUMNS, Filters
from search.interpret import UNKNOWN
from search.request import FACETS
from search.view import Bools, Ints, SegmentView, View
from search.years import read_years

_ORDER = {"level": LEVELS, "part": PARTS, "kind": KINDS}


@dataclass(frozen=True, slots=True, eq=False)
class Passed:
    """What the query gives in one segment: `docs`, and for each filtered facet which of them pass it."""

    view: SegmentView
    docs: Ints
    masks: Mapping[str, Bools]

    def without(self, facet: str) -> Ints:
        """The documents that pass every filter but that of `facet`; "" for all filters."""
        others = [mask for name, mask in self.masks.items() if name != facet]
        return self.docs[reduce(np.logical_and, others)] if others else self.docs


def facets(view: View, passed: Iterable[Passed], filters: Filters) -> dict[str, tuple[FacetValue, ...]]:
    """All facets: years newest first, regions by division code, zones by count, the rest as the contract lists them."""
    passed = tuple(passed)
    chosen = {facet: filters.chosen.get(facet, ()) for facet in FACETS}
    counts = {column: _counts(view, passed, facet, column) for facet, columns in COLUMNS.items() for column in columns}
    return {
        "year": _years(counts["year"], chosen["year"]),
        "region": _regions(view, counts["province"], counts["city"], chosen["region"]),
        "zone": _zones(counts["zone"], chosen["zone"]),
        **{facet: _listed(facet, counts[facet], chosen[facet]) for facet in _ORDER},
    }


def _counts(view: View, passed: tuple[Passed, ...], facet: str, column: str) -> dict[str, int]:
    """How many sections have each value of a column; those with none left out."""
    values = view.snapshot.values[column]
    counts = np.zeros(len(values), np.int64)
    for part in passed:
        codes = part.view.segment.codes[column][part.without(facet)]
        counts += np.bincount(codes, minlength=len(values))
    found = np.flatnonzero(counts)
    return {values[code]: count for code, count in zip(found.tolist(), counts[found].tolist(), strict=True)}


Counts = dict[str, int]
Chosen = tuple[str, ...]


def _value(value: str, label: str, count: int, chosen: Chosen, toggled: Chosen | None = None) -> FacetValue:
    selected = value in chosen
    if toggled is None:
        toggled = tuple(other for other in chosen if other != value) if selected else (*chosen, value)
    return FacetValue(value, label or UNKNOWN, count, selected, toggled)


def _with_chosen(counts: Counts, chosen: Chosen) -> Counts:
    return counts | {value: 0 for value in chosen if value not in counts}


def _zones(counts: Counts, chosen: Chosen) -> tuple[FacetValue, ...]:
    counts = _with_chosen(counts, chosen)
    order = sorted(counts.items(), key=lambda item: (not item[0], -item[1], item[0]))
    return tuple([_value(zone, zone, count, chosen) for zone, count in order])


def _listed(facet: str, counts: Counts, chosen: Chosen) -> tuple[FacetValue, ...]:
    counts = _with_chosen(counts, chosen)
    place = {value: number for number, value in enumerate(_ORDER[facet])}
    order = sorted(counts, key=lambda value: (not value, place.get(value, len(place)), value))
    return tuple([_value(value, value, counts[value], chosen) for value in order])


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
    """Provinces with their cities. A city replaces its province; a province replaces its cities."""
    lone = [code for code in cities if code and code not in provinces and province_of(code) not in provinces]
    provinces = _with_chosen(
        provinces, tuple(dict.fromkeys(province_of(code) if code else "" for code in (*chosen, *lone)))
    )
    below: dict[str, list[str]] = {}
    for code in sorted({*cities, *chosen}):
        if code and code != province_of(code):
            below.setdefault(province_of(code), []).append(code)
    return tuple(
        _province(view, code, provinces[code], [(city, cities.get(city, 0)) for city in below.get(code, ())], chosen)
        for code in sorted(provinces, key=lambda code: (not code, code))
    )


def _province(view: View, code: str, count: int, cities: list[tuple[str, int]], chosen: Chosen) -> FacetValue:
    inside = {city for city, _ in cities}
    rest = tuple(value for value in chosen if value != code and value not in inside)
    toggled = rest if code in chosen else (*rest, code)
    if code in chosen:
        toggled = tuple(value for value in chosen if value != code)
    children = tuple(_city(view, city, number, code, chosen) for city, number in cities)
    return FacetValue(code, _name(view, code), count, code in chosen, toggled, children)


def _city(view: View, code: str, count: int, province: str, chosen: Chosen) -> FacetValue:
    rest = tuple(value for value in chosen if value not in (code, province))
    return FacetValue(code, _name(view, code), count, code in chosen, rest if code in chosen else (*rest, code))


def _name(view: View, code: str) -> str:
    return view.snapshot.places.get(code, code) or UNKNOWN
