"""Why a search finds nothing or little, said with ways out: the engine has searched each of them,
so every one offered has hits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from search.answer import Cause
from web.address import links
from web.address.parameters import State


@dataclass(frozen=True, slots=True)
class WayOut:
    """Another search that finds something. `kind` says how it differs: shorter, apart, without,
    filter, drop.

    apart: with signs between the characters; without: a part of the query."""

    kind: str
    what: str
    sections: int
    url: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Parts of the query that stand nowhere, and searches that do find something."""

    missing: tuple[str, ...]
    ways: tuple[WayOut, ...]


def nothing(causes: Iterable[Cause], state: State, to: Callable[[State], str] = links.search) -> Nothing:
    """What is to blame, and what to try instead: the best way first. `to`: the address of another
    search."""
    causes = tuple(causes)
    missing = tuple(cause.label for cause in causes if not cause.facet and not cause.alone)
    ways = [way for cause in causes for way in _ways(cause, state, to)]
    return Nothing(missing, tuple(dict.fromkeys(ways)))


def to_find_more(causes: Iterable[Cause], state: State) -> tuple[WayOut, ...]:
    """For a search that finds little: the parts that can be left out, and what is found then."""
    rest = ((cause, links.with_request(state, q=cause.q)) for cause in causes)
    return tuple(WayOut("drop", cause.label, cause.without, links.search(to)) for cause, to in rest)


def _ways(cause: Cause, state: State, to: Callable[[State], str]) -> Iterator[WayOut]:
    everywhere = links.without_filters(state)
    if cause.shorter and cause.shorter_sections:
        url = to(links.with_request(everywhere, q=cause.shorter_q))
        yield WayOut("apart" if cause.apart else "shorter", cause.shorter, cause.shorter_sections, url)
    if not cause.without:
        return
    if cause.facet:
        url = to(links.with_choice(state, cause.facet, ()))
        yield WayOut("filter", cause.label, cause.without, url)
    elif cause.q:
        url = to(links.with_request(state, q=cause.q))
        yield WayOut("without", cause.q, cause.without, url)
