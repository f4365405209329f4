"""The state of `/phrase`, `/api/matrix`, `/api/spread`, `/api/absent` and their tables, and the
addresses that hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.saying import Saying
from search.request import FACETS, MAX_LIMIT, NO_CHOICE, Chosen, Request
from search.tables import ORDERS, PANELS, ROWS
from web.address.argument import Arguments, BadParameter, choice, every, number
from web.address.filters import read_filters
from web.address.links import page_with
from web.address.parameters import MAX_OFFSET, MAX_QUERY, State, read_language

PHRASE: Final = "/phrase"
# What the cells of a matrix say.
CELLS: Final = ("sections", "occurrences", "reports", "per_report", "per_million")
MOST_PHRASES: Final = 6
# Asks for all kinds of report together, where otherwise one is told about.
EVERY_KIND: Final = "all"


@dataclass(frozen=True, slots=True)
class Telling:
    """What is asked of one phrase or several. `limit` 0: as many rows as fit."""

    queries: tuple[str, ...] = ("",)
    filters: Chosen = field(default_factory=lambda: NO_CHOICE)
    rows: str = ROWS[0]
    order: str = ORDERS[0]
    cells: str = CELLS[0]
    panel: str = PANELS[0]
    every_kind: bool = False
    offset: int = 0
    limit: int = 0
    lang: str = "zh"

    def request(self, limit: int, query: str | None = None) -> Request:
        """The request for the first phrase, or another one; at most as many rows as are asked
        for."""
        asked = self.queries[0] if query is None else query
        return Request(asked, self.filters, offset=self.offset, limit=self.limit or limit)

    def searched(self, query: str, facet: str = "", values: tuple[str, ...] = ()) -> State:
        """The search for a phrase, with values chosen in one facet."""
        filters = {**self.filters, facet: values} if facet else dict(self.filters)
        return State(Request(query, filters), lang=self.lang)


def read_telling(arguments: Arguments) -> Telling:
    """The state of an address. Raises BadParameter."""
    every_kind = EVERY_KIND in every(arguments, "kind")
    return Telling(
        queries=_queries(arguments),
        filters=_without_every_kind(read_filters(arguments)),
        rows=choice(arguments, "rows", ROWS),
        order=choice(arguments, "order", ORDERS),
        cells=choice(arguments, "cells", CELLS),
        panel=choice(arguments, "panel", PANELS),
        every_kind=every_kind,
        offset=number(arguments, "offset", 0, 0, MAX_OFFSET),
        limit=number(arguments, "limit", 0, 1, MAX_LIMIT),
        lang=read_language(arguments),
    )


def one_phrase(state: Telling) -> Telling:
    """A state that asks about one phrase. Raises BadParameter for several."""
    if len(state.queries) > 1:
        raise BadParameter(Saying("一次只能问一个短语，现在有 %(n)s 个；请分开问。", n=len(state.queries)))
    return state


def _without_every_kind(filters: Chosen) -> Chosen:
    """The filters, all kinds together being none."""
    kinds = tuple([kind for kind in filters.get("kind", ()) if kind != EVERY_KIND])
    others = {facet: values for facet, values in filters.items() if facet != "kind"}
    return others | ({"kind": kinds} if kinds else {})


def _queries(arguments: Arguments) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(text for text in every(arguments, "q") if text.strip())) or ("",)
    if len(found) > MOST_PHRASES:
        raise BadParameter(Saying("一次最多比较 %(most)s 个短语，这里有 %(n)s 个。", most=MOST_PHRASES, n=len(found)))
    longest = len(max(found, key=len))
    if longest > MAX_QUERY:
        raise BadParameter(Saying("检索式有 %(n)s 个字，太长了；请缩到 500 个字以内。", n=f"{longest:,}"))
    return found


def address(state: Telling, path: str = PHRASE, **changes: object) -> str:
    """The address of a state with parts of it changed, from its first row unless `offset` says
    otherwise; defaults are left out."""
    return page_with(path, pairs(replace(state, **{"offset": 0, **changes})))  # type: ignore[arg-type]


def pairs(state: Telling) -> list[tuple[str, str]]:
    """The parameters of a state in their fixed order."""
    found = [("q", query) for query in state.queries if query]
    found += [(facet, value) for facet in FACETS for value in state.filters.get(facet, ())]
    found += [("kind", EVERY_KIND)] if state.every_kind and not state.filters.get("kind") else []
    plain: Mapping[str, tuple[str, str]] = {
        "rows": (state.rows, ROWS[0]),
        "order": (state.order, ORDERS[0]),
        "cells": (state.cells, CELLS[0]),
        "panel": (state.panel, PANELS[0]),
        "offset": (str(state.offset), "0"),
        "limit": (str(state.limit), "0"),
        "lang": (state.lang, "zh"),
    }
    return found + [(name, value) for name, (value, default) in plain.items() if value != default]


def of_search(state: State) -> Telling:
    """What is told of the phrase that a search asks for."""
    return Telling((state.request.q,), state.request.filters, lang=state.lang)
