"""The page of a phrase, or of several side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from flask import Flask, render_template, request

from corpus.saying import Saying
from search.engine import Engine
from search.request import Request
from search.tables import ORDERS, PANELS, ROWS, CurveYear, Matrix, Selection, Spread
from web.address import links
from web.address.parameters import Reading, State
from web.address.telling import CELLS, MOST_PHRASES, Telling, address, of_search, pairs, read_telling
from web.language.sentences import gettext
from web.pages.nothing_found import Nothing, nothing
from web.pages.zones_page import former_names
from web.phrase.chart import chart
from web.phrase.choosing import cell_names, chips, choices, kinds, order_names, panel_names, row_names
from web.phrase.routes import published, trends
from web.phrase.table import table, trend
from web.phrase.wording import notes, since
from web.shelf import shelf

LISTED: Final = 20  # first uses, silent reports and gaps of one page
# A cell that leads somewhere is 300 bytes of address and number, a page below 100 KB (500 cells made
# 164 KB of 3,000 issuers in ten years, 28 November 2026).
CELLS_OF_PAGE, MOST_ROWS, LEAST_ROWS = 250, 50, 4


def register(app: Flask) -> None:
    """The addresses of this module."""
    app.add_url_rule("/phrase", "phrase_page", phrase_page)


def phrase_page() -> str:
    """Who says it, since when, how often, and who does not; of several phrases a trend each."""
    state = read_telling(request.args)
    shown = _compared(state) if len(state.queries) > 1 else _one(state)
    return render_template(
        "phrase.html",
        state=State(Request(state.queries[0] if len(state.queries) == 1 else ""), lang=state.lang),
        telling=state,
        reading=Reading(lang=state.lang),
        address=address,
        carried=[pair for pair in pairs(state) if pair[0] != "offset"],
        can_add=len(state.queries) < MOST_PHRASES and bool(state.queries[0]),
        cells=choices(state, "cells", CELLS, cell_names()),
        chips=chips(state),
        **shown,
    )


def _one(state: Telling) -> dict[str, Any]:
    engine = shelf().engine.pinned()
    found = engine.matrix(state.request(_rows()), state.rows, state.order)
    spread = engine.spread(replace(state.request(LISTED), offset=0), state.panel, state.every_kind)
    absent = engine.absent(replace(state.request(LISTED), offset=0))
    query = state.queries[0]
    return {
        "query": query,
        "searched": links.search(state.searched(query)),
        "matrix": found,
        "table": table(found, state),
        "then": _then(found) if state.rows == "zone" else {},
        "turning": _turning(state, found.row_total, state.limit or _rows()),
        "rows": choices(state, "rows", ROWS, row_names()),
        "row_name": row_names()[state.rows],
        "orders": choices(state, "order", ORDERS, order_names()),
        "spread": spread,
        "kinds": kinds(state, spread),
        "panels": choices(state, "panel", PANELS, panel_names()),
        "chart": chart([(query, spread.curve)]) if found.totals.sections else None,
        "first": [
            (each, since(each), _first_url(each.report, each.section, state), published(each.report))
            for each in spread.first
        ],
        "absent": absent,
        "asked": state.searched(query),
        "unit": "sections",
        "nothing": None if found.totals.sections else _nothing(engine, state),
        "notes": list(notes(found.selection)),
        "instead": _instead(found.selection, state),
    }


def _compared(state: Telling) -> dict[str, Any]:
    engine = shelf().engine.pinned()
    first = engine.spread(state.request(1), state.panel, state.every_kind)
    of_kind = replace(state, filters={**state.filters, "kind": (first.kind,)}) if first.kind else state
    spreads = [engine.spread(of_kind.request(1, query), state.panel, state.every_kind) for query in state.queries]
    found = trends(engine, state)
    return {
        "query": "",
        "table": trend(found, state),
        "row_name": gettext("短语"),
        "chart": chart(list(zip(state.queries, _curves(spreads), strict=True))),
        "shares": _shares(state, _curves(spreads)),
        "kinds": kinds(state, first),
        "panels": choices(state, "panel", PANELS, panel_names()),
        "phrases": [
            (query, address(state, queries=(query,)), address(state, queries=_others(state, query)), each.totals)
            for query, each in zip(state.queries, found, strict=True)
        ],
        "notes": list(_notes_of_all(state, found)),
    }


def _curves(spreads: Sequence[Spread]) -> list[tuple[CurveYear, ...]]:
    """A curve for each phrase that somebody says, and of which it is known who does not; of others
    an empty one."""
    return [each.curve if each.first_total else () for each in spreads]


def _shares(state: Telling, curves: Sequence[Sequence[CurveYear]]) -> dict[str, Any]:
    """What the curves are drawn from: a row a year, a phrase a column, None where it is not
    told."""
    rows = [{row.year: row for row in curve} for curve in curves]
    years = sorted({year for of_phrase in rows for year in of_phrase})
    return {
        "phrases": state.queries,
        "rows": [(year, [of_phrase.get(year) for of_phrase in rows]) for year in years],
    }


def _notes_of_all(state: Telling, found: Sequence[Matrix]) -> Iterator[str]:
    """What has to be said of each phrase; once, where it holds for all of them."""
    every = [list(notes(each.selection)) for each in found]
    shared = [note for note in every[0] if all(note in others for others in every)]
    yield from shared
    for query, some in zip(state.queries, every, strict=True):
        yield from [Saying("%(what)s：%(note)s", what=query, note=note) for note in some if note not in shared]


def _nothing(engine: Engine, state: Telling) -> Nothing:
    """Why nothing says it, and what is said."""
    asked = state.searched(state.queries[0])
    explanation = engine.search(asked.request).explanation
    return nothing(explanation, asked, lambda other: address(of_search(other)))


def _instead(selection: Selection, state: Telling) -> tuple[str, str] | None:
    """A query of which it can be told who does not say it, and its page."""
    asked = selection.instead
    return (asked, address(state, queries=(asked,))) if asked else None


def _then(found: Matrix) -> dict[str, list[tuple[str, list[int]]]]:
    """For each issuer of the page that had other names: these, with their years."""
    zones = shelf().zones()
    named = ((row.value, former_names(row.value, zones.get(row.value, ()))) for row in found.rows)
    return {zone: names for zone, names in named if names}


def _others(state: Telling, query: str) -> tuple[str, ...]:
    return tuple(each for each in state.queries if each != query)


def _rows() -> int:
    """How many rows a page has room for."""
    held = len(shelf().engine.held().years) or 1
    return max(LEAST_ROWS, min(MOST_ROWS, CELLS_OF_PAGE // held))


def _first_url(report: str, section: str, state: Telling) -> str:
    return links.hit(report, section, Reading(q=state.queries[0], lang=state.lang))


def _turning(state: Telling, total: int, limit: int) -> dict[str, Any]:
    offset, last = state.offset, max(0, total - 1) // limit * limit
    return {
        "before": address(state, offset=max(0, offset - limit)) if offset else None,
        "after": address(state, offset=offset + limit) if offset + limit < total else None,
        "page": offset // limit + 1,
        "total": last // limit + 1,
        "rows": total,
        # Where the address asks for more rows than there are.
        "last": address(state, offset=last) if total and offset >= total else None,
        "first": address(state),
    }
