"""Counts beside the results: for each value, how many sections the search would give with that
value alone chosen in its facet.

So a facet is counted over what the query and all *other* filters let through, and a facet without a
choice sums to the total: missing metadata is a value too ("", 未注明).
"""

from __future__ import annotations

from collections.abc import Mapping

from search.answer import FacetValue
from search.match.filters import COLUMNS, Filters
from search.match.tally import Tally
from search.match.view import View
from search.request import FACETS
from search.show.unchosen import unchosen
from search.show.value_counts import facet_of


def facets(view: View, tallies: Mapping[str, Tally], filters: Filters) -> dict[str, tuple[FacetValue, ...]]:
    """All facets: years newest first, regions by division code, zones by count, the rest as the
    contract lists them.

    `tallies`: for each facet, the sections that pass all other filters.
    """
    return {
        facet: _chosen(view, facet, tallies[facet], filters.chosen[facet])
        if filters.chosen.get(facet)
        else unchosen(view, facet, tallies[facet])
        for facet in FACETS
    }


def _chosen(view: View, facet: str, tally: Tally, chosen: tuple[str, ...]) -> tuple[FacetValue, ...]:
    """A facet in which something is chosen."""
    counts = {
        column: {view.snapshot.values[column][code]: count for code, count in tally.column(column).items()}
        for column in COLUMNS[facet]
    }
    return facet_of(facet, counts, chosen, view.snapshot.places)
