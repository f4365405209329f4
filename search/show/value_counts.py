"""A facet from the counts of its values, whoever counted them: order, labels, and what is chosen
once a value is toggled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from corpus.records import KINDS, LEVELS, PARTS
from search.answer import FacetValue
from search.query.interpret import UNKNOWN
from search.query.years import read_years
from search.request import FACETS

# For each value how many sections have it, none of them 0.
Counts = dict[str, int]
Chosen = tuple[str, ...]
# Division codes and their names.
Places = Mapping[str, str]
_ORDER = {"level": LEVELS, "part": PARTS, "kind": KINDS}


def facets_of(
    counts: Mapping[str, Mapping[str, Counts]], chosen: Mapping[str, Chosen], places: Places
) -> dict[str, tuple[FacetValue, ...]]:
    """All facets. `counts`: for each facet, for each of its columns (a region has two, province and
    city), the values of the sections that pass all other filters."""
    return {facet: facet_of(facet, counts[facet], chosen.get(facet, ()), places) for facet in FACETS}


def facet_of(facet: str, counts: Mapping[str, Counts], chosen: Chosen, places: Places) -> tuple[FacetValue, ...]:
    """The values of a facet: years newest first, regions by division code, zones by count, the rest
    as the contract lists them."""
    if facet == "region":
        return _regions(counts["province"], counts["city"], chosen, places)
    if facet in ("year", "zone"):
        return (_years if facet == "year" else _zones)(counts[facet], chosen)
    return _listed(facet, counts[facet], chosen)


def place_in(facet: str) -> Callable[[str], tuple[int, str]]:
    """What the values of level, part and kind are sorted by: as the contract lists them, then
    others, 未注明 last."""
    known = {value: place for place, value in enumerate(_ORDER[facet])}
    return lambda value: (known.get(value, len(known)) if value else len(known) + 1, value)


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
    # Sorting keeps the order of names among equal counts.
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
    """Chosen spans first, then single years. Choosing a year drops the spans, or it would change
    nothing inside one."""
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


def _regions(provinces: Counts, cities: Counts, chosen: Chosen, places: Places) -> tuple[FacetValue, ...]:
    """Provinces with their cities, by code, what is unknown last. A city replaces its province; a
    province replaces its cities."""
    below: dict[str, list[str]] = {}
    for code in sorted({*cities, *chosen}):
        if code and not code.endswith("0000"):
            below.setdefault(code[:2], []).append(code)
    named = [province_of(code) if code else "" for code in chosen]
    lone = [f"{two}0000" for two in below if f"{two}0000" not in provinces]
    provinces = _with_chosen(provinces, tuple(dict.fromkeys([*named, *lone])))
    order = sorted([code for code in provinces if code]) + ([""] if "" in provinces else [])
    return tuple([_province(code, provinces[code], cities, below.get(code[:2], []), chosen, places) for code in order])


def _province(code: str, count: int, cities: Counts, below: list[str], chosen: Chosen, places: Places) -> FacetValue:
    if code in chosen:
        toggled = tuple([value for value in chosen if value != code])
    else:
        toggled = (*[value for value in chosen if value not in below], code)
    children = tuple([_city(city, cities.get(city, 0), code, chosen, places) for city in below])
    return FacetValue(code, places.get(code, code) or UNKNOWN, count, code in chosen, toggled, children)


def _city(code: str, count: int, province: str, chosen: Chosen, places: Places) -> FacetValue:
    rest = tuple(value for value in chosen if value not in (code, province))
    label = places.get(code, code)
    return FacetValue(code, label, count, code in chosen, rest if code in chosen else (*rest, code))
