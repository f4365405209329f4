"""A facet in which nothing is chosen, as most are: what its values are called and how they are
listed is worked out once a snapshot."""

from __future__ import annotations

from dataclasses import dataclass

from search.answer import FacetValue
from search.loops import chosen
from search.loops.twin import PlainValue
from search.match.tally import Tally
from search.match.view import View
from search.query.interpret import UNKNOWN
from search.show.value_counts import place_in

# Code → count, codes ascending.
Counts = dict[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """For each code of a column: what a value of the facet says but for the count, and its place
    among the values."""

    plain: list[PlainValue]
    places: list[int]


def unchosen(view: View, facet: str, tally: Tally) -> tuple[FacetValue, ...]:
    """The values of a facet, counted over the sections that pass all other filters."""
    if facet == "region":
        return _regions(view, tally.column("province"), tally.column("city"))
    counts, listed = tally.column(facet), _listed(view, facet)
    codes = [*counts] if len(counts) < 2 else sorted(counts, key=listed.places.__getitem__)
    if facet == "zone" and len(codes) > 1:
        codes = _by_count(codes, counts, view.snapshot.values["zone"][0] == "")
    return chosen.loops.facet_values(FacetValue, listed.plain, codes, counts)


def _by_count(codes: list[int], counts: Counts, is_first_missing: bool) -> list[int]:
    """Most sections first; sorting keeps the order among equal counts."""
    codes.sort(key=counts.__getitem__, reverse=True)
    if is_first_missing and 0 in counts:
        codes.remove(0)
        codes.append(0)
    return codes


def _listed(view: View, column: str) -> Listed:
    found = view.listed.get(column)
    if not isinstance(found, Listed):
        found = view.listed[column] = _made(view, column)
    return found


def _made(view: View, column: str) -> Listed:
    values, name = view.snapshot.values[column], view.snapshot.places.get
    labels = [name(value, value) for value in values] if column in ("province", "city") else values
    plain: list[PlainValue] = [(value, label or UNKNOWN, (value,)) for value, label in zip(values, labels, strict=True)]
    order = list(range(len(values)))
    if column == "year":
        order.reverse()  # newest first, "" is the least
    elif column in ("level", "part", "kind"):
        place = place_in(column)
        order.sort(key=lambda code: place(values[code]))
    else:
        order.sort(key=lambda code: (not values[code], code))
    places = [0] * len(values)
    for at, code in enumerate(order):
        places[code] = at
    return Listed(plain, places)


def _regions(view: View, provinces: Counts, cities: Counts) -> tuple[FacetValue, ...]:
    """Provinces with their cities, by code, what is unknown last."""
    values, named = view.snapshot.values["city"], _listed(view, "city").plain
    below: dict[str, list[int]] = {}
    for code in cities:
        if values[code] and not values[code].endswith("0000"):
            below.setdefault(values[code][:2], []).append(code)
    shown = chosen.loops.facet_values(FacetValue, _listed(view, "province").plain, [*provinces], provinces)
    found = {value.value: value for value in shown}
    for two, inside in below.items():
        province = f"{two}0000"
        label = view.snapshot.places.get(province, province)
        bare = found.get(province) or FacetValue(province, label, 0, False, (province,))
        found[province] = bare._replace(children=chosen.loops.facet_values(FacetValue, named, inside, cities))
    missing = [found.pop("")] if "" in found else []
    return (*(found[province] for province in sorted(found)), *missing)
