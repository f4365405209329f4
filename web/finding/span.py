"""A range of years to choose from in one form: what is held, which ends are chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from web.address import links
from web.address.parameters import State
from web.portrait.years import ends


@dataclass(frozen=True, slots=True)
class Span:
    """`years`: those held, oldest first; `ends`: the first and the last chosen, "" for an open one;
    `kept`: what the form carries along."""

    years: tuple[int, ...]
    ends: tuple[str, str]
    kept: list[tuple[str, str]]


def span(state: State, by_year: Iterable[int]) -> Span | None:
    """The form of a search; None where fewer than two years are held within its filters."""
    years = tuple(sorted(by_year))
    if len(years) < 2:
        return None
    return Span(years, ends(state), links.pairs(links.with_choice(state, "year", ())))
