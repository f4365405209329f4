"""Why a search finds nothing, asked of the engine itself, so that every way out offered has hits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.errors import XunzhangError
from search.engine import Engine
from search.request import FACETS
from web import links
from web.languages import facet_name
from web.parameters import State

SHORTEST: Final = 2  # characters of a phrase worth offering
MOST_WORDS: Final = 8  # of a query that are looked at one by one
QUOTED: Final = re.compile(r"""^\s*["“「『](.+)["”」』]\s*$""", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WayOut:
    """Another search that finds something. `kind` says how it differs: filters, filter, shorter, word."""

    kind: str
    what: str
    sections: int
    url: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Words that stand nowhere, and searches that do find something."""

    missing: tuple[str, ...]
    ways: tuple[WayOut, ...]


def explain(engine: Engine, state: State) -> Nothing:
    """What is to blame for no hits: a filter, a word, or the length of a phrase."""
    if state.request.filters and (everywhere := _sections(engine, links.without_filters(state))):
        return Nothing((), tuple(_by_filter(engine, state, everywhere)))
    bare = links.without_filters(state)
    if phrase := QUOTED.match(state.request.q):
        return Nothing((), tuple(_shorter(engine, bare, phrase[1])))
    words = state.request.q.split()
    if len(words) == 1 and len(words[0]) > SHORTEST:
        return Nothing((), tuple(_shorter(engine, bare, words[0])))
    counted = [(word, _sections(engine, links.with_request(bare, q=word))) for word in words[:MOST_WORDS]]
    missing = tuple(word for word, count in counted if not count)
    return Nothing(missing, tuple(_by_word(bare, counted)))


def _sections(engine: Engine, state: State) -> int:
    """Sections a search finds; one that cannot be read finds none."""
    try:
        return engine.search(links.with_request(state, limit=1).request).total.sections
    except XunzhangError:
        return 0


def _by_filter(engine: Engine, state: State, everywhere: int) -> Iterator[WayOut]:
    chosen = [facet for facet in FACETS if state.request.filters.get(facet)]
    for facet in chosen if len(chosen) > 1 else ():
        without = links.with_choice(state, facet, ())
        if sections := _sections(engine, without):
            yield WayOut("filter", facet_name(facet), sections, links.search(without))
    yield WayOut("filters", "", everywhere, links.search(links.without_filters(state)))


def _by_word(bare: State, counted: list[tuple[str, int]]) -> Iterator[WayOut]:
    for word, sections in counted:
        if sections:
            yield WayOut("word", word, sections, links.search(links.with_request(bare, q=word)))


def _shorter(engine: Engine, bare: State, phrase: str) -> Iterator[WayOut]:
    """The longest beginning and the longest end of the phrase that occur: the longer first."""
    beginning, end = _longest(engine, bare, phrase, from_end=False), _longest(engine, bare, phrase, from_end=True)
    for part in sorted({beginning, end} - {""}, key=len, reverse=True):
        state = links.with_request(bare, q=f'"{part}"')
        yield WayOut("shorter", part, _sections(engine, state), links.search(state))


def _longest(engine: Engine, bare: State, phrase: str, *, from_end: bool) -> str:
    """By halving: when a stretch occurs, every shorter one at the same end does."""
    found, least, most = "", SHORTEST, len(phrase) - 1
    while least <= most:
        length = (least + most) // 2
        part = phrase[-length:] if from_end else phrase[:length]
        if _sections(engine, links.with_request(bare, q=f'"{part}"')):
            found, least = part, length + 1
        else:
            most = length - 1
    return found
