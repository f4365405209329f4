"""What a cell says: a count or a rate; and where it leads."""

from __future__ import annotations

from typing import Final

from search.tables import Counts
from web.address import links
from web.address.telling import Telling

# Less text than this makes no rate: one occurrence more would change it by 50 a million.
LEAST_CHARACTERS: Final = 20_000
STEPS: Final = 5  # shades of one hue
# The facet that a row is a value of.
FACETS: Final = {"zone": "zone", "province": "region", "level": "level", "kind": "kind", "part": "part"}


def per_report(counts: Counts) -> float | None:
    """The share of the reports held that say it."""
    return counts.reports_with / counts.reports if counts.reports else None


def per_million(counts: Counts) -> float | None:
    """Occurrences in a million characters; None where there is too little text."""
    return 1e6 * counts.occurrences / counts.characters if counts.characters >= LEAST_CHARACTERS else None


def value_of(counts: Counts, cells: str) -> float | None:
    """What a cell says; None for a rate that cannot be told."""
    if cells == "per_report":
        return per_report(counts)
    if cells == "per_million":
        return per_million(counts)
    return float({"reports": counts.reports_with}.get(cells, getattr(counts, cells)))


def written(value: float | None, cells: str) -> str:
    """A value as it is read.

    >>> written(0.5, "per_report"), written(12.345, "per_million"), written(1204, "sections")
    ('0.50', '12.3', '1,204')
    """
    if value is None:
        return "–"
    return f"{value:.2f}" if cells == "per_report" else f"{value:,.1f}" if cells == "per_million" else f"{value:,.0f}"


def step(value: float | None, most: float) -> int:
    """The shade of a value, 0 for none."""
    return max(1, min(STEPS, -int(-STEPS * value // most))) if value and most else 0


def url(state: Telling, query: str, value: str, year: int | None) -> str:
    """The search that finds exactly what a cell counts; without a year what its row counts."""
    filters = dict(state.filters)
    if facet := FACETS.get(state.rows):
        filters[facet] = _chosen(state, facet, value)
    if year is not None:
        filters["year"] = (str(year),)
    return links.search(links.with_request(state.searched(query), filters=filters))


def _chosen(state: Telling, facet: str, value: str) -> tuple[str, ...]:
    """A province's row counts only those of its cities that are chosen."""
    chosen = state.filters.get("region", ()) if facet == "region" else ()
    return tuple([each for each in chosen if each[:2] == value[:2]]) or (value,)
