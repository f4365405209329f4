"""The facets as a person sees them: lists of links with counts and bars, chosen values first, and
the chips above the hits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from search.answer import Answer, FacetValue
from search.request import FACETS
from web.address import links
from web.address.parameters import State
from web.language.choices import Choice
from web.language.filters import years
from web.language.languages import facet_name, name_of
from web.language.sentences import gettext

SHOWN_VALUES: Final = 8  # of a facet at first sight; more unfold
MOST_VALUES: Final = 40  # of a facet in one page: three hundred zones would be most of its weight
# What tells reports apart comes first; the places of a country are a long list.
ORDER: Final = ("year", "zone", "part", "kind", "level", "region")
SPACE: Final = re.compile(r"\s")
Address = Callable[[tuple[str, ...]], str]
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
    """A facet as a list; `rest` unfolds; `more` of its values are at `url` only."""

    key: str
    name: str
    rows: tuple[Row, ...]
    rest: tuple[Row, ...]
    more: int
    url: str


def facets(answer: Answer, state: State) -> list[Facet]:
    """The facets in their order; left out are those with nothing to choose."""
    return [_facet(facet, values, state) for facet in ORDER if _tells(values := answer.facets.get(facet, ()))]


def _tells(values: Sequence[FacetValue]) -> bool:
    """Whether there is something to choose: another value, or one to let go of."""
    if len(values) == 1:
        return values[0].selected or len(values[0].children) > 1
    return bool(values)


def _facet(facet: str, values: Sequence[FacetValue], state: State) -> Facet:
    most = max(value.count for value in values)
    if facet not in ("year", "region"):
        values = (*(value for value in values if value.selected), *(value for value in values if not value.selected))
    kept = values if state.unfold == facet else values[:MOST_VALUES]
    address = links.choosing(state, facet)
    rows = tuple([_row(facet, value, most, address) for value in kept])
    shown = max(SHOWN_VALUES, sum(row.selected for row in rows))
    cut = shown if len(rows) > shown + 1 else len(rows)  # nobody unfolds a list for one more line
    url = links.search(replace(state, unfold=facet)) + f"#facet-{facet}"
    return Facet(facet, facet_name(facet), rows[:cut], rows[cut:], len(values) - len(kept), url)


def _row(facet: str, value: FacetValue, most: int, address: Address) -> Row:
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
