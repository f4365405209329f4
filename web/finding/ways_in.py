"""What is held, as ways in: the kinds of report, the years and the provinces, each with how many
reports it has and a link to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from corpus.gazetteer import division_name
from web.address import links
from web.address.parameters import State
from web.catalogue import Facts
from web.language.languages import facet_name, name_of

SHOWN: Final = 12  # at first sight: two lines on a desk; the others unfold


@dataclass(frozen=True, slots=True)
class Way:
    """A value with its reports; `ours`: its name is in the language of the page."""

    name: str
    reports: int
    url: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """The values of one facet; `rest` unfolds."""

    name: str
    shown: tuple[Way, ...]
    rest: tuple[Way, ...]


def ways_in(facts: Mapping[Facts, int], state: State) -> list[Ways]:
    """Kinds by how many they have, years the newest first, provinces by their codes; what is not
    stated, and a row of one value, is left out."""
    kinds, years, provinces = Counter[str](), Counter[str](), Counter[str]()
    for each, reports in facts.items():
        kinds[each.kind] += reports
        years[each.year] += reports
        provinces[each.province] += reports
    rows = (
        ("kind", [(kind, name_of(kind), count) for kind, count in kinds.most_common()]),
        ("year", [(year, year, years[year]) for year in sorted(years, reverse=True)]),
        ("region", [(code, division_name(code) or code, provinces[code]) for code in sorted(provinces) if code]),
    )
    return [ways for facet, values in rows if len((ways := _ways(facet, values, state)).shown) > 1]


def _ways(facet: str, values: list[tuple[str, str, int]], state: State) -> Ways:
    browsing = replace(state, view="reports")
    found = tuple(
        Way(name, count, links.search(links.with_choice(browsing, facet, (value,))), facet != "region")
        for value, name, count in values
        if value
    )
    return Ways(facet_name(facet), found[:SHOWN], found[SHOWN:])
