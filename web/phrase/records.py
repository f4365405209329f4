"""Matrix, spread and absence as the plain values the API promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from search.answer import Answer
from search.engine import Engine
from search.tables import Absence, Counts, FirstUse, Matrix, Row, Selection, Silent, SilentReport, Spread
from web.address import links
from web.address.parameters import Reading
from web.address.telling import Telling
from web.language.told import plainly
from web.phrase.cell import per_million, per_report, url
from web.phrase.wording import notes
from web.record.cause_records import cause_records

Published = Callable[[str], str | None]


def unsaid(engine: Engine, state: Telling, query: str) -> Answer | None:
    """The search for a phrase, where it finds nothing; None where it finds something."""
    answer = engine.search(state.searched(query).request)
    return None if answer.total.sections else answer


def unsaid_of(engine: Engine, state: Telling, found: Sequence[Matrix]) -> list[Answer | None]:
    """The same for each phrase of `state`; its matrix tells which of them need a search."""
    pairs = zip(state.queries, found, strict=True)
    return [None if each.totals.sections else unsaid(engine, state, query) for query, each in pairs]


def matrix_record(found: Matrix, state: Telling, unheard: Answer | None) -> dict[str, Any]:
    """What `/api/matrix` gives for one phrase; `unheard`: the search for it, where it finds nothing."""
    return _head(found.version, state.queries[0], found.interpreted, found.selection, state) | {
        "rows_are": state.rows,
        "years": [str(year) for year in found.years],
        "row_total": found.row_total,
        "rows": [_row(row, found.years, state) for row in found.rows],
        "columns": [_counts(each) | {"year": year} for year, each in zip(found.years, found.columns, strict=True)],
        "totals": _counts(found.totals),
        "unplaced": _counts(found.unplaced),
        "causes": _causes(unheard, state, state.queries[0]),
    }


def trends_record(found: Sequence[Matrix], state: Telling, unheard: Sequence[Answer | None]) -> dict[str, Any]:
    """What it gives for several: a row a phrase, each with its own causes."""
    state = replace(state, rows="none")
    years = sorted({year for each in found for year in each.years})
    rows = []
    for query, each, answer in zip(state.queries, found, unheard, strict=True):
        columns = dict(zip(each.years, each.columns, strict=True))
        cells = [columns.get(year) for year in years]
        row = Row(query, query, "", "", tuple(cells), each.totals)
        told = _told(each.selection) | {"unplaced": _counts(each.unplaced), "causes": _causes(answer, state, query)}
        rows.append(_row(row, tuple(years), state, query) | told)
    return {
        "version": found[0].version,
        "rows_are": "phrase",
        "years": [str(year) for year in years],
        "row_total": len(rows),
        "rows": rows,
    }


def spread_record(found: Spread, state: Telling, published: Published, unheard: Answer | None) -> dict[str, Any]:
    """What `/api/spread` gives; `published`: the date of a report by its id; `unheard`: the search
    for the phrase, where it finds nothing."""
    query, told = state.queries[0], not found.selection.silence
    return _head(found.version, query, found.interpreted, found.selection, state) | {
        "kind": found.kind or None,
        "kinds": [{"value": kind, "sections": sections} for kind, sections in found.kinds],
        "panel": {"of": state.panel, "zones": found.panel},
        "first_total": found.first_total if told else None,
        "first": [_first(each, query, published) for each in found.first] if told else None,
        "silent_total": found.silent_total if told else None,
        "silent": [_silent(each) for each in found.silent] if told else None,
        "curve": [each._asdict() for each in found.curve] if told else None,
        "half_year": found.half_year,
        "unplaced": {"reports": found.unplaced},
        "causes": _causes(unheard, state, query),
    }


def absence_record(found: Absence, state: Telling) -> dict[str, Any]:
    """What `/api/absent` gives."""
    return _head(found.version, state.queries[0], found.interpreted, found.selection, state) | {
        "held": found.held,
        "say": found.say,
        "silent_total": None if found.silent is None else found.silent_total,
        "silent": None if found.silent is None else [_silent_report(each) for each in found.silent],
        "without_part": found.without_part,
        "not_held_total": found.not_held_total,
        "not_held": [{"zone": zone, "years": list(years)} for zone, years in found.not_held],
    }


def _head(version: str, query: str, interpreted: str, selection: Selection, state: Telling) -> dict[str, Any]:
    filters = {facet: list(values) for facet, values in state.filters.items()}
    return {
        "version": version,
        "query": {"text": query, "interpreted": interpreted},
        "selection": filters | {"moved_from_query": list(selection.moved)},
        **_told(selection),
    }


def _told(selection: Selection) -> dict[str, Any]:
    return {
        "silence": selection.silence or True,
        "instead": selection.instead or None,
        "notes": [plainly(note) for note in notes(selection)],
    }


def _causes(unheard: Answer | None, state: Telling, query: str) -> list[dict[str, Any]]:
    return cause_records(unheard, state.searched(query)) if unheard else []


def _counts(counts: Counts) -> dict[str, Any]:
    return {**counts._asdict(), "per_report": per_report(counts), "per_million": per_million(counts)}


def _row(row: Row, years: tuple[int, ...], state: Telling, query: str | None = None) -> dict[str, Any]:
    asked = state.queries[0] if query is None else query
    value = "" if query is not None else row.value
    cells = [
        None if cell is None else {"year": year, **_counts(cell), "url": url(state, asked, value, year)}
        for year, cell in zip(years, row.cells, strict=True)
    ]
    return {
        "value": row.value,
        "label": row.label,
        "province": row.province or None,
        "level": row.level or None,
        "cells": cells,
        "total": _counts(row.total) | {"url": url(state, asked, value, None)},
    }


def _first(each: FirstUse, query: str, published: Published) -> dict[str, Any]:
    return {
        "zone": each.zone,
        "province": each.province or None,
        "level": each.level or None,
        "by": each.by,
        "after": each.after,
        "state": each.state,
        "rank": each.rank,
        "report": each.report,
        "section": each.section,
        "url": links.report(each.report, Reading(q=query), links.section_anchor(each.section)),
        "published": published(each.report),
    }


def _silent(each: Silent) -> dict[str, Any]:
    return {
        "zone": each.zone,
        "province": each.province or None,
        "level": each.level or None,
        "held": list(each.held),
        "last_held": each.held[-1],
    }


def _silent_report(each: SilentReport) -> dict[str, Any]:
    record = each._asdict()
    return record | {"province": each.province or None, "url": links.report(each.report)}
