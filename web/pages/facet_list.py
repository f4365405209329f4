"""The facets as a person sees them: lists of links with counts and bars, chosen values first, and
the chips above the hits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.text.fold import squeeze
from search.answer import Answer, FacetValue
from search.request import FACETS
from web.address import links
from web.address.parameters import State
from web.address.spelled import Address
from web.finding.room import ROOMS, Room
from web.language.choices import Choice
from web.language.filters import years
from web.language.languages import facet_name, name_of
from web.language.sentences import gettext

SHOWN_VALUES: Final = 8  # of a facet at first sight; more unfold
# 24 values of a facet and 60 of the one that is turned page by page leave room for twenty hits over
# 54,132 sections of laws (135 KB with 40 and every city, 28 November 2026).
MOST_UNFOLDED, MOST_CITIES = ROOMS[0].unfolded, 24
# What tells reports apart comes first; the places of a country are a long list.
ORDER: Final = ("year", "zone", "part", "kind", "level", "region")
SPACE: Final = re.compile(r"\s")
Choosing = Callable[[tuple[str, ...]], str]
NAMED_BY_US: Final = ("level", "part", "kind")  # facets whose values have names in every language


@dataclass(frozen=True, slots=True)
class Row:
    """A facet value as a line with a bar; `share` is its part of the facet's largest count, in
    percent.

    `id` is the same on every page, so that what had the focus can have it again. `unfolded`:
    whether its children are seen at once, for one of them or it itself is chosen.
    """

    label: str
    count: int
    selected: bool
    url: str
    share: int
    id: str
    children: tuple[Row, ...] = ()
    unfolded: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet as a list; `rest` unfolds.

    `before` and `after` are the addresses of the values before and behind those shown, None where
    there are none; `more` is how many stand behind. `sifting`: what a form that asks for a part of a
    name carries along, None where all values are there; `named`: the part that is asked for.
    """

    key: str
    name: str
    rows: tuple[Row, ...]
    rest: tuple[Row, ...]
    more: int
    before: str | None
    after: str | None
    sifting: list[tuple[str, str]] | None
    named: str


def facets(answer: Answer, state: State, space: Room = ROOMS[0]) -> list[Facet]:
    """The facets in their order, as long as there is room; left out are those with nothing to
    choose."""
    return [_facet(facet, values, state, space) for facet in ORDER if _tells(values := answer.facets.get(facet, ()))]


def _tells(values: Sequence[FacetValue]) -> bool:
    """Whether there is something to choose: another value, or one to let go of."""
    if len(values) == 1:
        return values[0].selected or len(values[0].children) > 1
    return bool(values)


def _facet(facet: str, values: Sequence[FacetValue], state: State, space: Room) -> Facet:
    unfolded = state.unfold == facet
    found = _named(_ordered(facet, values), state.named) if unfolded else _ordered(facet, values)
    beside = min(SHOWN_VALUES, space.values) if state.unfold else space.values
    room = space.unfolded if unfolded else beside
    start = min(state.beyond, (len(found) - 1) // room * room) if unfolded and found else 0
    rows = _rows(facet, found[start : start + room], state, min(MOST_CITIES, space.unfolded))
    shown = max(SHOWN_VALUES, sum(row.selected for row in rows))
    cut = shown if len(rows) > shown + 1 else len(rows)  # nobody unfolds a list for one more line
    more, here = max(0, len(found) - start - room), replace(state, unfold=facet)
    named = here.named if unfolded else ""
    sifting = links.pairs(replace(here, named="", beyond=0)) if more or start or named else None
    before = _at(replace(here, named=named), start - room) if start else None
    after = _at(replace(here, named=named), start + room if unfolded else 0) if more else None
    return Facet(facet, facet_name(facet), rows[:cut], rows[cut:], more, before, after, sifting, named)


def _ordered(facet: str, values: Sequence[FacetValue]) -> Sequence[FacetValue]:
    """Chosen ones first, but for years and places, which have an order of their own."""
    return values if facet in ("year", "region") else sorted(values, key=lambda value: not value.selected)


def _named(values: Sequence[FacetValue], part: str) -> Sequence[FacetValue]:
    """Those that have a part in their names, or are chosen; a province also for its cities, and then
    with these alone."""
    if not (wanted := squeeze(part)):
        return values
    found = list[FacetValue]()
    for value in values:
        if value.selected or wanted in squeeze(value.label):
            found.append(value)
        elif cities := _named(value.children, part):
            found.append(value._replace(children=tuple(cities)))
    return found


def _at(state: State, beyond: int) -> str:
    return Address(links.search(replace(state, beyond=max(0, beyond))) + f"#facet-{state.unfold}")


def _rows(facet: str, values: Sequence[FacetValue], state: State, cities: int) -> tuple[Row, ...]:
    """Values as lines. Where there are more than so many `cities`, they stand under the chosen
    province only: one chooses it, and then among them, by a part of a name where there is little room."""
    most, address = max([value.count for value in values], default=0), links.choosing(state, facet)
    little = cities < MOST_CITIES
    crowded = sum(len(value.children) for value in values) > cities and (little or not state.named)
    most_shown = cities if little else None
    return tuple([_row(facet, _alone(value, most_shown) if crowded else value, most, address) for value in values])


def _alone(value: FacetValue, most: int | None) -> FacetValue:
    chosen = value.selected or any(child.selected for child in value.children)
    return value._replace(children=value.children[:most] if chosen else ())


def _row(facet: str, value: FacetValue, most: int, address: Choosing) -> Row:
    label = name_of(value.label) if facet in NAMED_BY_US or not value.value else value.label
    children = tuple([_row(facet, child, most, address) for child in value.children])
    share = round(100 * value.count / most) if most else 0
    url = address(value.toggled)
    identity = f"{facet}-{SPACE.sub('_', value.value)}"
    unfolded = value.selected or any(child.selected for child in value.children)
    return Row(label, value.count, value.selected, url, share, identity, children, unfolded)


def chips(answer: Answer, state: State) -> list[Choice]:
    """What is filtered by, each with the address that lets go of it."""
    return list(_chips(answer, state))


def _chips(answer: Answer, state: State) -> Iterator[Choice]:
    for facet in FACETS:
        chosen = state.request.filters.get(facet, ())
        labels = dict(_labels(answer.facets.get(facet, ())))
        for value in chosen:
            label = years(value) if facet == "year" and value else name_of(labels.get(value, value))
            rest = tuple(other for other in chosen if other != value)
            name = gettext("%(name)s：%(value)s", name=facet_name(facet), value=label)
            yield Choice(name, links.search(links.with_choice(state, facet, rest)))


def _labels(values: Sequence[FacetValue]) -> Iterator[tuple[str, str]]:
    for value in values:
        yield value.value, value.label
        yield from _labels(value.children)
