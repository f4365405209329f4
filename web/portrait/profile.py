"""The small portrait beside the hits: its years as bars, its provinces as tiles, and the zones that
say it most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from search.answer import Answer
from web.address import links
from web.address.parameters import State
from web.catalogue import Known
from web.language.choices import Choice
from web.portrait.held import held_by_province
from web.portrait.tile_map import Tile, tile_map
from web.portrait.years import Years, years

ZONES: Final = 5  # zones named


@dataclass(frozen=True, slots=True)
class Profile:
    """`zones`: those that say it most, each with its count, those chosen first."""

    years: Years | None
    zones: list[tuple[Choice, int]]
    tiles: list[Tile]


def profile(answer: Answer, state: State, facts: Known, by_year: Mapping[int, int]) -> Profile:
    """The portrait of an answer. `facts`: what is held; `by_year`: reports held a year within the
    filters."""
    filters, unit = state.request.filters, "reports" if answer.whole else "sections"
    asked = bool(state.request.q.strip())
    return Profile(
        years(answer.facets.get("year", ()), by_year, state, unit) if asked else None,
        _zones(answer, state) if asked else [],
        tile_map(answer.facets.get("region", ()), held_by_province(facts, filters), state, unit),
    )


def _zones(answer: Answer, state: State) -> list[tuple[Choice, int]]:
    every = [value for value in answer.facets.get("zone", ()) if value.value]
    named = sorted(every, key=lambda value: not value.selected)[:ZONES]  # those chosen first
    address = links.choosing(state, "zone")
    return [
        (
            Choice(value.label, address(value.toggled), value.selected),
            value.count,
        )
        for value in named
    ]
