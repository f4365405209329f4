"""A search as plain values: what to look for, within which filters, in which order, and which
stretch of the hits to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

FACETS = ("year", "region", "zone", "level", "part", "kind")
SORTS = ("relevance", "newest", "oldest", "zone")
MAX_LIMIT = 200
DEFAULT_LIMIT = 20
# The values chosen in each facet.
Chosen: TypeAlias = Mapping[str, tuple[str, ...]]
NO_CHOICE: Chosen = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Request:
    """One search.

    `filters` maps a facet to the values chosen in it (any of them will do; facets combine by AND):
    years as `2021`, `2021..2023`, `..2019` or `2021..`; regions as division codes (`440000`,
    `445100`); "" is 未注明. `offset` and `limit` count sections. `reports`: the ids of the only
    reports that are asked about, as if no others were held; () for all. `whole`: a query that only
    excludes gives reports of which no section is such; hits, `offset`, `limit` and the counts of
    facets are reports then. `partial`: whether sections that hold only some of what was typed
    follow the last hit; then `offset` and `limit` run over both. `texts`: whether each hit carries
    the whole text of its section. `same`: whether it is told how many sections say the same as a hit.
    """

    q: str = ""
    filters: Chosen = field(default_factory=dict)
    sort: str = "relevance"
    offset: int = 0
    limit: int = DEFAULT_LIMIT
    reports: tuple[str, ...] = ()
    whole: bool = False
    partial: bool = True
    texts: bool = False
    same: bool = False
