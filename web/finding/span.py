"""A range of years to choose from in one form: what is held, which ends are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from web.address import links
from web.address.parameters import State
from web.catalogue import Facts
from web.portrait.held import Filters, held_by_year
from web.portrait.years import ends


@dataclass(frozen=True, slots=True)
class Span:
    """`years`: those held, oldest first; `ends`: the first and the last chosen, "" for an open one;
    `kept`: what the form carries along."""

    years: tuple[int, ...]
    ends: tuple[str, str]
    kept: list[tuple[str, str]]


def span(state: State, facts: Mapping[Facts, int]) -> Span | None:
    """The form of a search; None where fewer than two years are held within its filters."""
    years = years_held(facts, state.request.filters)
    if len(years) < 2:
        return None
    return Span(years, ends(state), links.pairs(links.with_choice(state, "year", ())))


def years_held(facts: Mapping[Facts, int], filters: Filters) -> tuple[int, ...]:
    """Years of which a report is held within all filters but those of years."""
    return tuple(sorted(held_by_year(facts, filters)))
